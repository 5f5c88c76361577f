import Ledger

/// A bank asks for money back that it had credited: a wire recalled by its sender (camt.056, MT192,
/// domain.md §1.5a). Nobody gives anything back before legal or credit has agreed.
public struct Recall: Sendable, Equatable {
    public enum State: String, Sendable { case asked, agreed, declined, returned }

    /// The bank's number of the request.
    public let number: String
    public let receipt: Receipt.ID
    public let customer: Customer.ID?
    public let amount: Money
    /// The sender's reason: `DUPL`, `FRAD`, `CUST` …
    public let reason: String
    public let askedBy: String
    /// Until when the bank wants an answer.
    public let answerBy: Day
    public var decidedBy: String?
    public var why: String?
    /// The bank's debit, where it came before it was agreed to; else it will come.
    public var line: BankLine.ID?
    public var lineValue: Int64?
    public var state = State.asked

    public init(
        number: String, receipt: Receipt.ID, customer: Customer.ID?, amount: Money,
        reason: String, askedBy: String, answerBy: Day
    ) {
        self.number = number
        self.receipt = receipt
        self.customer = customer
        self.amount = amount
        self.reason = reason
        self.askedBy = askedBy
        self.answerBy = answerBy
    }
}

extension Recall: CaseContent {
    var head: CaseFile.Head {
        var head = CaseFile.Head(
            state: state.rawValue, isClosed: state == .declined || state == .returned)
        head.customer = customer
        head.receipt = receipt
        head.amount = amount
        head.number = number
        head.dueOn = state == .asked ? answerBy : nil
        head.owner = state == .asked ? "legal" : nil
        return head
    }

    var sentence: (en: String, zh: String) {
        let (en, zh) =
            switch state {
            case .asked: ("waits for an answer until \(answerBy)", "待答复，期限 \(answerBy)")
            case .agreed: ("agreed to", "已同意")
            case .declined: ("declined", "已拒绝")
            case .returned: ("returned", "已退回")
            }
        return (
            "recall \(number) of \(amount) (\(reason)) \(en)",
            "汇款撤回请求 \(number)（\(amount)，\(reason)）\(zh)"
        )
    }

    func write(to out: inout FieldWriter) {
        out.text(number)
        out.id(receipt)
        out.optional(customer)
        out.money(amount)
        out.text(reason)
        out.text(askedBy)
        out.day(answerBy)
        out.optional(decidedBy)
        out.optional(why)
        out.optional(line)
        out.optional(lineValue)
        out.text(state.rawValue)
    }

    init(from reader: inout FieldReader) throws(WireError) {
        self.init(
            number: try reader.text(), receipt: try reader.id(),
            customer: try reader.optionalID(), amount: try reader.money(),
            reason: try reader.text(), askedBy: try reader.text(), answerBy: try reader.day())
        decidedBy = try reader.optionalText()
        why = try reader.optionalText()
        line = try reader.optionalID()
        lineValue = try reader.optionalInt()
        state = try reader.raw()
    }
}
