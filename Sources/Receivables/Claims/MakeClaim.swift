import Ledger

/// Says of published money whose it is (认领): the one who acts claims it for a customer, up to
/// what nobody claims yet; or against another claim on the same money, and then the AR lead decides
/// (domain.md §3.9).
public struct MakeClaim: Command {
    public let receipt: Receipt.ID
    /// Who claims: the one who acts.
    public let claimant: String
    public let unit: String
    public let kind: Claim.Kind
    public let amount: Money
    public let customer: Customer.ID?
    public let papers: Claim.Papers
    /// The claim it contests.
    public var against: CaseFile.ID?

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case receiptNotFound = "receipt-not-found"
        case notTheClaimant = "not-the-claimant"
        case notPublished = "not-published"
        case alreadyIdentified = "already-identified"
        case notClaimable = "not-claimable"
        case unitNotAddressed = "unit-not-addressed"
        case declarationMissing = "declaration-missing"
        case evidenceMissing = "evidence-missing"
        case bopCodeMissing = "bop-code-missing"
        case taxRateMalformed = "tax-rate-malformed"
        case currenciesDiffer = "currencies-differ"
        case amountNotPositive = "amount-not-positive"
        case customerMissing = "customer-missing"
        case customerNotFound = "customer-not-found"
        case entitiesDiffer = "entities-differ"
        case claimNotFound = "claim-not-found"
        case claimDecided = "claim-decided"
        case ownClaim = "own-claim"
        case exceedsUnclaimed = "exceeds-unclaimed"
    }

    public init(
        receipt: Receipt.ID, claimant: String, unit: String, kind: Claim.Kind, amount: Money,
        customer: Customer.ID?, papers: Claim.Papers
    ) {
        self.receipt = receipt
        self.claimant = claimant
        self.unit = unit
        self.kind = kind
        self.amount = amount
        self.customer = customer
        self.papers = papers
    }

    public var entity: Entity.ID { receipt.entity }

    public var names: Names {
        var names = Names()
        names.receipts = [receipt]
        names.casesOfReceipts = [receipt]
        if let customer { names.customers = [customer] }
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let receipt = books.receipts[receipt] else {
            throw refusal(.receiptNotFound, "\(receipt)")
        }
        if claimant != desk.actor {
            throw refusal(.notTheClaimant, "\(desk.actor), but \(claimant) claims")
        }
        guard let folder = ClaimFolder(of: receipt, in: books) else {
            throw refusal(.notPublished, "\(receipt.id)")
        }
        if folder.unidentified == 0 { throw refusal(.alreadyIdentified, "\(receipt.id)") }
        if folder.pooled.state != .open { throw refusal(.notClaimable, "\(receipt.id)") }
        if !folder.pooled.reaches(unit) {
            throw refusal(
                .unitNotAddressed,
                "\(unit), but published to \(folder.pooled.units.joined(separator: ", "))")
        }
        try check(receipt, folder, books)
        let rival = try rival(in: folder, desk)
        // What the rival keeps counts as free: only one of the two will have it.
        let most = min(
            folder.unidentified, folder.unclaimed.minor + (rival?.claim.amount.minor ?? 0))
        if amount.minor > most {
            throw refusal(
                .exceedsUnclaimed,
                "\(amount), but at most \(Money(minor: most, receipt.currency)) can be claimed")
        }
        return events(rival, books, desk)
    }

    private func check(
        _ receipt: Receipt, _ folder: ClaimFolder, _ books: Books
    ) throws(Refusal) {
        if !papers.isDeclared { throw refusal(.declarationMissing, "\(amount)") }
        if papers.evidence == nil, papers.file == nil {
            throw refusal(.evidenceMissing, "\(amount)")
        }
        if folder.pooled.isAbroad {
            let code = papers.bopCode ?? ""
            if code.utf8.count != 6 || !code.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
                throw refusal(.bopCodeMissing, code.isEmpty ? "\(receipt.id)" : code)
            }
        }
        if !(0...10_000).contains(papers.taxRate) {
            throw refusal(.taxRateMalformed, "\(papers.taxRate)")
        }
        if amount.currency != receipt.currency {
            throw refusal(
                .currenciesDiffer, "\(amount), but the receipt is in \(receipt.currency)")
        }
        if !amount.isPositive { throw refusal(.amountNotPositive, "\(amount)") }
        guard let customer else {
            if kind.outside == nil { throw refusal(.customerMissing, kind.rawValue) }
            return
        }
        guard let known = books.customers[customer] else {
            throw refusal(.customerNotFound, "\(customer)")
        }
        if known.entity != entity {
            throw refusal(.entitiesDiffer, "\(known.code) is not a customer of this entity")
        }
    }

    private func rival(
        in folder: ClaimFolder, _ desk: Desk
    ) throws(Refusal) -> (file: CaseFile, claim: Claim)? {
        guard let against else { return nil }
        guard let rival = folder[against] else { throw refusal(.claimNotFound, "\(against)") }
        if rival.claim.state != .pending {
            throw refusal(.claimDecided, "\(against): \(rival.claim.state.rawValue)")
        }
        if rival.claim.claimant == claimant { throw refusal(.ownClaim, "\(against)") }
        return rival
    }

    private func events(
        _ rival: (file: CaseFile, claim: Claim)?, _ books: Books, _ desk: Desk
    ) -> [Event] {
        let due = books.calendar(of: entity).day(ClaimPolicy.review, after: desk.today)
        var claim = Claim(
            receipt: receipt, claimant: claimant, unit: unit, kind: kind, amount: amount,
            customer: kind.outside == nil ? customer : nil, papers: papers, claimedOn: desk.today)
        claim.dueOn = due
        let id: CaseFile.ID = books.fresh(entity)
        var events: [Event] = []
        if let rival {
            claim.state = .conflict
            claim.rival = rival.file.id
            var contested = rival.claim
            contested.state = .conflict
            contested.rival = id
            contested.dueOn = due
            events.append(rival.file.change(to: .claim(contested), on: desk.today))
        }
        let file = CaseFile(id: id, entity: entity, openedOn: desk.today, .claim(claim))
        return [.caseChanged(file, [], on: desk.today)] + events
    }
}
