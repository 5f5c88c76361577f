import Ledger

/// Takes a confirmed claim back, with the approval of a second person: what it posted is undone by
/// mirror postings, and its money can be claimed again.
public struct TakeBackClaim: ClaimDecision {
    public let claim: CaseFile.ID
    public let receipt: Receipt.ID
    /// Who asks for it; the one who acts approves.
    public let requestedBy: String
    public let why: String

    /// In the order of the checks; then those of the commands that undo.
    public enum Reason: String, CaseIterable, Sendable {
        case claimNotFound = "claim-not-found"
        case claimNotConfirmed = "claim-not-confirmed"
        case makerIsChecker = "maker-is-checker"
        case whyMissing = "why-missing"
        case receiptInUse = "receipt-in-use"
    }

    public init(claim: CaseFile.ID, receipt: Receipt.ID, requestedBy: String, why: String) {
        self.claim = claim
        self.receipt = receipt
        self.requestedBy = requestedBy
        self.why = why
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let (folder, file, found) = books.claim(claim) else {
            throw refusal(.claimNotFound, "\(claim)")
        }
        if found.state != .confirmed, !found.state.isBooked {
            throw refusal(.claimNotConfirmed, "\(claim): \(found.state.rawValue)")
        }
        try mayDecide(found, desk, or: .makerIsChecker)
        if desk.actor == requestedBy {
            throw refusal(.makerIsChecker, "\(requestedBy) asked for it")
        }
        if why.isEmpty { throw refusal(.whyMissing, "\(claim)") }
        var steps = DecisionInSteps(books, at: desk)
        if found.state.isBooked { try unpost(found, folder, &steps) }
        steps.take(
            file.change(
                to: .claim(found.decided(.takenBack, at: desk, why: why)), on: desk.today))
        if folder.pooled.state != .open {
            var open = folder.pooled
            open.state = .open
            let free = steps.books.receipts[folder.receipt.id]?.holdings.unidentified.amount ?? 0
            open.amount = Money(minor: free, folder.receipt.currency)
            let calendar = books.calendar(of: entity)
            steps.take(
                folder.pool.change(
                    to: .pooled(open.followed(to: desk.today, calendar)), on: desk.today))
        }
        return steps.events
    }

    private func unpost(
        _ claim: Claim, _ folder: ClaimFolder, _ steps: inout DecisionInSteps
    ) throws(Refusal) {
        guard let id = claim.part, let part = steps.books.receipts[id] else { return }
        if claim.kind.outside != nil {
            try steps.perform(MoveReceipt(receipt: id, .bringBack(nil), why: why))
        }
        if part.holdings.applied.amount > 0 {
            try steps.perform(UnapplyReceipt(receipt: id, why: why))
        }
        if part.holdings.advance.amount > 0 {
            try steps.perform(MoveReceipt(receipt: id, .releaseAdvance(nil), why: why))
        }
        if part.holdings.onAccount.amount > 0 {
            try steps.perform(MoveReceipt(receipt: id, .takeOffAccount(nil), why: why))
        }
        let holdings = steps.books.receipts[id]?.holdings ?? Receipt.Holdings()
        let free = holdings.unapplied.amount + holdings.unidentified.amount
        if free != part.amount {
            let used = Money(minor: part.amount - free, part.currency)
            throw refusal(.receiptInUse, "\(used) of \(part.money) is used")
        }
        if id != folder.receipt.id {
            try steps.perform(JoinReceipt(part: id, parent: folder.receipt.id, why: why))
        } else if part.customer != nil {
            try steps.perform(MoveReceipt(receipt: id, .withdrawPayer, why: why))
        }
    }
}
