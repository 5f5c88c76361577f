import Ledger

/// The cells of a row as people and programs leave them: `="0123"`, `'0123`, tabs around long
/// numbers, `/` for nothing.
enum CellText {
    /// Without blanks around, and without the formula or apostrophe that keeps a number a text.
    @inline(__always)
    static func bare(_ bytes: UnsafeBufferPointer<UInt8>) -> ByteRun {
        let text = ByteRun(bytes.trimmed)
        guard text[0] == UInt8(ascii: "=") || text[0] == UInt8(ascii: "'") else { return text }
        if text[0] == UInt8(ascii: "'") { return text.from(1) }
        let last = text.count - 1
        guard text[1] == UInt8(ascii: "\""), last > 1, text[last] == UInt8(ascii: "\"") else {
            return text
        }
        return ByteRun(text.part(2, last).buffer.trimmed)
    }

    /// What a bank writes where it has nothing to say.
    @inline(__always)
    static func isNothing(_ text: ByteRun) -> Bool {
        switch text.count {
        case 0: true
        case 1: text[0] == UInt8(ascii: "/") || text[0] == UInt8(ascii: "-")
        case 2: text.equals("--")
        default: false
        }
    }

    /// The same with full-width digits and signs as ASCII; nil where there are none.
    static func narrow(_ text: ByteRun) -> [UInt8]? {
        if text.isASCII { return nil }
        var out = String.UnicodeScalarView()
        for scalar in String(decoding: text.buffer, as: UTF8.self).unicodeScalars {
            let isWide = (0xFF01...0xFF5E).contains(scalar.value)
            out.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
        }
        return Array(String(out).utf8)
    }

    /// The currency that a code, a word or a sign names.
    static func currency(_ text: ByteRun) -> Currency? {
        let letters = text.buffer.map { $0 &- 0x61 < 26 ? $0 - 32 : $0 }
        if let code = Currency(utf8: letters), Currency.iso4217.contains(code) { return code }
        return words.first { text.equals($0.word) }?.currency
    }

    private static let words: [(word: StaticString, currency: Currency)] = {
        let named: [(StaticString, String)] = [
            ("人民币", "CNY"), ("人民币元", "CNY"), ("RMB", "CNY"), ("156", "CNY"), ("元", "CNY"),
            ("美元", "USD"), ("840", "USD"), ("欧元", "EUR"), ("978", "EUR"), ("港币", "HKD"),
            ("港元", "HKD"), ("344", "HKD"), ("日元", "JPY"), ("日圆", "JPY"), ("392", "JPY"),
            ("英镑", "GBP"), ("826", "GBP"), ("澳元", "AUD"), ("澳大利亚元", "AUD"), ("加元", "CAD"),
            ("加拿大元", "CAD"), ("瑞士法郎", "CHF"), ("新加坡元", "SGD"), ("韩元", "KRW"),
            ("¥", "CNY"), ("￥", "CNY"), ("$", "USD"), ("€", "EUR"), ("£", "GBP"),
        ]
        return named.compactMap { word, code in Currency(code).map { (word, $0) } }
    }()
}

/// Rows in the one other encoding that Western banks use and nothing declares.
enum Windows1252 {
    /// Whether the row can only be of it: bytes that are no UTF-8, and none that is.
    static func isLikely(_ row: CSVRow) -> Bool {
        for field in 0..<row.count {
            let bytes = row[field]
            var place = 0
            while place < bytes.count {
                let length = UTF8Check.sequence(bytes, at: place)
                if length > 1 || length == 0 && letters[Int(bytes[place])] == 0 { return false }
                place += max(1, length)
            }
        }
        return true
    }

    static func utf8(_ bytes: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
        for byte in bytes {
            guard byte >= 0x80 else {
                out.append(byte)
                continue
            }
            guard let scalar = Unicode.Scalar(letters[Int(byte)]) else { continue }
            out.append(contentsOf: String(scalar).utf8)
        }
    }

    /// By byte; 0 where the encoding has none.
    private static let letters: [UInt16] =
        (0..<0x80).map { UInt16($0) }
        + [
            0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
            0x2039, 0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013,
            0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
        ] + (0xA0...0xFF).map { UInt16($0) }
}
