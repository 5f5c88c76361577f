import Ledger
import Receivables

/// The commands of a random history, made up of what is in its books.
extension RandomHistory {
    mutating func amount() -> Int64 {
        switch seeded.below(4) {
        case 0: Int64(1 + seeded.below(500))
        case 1: Int64(1 + seeded.below(3)) * 10_000
        default: Int64(1 + seeded.below(5_000_000))
        }
    }

    mutating func document() -> PostItem {
        let gross = Money(minor: amount(), anyCurrency())
        let issued = dayAgo(10)
        let kinds: [OpenItem.Kind] = [.invoice, .invoice, .invoice, .creditNote, .debitNote]
        return PostItem(
            entity: entity, kind: seeded.pick(kinds) ?? .invoice, number: "N\(count)",
            customerCode: "C\(1 + seeded.below(6))", issuedOn: issued, dueOn: issued.adding(30),
            gross: gross, tax: gross.minor * Int64(seeded.below(14)) / 113)
    }

    mutating func receipt() -> RecordReceipt {
        let day = dayAgo(4)
        var command = RecordReceipt(
            entity: entity, amount: Money(minor: amount(), anyCurrency()), bookedOn: day,
            valueDate: day)
        if seeded.chance(80) { command.source.payerAccount = "A\(seeded.below(9))" }
        return command
    }

    mutating func move(_ move: MoveReceipt.Move) -> MoveReceipt {
        MoveReceipt(receipt: anyReceipt(), move, why: "x")
    }

    /// All that is there, mostly; else a part of what some receipt has there.
    mutating func someOf(_ place: KeyPath<Receipt.Holdings, Receipt.Held>) -> Money? {
        if seeded.chance(60) { return nil }
        guard let receipt = ledger.books.receipts[anyReceipt()] else { return nil }
        let part = receipt.holdings[keyPath: place].amount / Int64(1 + seeded.below(3))
        return Money(minor: part, receipt.currency)
    }

    /// Puts a receipt on a few items of its currency, in all the ways there are.
    mutating func application() -> ApplyReceipt {
        let id = anyReceipt()
        guard let receipt = ledger.books.receipts[id] else {
            return ApplyReceipt(receipt: id, lines: [])
        }
        let held = receipt.holdings
        let fromAccount = held.onAccount.amount > 0 && seeded.chance(30)
        var left =
            fromAccount ? held.onAccount.amount : held.unidentified.amount + held.unapplied.amount
        let open = ledger.books.items.values.filter {
            $0.open != 0 && ($0.currency == receipt.currency || $0.id.raw % 17 == 0)
        }.sorted { $0.id < $1.id }
        var lines: [ApplyReceipt.Line] = []
        for _ in 0...seeded.below(4) {
            guard let item = seeded.pick(open) else { break }
            let line = line(item, left)
            left -= line.cash
            lines.append(line)
        }
        var command = ApplyReceipt(
            receipt: id, lines: lines,
            customer: receipt.customer == nil || seeded.chance(5) ? anyCustomer() : nil)
        command.fromOnAccount = fromAccount
        return command
    }

    private mutating func line(_ item: OpenItem, _ left: Int64) -> ApplyReceipt.Line {
        var line = ApplyReceipt.Line(item: item.id, cash: 0)
        if item.open < 0 {
            line.cash = seeded.chance(70) ? item.open : item.open / 2
            if seeded.chance(10) { line.writeOff = max(item.open - line.cash, -500) }
            return line
        }
        line.cash = min(item.open, max(0, left))
        let rest = item.open - line.cash
        switch seeded.below(9) {
        case 0: line.discount = min(rest, item.open / 50)
        case 1: line.bankCharge = min(rest, 3_000)
        case 2: line.writeOff = min(rest, 500)
        case 3:
            line.residual = rest
            line.reason = "QTY_SHORT"
        case 4: line.cash = line.cash / 2
        case 5:
            // Some of each, so that every part has its own rounding.
            line.discount = rest / 7
            line.bankCharge = rest / 11
            line.residual = rest / 3
            line.writeOff = rest - line.discount - line.bankCharge - line.residual
            line.reason = "PRICE"
        default: break
        }
        return line
    }

    /// Mostly of one customer: others are refused.
    mutating func credit() -> ApplyCredit {
        let credits = ledger.books.items.values.filter { $0.open < 0 }.sorted { $0.id < $1.id }
        let credit = seeded.pick(credits)
        let others = seeded.chance(20)
        let items = ledger.books.items.values
            .filter {
                $0.open > 0 && $0.currency == credit?.currency
                    && (others || $0.customer == credit?.customer)
            }.sorted { $0.id < $1.id }
        let item = seeded.pick(items)
        let amount = min(-(credit?.open ?? -1), item?.open ?? 1)
        return ApplyCredit(
            entity: entity, credit: credit?.number ?? "none", item: item?.number ?? "none",
            amount: Money(
                minor: seeded.chance(50) ? amount : amount / 2,
                credit?.currency ?? world.functional),
            why: "x")
    }

    mutating func refund() -> any Command {
        let refunds = ledger.books.refunds.keys.sorted()
        if let refund = seeded.pick(refunds), seeded.chance(60) {
            if ledger.books.refunds[refund]?.state == .requested, seeded.chance(60) {
                return ApproveRefund(refund: refund, asController: seeded.chance(30))
            }
            let steps: [SettleRefund.Step] = [.pay, .pay, .bankReturn, .cancel]
            return SettleRefund(refund: refund, seeded.pick(steps) ?? .pay, why: "x")
        }
        let waiting = ledger.books.receipts.values.filter { $0.holdings.onAccount.amount > 0 }
            .sorted { $0.id < $1.id }
        let receipt = seeded.pick(waiting)
        let there = receipt?.holdings.onAccount.amount ?? 1
        var command = RequestRefund(
            receipt: receipt?.id ?? anyReceipt(),
            amount: Money(
                minor: there / Int64(1 + seeded.below(2)), receipt?.currency ?? world.functional),
            requestedBy: seeded.chance(70) ? "a" : nil, why: "x")
        command.despite = seeded.chance(90) ? "known" : ""
        return command
    }

    private mutating func anyCurrency() -> Currency {
        seeded.pick(world.currencies) ?? world.functional
    }

    /// Fewer than `most` days before today.
    mutating func dayAgo(_ most: Int) -> Day { ledger.desk.today.adding(-seeded.below(most)) }

    mutating func anyReceipt() -> Receipt.ID {
        seeded.pick(ledger.books.receipts.keys.sorted()) ?? Receipt.ID(1)
    }

    mutating func anyCustomer() -> Customer.ID {
        seeded.pick(ledger.books.customers.keys.sorted()) ?? Customer.ID(1)
    }

    mutating func anyItem() -> String {
        seeded.pick(ledger.books.items.values.map(\.number).sorted()) ?? "none"
    }

    mutating func anyApplication() -> Application.ID {
        seeded.pick(ledger.books.applications.keys.sorted()) ?? Application.ID(1)
    }
}
