import Ledger

/// Money of a customer on its way back: asked for by one person, approved by others, released in a
/// payment file by a third, closed by the debit on the statement (P14; reliability: F1 to F9).
///
/// Its number is the end-to-end identification of the payment.
public struct Refund: Sendable, Equatable {
    public typealias ID = Identifier<Refund>

    public enum State: Int64, Sendable, CaseIterable {
        /// From here on the money is owed to the payer (2241R).
        case approved = 0
        case paid = 1
        case cancelled = 2
        /// Waits for approvals; the money is still where it was.
        case requested = 3
        /// In a payment file that is not released.
        case inFile = 4
        case released = 5
        /// The bank has taken the order.
        case accepted = 6

        /// Whether 2241R holds the money.
        public var isOwed: Bool { self != .requested && self != .paid && self != .cancelled }
    }

    public struct Approval: Sendable, Equatable {
        public let by: String
        public let on: Day
        /// Whether the approver claimed the controller's authority.
        public let asController: Bool

        public init(by: String, on: Day, asController: Bool) {
            self.by = by
            self.on = on
            self.asController = asController
        }
    }

    public let id: ID
    public let entity: Entity.ID
    public let receipt: Receipt.ID
    public let customer: Customer.ID
    /// Where the receipt holds the money, and gets it back if the refund is cancelled.
    public let place: Receipt.Place
    public let currency: Currency
    public let rate: Rate
    public let amount: Int64
    public var functional: Int64
    /// The account that it goes to, and the one that the money came from, as far as that is known.
    public let toAccount: String
    public let cameFrom: String?
    /// Name of who owns that account; BIC or routing number of its bank.
    public let payee: String
    public var payeeBank: String?
    public let requestedBy: String
    public let requestedOn: Day
    public var why = ""
    /// What stood against it, and the word with which the requester went on.
    public var warnings: [RefundWarning] = []
    public var despite = ""
    /// The sanction list that the payee was looked up in.
    public var screenedBy: String?
    /// Code of the balance of payments that the original receipt was declared under (退汇).
    public var bopCode: String?
    public var approvals: [Approval] = []
    /// The callback by which another account than the one the money came from was confirmed.
    public var callback: CaseFile.ID?
    public var file: CaseFile.ID?
    /// The bank line that paid it, or by which it came back, with its functional value.
    public var line: BankLine.ID?
    public var lineFunctional: Int64?
    /// Whether the money went, or came back, through bank clearing, where a bank line carries it.
    public var isCleared = false
    /// Why the bank rejected or returned it.
    public var bankReason: String?
    public var state: State

    public init(
        id: ID, receipt: Receipt, customer: Customer.ID, place: Receipt.Place, amount: Int64,
        toAccount: String, payee: String, requestedBy: String, requestedOn: Day,
        state: State = .requested
    ) {
        self.init(
            id: id, entity: receipt.entity, receipt: receipt.id, customer: customer, place: place,
            currency: receipt.currency, rate: receipt.rate, amount: amount,
            functional: receipt.functional(of: amount, at: place), toAccount: toAccount,
            cameFrom: receipt.source.payerAccount, payee: payee, requestedBy: requestedBy,
            requestedOn: requestedOn, state: state)
    }

    init(
        id: ID, entity: Entity.ID, receipt: Receipt.ID, customer: Customer.ID,
        place: Receipt.Place, currency: Currency, rate: Rate, amount: Int64, functional: Int64,
        toAccount: String, cameFrom: String?, payee: String, requestedBy: String,
        requestedOn: Day, state: State
    ) {
        self.id = id
        self.entity = entity
        self.receipt = receipt
        self.customer = customer
        self.place = place
        self.currency = currency
        self.rate = rate
        self.amount = amount
        self.functional = functional
        self.toAccount = toAccount
        self.cameFrom = cameFrom
        self.payee = payee
        self.requestedBy = requestedBy
        self.requestedOn = requestedOn
        self.state = state
    }

    public var money: Money { Money(minor: amount, currency) }
    /// Its end-to-end identification.
    public var number: String { "\(id.raw)" }

    /// Whether it goes to another account than the money came from (F1).
    public var isElsewhere: Bool { toAccount != cameFrom }

    /// Everybody who has asked for it or approved it.
    public var hands: [String] { [requestedBy] + approvals.map(\.by) }

    /// Its state as people read it, with what it waits for.
    public var status: String {
        switch state {
        case .requested: isElsewhere && callback == nil ? "requested, callback due" : "requested"
        case .approved: isElsewhere && callback == nil ? "approved, callback due" : "approved"
        case .inFile: "in file"
        case .paid, .cancelled, .released, .accepted: "\(state)"
        }
    }

    public var statusZh: String {
        let due = isElsewhere && callback == nil ? "，待回拨" : ""
        return switch state {
        case .requested: "已申请" + due
        case .approved: "已批准" + due
        case .inFile: "已入付款文件"
        case .paid: "已支付"
        case .cancelled: "已取消"
        case .released: "已放行"
        case .accepted: "银行已受理"
        }
    }
}
