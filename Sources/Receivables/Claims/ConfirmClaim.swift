import Ledger

/// Believes a claim. Nothing is posted until the confirmed claims sum to the money of the receipt;
/// the one that completes it posts them all (field.md S1: sum of claims = receipt).
///
/// Then money of several claims becomes receipts of their own; a customer's is identified (P06),
/// and applied to the invoices named, kept as an advance (P26), or put on account (P07); what is no
/// customer's goes to other income, or to suspense with a query to the bank (P21).
public struct ConfirmClaim: ClaimDecision {
    public let claim: CaseFile.ID
    public let receipt: Receipt.ID
    public let why: String

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case claimNotFound = "claim-not-found"
        case claimInConflict = "claim-in-conflict"
        case claimDecided = "claim-decided"
        case makerIsChecker = "maker-is-checker"
        case alreadyIdentified = "already-identified"
    }

    public init(claim: CaseFile.ID, receipt: Receipt.ID, why: String) {
        self.claim = claim
        self.receipt = receipt
        self.why = why
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let (folder, file, found) = books.claim(claim) else {
            throw refusal(.claimNotFound, "\(claim)")
        }
        if found.state == .conflict { throw refusal(.claimInConflict, "\(claim)") }
        if found.state != .pending {
            throw refusal(.claimDecided, "\(claim): \(found.state.rawValue)")
        }
        try mayDecide(found, desk, or: .makerIsChecker)
        if folder.claimed > folder.unidentified {
            let there = Money(minor: folder.unidentified, folder.receipt.currency)
            throw refusal(
                .alreadyIdentified,
                "\(Money(minor: folder.claimed, there.currency)) is claimed, but \(there) is there")
        }
        var steps = DecisionInSteps(books, at: desk)
        steps.take(
            file.change(
                to: .claim(found.decided(.confirmed, at: desk, why: why)), on: desk.today))
        if let whole = ClaimFolder(of: folder.receipt, in: steps.books),
            whole.confirmed.reduce(0, { $0 + $1.claim.amount.minor }) == whole.unidentified
        {
            try ClaimBooking(of: whole).post(to: &steps)
        }
        return steps.events
    }
}
