/// The text of a page as lines: blanks run together, blocks and rows begin lines, cells are parted
/// by tabs.
struct PageLines {
    private var out: [UInt8] = []
    /// A blank that counts only if something follows on its line.
    private var pending: UInt8?

    /// Where the next line begins, in bytes.
    var count: Int { out.count }

    mutating func say(_ text: UnsafeBufferPointer<UInt8>, asWritten: Bool) {
        guard out.count < MailLimits.text else { return }
        var at = 0
        while at < text.count {
            let byte = text[at]
            if byte == 0xC2, at + 1 < text.count, text[at + 1] == 0xA0 {
                blank()
                at += 2
                continue
            }
            if asWritten, byte == 0x0A {
                breakLine()
            } else if byte <= 0x20 || byte == 0x7F {
                blank()
            } else {
                if let pending { out.append(pending) }
                pending = nil
                out.append(byte)
            }
            at += 1
        }
    }

    private mutating func blank() {
        if pending == nil, let last = out.last, last != 0x0A { pending = 0x20 }
    }

    mutating func tab() {
        if let last = out.last, last != 0x0A { pending = 0x09 }
    }

    mutating func breakLine() {
        pending = nil
        if let last = out.last, last != 0x0A { out.append(0x0A) }
    }

    mutating func finish() -> String {
        breakLine()
        return String(decoding: out, as: UTF8.self)
    }
}
