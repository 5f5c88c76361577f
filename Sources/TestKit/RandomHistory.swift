import Ledger
import Receivables

/// A random order-to-cash history: commands that make sense most of the time, and are refused the
/// rest.
public struct RandomHistory {
    public internal(set) var ledger: Ledgered
    private var seeded: Seeded
    private var count = 0
    private let entity = Entity.ID(1)
    private static let currencies = ["CNY", "USD", "EUR"].map { Currency($0)! }

    public init(seed: UInt64) {
        seeded = Seeded(seed)
        ledger = Ledgered(today: Day("2026-01-05")!, actor: "a")
        ledger.take(
            .entityOpened(
                Entity(id: entity, code: "DL", name: "DL", country: "CN", currency: .cny)))
        for number in 1...5 {
            let id: Customer.ID = ledger.books.fresh(entity)
            ledger.take(
                .customerRegistered(
                    Customer(id: id, entity: entity, code: "C\(number)", name: "C\(number)")))
        }
        moveRates()
    }

    /// One random command; nil where it was done, else why it was refused.
    public mutating func step() -> Refusal? {
        count += 1
        if seeded.chance(10) { tomorrow() }
        do {
            switch seeded.below(100) {
            case 0..<22: try perform(document())
            case 22..<38: try perform(receipt())
            case 38..<44: try perform(identify())
            case 44..<66: try perform(application())
            case 66..<72: try perform(UnapplyReceipt(receipt: anyReceipt(), why: "x"))
            case 72..<76:
                try perform(MoveReceipt(receipt: anyReceipt(), .putOnAccount(nil), why: "x"))
            case 76..<78:
                try perform(MoveReceipt(receipt: anyReceipt(), .takeOffAccount(nil), why: "x"))
            case 78:
                try perform(MoveReceipt(receipt: anyReceipt(), .releaseAdvance(nil), why: "x"))
            case 79..<81: try perform(credit())
            case 81..<83: try perform(UnapplyCredit(application: anyApplication(), why: "x"))
            case 83..<86:
                try perform(WriteOffItem(entity: entity, number: anyItem(), amount: nil, why: "x"))
            case 86..<88: try perform(ReverseWriteOff(application: anyApplication(), why: "x"))
            case 88..<90:
                try perform(MoveReceipt(receipt: anyReceipt(), .writeOffCredit(nil), why: "x"))
            case 90..<91:
                try perform(MoveReceipt(receipt: anyReceipt(), .reverseCreditWriteOff, why: "x"))
            case 91..<93: try perform(ReverseItem(entity: entity, number: anyItem(), why: "x"))
            case 93..<95: try perform(MoveReceipt(receipt: anyReceipt(), .reverse, why: "x"))
            case 95..<96: try perform(MoveReceipt(receipt: anyReceipt(), .withdrawPayer, why: "x"))
            case 96..<98: try refund()
            case 98..<99:
                try perform(
                    ClosePeriod(
                        entity: entity, through: ledger.desk.today.adding(-seeded.below(20) - 1)))
            default:
                try perform(
                    ReopenPeriod(entity: entity, from: ledger.desk.today.adding(-seeded.below(30))))
            }
            return nil
        } catch {
            return error
        }
    }

    private mutating func perform(_ command: some Command) throws(Refusal) {
        _ = try ledger.perform(command)
    }

    private mutating func tomorrow() {
        ledger.desk = Desk(
            actor: ["a", "b", "c"][seeded.below(3)],
            today: ledger.desk.today.adding(1 + seeded.below(6)),
            at: 0)
        moveRates()
    }

    private mutating func moveRates() {
        for (currency, base) in [("USD", 70_000), ("EUR", 78_000)] {
            let rate = Rate(units: Int64(base + seeded.below(4_000)), decimals: 4)!
            ledger.take(
                .rateRecorded(
                    ExchangeRate(
                        from: Currency(currency)!, to: .cny, day: ledger.desk.today, rate: rate,
                        type: "spot")))
        }
    }

    private mutating func amount() -> Int64 {
        switch seeded.below(4) {
        case 0: Int64(1 + seeded.below(500))
        case 1: Int64(1 + seeded.below(3)) * 10_000
        default: Int64(1 + seeded.below(5_000_000))
        }
    }

    private mutating func document() -> PostItem {
        let gross = Money(minor: amount(), seeded.pick(Self.currencies)!)
        let issued = ledger.desk.today.adding(-seeded.below(10))
        let kinds: [OpenItem.Kind] = [.invoice, .invoice, .invoice, .creditNote, .debitNote]
        return PostItem(
            entity: entity, kind: seeded.pick(kinds)!, number: "N\(count)",
            customerCode: "C\(1 + seeded.below(6))", issuedOn: issued, dueOn: issued.adding(30),
            gross: gross, tax: gross.minor * Int64(seeded.below(14)) / 113)
    }

    private mutating func receipt() -> RecordReceipt {
        let day = ledger.desk.today.adding(-seeded.below(4))
        var command = RecordReceipt(
            entity: entity, amount: Money(minor: amount(), seeded.pick(Self.currencies)!),
            bookedOn: day, valueDate: day)
        if seeded.chance(80) { command.source.payerAccount = "A\(seeded.below(9))" }
        return command
    }

    private mutating func identify() -> MoveReceipt {
        MoveReceipt(receipt: anyReceipt(), .identify(anyCustomer()), why: "account")
    }

    /// Puts a receipt on a few items of its currency, in all the ways there are.
    private mutating func application() -> ApplyReceipt {
        let id = anyReceipt()
        guard let receipt = ledger.books.receipts[id] else {
            return ApplyReceipt(receipt: id, lines: [])
        }
        let fromAccount = receipt.holdings.onAccount.amount > 0 && seeded.chance(30)
        var left =
            fromAccount
            ? receipt.holdings.onAccount.amount
            : receipt.holdings.unidentified.amount + receipt.holdings.unapplied.amount
        let open = ledger.books.items.values.filter {
            $0.open != 0 && ($0.currency == receipt.currency || $0.id.raw % 17 == 0)
        }.sorted { $0.id < $1.id }
        var lines: [ApplyReceipt.Line] = []
        for _ in 0...seeded.below(3) {
            guard let item = seeded.pick(open) else { break }
            var line = ApplyReceipt.Line(item: item.id, cash: 0)
            if item.open < 0 {
                line.cash = seeded.chance(70) ? item.open : item.open / 2
            } else {
                line.cash = min(item.open, max(0, left))
                let rest = item.open - line.cash
                switch seeded.below(8) {
                case 0: line.discount = min(rest, item.open / 50)
                case 1: line.bankCharge = min(rest, 3_000)
                case 2: line.writeOff = min(rest, 500)
                case 3:
                    line.residual = rest
                    line.reason = "QTY_SHORT"
                case 4: line.cash = line.cash / 2
                default: break
                }
            }
            left -= line.cash
            lines.append(line)
        }
        var command = ApplyReceipt(
            receipt: id, lines: lines,
            customer: receipt.customer == nil || seeded.chance(5) ? anyCustomer() : nil)
        command.fromOnAccount = fromAccount
        return command
    }

    private mutating func credit() -> ApplyCredit {
        let credits = ledger.books.items.values.filter { $0.open < 0 }.sorted { $0.id < $1.id }
        let credit = seeded.pick(credits)
        let items = ledger.books.items.values
            .filter { $0.open > 0 && $0.currency == credit?.currency }.sorted { $0.id < $1.id }
        let item = seeded.pick(items)
        let amount = min(-(credit?.open ?? -1), item?.open ?? 1)
        return ApplyCredit(
            entity: entity, credit: credit?.number ?? "none", item: item?.number ?? "none",
            amount: Money(minor: seeded.chance(50) ? amount : amount / 2, credit?.currency ?? .cny),
            why: "x")
    }

    private mutating func refund() throws(Refusal) {
        let refunds = ledger.books.refunds.keys.sorted()
        if let refund = seeded.pick(refunds), seeded.chance(60) {
            let steps: [SettleRefund.Step] = [.pay, .bankReturn, .cancel]
            try perform(SettleRefund(refund: refund, seeded.pick(steps)!, why: "x"))
            return
        }
        let waiting = ledger.books.receipts.values.filter { $0.holdings.onAccount.amount > 0 }
            .sorted { $0.id < $1.id }
        guard let receipt = seeded.pick(waiting) else { return }
        let amount = Money(minor: receipt.holdings.onAccount.amount, receipt.currency)
        try perform(ApproveRefund(receipt: receipt.id, amount: amount, requestedBy: "a", why: "x"))
    }

    private mutating func anyReceipt() -> Receipt.ID {
        seeded.pick(ledger.books.receipts.keys.sorted()) ?? Receipt.ID(1)
    }

    private mutating func anyCustomer() -> Customer.ID {
        seeded.pick(ledger.books.customers.keys.sorted()) ?? Customer.ID(1)
    }

    private mutating func anyItem() -> String {
        seeded.pick(ledger.books.items.values.map(\.number).sorted()) ?? "none"
    }

    private mutating func anyApplication() -> Application.ID {
        seeded.pick(ledger.books.applications.keys.sorted()) ?? Application.ID(1)
    }
}
