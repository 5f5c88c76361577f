import Ledger
import Matching
import Receivables
import Store

extension Stop {
    var en: String { rawValue }
    var zh: String { rawValue }
}
public struct MatchRun {
    public struct Result: Sendable {
        public var receipts = 0
        public var applied = 0
        public var appliedLines = 0
        public var proposed = 0
        public var unmatched = 0
        public var refused: [(Receipt.ID, Refusal)] = []
    }
    public init(_ database: any Database, desk: Desk, progress: Progress = .silent) {}
    public func run() throws -> Result { Result() }
}
