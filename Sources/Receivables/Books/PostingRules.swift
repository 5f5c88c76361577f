import Ledger

/// What each event means in debits and credits (domain.md §1.4). Rules are named by their number
/// there.
public enum PostingRules {
    /// The lines of `event`; empty for what moves no money. `functional` is the entity's currency.
    public static func lines(_ event: Event, functional: Currency) -> [Line] {
        var lines = LineWriter(functional: functional)
        switch event {
        case .itemPosted(let item): lines.document(item)
        case .itemReversed(let item, _): lines.document(item, mirrored: true)
        case .bankLineRecorded(let line): lines.bankLine(line)
        case .bankLineReversed(let line, _): lines.bankLine(line, mirrored: true)
        case .receiptRecorded(let receipt):
            // P05: money whose payer is not known yet.
            lines.move(
                receipt.amount, receipt.functional, debit: receipt.asset, credit: .unidentified,
                receipt.currency, receipt.rate)
        case .receiptMoved(let move), .refundApproved(_, let move), .refundCancelled(_, let move):
            lines.receiptMove(move)
        case .receiptApplied(let applied), .receiptUnapplied(let applied):
            lines.application(applied)
        case .creditApplied(let credit, let item), .creditUnapplied(let credit, let item):
            lines.creditUse(credit, item)
        case .itemWrittenOff(let application), .writeOffReversed(let application):
            lines.writeOff(application)
        case .refundPaid(let refund, _): lines.refundPaid(refund)
        case .refundReturned(let refund, _): lines.refundPaid(refund, mirrored: true)
        case .revalued(let revalued): lines.revaluation(revalued)
        case .caseChanged(_, let bookings, _):
            for booking in bookings {
                lines.move(
                    booking.amount, booking.functional, debit: booking.kind.debit,
                    credit: booking.kind.credit, booking.currency, booking.rate)
            }
        case .entityOpened, .ownAccountRegistered, .rateRecorded, .holidayRecorded,
            .customerRegistered, .customerChanged, .orderRecorded, .deliveryRecorded,
            .glBalanceRecorded, .fileImported,
            .importUndone, .recordWithdrawn, .invoiceLinesRecorded, .disputeMarked,
            .statementAccepted,
            .statementWithdrawn, .noticeRecorded, .noticeTied, .noticeWithdrawn, .adviceRecorded,
            .adviceTied, .adviceWithdrawn, .receiptCompleted, .receiptProposed, .researchNoted,
            .refundRequested, .refundChanged, .periodClosed, .periodReopened:
            break
        }
        return lines.lines
    }
}
