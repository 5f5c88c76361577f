import Ledger

/// The stable names of the events in the journal, with their numbers in its rows. A number is never
/// used again.
public enum EventKind: Int64, CaseIterable, Sendable {
    case entityOpened = 1
    case ownAccountRegistered = 2
    case rateRecorded = 3
    case customerRegistered = 4
    case customerChanged = 5
    case orderRecorded = 6
    case deliveryRecorded = 7
    case glBalanceRecorded = 8
    case fileImported = 9
    case importUndone = 10
    case recordWithdrawn = 11
    case holidayRecorded = 12
    case itemPosted = 20
    case itemReversed = 21
    case invoiceLinesRecorded = 22
    case disputeMarked = 23
    case statementAccepted = 30
    case bankLineRecorded = 31
    case statementWithdrawn = 32
    case bankLineReversed = 33
    case noticeRecorded = 34
    case noticeTied = 35
    case noticeWithdrawn = 36
    case adviceRecorded = 37
    case adviceTied = 38
    case adviceWithdrawn = 39
    case receiptRecorded = 40
    case receiptMoved = 41
    case receiptProposed = 42
    case receiptApplied = 43
    case receiptUnapplied = 44
    case creditApplied = 45
    case creditUnapplied = 46
    case receiptCompleted = 47
    case itemWrittenOff = 50
    case writeOffReversed = 51
    case refundApproved = 60
    case refundPaid = 61
    case refundReturned = 62
    case refundCancelled = 63
    case refundRequested = 64
    case refundChanged = 65
    case periodClosed = 70
    case periodReopened = 71
    case caseChanged = 80
    case revalued = 81
    case researchNoted = 100

    /// `item-posted`.
    public var name: String {
        var name = ""
        for scalar in "\(self)".unicodeScalars {
            if (65...90).contains(scalar.value) {
                name += "-"
                name.unicodeScalars.append(Unicode.Scalar(scalar.value + 32)!)
            } else {
                name.unicodeScalars.append(scalar)
            }
        }
        return name
    }
}

extension Event {
    public var kind: EventKind {
        switch self {
        case .entityOpened: .entityOpened
        case .ownAccountRegistered: .ownAccountRegistered
        case .rateRecorded: .rateRecorded
        case .holidayRecorded: .holidayRecorded
        case .customerRegistered: .customerRegistered
        case .customerChanged: .customerChanged
        case .orderRecorded: .orderRecorded
        case .deliveryRecorded: .deliveryRecorded
        case .glBalanceRecorded: .glBalanceRecorded
        case .fileImported: .fileImported
        case .importUndone: .importUndone
        case .recordWithdrawn: .recordWithdrawn
        case .itemPosted: .itemPosted
        case .itemReversed: .itemReversed
        case .invoiceLinesRecorded: .invoiceLinesRecorded
        case .disputeMarked: .disputeMarked
        case .statementAccepted: .statementAccepted
        case .bankLineRecorded: .bankLineRecorded
        case .statementWithdrawn: .statementWithdrawn
        case .bankLineReversed: .bankLineReversed
        case .noticeRecorded: .noticeRecorded
        case .noticeTied: .noticeTied
        case .noticeWithdrawn: .noticeWithdrawn
        case .adviceRecorded: .adviceRecorded
        case .adviceTied: .adviceTied
        case .adviceWithdrawn: .adviceWithdrawn
        case .receiptRecorded: .receiptRecorded
        case .receiptCompleted: .receiptCompleted
        case .receiptMoved: .receiptMoved
        case .receiptProposed: .receiptProposed
        case .receiptApplied: .receiptApplied
        case .receiptUnapplied: .receiptUnapplied
        case .creditApplied: .creditApplied
        case .creditUnapplied: .creditUnapplied
        case .itemWrittenOff: .itemWrittenOff
        case .writeOffReversed: .writeOffReversed
        case .refundApproved: .refundApproved
        case .refundPaid: .refundPaid
        case .refundReturned: .refundReturned
        case .refundCancelled: .refundCancelled
        case .refundRequested: .refundRequested
        case .refundChanged: .refundChanged
        case .caseChanged: .caseChanged
        case .revalued: .revalued
        case .periodClosed: .periodClosed
        case .periodReopened: .periodReopened
        case .researchNoted: .researchNoted
        }
    }

    /// Writes everything but the kind.
    public func write(to out: inout FieldWriter) {
        switch self {
        case .entityOpened(let entity): entity.write(to: &out)
        case .ownAccountRegistered(let account): account.write(to: &out)
        case .rateRecorded(let rate): rate.write(to: &out)
        case .holidayRecorded(let holiday): holiday.write(to: &out)
        case .customerRegistered(let customer), .customerChanged(let customer):
            customer.write(to: &out)
        case .orderRecorded(let order): order.write(to: &out)
        case .deliveryRecorded(let delivery): delivery.write(to: &out)
        case .glBalanceRecorded(let balance): balance.write(to: &out)
        case .fileImported(let file): file.write(to: &out)
        case .recordWithdrawn(let record): record.write(to: &out)
        case .importUndone(let hash, let why):
            out.text(hash)
            out.text(why)
        case .itemPosted(let item): item.write(to: &out)
        case .itemReversed(let item, let application):
            item.write(to: &out)
            application.write(to: &out)
        case .invoiceLinesRecorded(let entity, let item, let lines):
            out.id(entity)
            out.id(item)
            out.int(Int64(lines.count))
            for line in lines { line.write(to: &out) }
        case .disputeMarked(let entity, let item, let disputed):
            out.id(entity)
            out.id(item)
            out.bool(disputed)
        case .statementAccepted(let statement): statement.write(to: &out)
        case .bankLineRecorded(let line): line.write(to: &out)
        case .statementWithdrawn(let statement): out.id(statement)
        case .bankLineReversed(let line, let day):
            line.write(to: &out)
            out.day(day)
        case .noticeRecorded(let notice): notice.write(to: &out)
        case .noticeTied(let notice, let line):
            out.id(notice)
            out.optional(line)
        case .noticeWithdrawn(let notice): out.id(notice)
        case .adviceRecorded(let advice): advice.write(to: &out)
        case .adviceTied(let advice, let receipt, let byHand):
            out.id(advice)
            out.optional(receipt)
            out.bool(byHand)
        case .adviceWithdrawn(let advice): out.id(advice)
        case .receiptCompleted(let receipt, let source):
            out.id(receipt)
            source.write(to: &out)
        case .receiptRecorded(let receipt): receipt.write(to: &out)
        case .receiptMoved(let move): move.write(to: &out)
        case .receiptProposed(let proposed): proposed.write(to: &out)
        case .receiptApplied(let applied), .receiptUnapplied(let applied):
            applied.write(to: &out)
        case .creditApplied(let credit, let item), .creditUnapplied(let credit, let item):
            credit.write(to: &out)
            item.write(to: &out)
        case .itemWrittenOff(let application), .writeOffReversed(let application):
            application.write(to: &out)
        case .refundApproved(let refund, let move), .refundCancelled(let refund, let move):
            refund.write(to: &out)
            move.write(to: &out)
        case .refundRequested(let refund), .refundChanged(let refund): refund.write(to: &out)
        case .refundPaid(let refund, let day), .refundReturned(let refund, let day):
            refund.write(to: &out)
            out.day(day)
        case .revalued(let revalued): revalued.write(to: &out)
        case .caseChanged(let file, let bookings, let day):
            file.write(to: &out)
            out.int(Int64(bookings.count))
            for booking in bookings { booking.write(to: &out) }
            out.day(day)
        case .periodClosed(let entity, let day), .periodReopened(let entity, let day):
            out.id(entity)
            out.day(day)
        case .researchNoted(let note): note.write(to: &out)
        }
    }

    /// Reads what ``write(to:)`` wrote for an event of `kind`.
    public init(_ kind: EventKind, from: inout FieldReader) throws(WireError) {
        switch kind {
        case .entityOpened: self = .entityOpened(try Entity(from: &from))
        case .ownAccountRegistered: self = .ownAccountRegistered(try OwnAccount(from: &from))
        case .rateRecorded: self = .rateRecorded(try ExchangeRate(from: &from))
        case .holidayRecorded: self = .holidayRecorded(try Holiday(from: &from))
        case .customerRegistered: self = .customerRegistered(try Customer(from: &from))
        case .customerChanged: self = .customerChanged(try Customer(from: &from))
        case .orderRecorded: self = .orderRecorded(try SalesOrder(from: &from))
        case .deliveryRecorded: self = .deliveryRecorded(try Delivery(from: &from))
        case .glBalanceRecorded: self = .glBalanceRecorded(try GLBalance(from: &from))
        case .fileImported: self = .fileImported(try ImportedFile(from: &from))
        case .recordWithdrawn: self = .recordWithdrawn(try MasterRecord(from: &from))
        case .importUndone:
            self = .importUndone(hash: try from.text(), why: try from.text())
        case .itemPosted: self = .itemPosted(try OpenItem(from: &from))
        case .itemReversed:
            let item = try OpenItem(from: &from)
            self = .itemReversed(item, try Application(from: &from))
        case .invoiceLinesRecorded:
            let entity: Entity.ID = try from.id()
            let item: OpenItem.ID = try from.id()
            var lines: [InvoiceLine] = []
            for _ in 0..<(try from.count()) { lines.append(try InvoiceLine(from: &from)) }
            self = .invoiceLinesRecorded(entity, item, lines)
        case .disputeMarked:
            self = .disputeMarked(try from.id(), try from.id(), try from.bool())
        case .statementAccepted: self = .statementAccepted(try BankStatement(from: &from))
        case .bankLineRecorded: self = .bankLineRecorded(try BankLine(from: &from))
        case .statementWithdrawn: self = .statementWithdrawn(try from.id())
        case .bankLineReversed:
            let line = try BankLine(from: &from)
            self = .bankLineReversed(line, on: try from.day())
        case .noticeRecorded: self = .noticeRecorded(try Notice(from: &from))
        case .noticeTied: self = .noticeTied(try from.id(), to: try from.optionalID())
        case .noticeWithdrawn: self = .noticeWithdrawn(try from.id())
        case .adviceRecorded: self = .adviceRecorded(try Advice(from: &from))
        case .adviceTied:
            self = .adviceTied(
                try from.id(), to: try from.optionalID(), byHand: try from.bool())
        case .adviceWithdrawn: self = .adviceWithdrawn(try from.id())
        case .receiptCompleted:
            self = .receiptCompleted(try from.id(), try Receipt.Source(from: &from))
        case .receiptRecorded: self = .receiptRecorded(try Receipt(from: &from))
        case .receiptMoved: self = .receiptMoved(try ReceiptMove(from: &from))
        case .receiptProposed: self = .receiptProposed(try Proposed(from: &from))
        case .receiptApplied: self = .receiptApplied(try ReceiptApplied(from: &from))
        case .receiptUnapplied: self = .receiptUnapplied(try ReceiptApplied(from: &from))
        case .creditApplied:
            let credit = try Application(from: &from)
            self = .creditApplied(credit: credit, item: try Application(from: &from))
        case .creditUnapplied:
            let credit = try Application(from: &from)
            self = .creditUnapplied(credit: credit, item: try Application(from: &from))
        case .itemWrittenOff: self = .itemWrittenOff(try Application(from: &from))
        case .writeOffReversed: self = .writeOffReversed(try Application(from: &from))
        case .refundApproved:
            let refund = try Refund(from: &from)
            self = .refundApproved(refund, try ReceiptMove(from: &from))
        case .refundPaid:
            let refund = try Refund(from: &from)
            self = .refundPaid(refund, on: try from.day())
        case .refundReturned:
            let refund = try Refund(from: &from)
            self = .refundReturned(refund, on: try from.day())
        case .refundRequested: self = .refundRequested(try Refund(from: &from))
        case .refundChanged: self = .refundChanged(try Refund(from: &from))
        case .refundCancelled:
            let refund = try Refund(from: &from)
            self = .refundCancelled(refund, try ReceiptMove(from: &from))
        case .revalued: self = .revalued(try Revalued(from: &from))
        case .caseChanged:
            let file = try CaseFile(from: &from)
            var bookings: [Booking] = []
            for _ in 0..<(try from.count()) { bookings.append(try Booking(from: &from)) }
            self = .caseChanged(file, bookings, on: try from.day())
        case .periodClosed: self = .periodClosed(try from.id(), through: try from.day())
        case .periodReopened: self = .periodReopened(try from.id(), from: try from.day())
        case .researchNoted: self = .researchNoted(try ResearchNote(from: &from))
        }
    }
}
