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
    private(set) var payers = PayerBook([])
    private(set) var customers: [Int64: Customer] = [:]
    /// What was proposed before.
    private(set) var known: [Receipt.ID: Proposed] = [:]
    /// Rules of customers that people have adopted.
    private(set) var rules = AdoptedRules()
    /// What has been written off, and which orders there are.
    private(set) var before = Known()
    /// The entity's next event at the moment of reading.
    private(set) var nextEvent: Int64 = 0

    /// Reads the items beside all else, in a transaction of its own; where someone wrote between
    /// the two moments, all is read again in one.
    init(_ database: any Database, _ entity: Entity.ID, today: Day) throws {
        if try !database.read({ try WaitingReceipts($0).exist(in: entity) }) { return }
        let beside = PartsAhead<(items: [Item], nextEvent: Int64)>(ahead: 1) { give in
            _ = give(
                try database.read { connection in
                    (
                        try ItemsToMatch(connection, entity, today: today).all(),
                        try Session.nextEvent(of: entity, connection)
                    )
                })
        }
        defer { beside.stop() }
        try database.read { try readOthers($0, entity, today) }
        if let read = try beside.part(0), read.nextEvent == nextEvent {
            items = read.items
            return
        }
        self = MatchInput()
        try database.read { connection in
            items = try ItemsToMatch(connection, entity, today: today).all()
            try readOthers(connection, entity, today)
        }
    }

    private init() {}

    /// The items, which are let go here: the matcher keeps them.
    mutating func takeItems() -> [Item] {
        defer { items = [] }
        return items
    }

    private mutating func readOthers(
        _ connection: any Connection, _ entity: Entity.ID, _ today: Day
    ) throws {
        nextEvent = try Session.nextEvent(of: entity, connection)
        receipts = try WaitingReceipts(connection).of(entity)
        receipts.sort { ($0.valueDate, $0.id) < ($1.valueDate, $1.id) }
        let all = try CustomersOfEntity(connection).all(entity)
        rules = try AdoptedRules(connection, entity)
        payers = PayerBook(
            Self.payers(all, try ConfirmedAliases(connection, entity), rules))
        customers.reserveCapacity(all.count)
        for customer in all { customers[customer.id.raw] = customer }
        known = try ProposalsOfEntity(connection).all(entity)
        before = try KnownBefore(connection, entity).known(today: today)
    }

    /// The customers as payers, with what people have confirmed of them.
    static func payers(
        _ customers: [Customer], _ aliases: ConfirmedAliases, _ rules: AdoptedRules
    ) -> [Payer] {
        var codes: [String: Int64] = [:]
        for customer in customers { codes[customer.code] = customer.id.raw }
        return customers.map { customer in
            var payer = Payer(customer: customer.id.raw, name: customer.name)
            payer.nameLocal = customer.nameLocal
            payer.parent = customer.parent.flatMap { codes[$0] }
            payer.taxId = customer.taxId
            payer.accounts = customer.accounts
            payer.aliases = customer.aliases
            aliases.add(to: &payer)
            rules.add(to: &payer)
            return payer
        }
    }
}

extension Remittance {
    /// The receipt as the matcher reads it: what waits of it, or `amount`.
    init(_ receipt: Receipt, functional: Currency, amount: Int64? = nil) {
        let waiting = receipt.holdings.unidentified.amount + receipt.holdings.unapplied.amount
        self.init(
            id: receipt.id.raw, currency: receipt.currency, amount: amount ?? waiting,
            valueDate: receipt.valueDate)
        let source = receipt.source
        let code = source.code ?? ""
        // `PMNT/RCDT/ESCT`, or SWIFT's `NTRF`.
        let codes = code.utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
        channel =
            source.checkNumber != nil
                || codes.contains { $0 == "CCHQ" || $0 == "RCHQ" || $0.hasPrefix("NCHK") }
            ? .check
            : receipt.currency != functional || codes.contains("XBCT") || source.chargeBearer != nil
                ? .wire : .transfer
        payerName = source.payer
        payerAccount = source.payerAccount
        creditedAccount = source.account
        customer = receipt.customer?.raw
        text = source.text
        references = source.references
        advice = source.advice.map(AdviceLine.init)
        documents = source.documents.map(AdviceLine.init)
        endToEndId = source.endToEndId
        checkNumber = source.checkNumber
        payerBank = source.payerBank
        chargeBearer = source.chargeBearer
        charges = source.charges
        isRest = receipt.holdings.applied.amount > 0
    }
}

extension Remittance.AdviceLine {
    /// `number=minor units`, the amount perhaps missing; a number may have the sign in it.
    fileprivate init(_ text: String) {
        let at = text.lastIndex(of: "=")
        self.init(
            document: String(at.map { text[..<$0] } ?? text[...]),
            amount: at.flatMap { Int64(text[text.index(after: $0)...]) })
    }
}
