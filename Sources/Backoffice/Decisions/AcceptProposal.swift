import Ledger
import Receivables

/// Applies a receipt as the matcher proposed: a person decides, the rule and its evidence stand
/// beside it. The lines are decided anew on the books as they are now.
///
/// Its wording is the receipt and nothing else, since a proposal that was accepted is gone: saying
/// it again under the same key does nothing.
public struct AcceptProposal: Command {
    public let receipt: Receipt.ID
    let application: ApplyReceipt?
    private let why: String

    /// Before those of ``ApplyReceipt``.
    public enum Reason: String, CaseIterable, Sendable {
        case nothingProposed = "nothing-proposed"
    }

    public init(receipt: Receipt.ID, proposed: Proposed?, why: String) {
        self.receipt = receipt
        self.why = why
        guard let proposed, proposed.disposition == "propose", !proposed.lines.isEmpty else {
            application = nil
            return
        }
        application = ApplyReceipt(proposed, why: why)
    }

    public var entity: Entity.ID { Entity.ID(receipt.raw / Identifiers.perEntity) }
    public var names: Names { application?.names ?? Names() }
    public var wording: String { "AcceptProposal(receipt: \(receipt.raw), why: \(why))" }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let application else { throw refusal(.nothingProposed, "\(receipt.raw)") }
        return try application.decide(on: books, at: desk)
    }
}

extension ApplyReceipt {
    /// What a proposal would do, by hand.
    init(_ proposed: Proposed, why: String) {
        let lines = proposed.lines.map { line in
            var applied = Line(item: line.item, cash: line.amount)
            applied.discount = line.discount
            applied.bankCharge = line.bankCharge
            applied.writeOff = line.writeOff
            applied.residual = line.residual
            applied.reason = line.reason
            return applied
        }
        self.init(
            receipt: proposed.receipt, lines: lines, customer: proposed.customer,
            basis: Application.Basis(
                rule: proposed.rule ?? "by-hand", score: proposed.score,
                evidence: why.isEmpty ? proposed.evidence : "\(proposed.evidence); \(why)",
                evidenceZh: why.isEmpty ? proposed.evidenceZh : "\(proposed.evidenceZh)；\(why)",
                byHand: true))
    }
}
