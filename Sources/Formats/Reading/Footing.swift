import Ledger

/// Whether a statement foots: opening balance + booked entries = closing balance (reliability,
/// before posting).
///
/// Fed with the entries as they come, so that a statement of any length can be checked. Pending
/// entries and entries for information do not count. Nothing is said where a balance is missing, or
/// where a booked entry or a balance is of another currency than the rest.
public struct Footing: Sendable {
    /// In units of 10^-12, as an amount has at most twelve decimals; nil once it is beyond all
    /// reason.
    private var sum: Int128? = 0
    private var currency: Currency?
    private var hasManyCurrencies = false

    public init() {}

    public mutating func add(_ entry: StatementEntry) {
        guard entry.status == .booked else { return }
        if let known = entry.currency {
            if let currency, currency != known { hasManyCurrencies = true }
            currency = known
        }
        guard let before = sum else { return }
        let (after, overflow) = before.addingReportingOverflow(Self.scaled(entry.amount))
        sum = overflow ? nil : after
    }

    /// At most one finding: that `statement`, whose entries have been added, does not foot.
    public func check(_ statement: Statement, at place: String = "closing balance") -> [Finding] {
        // The day so far closes with entries that are not booked yet.
        guard let opening = statement.opening, let closing = statement.closing, !hasManyCurrencies,
            !statement.isInterim
        else { return [] }
        let currencies = [opening.currency, closing.currency, currency].compactMap { $0 }
        guard currencies.allSatisfy({ $0 == currencies[0] }) else { return [] }
        let said = Self.scaled(closing.amount)
        guard let sum else {
            return [Finding(FootingFinding.doesNotFoot, at: place, value: "\(closing.amount)")]
        }
        let found = Self.scaled(opening.amount).addingReportingOverflow(sum)
        if !found.overflow, found.partialValue == said { return [] }
        let detail = "\(opening.amount) + \(Self.text(sum)) ≠ \(closing.amount)"
        return [
            Finding(
                FootingFinding.doesNotFoot, at: place, value: "\(closing.amount)", detail: detail)
        ]
    }

    /// `amount` in units of 10^-12.
    static func scaled(_ amount: Amount) -> Int128 {
        Int128(amount.units) * Int128(powers[12 - Int(amount.decimals)])
    }

    /// A scaled sum with as many decimals as it needs, at least two.
    static func text(_ scaled: Int128) -> String {
        var rest = scaled
        var decimals = 12
        while decimals > 2, rest % 10 == 0 {
            rest /= 10
            decimals -= 1
        }
        return Decimals.text(rest, exponent: decimals)
    }

    private static let powers: [Int64] = (0...12).map { Decimals.power($0) }
}

/// The finding of ``Footing``, shared by all formats.
public enum FootingFinding: String, FindingKind {
    case doesNotFoot = "statement-does-not-foot"

    public var severity: Finding.Severity { .error }
    public var en: String { "opening balance and booked entries do not give the closing balance" }
    public var zh: String { "期初余额加已入账明细不等于期末余额" }
}
