import Ledger

/// What a payer says of one payment: which documents it pays, and what was taken off.
///
/// The shape of the array `advices` of `acquit read --json` (interfaces.md). Amounts are as the
/// file has them, sign and decimals.
public struct RemittanceAdvice: Sendable, Equatable {
    public var id: String?
    /// The day of the document.
    public var date: Day?
    /// The day on which the money moves.
    public var valueDate: Day?
    public var payer: PaymentDetail.Party?
    public var payee: PaymentDetail.Party?
    /// What is paid in all.
    public var amount: Amount?
    public var currency: Currency?
    /// The payer's code: `ACH`, `CHK` (X12 591) or `31` (UN/EDIFACT 4461).
    public var method: String?
    /// The number that the payment carries too.
    public var trace: String?
    public var lines: [AdviceLine] = []
    /// Adjustments that name no document.
    public var adjustments: [AdviceLine] = []

    public init() {}
}

/// One document that an advice pays or adjusts.
public struct AdviceLine: Sendable, Equatable {
    /// `IV`, `CM` (X12 128) or `380`, `381` (UN/EDIFACT 1001).
    public var type: String?
    public var number: String?
    public var date: Day?
    /// Before discount and adjustment.
    public var gross: Amount?
    public var discount: Amount?
    public var adjustment: Amount?
    /// The payer's code for the adjustment.
    public var reason: String?
    /// What is paid; nil where the line is an adjustment alone.
    public var net: Amount?
    /// References with their qualifiers, and notes, joined by line feeds.
    public var text: String?

    public init() {}
}

/// What a reader of advices says, in the order of the file. A reader keeps at most one advice in
/// memory.
public enum AdviceEvent: Sendable, Equatable {
    case advice(RemittanceAdvice)
    case finding(Finding)
}

/// A file of advices read whole, for `acquit read` and the tests.
public struct AdviceFile: Sendable, Equatable {
    /// `EDI-820` or `REMADV`; empty where the file is neither.
    public var format: String
    public var advices: [RemittanceAdvice] = []

    public init(format: String) { self.format = format }
}
