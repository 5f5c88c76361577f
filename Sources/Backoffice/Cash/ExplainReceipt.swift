import Ledger
import Matching
import Receivables
import Store

/// How the matcher would decide one receipt on the books as they are, by itself: what is tried,
/// what fits, and why the runner-up loses. Changes nothing.
public struct ExplainReceipt {
    private let database: any Database
    private let today: Day
    private let policy: MatchingPolicy

    public init(_ database: any Database, today: Day, policy: MatchingPolicy = MatchingPolicy()) {
        self.database = database
        self.today = today
        self.policy = policy
    }

    /// Nil where nothing of the receipt waits.
    public func explanation(_ id: Receipt.ID) throws -> Explanation? {
        let entity = try database.read { connection in
            try MasterReader(connection: connection).entities().map(\.0)
                .first { $0.id == id.entity }
        }
        guard let entity else { throw Refusal(code: "receipt-not-found", "\(id.raw)") }
        guard let receipt = try database.read({ try ReceiptInFull($0).of(id) }) else {
            throw Refusal(code: "receipt-not-found", "\(id.raw)")
        }
        if receipt.holdings.unidentified.amount + receipt.holdings.unapplied.amount <= 0 {
            return nil
        }
        let calibration = try database.read { connection in
            try MeasuredProposals(connection, [entity]).calibration
        }
        let byItself = try database.read { connection in
            try OneReceipt(connection, entity, today: today, policy: policy)
                .explanation(receipt, calibration: calibration)
        }
        if let byItself { return byItself }
        var input = try MatchInput(database, entity.id, today: today)
        var known = input.before
        known.calibration = calibration
        let matcher = Matcher(
            policies: input.rules.policies(policy), entity: entity.id.raw, payers: input.payers,
            items: input.takeItems(), known: known, atOnce: PartsAhead<Void>.atOnce)
        return matcher.explain(Remittance(receipt, functional: entity.currency))
    }

    /// The same for machines.
    public func json(_ id: Receipt.ID, zh: Bool) throws -> String {
        let quoted = try lines(id, zh: zh).map(JSONText.quoted).joined(separator: ", ")
        return "{\"receipt\": \(id.raw), \"steps\": [\(quoted)]}\n"
    }

    /// In words, from top to bottom; where nothing waits, on what its applications stand.
    public func lines(_ id: Receipt.ID, zh: Bool) throws -> [String] {
        if let explanation = try explanation(id) { return explanation.lines(zh: zh) }
        return try database.read { connection in
            var lines: [String] = []
            try connection.rows(
                """
                SELECT i.number, a.rule, a.score, a.evidence, a.evidenceZh FROM application a
                JOIN item i ON i.id = a.item
                WHERE a.receipt = $1 AND a.reverses IS NULL AND a.reversedBy IS NULL
                ORDER BY a.id
                """, [.int(id.raw)]
            ) { row in
                lines.append(
                    "\(row.text(0)): \(row.text(1)) \(row.int(2)), \(row.text(zh ? 4 : 3))")
            }
            let nothing = zh ? "该收款没有待处理的金额" : "nothing of the receipt waits"
            return [nothing] + lines
        }
    }
}
