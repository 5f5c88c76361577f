import Ledger
import Receivables
import TestKit
import Testing

/// I1–I8 of domain.md §1.3 after every command of random histories.
@Suite struct InvariantTests {
    private static let seeds = (0..<60).map { UInt64($0) &* 7_919 &+ 11 }

    @Test(arguments: seeds) func holdAfterEveryCommand(seed: UInt64) {
        var history = RandomHistory(seed: seed)
        var done = 0
        for step in 1...300 {
            let before = history.ledger.events.count
            let refusal = history.step()
            if refusal == nil { done += 1 }
            if refusal != nil, history.ledger.events.count != before,
                !onlyRates(history.ledger, before)
            {
                Issue.record("seed \(seed), step \(step): refused, but something changed")
                return
            }
            if let broken = Invariant.broken(history.ledger, since: before) {
                // The shortest prefix is the shrunk history: every step before it is sound.
                let last = history.ledger.events.suffix(3).map { "\($0)".prefix(400) }
                Issue.record(
                    "seed \(seed), step \(step): \(broken)\n\(last.joined(separator: "\n"))")
                return
            }
        }
        #expect(done > 60, "seed \(seed): only \(done) of 300 commands were done")
    }

    /// I5: un-apply and apply the same again, and every balance is as before, exchange differences
    /// included.
    @Test(arguments: seeds) func unapplyingAndApplyingAgainChangesNothing(seed: UInt64) throws {
        var history = RandomHistory(seed: seed)
        var tried = 0
        for _ in 0..<300 {
            guard history.step() == nil,
                case .receiptApplied(let applied)? = history.ledger.events.last,
                applied.place != .onAccount
            else { continue }
            let live = history.ledger.books.applications.values
                .filter {
                    $0.receipt == applied.receipt && $0.reverses == nil && $0.reversedBy == nil
                }
            guard live.count == applied.applications.count else { continue }
            var ledger = history.ledger
            _ = try ledger.perform(UnapplyReceipt(receipt: applied.receipt, why: "again"))
            let lines = applied.applications.map { application in
                var line = ApplyReceipt.Line(item: application.item, cash: application.cleared.cash)
                line.discount = application.cleared.discount
                line.bankCharge = application.cleared.bankCharge
                line.writeOff = application.cleared.writeOff
                line.residual = application.cleared.residual
                line.reason = "QTY_SHORT"
                return line
            }
            _ = try ledger.perform(ApplyReceipt(receipt: applied.receipt, lines: lines))
            for account in Account.allCases
            where ledger.balance(account) != history.ledger.balance(account) {
                Issue.record("seed \(seed), receipt \(applied.receipt): \(account) differs")
            }
            tried += 1
        }
        #expect(tried > 0, "seed \(seed): nothing to un-apply")
    }

    private func onlyRates(_ ledger: Ledgered, _ before: Int) -> Bool {
        ledger.events[before...].allSatisfy { if case .rateRecorded = $0 { true } else { false } }
    }
}

/// The invariants, checked by an independent and simple reference.
enum Invariant {
    /// The first one that is broken; nil where all hold.
    static func broken(_ ledger: Ledgered, since event: Int) -> String? {
        let books = ledger.books
        for item in books.items.values {
            let range = item.original >= 0 ? 0...item.original : item.original...0
            if !range.contains(item.open) { return "I3: \(item.number) has \(item.open) open" }
            if item.open == 0, item.openFunctional != 0 { return "zero-out: \(item.number)" }
            if (item.openFunctional < 0) != (item.open < 0), item.openFunctional != 0 {
                return "\(item.number) carries \(item.openFunctional) for \(item.open)"
            }
            let cleared = books.applications.values.filter { $0.item == item.id }
                .reduce(Int64(0)) { $0 + $1.cleared.total }
            if item.open != item.original - cleared { return "I3: \(item.number), applications" }
        }
        for receipt in books.receipts.values {
            let held = Receipt.Place.allCases.map { receipt.holdings[$0] }
            if held.contains(where: { $0.amount < 0 }) {
                return "I4: \(receipt.id) holds less than nothing"
            }
            if held.reduce(Int64(0), { $0 + $1.amount }) != receipt.amount {
                return "I4: \(receipt.id)"
            }
            if held.reduce(Int64(0), { $0 + $1.functional }) != receipt.functional {
                return "I4: \(receipt.id), functional"
            }
        }
        return controls(ledger) ?? periods(ledger, since: event)
    }

    /// I2, in functional and in each transaction currency.
    private static func controls(_ ledger: Ledgered) -> String? {
        let books = ledger.books
        for account in [Account.receivables, .deductions] {
            let items = books.items.values.filter { $0.account == account }
            if items.reduce(Int64(0), { $0 + $1.openFunctional }) != ledger.balance(account) {
                return "I2: \(account.code), functional"
            }
            for currency in ["CNY", "USD", "EUR"].map({ Currency($0)! }) {
                let open = items.filter { $0.currency == currency }.reduce(Int64(0)) {
                    $0 + $1.open
                }
                if open != ledger.balance(account, in: currency) {
                    return "I2: \(account.code) \(currency)"
                }
            }
        }
        for place in [Receipt.Place.unidentified, .unapplied, .onAccount] {
            guard let account = place.account else { continue }
            let held = books.receipts.values.map { $0.holdings[place] }
            if held.reduce(Int64(0), { $0 + $1.functional }) != -ledger.balance(account) {
                return "I2: \(account.code), functional"
            }
            for currency in ["CNY", "USD", "EUR"].map({ Currency($0)! }) {
                let sum = books.receipts.values.filter { $0.currency == currency }
                    .reduce(Int64(0)) { $0 + $1.holdings[place].amount }
                if sum != -ledger.balance(account, in: currency) {
                    return "I2: \(account.code) \(currency)"
                }
            }
        }
        return aging(ledger)
    }

    /// I6: whatever the day, the buckets sum to what is open.
    private static func aging(_ ledger: Ledgered) -> String? {
        for basis in AgingBasis.allCases {
            var buckets = AgingBuckets()
            for item in ledger.books.items.values where item.currency == .cny {
                buckets.add(
                    open: item.open, dueOn: item.dueOn, issuedOn: item.issuedOn,
                    asOf: ledger.desk.today, basis: basis)
            }
            let sum = ledger.books.items.values.filter { $0.currency == .cny }
                .reduce(Int64(0)) { $0 + $1.open }
            if buckets.total != sum { return "I6: \(basis)" }
        }
        return nil
    }

    /// I8: the last command's postings are in open periods.
    private static func periods(_ ledger: Ledgered, since event: Int) -> String? {
        guard let closed = ledger.books.closedThrough[Entity.ID(1)] else { return nil }
        for posting in ledger.postings.reversed() {
            if posting.event < event { return nil }
            if posting.day <= closed {
                return "I8: posted on \(posting.day), closed through \(closed)"
            }
        }
        return nil
    }
}
