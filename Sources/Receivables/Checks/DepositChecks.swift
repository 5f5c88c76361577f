import Ledger

/// Deposits checks on one slip: each is a receipt, in transit until the bank's line comes. Who
/// opened the envelopes does not do it (domain.md §3.10, §8.4).
public struct DepositChecks: Command {
    public let entity: Entity.ID
    public let slip: String
    public let checks: [CaseFile.ID]

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case entityNotFound = "entity-not-found"
        case nothingNamed = "nothing-named"
        case slipTaken = "slip-taken"
        case caseNotFound = "case-not-found"
        case namedTwice = "case-named-twice"
        case checkDeposited = "check-deposited"
        case checkDefective = "check-defective"
        case checkPostDated = "check-post-dated"
        case checkStopped = "check-stopped"
        case checkStale = "check-stale"
        case makerIsChecker = "maker-is-checker"
        case currenciesDiffer = "currencies-differ"
        case rateMissing = "rate-missing"
    }

    public init(entity: Entity.ID, slip: String, checks: [CaseFile.ID]) {
        self.entity = entity
        self.slip = slip
        self.checks = checks
    }

    public var names: Names {
        var names = Names()
        names.cases = Set(checks)
        names.caseNumbers = [slip]
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        if books.entities[entity] == nil { throw refusal(.entityNotFound, "\(entity.raw)") }
        if checks.isEmpty { throw refusal(.nothingNamed, slip) }
        for file in books.cases.values where file.entity == entity {
            if case .depositSlip(let known) = file.content, known.number == slip,
                known.state != .withdrawn
            {
                throw refusal(.slipTaken, slip)
            }
        }
        var books = books
        var events: [Event] = []
        let take = { (event: Event) in
            events.append(event)
            books.evolve(event)
        }
        var total: Money?
        var value: Int64 = 0
        var seen: Set<CaseFile.ID> = []
        for id in checks {
            guard let file = books.cases[id], case .check(var check) = file.content else {
                throw refusal(.caseNotFound, "\(id)")
            }
            if !seen.insert(id).inserted { throw refusal(.namedTwice, check.number) }
            try mayDeposit(check, desk)
            if let total, total.currency != check.amount.currency {
                throw refusal(.currenciesDiffer, "\(check.amount) on a slip in \(total.currency)")
            }
            let receipt = try record(check, books, desk)
            take(.receiptRecorded(receipt))
            if let customer = check.customer {
                take(
                    .receiptMoved(
                        ReceiptMove(
                            .payerIdentified, receipt: receipt, customer: customer,
                            amount: receipt.amount, from: .unidentified, to: .unapplied,
                            postedOn: receipt.postedOn, reason: "check \(check.number)")))
            }
            (check.state, check.slip, check.receipt) = (.deposited, slip, receipt.id)
            take(.caseChanged(file.changed(to: .check(check)), [], on: desk.today))
            total = (total ?? .zero(check.amount.currency)) + check.amount
            value += receipt.functional
        }
        guard let total else { return [] }
        let file = CaseFile(
            id: books.fresh(entity), entity: entity, openedOn: desk.today,
            .depositSlip(
                DepositSlip(
                    number: slip, total: total, value: value, checks: checks,
                    depositedBy: desk.actor)))
        take(.caseChanged(file, [], on: desk.today))
        return events
    }

    private func mayDeposit(_ check: Check, _ desk: Desk) throws(Refusal) {
        let name = "check \(check.number)"
        if check.state == .deposited {
            throw refusal(.checkDeposited, "\(name) on slip \(check.slip ?? "")")
        }
        if check.state == .rejected { throw refusal(.checkDefective, name) }
        if check.state == .legal {
            throw refusal(.checkStopped, "\(name): “\(check.legend ?? "")”")
        }
        if check.datedOn > desk.today {
            throw refusal(.checkPostDated, "\(name) is dated \(check.datedOn)")
        }
        if check.isStale(on: desk.today) {
            throw refusal(.checkStale, "\(name) is dated \(check.datedOn)")
        }
        if check.openedBy == desk.actor { throw refusal(.makerIsChecker, desk.actor) }
    }

    private func record(
        _ check: Check, _ books: Books, _ desk: Desk
    ) throws(Refusal) -> Receipt {
        var command = RecordReceipt(
            entity: entity, amount: check.amount, bookedOn: desk.today, valueDate: desk.today)
        command.asset = .bankClearing
        command.source.payer = check.payer
        command.source.payerAccount = check.account
        command.source.payerBank = check.routing
        command.source.checkNumber = check.number
        command.source.bankReference = slip
        command.source.text = check.names + [check.legend].compactMap { $0 }
        guard case .receiptRecorded(let receipt)? = try command.decide(on: books, at: desk).first
        else { throw refusal(.caseNotFound, check.number) }
        return receipt
    }
}
