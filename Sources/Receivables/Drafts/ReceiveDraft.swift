import Ledger

/// Takes a draft in: it is looked at as a cashier does, then it is a receipt that clears items as
/// any other (P30, domain.md §3.11).
public struct ReceiveDraft: Command {
    public let entity: Entity.ID
    public let customerCode: String
    public let number: String
    public var range: ClosedRange<Int64>?
    public let kind: Draft.Kind
    public let issuedOn: Day
    public let maturesOn: Day
    public let amount: Money
    public let drawer: String
    public let acceptor: String
    public let payee: String
    /// `from>to` of each endorsement.
    public var endorsements: [String] = []
    public var isTransferable = true
    /// The last maturity that the customer's terms agree to.
    public var agreedUntil: Day?
    /// Our name as drafts have it; else that of the entity.
    public var ourName: String?

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case entityNotFound = "entity-not-found"
        case customerNotFound = "customer-not-found"
        case numberMalformed = "draft-number-malformed"
        case amountNotPositive = "amount-not-positive"
        case rangeDiffers = "draft-range-differs"
        case draftKnown = "draft-known"
        case tenorTooLong = "draft-tenor-too-long"
        case matured = "draft-matured"
        case beyondTerms = "draft-beyond-terms"
        case endorsementsBroken = "draft-endorsements-broken"
        case notOurs = "draft-not-ours"
        case notTransferable = "draft-not-transferable"
        case acceptorBarred = "acceptor-barred"
        case acceptorNotApproved = "acceptor-not-approved"
        case currenciesDiffer = "currencies-differ"
        case acceptorLimit = "acceptor-limit-exceeded"
        case rateMissing = "rate-missing"
    }

    public init(
        entity: Entity.ID, customerCode: String, number: String, kind: Draft.Kind,
        issuedOn: Day,
        maturesOn: Day, amount: Money, drawer: String, acceptor: String, payee: String
    ) {
        self.entity = entity
        self.customerCode = customerCode
        self.number = number
        self.kind = kind
        self.issuedOn = issuedOn
        self.maturesOn = maturesOn
        self.amount = amount
        self.drawer = drawer
        self.acceptor = acceptor
        self.payee = payee
    }

    public var names: Names {
        var names = Names()
        names.customerCodes = [customerCode]
        names.caseNumbers = [number, acceptor]
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let company = books.entities[entity] else {
            throw refusal(.entityNotFound, "\(entity.raw)")
        }
        guard let customer = books.customer(entity, code: customerCode) else {
            throw refusal(.customerNotFound, customerCode)
        }
        try mayBeADraft(books, desk)
        let holders = try holders()
        if holders.last != ourName ?? company.name {
            throw refusal(.notOurs, "it is \(holders.last ?? "")'s")
        }
        if !isTransferable, holders.count > 1 { throw refusal(.notTransferable, number) }
        let (acceptorFile, risk) = try approved(books)
        var command = RecordReceipt(
            entity: entity, amount: amount, bookedOn: desk.today, valueDate: desk.today)
        command.asset = .notesReceivable
        command.source.payer = drawer
        command.source.bankReference = number
        guard case .receiptRecorded(let receipt)? = try command.decide(on: books, at: desk).first
        else { throw refusal(.numberMalformed, number) }
        var draft = Draft(
            number: number, range: range, kind: kind, issuedOn: issuedOn, maturesOn: maturesOn,
            amount: amount, drawer: drawer, acceptor: acceptor, payee: payee,
            customer: customer.id, receipt: receipt.id)
        draft.endorsements = Array(holders.dropFirst())
        draft.isTransferable = isTransferable
        let file = CaseFile(
            id: books.fresh(entity, ahead: 1), entity: entity, openedOn: desk.today,
            .draft(draft))
        return [
            .receiptRecorded(receipt),
            .receiptMoved(
                ReceiptMove(
                    .payerIdentified, receipt: receipt, customer: customer.id,
                    amount: receipt.amount, from: .unidentified, to: .unapplied,
                    postedOn: receipt.postedOn, reason: "draft \(number)")),
            .caseChanged(file, [], on: desk.today),
            .caseChanged(acceptorFile.changed(to: .acceptor(risk)), [], on: desk.today),
        ]
    }

    private func mayBeADraft(_ books: Books, _ desk: Desk) throws(Refusal) {
        let isNumber = number.utf8.count == 30 && number.utf8.allSatisfy { (48...57).contains($0) }
        if !isNumber { throw refusal(.numberMalformed, number) }
        if !amount.isPositive { throw refusal(.amountNotPositive, "\(amount)") }
        if let range {
            // A cent each; both ends are in it.
            let fits = range.lowerBound >= 1 && range.upperBound <= Money.limit
            if !fits || range.upperBound - range.lowerBound + 1 != amount.minor {
                throw refusal(
                    .rangeDiffers, "\(range.lowerBound)-\(range.upperBound) for \(amount)")
            }
        }
        for file in books.cases.values where file.entity == entity {
            guard case .draft(let known) = file.content, known.number == number,
                ![.withdrawn, .split, .endorsed, .refused].contains(known.state)
            else { continue }
            if let one = known.range, let range, !one.overlaps(range) { continue }
            throw refusal(.draftKnown, "case \(file.id.raw)")
        }
        if maturesOn <= issuedOn || maturesOn > issuedOn.adding(months: 6) {
            throw refusal(.tenorTooLong, "\(issuedOn) to \(maturesOn)")
        }
        if maturesOn < desk.today { throw refusal(.matured, "\(maturesOn)") }
        if let agreedUntil, maturesOn > agreedUntil {
            throw refusal(.beyondTerms, "\(maturesOn), agreed until \(agreedUntil)")
        }
    }

    /// The payee and whom it was endorsed to, one after the other.
    private func holders() throws(Refusal) -> [String] {
        var holders = [payee]
        for endorsement in endorsements {
            let parts = endorsement.utf8.split(
                separator: UInt8(ascii: ">"), omittingEmptySubsequences: false
            ).map { String(decoding: $0, as: UTF8.self) }
            guard parts.count == 2, parts[0] == holders.last, !parts[1].isEmpty else {
                throw refusal(.endorsementsBroken, "\(endorsement) after \(holders.last ?? "")")
            }
            holders.append(parts[1])
        }
        return holders
    }

    private func approved(_ books: Books) throws(Refusal) -> (CaseFile, Acceptor) {
        guard let (file, known) = books.acceptor(acceptor, of: entity) else {
            throw refusal(.acceptorNotApproved, acceptor)
        }
        if known.state == .barred { throw refusal(.acceptorBarred, acceptor) }
        if known.state != .approved { throw refusal(.acceptorNotApproved, acceptor) }
        if known.limit.currency != amount.currency {
            throw refusal(.currenciesDiffer, "\(amount), but the limit is \(known.limit)")
        }
        var next = known
        next.exposure += amount.minor
        if next.exposure > known.limit.minor {
            let left = Money(minor: known.limit.minor - known.exposure, known.limit.currency)
            throw refusal(.acceptorLimit, "\(amount), but \(left) of \(known.limit) is left")
        }
        return (file, next)
    }
}
