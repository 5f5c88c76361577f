import Ledger
import Matching
import Receivables
import Store

/// Some of the receipts that wait, with what the matcher says of them, ready to be posted.
struct MatchedPart: Sendable {
    var receipts: [Receipt] = []
    var proposals: [Proposal] = []
    /// What a decision needs of the books, as it was when the run began to read: right as
    /// long as no one else has written since. Items that an earlier part of the run pays are not
    /// among them.
    var items: [OpenItem] = []
    var customers: [Customer] = []
    /// What was proposed for these receipts before.
    var known: [Receipt.ID: Proposed] = [:]
    /// How many receipts wait in all.
    let total: Int
    /// The next event of the entity at the moment of reading.
    let nextEvent: Int64
    /// How long the run has read and matched so far.
    var reading = Duration.zero
    var matching = Duration.zero

    /// What will be touched: a receipt that is only thought about is not.
    private var names: Names {
        var names = Names()
        for (receipt, proposal) in zip(receipts, proposals)
        where proposal.disposition == .apply || proposal.payerIsKnown {
            names.receipts.insert(receipt.id)
            if let customer = proposal.customer { names.customers.insert(Customer.ID(customer)) }
            if proposal.disposition != .apply { continue }
            for line in proposal.lines { names.items.insert(OpenItem.ID(line.item)) }
        }
        return names
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
        for (receipt, proposal) in zip(receipts, proposals) {
            settle(receipt, proposal, session, &result)
        }
    }

    private func settle(
        _ receipt: Receipt, _ proposal: Proposal, _ session: Session,
        _ result: inout MatchRun.Result
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
