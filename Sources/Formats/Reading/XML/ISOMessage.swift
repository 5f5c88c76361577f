/// The message, variant and version that a namespace of ISO 20022 names:
/// `urn:iso:std:iso:20022:tech:xsd:camt.053.001.08`.
struct ISOMessage {
    /// `camt.053.001.08`.
    let text: String
    /// `camt.053`.
    var family: String { String(decoding: text.utf8.prefix(8), as: UTF8.self) }
    /// 1, the message as ISO has it; others are those of a country.
    let variant: Int
    let version: Int

    init?(namespace: String) {
        let bytes = Array(namespace.utf8)
        guard bytes.count >= Self.length else { return nil }
        for start in 0...(bytes.count - Self.length) {
            let part = bytes[start..<start + Self.length]
            guard Self.fits(part) else { continue }
            let digits = part.map { Int($0) - 0x30 }
            text = String(decoding: part, as: UTF8.self)
            variant = digits[9] * 100 + digits[10] * 10 + digits[11]
            version = digits[13] * 10 + digits[14]
            return
        }
        return nil
    }

    private static let length = 15

    /// Four letters and three numbers, with dots between.
    private static func fits(_ part: ArraySlice<UInt8>) -> Bool {
        part.enumerated().allSatisfy { place, byte in
            switch place {
            case 0..<4: (0x61...0x7A).contains(byte)
            case 4, 8, 12: byte == UInt8(ascii: ".")
            default: byte.isDigit
            }
        }
    }
}
