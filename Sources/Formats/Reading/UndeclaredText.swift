import Glibc

/// The encoding of a field where the format declares none. What it asks for is ASCII, so banks
/// that write more agree on nothing: UTF-8 where the bytes are valid UTF-8; else GB18030 where they
/// look Chinese; else ISO-8859-1.
package enum UndeclaredText {
    /// Turns `bytes` into UTF-8 where they are not.
    package static func normalise(_ bytes: inout [UInt8]) {
        let view: (ascii: Bool, utf8: Bool, chinese: Bool) = bytes.withUnsafeBufferPointer {
            let all = ByteRun($0)
            if all.isASCII { return (true, true, false) }
            if String(validating: $0, as: UTF8.self) != nil { return (false, true, false) }
            return (false, false, looksChinese(all))
        }
        if view.utf8 { return }
        if view.chinese, let text = converted(bytes, from: "GB18030") {
            bytes = text
        } else {
            bytes = latin(bytes)
        }
    }

    /// Whether the high bytes pair up as in GB18030 and stand together as Chinese does. A letter
    /// with an accent stands alone among ASCII (`Müller`), or in a pair at most (`Größe`); Chinese
    /// in longer runs.
    static func looksChinese(_ bytes: ByteRun) -> Bool {
        var at = 0
        var together = 0
        var alone = 0
        while at < bytes.count {
            guard bytes[at] >= 0x80 else {
                at += 1
                continue
            }
            var run = 0
            while bytes[at] >= 0x81, bytes[at] <= 0xFE {
                let second = bytes[at + 1]
                if second >= 0xA1, second <= 0xFE {
                    at += 2
                    run += 1
                } else if second.isDigit, bytes[at + 2] >= 0x81, bytes[at + 3].isDigit {
                    at += 4
                    run += 1
                } else if second >= 0x40, second != 0x7F, second <= 0xA0 {
                    at += 2
                    // Also what a Latin letter and its neighbour look like: it joins a run, but
                    // makes none.
                    if run == 0 { alone += 1 }
                } else {
                    return false
                }
            }
            if at < bytes.count, bytes[at] == 0x80 || bytes[at] == 0xFF { return false }
            if run >= 2 { together += run } else { alone += run }
        }
        return together > alone
    }

    private static func latin(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            if byte < 0x80 {
                out.append(byte)
            } else {
                out.append(0xC0 | byte >> 6)
                out.append(0x80 | byte & 0x3F)
            }
        }
        return out
    }

    /// Nil where the bytes are not in `encoding`, or the C library does not know it.
    private static func converted(_ bytes: [UInt8], from encoding: String) -> [UInt8]? {
        guard let handle = iconv_open("UTF-8", encoding), Int(bitPattern: handle) != -1 else {
            return nil
        }
        defer { iconv_close(handle) }
        var input = bytes.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: bytes.count * 4)
        var inputLeft = input.count
        var outputLeft = output.count
        let failed = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                var from = source.baseAddress
                var to = target.baseAddress
                return iconv(handle, &from, &inputLeft, &to, &outputLeft) == UInt.max
            }
        }
        if failed || inputLeft != 0 { return nil }
        return output.prefix(output.count - outputLeft).map { UInt8(bitPattern: $0) }
    }
}
