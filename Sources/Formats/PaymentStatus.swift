import Ledger

/// What a bank answers to a payment order (pain.002): which transfers it took, which not, and why.
public struct PaymentStatusFile: Sendable, Equatable {
    public var head = PaymentStatus()
    public var groups: [GroupStatus] = []

    public init() {}
}

/// The head of an answer, with what it says of the whole order.
public struct PaymentStatus: Sendable, Equatable {
    public var id: String?
    public var createdAt: PaymentDate?
    /// The order that is answered: its id, and its message such as `pain.001.001.09`.
    public var originalId: String?
    public var originalMessage: String?
    public var originalCount: Int?
    public var originalSum: Amount?
    /// `ACCP`, `ACSC`, `PART`, `RJCT`, `PDNG`, …
    public var status: String?
    public var reasons: [StatusReason] = []

    public init() {}
}

/// The answer to one group of an order.
public struct GroupStatus: Sendable, Equatable {
    public var originalId: String?
    public var originalCount: Int?
    public var originalSum: Amount?
    public var status: String?
    public var reasons: [StatusReason] = []
    public var transfers: [TransferStatus] = []

    public init() {}
}

/// The answer to one transfer.
public struct TransferStatus: Sendable, Equatable {
    public var id: String?
    public var instructionId: String?
    /// Nil also for `NOTPROVIDED`.
    public var endToEndId: String?
    public var uetr: String?
    public var status: String?
    public var reasons: [StatusReason] = []
    public var acceptedAt: PaymentDate?
    public var bankReference: String?
    /// What the bank repeats of the transfer.
    public var amount: Amount?
    public var currency: Currency?

    public init() {}
}

/// Why a status is what it is.
public struct StatusReason: Sendable, Equatable {
    /// Who says so: the name or BIC of a bank.
    public var originator: String?
    /// `AC01`, `AM04`, …
    public var code: PaymentCode?
    public var lines: [String] = []

    public init() {}
}

/// What a reader of payment orders and their answers says, in the order of the file. It keeps at
/// most one transfer in memory: groups come without those that follow them.
public enum PaymentEvent: Sendable, Equatable {
    case order(PaymentOrder)
    case group(PaymentGroup)
    case transfer(PaymentTransfer)
    case status(PaymentStatus)
    case groupStatus(GroupStatus)
    case transferStatus(TransferStatus)
    case finding(Finding)
}

/// A file of payments read whole, for `acquit read` and the tests.
public struct PaymentFile: Sendable, Equatable {
    /// `pain.001.001.09`; empty where that never became known.
    public var format: String
    public var order: PaymentOrderFile?
    public var status: PaymentStatusFile?

    public init(format: String) { self.format = format }
}
