import Ledger
import Receivables

/// The rows of `receipt`.
enum ReceiptTable {
    static let name = "receipt"
    static let columns = [
        "id", "entity", "currency", "rate", "amount", "functional", "bookedOn", "valueDate",
        "postedOn", "customer", "state", "unidentified", "unidentifiedFunctional",
        "unapplied", "unappliedFunctional", "onAccount", "onAccountFunctional", "advance",
        "advanceFunctional", "applied", "appliedFunctional", "refunded",
        "refundedFunctional", "writtenOff", "writtenOffFunctional", "reversed",
        "reversedFunctional", "elsewhere", "elsewhereFunctional", "parted", "partedFunctional",
        "asset", "parent", "givenFor", "turnedTo", "advanceTax", "advanceTaxFunctional",
        "advanceOrder", "revalued", "line",
        "account", "bankReference", "endToEndId", "payer",
        "payerAccount", "code", "text", "refs", "documents", "chargeBearer", "charges",
        "payerBank", "advice", "checkNumber", "completions", "replacedOn", "revision",
    ]

    static func write(_ row: Receipt, _ out: any Loader) throws(Fault) {
        out.int(row.id.raw)
        out.int(row.entity.raw)
        out.text(row.currency.code)
        out.text(row.rate.description)
        out.int(row.amount)
        out.int(row.functional)
        out.day(row.bookedOn)
        out.day(row.valueDate)
        out.day(row.postedOn)
        out.int(row.customer?.raw)
        out.text(row.state.rawValue)
        out.int(row.holdings.unidentified.amount)
        out.int(row.holdings.unidentified.functional)
        out.int(row.holdings.unapplied.amount)
        out.int(row.holdings.unapplied.functional)
        out.int(row.holdings.onAccount.amount)
        out.int(row.holdings.onAccount.functional)
        out.int(row.holdings.advance.amount)
        out.int(row.holdings.advance.functional)
        out.int(row.holdings.applied.amount)
        out.int(row.holdings.applied.functional)
        out.int(row.holdings.refunded.amount)
        out.int(row.holdings.refunded.functional)
        out.int(row.holdings.writtenOff.amount)
        out.int(row.holdings.writtenOff.functional)
        out.int(row.holdings.reversed.amount)
        out.int(row.holdings.reversed.functional)
        out.int(row.holdings.elsewhere.amount)
        out.int(row.holdings.elsewhere.functional)
        out.int(row.holdings.parted.amount)
        out.int(row.holdings.parted.functional)
        out.text(row.asset.rawValue)
        out.int(row.parent?.raw)
        out.int(row.givenFor)
        out.text(row.turnedTo?.rawValue)
        out.int(row.advanceTax.amount)
        out.int(row.advanceTax.functional)
        out.text(row.advanceOrder)
        out.int(row.revalued)
        out.int(row.source.line?.raw)
        out.text(row.source.account)
        out.text(row.source.bankReference)
        out.text(row.source.endToEndId)
        out.text(row.source.payer)
        out.text(row.source.payerAccount)
        out.text(row.source.code)
        out.list(row.source.text)
        out.list(row.source.references)
        out.list(row.source.documents)
        out.text(row.source.chargeBearer)
        out.int(row.source.charges)
        out.text(row.source.payerBank)
        out.list(row.source.advice)
        out.text(row.source.checkNumber)
        out.int(row.completions)
        out.day(row.replacedOn)
        out.int(row.revision)
        try out.end()
    }

    static func read(_ row: any Row) throws -> Receipt {
        var value = Receipt(
            id: row.id(0), entity: row.id(1), currency: try row.currency(2), rate: try row.rate(3),
            amount: row.int(4), functional: row.int(5), bookedOn: row.day(6),
            valueDate: row.day(7), postedOn: row.day(8))
        value.customer = row.idOrNil(9)
        value.holdings.unidentified = Receipt.Held(row.int(11), functional: row.int(12))
        value.holdings.unapplied = Receipt.Held(row.int(13), functional: row.int(14))
        value.holdings.onAccount = Receipt.Held(row.int(15), functional: row.int(16))
        value.holdings.advance = Receipt.Held(row.int(17), functional: row.int(18))
        value.holdings.applied = Receipt.Held(row.int(19), functional: row.int(20))
        value.holdings.refunded = Receipt.Held(row.int(21), functional: row.int(22))
        value.holdings.writtenOff = Receipt.Held(row.int(23), functional: row.int(24))
        value.holdings.reversed = Receipt.Held(row.int(25), functional: row.int(26))
        value.holdings.elsewhere = Receipt.Held(row.int(27), functional: row.int(28))
        value.holdings.parted = Receipt.Held(row.int(29), functional: row.int(30))
        value.asset = try row.account(31)
        value.parent = row.idOrNil(32)
        value.givenFor = row.isNull(33) ? nil : row.int(33)
        value.turnedTo = row.isNull(34) ? nil : try row.account(34)
        value.advanceTax = Receipt.Held(row.int(35), functional: row.int(36))
        value.advanceOrder = row.textOrNil(37)
        value.revalued = row.int(38)
        value.source.line = row.idOrNil(39)
        value.source.account = row.textOrNil(40)
        value.source.bankReference = row.textOrNil(41)
        value.source.endToEndId = row.textOrNil(42)
        value.source.payer = row.textOrNil(43)
        value.source.payerAccount = row.textOrNil(44)
        value.source.code = row.textOrNil(45)
        value.source.text = row.list(46)
        value.source.references = row.list(47)
        value.source.documents = row.list(48)
        value.source.chargeBearer = row.textOrNil(49)
        value.source.charges = row.int(50)
        value.source.payerBank = row.textOrNil(51)
        value.source.advice = row.list(52)
        value.source.checkNumber = row.textOrNil(53)
        value.completions = row.int(54)
        value.replacedOn = row.dayOrNil(55)
        value.revision = row.int(56)
        return value
    }
}
