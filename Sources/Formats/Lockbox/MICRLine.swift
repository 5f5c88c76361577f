import Ledger

/// The line of magnetic ink at the foot of a check of the United States (ANSI X9.100-160, font
/// E-13B), with its symbols as letters: `T` transit, `U` on-us, `A` amount.
///
/// `U001001U T021000021T 123456789U A0000250000A` is that of a business; a personal check has its
/// number behind the account: `T021000021T 123456789U 1001`. A digit that could not be read makes
/// its field absent: nothing is guessed.
public struct MICRLine: Sendable, Equatable {
    /// The number of the check.
    public let serial: String?
    /// The paying bank, nine digits as written.
    public let routing: String?
    /// Whether the check digit of ``routing`` holds; where it does not, ``account`` names nobody.
    public let isRoutingValid: Bool
    public let account: String?
    /// In dollars, with two decimals; there once the bank of deposit has encoded it.
    public let amount: Amount?

    /// Nil where the line has no transit field, or holds anything but digits, dashes, blanks and
    /// the three symbols.
    public init?(_ text: String) {
        var text = text
        let line: MICRLine? = text.withUTF8 { MICRLine(ByteRun($0)) }
        guard let line else { return nil }
        self = line
    }

    init?(_ line: ByteRun) {
        for byte in line.buffer where !Self.belongs(byte) { return nil }
        guard let transit = line.index(of: UInt8(ascii: "T")),
            let transitEnd = line.index(of: UInt8(ascii: "T"), after: transit + 1)
        else { return nil }
        let number = line.part(transit + 1, transitEnd).trimmed
        let isNumber = number.count == 9 && number.isDigits
        routing = isNumber ? number.string : nil
        isRoutingValid = number.isRoutingNumber

        let rest = line.from(transitEnd + 1)
        let amountStart = rest.index(of: UInt8(ascii: "A")) ?? rest.count
        amount = Self.amount(rest.from(amountStart))

        // The on-us field: the account up to its symbol, behind it perhaps the serial.
        let onUs = rest.upTo(amountStart)
        let mark = onUs.index(of: UInt8(ascii: "U"))
        account = mark.flatMap { Self.number(onUs.upTo($0)) }
        serial =
            Self.auxiliary(line.upTo(transit))
            ?? mark.flatMap { Self.number(onUs.from($0 + 1)) }
    }

    private static func belongs(_ byte: UInt8) -> Bool {
        byte.isDigit || byte == 0x20 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "T")
            || byte == UInt8(ascii: "U") || byte == UInt8(ascii: "A")
    }

    /// The auxiliary on-us field before the transit field, between two symbols.
    private static func auxiliary(_ field: ByteRun) -> String? {
        let whole = field.trimmed
        guard whole.count > 2, whole[0] == UInt8(ascii: "U"),
            whole[whole.count - 1] == UInt8(ascii: "U")
        else { return nil }
        return number(whole.part(1, whole.count - 1))
    }

    /// Digits, perhaps with dashes and blanks between them, which are no part of the number.
    private static func number(_ field: ByteRun) -> String? {
        var digits: [UInt8] = []
        for byte in field.buffer where byte != 0x20 && byte != UInt8(ascii: "-") {
            guard byte.isDigit else { return nil }
            digits.append(byte)
        }
        return digits.isEmpty ? nil : String(decoding: digits, as: UTF8.self)
    }

    /// Ten digits of cents between two symbols.
    private static func amount(_ field: ByteRun) -> Amount? {
        let whole = field.trimmed
        guard whole.count == 12, whole[11] == UInt8(ascii: "A"),
            let cents = whole.part(1, 11).count(below: .max)
        else { return nil }
        return Amount(units: Int64(cents), decimals: 2)
    }
}
