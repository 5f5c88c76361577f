import Ledger

/// How a customer pays where it names nothing, or what its bank keeps: found in what people applied
/// by hand, tried on that history, and used by the matcher once a person has adopted it.
public struct MatchingRule: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        /// One open item of the amount is paid.
        case singleAmount = "single-amount"
        case wholeBalance = "whole-balance"
        case pastDue = "past-due"
        case dueMonth = "due-month"
        case statement
        case oldestFirst = "oldest-first"
        /// Banks on the way keep up to a limit that is the customer's own.
        case chargeLimit = "charge-limit"
    }

    public enum State: String, Sendable { case proposed, adopted, withdrawn }

    public let customer: Customer.ID
    public let kind: Kind
    /// Of a charge limit, the limit.
    public let limit: Money?
    /// What it would have done on the receipts applied by hand, when it was last tried.
    public var trial: Trial
    public let proposedBy: String
    public var decidedBy: String?
    public var state = State.proposed

    /// What a rule would have done with receipts that people applied: caught, where it would have
    /// applied just so; wrong, where otherwise. What would have been applied without it too counts
    /// for neither.
    public struct Trial: Sendable, Equatable {
        public var caught: Int64
        public var wrong: Int64
        /// Of so many receipts of the customer applied by hand.
        public var of: Int64
        /// The first receipts it would have been wrong on.
        public var wrongOn: [Receipt.ID]

        public static let shownAtMost = 20

        public init(caught: Int64, wrong: Int64, of: Int64, wrongOn: [Receipt.ID] = []) {
            self.caught = caught
            self.wrong = wrong
            self.of = of
            self.wrongOn = Array(wrongOn.prefix(Self.shownAtMost))
        }

        /// Three at least, and of ten at most one wrong.
        public var isGood: Bool { caught >= 3 && wrong <= caught / 9 }

        public var sentence: (en: String, zh: String) {
            let receipts = wrongOn.map { "\($0.raw)" }.joined(separator: ", ")
            if wrong == 0 {
                return (
                    "would have caught \(caught) of \(of), wrong on none",
                    "可命中 \(of) 笔中的 \(caught) 笔，无错误"
                )
            }
            return (
                "would have caught \(caught) of \(of), wrong on \(wrong): receipt \(receipts)",
                "可命中 \(of) 笔中的 \(caught) 笔，错 \(wrong) 笔：收款 \(receipts)"
            )
        }
    }

    public init(
        customer: Customer.ID, kind: Kind, limit: Money?, trial: Trial, proposedBy: String
    ) {
        self.customer = customer
        self.kind = kind
        self.limit = limit
        self.trial = trial
        self.proposedBy = proposedBy
    }
}

extension MatchingRule.Kind {
    public var en: String {
        switch self {
        case .singleAmount: "pays the one item of the amount"
        case .wholeBalance: "pays the whole balance"
        case .pastDue: "pays all that is past due"
        case .dueMonth: "pays what fell due in one month"
        case .statement: "pays the balance of a statement"
        case .oldestFirst: "pays the oldest first"
        case .chargeLimit: "is short by a bank charge"
        }
    }

    public var zh: String {
        switch self {
        case .singleAmount: "按单个项目金额付款"
        case .wholeBalance: "付清全部余额"
        case .pastDue: "付清全部逾期"
        case .dueMonth: "按到期月份付款"
        case .statement: "按对账单余额付款"
        case .oldestFirst: "先欠先还"
        case .chargeLimit: "少付银行手续费"
        }
    }
}

extension MatchingRule: CaseContent {
    var head: CaseFile.Head {
        var head = CaseFile.Head(state: state.rawValue, isClosed: state == .withdrawn)
        head.customer = customer
        head.amount = limit
        head.number = kind.rawValue
        return head
    }

    public var sentence: (en: String, zh: String) {
        let chinese =
            switch state {
            case .proposed: "建议"
            case .adopted: "已采用"
            case .withdrawn: "已停用"
            }
        let limit = limit.map { (" of at most \($0)", "，不超过 \($0)") } ?? ("", "")
        return (
            "rule \(kind.rawValue) \(state.rawValue): the customer \(kind.en)\(limit.0); "
                + trial.sentence.en,
            "匹配规则 \(kind.rawValue) \(chinese)：客户\(kind.zh)\(limit.1)；\(trial.sentence.zh)"
        )
    }

    func write(to out: inout FieldWriter) {
        out.id(customer)
        out.text(kind.rawValue)
        out.bool(limit != nil)
        if let limit { out.money(limit) }
        out.int(trial.caught)
        out.int(trial.wrong)
        out.int(trial.of)
        out.int(Int64(trial.wrongOn.count))
        for receipt in trial.wrongOn { out.id(receipt) }
        out.text(proposedBy)
        out.optional(decidedBy)
        out.text(state.rawValue)
    }

    init(from reader: inout FieldReader) throws(WireError) {
        let (customer, kind): (Customer.ID, Kind) = (try reader.id(), try reader.raw())
        let limit = try reader.bool() ? try reader.money() : nil
        let (caught, wrong, of) = (try reader.int(), try reader.int(), try reader.int())
        var wrongOn: [Receipt.ID] = []
        for _ in 0..<(try reader.count()) { wrongOn.append(try reader.id()) }
        self.init(
            customer: customer, kind: kind, limit: limit,
            trial: Trial(caught: caught, wrong: wrong, of: of, wrongOn: wrongOn),
            proposedBy: try reader.text())
        decidedBy = try reader.optionalText()
        state = try reader.raw()
    }
}
