import Ledger

/// Takes a bank line back that should never have been posted: with its receipts, all of whose money
/// must still be there.
public struct ReverseBankLine: Command {
    public let line: BankLine
    /// The live receipts of the line.
    public let receipts: [Receipt.ID]
    public let why: String

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case lineReversed = "line-reversed"
        case receiptNotFound = "receipt-not-found"
        case receiptInUse = "receipt-in-use"
        case returnDecided = "return-decided"
    }

    public init(line: BankLine, receipts: [Receipt.ID], why: String) {
        self.line = line
        self.receipts = receipts
        self.why = why
    }

    public var entity: Entity.ID { line.entity }

    public var names: Names {
        var names = Names()
        names.receipts = Set(receipts)
        if line.kind == .returned { names.caseNumbers = ["\(line.id.raw)"] }
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        if let day = line.reversedOn { throw refusal(.lineReversed, "\(line.id) on \(day)") }
        var events: [Event] = []
        for id in receipts {
            guard let receipt = books.receipts[id] else {
                throw refusal(.receiptNotFound, "\(id)")
            }
            if receipt.state == .reversed { continue }
            let place: Receipt.Place = receipt.customer == nil ? .unidentified : .unapplied
            let there = receipt.holdings[place].amount
            if there != receipt.amount {
                let used = Money(minor: receipt.amount - there, receipt.currency)
                throw refusal(
                    .receiptInUse, "receipt \(id.raw): \(used) of \(receipt.money) is used")
            }
            events.append(
                .receiptMoved(
                    ReceiptMove(
                        .receiptReversed, receipt: receipt, customer: receipt.customer,
                        amount: receipt.amount, from: place, to: .reversed,
                        postedOn: books.postingDay(max(receipt.postedOn, desk.today), entity),
                        reason: why)))
        }
        let day = books.postingDay(max(line.postedOn, desk.today), entity)
        events += try withdrawnReturn(books, on: day)
        return events + [.bankLineReversed(line, on: day)]
    }

    /// What came back with the line did not; if it has undone a receipt, that comes first.
    private func withdrawnReturn(_ books: Books, on day: Day) throws(Refusal) -> [Event] {
        for file in books.cases.values {
            guard case .returned(var item) = file.content, item.line == line.id else { continue }
            switch item.state {
            case .withdrawn: continue
            case .waiting, .dismissed: item.state = .withdrawn
            default: throw refusal(.returnDecided, "case \(file.id.raw)")
            }
            return [.caseChanged(file.changed(to: .returned(item)), [], on: day)]
        }
        return []
    }
}
