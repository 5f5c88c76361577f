import Ledger
import Receivables
import Store

/// Sums open items into buckets by customer and currency, a million in a fraction of a second.
struct AgingSums {
    private let entity: Entity
    private let asOf: Day
    private let basis: AgingBasis
    private var places = AgingPlaces()
    /// By place.
    private var buckets: [AgingBuckets] = []
    /// Rows that are read and not yet summed. Summing many in one go lets the processor fetch the
    /// sums of several customers at once; one by one, each is waited for.
    private var waiting: [Movement] = []

    private struct Movement {
        let customer: Int64
        let currency: Currency
        let day: Day
        let open: Int64
    }

    init(_ entity: Entity, asOf: Day, basis: AgingBasis) {
        self.entity = entity
        self.asOf = asOf
        self.basis = basis
        waiting.reserveCapacity(Self.together)
    }

    private static let together = 1024

    /// The sums that are not empty, by customer and currency; what no customer has comes last.
    var rows: [AgingReport.Row] {
        let filled = places.keys.indices.filter { !buckets[$0].isEmpty }
        let keys = places.keys
        return filled.sorted { keys[$0] < keys[$1] }.map { place in
            let customer = keys[place].customer
            return AgingReport.Row(
                entity: entity, customer: customer == 0 ? nil : Customer.ID(customer),
                currency: keys[place].currency, buckets: buckets[place])
        }
    }

    /// What is open now, and what was cleared since `asOf`, of what was posted by then.
    mutating func addItems(_ connection: any Connection) throws {
        // The column is one of two names.
        let date = basis == .dueDate ? "dueOn" : "issuedOn"
        let day = Value.int(Int64(asOf.number))
        try connection.rows(
            """
            SELECT customer, currency, \(date), open FROM openItem
            WHERE id >= $1 AND id < $2 AND postedOn <= $3
            """, Identifiers.range(of: entity.id) + [day]
        ) { row in add(row) }
        try connection.rows(
            """
            SELECT customer, currency, \(date), total FROM application
            WHERE entity = $1 AND postedOn > $2 AND itemPostedOn <= $3
            """, [.int(entity.id.raw), day, day]
        ) { row in add(row) }
        sumUp()
    }

    mutating func add(_ held: ReceiptPosition.Held, _ key: ReceiptPosition.Key) {
        let place = place(key.customer ?? 0, key.currency)
        buckets[place].add(
            onAccount: held.onAccount, unapplied: held.unapplied, unidentified: held.unidentified)
    }

    private mutating func add(_ row: any Store.Row) {
        guard let currency = Currency(utf8: row.utf8(1)) else { return }
        let day = Day(number: Int32(truncatingIfNeeded: row.int(2)))
        waiting.append(
            Movement(customer: row.int(0), currency: currency, day: day, open: row.int(3)))
        if waiting.count == Self.together { sumUp() }
    }

    private mutating func sumUp() {
        for row in waiting {
            let place = place(row.customer, row.currency)
            buckets[place].add(
                open: row.open, dueOn: row.day, issuedOn: row.day, asOf: asOf, basis: basis)
        }
        waiting.removeAll(keepingCapacity: true)
    }

    private mutating func place(_ customer: Int64, _ currency: Currency) -> Int {
        let place = places.place(customer, currency)
        if place == buckets.count { buckets.append(AgingBuckets()) }
        return place
    }
}
