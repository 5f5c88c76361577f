import Ledger
import Receivables
import Store

/// Performs commands on the books: key seen? → load what the command names → decide → append, in
/// one transaction.
public struct Office: Sendable {
    public let database: any Database

    public init(_ database: any Database) { self.database = database }

    /// What became of a command.
    public struct Outcome: Sendable {
        /// The journal numbers of its events.
        public let events: ClosedRange<Int64>?
        /// Whether the same command had been performed under the same key before; nothing happened
        /// again.
        public let repeated: Bool
    }

    /// The key was used for another command; it stands for that one for ever.
    public static let keyReused = "key-reused"

    /// Performs `command` once for `key`: the same key with the same command has no second effect,
    /// with another command it is refused.
    public func perform(
        _ command: some Command, key: String, at desk: Desk
    ) throws -> Outcome {
        try database.write { connection in
            let session = try Session(connection, entity: command.entity, desk: desk, cause: key)
            if let seen = try session.seen(key) {
                guard seen.hash == SHA256.digest(command.wording) else {
                    throw Refusal(code: Self.keyReused, key)
                }
                return Outcome(events: seen.events, repeated: true)
            }
            try session.load(command.names)
            let first = session.nextEvent
            let events = try session.perform(command)
            try session.flush()
            let range = events.isEmpty ? nil : first...first + Int64(events.count) - 1
            try session.remember(key, hash: SHA256.digest(command.wording), events: range)
            return Outcome(events: range, repeated: false)
        }
    }
}
