import Ledger
import Matching
import Receivables
import Store

/// Reads an entity's items as the matcher sees them: what is open, and what was closed lately.
struct ItemsToMatch {
    private let connection: any Connection
    private let entity: Entity.ID
    private let today: Day

    /// Items closed this many days before the oldest waiting receipt stay in view, so that a second
    /// payment of them is recognised.
    private static let closedDays = 120

    init(_ connection: any Connection, _ entity: Entity.ID, today: Day) {
        self.connection = connection
        self.entity = entity
        self.today = today
    }

    func all() throws -> [Item] {
        let oldest = try WaitingReceipts(connection).oldest(in: entity) ?? today
        let since = min(oldest, today).adding(-Self.closedDays)
        var found: [Item] = []
        // Counting costs an index; letting a million items grow by doubling costs five times that.
        found.reserveCapacity(
            Int(
                try connection.int(
                    "SELECT COUNT(*) FROM openItem WHERE entity = $1 AND open <> 0",
                    [.int(entity.raw)]) ?? 0))
        try read("open <> 0", [.int(entity.raw)], into: &found)
        try read(
            "clearedOn >= $2 AND clearedOn IS NOT NULL AND status = 1",
            [.int(entity.raw), .int(Int64(since.number))], into: &found)
        return found
    }

    private func read(
        _ condition: String, _ values: [Value], into found: inout [Item]
    ) throws {
        let columns = """
            id, customer, kind, number, reference, currency, open, issuedOn, dueOn,
            discountUntil, discount, disputed
            """
        try connection.rows(
            "SELECT \(columns) FROM openItem WHERE entity = $1 AND \(condition)", values
        ) { row in
            var flags: Item.Flags = []
            if row.int(11) != 0 { flags.insert(.disputed) }
            guard let currency = Currency(utf8: row.utf8(5)) else { return }
            found.append(
                Item(
                    id: row.int(0), customer: row.int(1), kind: Self.kind(row.int(2)),
                    number: row.text(3), reference: row.textOrNil(4), currency: currency,
                    open: row.int(6), issuedOn: Day(number: Int32(clamping: row.int(7))),
                    dueOn: Day(number: Int32(clamping: row.int(8))),
                    discountUntil: row.isNull(9) ? nil : Day(number: Int32(clamping: row.int(9))),
                    discount: row.int(10), flags: flags))
        }
    }

    private static func kind(_ raw: Int64) -> Item.Kind {
        switch OpenItem.Kind(rawValue: raw) {
        case .creditNote: .creditNote
        case .debitNote: .debitNote
        case .residual: .residual
        case .invoice, nil: .invoice
        }
    }
}
