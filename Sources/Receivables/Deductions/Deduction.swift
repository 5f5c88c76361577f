import Ledger

/// A part of an invoice that the customer did not pay and gave a reason for, or none: opened with
/// the residual item, worked on by who owns the reason, closed as right or wrong (domain.md P12,
/// §3.14).
public struct Deduction: Sendable, Equatable {
    public enum State: String, Sendable {
        case open
        /// The customer is right: a credit note cleared it.
        case valid
        /// The customer owes it: it is collected as any item.
        case invalid
        /// The payment it came with was taken back.
        case withdrawn
    }

    /// The residual item.
    public let item: OpenItem.ID
    public let customer: Customer.ID
    public let receipt: Receipt.ID
    public let amount: Money
    public var reason: ReasonCode
    /// The day by which it is to be coded or decided.
    public var dueOn: Day
    public var state = State.open
    /// Who decided, and why.
    public var decidedBy: String?
    public var note: String?
    /// The credit note that cleared it.
    public var credit: OpenItem.ID?

    public init(
        item: OpenItem.ID, customer: Customer.ID, receipt: Receipt.ID, amount: Money,
        reason: ReasonCode, dueOn: Day
    ) {
        self.item = item
        self.customer = customer
        self.receipt = receipt
        self.amount = amount
        self.reason = reason
        self.dueOn = dueOn
    }

    /// A reason is to be found within a week, a coded deduction decided within a month ([P]).
    static func due(_ reason: ReasonCode, from day: Day) -> Day {
        day.adding(reason == .unknown ? 7 : 30)
    }
}

extension Deduction: CaseContent {
    var head: CaseFile.Head {
        var head = CaseFile.Head(state: state.rawValue, isClosed: state != .open)
        head.customer = customer
        head.receipt = receipt
        head.item = item
        head.amount = amount
        head.number = reason.rawValue
        head.dueOn = state == .open ? dueOn : nil
        head.owner = reason.owner
        return head
    }

    var sentence: (en: String, zh: String) {
        let chinese =
            switch state {
            case .open: "待处理"
            case .valid: "成立"
            case .invalid: "不成立"
            case .withdrawn: "已撤销"
            }
        return (
            "deduction of \(amount), \(reason.en): \(state.rawValue)",
            "扣款 \(amount)，\(reason.zh)：\(chinese)"
        )
    }

    func write(to out: inout FieldWriter) {
        out.id(item)
        out.id(customer)
        out.id(receipt)
        out.money(amount)
        out.text(reason.rawValue)
        out.day(dueOn)
        out.text(state.rawValue)
        out.optional(decidedBy)
        out.optional(note)
        out.optional(credit)
    }

    init(from reader: inout FieldReader) throws(WireError) {
        self.init(
            item: try reader.id(), customer: try reader.id(), receipt: try reader.id(),
            amount: try reader.money(), reason: try reader.raw(), dueOn: try reader.day())
        state = try reader.raw()
        decidedBy = try reader.optionalText()
        note = try reader.optionalText()
        credit = try reader.optionalID()
    }
}
