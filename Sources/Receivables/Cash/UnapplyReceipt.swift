import Ledger

/// Takes applications of a receipt back with their exact mirror, discounts and exchange differences
/// included; items reopen at their original due dates, the money is unapplied again (P35).
public struct UnapplyReceipt: Command {
    public let receipt: Receipt.ID
    public let why: String

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case receiptNotFound = "receipt-not-found"
        case nothingApplied = "nothing-applied"
        case residualInUse = "residual-in-use"
    }

    public init(receipt: Receipt.ID, why: String) {
        self.receipt = receipt
        self.why = why
    }

    public var entity: Entity.ID { Entity.ID(receipt.raw / Identifiers.perEntity) }

    public var names: Names {
        var names = Names()
        names.receipts = [receipt]
        names.applicationsOf = [receipt]
        names.casesOfReceipts = [receipt]
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let receipt = books.receipts[receipt] else {
            throw refusal(.receiptNotFound, "\(receipt)")
        }
        let live = books.applications.values
            .filter { $0.receipt == receipt.id && $0.reverses == nil && $0.reversedBy == nil }
            .sorted { $0.id < $1.id }
        if live.isEmpty { throw refusal(.nothingApplied, "\(receipt.id)") }
        let latest = live.map(\.postedOn).max() ?? receipt.postedOn
        let day = books.postingDay(max(latest, desk.today), entity)
        var ahead = 0
        var back: [Application] = []
        var residuals: [OpenItem] = []
        for application in live {
            back.append(
                Application(
                    id: books.fresh(entity, ahead: ahead), reversing: application, postedOn: day,
                    basis: .hand(why)))
            ahead += 1
            if application.cleared.residual != 0 {
                guard let residual = residual(of: application, in: books) else { continue }
                // What this receipt itself paid of it comes back as well.
                let own = live.filter { $0.item == residual.id }
                    .reduce(Int64(0)) { $0 + $1.cleared.total }
                if residual.open + own != residual.original {
                    throw refusal(.residualInUse, residual.number)
                }
                var cleared = Cleared()
                cleared.residual = residual.original
                cleared.residualFunctional = residual.originalFunctional
                back.append(
                    Application(
                        id: books.fresh(entity, ahead: ahead), item: residual, receipt: nil,
                        postedOn: day, cleared: cleared, basis: .hand(why)))
                ahead += 1
                residuals.append(residual)
            }
        }
        return [
            .receiptUnapplied(
                ReceiptApplied(
                    receipt: receipt.id, entity: entity, customer: receipt.customer,
                    currency: receipt.currency, rate: receipt.rate, place: .unapplied,
                    held: receipt.holdings.applied, postedOn: day, applications: back,
                    residuals: residuals))
        ] + withdrawn(residuals, books, desk)
    }

    /// Nothing is left of what was paid short.
    private func withdrawn(_ residuals: [OpenItem], _ books: Books, _ desk: Desk) -> [Event] {
        books.cases.values.sorted { $0.id < $1.id }.compactMap { file in
            guard case .deduction(var deduction) = file.content,
                deduction.state != .withdrawn,
                residuals.contains(where: { $0.id == deduction.item })
            else { return nil }
            deduction.state = .withdrawn
            return .caseChanged(file.changed(to: .deduction(deduction)), [], on: desk.today)
        }
    }

    /// A residual is made right after the application that leaves it, so it has the next number.
    private func residual(of application: Application, in books: Books) -> OpenItem? {
        books.items[OpenItem.ID(application.id.raw + 1)]
    }
}
