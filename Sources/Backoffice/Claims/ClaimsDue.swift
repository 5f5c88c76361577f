import Ledger
import Receivables
import Store

/// What is due at the claim desk, and to whom (domain.md §3.9).
public struct ClaimsDue: Sendable {
    public struct Step: Sendable {
        public let due: Day
        public let owner: String
        public let what: (en: String, zh: String)
        public let entity: String
        /// The claim; else the receipt.
        public let claim: CaseFile.ID?
        public let receipt: Receipt.ID
        public let amount: Money
    }

    public private(set) var steps: [Step] = []
    private let today: Day

    /// All that is due on `today` or was before, the oldest first.
    public init(_ connection: any Connection, on today: Day) throws {
        self.today = today
        let holidays = try MasterReader(connection: connection).holidays()
        var calendars: [Entity.ID: BusinessCalendar] = [:]
        for (entity, _) in try MasterReader(connection: connection).entities() {
            calendars[entity.id] = ClaimsRun.calendar(of: entity, holidays)
        }
        for entry in try ClaimPool(connection).entries {
            add(entry, calendars[entry.entity.id] ?? BusinessCalendar())
        }
        try atTheBank(connection)
        steps.sort {
            ($0.due, $0.receipt, $0.claim?.raw ?? 0) < ($1.due, $1.receipt, $1.claim?.raw ?? 0)
        }
    }

    private mutating func add(_ entry: ClaimPool.Entry, _ calendar: BusinessCalendar) {
        let pooled = entry.pooled
        let stage = max(
            pooled.stage,
            ClaimStage.reached(
                on: today, pooled.valueDate, calendar, abroad: pooled.isAbroad))
        let since =
            stage.dueOn(pooled.valueDate, calendar, abroad: pooled.isAbroad) ?? pooled.publishedOn
        let step = { (due: Day, owner: String, en: String, zh: String, claim: CaseFile.ID?) in
            Step(
                due: due, owner: owner, what: (en, zh), entity: entry.entity.code, claim: claim,
                receipt: pooled.receipt, amount: entry.unclaimed)
        }
        if pooled.state == .held {
            steps.append(
                step(
                    since, "cash-application", "publish it again, or return the money",
                    "重新发布或退款", nil))
        } else if entry.unclaimed.isPositive, since <= today {
            steps.append(step(since, stage.owner, stage.en, stage.zh, nil))
        }
        if let day = pooled.declareBy, day <= calendar.day(2, after: today) {
            steps.append(step(day, "treasury", "declare it to SAFE", "国际收支申报", nil))
        }
        for (id, claim) in entry.claims {
            guard let due = claim.dueOn, due <= today else { continue }
            switch claim.state {
            case .pending: add(id, claim, entry, due, "cash-application", "review it", "审核认领")
            case .conflict where claim.rival.map { id < $0 } ?? true:
                add(id, claim, entry, due, "ar-lead", "decide between two claims", "裁定争议认领")
            default: break
            }
        }
    }

    private mutating func add(
        _ id: CaseFile.ID, _ claim: Claim, _ entry: ClaimPool.Entry, _ due: Day,
        _ owner: String, _ en: String, _ zh: String
    ) {
        steps.append(
            Step(
                due: due, owner: owner, what: (en, zh), entity: entry.entity.code, claim: id,
                receipt: claim.receipt, amount: claim.amount))
    }

    /// Money in suspense whose owner the bank has not named yet; its receipt has left the pool.
    private mutating func atTheBank(_ connection: any Connection) throws {
        for (entity, _) in try MasterReader(connection: connection).entities() {
            for file in try CaseReader(connection).open(.claim, of: entity.id) {
                guard case .claim(let claim) = file.content, claim.state == .atBank,
                    let due = claim.dueOn, due <= today
                else { continue }
                steps.append(
                    Step(
                        due: due, owner: "treasury", what: ("ask the bank again", "再次向银行查询"),
                        entity: entity.code, claim: file.id, receipt: claim.receipt,
                        amount: claim.amount))
            }
        }
    }

    public func table(owner: String?, _ language: Language) -> Table {
        var table = Table(
            "",
            ["due", "days", "owner", "what", "entity", "receipt", "claim", "amount", "currency"]
                .map { Table.Column($0, number: $0 == "days" || $0 == "amount") })
        for step in steps where owner == nil || owner == step.owner {
            table.rows.append([
                .day(step.due), .count(Int64(today - step.due)), .text(step.owner),
                .text(language(step.what.en, step.what.zh)), .text(step.entity),
                .text("\(step.receipt.raw)"), Table.Cell(step.claim.map { "\($0.raw)" }),
                .money(step.amount), .text(step.amount.currency.code),
            ])
        }
        return table
    }
}
