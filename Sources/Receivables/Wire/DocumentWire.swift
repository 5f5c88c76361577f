import Ledger

// Fields in the order of the wire; a new field goes to the end, with a new wire version.

extension SalesOrder {
    func write(to out: inout FieldWriter) {
        out.id(entity)
        out.text(number)
        out.id(customer)
        out.day(day)
        out.money(amount)
        out.optional(po)
        out.optional(status)
    }

    init(from: inout FieldReader) throws(WireError) {
        self.init(
            entity: try from.id(),
            number: try from.text(),
            customer: try from.id(),
            day: try from.day(),
            amount: try from.money(),
            po: try from.optionalText(),
            status: try from.optionalText())

    }
}

extension Delivery {
    func write(to out: inout FieldWriter) {
        out.id(entity)
        out.text(number)
        out.text(order)
        out.day(day)
        out.optional(amount)
    }

    init(from: inout FieldReader) throws(WireError) {
        self.init(
            entity: try from.id(),
            number: try from.text(),
            order: try from.text(),
            day: try from.day(),
            amount: try from.optionalInt())

    }
}

extension GLBalance {
    func write(to out: inout FieldWriter) {
        out.id(entity)
        out.text(account)
        out.day(day)
        out.money(balance)
    }

    init(from: inout FieldReader) throws(WireError) {
        self.init(
            entity: try from.id(),
            account: try from.text(),
            day: try from.day(),
            balance: try from.money())

    }
}

extension InvoiceLine {
    func write(to out: inout FieldWriter) {
        out.text(line)
        out.optional(item)
        out.optional(description)
        out.optional(quantity)
        out.optional(unit)
        out.optional(price)
        out.int(net)
        out.optional(taxCategory)
        out.optional(taxRate)
    }

    init(from: inout FieldReader) throws(WireError) {
        self.init(
            line: try from.text(),
            item: try from.optionalText(),
            description: try from.optionalText(),
            quantity: try from.optionalText(),
            unit: try from.optionalText(),
            price: try from.optionalText(),
            net: try from.int(),
            taxCategory: try from.optionalText(),
            taxRate: try from.optionalText())

    }
}

extension ImportedFile {
    func write(to out: inout FieldWriter) {
        out.text(name)
        out.text(hash)
        out.text(format)
        out.int(rows)
        out.int(new)
        out.int(Int64(totals.count))
        for total in totals {
            out.currency(total.currency)
            out.int(total.credits)
            out.int(total.debits)
        }
        out.int(Int64(made.count))
        for made in made {
            out.int(made.first)
            out.int(made.last)
        }
    }

    init(from: inout FieldReader) throws(WireError) {
        let (name, hash, format) = (try from.text(), try from.text(), try from.text())
        let (rows, new) = (try from.int(), try from.int())
        var totals: [Total] = []
        for _ in 0..<(try from.count()) {
            totals.append(
                Total(try from.currency(), credits: try from.int(), debits: try from.int()))
        }
        var made: [Made] = []
        for _ in 0..<(try from.count()) {
            made.append(Made(first: try from.int(), last: try from.int()))
        }
        self.init(
            name: name, hash: hash, format: format, rows: rows, new: new, totals: totals,
            made: made)
    }
}
