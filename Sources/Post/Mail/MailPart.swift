internal import CGMime

/// One part of a mail, as GMime has it.
struct MailPart {
    private let object: UnsafeMutablePointer<GMimeObject>
    /// `text/html`, in lower case.
    let type: String

    init(_ object: UnsafeMutablePointer<GMimeObject>) {
        self.object = object
        let whole = g_mime_object_get_content_type(object)
            .flatMap { g_mime_content_type_get_mime_type($0) }
        defer { g_free(whole) }
        type = whole.map { MailText.cut(String(cString: $0).lowercased()) } ?? "text/plain"
    }

    /// A parameter of the content type.
    func parameter(_ name: String) -> String? {
        g_mime_object_get_content_type_parameter(object, name).map { String(cString: $0) }
    }

    var charset: String? { parameter("charset") }

    var name: String? {
        guard let name = g_mime_part_get_filename(gmime_part(object)) else { return nil }
        return String(cString: name)
    }

    private var isSetApart: Bool {
        guard let disposition = g_mime_object_get_disposition(object) else { return false }
        return String(cString: disposition).lowercased() == "attachment"
    }

    /// Whether it is what the mail says, rather than what came with it: text that nobody called an
    /// attachment and that comes first or has no name (RFC 8621, section 4.1.4).
    func isBody(_ position: MailWalk.Position) -> Bool {
        guard type == "text/plain" || type == "text/html", !isSetApart else { return false }
        return position == .first || name == nil
    }

    /// The mail that the content is; nil where it is none.
    func message() -> UnsafeMutablePointer<GMimeMessage>? {
        let bytes = content().bytes.map { CChar(bitPattern: $0) }
        guard let stream = g_mime_stream_mem_new_with_buffer(bytes, bytes.count) else { return nil }
        return g_mime_parser_construct_message(g_mime_parser_new_with_stream(stream), nil)
    }

    /// The content without its transfer encoding, and its size even where it is too large to keep.
    func content() -> (bytes: [UInt8], size: Int) {
        guard let content = g_mime_part_get_content(gmime_part(object)),
            let stream = g_mime_stream_mem_new()
        else { return ([], 0) }
        defer { g_object_unref(stream) }
        g_mime_data_wrapper_write_to_stream(content, stream)
        guard let array = gmime_bytes(stream), let data = array.pointee.data else { return ([], 0) }
        let size = Int(array.pointee.len)
        return (Array(UnsafeBufferPointer(start: data, count: min(size, MailLimits.part))), size)
    }
}
