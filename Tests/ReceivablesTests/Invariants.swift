import Ledger
import Receivables
import TestKit

/// The invariants of domain.md §1.3 that hold after every step, each summed up in the simplest way.
enum Invariant {
    /// The first one that is broken; nil where all hold.
    static func broken(_ before: Books, _ after: Ledgered, _ step: Step, _ refusal: Refusal?)
        -> String?
    {
        Reference.broken(before, after.books, step, refusal)
            ?? items(after.books) ?? receipts(after.books) ?? controls(after) ?? aging(after)
            ?? (refusal == nil ? periods(before, after, step) : nil)
    }

    /// I3, and the zero-out rule of §1.6.
    private static func items(_ books: Books) -> String? {
        var cleared: [OpenItem.ID: Int64] = [:]
        var functional: [OpenItem.ID: Int64] = [:]
        for one in books.applications.values {
            cleared[one.item, default: 0] += one.cleared.total
            functional[one.item, default: 0] += one.cleared.totalFunctional
        }
        for item in books.items.values {
            let range = item.original >= 0 ? 0...item.original : item.original...0
            if !range.contains(item.open) { return "I3: \(item.number) has \(item.open) open" }
            if item.open != item.original - cleared[item.id, default: 0] {
                return "I3: \(item.number), applications"
            }
            if item.openFunctional != item.originalFunctional - functional[item.id, default: 0] {
                return "I3: \(item.number), functional"
            }
            if item.open == 0, item.openFunctional != 0 { return "zero-out: \(item.number)" }
            if item.openFunctional != 0, (item.openFunctional < 0) != (item.open < 0) {
                return "\(item.number) carries \(item.openFunctional) for \(item.open)"
            }
            if (item.status == .open) != (item.open != 0) {
                return "\(item.number) is \(item.status) with \(item.open) open"
            }
        }
        return nil
    }

    /// I4, in both currencies.
    private static func receipts(_ books: Books) -> String? {
        for receipt in books.receipts.values {
            let held = Receipt.Place.allCases.map { receipt.holdings[$0] }
            if held.contains(where: { $0.amount < 0 || $0.functional < 0 }) {
                return "I4: \(receipt.id) holds less than nothing: \(held)"
            }
            if held.contains(where: { $0.amount == 0 && $0.functional != 0 }) {
                return "I4: \(receipt.id) holds a value without an amount: \(held)"
            }
            if held.reduce(0, { $0 + $1.amount }) != receipt.amount
                || held.reduce(0, { $0 + $1.functional }) != receipt.functional
            {
                return "I4: \(receipt.id) holds \(held) of \(receipt.money)"
            }
        }
        return nil
    }

    /// I2: functional, and in each transaction currency.
    private static func controls(_ ledger: Ledgered) -> String? {
        let books = ledger.books
        var wanted: [Account: [Currency: Receipt.Held]] = [:]
        func add(_ account: Account, _ currency: Currency, _ amount: Int64, _ functional: Int64) {
            wanted[account, default: [:]][currency, default: Receipt.Held()].amount += amount
            wanted[account, default: [:]][currency, default: Receipt.Held()].functional +=
                functional
        }
        for item in books.items.values {
            add(item.account, item.currency, item.open, item.openFunctional)
        }
        for receipt in books.receipts.values {
            for place in Receipt.Place.allCases {
                guard let account = place.account else { continue }
                let held = receipt.holdings[place]
                add(account, receipt.currency, -held.amount, -held.functional)
            }
        }
        for refund in books.refunds.values where refund.state.isOwed {
            add(.refundsPayable, refund.currency, -refund.amount, -refund.functional)
        }
        for account in Account.controls + [.contractLiabilities] {
            let sums = wanted[account, default: [:]]
            let functional = sums.values.reduce(0) { $0 + $1.functional }
            if ledger.balance(account) != functional {
                return "I2: \(account.code) is \(ledger.balance(account)), not \(functional)"
            }
            for (currency, sum) in sums where ledger.balance(account, in: currency) != sum.amount {
                return "I2: \(account.code) \(currency)"
            }
        }
        return nil
    }

    /// I6: whatever the day, the buckets sum to what is open.
    private static func aging(_ ledger: Ledgered) -> String? {
        for basis in AgingBasis.allCases {
            var buckets: [Currency: AgingBuckets] = [:]
            var sums: [Currency: Int64] = [:]
            for item in ledger.books.items.values {
                buckets[item.currency, default: AgingBuckets()].add(
                    open: item.open, dueOn: item.dueOn, issuedOn: item.issuedOn,
                    asOf: ledger.desk.today.adding(70), basis: basis)
                sums[item.currency, default: 0] += item.open
            }
            for receipt in ledger.books.receipts.values {
                let held = receipt.holdings
                buckets[receipt.currency, default: AgingBuckets()].add(
                    onAccount: held.onAccount.amount, unapplied: held.unapplied.amount,
                    unidentified: held.unidentified.amount)
                sums[receipt.currency, default: 0] -=
                    held.onAccount.amount + held.unapplied.amount + held.unidentified.amount
            }
            for (currency, sum) in sums where buckets[currency]?.total != sum {
                return "I6: \(basis), \(currency)"
            }
        }
        return nil
    }

    /// I8: nothing is posted into a closed period.
    private static func periods(_ before: Books, _ after: Ledgered, _ step: Step) -> String? {
        guard case .command = step, let closed = before.closedThrough[Entity.ID(1)] else {
            return nil
        }
        for posting in after.postings.reversed() {
            if posting.event < after.latest { break }
            if posting.day <= closed {
                return "I8: posted on \(posting.day), closed through \(closed)"
            }
        }
        return nil
    }

    /// I3 and I4 as of each day: no item is cleared by more than it is, and no money is used that
    /// is not there, on any day.
    static func brokenAsOf(_ ledger: Ledgered) -> String? {
        var open: [OpenItem.ID: [Day: Int64]] = [:]
        var held: [Receipt.ID: [Receipt.Place: [Day: Int64]]] = [:]
        for event in ledger.events {
            guard let day = event.postedOn else { continue }
            for item in event.raised {
                open[item.id, default: [:]][day, default: 0] += item.original
            }
            for one in event.cleared {
                open[one.item, default: [:]][day, default: 0] -= one.cleared.total
            }
            for (receipt, from, to, amount) in event.moved {
                if let from {
                    held[receipt, default: [:]][from, default: [:]][day, default: 0] -= amount
                }
                held[receipt, default: [:]][to, default: [:]][day, default: 0] += amount
            }
        }
        for (id, changes) in open {
            guard let item = ledger.books.items[id] else { return "item \(id) is not there" }
            let range = item.original >= 0 ? 0...item.original : item.original...0
            var sum: Int64 = 0
            for (day, change) in changes.sorted(by: { $0.key < $1.key }) {
                sum += change
                if !range.contains(sum) { return "I3: \(item.number) has \(sum) open on \(day)" }
            }
        }
        for (receipt, places) in held {
            for (place, changes) in places {
                var sum: Int64 = 0
                for (day, change) in changes.sorted(by: { $0.key < $1.key }) {
                    sum += change
                    if sum < 0 { return "I4: receipt \(receipt) holds \(sum) \(place) on \(day)" }
                }
            }
        }
        return nil
    }
}

extension Event {
    fileprivate var raised: [OpenItem] {
        switch self {
        case .itemPosted(let item): [item]
        case .receiptApplied(let applied): applied.residuals
        default: []
        }
    }

    fileprivate var cleared: [Application] {
        switch self {
        case .itemReversed(_, let one), .itemWrittenOff(let one), .writeOffReversed(let one): [one]
        case .creditApplied(let credit, let item), .creditUnapplied(let credit, let item):
            [credit, item]
        case .receiptApplied(let applied), .receiptUnapplied(let applied): applied.applications
        default: []
        }
    }

    fileprivate var moved: [(Receipt.ID, Receipt.Place?, Receipt.Place, Int64)] {
        switch self {
        case .receiptRecorded(let receipt): [(receipt.id, nil, .unidentified, receipt.amount)]
        case .receiptMoved(let move), .refundApproved(_, let move), .refundCancelled(_, let move):
            [(move.receipt, move.from, move.to, move.held.amount)]
        case .receiptApplied(let applied):
            [(applied.receipt, applied.place, .applied, applied.held.amount)]
        case .receiptUnapplied(let applied):
            [(applied.receipt, .applied, applied.place, applied.held.amount)]
        default: []
        }
    }
}
