import Ledger

/// An amount as a payer wrote it, before it is known which sign marks its decimals:
/// `1.234,56 EUR`, `(1,234.56)`, `12,34,567/-`, `￥12.5万`, `壹万贰仟叁佰元整`.
struct AdviceAmount {
    private(set) var isNegative = false
    private(set) var currency: AdviceCurrency?
    /// Digits with `.`, `,`, `'` and blanks among them.
    private var body: ArraySlice<UInt8>
    /// 万 is 4, 亿 is 8.
    private var power = 0
    private var words: Amount?

    var isInWords: Bool { words != nil }

    /// Nil where `text` is no amount, or more than one.
    init?(_ text: FoldedText) { self.init(text.bytes[...]) }

    /// `text` is folded.
    init?(_ text: ArraySlice<UInt8>) {
        body = text.trimmed
        if body.isEmpty || body.count > 100 { return nil }
        if let amount = ChineseNumeral.amount(body) {
            words = amount.amount
            currency = amount.currency
            isNegative = amount.amount.units < 0
            return
        }
        while takeBefore() {}
        while takeBehind() {}
        while takeBefore() {}
        guard let first = body.first, let last = body.last, last.isDigit,
            first.isDigit || first == UInt8(ascii: ".") || first == UInt8(ascii: ",")
        else { return nil }
        for byte in body where !byte.isDigit {
            guard ".,' ".utf8.contains(byte) else { return nil }
        }
    }

    /// What stands for no amount in a table; a rate is none either.
    static func isNone(_ text: ArraySlice<UInt8>) -> Bool {
        let text = text.trimmed
        if text.last == UInt8(ascii: "%") { return true }
        return text.allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") }
            || ["n/a", "N/A", "none", "无", ".", "--"].contains { text.elementsEqual($0.utf8) }
    }

    private mutating func takeBefore() -> Bool {
        let before = body.count
        body = body.trimmed
        if body.first == UInt8(ascii: "("), body.last == UInt8(ascii: ")"), !isNegative {
            isNegative = true
            body = body.dropFirst().dropLast()
        } else if body.first == UInt8(ascii: "-"), !isNegative {
            isNegative = true
            body = body.dropFirst()
        } else if let first = body.first, first == UInt8(ascii: "+") || first == UInt8(ascii: "*") {
            body = body.dropFirst()
        } else if let (currency, length) = AdviceCurrency.prefix(of: body) {
            take(currency)
            body = body.dropFirst(length)
        }
        return body.count != before && !body.isEmpty
    }

    private mutating func takeBehind() -> Bool {
        let before = body.count
        body = body.trimmed
        guard let last = body.last, !last.isDigit else { return false }
        if drop("/-") || drop(",-") || drop(".-") || drop("整") || drop("正") || drop("*") {
        } else if last == UInt8(ascii: "-"), !isNegative {
            isNegative = true
            body = body.dropLast()
        } else if !isNegative, drop("CR") || drop("Cr") || drop("cr") {
            isNegative = true
        } else if drop("DR") || drop("Dr") || drop("dr") {
        } else if power == 0, drop("万") {
            power = 4
        } else if power == 0, drop("亿") {
            power = 8
        } else if let (currency, length) = AdviceCurrency.suffix(of: body) {
            take(currency)
            body = body.dropLast(length)
        }
        return body.count != before && !body.isEmpty
    }

    private mutating func drop(_ end: StaticString) -> Bool {
        let length = end.utf8CodeUnitCount
        guard body.count > length else { return false }
        for offset in 0..<length
        where body[body.endIndex - length + offset] != end.utf8Start[offset] {
            return false
        }
        body = body.dropLast(length)
        return true
    }

    /// A sign such as ¥ says less than a code.
    private mutating func take(_ new: AdviceCurrency) {
        if currency == nil || currency == .sign { currency = new }
    }

    // What the separators say.

    enum Mark: Sendable { case point, comma }

    /// What the amount itself shows of its decimals.
    enum Evidence: Equatable {
        case none
        /// `1,234`: thousands, or three decimals.
        case ambiguous
        case decimals(Mark)
    }

    var evidence: Evidence {
        let marks = body.indices.filter { body[$0] == 0x2E || body[$0] == 0x2C }
        guard words == nil, let last = marks.last else { return .none }
        let mark = body[last] == 0x2E ? Mark.point : .comma
        if marks.contains(where: { body[$0] != body[last] }) { return .decimals(mark) }
        if marks.count > 1 { return .decimals(mark == .point ? .comma : .point) }
        let before = body[..<last]
        let isGrouped = body.contains(UInt8(ascii: "'")) || body.contains(0x20)
        if body.endIndex - last - 1 != 3 || isGrouped || power > 0 { return .decimals(mark) }
        return (1...3).contains(before.count) && before.first != UInt8(ascii: "0")
            ? .ambiguous : .decimals(mark)
    }

    /// The amount; nil where its digits are not grouped as any number is, or are too many.
    /// `mark` is what the other amounts say, for one that says nothing itself.
    func amount(_ mark: Mark?) -> Amount? {
        if let words { return words }
        var decimal: UInt8?
        switch evidence {
        case .none: break
        case .ambiguous:
            // Without any evidence: money hardly ever has three decimals.
            if let mark, (mark == .point) == body.contains(0x2E) {
                decimal = mark == .point ? 0x2E : 0x2C
            }
        case .decimals(let own): decimal = own == .point ? 0x2E : 0x2C
        }
        let point = decimal.flatMap { body.lastIndex(of: $0) } ?? body.endIndex
        guard isGrouped(body[..<point]) else { return nil }
        let fraction = body[point...].dropFirst()
        if fraction.contains(where: { !$0.isDigit }) { return nil }
        let whole = body[..<point].filter { $0.isDigit }
        guard let read = Amount(utf8: whole + [0x2E] + fraction) else { return nil }
        return Self.scaled(isNegative ? -read : read, power)
    }

    /// Groups of three, or of two before the last three (lakh and crore).
    private func isGrouped(_ whole: ArraySlice<UInt8>) -> Bool {
        let groups = whole.split(omittingEmptySubsequences: false) { !$0.isDigit }
        guard groups.count > 1 else { return true }
        guard Set(whole.filter { !$0.isDigit }).count == 1, groups[groups.count - 1].count == 3,
            (1...3).contains(groups[0].count)
        else { return false }
        let middle = groups.dropFirst().dropLast()
        return middle.allSatisfy { $0.count == 3 }
            || groups[0].count <= 2 && middle.allSatisfy { $0.count == 2 }
    }

    private static func scaled(_ amount: Amount, _ power: Int) -> Amount? {
        if power == 0 { return amount }
        if Int(amount.decimals) >= power {
            return Amount(units: amount.units, decimals: Int(amount.decimals) - power)
        }
        let factor = Decimals.power(power - Int(amount.decimals))
        let (units, overflow) = amount.units.multipliedReportingOverflow(by: factor)
        guard !overflow, units.magnitude < 1_000_000_000_000_000_000 else { return nil }
        return Amount(units: units, decimals: 0)
    }
}
