import Ledger
import Matching
import Receivables
import Store

/// What the matcher needs of one entity: receipts that wait, items open or closed lately, and what
/// is known of payers.
struct MatchInput {
    let receipts: [Receipt]
    let items: [Item]
    let payers: [Payer]

    /// Items closed this many days before the oldest waiting receipt stay in view, so that a second
    /// payment of them is recognised.
    private static let closedDays = 120

    init(_ connection: any Connection, _ entity: Entity.ID, today: Day) throws {
        receipts = try WaitingReceipts(connection).of(entity)
        if receipts.isEmpty {
            items = []
            payers = []
            return
        }
        let oldest = receipts.lazy.map(\.valueDate).min() ?? today
        items = try Self.items(
            connection, entity, closedSince: min(oldest, today).adding(-Self.closedDays))
        payers = try Self.payers(connection, entity)
    }

    private static func items(
        _ connection: any Connection, _ entity: Entity.ID, closedSince: Day
    ) throws -> [Item] {
        let columns = """
            id, customer, kind, number, reference, currency, open, issuedOn, dueOn,
            discountUntil, discount, disputed
            """
        var found: [Item] = []
        let read = { (row: any Row) in
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
        try connection.rows(
            "SELECT \(columns) FROM openItem WHERE entity = $1 AND open <> 0", [.int(entity.raw)],
            read)
        try connection.rows(
            """
            SELECT \(columns) FROM openItem
            WHERE entity = $1 AND clearedOn >= $2 AND clearedOn IS NOT NULL AND status = 1
            """, [.int(entity.raw), .int(Int64(closedSince.number))], read)
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

    private static func payers(
        _ connection: any Connection, _ entity: Entity.ID
    ) throws -> [Payer] {
        let customers = try CustomersOfEntity(connection).all(entity)
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
