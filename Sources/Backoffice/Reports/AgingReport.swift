import Ledger
import Receivables
import Store

/// Aging by customer and currency as of any day (domain.md G-MET-02): what is not due, what is
/// overdue by how long, credits and unapplied money in columns of their own. Each row foots: its
/// buckets sum to its total (invariant I6).
public struct AgingReport {
    public let asOf: Day
    public let basis: AgingBasis

    public init(asOf: Day, basis: AgingBasis = .dueDate) {
        self.asOf = asOf
        self.basis = basis
    }

    /// One customer's aging in one currency.
    public struct Row: Sendable {
        public let entity: Entity
        public let customer: Customer.ID?
        public let currency: Currency
        public var buckets: AgingBuckets
    }

    /// By entity, customer and currency; unidentified money comes under no customer.
    public func rows(_ connection: any Connection) throws -> [Row] {
        var all: [Row] = []
        for (entity, _) in try MasterReader(connection: connection).entities() {
            all += try rows(connection, entity)
        }
        return all
    }

    private func rows(_ connection: any Connection, _ entity: Entity) throws -> [Row] {
        var sums = AgingSums(entity, asOf: asOf, basis: basis)
        try sums.addItems(connection)
        for (key, held) in try ReceiptPosition(connection, entity.id, asOf: asOf).held {
            sums.add(held, key)
        }
        return sums.rows
    }

    /// Every customer, for machines; for people the totals and the largest overdue.
    public func table(_ connection: any Connection, _ format: Table.Format) throws -> Table {
        let rows = try rows(connection)
        let names = try CustomerNames(connection)
        var table = Table("Aging as of \(asOf), by \(basis.name)", columns)
        if format != .text {
            for row in rows { table.rows.append(cells(row, names)) }
            return table
        }
        for total in totals(rows) { table.rows.append(cells(total, names, label: "total")) }
        let late = rows.filter { $0.customer != nil && $0.buckets.overdue > 0 }
            .sorted { $0.buckets.overdue > $1.buckets.overdue }
        for row in late.prefix(20) { table.rows.append(cells(row, names)) }
        if rows.count > 20 {
            table.notes = [
                "\(rows.count) rows; the totals and the 20 largest overdue are shown, "
                    + "--format csv has them all."
            ]
        }
        return table
    }

    private func totals(_ rows: [Row]) -> [Row] {
        var totals: [Row] = []
        for row in rows {
            if let at = totals.firstIndex(where: {
                $0.entity.id == row.entity.id && $0.currency == row.currency
            }) {
                totals[at].buckets.add(row.buckets)
            } else {
                totals.append(
                    Row(
                        entity: row.entity, customer: nil, currency: row.currency,
                        buckets: row.buckets))
            }
        }
        return totals.sorted { ($0.entity.id, $0.currency) < ($1.entity.id, $1.currency) }
    }

    private var columns: [Table.Column] {
        [
            Table.Column("entity"), Table.Column("customer"), Table.Column("name"),
            Table.Column("currency"),
        ]
            + basis.columns.map { Table.Column($0, number: true) }
            + ["credits", "on-account", "unapplied", "unidentified", "total"].map {
                Table.Column($0, number: true)
            }
    }

    private func cells(
        _ row: Row, _ names: CustomerNames, label: String? = nil
    ) -> [Table.Cell] {
        let known = row.customer.map { names[$0] }
        let money = { (minor: Int64) in Table.Cell.money(Money(minor: minor, row.currency)) }
        let buckets = row.buckets
        return [
            .text(row.entity.code), label.map { .text($0) } ?? Table.Cell(known?.code),
            label == nil ? Table.Cell(known?.name ?? "(unidentified)") : .empty,
            .text(row.currency.code),
        ] + buckets.debits.map(money)
            + [
                money(buckets.credits), money(-buckets.onAccount), money(-buckets.unapplied),
                money(-buckets.unidentified), money(buckets.total),
            ]
    }
}

/// Codes and names of customers, for printing.
struct CustomerNames {
    private var names: [Int64: (code: String, name: String)] = [:]

    init(_ connection: any Connection) throws {
        try connection.rows("SELECT id, code, name FROM customer") { row in
            names[row.int(0)] = (row.text(1), row.text(2))
        }
    }

    subscript(id: Customer.ID) -> (code: String, name: String) {
        names[id.raw] ?? ("\(id.raw)", "")
    }
}

extension AgingReport {
    /// The basis by its name on the command line.
    public static func basis(_ name: String) -> AgingBasis? { AgingBasis(rawValue: name) }
}
