import Ledger
import Matching
import Receivables
import Store

/// Brings advices and money together, whichever came first: each advice to one receipt and each
/// receipt to one advice, or both wait.
public struct AdviceTies {
    private let database: any Database
    private let desk: Desk

    public init(_ database: any Database, desk: Desk) {
        self.database = database
        self.desk = desk
    }

    /// How many were tied.
    func run() throws -> Int {
        if try database.read({ try AdviceReader($0).waiting() }).isEmpty { return 0 }
        return try database.write { connection in
            let whole = try Session(
                connection, entity: Entity.ID(0), desk: desk, cause: "advices")
            let advices = try AdviceReader(connection).waiting()
            let pairs = try pairs(advices, connection)
            var sessions: [Entity.ID: Session] = [:]
            for (advice, receipt) in pairs {
                let entity = receipt.entity
                let session =
                    try sessions[entity]
                    ?? Session(connection, entity: entity, desk: desk, cause: "advices")
                sessions[entity] = session
                whole.take(.adviceTied(advice.id, to: receipt.id, byHand: false))
                guard let documents = advice.documents(in: receipt.currency) else { continue }
                session.load(receipt)
                var source = receipt.source
                source.advice = documents
                try session.perform(
                    BreakDownReceipt(
                        receipt: receipt.id, parts: [Notice.Part(receipt.amount, source)],
                        why: "advice \(advice.number ?? "\(advice.id)")"))
            }
            for session in sessions.values.sorted(by: { $0.entity < $1.entity }) {
                try session.flush()
            }
            try whole.flush()
            return pairs.count
        }
    }

    /// A person's word: this advice is of this receipt; or of none, where it was tied wrongly.
    public func tie(_ id: Advice.ID, to receipt: Receipt.ID?, why: String) throws {
        try database.write { connection in
            let whole = try Session(
                connection, entity: Entity.ID(0), desk: desk, cause: "advice \(id): \(why)")
            guard let advice = try AdviceReader(connection).advice(id), !advice.isWithdrawn else {
                throw Refusal(code: "advice-not-found", "\(id.raw)")
            }
            if receipt != nil, let other = advice.receipt {
                throw Refusal(code: "advice-tied", "\(id.raw) to receipt \(other.raw)")
            }
            guard let named = receipt ?? advice.receipt else {
                throw Refusal(code: "advice-not-tied", "\(id.raw)")
            }
            let session = try Session(
                connection, entity: named.entity, desk: desk, cause: "advice \(id): \(why)")
            var names = Names()
            names.receipts = [named]
            try session.load(names)
            guard let known = session.books.receipts[named] else {
                throw Refusal(code: "receipt-not-found", "\(named.raw)")
            }
            guard let documents = advice.documents(in: known.currency) else {
                throw Refusal(code: "currencies-differ", "\(advice.amount) and \(known.money)")
            }
            var source = known.source
            source.advice = receipt == nil ? [] : documents
            whole.take(.adviceTied(id, to: receipt, byHand: true))
            try session.perform(
                BreakDownReceipt(
                    receipt: named, parts: [Notice.Part(known.amount, source)], why: why))
            try session.flush()
            try whole.flush()
        }
    }

    private func pairs(
        _ advices: [Advice], _ connection: any Connection
    ) throws -> [(Advice, Receipt)] {
        var receipts: [Receipt] = []
        for (entity, _) in try MasterReader(connection: connection).entities() {
            receipts += try WaitingReceipts(connection).of(entity.id).filter {
                $0.source.advice.isEmpty && $0.state != .reversed
            }
        }
        return Self.pairs(advices, receipts)
    }

    /// What the surer evidence ties goes first; of several that fit equally, none is guessed.
    static func pairs(_ advices: [Advice], _ receipts: [Receipt]) -> [(Advice, Receipt)] {
        var byAmount: [Int64: [Receipt]] = [:]
        for receipt in receipts {
            byAmount[receipt.amount, default: []].append(receipt)
            if receipt.source.charges != 0 {
                byAmount[receipt.amount &+ receipt.source.charges, default: []].append(receipt)
            }
        }
        var fitting: [(advice: Advice, receipt: Receipt, grade: AdviceTie.Grade)] = []
        for advice in advices {
            // The same digits are other minor units in another currency.
            var candidates: [Receipt.ID: Receipt] = [:]
            for currency in advice.currency.map({ [$0] }) ?? [.eur, Currency("JPY")!] {
                guard let minor = advice.amount.money(currency)?.minor else { continue }
                for receipt in byAmount[minor] ?? [] { candidates[receipt.id] = receipt }
            }
            for receipt in candidates.values.sorted(by: { $0.id < $1.id }) {
                let grade = AdviceTie.grade(advice, receipt) { one, other in
                    switch NameComparison(one, other) {
                    case .same: true
                    case .alike: false
                    case .different: nil
                    }
                }
                if grade != .no { fitting.append((advice, receipt, grade)) }
            }
        }
        var pairs: [(Advice, Receipt)] = []
        var tied: (advices: Set<Advice.ID>, receipts: Set<Receipt.ID>) = ([], [])
        for grade in [AdviceTie.Grade.trace, .payer, .amountAndDay] {
            let free = fitting.filter {
                $0.grade == grade && !tied.advices.contains($0.advice.id)
                    && !tied.receipts.contains($0.receipt.id)
            }
            let ofAdvice = Dictionary(grouping: free, by: \.advice.id)
            let ofReceipt = Dictionary(grouping: free, by: \.receipt.id)
            for one in free
            where ofAdvice[one.advice.id]?.count == 1 && ofReceipt[one.receipt.id]?.count == 1 {
                pairs.append((one.advice, one.receipt))
                tied.advices.insert(one.advice.id)
                tied.receipts.insert(one.receipt.id)
            }
        }
        return pairs
    }
}
