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
        let range = Identifiers.range(of: entity)
        var found: [Item] = []
        // Counting costs an index; letting a million items grow by doubling costs five times that.
        found.reserveCapacity(
            Int(
                try connection.int(
                    "SELECT COUNT(*) FROM openItem WHERE id >= $1 AND id < $2", range) ?? 0))
        try read(
            "o.open, o.disputed FROM openItem o JOIN item i ON i.id = o.id",
            "o.id >= $1 AND o.id < $2", range, into: &found)
        try read(
            "0, c.disputed FROM clearedItem c JOIN item i ON i.id = c.id",
            "c.entity = $1 AND c.clearedOn >= $2 AND c.status = 1",
            [.int(entity.raw), .int(Int64(since.number))], into: &found)
        return found
    }

    private static let open = "o.open, o.disputed FROM item i JOIN openItem o ON o.id = i.id"
    private static let closed = "0, c.disputed FROM item i JOIN clearedItem c ON c.id = i.id"

    /// One customer's, open or closed so shortly before a day that a run would see them.
    func of(_ customer: Int64, since day: Day) throws -> [Item] {
        var found: [Item] = []
        let first = Int64(day.adding(-Self.closedDays).number)
        try read(Self.open, "i.customer = $1", [.int(customer)], into: &found)
        try read(
            Self.closed, "i.customer = $1 AND c.clearedOn >= $2 AND c.status = 1",
            [.int(customer), .int(first)], into: &found)
        return found
    }

    /// Those that have one of the numbers.
    func numbered(_ numbers: [String], since day: Day) throws -> [Item] {
        var found: [Item] = []
        let first = Int64(day.adding(-Self.closedDays).number)
        for number in numbers {
            try read(
                Self.open, "i.entity = $1 AND i.number = $2",
                [.int(entity.raw), .text(number)], into: &found)
            try read(
                Self.closed,
                "i.entity = $1 AND i.number = $2 AND c.clearedOn >= $3 AND c.status = 1",
                [.int(entity.raw), .text(number), .int(first)], into: &found)
        }
        return found
    }

    /// Some numbers of every age, to learn the company's numbering from.
    func someNumbers() throws -> [String] {
        let first = try connection.int(
            "SELECT MIN(id) FROM item WHERE id >= $1 AND id < $2", Identifiers.range(of: entity))
        let last = try connection.int(
            "SELECT MAX(id) FROM item WHERE id >= $1 AND id < $2", Identifiers.range(of: entity))
        guard let first, let last else { return [] }
        var numbers: [String] = []
        let places: Int64 = 24
        for place in 0...places {
            try connection.rows(
                "SELECT number FROM item WHERE id >= $1 AND id <= $2 ORDER BY id LIMIT 20",
                [.int(first + (last - first) / places * place), .int(last)]
            ) { numbers.append($0.text(0)) }
        }
        try connection.rows(
            "SELECT number FROM item WHERE id <= $1 AND id >= $2 ORDER BY id DESC LIMIT 40",
            [.int(last), .int(first)]
        ) { numbers.append($0.text(0)) }
        return numbers
    }

    /// The items of all whom people have applied money of or to, with their whole amount as open:
    /// what was open on a day, the reader finds out.
    func paidByHand() throws -> [Item] {
        var found: [Item] = []
        try read(
            "i.original, 0 FROM item i",
            """
            i.entity = $1 AND i.customer IN (
                SELECT customer FROM application WHERE byHand = 1 UNION
                SELECT r.customer FROM application a JOIN receipt r ON r.id = a.receipt
                WHERE a.byHand = 1)
            """, [.int(entity.raw)], into: &found)
        return found
    }

    private func read(
        _ source: String, _ condition: String, _ values: [Value], into found: inout [Item]
    ) throws {
        let columns = """
            i.id, i.customer, i.kind, i.number, i.reference, i.currency, i.issuedOn, i.dueOn,
            i.discountUntil, i.discount, i.po, i.orderNumber, i.contract, i.delivery
            """
        try connection.rows("SELECT \(columns), \(source) WHERE \(condition)", values) { row in
            var flags: Item.Flags = []
            if row.int(15) != 0 { flags.insert(.disputed) }
            guard let currency = Currency(utf8: row.utf8(5)) else { return }
            var item = Item(
                id: row.int(0), customer: row.int(1), kind: Self.kind(row.int(2)),
                number: row.text(3), reference: row.textOrNil(4), currency: currency,
                open: row.int(14), issuedOn: Day(number: Int32(clamping: row.int(6))),
                dueOn: Day(number: Int32(clamping: row.int(7))),
                discountUntil: row.isNull(8) ? nil : Day(number: Int32(clamping: row.int(8))),
                discount: row.int(9), flags: flags)
            for (column, kind) in Self.links where !row.isNull(column) {
                item.links.append(Item.Link(kind, row.text(column)))
            }
            found.append(item)
        }
    }

    private static let links: [(column: Int, kind: Item.Link.Kind)] = [
        (10, .po), (11, .order), (12, .contract), (13, .delivery),
    ]

    private static func kind(_ raw: Int64) -> Item.Kind {
        switch OpenItem.Kind(rawValue: raw) {
        case .creditNote: .creditNote
        case .debitNote: .debitNote
        case .residual: .residual
        case .invoice, nil: .invoice
        }
    }
}
