import Ledger

// Fields in the order of the wire; a new field goes to the end, with a new wire version.

extension Entity {
    func write(to out: inout FieldWriter) {
        out.id(id)
        out.text(code)
        out.text(name)
        out.text(country)
        out.currency(currency)
    }

    init(from: inout FieldReader) throws(WireError) {
        self.init(
            id: try from.id(),
            code: try from.text(),
            name: try from.text(),
            country: try from.text(),
            currency: try from.currency())

    }
}

extension OwnAccount {
    func write(to out: inout FieldWriter) {
        out.id(entity)
        out.text(number)
        out.optional(bank)
        out.currency(currency)
        out.optional(glAccount)
        out.list(aliases)
    }

    init(from: inout FieldReader) throws(WireError) {
        self.init(
            entity: try from.id(),
            number: try from.text(),
            bank: try from.optionalText(),
            currency: try from.currency(),
            glAccount: try from.optionalText())
        aliases = try from.list()
    }
}

extension Holiday {
    func write(to out: inout FieldWriter) {
        out.text(calendar)
        out.day(day)
        out.text(kind.rawValue)
    }

    init(from: inout FieldReader) throws(WireError) {
        self.init(calendar: try from.text(), day: try from.day(), kind: try from.raw())
    }
}

extension ExchangeRate {
    func write(to out: inout FieldWriter) {
        out.currency(from)
        out.currency(to)
        out.day(day)
        out.rate(rate)
        out.text(type)
    }

    init(from reader: inout FieldReader) throws(WireError) {
        self.init(
            from: try reader.currency(),
            to: try reader.currency(),
            day: try reader.day(),
            rate: try reader.rate(),
            type: try reader.text())

    }
}

extension Customer {
    func write(to out: inout FieldWriter) {
        out.id(id)
        out.id(entity)
        out.text(code)
        out.text(name)
        out.optional(nameLocal)
        out.optional(country)
        out.optional(currency)
        out.optional(taxId)
        out.optional(terms)
        out.optional(creditLimit)
        out.optional(parent)
        out.optional(email)
        out.optional(language)
        out.list(accounts)
        out.list(aliases)
        out.optional(riskClass)
        out.optional(collector)
    }

    init(from: inout FieldReader) throws(WireError) {
        self.init(
            id: try from.id(),
            entity: try from.id(),
            code: try from.text(),
            name: try from.text())
        nameLocal = try from.optionalText()
        country = try from.optionalText()
        currency = try from.optionalCurrency()
        taxId = try from.optionalText()
        terms = try from.optionalText()
        creditLimit = try from.optionalInt()
        parent = try from.optionalText()
        email = try from.optionalText()
        language = try from.optionalText()
        accounts = try from.list()
        aliases = try from.list()
        riskClass = try from.optionalText()
        collector = try from.optionalText()
    }
}
