import Receivables

/// Reads the accepted statements of an account.
public struct StatementReaderOfBooks {
    private let connection: any Connection

    public init(_ connection: any Connection) { self.connection = connection }

    /// In the order of their days; those of one day in the order they came.
    public func statements(of account: String) throws -> [BankStatement] {
        var found: [BankStatement] = []
        let columns = StatementTable.columns.joined(separator: ", ")
        try connection.rows(
            "SELECT \(columns) FROM bankStatement WHERE account = $1 AND withdrawn = 0 ORDER BY toDay, id",
            [.text(account)]
        ) { row in found.append(try StatementTable.read(row)) }
        return found
    }
}
