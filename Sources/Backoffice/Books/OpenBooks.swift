import Ledger
import Receivables
import Store
import StorePostgres

/// Opens books and brings them to the schema of this release.
public func openBooks(_ address: String, create: Bool = false) throws -> any Database {
    let database = try openDatabase(address, create: create)
    try database.migrate(Schema.migrations)
    return database
}

/// Makes new books from a backup. Books that are there already are left alone.
public func restoreBooks(_ file: String, to address: String) throws {
    try restoreDatabase(file, to: address)
}
