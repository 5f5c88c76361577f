import Ledger

/// One line of a bank statement, credits positive: a receipt, a batch of receipts, or something
/// else.
struct BankLine: Sendable {
    enum Purpose: Sendable {
        case receipt, batch, lockbox, fee, interest, supplier, payroll, tax, taxRefund, ownTransfer,
            group
    }

    let purpose: Purpose
    let amount: Int64
    var reference = ""
    var receipts: [Receipt] = []
    /// The other side and the words, where the line is no receipt.
    var party = ""
    var partyAccount = ""
    var text = ""
}

/// The statement of one account for one bank day.
struct BankDay: Sendable {
    let till: Till
    let day: Day
    let sequence: Int
    let opening: Int64
    let lines: [BankLine]
    var closing: Int64 { opening + lines.reduce(0) { $0 + $1.amount } }
}
