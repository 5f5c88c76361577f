import Ledger

/// An invoice, credit note or debit note of the demo company, with what becomes of it.
struct Document: Sendable {
    enum Kind: Int, Sendable { case invoice = 380, creditNote = 381, debitNote = 383 }

    var number = ""
    let kind: Kind
    /// The customer's place in the list.
    let customer: Int
    let house: House
    let currency: Currency
    let issued: Day
    let due: Day
    /// All positive, credit notes too, as in the extract.
    let net: Int64
    let tax: Int64
    var gross: Int64 { net + tax }
    var order = ""
    var purchaseOrder = ""
    var contract = ""
    var delivery = ""
    var reference = ""
    /// The invoice that a credit note corrects.
    var precedes: Int?
    /// When the customer means to pay it; nil if never.
    var pays: Day?
    /// What is still owed of it; negative for a credit note.
    var open: Int64 = 0
    /// The last day of the cash discount.
    var discountUntil: Day?
    /// Whether the customer takes the discount, in time or not.
    var takesDiscount = false

    /// The discount printed on the invoice, in minor units.
    var discount: Int64 { discountUntil == nil ? 0 : (gross * 2 + 50) / 100 }
}
