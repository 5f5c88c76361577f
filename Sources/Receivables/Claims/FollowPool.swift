import Ledger

/// Brings a published receipt to the step that its timers have come to, lets claims expire that
/// nobody decided, and takes it out of the pool where its money is no longer unidentified. Says
/// nothing where nothing is due.
public struct FollowPool: Command {
    public let receipt: Receipt.ID

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case receiptNotFound = "receipt-not-found"
        case notPublished = "not-published"
    }

    public init(receipt: Receipt.ID) { self.receipt = receipt }

    public var entity: Entity.ID { receipt.entity }

    public var names: Names { PublishReceipt(receipt: receipt).names }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let receipt = books.receipts[receipt] else {
            throw refusal(.receiptNotFound, "\(receipt)")
        }
        guard let folder = ClaimFolder(of: receipt, in: books) else {
            throw refusal(.notPublished, "\(receipt.id)")
        }
        let pooled = folder.pooled
        if pooled.state == .settled || pooled.state == .elsewhere { return [] }
        let calendar = books.calendar(of: entity)
        let live = folder.claims.filter { $0.claim.state.isLive }
        if folder.unidentified == 0 {
            var gone = pooled
            gone.state = .elsewhere
            gone.nextOn = nil
            return live.map { expired($0.file, $0.claim, "identified without it", desk) }
                + [folder.pool.change(to: .pooled(gone), on: desk.today)]
        }
        var events: [Event] = []
        for (file, claim) in live where claim.state == .pending {
            let end = calendar.day(ClaimPolicy.expiry, after: claim.claimedOn)
            if desk.today > end {
                events.append(expired(file, claim, "nobody decided by \(end)", desk))
            }
        }
        let next = pooled.followed(to: desk.today, calendar)
        if next != pooled {
            events.append(folder.pool.change(to: .pooled(next), on: desk.today))
        }
        return events
    }

    private func expired(_ file: CaseFile, _ claim: Claim, _ why: String, _ desk: Desk) -> Event {
        file.change(to: .claim(claim.decided(.expired, at: desk, why: why)), on: desk.today)
    }
}
