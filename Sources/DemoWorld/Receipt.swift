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
        /// What the payer keeps back of the item, which stays open, and why (domain.md §3.14).
        var residual: Int64 = 0
        var reason = ""
        /// The item's own money, where the receipt is in another.
        var itemAmount: Int64?

        /// What the item is less by.
        var used: Int64 { (itemAmount ?? amount) + discount + bankCharge + writeOff }
    }

    /// The line of magnetic ink of a check from the lockbox.
    struct Check: Sendable {
        let number: String
        let writtenOn: Day
        /// Whether the bank keyed the numbers and amounts of the stub, or its words only.
        let isKeyed: Bool
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
    /// Whatever else is in it.
    var also: [Trouble] = []
    var parts: [Part]
    var check: Check?
    /// The place, among all payments, of this one and of the one that it repeats.
    var place = 0
    var repeats: Int?
    /// The customer that sends it, where one does.
    var sender: Int?
    /// Given when all receipts of the bank day are known; unique over all accounts.
    var reference = ""
    /// The reference of the batch entry that holds this receipt, else its own.
    var entryReference = ""
}
