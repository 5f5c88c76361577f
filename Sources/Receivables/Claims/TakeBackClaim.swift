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
        var draft = Draft(books, at: desk)
        if found.state.isBooked { try unpost(found, folder, &draft) }
        draft.take(
            file.change(
                to: .claim(found.decided(.takenBack, at: desk, why: why)), on: desk.today))
        if folder.pooled.state != .open {
            var open = folder.pooled
            open.state = .open
            let free = draft.books.receipts[folder.receipt.id]?.holdings.unidentified.amount ?? 0
            open.amount = Money(minor: free, folder.receipt.currency)
            let calendar = books.calendar(of: entity)
            draft.take(
                folder.pool.change(
                    to: .pooled(open.followed(to: desk.today, calendar)), on: desk.today))
        }
        return draft.events
    }

    private func unpost(
        _ claim: Claim, _ folder: ClaimFolder, _ draft: inout Draft
    ) throws(Refusal) {
        let receipt = folder.receipt
        if let outside = claim.kind.outside {
            let held = Receipt.Held(claim.amount.minor, functional: claim.functional ?? 0)
            let day = draft.books.postingDay(max(receipt.postedOn, draft.desk.today), entity)
            draft.take(
                .receiptMoved(
                    ReceiptMove(
                        kind: .broughtBack, receipt: receipt.id, entity: entity,
                        customer: receipt.customer, currency: receipt.currency,
                        rate: receipt.rate, held: held, from: .elsewhere, to: .unidentified,
                        postedOn: day, reason: why, outside: outside)))
            return
        }
        guard let id = claim.part, let part = draft.books.receipts[id] else { return }
        if part.holdings.applied.amount > 0 {
            try draft.perform(UnapplyReceipt(receipt: id, why: why))
        }
        if part.holdings.advance.amount > 0 {
            try draft.perform(MoveReceipt(receipt: id, .releaseAdvance(nil), why: why))
        }
        if part.holdings.onAccount.amount > 0 {
            try draft.perform(MoveReceipt(receipt: id, .takeOffAccount(nil), why: why))
        }
        let free = draft.books.receipts[id]?.holdings.unapplied.amount ?? 0
        if free != part.amount {
            let used = Money(minor: part.amount - free, part.currency)
            throw refusal(.receiptInUse, "\(used) of \(part.money) is used")
        }
        if id == receipt.id {
            try draft.perform(MoveReceipt(receipt: id, .withdrawPayer, why: why))
        } else {
            try draft.perform(JoinReceipt(part: id, parent: receipt.id, why: why))
        }
    }
}
