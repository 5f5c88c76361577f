import Ledger
import Receivables
import TestKit

/// What a command does to open amounts and holdings, said a second time and in another way: from
/// the command alone, in transaction currency, without its events.
struct Reference {
    private var open: [OpenItem.ID: Int64]
    private var held: [Receipt.ID: [Receipt.Place: Int64]]
    /// Documents that the command makes: their amounts, whatever their number.
    private var made: [Int64] = []
    private let before: Books
    /// Refunds whose last approval has been given.
    private let approved: [Refund.ID: Refund]

    /// Nil where the books after the step are what they should be; else what they are not.
    static func broken(_ before: Books, _ after: Books, _ step: Step, _ refusal: Refusal?)
        -> String?
    {
        var reference = Reference(before, approved: after.refunds.filter { $1.state == .approved })
        if case .command(let command, _) = step, refusal == nil { reference.perform(command) }
        return reference.difference(from: after)
    }

    private init(_ books: Books, approved: [Refund.ID: Refund]) {
        before = books
        self.approved = approved
        open = books.items.mapValues(\.open)
        held = books.receipts.mapValues { Self.places($0) }
    }

    private static func places(_ receipt: Receipt) -> [Receipt.Place: Int64] {
        var places: [Receipt.Place: Int64] = [:]
        for place in Receipt.Place.allCases where receipt.holdings[place].amount != 0 {
            places[place] = receipt.holdings[place].amount
        }
        return places
    }

    private func difference(from after: Books) -> String? {
        for (id, open) in open where after.items[id]?.open != open {
            return "\(after.items[id]?.number ?? "\(id)") should have \(open) open"
        }
        for (id, held) in held {
            guard let receipt = after.receipts[id],
                Self.places(receipt) == held.filter({ $0.value != 0 })
            else { return "receipt \(id) should hold \(held)" }
        }
        var new = after.items.values.filter { open[$0.id] == nil }.map(\.original)
        new += after.receipts.values.filter { held[$0.id] == nil }.map(
            \.holdings.unidentified.amount)
        return new.sorted() == made.sorted() ? nil : "\(new) was made, should be \(made)"
    }

    private mutating func perform(_ command: any Command) {
        switch command {
        case let post as PostItem:
            made.append(post.kind == .creditNote ? -post.gross.minor : post.gross.minor)
        case let reverse as ReverseItem: item(reverse.number) { $0 = 0 }
        case let record as RecordReceipt: made.append(record.amount.minor)
        case let move as MoveReceipt: shift(move)
        case let apply as ApplyReceipt: self.apply(apply)
        case let unapply as UnapplyReceipt: self.unapply(unapply.receipt)
        case let use as ApplyCredit:
            item(use.credit) { $0 += use.amount.minor }
            item(use.item) { $0 -= use.amount.minor }
        case let unuse as UnapplyCredit:
            takeBack(unuse.application)
            takeBack(Application.ID(unuse.application.raw + 1))
        case let off as WriteOffItem: item(off.number) { $0 -= off.amount?.minor ?? $0 }
        case let reverse as ReverseWriteOff: takeBack(reverse.application)
        case let refund as RequestRefund:
            // The first approval moves the money only where one is enough.
            if approved.keys.contains(where: { before.refunds[$0] == nil }) {
                shift(refund.receipt, refund.from, .refunded, refund.amount.minor)
            }
        case let approve as ApproveRefund:
            if let refund = approved[approve.refund] {
                shift(refund.receipt, refund.place, .refunded, refund.amount)
            }
        case let settle as SettleRefund:
            if settle.step == .cancel, let refund = before.refunds[settle.refund],
                refund.state == .approved
            {
                shift(refund.receipt, .refunded, .onAccount, refund.amount)
            }
        default: break
        }
    }

    private mutating func item(_ number: String, _ change: (inout Int64) -> Void) {
        guard let id = before.item(Entity.ID(1), number: number)?.id else { return }
        change(&open[id, default: 0])
    }

    private mutating func takeBack(_ id: Application.ID) {
        guard let application = before.applications[id] else { return }
        let cleared = application.cleared
        open[application.item, default: 0] +=
            cleared.cash + cleared.discount + cleared.bankCharge + cleared.writeOff
            + cleared.residual
    }

    private mutating func shift(
        _ receipt: Receipt.ID, _ from: Receipt.Place, _ to: Receipt.Place, _ amount: Int64?
    ) {
        let amount = amount ?? held[receipt]?[from] ?? 0
        held[receipt]?[from, default: 0] -= amount
        held[receipt]?[to, default: 0] += amount
    }

    private mutating func shift(_ move: MoveReceipt) {
        let id = move.receipt
        switch move.move {
        case .identify: shift(id, .unidentified, .unapplied, nil)
        case .withdrawPayer: shift(id, .unapplied, .unidentified, nil)
        case .putOnAccount(let amount): shift(id, .unapplied, .onAccount, amount?.minor)
        case .takeOffAccount(let amount): shift(id, .onAccount, .unapplied, amount?.minor)
        case .putToAdvance(let amount, _, _): shift(id, .unapplied, .advance, amount?.minor)
        case .releaseAdvance(let amount): shift(id, .advance, .unapplied, amount?.minor)
        case .writeOffCredit(let amount): shift(id, .onAccount, .writtenOff, amount?.minor)
        case .reverseCreditWriteOff: shift(id, .writtenOff, .onAccount, nil)
        case .turnElsewhere(_, let amount):
            let isKnown = held[id]?[.unidentified] ?? 0 == 0
            shift(id, isKnown ? .unapplied : .unidentified, .elsewhere, amount?.minor)
        case .bringBack(let amount):
            let isKnown = before.receipts[id]?.customer != nil
            shift(id, .elsewhere, isKnown ? .unapplied : .unidentified, amount?.minor)
        case .reverse:
            shift(id, .unidentified, .reversed, nil)
            shift(id, .unapplied, .reversed, nil)
        }
    }

    private mutating func apply(_ command: ApplyReceipt) {
        if !command.fromOnAccount { shift(command.receipt, .unidentified, .unapplied, nil) }
        let cash = command.lines.reduce(0) { $0 + $1.cash }
        shift(command.receipt, command.fromOnAccount ? .onAccount : .unapplied, .applied, cash)
        for line in command.lines {
            open[line.item, default: 0] -=
                line.cash + line.discount + line.bankCharge + line.writeOff + line.residual
            if line.residual != 0 { made.append(line.residual) }
        }
    }

    private mutating func unapply(_ receipt: Receipt.ID) {
        shift(receipt, .applied, .unapplied, nil)
        let live = before.applications.values.filter {
            $0.receipt == receipt && $0.reverses == nil && $0.reversedBy == nil
        }
        for application in live { takeBack(application.id) }
        // The residuals that these left are withdrawn, whatever was paid of them by this receipt.
        for application in live where application.cleared.residual != 0 {
            open[OpenItem.ID(application.id.raw + 1)] = 0
        }
    }
}
