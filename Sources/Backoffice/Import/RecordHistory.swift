import Ledger
import Receivables
import Store

/// What the records of an entity were before an import, and which of them were changed after it.
struct RecordHistory {
    /// By key, the event that makes a record again what it was.
    private(set) var before: [String: Event] = [:]
    private(set) var after: Set<String> = []

    init(
        _ connection: any Connection, _ entity: Entity.ID, around made: ImportedFile.Made?
    ) throws {
        guard let made else { return }
        let first = entity.raw * Identifiers.perEntity
        var last: [String: Event] = [:]
        try JournalReader(connection).records(first + 1, made.first - 1) { event in
            guard let record = event.record else {
                if case .recordWithdrawn(let record) = event { last[record.key] = nil }
                return
            }
            last[record.key] = event
        }
        try JournalReader(connection).records(made.last + 1, first + Identifiers.perEntity - 1) {
            event in
            if case .recordWithdrawn(let record) = event { after.remove(record.key) }
            if let record = event.record { after.insert(record.key) }
        }
        for (key, event) in last {
            switch event.record {
            // What was registered once is changed back.
            case .customer(let customer): before[key] = .customerChanged(customer)
            // Lines of an invoice come once.
            case .invoiceLines, nil: break
            default: before[key] = event
            }
        }
    }
}
