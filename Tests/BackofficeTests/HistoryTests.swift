import Ledger
import Receivables
import Store
import StorePostgres
import TestKit
import Testing

@testable import Backoffice

/// Random histories, written through the store on each engine: the books verify, and every past day
/// is as it was.
@Suite struct HistoryTests {
    @Test(arguments: Books.engines, [3, 11, 12])
    func verifyAndReadAsOfEveryDay(engine: Engine, seed: Int) throws {
        var history = RandomHistory(seed: UInt64(seed))
        for _ in 0..<250 { _ = history.step() }
        let database = try Books.make(engine)
        defer { try? database.close() }
        try write(history.ledger.events, to: database, batches: 7)

        let checks = try database.read { try Verification($0).run() }
        for check in checks { #expect(check.failure == nil, "\(check.name)") }

        let last = history.ledger.desk.today
        var day = Day("2026-01-05")!
        while day <= last.adding(30) {
            try compare(database, history.ledger.events, asOf: day)
            day = day.adding(9)
        }
    }

    /// The same history gives the same journal, byte by byte, on both engines.
    @Test func enginesAgree() throws {
        var history = RandomHistory(seed: 77)
        for _ in 0..<150 { _ = history.step() }
        var heads: Set<String> = []
        for engine in Books.engines {
            let database = try Books.make(engine)
            defer { try? database.close() }
            try write(history.ledger.events, to: database, batches: 4)
            heads.insert(try database.read { try BooksHeads.text($0) })
            heads.insert(try database.read { try BooksHeads.text($0) })
        }
        #expect(heads.count == 1)
    }

    private func write(
        _ events: [Event], to database: any Database, batches: Int
    ) throws {
        let desk = Desk(actor: "test", today: Day("2026-01-05")!, at: 1)
        let size = max(1, events.count / batches)
        for start in stride(from: 0, to: events.count, by: size) {
            let part = events[start..<min(start + size, events.count)]
            try database.write { connection in
                // Rates belong to the books, everything else to the entity.
                let whole = try Session(connection, entity: Entity.ID(0), desk: desk, cause: "test")
                let own = try Session(connection, entity: Entity.ID(1), desk: desk, cause: "test")
                try own.load(names(of: part))
                for event in part { (event.entity.raw == 0 ? whole : own).take(event) }
                try whole.flush()
                try own.flush()
            }
        }
    }

    /// Everything that the events of a batch change must be loaded for them.
    private func names(of events: ArraySlice<Event>) -> Names {
        var names = Names()
        for event in events {
            switch event {
            case .receiptMoved(let move): names.receipts.insert(move.receipt)
            case .receiptApplied(let applied), .receiptUnapplied(let applied):
                names.receipts.insert(applied.receipt)
                for application in applied.applications {
                    names.items.insert(application.item)
                    if let original = application.reverses { names.applications.insert(original) }
                }
                for residual in applied.residuals { names.items.insert(residual.id) }
            case .creditApplied(let credit, let item), .creditUnapplied(let credit, let item):
                for application in [credit, item] {
                    names.items.insert(application.item)
                    if let original = application.reverses { names.applications.insert(original) }
                }
            case .itemWrittenOff(let application), .writeOffReversed(let application),
                .itemReversed(_, let application):
                names.items.insert(application.item)
                if let original = application.reverses { names.applications.insert(original) }
            case .refundApproved(let refund, let move), .refundCancelled(let refund, let move):
                names.receipts.insert(move.receipt)
                names.refunds.insert(refund.id)
            case .refundPaid(let refund, _), .refundReturned(let refund, _),
                .refundRequested(let refund), .refundChanged(let refund):
                names.refunds.insert(refund.id)
            case .disputeMarked(_, let item, _): names.items.insert(item)
            default: break
            }
        }
        return names
    }

    /// The aging and the balances of a day are those of the events posted by then, evolved alone.
    private func compare(
        _ database: any Database, _ events: [Event], asOf day: Day
    ) throws {
        let rows = try database.read { try AgingReport(asOf: day).rows($0) }
        var open: [String: Int64] = [:]
        var money: [String: Int64] = [:]
        for event in events {
            guard let posted = event.postedOn, posted <= day else { continue }
            Self.count(event, &open, &money)
        }
        for currency in ["CNY", "USD", "EUR"] {
            let found = rows.filter { $0.currency.code == currency }
            let items = found.reduce(Int64(0)) { $0 + $1.buckets.debit + $1.buckets.credits }
            let held = found.reduce(Int64(0)) {
                $0 + $1.buckets.onAccount + $1.buckets.unapplied + $1.buckets.unidentified
            }
            #expect(items == open[currency] ?? 0, "\(currency) items on \(day)")
            #expect(held == money[currency] ?? 0, "\(currency) money on \(day)")
        }
        let reconciled = try database.read { try Reconciliation(asOf: day).checks($0) }
        for check in reconciled {
            #expect(check.difference == 0, "\(check.name) \(check.currency) on \(day)")
        }
    }

    /// What one event adds to open items and to money not applied, by currency.
    private static func count(
        _ event: Event, _ open: inout [String: Int64], _ money: inout [String: Int64]
    ) {
        let waiting: Set<Receipt.Place> = [.unidentified, .unapplied, .onAccount]
        func move(_ move: ReceiptMove) {
            let code = move.currency.code
            if waiting.contains(move.from) { money[code, default: 0] -= move.held.amount }
            if waiting.contains(move.to) { money[code, default: 0] += move.held.amount }
        }
        switch event {
        case .itemPosted(let item): open[item.currency.code, default: 0] += item.original
        case .itemReversed(_, let application), .itemWrittenOff(let application),
            .writeOffReversed(let application):
            open[application.currency.code, default: 0] -= application.cleared.total
        case .creditApplied(let credit, let item), .creditUnapplied(let credit, let item):
            open[credit.currency.code, default: 0] -= credit.cleared.total + item.cleared.total
        case .receiptRecorded(let receipt):
            money[receipt.currency.code, default: 0] += receipt.amount
        case .receiptMoved(let one), .refundApproved(_, let one), .refundCancelled(_, let one):
            move(one)
        case .receiptApplied(let applied):
            let code = applied.currency.code
            money[code, default: 0] -= applied.held.amount
            for residual in applied.residuals { open[code, default: 0] += residual.original }
            for one in applied.applications { open[code, default: 0] -= one.cleared.total }
        case .receiptUnapplied(let applied):
            money[applied.currency.code, default: 0] += applied.held.amount
            for one in applied.applications {
                open[applied.currency.code, default: 0] -= one.cleared.total
            }
        default: break
        }
    }
}

/// Empty books on each engine that is there.
enum Books {
    static var engines: [Engine] {
        ProcessEnvironment.postgres == nil ? [.sqlite] : [.sqlite, .postgres]
    }

    static func make(_ engine: Engine) throws -> any Database {
        switch engine {
        case .sqlite: return try openBooks(":memory:", create: true)
        case .postgres: return try openBooks(try PostgresForTests.fresh(), create: true)
        }
    }
}
