import Ledger

/// Says that a claim is wrong: all that is claimed of the receipt is sent back, and nothing of it
/// can be claimed until it is published again (domain.md §3.9, field.md S1).
public struct RefuseClaim: ClaimDecision {
    public let claim: CaseFile.ID
    public let receipt: Receipt.ID
    public let why: String

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case claimNotFound = "claim-not-found"
        case claimDecided = "claim-decided"
        case makerIsChecker = "maker-is-checker"
        case whyMissing = "why-missing"
    }

    public init(claim: CaseFile.ID, receipt: Receipt.ID, why: String) {
        self.claim = claim
        self.receipt = receipt
        self.why = why
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let (folder, _, found) = books.claim(claim) else {
            throw refusal(.claimNotFound, "\(claim)")
        }
        if !found.state.isLive {
            throw refusal(.claimDecided, "\(claim): \(found.state.rawValue)")
        }
        try mayDecide(found, desk, or: .makerIsChecker)
        if why.isEmpty { throw refusal(.whyMissing, "\(claim)") }
        var held = folder.pooled
        held.state = .held
        // The others go back with it, and it is not said of them that they are wrong.
        let back = folder.claims.filter { $0.claim.state.isLive }.map { file, claim in
            let state: Claim.State = file.id == self.claim ? .refused : .returned
            return file.change(
                to: .claim(claim.decided(state, at: desk, why: why)), on: desk.today)
        }
        return back + [folder.pool.change(to: .pooled(held), on: desk.today)]
    }
}

/// Sends a claim back, or a part of its amount: that money can be claimed again at once (退回).
public struct ReturnClaim: ClaimDecision {
    public let claim: CaseFile.ID
    public let receipt: Receipt.ID
    /// Nil for all of it.
    public let amount: Money?
    public let why: String

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case claimNotFound = "claim-not-found"
        case claimDecided = "claim-decided"
        case claimInConflict = "claim-in-conflict"
        case makerIsChecker = "maker-is-checker"
        case currenciesDiffer = "currencies-differ"
        case amountNotPositive = "amount-not-positive"
        case exceedsClaimed = "exceeds-claimed"
    }

    public init(claim: CaseFile.ID, receipt: Receipt.ID, amount: Money? = nil, why: String) {
        self.claim = claim
        self.receipt = receipt
        self.amount = amount
        self.why = why
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let (_, file, found) = books.claim(claim) else {
            throw refusal(.claimNotFound, "\(claim)")
        }
        if found.state == .conflict { throw refusal(.claimInConflict, "\(claim)") }
        if found.state != .pending {
            throw refusal(.claimDecided, "\(claim): \(found.state.rawValue)")
        }
        try mayDecide(found, desk, or: .makerIsChecker)
        let amount = amount ?? found.amount
        if amount.currency != found.amount.currency {
            throw refusal(.currenciesDiffer, "\(amount), but \(found.amount) is claimed")
        }
        if !amount.isPositive { throw refusal(.amountNotPositive, "\(amount)") }
        if amount > found.amount {
            throw refusal(.exceedsClaimed, "\(amount), but \(found.amount) is claimed")
        }
        if amount == found.amount {
            return [
                file.change(
                    to: .claim(found.decided(.returned, at: desk, why: why)), on: desk.today)
            ]
        }
        var rest = found
        rest.amount = Money(minor: found.amount.minor - amount.minor, amount.currency)
        rest.decidedBy = desk.actor
        rest.decidedOn = desk.today
        rest.why = why.isEmpty ? nil : why
        return [file.change(to: .claim(rest), on: desk.today)]
    }
}
