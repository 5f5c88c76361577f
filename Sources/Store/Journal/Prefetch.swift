import Ledger
import Receivables

/// Loads exactly the documents that commands name, whatever else the books hold.
struct Prefetch {
    let connection: any Connection
    let entity: Entity.ID

    func load(_ names: Names, into books: inout Books) throws {
        var names = names
        try cases(&names, &books)
        try byNumber(&names, &books)
        try applications(&names, &books)
        try refunds(&names, &books)
        names.researchNotes.subtract(books.researchNotes.keys)
        try look(
            ResearchNoteTable.columns, ResearchNoteTable.name, names.researchNotes.map(\.raw)
        ) { row in books.load(try ResearchNoteTable.read(row)) }
        names.items.subtract(books.items.keys)
        try items(names.items.map(\.raw)) { books.load($0) }
        names.receipts.subtract(books.receipts.keys)
        try look(ReceiptTable.columns, ReceiptTable.name, names.receipts.map(\.raw)) { row in
            books.load(try ReceiptTable.read(row))
        }
        try refundsOfPayers(names, &books)
        for item in books.items.values { names.customers.insert(item.customer) }
        for receipt in books.receipts.values {
            if let customer = receipt.customer { names.customers.insert(customer) }
        }
        names.customers.subtract(books.customers.keys)
        try look(CustomerTable.columns, CustomerTable.name, names.customers.map(\.raw)) { row in
            books.load(try CustomerTable.read(row))
        }
    }

    fileprivate func items(_ wanted: [Int64], _ body: (OpenItem) -> Void) throws {
        try look(ItemTable.viewColumns, ItemTable.view, wanted) { row in
            body(try ItemTable.read(row))
        }
    }

    private func byNumber(_ names: inout Names, _ books: inout Books) throws {
        let codes = names.customerCodes.filter {
            books.customerCodes[Books.Key(entity, $0)] == nil
        }
        try look(CustomerTable.columns, CustomerTable.name, "code", codes) { row in
            books.load(try CustomerTable.read(row))
        }
        let numbers = names.itemNumbers.filter { books.itemNumbers[Books.Key(entity, $0)] == nil }
        try look(ItemTable.viewColumns, ItemTable.view, "number", numbers) { row in
            books.load(try ItemTable.read(row))
        }
    }

    private func applications(_ names: inout Names, _ books: inout Books) throws {
        var found: [Application] = []
        for (keys, column) in [
            (names.applications.map(\.raw), "id"), (names.applicationsOf.map(\.raw), "receipt"),
        ] where !keys.isEmpty {
            try look(ApplicationTable.columns, ApplicationTable.name, by: column, keys) { row in
                found.append(try ApplicationTable.read(row))
            }
        }
        for application in found {
            books.load(application)
            names.items.insert(application.item)
            // The residual of a short payment has the number after the application that left it.
            if application.cleared.residual != 0 {
                names.items.insert(OpenItem.ID(application.id.raw + 1))
            }
        }
    }

    private func refunds(_ names: inout Names, _ books: inout Books) throws {
        if names.refunds.isEmpty { return }
        var found: [Refund] = []
        try look(RefundTable.columns, RefundTable.name, names.refunds.map(\.raw)) { row in
            found.append(try RefundTable.read(row))
        }
        for refund in found {
            books.load(refund)
            names.receipts.insert(refund.receipt)
            // What its controls look at: who called back, and what is known of its account.
            if let callback = refund.callback { names.cases.insert(callback) }
            if refund.isElsewhere { names.caseNumbers.insert(refund.toAccount) }
        }
    }

    /// The other refunds of the customers whose receipts are loaded.
    private func refundsOfPayers(_ names: Names, _ books: inout Books) throws {
        if !names.refundsOfPayers { return }
        let payers = Set(books.receipts.values.compactMap { $0.customer?.raw })
        try look(RefundTable.columns, RefundTable.name, by: "customer", Array(payers)) { row in
            let refund = try RefundTable.read(row)
            if books.refunds[refund.id] == nil { books.load(refund) }
        }
    }

    private func cases(_ names: inout Names, _ books: inout Books) throws {
        var found: [CaseFile] = []
        // Decided on, not only looked at: these bring what their decision may touch.
        var wanted: Set<CaseFile.ID> = []
        for (keys, column) in [
            (names.cases.map(\.raw), "id"), (names.casesOfReceipts.map(\.raw), "receipt"),
            (names.casesOfCustomers.map(\.raw), "customer"),
        ] {
            try look(CaseTable.columns, CaseTable.name, by: column, keys) { row in
                let file = try CaseTable.read(row)
                found.append(file)
                if column != "customer" { wanted.insert(file.id) }
            }
        }
        try look(CaseTable.columns, CaseTable.name, "number", names.caseNumbers) { row in
            found.append(try CaseTable.read(row))
        }
        for file in found {
            books.load(file)
            let head = file.head
            if let receipt = head.receipt { names.receipts.insert(receipt) }
            if let item = head.item { names.items.insert(item) }
            if let customer = head.customer { names.customers.insert(customer) }
            if wanted.contains(file.id) { names.formUnion(file.content.names) }
        }
    }

    /// In the order of their numbers: rows of one page are then read together.
    private func look(
        _ columns: [String], _ table: String, by key: String = "id", _ ids: [Int64],
        _ body: (any Row) throws -> Void
    ) throws {
        if ids.isEmpty { return }
        try connection.lookUp(
            columns, in: table, by: [key],
            { out in
                for id in ids.sorted() {
                    out.int(id)
                    try out.end()
                }
            }, body)
    }

    /// Of this entity, by a number or code.
    private func look(
        _ columns: [String], _ table: String, _ key: String, _ texts: Set<String>,
        _ body: (any Row) throws -> Void
    ) throws {
        if texts.isEmpty { return }
        try connection.lookUp(
            columns, in: table, by: ["entity", key],
            { out in
                for text in texts {
                    out.int(entity.raw)
                    out.text(text)
                    try out.end()
                }
            }, body)
    }
}

/// Reads one receipt whole, outside of a session.
public struct ReceiptInFull {
    private let connection: any Connection

    public init(_ connection: any Connection) { self.connection = connection }

    public func of(_ id: Receipt.ID) throws -> Receipt? {
        var books = Books()
        var names = Names()
        names.receipts = [id]
        try Prefetch(connection: connection, entity: id.entity).load(names, into: &books)
        return books.receipts[id]
    }
}

/// Reads items whole, ahead of the session that will need them.
public struct ItemsInFull {
    private let prefetch: Prefetch

    public init(_ connection: any Connection, _ entity: Entity.ID) {
        prefetch = Prefetch(connection: connection, entity: entity)
    }

    public func of(_ ids: [OpenItem.ID]) throws -> [OpenItem] {
        var found: [OpenItem] = []
        found.reserveCapacity(ids.count)
        try prefetch.items(ids.map(\.raw)) { found.append($0) }
        return found
    }
}
