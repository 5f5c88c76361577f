import Ledger
import Receivables
import Store

/// Finds by what names and accounts customers pay, of those their records do not have: from what
/// people have applied by hand, twice at least, and never for two customers (domain.md §3.6). What
/// is found is only proposed.
public struct AliasSearch {
    private let database: any Database
    private let desk: Desk

    /// By whom the search proposes, so that any person may confirm.
    public static let proposer = "acquit"
    /// Receipts by hand that make a name or an account worth proposing.
    private static let enough = 2

    public init(_ database: any Database, desk: Desk) {
        self.database = database
        self.desk = Desk(actor: Self.proposer, today: desk.today, at: desk.at)
    }

    /// How many aliases were proposed.
    public func run() throws -> Int {
        let entities = try database.read { connection in
            try MasterReader(connection: connection).entities().map(\.0)
        }
        var proposed = 0
        for entity in entities {
            let found = try database.read { try Self.found($0, entity.id) }
            if found.isEmpty { continue }
            proposed += try database.write { connection in
                let session = try Session(
                    connection, entity: entity.id, desk: desk, cause: "aliases")
                var count = 0
                for one in found {
                    var propose = ProposeAlias(
                        customer: one.customer, kind: one.kind, text: one.text,
                        evidence: one.evidence)
                    propose.receipt = one.receipts.first
                    try session.load(propose.names)
                    // Known, refused before, or another customer's: a person has decided.
                    let isDecided = session.books.cases.values.contains {
                        guard case .alias(let alias) = $0.content else { return false }
                        return alias.text == one.text
                    }
                    if isDecided { continue }
                    try session.perform(propose)
                    count += 1
                }
                try session.flush(forgetting: true)
                return count
            }
        }
        return proposed
    }

    struct Found: Equatable {
        let customer: Customer.ID
        let kind: PayerAlias.Kind
        let text: String
        var receipts: [Receipt.ID] = []

        var evidence: String {
            "\(receipts.count) receipts applied by hand: "
                + receipts.prefix(5).map { "\($0.raw)" }.joined(separator: ", ")
        }
    }

    /// By customer and text, in the order of the first receipt.
    static func found(_ connection: any Connection, _ entity: Entity.ID) throws -> [Found] {
        var all: [Found] = []
        var places: [String: Int] = [:]
        var owners: [String: Set<Int64>] = [:]
        func add(_ text: String?, _ kind: PayerAlias.Kind, _ receipt: Int64, _ customer: Int64) {
            guard let text, Folding.key(text).count >= 3 else { return }
            owners[text, default: []].insert(customer)
            let key = "\(customer) \(text)"
            let place = places[key] ?? all.count
            if place == all.count {
                places[key] = place
                all.append(Found(customer: Customer.ID(customer), kind: kind, text: text))
            }
            all[place].receipts.append(Receipt.ID(receipt))
        }
        try connection.rows(
            """
            SELECT DISTINCT r.id, r.customer, r.payer, r.payerAccount FROM application a
            JOIN receipt r ON r.id = a.receipt
            WHERE a.entity = $1 AND a.byHand = 1 AND a.reverses IS NULL AND a.reversedBy IS NULL
                AND r.customer IS NOT NULL
            ORDER BY r.id
            """, [.int(entity.raw)]
        ) { row in
            let (receipt, customer) = (row.int(0), row.int(1))
            let payer = row.textOrNil(2)
            let isChinese = payer.map { Han.isIn(Folding.fold($0)) } ?? false
            add(payer, isChinese ? .shortChinese : .tradingEnglish, receipt, customer)
            add(row.textOrNil(3), .account, receipt, customer)
        }
        let worth = all.filter {
            $0.receipts.count >= enough && owners[$0.text]?.count == 1
        }
        return try worth.filter { try !isKnown($0, connection) }
    }

    /// Whether the customer's record has it.
    private static func isKnown(_ found: Found, _ connection: any Connection) throws -> Bool {
        var names: [String] = []
        try connection.rows(
            "SELECT name, nameLocal, accounts, aliases FROM customer WHERE id = $1",
            [.int(found.customer.raw)]
        ) { row in
            names = [row.text(0), row.textOrNil(1) ?? ""]
            for column in 2...3 {
                names += row.text(column).split(separator: "\n").map(String.init)
            }
        }
        let key = Folding.key(found.text)
        return names.contains { Folding.key($0) == key }
    }
}
