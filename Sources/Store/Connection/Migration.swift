/// One step of the schema. Each release opens the books of every earlier one by taking the steps
/// that they have not seen, in order, each in a transaction of its own.
///
/// `statements` are written in PostgreSQL's types, `BIGINT`, `TEXT` and `BYTEA`; on SQLite a
/// `CREATE TABLE` becomes a STRICT one. `sqlite` and `postgres` hold what only one engine can say.
public struct Migration: Sendable {
    public let number: Int
    public let name: String
    public let statements: [String]
    public let sqlite: [String]
    public let postgres: [String]

    public init(
        _ number: Int, _ name: String, _ statements: [String], sqlite: [String] = [],
        postgres: [String] = []
    ) {
        precondition(number > 0, "migrations count from 1")
        self.number = number
        self.name = name
        self.statements = statements
        self.sqlite = sqlite
        self.postgres = postgres
    }
}

/// What makes the rows of a table facts: changing or removing one is refused by the database
/// itself, whoever asks.
public func appendOnly(_ table: String) -> (sqlite: [String], postgres: [String]) {
    let words = "journal rows are never changed"
    let sqlite = ["UPDATE", "DELETE"].map { verb in
        """
        CREATE TRIGGER \(table)No\(verb.capitalizedAscii) BEFORE \(verb) ON \(table)
        BEGIN SELECT RAISE(ABORT, '\(words)'); END
        """
    }
    let postgres = [
        """
        CREATE OR REPLACE FUNCTION refuseChange() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '\(words)' USING ERRCODE = 'restrict_violation'; END $$
        """,
        """
        CREATE TRIGGER \(table)IsAppendOnly BEFORE UPDATE OR DELETE OR TRUNCATE ON \(table)
        FOR EACH STATEMENT EXECUTE FUNCTION refuseChange()
        """,
    ]
    return (sqlite, postgres)
}

extension String {
    /// `UPDATE` as it stands within a name: `Update`.
    fileprivate var capitalizedAscii: String { prefix(1) + dropFirst().lowercased() }
}
