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

    /// What a cell has; nil where that is no amount, or more than one.
    init?(cell: ArraySlice<UInt8>) {
        self.init(FoldedText.isFolded(cell) ? cell : FoldedText(cell).bytes[...])
    }

    /// `text` is folded.
    init?(_ text: ArraySlice<UInt8>) {
        body = text.trimmed
        if body.isEmpty || body.count > 100 { return nil }
        if Self.isBare(body) { return }
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

    /// Digits and their separators, and nothing around them.
    static func isBare(_ text: ArraySlice<UInt8>) -> Bool {
        guard let first = text.first, let last = text.last, first.isDigit, last.isDigit else {
            return false
        }
        for byte in text where !byte.isDigit && byte != 0x2E && byte != 0x2C { return false }
        return true
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

    enum Mark: Sendable { case point, comma }

    /// What the amount itself shows of its decimals.
    enum Evidence: Equatable {
        case none
        /// `1,234`: thousands, or three decimals.
        case ambiguous
        case decimals(Mark)
    }

    var evidence: Evidence {
        guard words == nil, let last = body.lastIndex(where: { $0 == 0x2E || $0 == 0x2C }) else {
            return .none
        }
        let mark = body[last] == 0x2E ? Mark.point : .comma
        let before = body[..<last]
        if before.contains(body[last] ^ 0x2E ^ 0x2C) { return .decimals(mark) }
        if before.contains(body[last]) { return .decimals(mark == .point ? .comma : .point) }
        let isGrouped = before.contains(UInt8(ascii: "'")) || before.contains(0x20)
        if body.endIndex - last - 1 != 3 || isGrouped || power > 0 { return .decimals(mark) }
        return (1...3).contains(before.count) && before.first != UInt8(ascii: "0")
            ? .ambiguous : .decimals(mark)
    }

    /// The amount; nil where its digits are not grouped as any number is, or are too many.
    /// `mark` is what the other amounts say, for one that says nothing itself.
    func amount(_ mark: Mark?) -> Amount? {
        if let words { return words }
        var decimal: UInt8 = 0
        switch evidence {
        case .none: break
        case .ambiguous:
            // Without any evidence: money hardly ever has three decimals.
            if let mark, (mark == .point) == body.contains(0x2E) {
                decimal = mark == .point ? 0x2E : 0x2C
            }
        case .decimals(let own): decimal = own == .point ? 0x2E : 0x2C
        }
        let point = body.lastIndex(of: decimal) ?? body.endIndex
        guard isGrouped(body[..<point]) else { return nil }
        // As Amount reads them: the digits, with one point.
        let plain = body.indices.lazy.filter { $0 == point || body[$0].isDigit }
        guard body[point...].dropFirst().allSatisfy({ $0.isDigit }),
            let read = Amount(utf8: plain.map { $0 == point ? 0x2E : body[$0] })
        else { return nil }
        return Self.scaled(isNegative ? -read : read, power)
    }

    /// Groups of three, or of two before the last three (lakh and crore).
    private func isGrouped(_ whole: ArraySlice<UInt8>) -> Bool {
        guard let separator = whole.first(where: { !$0.isDigit }) else { return true }
        let groups = whole.split(separator: separator, omittingEmptySubsequences: false)
        guard groups.allSatisfy({ $0.allSatisfy { $0.isDigit } }),
            groups[groups.count - 1].count == 3, (1...3).contains(groups[0].count)
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
