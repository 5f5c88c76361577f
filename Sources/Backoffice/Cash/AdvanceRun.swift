import Ledger
import Receivables
import Store

/// Uses advances for the invoices of their orders (P26): the customer has said what the money is
/// for, and the invoice names the order, so nobody has to be asked.
public struct AdvanceRun {
    let database: any Database
    let desk: Desk

    public init(_ database: any Database, desk: Desk) {
        self.database = database
        self.desk = desk
    }

    /// How many advances were used.
    @discardableResult
    public func run() throws -> Int {
        let pairs: [Pair] = try database.read { try self.pairs($0) }
        var used = 0
        for entity in Set(pairs.map(\.receipt.entity)).sorted() {
            used += try database.write { connection in
                try use(pairs.filter { $0.receipt.entity == entity }, entity, connection)
            }
        }
        return used
    }

    private struct Pair {
        let receipt: Receipt.ID
        let item: OpenItem.ID
        let order: String
    }

    /// Open invoices of the order and customer of an advance, the oldest first.
    private func pairs(_ connection: any Connection) throws -> [Pair] {
        var found: [Pair] = []
        try connection.rows(
            """
            SELECT r.id, i.id, r.advanceOrder FROM receipt r
            JOIN item i ON i.entity = r.entity AND i.orderNumber = r.advanceOrder
                AND i.customer = r.customer AND i.currency = r.currency
            JOIN openItem o ON o.id = i.id
            WHERE r.advance > 0 AND r.advanceOrder IS NOT NULL AND o.open > 0
            ORDER BY r.valueDate, r.id, i.dueOn, i.id
            """
        ) { row in
            found.append(
                Pair(
                    receipt: Receipt.ID(row.int(0)), item: OpenItem.ID(row.int(1)),
                    order: row.text(2)))
        }
        return found
    }

    private func use(
        _ pairs: [Pair], _ entity: Entity.ID, _ connection: any Connection
    ) throws -> Int {
        let session = try Session(connection, entity: entity, desk: desk, cause: "advances")
        var used = 0
        for pair in pairs {
            let clear = ClearAdvance(
                receipt: pair.receipt, item: pair.item,
                basis: Application.Basis(
                    rule: "ADV", score: 100, evidence: "advance for order \(pair.order)",
                    evidenceZh: "订单 \(pair.order) 的预收款", byHand: false))
            try session.load(clear.names)
            guard session.books.receipts[pair.receipt]?.holdings.advance.amount ?? 0 > 0,
                session.books.items[pair.item]?.isOpen == true,
                session.books.items[pair.item]?.disputed == false
            else { continue }
            do {
                try session.perform(clear)
                used += 1
            } catch is Refusal {
                // A person decides: what the books refuse stays an advance.
                continue
            }
        }
        try session.flush()
        return used
    }
}
