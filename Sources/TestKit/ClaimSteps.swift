import Ledger
import Receivables

/// The steps of a scenario at the claim desk.
///
/// ```
/// holiday       CN 2026-04-06 rest
/// publish       RC-1 to SALES,EXPORT
/// claim         K1 RC-1 30000.00 CNY goods X by wang of SALES for INV-1,INV-2=500.00
/// claim         K2 RC-1 30000.00 CNY goods Y by zhou against K1
/// stands        K1 by lead          # decides the conflict
/// confirm       K1 by li
/// return-claim  K1 300.00 CNY by li
/// follow        RC-1                # the timers
/// claim-state   K1 booked
/// pool          RC-1 settled        # or: pool RC-1 reminder, a stage
/// ```
struct ClaimSteps {
    private let verb: String

    init(_ verb: String) { self.verb = verb }

    /// False where the verb is none of these.
    func perform(_ words: inout Words, _ scenario: inout Scenario) throws -> Bool {
        let actor = scenario.ledger.desk.actor
        scenario.act(as: words.value("by") ?? actor)
        defer { scenario.act(as: actor) }
        switch verb {
        case "holiday":
            let (calendar, day) = (try words.word("calendar"), Day(try words.word("day")))
            guard let day, let kind = Holiday.Kind(rawValue: try words.word("kind")) else {
                throw ScenarioError("holiday")
            }
            scenario.with {
                $0.take(.holidayRecorded(Holiday(calendar: calendar, day: day, kind: kind)))
            }
        case "publish":
            try scenario.perform(
                PublishReceipt(
                    receipt: try scenario.receipt(&words),
                    units: words.value("to")?.split(separator: ",").map(String.init) ?? []))
        case "follow": try scenario.perform(FollowPool(receipt: try scenario.receipt(&words)))
        case "claim": try claim(&words, &scenario)
        default: return try decide(&words, &scenario)
        }
        return true
    }

    private func claim(_ words: inout Words, _ scenario: inout Scenario) throws {
        let name = try words.word("claim")
        let receipt = try scenario.receipt(&words)
        let amount = try scenario.claimed(&words)
        guard let kind = Claim.Kind(rawValue: try words.word("kind")) else {
            throw ScenarioError("kind of claim")
        }
        var papers = Claim.Papers()
        papers.evidence = words.has("unproved") ? nil : "slip"
        papers.isDeclared = !words.has("undeclared")
        papers.taxRate = words.value("tax").flatMap { Int64($0) } ?? 0
        papers.bopCode = words.value("bop")
        for part in words.value("for")?.split(separator: ",") ?? [] {
            let halves = part.split(separator: "=")
            let exact = halves.count > 1 ? Amount(halves[1])?.money(amount.currency)?.minor : nil
            papers.invoices.append(Claim.Invoice(String(halves[0]), exact))
        }
        var customer: Customer.ID?
        if let code = words.next(), code != "by", code != "-" {
            customer =
                scenario.ledger.books.customers.values.first { $0.code == code }?.id
                ?? Customer.ID(999)
        }
        var command = MakeClaim(
            receipt: receipt, claimant: words.value("named") ?? scenario.ledger.desk.actor,
            unit: words.value("of") ?? "SALES", kind: kind, amount: amount,
            customer: customer, papers: papers)
        command.against = words.value("against").map { scenario.claims[$0] ?? CaseFile.ID(999) }
        try scenario.perform(command)
        let made = scenario.ledger.books.cases.values.filter { $0.kind == .claim }
        scenario.claims[name] = made.map(\.id).max()
    }

    private func decide(_ words: inout Words, _ scenario: inout Scenario) throws -> Bool {
        let (claim, receipt) = scenario.claim(words.next())
        let why = words.has("silently") ? "" : "seen"
        switch verb {
        case "confirm":
            try scenario.perform(ConfirmClaim(claim: claim, receipt: receipt, why: why))
        case "refuse":
            try scenario.perform(RefuseClaim(claim: claim, receipt: receipt, why: why))
        case "return-claim":
            let amount =
                words.has("CNY") || words.has("EUR") ? try scenario.claimed(&words) : nil
            try scenario.perform(
                ReturnClaim(claim: claim, receipt: receipt, amount: amount, why: why))
        case "stands":
            try scenario.perform(DecideConflict(claim: claim, receipt: receipt, why: why))
        case "withdraw-claim":
            try scenario.perform(WithdrawClaim(claim: claim, receipt: receipt, why: why))
        case "bank-says":
            try scenario.perform(CloseBankQuery(claim: claim, receipt: receipt, why: why))
        case "take-back":
            try scenario.perform(
                TakeBackClaim(
                    claim: claim, receipt: receipt, requestedBy: words.value("asked") ?? "zhao",
                    why: why))
        default: return false
        }
        return true
    }
}

extension Scenario {
    fileprivate mutating func act(as actor: String) {
        with { $0.desk = Desk(actor: actor, today: $0.desk.today, at: 0) }
    }

    fileprivate func receipt(_ words: inout Words) throws -> Receipt.ID {
        receipts[try words.word("receipt")]
            ?? Receipt.ID(entity.raw * Identifiers.perEntity + 999_999)
    }

    fileprivate func claimed(_ words: inout Words) throws -> Money {
        let amount = try words.word("amount")
        guard let currency = Currency(try words.word("currency")),
            let money = Amount(amount)?.money(currency)
        else { throw ScenarioError("amount \(amount)") }
        return money
    }

    /// The claim of a name with its receipt; one that does not exist where there is none.
    fileprivate func claim(_ name: String?) -> (CaseFile.ID, Receipt.ID) {
        guard let id = name.flatMap({ claims[$0] }),
            case .claim(let claim)? = ledger.books.cases[id]?.content
        else { return (CaseFile.ID(entity.raw * Identifiers.perEntity + 999_999), Receipt.ID(0)) }
        return (id, claim.receipt)
    }

    /// `claim-state`, `pool`, `not-applied`; nil for another step.
    mutating func claimCheck(_ verb: String?, _ words: inout Words) throws -> (() -> String?)? {
        switch verb {
        case "claim-state", "not-applied":
            let name = try words.word("claim")
            let wanted = try words.word("state")
            let file = claims[name].flatMap { ledger.books.cases[$0] }
            guard case .claim(let claim)? = file?.content else { return { "no claim \(name)" } }
            let found = verb == "not-applied" ? claim.notApplied ?? "–" : claim.state.rawValue
            return { found == wanted ? nil : "\(name) is \(found), expected \(wanted)" }
        case "pool":
            let receipt = try receipt(&words)
            let wanted = try words.word("state")
            let found = ledger.books.cases.values.compactMap { file in
                if case .pooled(let pooled) = file.content, pooled.receipt == receipt {
                    pooled
                } else {
                    nil as PooledReceipt?
                }
            }.first
            let seen = [found?.state.rawValue, found.map { "\($0.stage)" }].compactMap { $0 }
            return { seen.contains(wanted) ? nil : "the pool has \(seen), expected \(wanted)" }
        default: return nil
        }
    }
}
