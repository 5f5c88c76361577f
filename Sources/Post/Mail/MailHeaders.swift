internal import CGMime
import Glibc

extension MailWalk {
    /// The headers that matter, each decoded from its raw bytes: GMime takes bytes beyond ASCII
    /// for the local charset's, while Chinese programs write GB18030 and others ISO-8859-1.
    func headers(of message: UnsafeMutablePointer<GMimeMessage>) {
        let headers = MailHeaders(message)
        frames.put(.id, headers.raw("Message-Id", self).flatMap(headers.messageID))
        frames.put(.inReplyTo, headers.raw("In-Reply-To", self).flatMap(headers.messageID))
        for reference in headers.references(headers.raw("References", self)) {
            frames.put(.reference, reference)
        }
        for (frame, name) in [(MailFrame.from, "From"), (.to, "To"), (.cc, "Cc")] {
            for address in headers.addresses(headers.raw(name, self)) {
                let name = Array((address.name ?? "").utf8)
                frames.put(frame, name + [MailFrame.divider] + Array(address.address.utf8))
            }
        }
        frames.put(.subject, headers.raw("Subject", self).flatMap(headers.text))
        if let written = headers.raw("Date", self) {
            if let date = headers.date(written) {
                frames.put(.date, numbers: Int(date.at), date.offset)
            } else {
                say(.dateUnreadable, MailText.oneLine(written))
            }
        }
    }
}

/// Reads the values of a message's headers.
private struct MailHeaders {
    private let list: UnsafeMutablePointer<GMimeHeaderList>?
    private let options = g_mime_parser_options_get_default()

    init(_ message: UnsafeMutablePointer<GMimeMessage>) {
        list = g_mime_object_get_header_list(gmime_object(message))
    }

    /// The first header of that name, as UTF-8, cut to what is read.
    func raw(_ name: String, _ walk: MailWalk) -> String? {
        guard let list, let header = g_mime_header_list_get_header(list, name),
            let value = g_mime_header_get_raw_value(header)
        else { return nil }
        var bytes = UnsafeBufferPointer(start: value, count: strlen(value)).map {
            UInt8(bitPattern: $0)
        }
        if bytes.count > MailLimits.header {
            walk.say(.headerCut, name)
            bytes.removeLast(bytes.count - MailLimits.header)
            // Not in the middle of a word.
            if let blank = bytes.lastIndex(where: { $0 <= 0x20 }) { bytes.removeSubrange(blank...) }
        }
        let text = HeaderBytes.text(bytes)
        return text.utf8.allSatisfy { $0 <= 0x20 } ? nil : text
    }

    func text(_ raw: String) -> String? {
        guard let unfolded = g_mime_utils_header_unfold(raw),
            let decoded = g_mime_utils_header_decode_text(options, unfolded)
        else { return nil }
        defer {
            g_free(unfolded)
            g_free(decoded)
        }
        return MailText.oneLine(String(cString: decoded))
    }

    func messageID(_ raw: String) -> String? {
        guard let id = g_mime_utils_decode_message_id(raw) else { return nil }
        defer { g_free(id) }
        return MailText.oneLine(String(cString: id))
    }

    func references(_ raw: String?) -> [String] {
        guard let raw, let references = g_mime_references_parse(options, raw) else { return [] }
        defer { g_mime_references_free(references) }
        let count = min(Int(g_mime_references_length(references)), MailLimits.names)
        return (0..<count).compactMap { place in
            g_mime_references_get_message_id(references, Int32(place))
                .flatMap { MailText.oneLine(String(cString: $0)) }
        }
    }

    func addresses(_ raw: String?) -> [MailAddress] {
        guard let raw, let list = internet_address_list_parse(options, raw) else { return [] }
        defer { g_object_unref(list) }
        var found: [MailAddress] = []
        collect(list, depth: 0, &found)
        return found
    }

    /// The mailboxes of a list, those of groups too.
    private func collect(
        _ list: UnsafeMutablePointer<InternetAddressList>, depth: Int, _ found: inout [MailAddress]
    ) {
        for place in 0..<max(0, internet_address_list_length(list))
        where found.count < MailLimits.names {
            guard let address = internet_address_list_get_address(list, place) else { continue }
            if let mailbox = gmime_mailbox(address) {
                let name = internet_address_get_name(address).map { String(cString: $0) }
                let written = internet_address_mailbox_get_addr(mailbox).map { String(cString: $0) }
                found.append(
                    MailAddress(
                        name: name.flatMap(MailText.oneLine),
                        address: written.flatMap(MailText.oneLine) ?? ""))
            } else if depth < 2, let group = gmime_group(address),
                let members = internet_address_group_get_members(group)
            {
                collect(members, depth: depth + 1, &found)
            }
        }
    }

    func date(_ raw: String) -> MailDate? {
        guard let moment = g_mime_utils_header_decode_date(raw) else { return nil }
        defer { g_date_time_unref(moment) }
        return MailDate(
            at: Int64(g_date_time_to_unix(moment)) * 1000,
            offset: Int(g_date_time_get_utc_offset(moment) / 60_000_000))
    }
}
