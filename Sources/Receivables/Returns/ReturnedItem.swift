import Ledger

/// A payment that the bank took back: what it says of it, and what it undid (domain.md §1.4 P18,
/// P20; field.md row o).
public struct ReturnedItem: Sendable, Equatable {
    public enum State: String, Sendable {
        /// Nobody has said yet which receipt it undoes.
        case waiting
        /// The receipt is out of the books, its items are open again.
        case returned
        /// Presented again, or paid otherwise.
        case represented, settled
        /// It undid nothing of ours; or its bank line was taken back.
        case dismissed, withdrawn
    }

    /// The bank's debit, which stands in bank clearing until it undoes something.
    public let line: BankLine.ID?
    public let amount: Money
    /// What the debit was posted at, in functional currency.
    public let value: Int64
    /// The bank's reason: of an ACH or ISO 20022 return, or the letter of a check.
    public var code: String?
    /// By which the bank names the payment: trace number, end-to-end identification, check number.
    public var references: [String] = []
    public var payer: String?
    /// The receipt that it undid; after it was presented again, the one that came instead.
    public var receipt: Receipt.ID?
    public var customer: Customer.ID?
    /// What the customer was charged for it.
    public var recharge: OpenItem.ID?
    /// Which presentation came back: 1 is the first.
    public var attempt: Int64 = 1
    /// Until when it may be presented again.
    public var againUntil: Day?
    public var state = State.waiting

    public init(line: BankLine.ID?, amount: Money, value: Int64) {
        self.line = line
        self.amount = amount
        self.value = value
    }

    /// Of a debit of the bank.
    public init(_ line: BankLine) {
        self.init(
            line: line.id, amount: Money(minor: -line.amount, line.currency),
            value: -line.functional)
    }

    /// What the bank took besides the receipt's money, worth `functional`: a fee it had kept of a
    /// check credited at once, and what the rates of the two days differ by.
    func bookings(_ receipt: Receipt, worth functional: Int64, _ books: Books) -> [Booking] {
        let kept = amount - receipt.money
        guard let company = books.entities[receipt.entity],
            let fee = receipt.rate.convert(kept, to: company.currency)?.minor
        else { return [] }
        var bookings: [Booking] = []
        if fee != 0 {
            bookings.append(
                Booking(
                    .collectionFeeKept, kept.minor, functional: fee, kept.currency, receipt.rate))
        }
        let difference = value - functional - fee
        if difference != 0 {
            bookings.append(
                Booking(
                    .clearedAtOtherRate, 0, functional: difference, kept.currency, receipt.rate))
        }
        return bookings
    }

    public var reason: ReturnCode? { code.flatMap(ReturnCode.of) }
    /// Whether it counts against the customer's credit.
    public var countsAsNSF: Bool {
        reason?.isNSF == true && receipt != nil
            && (state == .returned || state == .represented || state == .settled)
    }
    /// How often it may still be presented.
    public var presentationsLeft: Int64 {
        max(0, Int64(reason?.again ?? 0) + 1 - attempt)
    }
}

extension ReturnedItem: CaseContent {
    var head: CaseFile.Head {
        var head = CaseFile.Head(
            state: state.rawValue, isClosed: state != .waiting && state != .returned)
        head.customer = customer
        head.receipt = receipt
        head.item = recharge
        head.amount = amount
        head.number = line.map { "\($0.raw)" } ?? references.first
        head.dueOn = state == .returned && presentationsLeft > 0 ? againUntil : nil
        return head
    }

    var sentence: (en: String, zh: String) {
        let reason = self.reason
        let why = code.map { code in
            (" (\(code)\(reason.map { " \($0.en)" } ?? ""))", "（\(code)\(reason?.zh ?? "")）")
        }
        let (en, zh) =
            switch state {
            case .waiting: ("waits: which receipt does it undo", "待确认：冲销哪笔收款")
            case .returned:
                (
                    reason.map { "returned: \($0.action.en)" } ?? "returned",
                    reason.map { "已退回：\($0.action.zh)" } ?? "已退回"
                )
            case .represented: ("presented again", "已再次提示")
            case .settled: ("settled otherwise", "已以其他方式了结")
            case .dismissed: ("undoes no receipt", "不涉及收款")
            case .withdrawn: ("taken back", "已撤销")
            }
        return (
            "returned item of \(amount)\(why?.0 ?? "") \(en)", "退票退款 \(amount)\(why?.1 ?? "") \(zh)"
        )
    }

    func write(to out: inout FieldWriter) {
        out.optional(line)
        out.money(amount)
        out.int(value)
        out.optional(code)
        out.list(references)
        out.optional(payer)
        out.optional(receipt)
        out.optional(customer)
        out.optional(recharge)
        out.int(attempt)
        out.optional(againUntil)
        out.text(state.rawValue)
    }

    init(from reader: inout FieldReader) throws(WireError) {
        self.init(
            line: try reader.optionalID(), amount: try reader.money(), value: try reader.int())
        code = try reader.optionalText()
        references = try reader.list()
        payer = try reader.optionalText()
        receipt = try reader.optionalID()
        customer = try reader.optionalID()
        recharge = try reader.optionalID()
        attempt = try reader.int()
        againUntil = try reader.optionalDay()
        state = try reader.raw()
    }
}
