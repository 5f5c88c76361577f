/// When an invoice falls due, and what is taken off for paying earlier (EN 16931 BT-20; UN/EDIFACT
/// 4279).
///
/// `net30` · `2/10net30` (2 % within 10 days, else 30 net) · `eom15` (15 days after the end of the
/// month, 月结15天) · `cod`, `due on receipt` (at once).
public struct PaymentTerms: Hashable, Sendable, CustomStringConvertible {
    /// The cash discount in 1/10000: 200 is 2 %. Zero where there is none.
    public let discountPercent: Int
    public let discountDays: Int
    public let netDays: Int
    /// Whether days count from the end of the month of the invoice, not from the invoice.
    public let endOfMonth: Bool

    /// Nil for a discount above 100 %, days beyond ten years, or a discount that outlasts the term.
    public init?(
        discountPercent: Int = 0, discountDays: Int = 0, netDays: Int, endOfMonth: Bool = false
    ) {
        guard (0...10_000).contains(discountPercent), (0...Self.longest).contains(discountDays),
            (0...Self.longest).contains(netDays), discountDays <= netDays
        else { return nil }
        self.discountPercent = discountPercent
        self.discountDays = discountPercent == 0 ? 0 : discountDays
        self.netDays = netDays
        self.endOfMonth = endOfMonth
    }

    /// Reads the notations above, without case or spaces. Nil for anything else.
    public init?(_ text: some StringProtocol) {
        var words = TermWords(text.utf8)
        if words.isAll(oneOf: ["cod", "dueonreceipt", "immediate", "货到付款"]) {
            self.init(netDays: 0)
            return
        }
        var discount = (percent: 0, days: 0)
        if let percent = words.takePercent() {
            guard words.take("/"), let days = words.takeDays() else { return nil }
            discount = (percent, days)
            _ = words.take(",")
        }
        let endOfMonth = words.take("eom") || words.take("月结")
        guard endOfMonth || words.take("net") || words.take("n") else { return nil }
        let days = words.takeDays()
        if days != nil { _ = words.take("days") || words.take("天") }
        guard words.isEmpty, let netDays = days ?? (endOfMonth ? 0 : nil) else { return nil }
        self.init(
            discountPercent: discount.percent, discountDays: discount.days, netDays: netDays,
            endOfMonth: endOfMonth)
    }

    public func dueOn(from issuedOn: Day) -> Day { start(issuedOn).adding(netDays) }

    /// The last day on which the discount may be taken; nil where there is none.
    public func discountUntil(from issuedOn: Day) -> Day? {
        discountPercent == 0 ? nil : start(issuedOn).adding(discountDays)
    }

    private func start(_ issuedOn: Day) -> Day { endOfMonth ? issuedOn.lastOfMonth : issuedOn }

    /// `2/10net30`, as it is read.
    public var description: String {
        let net = (endOfMonth ? "eom" : "net") + String(netDays)
        if discountPercent == 0 { return net }
        var percent = Decimals.text(discountPercent, exponent: 2)
        while percent.utf8.last == UInt8(ascii: "0") { percent.removeLast() }
        if percent.utf8.last == UInt8(ascii: ".") { percent.removeLast() }
        return "\(percent)/\(discountDays)\(net)"
    }

    private static let longest = 3650
}

/// What is left to read of the terms, in small letters and without spaces.
private struct TermWords {
    private var rest: ArraySlice<UInt8>

    init(_ text: some Sequence<UInt8>) {
        let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
        rest =
            text.filter { $0 != UInt8(ascii: " ") }
            .map { capitals.contains($0) ? $0 | 0x20 : $0 }[...]
    }

    var isEmpty: Bool { rest.isEmpty }

    func isAll(oneOf words: [String]) -> Bool { words.contains { rest.elementsEqual($0.utf8) } }

    mutating func take(_ word: String) -> Bool {
        guard rest.starts(with: word.utf8) else { return false }
        rest = rest.dropFirst(word.utf8.count)
        return true
    }

    /// At most four digits.
    mutating func takeDays() -> Int? {
        let digits = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        guard (1...4).contains(digits.count) else { return nil }
        rest = rest.dropFirst(digits.count)
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// `2` or `1.25`, in 1/10000.
    mutating func takePercent() -> Int? {
        guard let whole = takeDays() else { return nil }
        guard take(".") else { return whole * 100 }
        let count = rest.count
        guard let part = takeDays() else { return nil }
        switch count - rest.count {
        case 1: return whole * 100 + part * 10
        case 2: return whole * 100 + part
        default: return nil
        }
    }
}
