import Ledger
import Receivables
import Store

/// How people name what is in the books: an entity by its code, an item by its number, a receipt by
/// its number in the journal or by the bank's reference, a customer by its code. What no name
/// fits, or more than one thing, is refused.
public struct Naming {
    let connection: any Connection
    /// The entities in question: the one that was named, or all.
    let entities: [Entity]

    public init(_ connection: any Connection, entity code: String?) throws {
        self.connection = connection
        let all = try MasterReader(connection: connection).entities().map(\.0)
        entities = code.map { code in all.filter { $0.code == code } } ?? all
        if entities.isEmpty {
            throw Refusal(code: "entity-not-found", code ?? "the books have none")
        }
    }

    /// An item or a receipt, as far as naming it needs.
    public struct Named<Of> {
        public let id: Identifier<Of>
        public let entity: Entity.ID
        public let name: String
        public let currency: Currency
    }

    /// The entity in question, where there is one.
    public func entity() throws -> Entity {
        if entities.count == 1 { return entities[0] }
        throw Refusal(
            code: Self.ambiguous, "--entity " + entities.map(\.code).joined(separator: ", "))
    }

    public func entity(_ code: String) throws -> Entity {
        if let entity = entities.first(where: { $0.code == code }) { return entity }
        throw Refusal(code: "entity-not-found", code)
    }

    public func receipt(_ name: String) throws -> Named<Receipt> {
        try only(try receipts(name), name, "receipt-not-found")
    }

    /// With all that is known of it.
    public func fullReceipt(_ name: String) throws -> Receipt {
        let named = try receipt(name)
        guard let receipt = try ReceiptInFull(connection).of(named.id) else {
            throw Refusal(code: "receipt-not-found", name)
        }
        return receipt
    }

    public func item(_ name: String) throws -> Named<OpenItem> {
        try only(try items(name), name, "item-not-found")
    }

    /// Of a receipt's own entity, there is only one item of a number.
    public func item(_ name: String, of entity: Entity.ID) throws -> Named<OpenItem> {
        try only(try items(name).filter { $0.entity == entity }, name, "item-not-found")
    }

    public func customer(_ code: String, of entity: Entity.ID) throws -> Customer.ID {
        let found = try connection.int(
            "SELECT id FROM customer WHERE entity = $1 AND code = $2",
            [.int(entity.raw), .text(code)])
        guard let found else { throw Refusal(code: "customer-not-found", code) }
        return Customer.ID(found)
    }

    /// A reason for a deduction: ours, or what the code of the receipt's customer means.
    public func reason(_ name: String, _ receipt: Receipt.ID) throws -> String {
        if let ours = ReasonCode(written: name) { return ours.rawValue }
        let files = try CaseReader(connection).numbered(name, of: receipt.entity)
        let customer = try ReceiptInFull(connection).of(receipt)?.customer
        for file in files {
            guard case .customerReason(let reason) = file.content, !reason.isWithdrawn,
                reason.customer == customer
            else { continue }
            return reason.ours.rawValue
        }
        return name
    }

    /// A deduction by its number, or by that of its residual item.
    public func deduction(_ name: String) throws -> CaseFile {
        let reader = CaseReader(connection)
        if let number = Int64(name), let file = try reader.file(CaseFile.ID(number)),
            file.kind == .deduction
        {
            return file
        }
        let item = try item(name)
        guard let file = try reader.of(item.id).last(where: { $0.kind == .deduction }) else {
            throw Refusal(code: "deduction-not-found", name)
        }
        return file
    }

    /// The number of an order that the books have.
    public func order(_ number: String, of entity: Entity.ID) throws -> String {
        let found = try connection.int(
            "SELECT COUNT(*) FROM salesOrder WHERE entity = $1 AND number = $2",
            [.int(entity.raw), .text(number)])
        if found == 0 { throw Refusal(code: "order-not-found", number) }
        return number
    }

    /// An item or a receipt; never guessed where the name fits both.
    public func itemOrReceipt(
        _ name: String
    ) throws -> (item: Named<OpenItem>?, receipt: Named<Receipt>?) {
        let (items, receipts) = (try items(name), try receipts(name))
        if !items.isEmpty && !receipts.isEmpty {
            throw Refusal(code: Self.ambiguous, "\(name) is an item and a receipt")
        }
        if receipts.isEmpty { return (try only(items, name, "item-not-found"), nil) }
        return (nil, try only(receipts, name, "receipt-not-found"))
    }

    /// An application by its number, as it was printed when it was made.
    public func application(_ name: String) throws -> Application.ID {
        let found = try Int64(name).flatMap { number in
            try connection.int("SELECT id FROM application WHERE id = $1", [.int(number)])
        }
        guard let found else { throw Refusal(code: "application-not-found", name) }
        return Application.ID(found)
    }

    /// A refund by its number, as it was printed when it was approved.
    public func refund(_ name: String) throws -> Refund.ID {
        let found = try Int64(name).flatMap { number in
            try connection.int("SELECT id FROM refund WHERE id = $1", [.int(number)])
        }
        guard let found else { throw Refusal(code: "refund-not-found", name) }
        return Refund.ID(found)
    }

    /// What the matcher proposes for a receipt; nil where nothing is.
    public func proposal(_ receipt: Named<Receipt>) throws -> Proposed? {
        try ProposalsOfEntity(connection).all(receipt.entity)[receipt.id]
    }

    static let ambiguous = "name-ambiguous"

    private func only<Of>(
        _ found: [Named<Of>], _ name: String, _ missing: String
    ) throws -> Named<Of> {
        if found.count == 1 { return found[0] }
        if found.isEmpty { throw Refusal(code: missing, name) }
        let places = found.map { named in
            let entity = entities.first { $0.id == named.entity }?.code ?? ""
            return "\(entity) \(named.id.raw)"
        }
        throw Refusal(code: Self.ambiguous, "\(name): \(places.joined(separator: ", "))")
    }

    private func items(_ number: String) throws -> [Named<OpenItem>] {
        var found: [Named<OpenItem>] = []
        for entity in entities {
            try connection.rows(
                "SELECT id, currency FROM item WHERE entity = $1 AND number = $2 ORDER BY id",
                [.int(entity.id.raw), .text(number)]
            ) { row in
                // The last one of a number: those before it are reversed.
                found.removeAll { $0.entity == entity.id }
                found.append(
                    Named(
                        id: OpenItem.ID(row.int(0)), entity: entity.id, name: number,
                        currency: row.currencyCode(1)))
            }
        }
        return found
    }

    private func receipts(_ name: String) throws -> [Named<Receipt>] {
        var found: [Named<Receipt>] = []
        let read = { (row: any Row) in
            let entity = Entity.ID(row.int(0) / Identifiers.perEntity)
            if !entities.contains(where: { $0.id == entity }) { return }
            found.append(
                Named(
                    id: Receipt.ID(row.int(0)), entity: entity, name: name,
                    currency: row.currencyCode(1)))
        }
        if let number = Int64(name) {
            try connection.rows(
                "SELECT id, currency FROM receipt WHERE id = $1", [.int(number)], read)
        }
        if found.isEmpty {
            try connection.rows(
                "SELECT id, currency FROM receipt WHERE bankReference = $1 ORDER BY id",
                [.text(name)], read)
        }
        return found
    }
}
