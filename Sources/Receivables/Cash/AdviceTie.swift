import Ledger

/// Whether an advice is of the money of a receipt: amount, day, and who pays or the number of the
/// payment (domain.md §3.7).
public enum AdviceTie {
    /// The receipt may be so many calendar days before the advice, and after it: five and ten
    /// working days.
    public static let window: ClosedRange<Int> = -7...14

    public enum Grade: Int, Comparable, Sendable {
        case no
        /// Nothing but amount and day speaks for it.
        case amountAndDay
        case payer
        /// The payment carries the advice's number.
        case trace

        public static func < (a: Grade, b: Grade) -> Bool { a.rawValue < b.rawValue }
    }

    /// `likeness` of two names: nil where they are of two companies, true where of one.
    public static func grade(
        _ advice: Advice, _ receipt: Receipt, likeness: (String, String) -> Bool?
    ) -> Grade {
        if let currency = advice.currency, currency != receipt.currency { return .no }
        guard let minor = advice.amount.money(receipt.currency)?.minor, minor > 0 else {
            return .no
        }
        // The bank may show what it took on the way.
        guard minor == receipt.amount || minor == receipt.amount &+ receipt.source.charges,
            window.contains(receipt.valueDate - advice.day)
        else { return .no }
        let source = receipt.source
        if let trace = advice.trace ?? advice.number, carries(source, trace) { return .trace }
        if let account = advice.payerAccount, let own = source.payerAccount {
            if account == own { return .payer }
        }
        guard let name = advice.payer, let own = source.payer else { return .amountAndDay }
        // Another payer's advice of the same amount is not this money's.
        return likeness(name, own).map { $0 ? .payer : .amountAndDay } ?? .no
    }

    private static func carries(_ source: Receipt.Source, _ trace: String) -> Bool {
        let sought = signs(trace)
        if sought.count < 4 { return false }
        let places = [source.endToEndId, source.bankReference, source.checkNumber] + source.text
        return places.contains { text in
            guard let text else { return false }
            let signs = signs(text)
            return signs.firstRange(of: sought) != nil
        }
    }

    private static func signs(_ text: String) -> [UInt8] {
        let signs = text.utf8.filter {
            UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
                || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0
                || UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0
        }
        return Array(signs.drop { $0 == UInt8(ascii: "0") })
    }
}
