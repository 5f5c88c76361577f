import Foundation

/// One way of damaging a file: the same number damages the same file the same way, always.
struct Mutation {
    let number: Int

    /// By turns cut, with other bytes, with blocks out of their order, in another encoding.
    func damage(_ bytes: [UInt8]) -> [UInt8] {
        var chance = Chance(state: UInt64(number) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count))
        return switch number % 4 {
        case 0: Array(bytes.prefix(chance.below(bytes.count)))
        case 1: Self.flip(bytes, &chance)
        case 2: Self.swap(bytes, &chance)
        default: Self.recode(bytes, Encoding.allCases[number / 4 % Encoding.allCases.count])
        }
    }

    private static func flip(_ bytes: [UInt8], _ chance: inout Chance) -> [UInt8] {
        if bytes.isEmpty { return bytes }
        var bytes = bytes
        for _ in 0...chance.below(8) {
            bytes[chance.below(bytes.count)] ^= UInt8(1 + chance.below(255))
        }
        return bytes
    }

    /// Two neighbours of any length change places.
    private static func swap(_ bytes: [UInt8], _ chance: inout Chance) -> [UInt8] {
        let places = (0..<3).map { _ in chance.below(bytes.count + 1) }.sorted()
        return Array(
            [
                bytes[..<places[0]], bytes[places[1]..<places[2]], bytes[places[0]..<places[1]],
                bytes[places[2]...],
            ].joined())
    }

    private enum Encoding: CaseIterable {
        case utf16Marked, gb18030, latin1, utf16Big, utf16Little
    }

    /// The file as text of UTF-8, or where it is none of Latin-1, in another encoding.
    private static func recode(_ bytes: [UInt8], _ encoding: Encoding) -> [UInt8] {
        let text =
            String(validating: bytes, as: UTF8.self)
            ?? String(decoding: bytes.map(UInt16.init), as: UTF16.self)
        switch encoding {
        case .utf16Marked:
            return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .utf16Big: return text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        case .utf16Little: return text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .latin1: return text.unicodeScalars.map { UInt8(exactly: $0.value) ?? 0x3F }
        case .gb18030:
            // kCFStringEncodingGB_18030_2000.
            let encoding = String.Encoding(rawValue: 0x8000_0632)
            return text.data(using: encoding, allowLossyConversion: true).map { [UInt8]($0) }
                ?? bytes
        }
    }
}

/// SplitMix64: the same numbers from the same seed everywhere.
private struct Chance {
    var state: UInt64

    /// From 0 up to `bound`, but for itself; 0 where there is nothing to choose.
    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return bound > 0 ? Int((z ^ (z >> 31)) % UInt64(bound)) : 0
    }
}
