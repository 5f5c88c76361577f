public import Store

/// The books at an address: a `postgres://…` database, or else an SQLite file (`:memory:` for
/// tests).
///
/// With `create`, books that are not there yet are made, empty until ``Database/migrate(_:)``.
public func openDatabase(_ address: String, create: Bool) throws(Fault) -> any Database {
    isPostgres(address)
        ? try PostgresDatabase(address, create: create)
        : try SQLiteDatabase(address, create: create)
}

/// Makes books at an address from a backup of the same engine. Books that are there already stay.
public func restoreDatabase(_ backup: String, to address: String) throws(Fault) {
    isPostgres(address)
        ? try restorePostgres(backup, into: address) : try restoreSQLite(backup, to: address)
}

private func isPostgres(_ address: String) -> Bool {
    address.hasPrefix("postgres://") || address.hasPrefix("postgresql://")
}
