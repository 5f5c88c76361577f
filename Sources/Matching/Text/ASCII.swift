import Ledger

/// Names and references are folded as they are searched: in one place for all.
typealias Folding = Ledger.Folding
typealias Han = Ledger.Han
typealias Pinyin = Ledger.Pinyin

/// The few bytes that the matcher looks at.
enum ASCII {
    static let space = UInt8(ascii: " ")
    static let dash = UInt8(ascii: "-")
    static let comma = UInt8(ascii: ",")
    static let zero = UInt8(ascii: "0")

    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    static func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
    static func isSign(_ byte: UInt8) -> Bool { isDigit(byte) || isCapital(byte) }

    static func upper(_ byte: UInt8) -> UInt8 { Folding.upper(byte) }

    /// Letters and digits only, in capitals: how references and numbers are compared.
    static func compact(_ text: some StringProtocol) -> [UInt8] {
        Folding.fold(String(text)).filter(isSign)
    }
}
