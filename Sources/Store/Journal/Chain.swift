import Receivables

/// The head of one entity's chain: the last numbers given out, and the hash that the next event
/// builds on.
struct Chain {
    var event: Int64
    var line: Int64
    var counter: Int64
    var hash: [UInt8]

    static let start = Chain(
        event: 0, line: 0, counter: 0, hash: [UInt8](repeating: 0, count: 32))

    /// Reads the head and keeps other writers of the entity waiting until the transaction ends. (An
    /// update that changes nothing is the lock both engines have.)
    static func lock(_ entity: Entity.ID, _ connection: any Connection) throws -> Chain? {
        try connection.run(
            "UPDATE chain SET event = event WHERE entity = $1", [.int(entity.raw)])
        return try read(entity, connection)
    }

    static func read(_ entity: Entity.ID, _ connection: any Connection) throws -> Chain? {
        var chain: Chain?
        try connection.rows(
            "SELECT event, line, counter, hash FROM chain WHERE entity = $1", [.int(entity.raw)]
        ) { row in
            chain = Chain(
                event: row.int(0), line: row.int(1), counter: row.int(2), hash: row.blob(3))
        }
        return chain
    }

    func save(_ entity: Entity.ID, _ connection: any Connection) throws {
        let values: [Value] = [
            .int(entity.raw), .int(event), .int(line), .int(counter), .blob(hash),
        ]
        try connection.run(
            """
            INSERT INTO chain (entity, event, line, counter, hash) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (entity) DO UPDATE SET event = excluded.event, line = excluded.line,
                counter = excluded.counter, hash = excluded.hash
            """, values)
    }
}

/// What is hashed of an event, format 1: the hash before, the fields of its row (numbers as eight
/// bytes, texts with their length), and the payload.
///
/// The format stands in each row, so that a later one can follow without touching what is chained
/// already.
struct EventHash {
    static let format: Int64 = 1
    private var sha = SHA256()
    private var head = FieldText()

    init() {}

    mutating func next(
        after previous: [UInt8], id: Int64, kind: Int64, at: Int64, actor: String, cause: String,
        payload: UnsafeRawBufferPointer
    ) -> [UInt8] {
        head.reset()
        head.int(Self.format)
        head.int(id)
        head.int(kind)
        head.int(at)
        head.text(actor)
        head.text(cause)
        previous.withUnsafeBytes { sha.update($0) }
        head.bytes.withUnsafeBytes { sha.update($0) }
        sha.update(payload)
        return sha.finish()
    }
}

/// The bytes of a hash's head: numbers and texts with their lengths, so that no two heads read
/// alike.
struct FieldText {
    private(set) var bytes: [UInt8] = []

    mutating func reset() { bytes.removeAll(keepingCapacity: true) }

    mutating func int(_ value: Int64) {
        withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func text(_ value: String) {
        int(Int64(value.utf8.count))
        bytes.append(contentsOf: value.utf8)
    }
}
