import Ledger
import Receivables

/// The part of the books around one receipt, to be read and not to be changed: the receipt, who it
/// is of, what it is applied to and was applied to, our accounts.
public enum BooksOfReceipt {
    public static func read(_ receipt: Receipt.ID, _ connection: any Connection) throws -> Books {
        var books = Books()
        var names = Names()
        names.receipts = [receipt]
        names.applicationsOf = [receipt]
        try Prefetch(connection: connection, entity: receipt.entity).load(names, into: &books)
        let reader = MasterReader(connection: connection)
        for (entity, closedThrough) in try reader.entities() {
            books.load(entity, closedThrough: closedThrough, counter: 0)
        }
        for account in try reader.ownAccounts() { books.load(account) }
        return books
    }

    /// Other receipts of the same amount, from the same customer, account or payer: the first ones,
    /// in the order of their value dates. What was taken back or replaced is none.
    public static func twins(
        of receipt: Receipt, _ connection: any Connection, limit: Int
    ) throws -> [Receipt] {
        var found: [Receipt] = []
        let columns = ReceiptTable.columns.joined(separator: ", ")
        try connection.rows(
            """
            SELECT \(columns) FROM receipt
            WHERE entity = $1 AND currency = $2 AND amount = $3 AND id <> $4 AND reversed = 0
                AND (customer = $5 OR payerAccount = $6 OR payer = $7)
            ORDER BY valueDate, id LIMIT $8
            """,
            [
                .int(receipt.entity.raw), .text(receipt.currency.code), .int(receipt.amount),
                .int(receipt.id.raw), Value(receipt.customer?.raw),
                Value(receipt.source.payerAccount), Value(receipt.source.payer),
                .int(Int64(limit)),
            ]
        ) { row in found.append(try ReceiptTable.read(row)) }
        return found
    }
}

/// Reads one customer whole.
public enum CustomerInFull {
    public static func read(_ id: Customer.ID, _ connection: any Connection) throws -> Customer? {
        var books = Books()
        var names = Names()
        names.customers = [id]
        try Prefetch(connection: connection, entity: id.entity).load(names, into: &books)
        return books.customers[id]
    }
}
