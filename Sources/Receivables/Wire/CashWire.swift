import Ledger

// Fields in the order of the wire; a new field goes to the end, with a new wire version.

extension Cleared {
    func write(to out: inout FieldWriter) {
        for value in parts { out.int(value) }
    }

    init(from: inout FieldReader) throws(WireError) {
        self.init()
        cash = try from.int()
        cashFunctional = try from.int()
        receiptFunctional = try from.int()
        discount = try from.int()
        discountFunctional = try from.int()
        discountTax = try from.int()
        discountTaxFunctional = try from.int()
        bankCharge = try from.int()
        bankChargeFunctional = try from.int()
        writeOff = try from.int()
        writeOffFunctional = try from.int()
        residual = try from.int()
        residualFunctional = try from.int()
        reversal = try from.int()
        reversalFunctional = try from.int()
    }

    /// In the order of the wire.
    private var parts: [Int64] {
        [
            cash, cashFunctional, receiptFunctional, discount, discountFunctional, discountTax,
            discountTaxFunctional, bankCharge, bankChargeFunctional, writeOff, writeOffFunctional,
            residual, residualFunctional, reversal, reversalFunctional,
        ]
    }
}

extension Application.Basis {
    func write(to out: inout FieldWriter) {
        out.text(rule)
        out.int(score)
        out.text(evidence)
        out.text(evidenceZh)
        out.bool(byHand)
    }

    init(from: inout FieldReader) throws(WireError) {
        self.init(
            rule: try from.text(), score: try from.int(), evidence: try from.text(),
            evidenceZh: try from.text(), byHand: try from.bool())
    }
}

extension Application {
    func write(to out: inout FieldWriter) {
        out.id(id)
        out.id(entity)
        out.id(item)
        out.text(account.rawValue)
        out.optional(receipt)
        out.day(postedOn)
        out.currency(currency)
        out.rate(rate)
        cleared.write(to: &out)
        basis.write(to: &out)
        out.optional(reverses)
        out.optional(difference == .fxRealised ? nil : difference.rawValue)
    }

    init(from: inout FieldReader) throws(WireError) {
        self.init(
            id: try from.id(), entity: try from.id(), item: try from.id(), account: try from.raw(),
            receipt: try from.optionalID(), postedOn: try from.day(),
            currency: try from.currency(), rate: try from.rate(), cleared: try Cleared(from: &from),
            basis: try Basis(from: &from), reverses: try from.optionalID())
        difference = try from.optionalRaw() ?? .fxRealised
    }
}

extension ReceiptMove {
    func write(to out: inout FieldWriter) {
        out.text(kind.rawValue)
        out.id(receipt)
        out.id(entity)
        out.optional(customer)
        out.currency(currency)
        out.rate(rate)
        out.held(held)
        out.int(from.rawValue)
        out.int(to.rawValue)
        out.day(postedOn)
        out.text(reason)
        out.optional(outside?.rawValue)
        out.optional(order)
        out.optional(tax?.account.rawValue)
        if let tax { out.held(tax.held) }
    }

    init(from reader: inout FieldReader) throws(WireError) {
        self.init(
            kind: try reader.raw(),
            receipt: try reader.id(),
            entity: try reader.id(),
            customer: try reader.optionalID(),
            currency: try reader.currency(),
            rate: try reader.rate(),
            held: try reader.held(),
            from: try reader.raw(),
            to: try reader.raw(),
            postedOn: try reader.day(),
            reason: try reader.text(), outside: try reader.optionalRaw())
        order = try reader.optionalText()
        if let account: Account = try reader.optionalRaw() {
            tax = Tax(try reader.held(), account)
        }
    }
}

extension ReceiptApplied {
    func write(to out: inout FieldWriter) {
        out.id(receipt)
        out.id(entity)
        out.optional(customer)
        out.currency(currency)
        out.rate(rate)
        out.int(place.rawValue)
        out.held(held)
        out.day(postedOn)
        out.int(Int64(applications.count))
        for application in applications { application.write(to: &out) }
        out.int(Int64(residuals.count))
        for residual in residuals { residual.write(to: &out) }
    }

    init(from: inout FieldReader) throws(WireError) {
        let receipt: Receipt.ID = try from.id()
        let entity: Entity.ID = try from.id()
        let customer: Customer.ID? = try from.optionalID()
        let (currency, rate) = (try from.currency(), try from.rate())
        let place: Receipt.Place = try from.raw()
        let (held, day) = (try from.held(), try from.day())
        var applications: [Application] = []
        for _ in 0..<(try from.count()) { applications.append(try Application(from: &from)) }
        var residuals: [OpenItem] = []
        for _ in 0..<(try from.count()) { residuals.append(try OpenItem(from: &from)) }
        self.init(
            receipt: receipt, entity: entity, customer: customer, currency: currency, rate: rate,
            place: place, held: held, postedOn: day, applications: applications,
            residuals: residuals)
    }
}

extension Proposed {
    func write(to out: inout FieldWriter) {
        out.id(receipt)
        out.optional(customer)
        out.text(disposition)
        out.optional(rule)
        out.int(score)
        out.text(evidence)
        out.text(evidenceZh)
        out.list(stops)
        out.int(Int64(lines.count))
        for line in lines {
            out.id(line.item)
            out.int(line.amount)
            out.int(line.discount)
            out.int(line.bankCharge)
            out.int(line.writeOff)
            out.int(line.residual)
            out.optional(line.reason)
        }
    }

    init(from: inout FieldReader) throws(WireError) {
        let receipt: Receipt.ID = try from.id()
        let customer: Customer.ID? = try from.optionalID()
        let disposition = try from.text()
        let rule = try from.optionalText()
        let score = try from.int()
        let (evidence, evidenceZh) = (try from.text(), try from.text())
        let stops = try from.list()
        var lines: [Line] = []
        for _ in 0..<(try from.count()) {
            lines.append(
                Line(
                    item: try from.id(), amount: try from.int(), discount: try from.int(),
                    bankCharge: try from.int(), writeOff: try from.int(),
                    residual: try from.int(), reason: try from.optionalText()))
        }
        self.init(
            receipt: receipt, customer: customer, disposition: disposition, rule: rule,
            score: score, lines: lines, evidence: evidence, evidenceZh: evidenceZh, stops: stops)
    }
}
