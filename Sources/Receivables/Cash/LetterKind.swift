/// What is asked or said in writing about a receipt (domain.md §3.13).
public enum LetterKind: String, Sendable, CaseIterable {
    /// T02: which invoices does it pay?
    case remittanceRequest = "remittance-request"
    /// To the bank: who ordered it, and what for?
    case senderQuery = "sender-query"
    /// T03: what is left of the documents it paid, and why.
    case shortPayment = "short-payment"
    /// T04: a cash discount taken after its day.
    case unearnedDiscount = "unearned-discount"
    /// T05: how shall what is left over be used?
    case overpayment
    /// T05: the same amount came before.
    case duplicatePayment = "duplicate-payment"
    /// T06.
    case returnedCheck = "returned-check"
    /// T13, with the form that customer and payer sign (代付委托函).
    case thirdPartyPayment = "third-party-payment"
    /// T14: bank details do not change by mail.
    case bankChangeWarning = "bank-change-warning"
    /// Money that seems to be meant for someone else.
    case misdirectedPayment = "misdirected-payment"

    /// Written to our own bank, not to who paid.
    public var isToBank: Bool { self == .senderQuery }
}
