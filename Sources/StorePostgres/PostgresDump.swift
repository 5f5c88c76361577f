import Store

/// Writes a backup with `pg_dump` in its custom format: one moment of the books, while they are
/// used.
func dumpPostgres(_ address: PostgresAddress, to path: String) throws(Fault) {
    // An earlier backup gives way to the new one; anything else keeps every byte.
    if Files.size(path) ?? 0 > 0 {
        guard let start = Files.read(path, upTo: 5) else { throw Files.fault(path) }
        guard start.elementsEqual("PGDMP".utf8) else { throw Fault.notBooks(address: path) }
    }
    try Files.publish(path, replacing: true) { part throws(Fault) in
        let arguments = [
            "--format=custom", "--no-owner", "--lock-wait-timeout=5000", "--file", part,
        ]
        let (status, words) = try Child.run("pg_dump", arguments, address.environment)
        if status != 0, words.contains("No space left on device") {
            throw Fault.diskFull(path: part)
        }
        guard status == 0 else { throw failed("pg_dump", words) }
    }
}

/// Makes books in an empty database from a backup. The whole of it or nothing.
public func restorePostgres(_ backup: String, into address: String) throws(Fault) {
    let address = try PostgresAddress(address)
    guard let start = Files.read(backup, upTo: 5) else { throw Files.fault(backup) }
    guard start.elementsEqual("PGDMP".utf8) else { throw Fault.notBooks(address: backup) }
    let (listed, list) = try Child.run("pg_restore", ["--list", backup], [:])
    guard listed == 0 else { throw Fault.corrupt(path: backup, reason: list) }
    guard list.contains(" acquitschema ") else {
        throw Fault.notBooks(address: backup)
    }
    guard try PostgresSchema.isEmpty(PostgresSession(address)) else {
        throw Fault.occupied(address: address.shown)
    }
    let database = address.environment["PGDATABASE"] ?? address.environment["PGUSER"] ?? "postgres"
    let arguments = [
        "--exit-on-error", "--single-transaction", "--no-owner", "--dbname", database, backup,
    ]
    let (status, words) = try Child.run("pg_restore", arguments, address.environment)
    guard status == 0 else { throw failed("pg_restore", words) }
}

private func failed(_ program: String, _ words: String) -> Fault {
    .other(code: program, reason: PostgresFault.line(words))
}
