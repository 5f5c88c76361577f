import Ledger

/// A decision on one claim: what it names, and the claim it finds.
protocol ClaimDecision: Command {
    var claim: CaseFile.ID { get }
    /// The receipt it is on, so that all other claims on it are loaded too.
    var receipt: Receipt.ID { get }
}

extension ClaimDecision {
    public var entity: Entity.ID { claim.entity }

    public var names: Names {
        var names = Names()
        names.cases = [claim]
        names.receipts = [receipt]
        names.casesOfReceipts = [receipt]
        return names
    }

    /// Who made the claim does not decide on it (domain.md §3.9).
    func mayDecide(_ claim: Claim, _ desk: Desk, or reason: Reason) throws(Refusal) {
        if claim.claimant == desk.actor {
            throw refusal(reason, "\(desk.actor) claimed \(claim.amount)")
        }
    }
}

/// Takes a claim back before it is decided: only who made it can.
public struct WithdrawClaim: ClaimDecision {
    public let claim: CaseFile.ID
    public let receipt: Receipt.ID
    public let why: String

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case claimNotFound = "claim-not-found"
        case claimDecided = "claim-decided"
        case notTheClaimant = "not-the-claimant"
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
        if found.state != .pending, found.state != .conflict {
            throw refusal(.claimDecided, "\(claim): \(found.state.rawValue)")
        }
        if found.claimant != desk.actor {
            throw refusal(.notTheClaimant, "\(desk.actor), but \(found.claimant) made it")
        }
        return folder.uncontested(by: file.id, on: desk.today) + [
            file.change(
                to: .claim(found.decided(.withdrawn, at: desk, why: why)), on: desk.today)
        ]
    }
}

extension ClaimFolder {
    /// The rival of a claim that is gone waits for its review again.
    func uncontested(by id: CaseFile.ID, on day: Day) -> [Event] {
        guard let rival = self[id]?.claim.rival, let (file, claim) = self[rival] else { return [] }
        var free = claim
        free.state = .pending
        free.rival = nil
        return [file.change(to: .claim(free), on: day)]
    }
}
