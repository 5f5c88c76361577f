import Ledger
import Matching
import Receivables
import Store

/// What the matcher needs of one entity: receipts that wait, items open or closed lately, and what
/// is known of payers.
struct MatchInput {
    /// In the order in which they are decided: of value dates, then numbers.
    private(set) var receipts: [Receipt] = []
    private var items: [Item] = []
    private(set) var payers: [Payer] = []
    private(set) var customers: [Int64: Customer] = [:]
    /// What was proposed before.
    private(set) var known: [Receipt.ID: Proposed] = [:]
    /// The entity's next event at the moment of reading.
    private(set) var nextEvent: Int64 = 0

    /// Items closed this many days before the oldest waiting receipt stay in view, so that a second
    /// payment of them is recognised.
    private static let closedDays = 120

    /// Reads the open items beside all else, in a transaction of its own; where someone wrote
    /// between the two moments, all is read again in one.
    init(_ database: any Database, _ entity: Entity.ID, today: Day) throws {
        if try !database.read({ try WaitingReceipts($0).exist(in: entity) }) { return }
        let open = PartsAhead<(items: [Item], nextEvent: Int64)>(ahead: 1) { give in
            let read = try database.read { connection in
                (try Self.open(connection, entity), try Session.nextEvent(of: entity, connection))
            }
            _ = give(read)
        }
        defer { open.stop() }
        try database.read { try readOthers($0, entity, today) }
        if receipts.isEmpty { return }
        if let read = try open.part(0), read.nextEvent == nextEvent {
            let closed = items
            items = read.items
            items += closed
            return
        }
        self = MatchInput()
        try database.read { connection in
            items = try Self.open(connection, entity)
            try readOthers(connection, entity, today)
        }
    }

    private init() {}

    /// The items, which are let go here: the matcher keeps them.
    mutating func takeItems() -> [Item] {
        defer { items = [] }
        return items
    }

    /// Everything but the open items.
    private mutating func readOthers(
        _ connection: any Connection, _ entity: Entity.ID, _ today: Day
    ) throws {
        nextEvent = try Session.nextEvent(of: entity, connection)
        receipts = try WaitingReceipts(connection).of(entity)
        guard !receipts.isEmpty else { return }
        receipts.sort { ($0.valueDate, $0.id) < ($1.valueDate, $1.id) }
        let oldest = receipts.first?.valueDate ?? today
        let since = min(oldest, today).adding(-Self.closedDays)
        items += try Self.items(
            connection, "clearedOn >= $2 AND clearedOn IS NOT NULL AND status = 1",
            [.int(entity.raw), .int(Int64(since.number))])
        let all = try CustomersOfEntity(connection).all(entity)
        payers = Self.payers(all)
        for customer in all { customers[customer.id.raw] = customer }
        known = try ProposalsOfEntity(connection).all(entity)
    }

    private static func open(_ connection: any Connection, _ entity: Entity.ID) throws -> [Item] {
        try items(connection, "open <> 0", [.int(entity.raw)])
    }

    private static func items(
        _ connection: any Connection, _ condition: String, _ values: [Value]
    ) throws -> [Item] {
        let columns = """
            id, customer, kind, number, reference, currency, open, issuedOn, dueOn,
            discountUntil, discount, disputed
            """
        var found: [Item] = []
        try connection.rows(
            "SELECT \(columns) FROM openItem WHERE entity = $1 AND \(condition)", values
        ) { row in
            var flags: Item.Flags = []
            if row.int(11) != 0 { flags.insert(.disputed) }
            guard let currency = Currency(utf8: row.utf8(5)) else { return }
            found.append(
                Item(
                    id: row.int(0), customer: row.int(1), kind: kind(row.int(2)),
                    number: row.text(3), reference: row.textOrNil(4), currency: currency,
                    open: row.int(6), issuedOn: Day(number: Int32(clamping: row.int(7))),
                    dueOn: Day(number: Int32(clamping: row.int(8))),
                    discountUntil: row.isNull(9) ? nil : Day(number: Int32(clamping: row.int(9))),
                    discount: row.int(10), flags: flags))
        }
        return found
    }

    private static func kind(_ raw: Int64) -> Item.Kind {
        switch OpenItem.Kind(rawValue: raw) {
        case .creditNote: .creditNote
        case .debitNote: .debitNote
        case .residual: .residual
        case .invoice, nil: .invoice
        }
    }

    private static func payers(_ customers: [Customer]) -> [Payer] {
        var codes: [String: Int64] = [:]
        for customer in customers { codes[customer.code] = customer.id.raw }
        return customers.map { customer in
            var payer = Payer(customer: customer.id.raw, name: customer.name)
            payer.nameLocal = customer.nameLocal
            payer.parent = customer.parent.flatMap { codes[$0] }
            payer.taxId = customer.taxId
            payer.accounts = customer.accounts
            payer.aliases = customer.aliases
            return payer
        }
    }
}

extension Remittance {
    /// The receipt as the matcher reads it.
    init(_ receipt: Receipt, functional: Currency) {
        let waiting = receipt.holdings.unidentified.amount + receipt.holdings.unapplied.amount
        self.init(
            id: receipt.id.raw, currency: receipt.currency, amount: waiting,
            valueDate: receipt.valueDate)
        let source = receipt.source
        let code = source.code ?? ""
        channel =
            code.hasPrefix("NCHK") || code.contains("/CCHQ") || code.contains("/RCHQ")
            ? .check
            : receipt.currency != functional || code.contains("XBCT") || source.chargeBearer != nil
                ? .wire : .transfer
        payerName = source.payer
        payerAccount = source.payerAccount
        customer = receipt.customer?.raw
        text = source.text
        references = source.references
        advice = source.documents.map { document in
            let parts = document.split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return AdviceLine(
                document: String(parts[0]),
                amount: parts.count > 1 ? Int64(parts[1]) : nil)
        }
        endToEndId = source.endToEndId
        chargeBearer = source.chargeBearer
        charges = source.charges
        isRest = receipt.holdings.applied.amount > 0
    }
}
