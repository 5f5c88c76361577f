import Ledger

/// Money that comes in, as the bank prints it and as it is in truth.
struct Receipt: Sendable {
    /// What one receipt pays of one item; without item, what stays over or cannot be placed.
    struct Part: Sendable {
        var customer: Int?
        var item: Int?
        /// Cash put on the item; negative where a credit note is used up.
        var amount: Int64
        var discount: Int64 = 0
        var bankCharge: Int64 = 0
        var writeOff: Int64 = 0
        var expected: Expected
    }

    let till: Till
    let bookedOn: Day
    var valueDate: Day
    var amount: Int64
    var payer: String
    var payerAccount: String
    var payerBank: String
    /// What the payer wrote, in one piece; the bank breaks it into lines.
    var text: String
    var creditorReference: String?
    var endToEndId: String?
    /// The amount that the payer instructed, where the bank tells it.
    var instructed: Int64?
    /// `DEBT`, `CRED` or `SHAR`, on wires.
    var bearer: String?
    var trouble: Trouble
    var parts: [Part]
    /// Given when all receipts of the bank day are known; unique over all accounts.
    var reference = ""
    /// The reference of the batch entry that holds this receipt, else its own.
    var entryReference = ""
}
