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

    /// Receipts applied in one transaction.
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
        public var receipts = 0
        public var applied = 0
        public var appliedLines = 0
        public var proposed = 0
        public var unmatched = 0
        /// Applications that the books refused meanwhile, with the reason.
        public var refused: [(Receipt.ID, Refusal)] = []
        /// How long reading the books, finding who paid what, and posting took.
        public var reading = Duration.zero
        public var matching = Duration.zero
        public var posting = Duration.zero
    }

    public func run() throws -> Result {
        let entities = try database.read { connection in
            try MasterReader(connection: connection).entities().map(\.0)
        }
        var result = Result()
        for entity in entities {
            progress.say("matching \(entity.code)")
            try run(entity, &result)
        }
        progress.end()
        return result
    }

    private func run(_ entity: Entity, _ result: inout Result) throws {
        let clock = ContinuousClock()
        let start = clock.now
        var input: MatchInput? = try database.read { connection in
            try MatchInput(connection, entity.id, today: desk.today)
        }
        let read = clock.now
        result.reading += read - start
        guard let receipts = input?.receipts, !receipts.isEmpty else { return }
        let remittances = receipts.map { Remittance($0, functional: entity.currency) }
        var matcher: Matcher? = Matcher(
            policy: policy, payers: input!.payers, items: input!.items)
        input = nil
        let proposals = matcher!.match(remittances)
        matcher = nil
        let matched = clock.now
        result.matching += matched - read
        defer { result.posting += clock.now - matched }
        result.receipts += receipts.count
        let known = try database.read { connection in
            try ProposalsOfEntity(connection).all(entity.id)
        }
        var first = 0
        while first < receipts.count {
            let end = min(first + Self.batch, receipts.count)
            progress.step("applying \(entity.code)", first, of: receipts.count)
            let part = Batch(
                receipts: Array(receipts[first..<end]), proposals: Array(proposals[first..<end]),
                known: known)
            let before = result
            result = try database.write { connection in
                var result = before
                try part.settle(
                    Session(connection, entity: entity.id, desk: desk, cause: "match"), &result)
                return result
            }
            first = end
        }
    }

    /// Receipts settled in one transaction.
    private struct Batch {
        let receipts: [Receipt]
        let proposals: [Proposal]
        let known: [Receipt.ID: Proposed]

        func settle(_ session: Session, _ result: inout Result) throws {
            var names = Names()
            for (receipt, proposal) in zip(receipts, proposals)
            where proposal.disposition == .apply || proposal.payerIsKnown {
                names.receipts.insert(receipt.id)
                if let customer = proposal.customer {
                    names.customers.insert(Customer.ID(customer))
                }
                if proposal.disposition != .apply { continue }
                for line in proposal.lines { names.items.insert(OpenItem.ID(line.item)) }
            }
            try session.load(names)
            for (receipt, proposal) in zip(receipts, proposals) {
                settle(receipt, proposal, session, &result)
            }
            try session.flush()
        }

        private func settle(
            _ receipt: Receipt, _ proposal: Proposal, _ session: Session, _ result: inout Result
        ) {
            if proposal.disposition == .apply {
                do {
                    try session.perform(ApplyReceipt(proposal))
                    result.applied += 1
                    result.appliedLines += proposal.lines.count
                } catch let refusal as Refusal {
                    result.refused.append((receipt.id, refusal))
                } catch {
                    preconditionFailure("a decision throws refusals and nothing else: \(error)")
                }
                return
            }
            if proposal.disposition == .propose {
                result.proposed += 1
            } else {
                result.unmatched += 1
            }
            if proposal.payerIsKnown, receipt.holdings.unidentified.amount > 0,
                let customer = proposal.customer
            {
                do {
                    try session.perform(
                        MoveReceipt(
                            receipt: receipt.id, .identify(Customer.ID(customer)),
                            why: proposal.evidence.first?.en ?? ""))
                } catch let refusal as Refusal {
                    result.refused.append((receipt.id, refusal))
                } catch {
                    preconditionFailure("a decision throws refusals and nothing else: \(error)")
                }
            }
            let proposed = Proposed(proposal)
            if known[receipt.id] != proposed { session.take(.receiptProposed(proposed)) }
        }
    }
}

extension ApplyReceipt {
    /// The application that a sure proposal stands for.
    init(_ proposal: Proposal) {
        let lines = proposal.lines.map { line in
            var applied = Line(item: OpenItem.ID(line.item), cash: line.amount)
            applied.discount = line.discount
            applied.bankCharge = line.bankCharge
            applied.writeOff = line.writeOff
            applied.residual = line.residual
            applied.reason = line.reason
            return applied
        }
        self.init(
            receipt: Receipt.ID(proposal.receipt), lines: lines,
            customer: proposal.customer.map { Customer.ID($0) },
            basis: Application.Basis(
                rule: proposal.rule?.rawValue ?? "", score: Int64(proposal.score),
                evidence: proposal.words(\.en, "; "), evidenceZh: proposal.words(\.zh, "；"),
                byHand: false))
    }
}

extension Proposed {
    init(_ proposal: Proposal) {
        self.init(
            receipt: Receipt.ID(proposal.receipt),
            customer: proposal.customer.map { Customer.ID($0) },
            disposition: proposal.disposition.rawValue, rule: proposal.rule?.rawValue,
            score: Int64(proposal.score),
            lines: proposal.lines.map { line in
                Line(
                    item: OpenItem.ID(line.item), amount: line.amount, discount: line.discount,
                    bankCharge: line.bankCharge, writeOff: line.writeOff,
                    residual: line.residual, reason: line.reason)
            },
            evidence: proposal.words(\.en, "; "), evidenceZh: proposal.words(\.zh, "；"),
            stops: proposal.stops.map(\.rawValue))
    }
}

extension Proposal {
    func words(_ language: KeyPath<Evidence, String>, _ separator: String) -> String {
        evidence.map { $0[keyPath: language] }.joined(separator: separator)
    }
}
