import Ledger

// Fields in the order of the wire; a new field goes to the end, with a new wire version.

extension BankStatement {
    func write(to out: inout FieldWriter) {
        out.id(id)
        out.id(entity)
        out.text(account)
        out.currency(currency)
        out.optional(number)
        out.optional(sequence)
        out.day(from)
        out.day(to)
        out.optional(opening)
        out.optional(closing)
        out.int(lines)
        out.text(format)
    }

    init(from reader: inout FieldReader) throws(WireError) {
        self.init(
            id: try reader.id(),
            entity: try reader.id(),
            account: try reader.text(),
            currency: try reader.currency(),
            number: try reader.optionalText(),
            sequence: try reader.optionalText(),
            from: try reader.day(),
            to: try reader.day(),
            opening: try reader.optionalInt(),
            closing: try reader.optionalInt(),
            lines: try reader.int(),
            format: try reader.text())

    }
}

extension BankLine {
    func write(to out: inout FieldWriter) {
        out.id(id)
        out.id(statement)
        out.id(entity)
        out.text(account)
        out.currency(currency)
        out.rate(rate)
        out.int(amount)
        out.int(functional)
        out.day(bookedOn)
        out.day(valueDate)
        out.day(postedOn)
        out.int(kind.rawValue)
        out.optional(bankReference)
        out.optional(code)
        out.optional(text)
        out.int(fingerprint)
    }

    init(from: inout FieldReader) throws(WireError) {
        self.init(
            id: try from.id(),
            statement: try from.id(),
            entity: try from.id(),
            account: try from.text(),
            currency: try from.currency(),
            rate: try from.rate(),
            amount: try from.int(),
            functional: try from.int(),
            bookedOn: try from.day(),
            valueDate: try from.day(),
            postedOn: try from.day(),
            kind: try from.raw(),
            bankReference: try from.optionalText(),
            code: try from.optionalText(),
            text: try from.optionalText(),
            fingerprint: try from.int())

    }
}

extension Receipt {
    func write(to out: inout FieldWriter) {
        out.id(id)
        out.id(entity)
        out.currency(currency)
        out.rate(rate)
        out.int(amount)
        out.int(functional)
        out.day(bookedOn)
        out.day(valueDate)
        out.day(postedOn)
        out.optional(customer)
        out.held(holdings.unidentified)
        source.write(to: &out)
        out.optional(asset == .bank ? nil : asset.rawValue)
        out.optional(parent)
        out.optional(givenFor)
    }

    init(from: inout FieldReader) throws(WireError) {
        self.init(
            id: try from.id(),
            entity: try from.id(),
            currency: try from.currency(),
            rate: try from.rate(),
            amount: try from.int(),
            functional: try from.int(),
            bookedOn: try from.day(),
            valueDate: try from.day(),
            postedOn: try from.day())
        customer = try from.optionalID()
        holdings.unidentified = try from.held()
        source = try Source(from: &from)
        asset = try from.optionalRaw() ?? .bank
        parent = try from.optionalID()
        givenFor = try from.optionalInt()
    }
}
