import Ledger

/// Of two claims on the same money, the AR lead lets one stand, by the evidence of both; the other
/// is refused. The one that stands is reviewed like any other.
public struct DecideConflict: ClaimDecision {
    /// The claim that stands.
    public let claim: CaseFile.ID
    public let receipt: Receipt.ID
    public let why: String

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case claimNotFound = "claim-not-found"
        case notInConflict = "not-in-conflict"
        case makerIsChecker = "maker-is-checker"
        case whyMissing = "why-missing"
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
        guard found.state == .conflict, let other = found.rival, let rival = folder[other] else {
            throw refusal(.notInConflict, "\(claim): \(found.state.rawValue)")
        }
        try mayDecide(found, desk, or: .makerIsChecker)
        try mayDecide(rival.claim, desk, or: .makerIsChecker)
        if why.isEmpty { throw refusal(.whyMissing, "\(claim)") }
        var stands = found
        stands.state = .pending
        stands.rival = nil
        stands.why = why
        stands.dueOn = books.calendar(of: entity).day(ClaimPolicy.review, after: desk.today)
        return [
            file.change(to: .claim(stands), on: desk.today),
            rival.file.change(
                to: .claim(rival.claim.decided(.refused, at: desk, why: why)), on: desk.today),
        ]
    }
}

/// The bank has answered whose the money in suspense is: the query is closed. If the money is ours
/// after all, the claim is taken back instead.
public struct CloseBankQuery: ClaimDecision {
    public let claim: CaseFile.ID
    public let receipt: Receipt.ID
    /// What the bank says.
    public let why: String

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case claimNotFound = "claim-not-found"
        case bankNotAsked = "bank-not-asked"
        case whyMissing = "why-missing"
    }

    public init(claim: CaseFile.ID, receipt: Receipt.ID, why: String) {
        self.claim = claim
        self.receipt = receipt
        self.why = why
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let (_, file, found) = books.claim(claim) else {
            throw refusal(.claimNotFound, "\(claim)")
        }
        if found.state != .atBank {
            throw refusal(.bankNotAsked, "\(claim): \(found.state.rawValue)")
        }
        if why.isEmpty { throw refusal(.whyMissing, "\(claim)") }
        return [
            file.change(to: .claim(found.decided(.booked, at: desk, why: why)), on: desk.today)
        ]
    }
}
