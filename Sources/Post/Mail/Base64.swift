/// Base64 (RFC 4648) of encoded words.
enum Base64 {
    private static let letters = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// What is no letter of it is passed over, and what is too short for a byte.
    static func decode(_ text: some Sequence<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        var bits = 0
        var held: UInt32 = 0
        for byte in text {
            guard let value = letters.firstIndex(of: byte) else { continue }
            held = held << 6 | UInt32(value)
            bits += 6
            if bits >= 8 {
                bits -= 8
                out.append(UInt8(truncatingIfNeeded: held >> UInt32(bits)))
            }
        }
        return out
    }

    static func encode(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = (0..<3).reduce(UInt32(0)) {
                $0 << 8 | UInt32(start + $1 < bytes.count ? bytes[start + $1] : 0)
            }
            for place in 0..<4 {
                let letter = letters[Int(bits >> UInt32(18 - place * 6) & 63)]
                out.append(place <= group.count ? letter : UInt8(ascii: "="))
            }
        }
        return out
    }
}
