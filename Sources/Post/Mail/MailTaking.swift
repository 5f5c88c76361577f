internal import CGMime
import Glibc

/// Takes the mail on one descriptor apart and writes its frames to another; false where it is none.
///
/// Runs in a process of its own (``ConfinedTask``): what is allocated here is never freed, since
/// the process ends with the mail.
enum MailTaking {
    static func run(from input: Int32, to output: Int32) -> Bool {
        g_mime_init()
        let options = g_mime_parser_options_new()
        g_mime_parser_options_set_allow_addresses_without_domain(options, 1)
        // In memory once: the parts are views of it.
        let stream = g_mime_stream_mem_new()
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
        while true {
            let count = read(input, room.baseAddress, room.count)
            guard count > 0 else { break }
            g_mime_stream_write(
                stream, room.baseAddress?.assumingMemoryBound(to: CChar.self), count)
        }
        g_mime_stream_reset(stream)
        let parser = g_mime_parser_new_with_stream(stream)
        let walk = MailWalk { bytes in writeAll(bytes, to: output) }
        g_mime_parser_options_set_warning_callback(
            options,
            { _, warning, _, walk in
                guard let walk else { return }
                let found = Unmanaged<MailWalk>.fromOpaque(walk).takeUnretainedValue()
                if warning == GMIME_CRIT_MULTIPART_WITHOUT_BOUNDARY { found.say(.boundaryMissing) }
                if warning == GMIME_CRIT_NESTING_OVERFLOW { found.say(.tooDeep) }
            }, Unmanaged.passUnretained(walk).toOpaque())
        let message = g_mime_parser_construct_message(parser, options)
        if let message { walk.message(message, depth: 0) }
        walk.finish()
        return message != nil
    }

    private static func writeAll(_ bytes: [UInt8], to output: Int32) {
        bytes.withUnsafeBytes { bytes in
            var done = 0
            while done < bytes.count {
                let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
                let count = write(output, rest.baseAddress, rest.count)
                if count < 0, errno != EINTR { exit(74) }
                done += max(0, count)
            }
        }
    }
}
