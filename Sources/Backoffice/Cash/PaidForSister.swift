import Ledger
import Receivables
import Store

/// A customer of one entity paid another (P27): there the money is a debt to the first entity, here
/// a receipt that stands in a claim on the other. Both or neither.
public struct PaidForSister {
    public let receipt: Receipt
    /// Whose customer paid.
    public let other: Entity.ID
    /// Nil for all that is free.
    public let amount: Money?
    /// The letter that says so.
    public let why: String

    public init(receipt: Receipt, other: Entity.ID, amount: Money?, why: String) {
        self.receipt = receipt
        self.other = other
        self.amount = amount
        self.why = why
    }

    /// The receipt that was made in the other entity.
    public func perform(
        on database: any Database, at desk: Desk, customer: Customer.ID?
    ) throws -> Receipt.ID {
        if other == receipt.entity {
            throw Refusal(code: "entities-same", "\(receipt.id.raw)")
        }
        return try database.write { connection in
            let cause = "paid for entity \(other.raw): \(why)"
            // In the order of their numbers, so that two such never wait for each other.
            let ids = [receipt.entity, other].sorted()
            var sessions: [Entity.ID: Session] = [:]
            for id in ids {
                sessions[id] = try Session(connection, entity: id, desk: desk, cause: cause)
            }
            guard let here = sessions[receipt.entity], let there = sessions[other] else {
                throw Refusal(code: "entity-not-found", "\(other.raw)")
            }
            let turn = MoveReceipt(
                receipt: receipt.id, .turnElsewhere(.intercompanyPayable, amount), why: why)
            try here.load(turn.names)
            guard case .receiptMoved(let move)? = try here.perform(turn).first else {
                throw Refusal(code: "nothing-there", "\(receipt.id.raw)")
            }
            var record = RecordReceipt(
                entity: other, amount: Money(minor: move.held.amount, move.currency),
                bookedOn: receipt.bookedOn, valueDate: receipt.valueDate)
            record.asset = .intercompanyReceivable
            record.source = receipt.source
            record.source.line = nil
            guard case .receiptRecorded(let made)? = try there.perform(record).first else {
                throw Refusal(code: "nothing-there", "\(receipt.id.raw)")
            }
            if let customer {
                let identify = MoveReceipt(receipt: made.id, .identify(customer), why: why)
                try there.load(identify.names)
                try there.perform(identify)
            }
            for id in ids { try sessions[id]?.flush() }
            return made.id
        }
    }
}
