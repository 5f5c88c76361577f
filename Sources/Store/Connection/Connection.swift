/// Which database holds the books.
public enum Engine: String, Sendable, CaseIterable { case sqlite, postgres }

/// A conversation with the database within one transaction. SQL is written once, in the subset that
/// SQLite 3.40 and PostgreSQL 15 share.
///
/// Placeholders are `$1`, `$2`, … and first occur in that order, so that both engines number them
/// alike. Identifiers are not quoted. Sums are cast, `CAST(SUM(x) AS BIGINT)`, wherever they are
/// divided or compared, because PostgreSQL widens them. While ``rows(_:_:_:)`` gives its rows or
/// ``load(into:columns:_:)`` takes some, no other statement may run; and a fault ends the
/// transaction, caught or not. So it is on PostgreSQL, and so it is on SQLite.
public protocol Connection: AnyObject {
    var engine: Engine { get }

    /// Runs a statement and returns the number of rows changed. Prepared once for each text.
    @discardableResult
    func run(_ sql: String, _ values: [Value]) throws(Fault) -> Int

    /// Gives each row in turn, in constant memory. What `body` throws ends it and is thrown on.
    func rows(_ sql: String, _ values: [Value], _ body: (any Row) throws -> Void) throws

    /// Adds many rows the fastest way the engine has, and returns how many.
    @discardableResult
    func load(into table: String, columns: [String], _ write: (any Loader) throws -> Void) throws
        -> Int

    /// Changes many rows by their number, and returns how many it found. Each row is its `id`, then
    /// `columns`, the same ones for a table every time; the last grows with every change, and a row
    /// that has come as far already is left alone and not counted.
    @discardableResult
    func change(_ table: String, columns: [String], _ write: (any Loader) throws -> Void) throws
        -> Int

    /// Removes many rows by their number, and returns how many it found. Each row is its `id`, then
    /// `version`, which must be beyond that of the row that goes.
    @discardableResult
    func remove(
        from table: String, version: String, _ write: (any Loader) throws -> Void
    ) throws -> Int

    /// Gives the rows of `table` that have one of many keys, each key once: its fields, for the
    /// columns `key`, with which an index begins. However large the table is, and whatever the
    /// engine guesses of it, a key costs one step down that index.
    func lookUp(
        _ columns: [String], in table: String, by key: [String],
        _ write: (any Loader) throws -> Void, _ body: (any Row) throws -> Void
    ) throws

    /// An empty table that only this connection sees, for the keys that a query is to look up.
    func temporary(_ name: String, columns: String) throws(Fault)

    /// A part of the transaction that is undone alone where `body` throws; the rest goes on.
    func part<T>(_ body: () throws -> T) throws -> T

    /// Takes one step of the schema and records it, unless another process was quicker.
    func take(_ migration: Migration) throws(Fault)
}

/// The row that a query is giving. It is only good until `body` returns. Columns count from 0.
public protocol Row: AnyObject {
    /// The whole number in the column, 0 for NULL; PostgreSQL's true and false are 1 and 0.
    func int(_ column: Int) -> Int64
    func text(_ column: Int) -> String
    func blob(_ column: Int) -> [UInt8]
    func isNull(_ column: Int) -> Bool
    /// The bytes of the text where they lie, good until `body` returns.
    func utf8(_ column: Int) -> UnsafeBufferPointer<UInt8>
}

/// Takes the rows of ``Connection/load(into:columns:_:)``: the fields in order, then ``end()``.
public protocol Loader: AnyObject {
    func int(_ value: Int64)
    func text(_ value: String)
    /// A text of which only the bytes are there, without a String of it.
    func utf8(_ value: UnsafeBufferPointer<UInt8>)
    func blob(_ value: UnsafeRawBufferPointer)
    func null()
    /// Ends the row; the next field begins another.
    func end() throws(Fault)
}

extension Connection {
    @discardableResult
    public func run(_ sql: String) throws(Fault) -> Int { try run(sql, []) }

    public func rows(_ sql: String, _ body: (any Row) throws -> Void) throws {
        try rows(sql, [], body)
    }

    /// The first column of the only row, such as a count; nil where there is no row or it is NULL.
    public func int(_ sql: String, _ values: [Value] = []) throws -> Int64? {
        var found: Int64?
        try rows(sql, values) { row in found = row.intOrNil(0) }
        return found
    }
}

extension Row {
    public func intOrNil(_ column: Int) -> Int64? { isNull(column) ? nil : int(column) }
    public func textOrNil(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

    /// The text without a String of it.
    public func withText<T>(
        _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> T
    ) rethrows -> T {
        try body(utf8(column))
    }
}

extension Loader {
    public func blob(_ value: [UInt8]) { value.withUnsafeBytes { blob($0) } }

    public func int(_ value: Int64?) {
        if let value { int(value) } else { null() }
    }

    public func text(_ value: String?) {
        if let value { text(value) } else { null() }
    }
}
