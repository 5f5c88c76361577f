import Ledger

// Fields in the order of the wire; a new field goes to the end, with a new wire version.

extension OpenItem {
    func write(to out: inout FieldWriter) {
        out.id(id)
        out.id(entity)
        out.id(customer)
        out.int(kind.rawValue)
        out.text(number)
        out.day(issuedOn)
        out.day(postedOn)
        out.day(dueOn)
        out.currency(currency)
        out.rate(rate)
        out.int(original)
        out.int(originalFunctional)
        out.int(tax)
        out.int(taxFunctional)
        out.int(open)
        out.int(openFunctional)
        out.int(status.rawValue)
        out.optional(reference)
        out.optional(discountUntil)
        out.int(discount)
        out.bool(disputed)
        out.optional(reason)
        out.optional(links.po)
        out.optional(links.order)
        out.optional(links.contract)
        out.optional(links.delivery)
        out.optional(links.precedes)
        out.optional(clearedOn)
        out.int(revision)
    }

    init(from: inout FieldReader) throws(WireError) {
        self.init(
            id: try from.id(),
            entity: try from.id(),
            customer: try from.id(),
            kind: try from.raw(),
            number: try from.text(),
            issuedOn: try from.day(),
            postedOn: try from.day(),
            dueOn: try from.day(),
            currency: try from.currency(),
            rate: try from.rate(),
            original: try from.int(),
            originalFunctional: try from.int(),
            tax: try from.int(),
            taxFunctional: try from.int())
        open = try from.int()
        openFunctional = try from.int()
        status = try from.raw()
        reference = try from.optionalText()
        discountUntil = try from.optionalDay()
        discount = try from.int()
        disputed = try from.bool()
        reason = try from.optionalText()
        links.po = try from.optionalText()
        links.order = try from.optionalText()
        links.contract = try from.optionalText()
        links.delivery = try from.optionalText()
        links.precedes = try from.optionalText()
        clearedOn = try from.optionalDay()
        revision = try from.int()
    }
}
