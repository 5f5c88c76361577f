import Ledger

/// Takes a revaluation back: its exact mirror. Where documents carry it, none of them may have
/// changed since.
public struct WithdrawRevaluation: Command {
    public let revaluation: CaseFile.ID
    /// What documents were given, where they carry it.
    public let revalued: [Revalued]

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case revaluationNotFound = "revaluation-not-found"
        case revaluationWithdrawn = "revaluation-withdrawn"
        case documentChanged = "document-changed"
        case periodClosed = "period-closed"
    }

    public init(revaluation: CaseFile.ID, revalued: [Revalued]) {
        self.revaluation = revaluation
        self.revalued = revalued
    }

    public var entity: Entity.ID { revaluation.entity }

    /// Documents stand for themselves in the wording of an idempotency key.
    public var wording: String { "\(entity.raw) WithdrawRevaluation \(revaluation.raw)" }

    public var names: Names {
        var names = Names()
        names.cases = [revaluation]
        for revalued in revalued {
            names.items.formUnion(revalued.items.map(\.id))
            names.receipts.formUnion(revalued.receipts.map(\.id))
        }
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let file = books.cases[revaluation], case .revaluation(var past) = file.content
        else { throw refusal(.revaluationNotFound, "\(revaluation)") }
        let number = Revaluation.number(past.day, past.currency)
        if past.state == .withdrawn { throw refusal(.revaluationWithdrawn, number) }
        if books.postingDay(past.day, entity) != past.day {
            throw refusal(.periodClosed, "\(past.day)")
        }
        var events: [Event] = []
        for revalued in revalued { events.append(.revalued(try mirror(revalued, books))) }
        past.state = .withdrawn
        let isCarried = past.method == .carried
        let changed = file.changed(to: .revaluation(past))
        if isCarried { return events + [.caseChanged(changed, [], on: past.day)] }
        // Both days of method A, so that the month's end is as it was.
        return events + [
            .caseChanged(changed, past.bookings(back: true), on: past.day),
            .caseChanged(
                changed.changed(to: .revaluation(past)), past.bookings(back: false),
                on: past.day.adding(1)),
        ]
    }

    private func mirror(_ revalued: Revalued, _ books: Books) throws(Refusal) -> Revalued {
        var items: [Revalued.Item] = []
        for item in revalued.items {
            guard let now = books.items[item.id], now.revision == item.revision + 1 else {
                throw refusal(
                    .documentChanged, books.items[item.id]?.number ?? "\(item.id.raw)")
            }
            items.append(
                Revalued.Item(
                    id: item.id, account: item.account, gain: -item.gain, revision: now.revision))
        }
        var receipts: [Revalued.Receipt] = []
        let places = Dictionary(grouping: revalued.receipts, by: \.id)
        for receipt in revalued.receipts {
            let steps = Int64(places[receipt.id]?.count ?? 1)
            guard let now = books.receipts[receipt.id], now.revision == receipt.revision + steps
            else { throw refusal(.documentChanged, "receipt \(receipt.id.raw)") }
            receipts.append(
                Revalued.Receipt(
                    id: receipt.id, place: receipt.place, gain: -receipt.gain,
                    revision: now.revision))
        }
        return Revalued(
            entity: entity, currency: revalued.currency, rate: revalued.rate,
            postedOn: revalued.postedOn, items: items, receipts: receipts)
    }
}
