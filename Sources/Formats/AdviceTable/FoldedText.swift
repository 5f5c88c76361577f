/// Text as it is compared: full-width forms as ASCII, accents and odd blanks gone, every dash a
/// minus, traditional characters of the trade's words as simplified ones.
struct FoldedText {
    /// Upper and lower case as written.
    private(set) var bytes: [UInt8] = []
    /// The same with capitals of ASCII as small letters, byte for byte.
    private(set) var lower: [UInt8] = []
    /// Where in the text before each byte came from; empty unless it was asked for.
    private var origins: [Int32] = []

    init(_ text: ArraySlice<UInt8>, tracked: Bool = false) {
        bytes.reserveCapacity(text.count)
        var at = text.startIndex
        while at < text.endIndex {
            let from = at
            let before = bytes.count
            let byte = text[at]
            if byte < 0x80 {
                at += 1
                bytes.append(byte < 0x20 || byte == 0x7F ? 0x20 : byte)
            } else {
                let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
                let end = min(at + length, text.endIndex)
                Self.fold(text[at..<end], into: &bytes)
                at = end
            }
            if tracked {
                let place = Int32(clamping: from)
                origins.append(contentsOf: repeatElement(place, count: bytes.count - before))
            }
        }
        if tracked { origins.append(Int32(clamping: text.endIndex)) }
        lower = bytes.map { $0.isCapital ? $0 | 0x20 : $0 }
    }

    /// Whether folding `text` changes nothing.
    static func isFolded(_ text: ArraySlice<UInt8>) -> Bool {
        for byte in text where byte >= 0x7F || byte < 0x20 { return false }
        return true
    }

    init(_ text: String) { self.init(Array(text.utf8)[...]) }

    /// Where the text before folding has what is folded at `place`.
    func origin(_ place: Int) -> Int {
        origins.indices.contains(place) ? Int(origins[place]) : 0
    }

    private static func fold(_ character: ArraySlice<UInt8>, into bytes: inout [UInt8]) {
        var value = UInt32(character[character.startIndex])
        value &= character.count == 2 ? 0x1F : character.count == 3 ? 0x0F : 0x07
        for byte in character.dropFirst() { value = value << 6 | UInt32(byte & 0x3F) }
        switch value {
        case 0xFF01...0xFF5E: bytes.append(UInt8(value - 0xFEE0))
        case 0x3000: bytes.append(contentsOf: [0x20, 0x20])
        case 0xA0, 0x2000...0x200A, 0x202F, 0x205F: bytes.append(0x20)
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: break
        case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: bytes.append(UInt8(ascii: "-"))
        case 0x2018, 0x2019, 0x2BC, 0xB4: bytes.append(UInt8(ascii: "'"))
        // The full-width yen sign, which is that of the renminbi too.
        case 0xFFE5: bytes.append(contentsOf: [0xC2, 0xA5])
        case 0xC0...0xFF: bytes.append(latin[Int(value - 0xC0)])
        default:
            if value >= 0x4E00, value <= 0x9FFF, let simple = simplified[value] {
                bytes.append(contentsOf: simple)
            } else {
                bytes.append(contentsOf: character)
            }
        }
    }

    private static let latin = Array(
        "AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty".utf8)

    private static let simplified: [UInt32: [UInt8]] = {
        let old = "發號單據額總計幣種別應實際開備註說費稅價減調對賬帳銀戶圓萬億貳參陸訂貨滙匯轉款項"
        let new = "发号单据额总计币种别应实际开备注说费税价减调对账账银户圆万亿贰叁陆订货汇汇转款项"
        return Dictionary(
            zip(old.unicodeScalars, new.unicodeScalars).map { ($0.value, Array(String($1).utf8)) },
            uniquingKeysWith: { first, _ in first })
    }()
}

extension ArraySlice<UInt8> {
    /// Whether it has a digit, perhaps of full width.
    var hasDigit: Bool {
        if contains(where: { $0.isDigit }) { return true }
        return contains(0xEF) && FoldedText(self).bytes.contains { $0.isDigit }
    }

    /// Without blanks at both ends.
    var trimmed: ArraySlice<UInt8> {
        var rest = self
        while let first = rest.first, first <= 0x20 { rest = rest.dropFirst() }
        while let last = rest.last, last <= 0x20 { rest = rest.dropLast() }
        return rest
    }

    /// The text with runs of blanks as one, cut to `limit` bytes; nil where nothing is left.
    func words(limit: Int = 512) -> String? {
        prefix(limit * 2).withUnsafeBufferPointer { buffer in
            guard let text = ByteRun(buffer).words else { return nil }
            guard text.utf8.count > limit else { return text }
            var short = text.unicodeScalars
            while short.reduce(0, { $0 + UTF8.width($1) }) > limit {
                short.removeLast(short.count / 8 + 1)
            }
            return String(short)
        }
    }
}
