import Ledger
import Receivables

/// Reads notices, and the bank lines that they may tell of.
public struct NoticeReader {
    private let connection: any Connection

    public init(_ connection: any Connection) { self.connection = connection }

    public func areWaiting() throws -> Bool {
        try connection.int(
            "SELECT 1 FROM notice WHERE line IS NULL AND withdrawn = 0 LIMIT 1") != nil
    }

    /// Of one account, in the order they came, from `first` on.
    public func waiting(
        _ account: String, from first: Notice.ID = Notice.ID(0)
    ) throws -> [Notice] {
        var found: [Notice] = []
        let columns = NoticeTable.columns.joined(separator: ", ")
        try connection.rows(
            """
            SELECT \(columns) FROM notice
            WHERE account = $1 AND id >= $2 AND line IS NULL AND withdrawn = 0 ORDER BY id
            """, [.text(account), .int(first.raw)]
        ) { row in found.append(try NoticeTable.read(row)) }
        return found
    }

    /// How often each notice of an account is in the books.
    public func counts(_ account: String) throws -> [Int64: Int64] {
        var counts: [Int64: Int64] = [:]
        try connection.rows(
            """
            SELECT fingerprint, COUNT(*) FROM notice WHERE account = $1 AND withdrawn = 0
            GROUP BY fingerprint
            """, [.text(account)]
        ) { row in counts[row.int(0)] = row.int(1) }
        return counts
    }

    /// Live lines of an account with one of `amounts`, each with its statement's format and the
    /// formats of the notices that are tied to it.
    public func lines(
        _ account: String, amounts: Set<Int64>
    ) throws -> [(line: BankLine, format: String, told: [String])] {
        var lines: [BankLine] = []
        try connection.lookUp(
            BankLineTable.columns, in: BankLineTable.name, by: ["account", "amount"],
            { out in
                for amount in amounts.sorted() {
                    out.text(account)
                    out.int(amount)
                    try out.end()
                }
            }
        ) { row in lines.append(try BankLineTable.read(row)) }
        lines = lines.filter { $0.reversedOn == nil }.sorted { $0.id < $1.id }
        let formats = try formats(of: Set(lines.map(\.statement)))
        let told = try told(lines.map(\.id))
        return lines.map { ($0, formats[$0.statement] ?? "", told[$0.id] ?? []) }
    }

    private func formats(
        of statements: Set<BankStatement.ID>
    ) throws -> [BankStatement.ID: String] {
        var formats: [BankStatement.ID: String] = [:]
        try connection.lookUp(
            ["id", "format"], in: StatementTable.name, by: ["id"],
            { out in
                for statement in statements.sorted() {
                    out.int(statement.raw)
                    try out.end()
                }
            }
        ) { row in formats[row.id(0)] = row.text(1) }
        return formats
    }

    private func told(_ lines: [BankLine.ID]) throws -> [BankLine.ID: [String]] {
        var told: [BankLine.ID: [String]] = [:]
        try connection.lookUp(
            ["line", "format"], in: NoticeTable.name, by: ["line"],
            { out in
                for line in lines {
                    out.int(line.raw)
                    try out.end()
                }
            }
        ) { row in told[row.id(0), default: []].append(row.text(1)) }
        return told
    }

    /// A bank line by its number.
    public func line(_ id: BankLine.ID) throws -> BankLine? {
        var found: BankLine?
        let columns = BankLineTable.columns.joined(separator: ", ")
        try connection.rows(
            "SELECT \(columns) FROM bankLine WHERE id = $1", [.int(id.raw)]
        ) { row in found = try BankLineTable.read(row) }
        return found
    }

    /// The line that brought the money of a notice; nil while it waits.
    public func line(of notice: Notice.ID) throws -> BankLine.ID? {
        try connection.int("SELECT line FROM notice WHERE id = $1", [.int(notice.raw)])
            .map { BankLine.ID($0) }
    }

    /// The live lines of a statement.
    public func lines(of statement: BankStatement.ID) throws -> [BankLine] {
        var found: [BankLine] = []
        let columns = BankLineTable.columns.joined(separator: ", ")
        try connection.rows(
            """
            SELECT \(columns) FROM bankLine WHERE statement = $1 AND reversedOn IS NULL ORDER BY id
            """, [.int(statement.raw)]
        ) { row in found.append(try BankLineTable.read(row)) }
        return found
    }

    /// The notices that are tied to a bank line.
    public func notices(of line: BankLine.ID) throws -> [Notice.ID] {
        var found: [Notice.ID] = []
        try connection.rows(
            "SELECT id FROM notice WHERE line = $1 ORDER BY id", [.int(line.raw)]
        ) { row in found.append(row.id(0)) }
        return found
    }

    /// The live receipts of a bank line.
    public func receipts(of line: BankLine.ID) throws -> [Receipt] {
        var found: [Receipt] = []
        let columns = ReceiptTable.columns.joined(separator: ", ")
        try connection.rows(
            "SELECT \(columns) FROM receipt WHERE line = $1 AND replacedOn IS NULL ORDER BY id",
            [.int(line.raw)]
        ) { row in found.append(try ReceiptTable.read(row)) }
        return found
    }
}
