import Ledger

// Fields in the order of the wire; a new field goes to the end, with a new wire version.

extension Receipt.Source {
    func write(to out: inout FieldWriter) {
        out.optional(line)
        out.optional(account)
        out.optional(bankReference)
        out.optional(endToEndId)
        out.optional(payer)
        out.optional(payerAccount)
        out.optional(code)
        out.list(text)
        out.list(references)
        out.list(documents)
        out.optional(chargeBearer)
        out.int(charges)
        out.optional(payerBank)
        out.list(advice)
        out.optional(checkNumber)
    }

    init(from: inout FieldReader) throws(WireError) {
        self.init()
        line = try from.optionalID()
        account = try from.optionalText()
        bankReference = try from.optionalText()
        endToEndId = try from.optionalText()
        payer = try from.optionalText()
        payerAccount = try from.optionalText()
        code = try from.optionalText()
        text = try from.list()
        references = try from.list()
        documents = try from.list()
        chargeBearer = try from.optionalText()
        charges = try from.int()
        payerBank = try from.optionalText()
        advice = try from.list()
        checkNumber = try from.optionalText()
    }
}

extension Notice {
    func write(to out: inout FieldWriter) {
        out.id(id)
        out.id(entity)
        out.text(account)
        out.currency(currency)
        out.int(amount)
        out.day(day)
        out.int(status.rawValue)
        out.text(format)
        out.optional(batch)
        out.optional(bankReference)
        Part.write(parts, to: &out)
        out.int(fingerprint)
    }

    init(from: inout FieldReader) throws(WireError) {
        self.init(
            id: try from.id(),
            entity: try from.id(),
            account: try from.text(),
            currency: try from.currency(),
            amount: try from.int(),
            day: try from.day(),
            status: try from.raw(),
            format: try from.text(),
            batch: try from.optionalText(),
            bankReference: try from.optionalText(),
            parts: try Part.list(from: &from),
            fingerprint: try from.int())
    }
}

extension Notice.Part {
    static func write(_ parts: [Notice.Part], to out: inout FieldWriter) {
        out.int(Int64(parts.count))
        for part in parts {
            out.int(part.amount)
            part.source.write(to: &out)
        }
    }

    static func list(from: inout FieldReader) throws(WireError) -> [Notice.Part] {
        var parts: [Notice.Part] = []
        for _ in 0..<(try from.count()) {
            let amount = try from.int()
            parts.append(Notice.Part(amount, try Receipt.Source(from: &from)))
        }
        return parts
    }
}

extension Advice {
    func write(to out: inout FieldWriter) {
        out.id(id)
        out.text(format)
        out.optional(number)
        out.day(day)
        out.optional(payer)
        out.optional(payerAccount)
        out.optional(currency)
        out.amount(amount)
        out.optional(trace)
        Line.write(lines, to: &out)
        out.int(fingerprint)
    }

    init(from: inout FieldReader) throws(WireError) {
        self.init(
            id: try from.id(),
            format: try from.text(),
            number: try from.optionalText(),
            day: try from.day(),
            payer: try from.optionalText(),
            payerAccount: try from.optionalText(),
            currency: try from.optionalCurrency(),
            amount: try from.amount(),
            trace: try from.optionalText(),
            lines: try Line.list(from: &from),
            fingerprint: try from.int())
    }
}

extension Advice.Line {
    static func write(_ lines: [Advice.Line], to out: inout FieldWriter) {
        out.int(Int64(lines.count))
        for line in lines {
            out.optional(line.document)
            out.optional(line.net)
            out.optional(line.gross)
            out.optional(line.discount)
            out.optional(line.reason)
        }
    }

    static func list(from: inout FieldReader) throws(WireError) -> [Advice.Line] {
        var lines: [Advice.Line] = []
        for _ in 0..<(try from.count()) {
            var line = Advice.Line()
            line.document = try from.optionalText()
            line.net = try from.optionalAmount()
            line.gross = try from.optionalAmount()
            line.discount = try from.optionalAmount()
            line.reason = try from.optionalText()
            lines.append(line)
        }
        return lines
    }
}

extension MasterRecord {
    func write(to out: inout FieldWriter) {
        switch self {
        case .customer(let customer):
            out.int(1)
            customer.write(to: &out)
        case .ownAccount(let account):
            out.int(2)
            account.write(to: &out)
        case .rate(let rate):
            out.int(3)
            rate.write(to: &out)
        case .order(let order):
            out.int(4)
            order.write(to: &out)
        case .delivery(let delivery):
            out.int(5)
            delivery.write(to: &out)
        case .balance(let balance):
            out.int(6)
            balance.write(to: &out)
        case .holiday(let holiday):
            out.int(8)
            holiday.write(to: &out)
        case .invoiceLines(let entity, let item):
            out.int(7)
            out.id(entity)
            out.id(item)
        }
    }

    init(from: inout FieldReader) throws(WireError) {
        switch try from.int() {
        case 1: self = .customer(try Customer(from: &from))
        case 2: self = .ownAccount(try OwnAccount(from: &from))
        case 3: self = .rate(try ExchangeRate(from: &from))
        case 4: self = .order(try SalesOrder(from: &from))
        case 5: self = .delivery(try Delivery(from: &from))
        case 6: self = .balance(try GLBalance(from: &from))
        case 7: self = .invoiceLines(try from.id(), try from.id())
        case 8: self = .holiday(try Holiday(from: &from))
        case let kind: throw WireError(message: "a record of kind \(kind)")
        }
    }
}

/// Lists of a notice and an advice as a column of their tables keeps them: as on the wire.
public enum WireText {
    public static func of(_ parts: [Notice.Part]) -> String {
        var out = FieldWriter()
        Notice.Part.write(parts, to: &out)
        return String(decoding: out.bytes, as: UTF8.self)
    }

    public static func of(_ lines: [Advice.Line]) -> String {
        var out = FieldWriter()
        Advice.Line.write(lines, to: &out)
        return String(decoding: out.bytes, as: UTF8.self)
    }

    public static func parts(_ text: UnsafeBufferPointer<UInt8>) throws(WireError) -> [Notice.Part]
    {
        var reader = FieldReader(text)
        return try Notice.Part.list(from: &reader)
    }

    public static func lines(_ text: UnsafeBufferPointer<UInt8>) throws(WireError) -> [Advice.Line]
    {
        var reader = FieldReader(text)
        return try Advice.Line.list(from: &reader)
    }
}
