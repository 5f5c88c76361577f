import Ledger
import Receivables
import Store

/// Revalues what an entity holds in foreign currencies at the end of a day: all of it in one
/// transaction, a few thousand documents at a time, one case for each currency (domain.md §1.6).
public struct RevaluationRun {
    let database: any Database
    let desk: Desk

    /// Documents in one event.
    private static let batch = 2_000

    public init(_ database: any Database, desk: Desk) {
        self.database = database
        self.desk = desk
    }

    /// The cases, one for each currency that something is open in.
    public func run(
        _ entity: Entity, on day: Day, method: Revaluation.Method
    ) throws -> [CaseFile] {
        try database.write { connection in
            let session = try Session(
                connection, entity: entity.id, desk: desk, cause: "revaluation \(day)")
            let past = try CaseReader(connection).all(.revaluation, of: entity.id)
            var files: [CaseFile] = []
            for currency in try currencies(connection, entity, on: day) {
                try check(past, day, currency, method)
                let file = try revalue(session, connection, entity, currency, day, method)
                files.append(file)
            }
            try session.flush(forgetting: true)
            return files
        }
    }

    private func check(
        _ past: [CaseFile], _ day: Day, _ currency: Currency, _ method: Revaluation.Method
    ) throws {
        for file in past {
            guard case .revaluation(let revaluation) = file.content,
                revaluation.state == .posted
            else { continue }
            if revaluation.method != method {
                throw Refusal(
                    code: "method-differs",
                    "\(revaluation.day): \(revaluation.method.rawValue)")
            }
            if revaluation.day == day, revaluation.currency == currency {
                throw Refusal(
                    code: "revalued-already", Revaluation.number(day, currency))
            }
        }
    }

    private func revalue(
        _ session: Session, _ connection: any Connection, _ entity: Entity,
        _ currency: Currency, _ day: Day, _ method: Revaluation.Method
    ) throws -> CaseFile {
        let rate = try rate(connection, session, entity, currency, day)
        let documents = ForeignDocuments(connection, entity.id, currency, upTo: day)
        var counts = (items: Int64(0), receipts: Int64(0))
        var gains = (items: Int64(0), receipts: Int64(0))
        func take(_ items: [OpenItem.ID], _ receipts: [Receipt.ID]) throws {
            let command = Revalue(
                entity: entity.id, day: day, currency: currency, rate: rate, items: items,
                receipts: receipts)
            try session.load(command.names)
            let revalued = try command.revalued(on: session.books)
            counts.items += Int64(items.count)
            counts.receipts += Int64(receipts.count)
            gains.items += revalued.items.reduce(0) { $0 + $1.gain }
            gains.receipts += revalued.receipts.reduce(0) { $0 + $1.gain }
            let isNothing = revalued.items.isEmpty && revalued.receipts.isEmpty
            if method == .carried, !isNothing { session.take(.revalued(revalued)) }
            try session.flush(forgetting: true)
        }
        for batch in try documents.items().pieces(of: Self.batch) { try take(batch, []) }
        for batch in try documents.receipts().pieces(of: Self.batch) { try take([], batch) }
        let revaluation = Revaluation(
            day: day, currency: currency, rate: rate, method: method, items: counts.items,
            receipts: counts.receipts, onItems: gains.items, onReceipts: gains.receipts,
            functional: entity.currency)
        return post(revaluation, session, entity)
    }

    /// Of method A, with the reversal of the next day.
    private func post(
        _ revaluation: Revaluation, _ session: Session, _ entity: Entity
    ) -> CaseFile {
        let file = CaseFile(
            id: session.books.fresh(entity.id), entity: entity.id, openedOn: revaluation.day,
            .revaluation(revaluation))
        if revaluation.method == .carried {
            session.take(.caseChanged(file, [], on: revaluation.day))
            return file
        }
        session.take(
            .caseChanged(file, revaluation.bookings(back: false), on: revaluation.day))
        let reversed = file.changed(to: file.content)
        session.take(
            .caseChanged(
                reversed, revaluation.bookings(back: true), on: revaluation.day.adding(1)))
        return reversed
    }

    /// The approved rate of the month's end, else the last spot rate.
    private func rate(
        _ connection: any Connection, _ session: Session, _ entity: Entity,
        _ currency: Currency, _ day: Day
    ) throws -> Rate {
        let closing = try MasterReader(connection: connection).rates().last {
            $0.type == "month-end" && $0.from == currency && $0.to == entity.currency
                && $0.day == day
        }?.rate
        let spot = session.books.rates.rate(from: currency, to: entity.currency, on: day)
        guard let rate = closing ?? spot else {
            throw Refusal(code: "rate-missing", "\(currency) to \(entity.currency) on \(day)")
        }
        return rate
    }

    private func currencies(
        _ connection: any Connection, _ entity: Entity, on day: Day
    ) throws -> [Currency] {
        var found: Set<Currency> = []
        let add = { (row: any Row) in
            if let currency = Currency(utf8: row.utf8(0)) { found.insert(currency) }
        }
        let bounds = Identifiers.range(of: entity.id) + [.text(entity.currency.code)]
        try connection.rows(
            """
            SELECT DISTINCT currency FROM openItem WHERE id >= $1 AND id < $2 AND currency <> $3
            """, bounds, add)
        try connection.rows(
            """
            SELECT DISTINCT currency FROM receipt WHERE entity = $1
                AND unidentified + unapplied + onAccount > 0 AND currency <> $2
            """, [.int(entity.id.raw), .text(entity.currency.code)], add)
        return found.sorted()
    }
}

extension Array {
    /// The array in pieces of at most `size`.
    func pieces(of size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}
