import Ledger

/// Everything that happens, in the past tense. Facts are closed, carry all amounts they moved, and
/// are never judged twice: ``Books/evolve(_:)`` and ``PostingRules`` need nothing but the event.
public enum Event: Sendable, Equatable {
    case entityOpened(Entity)
    case ownAccountRegistered(OwnAccount)
    case rateRecorded(ExchangeRate)
    case holidayRecorded(Holiday)
    case customerRegistered(Customer)
    case customerChanged(Customer)
    case orderRecorded(SalesOrder)
    case deliveryRecorded(Delivery)
    case glBalanceRecorded(GLBalance)
    case fileImported(ImportedFile)
    case importUndone(hash: String, why: String)
    /// A record that only an import brought, which was taken back.
    case recordWithdrawn(MasterRecord)

    case itemPosted(OpenItem)
    case itemReversed(OpenItem, Application)
    case invoiceLinesRecorded(Entity.ID, OpenItem.ID, [InvoiceLine])
    case disputeMarked(Entity.ID, OpenItem.ID, Bool)

    case statementAccepted(BankStatement)
    case statementWithdrawn(BankStatement.ID)
    case bankLineRecorded(BankLine)
    case bankLineReversed(BankLine, on: Day)
    case noticeRecorded(Notice)
    /// To none where its line was taken back.
    case noticeTied(Notice.ID, to: BankLine.ID?)
    case noticeWithdrawn(Notice.ID)
    case adviceRecorded(Advice)
    /// By hand: a person's word, which no run changes.
    case adviceTied(Advice.ID, to: Receipt.ID?, byHand: Bool)
    case adviceWithdrawn(Advice.ID)
    case receiptRecorded(Receipt)
    /// What is known of its money now.
    case receiptCompleted(Receipt.ID, Receipt.Source)
    case receiptMoved(ReceiptMove)
    case receiptProposed(Proposed)
    case researchNoted(ResearchNote)
    case receiptApplied(ReceiptApplied)
    case receiptUnapplied(ReceiptApplied)
    /// A credit note used against another item: its own application, and the item's.
    case creditApplied(credit: Application, item: Application)
    case creditUnapplied(credit: Application, item: Application)
    case itemWrittenOff(Application)
    case writeOffReversed(Application)

    case refundRequested(Refund)
    /// Approved once of twice, called back, put in a file, released, answered: no money moves.
    case refundChanged(Refund)
    case refundApproved(Refund, ReceiptMove)
    case refundPaid(Refund, on: Day)
    case refundReturned(Refund, on: Day)
    case refundCancelled(Refund, ReceiptMove)

    /// Documents that carry another functional value.
    case revalued(Revalued)
    /// A case as it is now, and what that books besides receipts and items.
    case caseChanged(CaseFile, [Booking], on: Day)

    case periodClosed(Entity.ID, through: Day)
    case periodReopened(Entity.ID, from: Day)
}

/// Money of one receipt put on items, or taken off them again.
public struct ReceiptApplied: Sendable, Equatable {
    public let receipt: Receipt.ID
    public let entity: Entity.ID
    /// The customer of the receipt afterwards: applying identifies.
    public let customer: Customer.ID?
    public let currency: Currency
    public let rate: Rate
    /// Where the money came from (or goes back to).
    public let place: Receipt.Place
    /// The receipt's own amount used, with its functional value.
    public let held: Receipt.Held
    public let postedOn: Day
    public let applications: [Application]
    /// Items made of what was paid short; items withdrawn where the application is taken back.
    public let residuals: [OpenItem]

    public init(
        receipt: Receipt.ID, entity: Entity.ID, customer: Customer.ID?, currency: Currency,
        rate: Rate, place: Receipt.Place, held: Receipt.Held, postedOn: Day,
        applications: [Application], residuals: [OpenItem]
    ) {
        self.receipt = receipt
        self.entity = entity
        self.customer = customer
        self.currency = currency
        self.rate = rate
        self.place = place
        self.held = held
        self.postedOn = postedOn
        self.applications = applications
        self.residuals = residuals
    }
}

extension Event {
    /// The chain the event belongs to: its entity, or the books as a whole (0).
    public var entity: Entity.ID {
        switch self {
        case .entityOpened(let entity): entity.id
        case .ownAccountRegistered(let account): account.entity
        case .rateRecorded, .holidayRecorded, .fileImported, .importUndone, .adviceRecorded,
            .adviceTied,
            .adviceWithdrawn:
            Entity.ID(0)
        case .customerRegistered(let customer), .customerChanged(let customer): customer.entity
        case .orderRecorded(let order): order.entity
        case .deliveryRecorded(let delivery): delivery.entity
        case .glBalanceRecorded(let balance): balance.entity
        case .itemPosted(let item), .itemReversed(let item, _): item.entity
        case .invoiceLinesRecorded(let entity, _, _), .disputeMarked(let entity, _, _): entity
        case .recordWithdrawn(let record): record.entity
        case .statementAccepted(let statement): statement.entity
        case .statementWithdrawn(let statement): statement.entity
        case .bankLineRecorded(let line), .bankLineReversed(let line, _): line.entity
        case .noticeRecorded(let notice): notice.entity
        case .noticeTied(let notice, _), .noticeWithdrawn(let notice): notice.entity
        case .receiptRecorded(let receipt): receipt.entity
        case .receiptMoved(let move): move.entity
        case .receiptCompleted(let receipt, _): receipt.entity
        case .receiptProposed(let proposed): proposed.receipt.entity
        case .researchNoted(let note): note.entity
        case .receiptApplied(let applied), .receiptUnapplied(let applied): applied.entity
        case .creditApplied(_, let application), .creditUnapplied(_, let application),
            .itemWrittenOff(let application), .writeOffReversed(let application):
            application.entity
        case .refundApproved(let refund, _), .refundCancelled(let refund, _),
            .refundPaid(let refund, _), .refundReturned(let refund, _),
            .refundRequested(let refund), .refundChanged(let refund):
            refund.entity
        case .caseChanged(let file, _, _): file.entity
        case .revalued(let revalued): revalued.entity
        case .periodClosed(let entity, _), .periodReopened(let entity, _): entity
        }
    }

    /// The day it counts for in the ledger; nil for facts that move no money.
    public var postedOn: Day? {
        switch self {
        case .itemPosted(let item): item.postedOn
        case .itemReversed(_, let application): application.postedOn
        case .bankLineRecorded(let line): line.postedOn
        case .bankLineReversed(_, let day): day
        case .receiptRecorded(let receipt): receipt.postedOn
        case .receiptMoved(let move), .refundApproved(_, let move), .refundCancelled(_, let move):
            move.postedOn
        case .receiptApplied(let applied), .receiptUnapplied(let applied): applied.postedOn
        case .creditApplied(_, let application), .creditUnapplied(_, let application),
            .itemWrittenOff(let application), .writeOffReversed(let application):
            application.postedOn
        case .refundPaid(_, let day), .refundReturned(_, let day): day
        case .caseChanged(_, let bookings, let day): bookings.isEmpty ? nil : day
        case .revalued(let revalued): revalued.postedOn
        default: nil
        }
    }
}
