import Ledger
import Receivables
import Store

/// What items were open at the end of a day: what is open now, and what was cleared since, without
/// what was posted since. Only the movements after the day are read beside the open items, so a
/// late day costs little.
struct ItemPosition {
    let receivables: [Currency: Int64]
    let deductions: [Currency: Int64]

    init(_ connection: any Connection, _ entity: Entity.ID, asOf: Day) throws {
        var (receivables, deductions) = ([Currency: Int64](), [Currency: Int64]())
        let add = { (row: any Row) in
            guard let currency = Currency(utf8: row.utf8(0)) else { return }
            if row.int(1) == OpenItem.Kind.residual.rawValue {
                deductions[currency, default: 0] += row.int(2)
            } else {
                receivables[currency, default: 0] += row.int(2)
            }
        }
        let day = Value.int(Int64(asOf.number))
        try connection.rows(
            """
            SELECT currency, kind, open FROM openItem
            WHERE id >= $1 AND id < $2 AND postedOn <= $3
            """, Identifiers.range(of: entity) + [day], add)
        try connection.rows(
            """
            SELECT currency, kind, total FROM application
            WHERE entity = $1 AND postedOn > $2 AND itemPostedOn <= $3
            """, [.int(entity.raw), day, day], add)
        self.receivables = receivables
        self.deductions = deductions
    }
}

/// Where the money of receipts was at the end of a day, by customer: what is there now, and what
/// went since, of the receipts that were there by then.
struct ReceiptPosition {
    struct Key: Hashable {
        let customer: Int64?
        let currency: Currency
    }

    struct Held {
        var unidentified: Int64 = 0
        var unapplied: Int64 = 0
        var onAccount: Int64 = 0
    }

    private(set) var held: [Key: Held] = [:]

    var unidentified: [Currency: Int64] { sum(\.unidentified) }
    var unapplied: [Currency: Int64] { sum(\.unapplied) }
    var onAccount: [Currency: Int64] { sum(\.onAccount) }

    init(_ connection: any Connection, _ entity: Entity.ID, asOf: Day) throws {
        let day = Value.int(Int64(asOf.number))
        try connection.rows(
            """
            SELECT customer, currency, unidentified, unapplied, onAccount FROM receipt
            WHERE entity = $1 AND unidentified + unapplied + onAccount > 0 AND postedOn <= $2
            """, [.int(entity.raw), day]
        ) { row in
            guard let currency = Currency(utf8: row.utf8(1)) else { return }
            let key = Key(customer: row.isNull(0) ? nil : row.int(0), currency: currency)
            held[key, default: Held()].unidentified += row.int(2)
            held[key, default: Held()].unapplied += row.int(3)
            held[key, default: Held()].onAccount += row.int(4)
        }
        // The movements since, backwards.
        try connection.rows(
            """
            SELECT r.customer, l.currency, l.debit, l.credit, l.amount
            FROM line l JOIN receipt r ON r.id = l.receipt
            WHERE l.postedOn > $1 AND l.receipt IS NOT NULL AND r.entity = $2
                AND r.postedOn <= $3
            """, [day, .int(entity.raw), day]
        ) { row in
            guard let currency = Currency(utf8: row.utf8(1)) else { return }
            let key = Key(customer: row.isNull(0) ? nil : row.int(0), currency: currency)
            add(row.text(2), row.int(4), key)
            add(row.text(3), -row.int(4), key)
        }
    }

    private mutating func add(_ account: String, _ amount: Int64, _ key: Key) {
        switch Account(rawValue: account) {
        case .unidentified: held[key, default: Held()].unidentified += amount
        case .unapplied: held[key, default: Held()].unapplied += amount
        case .onAccount: held[key, default: Held()].onAccount += amount
        default: break
        }
    }

    private func sum(_ path: KeyPath<Held, Int64>) -> [Currency: Int64] {
        var sums: [Currency: Int64] = [:]
        for (key, held) in held where held[keyPath: path] != 0 {
            sums[key.currency, default: 0] += held[keyPath: path]
        }
        return sums
    }
}
