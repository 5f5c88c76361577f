import Ledger
import Receivables

/// Loads exactly the documents that commands name, whatever else the books hold.
struct Prefetch {
    let connection: any Connection
    let entity: Entity.ID

    func load(_ names: Names, into books: inout Books) throws {
        var names = names
        try byNumber(&names, &books)
        try applications(&names, &books)
        try refunds(&names, &books)
        names.items.subtract(books.items.keys)
        try items(names.items.map(\.raw)) { books.load($0) }
        names.receipts.subtract(books.receipts.keys)
        if try ids(names.receipts.map(\.raw)) {
            try connection.rows(select(ReceiptTable.columns, ReceiptTable.name, key: "id")) { row in
                books.load(try ReceiptTable.read(row))
            }
        }
        for item in books.items.values { names.customers.insert(item.customer) }
        for receipt in books.receipts.values {
            if let customer = receipt.customer { names.customers.insert(customer) }
        }
        names.customers.subtract(books.customers.keys)
        if try ids(names.customers.map(\.raw)) {
            try connection.rows(select(CustomerTable.columns, CustomerTable.name, key: "id")) {
                row in
                books.load(try CustomerTable.read(row))
            }
        }
    }

    fileprivate func items(_ wanted: [Int64], _ body: (OpenItem) -> Void) throws {
        guard try ids(wanted) else { return }
        try connection.rows(select(ItemTable.viewColumns, ItemTable.view, key: "id")) { row in
            body(try ItemTable.read(row))
        }
    }

    private func byNumber(_ names: inout Names, _ books: inout Books) throws {
        let codes = names.customerCodes.filter {
            books.customerCodes[Books.Key(entity, $0)] == nil
        }
        if try texts(Array(codes)) {
            try connection.rows(
                select(CustomerTable.columns, CustomerTable.name, text: "code"),
                [.int(entity.raw)]
            ) { row in books.load(try CustomerTable.read(row)) }
        }
        let numbers = names.itemNumbers.filter { books.itemNumbers[Books.Key(entity, $0)] == nil }
        if try texts(Array(numbers)) {
            try connection.rows(
                select(ItemTable.viewColumns, ItemTable.view, text: "number"), [.int(entity.raw)]
            ) { row in books.load(try ItemTable.read(row)) }
        }
    }

    private func applications(_ names: inout Names, _ books: inout Books) throws {
        var found: [Application] = []
        for (keys, column) in [
            (names.applications.map(\.raw), "id"), (names.applicationsOf.map(\.raw), "receipt"),
        ] where !keys.isEmpty {
            try ids(keys)
            try connection.rows(
                select(ApplicationTable.columns, ApplicationTable.name, key: column)
            ) { row in found.append(try ApplicationTable.read(row)) }
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
        try ids(names.refunds.map(\.raw))
        try connection.rows(select(RefundTable.columns, RefundTable.name, key: "id")) { row in
            found.append(try RefundTable.read(row))
        }
        for refund in found {
            books.load(refund)
            names.receipts.insert(refund.receipt)
        }
    }

    /// The numbers to look up, in their order: rows of one page are then read together.
    @discardableResult
    private func ids(_ ids: [Int64]) throws -> Bool {
        if ids.isEmpty { return false }
        try connection.temporary("wantedId", columns: "id BIGINT PRIMARY KEY")
        try connection.load(into: "wantedId", columns: ["id"]) { out in
            for id in ids.sorted() {
                out.int(id)
                try out.end()
            }
        }
        return true
    }

    private func texts(_ texts: [String]) throws -> Bool {
        if texts.isEmpty { return false }
        try connection.temporary("wantedText", columns: "text TEXT PRIMARY KEY")
        try connection.load(into: "wantedText", columns: ["text"]) { out in
            for text in texts {
                out.text(text)
                try out.end()
            }
        }
        return true
    }

    // Column and table names come from the tables' own lists, never from input. CROSS JOIN keeps
    // SQLite from walking through the books to look each row up among the few that are wanted.

    private func select(_ columns: [String], _ table: String, key: String) -> String {
        let list = columns.map { "t.\($0)" }.joined(separator: ", ")
        return "SELECT \(list) FROM wantedId w CROSS JOIN \(table) t WHERE t.\(key) = w.id"
    }

    private func select(_ columns: [String], _ table: String, text: String) -> String {
        let list = columns.map { "t.\($0)" }.joined(separator: ", ")
        return """
            SELECT \(list) FROM wantedText w
            CROSS JOIN \(table) t WHERE t.entity = $1 AND t.\(text) = w.text
            """
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
