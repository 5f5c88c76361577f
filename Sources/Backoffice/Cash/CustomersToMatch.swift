import Ledger
import Matching
import Receivables
import Store

/// Reads the customers that one receipt may be of, through the words they are found by: by account,
/// tax number, name or alias; the owners of the items it names; and who may pay for whom.
struct CustomersToMatch {
    private let connection: any Connection
    private let entity: Entity.ID
    private let aliases: ConfirmedAliases

    /// Customers that one word leads to; a word of more is no name.
    private static let ofWord = 200
    private static let atMost = 1_000

    init(_ connection: any Connection, _ entity: Entity.ID, _ aliases: ConfirmedAliases) {
        self.connection = connection
        self.entity = entity
        self.aliases = aliases
    }

    func of(_ receipt: Remittance, owners: Set<Int64>) throws -> [Customer] {
        var ids = owners.union(aliases.customers(of: receipt))
        if let customer = receipt.customer { ids.insert(customer) }
        let search = SearchReader(connection, entity: entity)
        let look = { (words: [String]) in
            let needles = words.map { Array(Folding.key($0)) }.filter { $0.count >= 3 }
            for id in try search.lines(.customer, holding: needles, limit: Self.ofWord).ids {
                if let id = Int64(id) { ids.insert(id) }
            }
        }
        for account in [
            receipt.payerAccount, receipt.creditedAccount,
            receipt.payerBank.flatMap { bank in receipt.payerAccount.map { bank + $0 } },
        ] {
            if let account { try look([account]) }
        }
        if let name = receipt.payerName {
            let words = NameWords.of(name)
            try look(words)
            for word in words { try look([word]) }
        }
        for word in receipt.text.joined(separator: " ").split(separator: " ").prefix(64)
        where (9...20).contains(word.utf8.count) && word.utf8.contains(where: { $0 < 0x3A }) {
            try look([String(word)])
        }
        return try withRelatives(ids)
    }

    /// With those above and below, as far as anybody may pay for them.
    private func withRelatives(_ ids: Set<Int64>) throws -> [Customer] {
        let reader = ThingReader(connection)
        var known: [Int64: Customer] = [:]
        var next = ids.sorted()
        while !next.isEmpty, known.count < Self.atMost {
            let read = try reader.customers(next).filter { $0.entity == entity }
            for customer in read { known[customer.id.raw] = customer }
            var more: Set<Int64> = []
            for customer in read {
                try connection.rows(
                    "SELECT id FROM customer WHERE entity = $1 AND parent = $2 LIMIT 400",
                    [.int(entity.raw), .text(customer.code)]
                ) { more.insert($0.int(0)) }
                guard let parent = customer.parent else { continue }
                let found = try connection.int(
                    "SELECT id FROM customer WHERE entity = $1 AND code = $2",
                    [.int(entity.raw), .text(parent)])
                if let found { more.insert(found) }
            }
            next = more.filter { known[$0] == nil }.sorted()
        }
        return known.values.sorted { $0.id < $1.id }
    }
}
