import Receivables

extension SHA256 {
    /// The hash of a text's UTF-8.
    public static func digest(_ text: String) -> [UInt8] {
        var text = text
        return text.withUTF8 { bytes in
            let sha = SHA256()
            sha.update(UnsafeRawBufferPointer(bytes))
            return sha.finish()
        }
    }
}

extension Session {
    /// What was done under `key`, if anything was. Keys never expire.
    public func seen(_ key: String) throws -> (hash: [UInt8], events: ClosedRange<Int64>?)? {
        var found: (hash: [UInt8], events: ClosedRange<Int64>?)?
        try connection.rows(
            "SELECT inputHash, event, eventCount FROM commandKey WHERE key = $1", [.text(key)]
        ) { row in
            let (first, count) = (row.int(1), row.int(2))
            found = (row.blob(0), count == 0 ? nil : first...first + count - 1)
        }
        return found
    }

    /// Keeps `key` for what was just done, in the same transaction.
    public func remember(_ key: String, hash: [UInt8], events: ClosedRange<Int64>?) throws {
        try connection.run(
            """
            INSERT INTO commandKey (key, inputHash, entity, event, eventCount, at)
            VALUES ($1, $2, $3, $4, $5, $6)
            """,
            [
                .text(key), .blob(hash), .int(entity.raw), .int(events?.lowerBound ?? 0),
                .int(Int64(events?.count ?? 0)), .int(desk.at),
            ])
    }
}
