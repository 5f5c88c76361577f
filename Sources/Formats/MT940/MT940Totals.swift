import Ledger

/// `:90D:2EUR1000,00`: how many debits (or credits) and their sum.
struct MT940Totals: Equatable, CustomStringConvertible {
    private var count = 0
    /// With twelve decimals, the most an ``Amount`` has.
    private var sum: Int128 = 0

    init() {}

    init?(_ field: ByteRun) {
        let bytes = field.trimmed
        var at = 0
        while at < 9, bytes[at].isDigit {
            count = count * 10 + Int(bytes[at] &- 0x30)
            at += 1
        }
        guard at > 0, Currency(utf8: bytes.part(at, at + 3).buffer) != nil,
            let amount = MT940Amount.read(bytes.from(at + 3))?.amount
        else { return nil }
        sum = Self.scaled(amount)
    }

    mutating func add(_ amount: Amount) {
        count &+= 1
        sum &+= Self.scaled(amount)
    }

    private static func scaled(_ amount: Amount) -> Int128 {
        Int128(amount.units) * Int128(Decimals.power(12 - Int(amount.decimals)))
    }

    var description: String {
        "\(count): \(Decimals.text(sum / Int128(Decimals.power(10)), exponent: 2))"
    }
}
