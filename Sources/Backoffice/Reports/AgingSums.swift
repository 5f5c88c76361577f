import Ledger
import Receivables
import Store

/// Sums open items into buckets by customer and currency, a million in a fraction of a second: the
/// rows come from a covering index customer by customer, so the sums of the last one are mostly
/// those of the next.
final class AgingSums {
    private struct Key: Hashable {
        let customer: Int64
        let currency: Currency
    }

    private let entity: Entity
    private let asOf: Day
    private let basis: AgingBasis
    var rows: [AgingReport.Row] = []
    private var places: [Key: Int] = [:]
    private var lastKey: Key
    private var lastPlace = -1

    init(_ entity: Entity, asOf: Day, basis: AgingBasis) {
        self.entity = entity
        self.asOf = asOf
        self.basis = basis
        lastKey = Key(customer: -1, currency: entity.currency)
    }

    /// What is open now, and what was cleared since `asOf`, of what was posted by then.
    func addItems(_ connection: any Connection) throws {
        // The column is one of two names.
        let date = basis == .dueDate ? "dueOn" : "issuedOn"
        let day = Value.int(Int64(asOf.number))
        let add = { (row: any Store.Row) in self.add(row) }
        try connection.rows(
            """
            SELECT customer, currency, \(date), open FROM openItem
            WHERE id >= $1 AND id < $2 AND postedOn <= $3
            """, Identifiers.range(of: entity.id) + [day], add)
        try connection.rows(
            """
            SELECT i.customer, i.currency, i.\(date), a.total
            FROM application a JOIN item i ON i.id = a.item
            WHERE a.entity = $1 AND a.postedOn > $2 AND i.postedOn <= $3
            """, [.int(entity.id.raw), day, day], add)
    }

    private func add(_ row: any Store.Row) {
        guard let currency = Currency(utf8: row.utf8(1)) else { return }
        let key = Key(customer: row.int(0), currency: currency)
        if key != lastKey || lastPlace < 0 {
            lastPlace = place(key.customer, currency)
            lastKey = key
        }
        let day = Day(number: Int32(truncatingIfNeeded: row.int(2)))
        rows[lastPlace].buckets.add(
            open: row.int(3), dueOn: day, issuedOn: day, asOf: asOf, basis: basis)
    }

    /// The row of a customer and currency; a new one where there is none yet.
    func place(_ customer: Int64?, _ currency: Currency) -> Int {
        let key = Key(customer: customer ?? 0, currency: currency)
        if let known = places[key] { return known }
        places[key] = rows.count
        rows.append(
            AgingReport.Row(
                entity: entity, customer: customer.map { Customer.ID($0) }, currency: currency,
                buckets: AgingBuckets()))
        return rows.count - 1
    }
}
