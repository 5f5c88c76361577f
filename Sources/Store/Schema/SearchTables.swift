extension Schema {
    /// What `acquit find` looks at: the words of things in blocks, and the amounts of items and
    /// receipts (docs/DECISIONS.md says why so).
    static let search = [
        """
        CREATE TABLE searchBlock (
            kind BIGINT NOT NULL,
            entity BIGINT NOT NULL,
            number BIGINT NOT NULL,
            size BIGINT NOT NULL,
            ids TEXT NOT NULL,
            words TEXT NOT NULL,
            PRIMARY KEY (kind, entity, number))
        """,
        "CREATE INDEX itemAmount ON item (original, customer)",
        "CREATE INDEX partlyOpen ON openItem (open) WHERE open <> original",
        "CREATE INDEX receiptAmount ON receipt (amount)",
    ]

    /// PostgreSQL keeps the words as they are, since packing them costs more than it saves, and
    /// learns SQLite's name of its `strpos`.
    static let searchOfPostgres = [
        "ALTER TABLE searchBlock ALTER COLUMN words SET STORAGE EXTERNAL",
        """
        CREATE FUNCTION instr(text, text) RETURNS integer LANGUAGE sql IMMUTABLE STRICT
        AS 'SELECT strpos($1, $2)'
        """,
    ]
}
