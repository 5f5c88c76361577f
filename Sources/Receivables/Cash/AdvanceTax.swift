import Ledger

/// The tax in money that is kept for goods not delivered yet (P26): it stands apart from the
/// contract liability, by the rule of the entity's country, and goes with it in proportion.
struct AdvanceTax {
    private let account: Account?

    init(_ entity: Entity?) { account = entity?.advanceTaxAccount }

    /// `taxRate` in 1/10000 of the net amount: of 30,000.00 at 13 %, 3,451.33 is tax.
    func added(to events: [Event], order: String?, _ taxRate: Int64) -> [Event] {
        events.map { event in
            guard case .receiptMoved(var move) = event else { return event }
            move.order = order
            if let account, taxRate > 0 {
                let part = { (whole: Int64) in share(of: whole, taxRate, of: 10_000 + taxRate) }
                move.tax = ReceiptMove.Tax(
                    Receipt.Held(
                        part(move.held.amount), functional: part(move.held.functional)), account)
            }
            return .receiptMoved(move)
        }
    }

    func released(by events: [Event], _ receipt: Receipt) -> [Event] {
        events.map { event in
            guard case .receiptMoved(var move) = event, let account, receipt.advanceTax.amount > 0
            else { return event }
            let whole = receipt.holdings.advance.amount
            move.tax = ReceiptMove.Tax(
                Receipt.Held(
                    share(of: receipt.advanceTax.amount, move.held.amount, of: whole),
                    functional: share(
                        of: receipt.advanceTax.functional, move.held.amount, of: whole)), account)
            return .receiptMoved(move)
        }
    }
}
