import Ledger

/// One claim on money whose payer is unknown (认领): who says it is whose, what for, and on what
/// evidence (domain.md §3.9).
public struct Claim: Sendable, Equatable {
    /// What the money is said to be.
    public enum Kind: String, Sendable, CaseIterable {
        /// 货款: for invoices, applied to those that are named.
        case goods
        /// 预收款: for an order that is not invoiced yet.
        case advance
        /// 保证金, 质保金: the customer's, kept on account.
        case deposit, retention
        /// 其他收入: no customer's payment, but ours.
        case otherIncome = "other-income"
        /// 非我司款项: the bank is asked, and the money waits in suspense (P21).
        case notOurs = "not-ours"

        /// The account of money that is no customer's.
        public var outside: Account? {
            switch self {
            case .otherIncome: .otherIncome
            case .notOurs: .bankErrors
            default: nil
            }
        }
    }

    public enum State: String, Sendable, CaseIterable {
        /// 待审核: AR is to look at it.
        case pending
        /// 争议: two claim the same money, and the AR lead decides.
        case conflict
        /// 已确认: believed, and nothing is posted until the claims sum to the receipt.
        case confirmed
        /// 已入账.
        case booked
        /// Posted to suspense, and the bank is asked whose it is (银行查询).
        case atBank = "at-bank"
        case refused, returned, withdrawn, expired
        /// 已撤销: confirmed once, and taken back with a second person's approval.
        case takenBack = "taken-back"

        /// Whether it keeps money from others.
        public var isLive: Bool { self == .pending || self == .conflict || self == .confirmed }
        public var isBooked: Bool { self == .booked || self == .atBank }
    }

    /// An invoice that the claim names; without an amount, what of it is open.
    public struct Invoice: Sendable, Equatable {
        public let number: String
        public let amount: Int64?

        public init(_ number: String, _ amount: Int64? = nil) {
            self.number = number
            self.amount = amount
        }
    }

    /// What the claim rests on.
    public struct Papers: Sendable, Equatable {
        public var contract: String?
        public var order: String?
        public var invoices: [Invoice] = []
        /// The customer's slip (水单), a letter, a mail: in words, and the SHA-256 of the file.
        public var evidence: String?
        public var file: String?
        /// Six digits, for money from abroad (domain.md §4.5).
        public var bopCode: String?
        /// The VAT in an advance, in 1/10000 of the net amount (P26).
        public var taxRate: Int64 = 0
        /// The claimant declares it to be true.
        public var isDeclared = false

        public init() {}
    }

    public let receipt: Receipt.ID
    public let claimant: String
    public let unit: String
    public let kind: Kind
    public var amount: Money
    public let customer: Customer.ID?
    public let papers: Papers
    public let claimedOn: Day
    public var state = State.pending
    /// The other claim on the same money.
    public var rival: CaseFile.ID?
    /// Who decided last, when, and why.
    public var decidedBy: String?
    public var decidedOn: Day?
    public var why: String?
    /// The day it is to be looked at, or asked after, next.
    public var dueOn: Day?
    /// Once posted, the receipt that has its money.
    public var part: Receipt.ID?
    /// The code of why the invoices named could not be cleared; the money is unapplied.
    public var notApplied: String?

    public init(
        receipt: Receipt.ID, claimant: String, unit: String, kind: Kind, amount: Money,
        customer: Customer.ID?, papers: Papers, claimedOn: Day
    ) {
        self.receipt = receipt
        self.claimant = claimant
        self.unit = unit
        self.kind = kind
        self.amount = amount
        self.customer = customer
        self.papers = papers
        self.claimedOn = claimedOn
    }

    /// The same after a decision.
    func decided(_ state: State, at desk: Desk, why: String) -> Claim {
        var next = self
        next.state = state
        next.rival = nil
        next.decidedBy = desk.actor
        next.decidedOn = desk.today
        next.why = why.isEmpty ? nil : why
        next.dueOn = nil
        return next
    }
}
