/// The tables of the books. Singular camelCase, as the structs; days are day numbers, amounts minor
/// units, moments milliseconds since 1970 (UTC).
public enum Schema {
    public static let migrations = [first]

    static let first: Migration = {
        let guards = [appendOnly("event"), appendOnly("line")]
        return Migration(
            1, "the books",
            journal + master + billing + cash + notices + research + cases + operation + search,
            sqlite: guards.flatMap(\.sqlite),
            postgres: guards.flatMap(\.postgres) + searchOfPostgres)
    }()

    /// Facts, their lines, and the head of each entity's chain. `flow` sums the lines of a day.
    private static let journal = [
        """
        CREATE TABLE chain (
            entity BIGINT PRIMARY KEY,
            event BIGINT NOT NULL,
            line BIGINT NOT NULL,
            counter BIGINT NOT NULL,
            hash BYTEA NOT NULL)
        """,
        """
        CREATE TABLE event (
            id BIGINT PRIMARY KEY,
            kind BIGINT NOT NULL,
            at BIGINT NOT NULL,
            actor TEXT NOT NULL,
            cause TEXT NOT NULL,
            postedOn BIGINT,
            payload TEXT NOT NULL,
            firstLine BIGINT NOT NULL,
            lineCount BIGINT NOT NULL,
            hashFormat BIGINT NOT NULL,
            hash BYTEA NOT NULL)
        """,
        """
        CREATE TABLE line (
            id BIGINT PRIMARY KEY,
            event BIGINT NOT NULL,
            debit TEXT NOT NULL,
            credit TEXT NOT NULL,
            currency TEXT NOT NULL,
            amount BIGINT NOT NULL CHECK (amount >= 0),
            functional BIGINT NOT NULL CHECK (functional >= 0),
            rate TEXT NOT NULL,
            postedOn BIGINT NOT NULL,
            receipt BIGINT,
            CHECK (debit <> credit))
        """,
        "CREATE INDEX lineOfReceipt ON line (postedOn, receipt) WHERE receipt IS NOT NULL",
        """
        CREATE TABLE flow (
            entity BIGINT NOT NULL,
            postedOn BIGINT NOT NULL,
            kind BIGINT NOT NULL,
            debit TEXT NOT NULL,
            credit TEXT NOT NULL,
            currency TEXT NOT NULL,
            amount BIGINT NOT NULL,
            functional BIGINT NOT NULL,
            PRIMARY KEY (entity, postedOn, kind, debit, credit, currency))
        """,
    ]

    /// What is not a fact about money: keys seen, files seen, files that wait and why.
    private static let operation = [
        """
        CREATE TABLE commandKey (
            key TEXT PRIMARY KEY,
            inputHash BYTEA NOT NULL,
            entity BIGINT NOT NULL,
            event BIGINT NOT NULL,
            eventCount BIGINT NOT NULL,
            at BIGINT NOT NULL)
        """,
        """
        CREATE TABLE importedFile (
            hash TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            format TEXT NOT NULL,
            rowCount BIGINT NOT NULL,
            newCount BIGINT NOT NULL,
            at BIGINT NOT NULL,
            undone BIGINT NOT NULL)
        """,
        """
        CREATE TABLE importedTotal (
            hash TEXT NOT NULL REFERENCES importedFile (hash),
            currency TEXT NOT NULL,
            credits BIGINT NOT NULL,
            debits BIGINT NOT NULL,
            PRIMARY KEY (hash, currency))
        """,
        """
        CREATE TABLE importedEvents (
            hash TEXT NOT NULL REFERENCES importedFile (hash),
            firstEvent BIGINT NOT NULL,
            lastEvent BIGINT NOT NULL,
            PRIMARY KEY (hash, firstEvent))
        """,
        """
        CREATE TABLE heldFile (
            hash TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            format TEXT,
            at BIGINT NOT NULL)
        """,
        """
        CREATE TABLE fileFinding (
            hash TEXT NOT NULL,
            place BIGINT NOT NULL,
            code TEXT NOT NULL,
            severity TEXT NOT NULL,
            location TEXT NOT NULL,
            value TEXT,
            en TEXT NOT NULL,
            zh TEXT NOT NULL,
            PRIMARY KEY (hash, place))
        """,
    ]
}
