import Ledger
import Receivables
import Store

/// Proves the books from their journal: every hash, every line, every read model, every invariant.
public struct Verification {
    public struct Check: Sendable {
        public let name: String
        public let count: Int64
        /// What is wrong, first of all; nil where all is well.
        public let failure: String?
    }

    private let connection: any Connection
    private let progress: Progress

    public init(_ connection: any Connection, progress: Progress = .silent) {
        self.connection = connection
        self.progress = progress
    }

    public func run() throws -> [Check] {
        var replay = Replay()
        var checks: [Check] = []
        let entities = try MasterReader(connection: connection).entities().map(\.0)
        progress.say("replaying the journal")
        checks.append(try replay.journal(connection, entities: entities))
        checks.append(replay.periods)
        progress.say("comparing lines")
        checks.append(try LineCheck(connection).compare(replay.lines, misplaced: replay.misplaced))
        checks.append(try FlowCheck(connection).compare(replay.flows))
        progress.say("comparing read models")
        checks += try ModelCheck(connection, replay).run()
        progress.say("checking invariants")
        checks += try Invariants(connection).run(entities)
        progress.end()
        return checks
    }
}
