import Ledger
import Matching
import Receivables
import Store

/// Some of the receipts that wait, with what the matcher says of them, ready to be posted.
struct MatchedPart: Sendable {
    let receipts: [Receipt]
    private let steps: [Step]
    /// What will be touched: a receipt that is only thought about is not.
    private let names: Names
    /// What a decision needs of the books, as it was when the run began to read: right as
    /// long as no one else has written since. Items that an earlier part of the run pays are not
    /// among them.
    var items: [OpenItem] = []
    var customers: [Customer] = []
    /// How many receipts wait in all.
    let total: Int
    /// The next event of the entity at the moment of reading.
    let nextEvent: Int64
    /// How long the run has read and matched so far.
    var reading = Duration.zero
    var matching = Duration.zero

    /// What becomes of one receipt.
    private enum Step: Sendable {
        case apply(ApplyReceipt)
        /// Proposed, or for research; identified as well where the payer is known for sure, and
        /// not said again where it was said before.
        case think(Proposed, isProposal: Bool, identify: MoveReceipt?, isNew: Bool)
    }

    /// `known` is what was proposed before.
    init(
        _ receipts: [Receipt], _ proposals: [Proposal], known: [Receipt.ID: Proposed], total: Int,
        nextEvent: Int64
    ) {
        var names = Names()
        self.receipts = receipts
        self.total = total
        self.nextEvent = nextEvent
        steps = zip(receipts, proposals).map { receipt, proposal in
            if proposal.disposition == .apply || proposal.payerIsKnown {
                names.receipts.insert(receipt.id)
                if let customer = proposal.customer {
                    names.customers.insert(Customer.ID(customer))
                }
            }
            if proposal.disposition == .apply {
                for line in proposal.lines { names.items.insert(OpenItem.ID(line.item)) }
                return .apply(ApplyReceipt(proposal))
            }
            let proposed = Proposed(proposal)
            return .think(
                proposed, isProposal: proposal.disposition == .propose,
                identify: Self.identification(of: receipt, proposal),
                isNew: known[receipt.id] != proposed)
        }
        self.names = names
    }

    private static func identification(
        of receipt: Receipt, _ proposal: Proposal
    ) -> MoveReceipt? {
        guard proposal.payerIsKnown, receipt.holdings.unidentified.amount > 0,
            let customer = proposal.customer
        else { return nil }
        return MoveReceipt(
            receipt: receipt.id, .identify(Customer.ID(customer)),
            why: proposal.evidence.first?.en ?? "")
    }

    /// Decides each receipt on the books as they are now. Where nothing has happened since the run
    /// began to read, what it has read is what they are, and is not read again.
    func settle(
        _ session: Session, isUnchanged: Bool, _ result: inout MatchRun.Result
    ) throws {
        if isUnchanged {
            for receipt in receipts { session.load(receipt) }
            for item in items { session.load(item) }
            for customer in customers { session.load(customer) }
        }
        try session.load(names)
        result.receipts += receipts.count
        for (receipt, step) in zip(receipts, steps) {
            switch step {
            case .apply(let command):
                if perform(command, for: receipt, session, &result) {
                    result.applied += 1
                    result.appliedLines += command.lines.count
                }
            case .think(let proposed, let isProposal, let identify, let isNew):
                if isProposal { result.proposed += 1 } else { result.unmatched += 1 }
                if let identify { perform(identify, for: receipt, session, &result) }
                if isNew { session.take(.receiptProposed(proposed)) }
            }
        }
    }

    @discardableResult
    private func perform(
        _ command: some Command, for receipt: Receipt, _ session: Session,
        _ result: inout MatchRun.Result
    ) -> Bool {
        do {
            try session.perform(command)
            return true
        } catch let refusal as Refusal {
            result.refused.append((receipt.id, refusal))
        } catch {
            preconditionFailure("a decision throws refusals and nothing else: \(error)")
        }
        return false
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
