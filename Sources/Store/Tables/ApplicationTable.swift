import Ledger
import Receivables

/// The rows of `application`.
enum ApplicationTable {
    static let name = "application"
    static let columns = [
        "id", "entity", "item", "account", "receipt", "postedOn", "currency", "rate",
        "total", "totalFunctional", "cash", "cashFunctional", "receiptFunctional",
        "discount", "discountFunctional", "discountTax", "discountTaxFunctional",
        "bankCharge", "bankChargeFunctional", "writeOff", "writeOffFunctional", "residual",
        "residualFunctional", "reversal", "reversalFunctional", "rule", "score", "evidence",
        "evidenceZh", "byHand", "reverses", "reversedBy",
        "difference",
    ]

    /// What the item says, so that the aging of a past day reads movements alone, in the order in
    /// which they came.
    static let ofItem = ["customer", "kind", "dueOn", "issuedOn", "itemPostedOn"]

    static func write(_ row: Application, of item: OpenItem, _ out: any Loader) throws(Fault) {
        out.int(row.id.raw)
        out.int(row.entity.raw)
        out.int(row.item.raw)
        out.text(row.account.rawValue)
        out.int(row.receipt?.raw)
        out.day(row.postedOn)
        out.text(row.currency.code)
        out.text(row.rate.description)
        out.int(row.cleared.total)
        out.int(row.cleared.totalFunctional)
        out.int(row.cleared.cash)
        out.int(row.cleared.cashFunctional)
        out.int(row.cleared.receiptFunctional)
        out.int(row.cleared.discount)
        out.int(row.cleared.discountFunctional)
        out.int(row.cleared.discountTax)
        out.int(row.cleared.discountTaxFunctional)
        out.int(row.cleared.bankCharge)
        out.int(row.cleared.bankChargeFunctional)
        out.int(row.cleared.writeOff)
        out.int(row.cleared.writeOffFunctional)
        out.int(row.cleared.residual)
        out.int(row.cleared.residualFunctional)
        out.int(row.cleared.reversal)
        out.int(row.cleared.reversalFunctional)
        out.text(row.basis.rule)
        out.int(row.basis.score)
        out.text(row.basis.evidence)
        out.text(row.basis.evidenceZh)
        out.int(row.basis.byHand ? 1 : 0)
        out.int(row.reverses?.raw)
        out.int(row.reversedBy?.raw)
        out.text(row.difference == .fxRealised ? nil : row.difference.rawValue)
        out.int(item.customer.raw)
        out.int(item.kind.rawValue)
        out.day(item.dueOn)
        out.day(item.issuedOn)
        out.day(item.postedOn)
        try out.end()
    }

    static func read(_ row: any Row) throws -> Application {
        var cleared = Cleared()
        cleared.cash = row.int(10)
        cleared.cashFunctional = row.int(11)
        cleared.receiptFunctional = row.int(12)
        cleared.discount = row.int(13)
        cleared.discountFunctional = row.int(14)
        cleared.discountTax = row.int(15)
        cleared.discountTaxFunctional = row.int(16)
        cleared.bankCharge = row.int(17)
        cleared.bankChargeFunctional = row.int(18)
        cleared.writeOff = row.int(19)
        cleared.writeOffFunctional = row.int(20)
        cleared.residual = row.int(21)
        cleared.residualFunctional = row.int(22)
        cleared.reversal = row.int(23)
        cleared.reversalFunctional = row.int(24)
        let basis = Application.Basis(
            rule: row.text(25), score: row.int(26), evidence: row.text(27),
            evidenceZh: row.text(28), byHand: row.int(29) != 0)
        var value = Application(
            id: row.id(0), entity: row.id(1), item: row.id(2), account: try row.account(3),
            receipt: row.idOrNil(4), postedOn: row.day(5), currency: try row.currency(6),
            rate: try row.rate(7), cleared: cleared, basis: basis, reverses: row.idOrNil(30))
        value.reversedBy = row.idOrNil(31)
        if !row.isNull(32) { value.difference = try row.account(32) }
        return value
    }
}
