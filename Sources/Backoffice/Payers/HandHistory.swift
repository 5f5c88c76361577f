import Ledger
import Matching
import Receivables
import Store

/// What people applied, receipt by receipt, and the customer's items as they were open at that
/// moment.
///
/// Documents and applications of an entity are numbered in the order in which they came, so what
/// was open when a person decided is exact: what came before, less what was cleared before. What is
/// known of customers is as it is now, and nothing is disputed: the books keep no past state of
/// these.
struct HandHistory {
    struct Past {
        let receipt: Receipt
        let customer: Int64
        /// In minor units: what there was to apply.
        let amount: Int64
        /// What was cleared of each item, and the cash in it.
        var taken: [Int64: Taken] = [:]
        /// The number of the first application: all that is known has a smaller one.
        var moment = Int64.max
    }

    struct Taken: Equatable {
        var cash: Int64 = 0
        var total: Int64 = 0
        var charge: Int64 = 0

        /// What a charge is called matters to the ledger, not to whether the rule was right.
        static func == (a: Taken, b: Taken) -> Bool { a.cash == b.cash && a.total == b.total }
    }

    private struct Clearing {
        let application: Int64
        let total: Int64
        let day: Day
    }

    /// By customer, in the order in which they were decided.
    private(set) var pasts: [Int64: [Past]] = [:]
    private var items: [Int64: [Item]] = [:]
    private var owner: [Int64: Int64] = [:]
    private var clearings: [Int64: [Clearing]] = [:]

    /// Items cleared so many days before stay in view, as in a run.
    private static let closedDays = 120

    init(_ connection: any Connection, _ entity: Entity.ID) throws {
        try readPasts(connection, entity)
        if pasts.isEmpty { return }
        let reader = ItemsToMatch(connection, entity, today: .first)
        items = Dictionary(grouping: try reader.paidByHand(), by: \.customer)
        for (customer, own) in items { for item in own { owner[item.id] = customer } }
        try connection.rows(
            """
            SELECT id, item, total, postedOn FROM application
            WHERE entity = $1 AND customer IN (SELECT customer FROM application WHERE byHand = 1)
            ORDER BY id
            """, [.int(entity.raw)]
        ) { row in
            clearings[row.int(1), default: []].append(
                Clearing(
                    application: row.int(0), total: row.int(2),
                    day: Day(number: Int32(clamping: row.int(3)))))
        }
    }

    private mutating func readPasts(_ connection: any Connection, _ entity: Entity.ID) throws {
        var found: [Int64: Past] = [:]
        for receipt in try ReceiptsByHand(connection).of(entity) {
            guard let customer = receipt.customer else { continue }
            found[receipt.id.raw] = Past(
                receipt: receipt, customer: customer.raw,
                amount: receipt.amount - receipt.holdings.parted.amount)
        }
        // Where the system applied a part, the rest was no decision about the receipt.
        var mixed: Set<Int64> = []
        try connection.rows(
            """
            SELECT id, receipt, item, cash, total, byHand, bankCharge FROM application
            WHERE entity = $1 AND receipt IS NOT NULL AND reverses IS NULL AND reversedBy IS NULL
            ORDER BY id
            """, [.int(entity.raw)]
        ) { row in
            let receipt = row.int(1)
            guard var past = found[receipt] else { return }
            if row.int(5) == 0 { mixed.insert(receipt) }
            past.moment = min(past.moment, row.int(0))
            past.taken[row.int(2), default: Taken()].cash += row.int(3)
            past.taken[row.int(2), default: Taken()].total += row.int(4)
            past.taken[row.int(2), default: Taken()].charge += row.int(6)
            found[receipt] = past
        }
        let whole = found.values.filter {
            !mixed.contains($0.receipt.id.raw) && !$0.taken.isEmpty && $0.amount > 0
        }
        pasts = Dictionary(grouping: whole.sorted { $0.moment < $1.moment }, by: \.customer)
    }

    /// The items of the customer, and of those it paid for, as they were when the person decided.
    func items(at past: Past) -> [Item] {
        let owners = Set(past.taken.keys.compactMap { owner[$0] }).union([past.customer])
        return owners.sorted().flatMap { items[$0] ?? [] }.compactMap { item in
            item.id < past.moment ? asOf(past, item) : nil
        }
    }

    private func asOf(_ past: Past, _ item: Item) -> Item? {
        let before = (clearings[item.id] ?? []).prefix { $0.application < past.moment }
        let open = item.open - before.reduce(0) { $0 + $1.total }
        if open == 0, let last = before.last,
            last.day < past.receipt.valueDate.adding(-Self.closedDays)
        {
            return nil
        }
        return item.with(open: open)
    }
}

extension Item {
    fileprivate func with(open: Int64) -> Item {
        var item = Item(
            id: id, customer: customer, kind: kind, number: number, reference: reference,
            currency: currency, open: open, issuedOn: issuedOn, dueOn: dueOn,
            discountUntil: discountUntil, discount: discount, flags: flags)
        item.links = links
        return item
    }
}
