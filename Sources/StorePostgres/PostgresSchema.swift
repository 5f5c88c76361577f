import Store

/// Whether a database holds books, and of which schema.
enum PostgresSchema {
    /// 0 for an empty database. One in which something else has its tables is not touched.
    static func number(_ session: PostgresSession) throws(Fault) -> Int {
        if try session.word("SELECT to_regclass('acquitSchema')") != nil {
            return Int(try session.word("SELECT max(number) FROM acquitSchema") ?? "") ?? 0
        }
        guard try isEmpty(session) else { throw Fault.notBooks(address: session.address) }
        return 0
    }

    /// No tables or views but those that extensions brought.
    static func isEmpty(_ session: PostgresSession) throws(Fault) -> Bool {
        try session.word(
            """
            SELECT 1 FROM pg_class WHERE relnamespace = current_schema()::regnamespace
            AND relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT EXISTS
            (SELECT 1 FROM pg_depend WHERE objid = pg_class.oid AND deptype = 'e') LIMIT 1
            """) == nil
    }
}
