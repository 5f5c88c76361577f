/// The patterns that the schemas have for values, by the bytes.
enum PainPatterns {
    /// Since .04 the four signs of a BIC's institution may be digits too.
    static func isBIC(_ value: String.UTF8View, old: Bool) -> Bool {
        guard value.count == 8 || value.count == 11 else { return false }
        return value.enumerated().allSatisfy { place, byte in
            switch place {
            case 0..<4: old ? byte.isCapital : byte.isCapital || byte.isDigit
            case 4, 5: byte.isCapital
            case 6 where old: byte.isCapital || (0x32...0x39).contains(byte)
            case 7 where old: byte.isCapital && byte != UInt8(ascii: "O") || byte.isDigit
            default: byte.isCapital || byte.isDigit
            }
        }
    }

    static func isLEI(_ value: String.UTF8View) -> Bool {
        value.count == 20 && value.prefix(18).allSatisfy { $0.isCapital || $0.isDigit }
            && value.suffix(2).allSatisfy { $0.isDigit }
    }

    static func isCountry(_ value: String.UTF8View) -> Bool {
        value.count == 2 && value.allSatisfy { $0.isCapital }
    }

    /// A random UUID (RFC 4122 version 4) in small letters.
    static func isUETR(_ value: String.UTF8View) -> Bool {
        guard value.count == 36 else { return false }
        return value.enumerated().allSatisfy { place, byte in
            switch place {
            case 8, 13, 18, 23: byte == UInt8(ascii: "-")
            case 14: byte == UInt8(ascii: "4")
            case 19: [0x38, 0x39, 0x61, 0x62].contains(byte)
            default: byte.isDigit || (0x61...0x66).contains(byte)
            }
        }
    }
}
