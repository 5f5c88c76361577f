import Ledger
import Matching
import Receivables
import Store

/// Applies what is sure and proposes the rest, for every receipt that waits.
///
/// Proposing reads one moment of the books, outside of any lock; applying decides each receipt
/// again on the books as they are then, so that nothing that happened meanwhile is overlooked.
public struct MatchRun {
    let database: any Database
    let desk: Desk
    let policy: MatchingPolicy
    let progress: Progress

    /// Receipts applied in one transaction: a page of the items that many receipts pay is then
    /// written once.
    private static let batch = 50_000

    public init(
        _ database: any Database, desk: Desk, policy: MatchingPolicy = MatchingPolicy(),
        progress: Progress = .silent
    ) {
        self.database = database
        self.desk = desk
        self.policy = policy
        self.progress = progress
    }

    /// What a run did.
    public struct Result: Sendable {
        /// Advices that were tied to their money.
        public var advices = 0
        /// Advances used for the invoices of their orders.
        public var advances = 0
        public var receipts = 0
        public var applied = 0
        public var appliedLines = 0
        public var proposed = 0
        public var unmatched = 0
        /// Applications that the books refused meanwhile, with the reason.
        public var refused: [(Receipt.ID, Refusal)] = []
        /// How long reading the books and finding who paid what took, and posting, which goes on
        /// beside the latter.
        public var reading = Duration.zero
        public var matching = Duration.zero
        public var posting = Duration.zero
    }

    public func run() throws -> Result {
        let entities = try database.read { connection in
            try MasterReader(connection: connection).entities().map(\.0)
        }
        var result = Result()
        result.advices = try AdviceTies(database, desk: desk).run()
        result.advances = try AdvanceRun(database, desk: desk).run()
        for entity in entities {
            progress.say("matching \(entity.code)")
            try run(entity, &result)
        }
        progress.end()
        return result
    }

    private func run(_ entity: Entity, _ result: inout Result) throws {
        let parts = MatchAhead(
            database: database, entity: entity, policy: policy, today: desk.today
        ).start()
        defer { parts.stop() }
        guard let first = try parts.part(0) else { return }
        let clock = ContinuousClock()
        let start = clock.now
        let already = result.receipts
        var posted = Posted(result: result, place: 0, nextEvent: first.nextEvent)
        while let next = try parts.part(posted.place) {
            progress.step(
                "applying \(entity.code)", posted.result.receipts - already, of: next.total)
            let before = posted
            posted = try database.write { try post(parts, after: before, in: entity, $0) }
            parts.letGo(before: posted.place)
        }
        result = posted.result
        result.reading += posted.ahead.reading
        result.matching += posted.ahead.matching
        result.posting += clock.now - start
    }

    /// How far posting has come.
    private struct Posted {
        var result: Result
        /// The next part.
        var place: Int
        /// The entity's next event if no one but this run has written since it began to read.
        var nextEvent: Int64
        /// How long reading and matching took until now.
        var ahead = (reading: Duration.zero, matching: Duration.zero)
    }

    /// Posts the parts of one transaction.
    private func post(
        _ parts: PartsAhead<MatchedPart>, after before: Posted, in entity: Entity,
        _ connection: any Connection
    ) throws -> Posted {
        let session = try Session(connection, entity: entity.id, desk: desk, cause: "match")
        let isUnchanged = session.nextEvent == before.nextEvent
        var posted = before
        while posted.result.receipts - before.result.receipts < Self.batch,
            let part = try parts.part(posted.place)
        {
            try part.settle(session, isUnchanged: isUnchanged, &posted.result)
            // Written at once, so that memory holds no more than a part and writing goes on beside
            // matching; a page changed by several parts still reaches the disk once.
            try session.flush(forgetting: true)
            posted.place += 1
            posted.ahead = (part.reading, part.matching)
        }
        // Once another has written, what was read before stays out of date.
        posted.nextEvent = isUnchanged ? session.nextEvent : 0
        return posted
    }
}
