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

    // Those of the hard world alone.

    /// One digit typed wrong, two exchanged, one left out or typed twice.
    case mistypedReference = "mistyped-reference"
    /// Words that name nothing: "goods payment", "as per advice" that never comes.
    case missingReference = "missing-reference"
    case noText = "no-text"
    /// The payer's own number of the document.
    case ownNumber = "own-number"
    /// Numbers run together.
    case joinedReference = "joined-reference"
    /// "From this number to that": all of the payer's between them.
    case rangedReference = "ranged-reference"
    /// A list that the channel cuts off.
    case cutReference = "cut-reference"
    /// A number that a line's end goes through.
    case splitReference = "split-reference"
    /// The lines come by mail, before or after the money.
    case separateAdvice = "separate-advice"
    /// The same, and a line is missing in it.
    case adviceOutOfBalance = "advice-out-of-balance"
    /// Several items of one amount are open, and the words do not say which.
    case equalAmounts = "equal-amounts"
    case agentPays = "agent-pays"
    case factorPays = "factor-pays"
    /// One head office pays for all of its branches.
    case headOfficePays = "head-office-pays"
    /// A trading or a former name, or one cut off after 35 letters (16 by ACH).
    case payerName = "payer-name"
    /// Money from an account that nobody has seen.
    case newAccount = "new-account"
    /// What we owe the payer, taken off.
    case contra
    case retention
    /// The retention paid out at last.
    case retentionReleased = "retention-released"
    /// The rest of an invoice on which an advance was paid.
    case balanceAfterAdvance = "balance-after-advance"
    case withholdingTax = "withholding-tax"
    /// The payer mistyped the amount.
    case wrongAmount = "wrong-amount"
    case thirdCurrency = "third-currency"
    /// Paid to the account of another house of the group.
    case otherEntity = "other-entity"
    /// Paid twice, to two accounts of ours.
    case paidTwiceElsewhere = "paid-twice-elsewhere"
    /// A check of the lockbox.
    case check

    /// Those that the ordinary world has.
    public static let ordinary = allCases.prefix { $0 != .mistypedReference }
}

/// What a careful specialist could conclude from the bank line and the master data alone.
public enum Expected: String, CaseIterable, Sendable {
    case apply, propose, unidentified
    /// Only the payer can say: it pays items, and no honest person could know which.
    case ask
    case onAccount = "on-account"
    case exception
}
