import Ledger
import Receivables
import Store

/// The claim pool (认领池) as people see it: claimants with amounts and payers masked, AR in full.
public struct ClaimPool {
    public enum Role: String, Sendable, CaseIterable { case claimant, ar }

    /// A published receipt with what is claimed of it.
    public struct Entry: Sendable {
        public let id: CaseFile.ID
        public let entity: Entity
        public let pooled: PooledReceipt
        public let payer: String?
        public let payerAccount: String?
        public let unidentified: Money
        public let unidentifiedFunctional: Int64
        public var claims: [(id: CaseFile.ID, claim: Claim)] = []
        public let deadline: Day?

        public var unclaimed: Money {
            let left = max(unidentified.minor - Claim.kept(by: claims), 0)
            return Money(minor: left, unidentified.currency)
        }
    }

    public let entries: [Entry]

    /// Those that are not closed, in the order they were published.
    public init(_ connection: any Connection) throws {
        let master = MasterReader(connection: connection)
        let holidays = try master.holidays()
        var entries: [Entry] = []
        for (entity, _) in try master.entities() {
            let calendar = ClaimsRun.calendar(of: entity, holidays)
            var claims: [Receipt.ID: [(id: CaseFile.ID, claim: Claim)]] = [:]
            for file in try CaseReader(connection).open(.claim, of: entity.id) {
                if case .claim(let claim) = file.content {
                    claims[claim.receipt, default: []].append((file.id, claim))
                }
            }
            try connection.rows(
                """
                SELECT c.id, c.content, r.payer, r.payerAccount, r.unidentified, r.currency,
                    r.unidentifiedFunctional
                FROM caseFile c JOIN receipt r ON r.id = c.receipt
                WHERE c.entity = $1 AND c.kind = 'pooled' AND c.closed = 0 ORDER BY c.id
                """, [.int(entity.id.raw)]
            ) { row in
                guard case .pooled(let pooled) = try WireText.content(.pooled, row.utf8(1)) else {
                    return
                }
                var entry = Entry(
                    id: CaseFile.ID(row.int(0)), entity: entity, pooled: pooled,
                    payer: row.textOrNil(2),
                    payerAccount: row.textOrNil(3),
                    unidentified: Money(minor: row.int(4), row.currencyCode(5)),
                    unidentifiedFunctional: row.int(6), deadline: pooled.deadline(calendar))
                entry.claims = claims[pooled.receipt] ?? []
                entries.append(entry)
            }
        }
        self.entries = entries
    }

    /// What a role sees; of a unit, only what is published to it.
    public func table(_ role: Role, unit: String?, on today: Day) -> Table {
        let isFull = role == .ar
        var table = Table(
            "",
            ["receipt", "entity", "value", "days"].map { Table.Column($0, number: $0 == "days") }
                + [Table.Column("amount", number: true)]
                + (isFull ? [Table.Column("unclaimed", number: true)] : [])
                + [
                    "currency", "payer", "account", "units", "state", "step", "owner", "next",
                    "claim by", "declare by",
                ].map { Table.Column($0) } + [Table.Column("claims", number: true)])
        for entry in entries where unit.map({ entry.pooled.reaches($0) }) ?? true {
            // Nothing is shown to claim that cannot be claimed.
            if !isFull, entry.pooled.state != .open || !entry.unclaimed.isPositive { continue }
            table.rows.append(row(entry, isFull, today))
        }
        return table
    }

    private func row(_ entry: Entry, _ isFull: Bool, _ today: Day) -> [Table.Cell] {
        let pooled = entry.pooled
        let masked = Masked.amount(entry.unclaimed)
        return [
            .text("\(pooled.receipt.raw)"), .text(entry.entity.code), .day(pooled.valueDate),
            .count(Int64(today - pooled.valueDate)),
            isFull ? .money(entry.unidentified) : .text(masked),
        ] + (isFull ? [.money(entry.unclaimed)] : []) + [
            .text(entry.unidentified.currency.code),
            Table.Cell(isFull ? entry.payer : entry.payer.map(Masked.payer)),
            Table.Cell(isFull ? entry.payerAccount : entry.payerAccount.map(Masked.account)),
            .text(pooled.units.isEmpty ? "all" : pooled.units.joined(separator: " ")),
            .text(pooled.state.rawValue), .text(pooled.stage.name), .text(pooled.stage.owner),
            Table.Cell(pooled.nextOn), Table.Cell(entry.deadline), Table.Cell(pooled.declareBy),
            .count(Int64(entry.claims.filter { $0.claim.state.isLive }.count)),
        ]
    }
}

extension ClaimStage {
    /// As it is listed.
    var name: String {
        switch self {
        case .published: "published"
        case .reminder: "reminder"
        case .unitHead: "unit head"
        case .financeManager: "finance manager"
        case .senderQuery: "sender query"
        case .returnReview: "return review"
        case .controller: "controller"
        }
    }
}
