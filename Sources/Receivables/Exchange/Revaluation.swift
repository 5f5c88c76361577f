import Ledger

/// What open items and receipts in one currency are worth at the end of a month, against what they
/// are carried at (domain.md §1.6).
public struct Revaluation: Sendable, Equatable {
    /// One for each ledger; never both.
    public enum Method: String, Sendable, CaseIterable {
        /// A: the difference stands in accounts of its own and is reversed on the next day, so that
        /// a settlement is held against the rate of the document.
        case reversed
        /// B: items and receipts carry the new value, and a settlement is held against that.
        case carried
    }

    public enum State: String, Sendable { case posted, withdrawn }

    public let day: Day
    public let currency: Currency
    /// Into the functional currency.
    public let rate: Rate
    public let method: Method
    public let items: Int64
    public let receipts: Int64
    /// The gain, functional; a loss is negative. On items, and on money of receipts that may be
    /// asked back; an advance is none (IFRIC 22).
    public let onItems: Int64
    public let onReceipts: Int64
    public let functional: Currency
    public var state = State.posted

    public init(
        day: Day, currency: Currency, rate: Rate, method: Method, items: Int64, receipts: Int64,
        onItems: Int64, onReceipts: Int64, functional: Currency
    ) {
        self.day = day
        self.currency = currency
        self.rate = rate
        self.method = method
        self.items = items
        self.receipts = receipts
        self.onItems = onItems
        self.onReceipts = onReceipts
        self.functional = functional
    }

    /// By which one of a day and currency is known.
    public static func number(_ day: Day, _ currency: Currency) -> String { "\(day) \(currency)" }

    /// The gain of method A, and with `back` its reversal.
    public func bookings(back: Bool) -> [Booking] {
        let sign: Int64 = back ? -1 : 1
        return [(Booking.Kind.itemsRevalued, onItems), (.receiptsRevalued, onReceipts)]
            .filter { $0.1 != 0 }
            .map { Booking($0.0, 0, functional: sign * $0.1, currency, rate) }
    }
}

extension Revaluation: CaseContent {
    var head: CaseFile.Head {
        var head = CaseFile.Head(state: state.rawValue, isClosed: true)
        head.amount = Money(minor: onItems + onReceipts, functional)
        head.number = Self.number(day, currency)
        return head
    }

    var sentence: (en: String, zh: String) {
        let gain = Money(minor: onItems + onReceipts, functional)
        return (
            "\(currency) revalued at \(rate) on \(day), method \(method.rawValue): "
                + "\(items) items, \(receipts) receipts, gain \(gain)"
                + (state == .withdrawn ? ", taken back" : ""),
            "\(day) 按 \(rate) 重估 \(currency)（\(method == .reversed ? "次日冲回" : "结转")）："
                + "\(items) 个未清项、\(receipts) 笔收款，汇兑收益 \(gain)"
                + (state == .withdrawn ? "，已撤销" : "")
        )
    }

    func write(to out: inout FieldWriter) {
        out.day(day)
        out.currency(currency)
        out.rate(rate)
        out.text(method.rawValue)
        for count in [items, receipts, onItems, onReceipts] { out.int(count) }
        out.currency(functional)
        out.text(state.rawValue)
    }

    init(from reader: inout FieldReader) throws(WireError) {
        self.init(
            day: try reader.day(), currency: try reader.currency(), rate: try reader.rate(),
            method: try reader.raw(), items: try reader.int(), receipts: try reader.int(),
            onItems: try reader.int(), onReceipts: try reader.int(),
            functional: try reader.currency())
        state = try reader.raw()
    }
}
