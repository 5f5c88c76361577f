/// What makes a receipt easy or hard to apply: the kinds that the demo company meets, and by which
/// precision and recall are told apart.
public enum Trouble: String, CaseIterable, Sendable {
    /// One item, its number or creditor reference in full, paid in full.
    case clear
    /// Several items, all numbers given, sum right.
    case severalInvoices = "several-invoices"
    /// Only the last digits of the number.
    case shortReference = "short-reference"
    /// The number misread or retyped: letter O for zero, digits run together with words.
    case misreadNumber = "misread-number"
    /// The purchase order or contract instead of the invoice.
    case orderReference = "order-reference"
    /// One item, no reference.
    case noReference = "no-reference"
    /// Several items, no reference, or "as per advice" that is not there.
    case severalWithoutReference = "several-without-reference"
    /// Everything that is open on the customer's statement, without numbers.
    case balance
    case cashDiscount = "cash-discount"
    /// The discount taken after its last day.
    case unearnedDiscount = "unearned-discount"
    /// Banks on the way kept their charges.
    case bankCharge = "bank-charge"
    case rounding
    /// Less than invoiced, with a reason in words.
    case shortPayment = "short-payment"
    /// An instalment, said to be one.
    case partPayment = "part-payment"
    case overpayment
    /// The same payment again within days.
    case paidTwice = "paid-twice"
    /// An invoice that was paid weeks ago.
    case closedInvoice = "closed-invoice"
    /// The number of another customer's invoice.
    case wrongNumber = "wrong-number"
    case creditNoteNetted = "credit-note-netted"
    /// Money for an order that is not invoiced yet.
    case prepayment
    /// A payer never seen, nothing to go by.
    case unknownPayer = "unknown-payer"
    /// Money that is not for us.
    case notOurs = "not-ours"
    /// The parent pays for its subsidiaries.
    case parentPays = "parent-pays"
    /// A Chinese payer abroad, in pinyin on a SWIFT wire.
    case pinyinName = "pinyin-name"
    /// Somebody who is no customer pays a named invoice of one.
    case thirdParty = "third-party"
}

/// What a careful specialist could conclude from the bank line and the master data alone.
public enum Expected: String, CaseIterable, Sendable {
    case apply, propose, unidentified
    case onAccount = "on-account"
    case exception
}
