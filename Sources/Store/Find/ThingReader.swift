import Ledger
import Receivables

/// Reads things by their numbers, each in one step down an index.
public struct ThingReader {
    private let connection: any Connection

    public init(_ connection: any Connection) { self.connection = connection }

    public func customers(_ ids: [Int64]) throws -> [Customer] {
        try read(CustomerTable.columns, CustomerTable.name, ids, CustomerTable.read)
    }

    public func items(_ ids: [Int64]) throws -> [OpenItem] {
        try read(ItemTable.viewColumns, ItemTable.view, ids, ItemTable.read)
    }

    public func receipts(_ ids: [Int64]) throws -> [Receipt] {
        try read(ReceiptTable.columns, ReceiptTable.name, ids, ReceiptTable.read)
    }

    public func bankLines(_ ids: [Int64]) throws -> [BankLine] {
        try read(BankLineTable.columns, BankLineTable.name, ids, BankLineTable.read)
    }

    public func statements(_ ids: [Int64]) throws -> [BankStatement] {
        try read(StatementTable.columns, StatementTable.name, ids, StatementTable.read)
    }

    public func notices(_ ids: [Int64]) throws -> [Notice] {
        try read(NoticeTable.columns, NoticeTable.name, ids, NoticeTable.read)
    }

    public func advices(_ ids: [Int64]) throws -> [Advice] {
        try read(AdviceTable.columns, AdviceTable.name, ids, AdviceTable.read)
    }

    private func read<Thing>(
        _ columns: [String], _ table: String, _ ids: [Int64],
        _ read: (any Row) throws -> Thing
    ) throws -> [Thing] {
        if ids.isEmpty { return [] }
        var things: [Thing] = []
        try connection.lookUp(
            columns, in: table, by: ["id"],
            { out in
                for id in ids {
                    out.int(id)
                    try out.end()
                }
            }
        ) { row in things.append(try read(row)) }
        return things
    }

    /// Orders by their numbers, in any entity.
    public func orders(_ numbers: [String], _ entities: [Entity.ID]) throws -> [SalesOrder] {
        if numbers.isEmpty { return [] }
        var orders: [SalesOrder] = []
        try connection.lookUp(
            ["entity", "number", "customer", "day", "currency", "amount", "po", "status"],
            in: "salesOrder", by: ["entity", "number"],
            { out in
                for entity in entities {
                    for number in numbers {
                        out.int(entity.raw)
                        out.text(number)
                        try out.end()
                    }
                }
            }
        ) { row in
            orders.append(
                SalesOrder(
                    entity: row.id(0), number: row.text(1), customer: row.id(2), day: row.day(3),
                    amount: Money(minor: row.int(5), try row.currency(4)), po: row.textOrNil(6),
                    status: row.textOrNil(7)))
        }
        return orders
    }

    /// The numbers of the items that each receipt is applied to now, for showing and searching.
    public func itemNumbers(of receipts: [Int64]) throws -> [Int64: [String]] {
        if receipts.isEmpty { return [:] }
        var items: [Int64: [Int64]] = [:]
        try connection.lookUp(
            ["receipt", "item", "reverses", "reversedBy"], in: "application", by: ["receipt"],
            { out in
                for receipt in receipts {
                    out.int(receipt)
                    try out.end()
                }
            }
        ) { row in
            if row.isNull(2), row.isNull(3) { items[row.int(0), default: []].append(row.int(1)) }
        }
        var numbers: [Int64: String] = [:]
        try connection.lookUp(
            ["id", "number"], in: "item", by: ["id"],
            { out in
                for item in Set(items.values.joined()).sorted() {
                    out.int(item)
                    try out.end()
                }
            }
        ) { row in numbers[row.int(0)] = row.text(1) }
        return items.mapValues { $0.compactMap { numbers[$0] } }
    }

    /// Files with the moment of each and whether it waits or was taken back.
    public func files() throws
        -> [(name: String, hash: String, format: String, at: Int64, state: String)]
    {
        var files: [(name: String, hash: String, format: String, at: Int64, state: String)] = []
        try connection.rows(
            "SELECT name, hash, format, at, undone FROM importedFile ORDER BY at DESC, name"
        ) { row in
            let state = row.int(4) == 0 ? "imported" : "undone"
            files.append((row.text(0), row.text(1), row.text(2), row.int(3), state))
        }
        try connection.rows("SELECT name, hash, format, at FROM heldFile ORDER BY name") { row in
            files.append((row.text(0), row.text(1), row.textOrNil(2) ?? "", row.int(3), "waits"))
        }
        return files
    }
}
