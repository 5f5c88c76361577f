import Ledger
import Receivables
import Store

/// Reads what an entity's refunds are proposed from.
public struct RefundProposals {
    private let connection: any Connection

    public init(_ connection: any Connection) { self.connection = connection }

    public func of(_ entity: Entity.ID, on day: Day) throws -> [RefundProposal] {
        var detection = RefundDetection()
        for receipt in try receipts(entity, since: day.adding(-detection.days)) {
            detection.receipts[receipt.id] = receipt
        }
        let all = try CustomersOfEntity(connection).all(entity)
        detection.customers = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
        try connection.rows(
            """
            SELECT customer, currency, disputed, CAST(SUM(open) AS BIGINT)
            FROM openItem WHERE id >= $1 AND id < $2 AND open > 0 GROUP BY 1, 2, 3
            """, Identifiers.range(of: entity)
        ) { row in
            let (customer, currency) = (Customer.ID(row.int(0)), row.currencyCode(1))
            var debits = detection.debits[customer] ?? RefundDetection.Debits()
            if row.int(2) == 0 {
                debits.owed[currency, default: 0] += row.int(3)
            } else {
                debits.disputed[currency, default: 0] += row.int(3)
            }
            detection.debits[customer] = debits
        }
        try connection.rows(
            """
            SELECT DISTINCT i.number, a.receipt FROM application a JOIN item i ON i.id = a.item
            WHERE a.entity = $1 AND a.postedOn >= $2 AND a.receipt IS NOT NULL
                AND a.reverses IS NULL AND a.reversedBy IS NULL ORDER BY 2
            """, [.int(entity.raw), .int(Int64(day.adding(-detection.days).number))]
        ) { row in
            detection.payments[row.text(0), default: []].append(Receipt.ID(row.int(1)))
        }
        return detection.proposals()
    }

    /// Those with free money, and all of the last weeks.
    private func receipts(_ entity: Entity.ID, since day: Day) throws -> [Receipt] {
        var found: [Receipt] = []
        try ModelReader(connection).receipts { receipt in
            if receipt.entity != entity || receipt.replacedOn != nil { return }
            let free = receipt.holdings.unapplied.amount + receipt.holdings.onAccount.amount
            if free > 0 || receipt.valueDate >= day { found.append(receipt) }
        }
        return found
    }

    /// The proposals of all entities as a table.
    public func table(on day: Day, _ language: Language = .en) throws -> Table {
        var table = Table(
            "proposed refunds",
            [
                "receipt", "entity", "customer", "free", "owed", "ownGroup", "disputed", "net",
                "currency", "do", "why", "other",
            ].map {
                Table.Column(
                    $0, number: ["free", "owed", "ownGroup", "disputed", "net"].contains($0))
            })
        let names = try CustomerNames(connection)
        for (entity, _) in try MasterReader(connection: connection).entities() {
            for proposal in try of(entity.id, on: day) {
                table.rows.append([
                    .text("\(proposal.receipt.raw)"), .text(entity.code),
                    .text(names[proposal.customer].code), .money(proposal.free),
                    .money(proposal.owed), .money(proposal.owedByGroup),
                    .money(proposal.disputed), .money(proposal.net),
                    .text(proposal.free.currency.code), .text(proposal.advice.rawValue),
                    .text(proposal.causes.map { language($0.en, $0.zh) }.joined(separator: "; ")),
                    Table.Cell(proposal.other.map { "\($0.raw)" }),
                ])
            }
        }
        return table
    }
}
