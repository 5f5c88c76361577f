import Ledger
import Receivables

/// What can be searched for. The numbers are stored.
public enum SearchKind: Int64, Sendable, CaseIterable {
    case customer = 0
    case item, receipt
    /// Lines of statements that are no receipt: charges, returned payments, others.
    case bankLine
    case statement, notice, advice, order
    /// Files are few and looked at where they are.
    case file
}

/// Which part of a thing a word was found in.
public enum SearchField: String, Sendable, CaseIterable {
    case number, name, localName, pinyin, alias, formerly, account, payerAccount, taxId, email
    case reference, bankReference, endToEndId, checkNumber, payer, text, document
    case po, order, contract, delivery, batch, trace, format, status
    case amount, open, balance, currency, day, dueOn, valueDate, customer
}

/// A thing with what it can be found by.
public struct SearchThing: Sendable {
    public let kind: SearchKind
    public let entity: Entity.ID
    /// Its number in the books; of an order, the order's number.
    public let id: String
    public var texts: [(field: SearchField, text: String)] = []
    public var days: [(field: SearchField, day: Day)] = []
    public var amounts: [(field: SearchField, amount: Amount)] = []

    init(_ kind: SearchKind, _ entity: Entity.ID, _ id: String) {
        self.kind = kind
        self.entity = entity
        self.id = id
    }

    /// As SWIFT writes a Chinese name.
    private static func pinyin(_ name: String) -> String {
        String(decoding: Pinyin.letters(Folding.fold(name)[...]), as: UTF8.self)
    }

    private mutating func add(_ field: SearchField, _ text: String?) {
        if let text, !text.isEmpty { texts.append((field, text)) }
    }
}

extension SearchThing {
    public init(_ customer: Customer) {
        self.init(.customer, customer.entity, "\(customer.id.raw)")
        add(.number, customer.code)
        add(.name, customer.name)
        add(.localName, customer.nameLocal)
        add(.pinyin, customer.nameLocal.map(Self.pinyin))
        for alias in customer.aliases { add(.alias, alias) }
        for account in customer.accounts { add(.account, account) }
        add(.taxId, customer.taxId)
        add(.email, customer.email)
    }

    /// Amounts and days of items are found by columns of theirs.
    public init(_ item: OpenItem) {
        self.init(.item, item.entity, "\(item.id.raw)")
        add(.number, item.number)
        add(.reference, item.reference)
        add(.po, item.links.po)
        add(.order, item.links.order)
        add(.contract, item.links.contract)
        add(.delivery, item.links.delivery)
        days = [(.day, item.issuedOn), (.dueOn, item.dueOn)]
        amounts = [
            (.amount, Amount(Money(minor: item.original, item.currency))),
            (.open, Amount(Money(minor: item.open, item.currency))),
        ]
    }

    public init(_ receipt: Receipt) {
        self.init(.receipt, receipt.entity, "\(receipt.id.raw)")
        let source = receipt.source
        add(.bankReference, source.bankReference)
        add(.endToEndId, source.endToEndId)
        add(.payer, source.payer)
        add(.payerAccount, source.payerAccount)
        add(.checkNumber, source.checkNumber)
        add(.text, source.text.joined(separator: " "))
        for reference in source.references { add(.reference, reference) }
        for document in source.documents + source.advice {
            add(.document, document.split(separator: "=").first.map(String.init))
        }
        days = [(.day, receipt.bookedOn)]
        if receipt.valueDate != receipt.bookedOn { days.append((.valueDate, receipt.valueDate)) }
        amounts = [(.amount, Amount(receipt.money))]
    }

    public init(_ line: BankLine) {
        self.init(.bankLine, line.entity, "\(line.id.raw)")
        add(.bankReference, line.bankReference)
        add(.text, line.text)
        days = [(.day, line.bookedOn)]
        if line.valueDate != line.bookedOn { days.append((.valueDate, line.valueDate)) }
        amounts = [(.amount, Amount(Money(minor: abs(line.amount), line.currency)))]
    }

    public init(_ statement: BankStatement) {
        self.init(.statement, statement.entity, "\(statement.id.raw)")
        add(.number, statement.number)
        add(.number, statement.sequence)
        add(.account, statement.account)
        days = [(.day, statement.to)]
        if statement.from != statement.to { days.append((.day, statement.from)) }
        for balance in [statement.opening, statement.closing].compactMap({ $0 }) {
            amounts.append((.balance, Amount(Money(minor: abs(balance), statement.currency))))
        }
    }

    public init(_ notice: Notice) {
        self.init(.notice, notice.entity, "\(notice.id.raw)")
        add(.bankReference, notice.bankReference)
        add(.batch, notice.batch)
        days = [(.day, notice.day)]
        amounts = [(.amount, Amount(Money(minor: abs(notice.amount), notice.currency)))]
        for part in notice.parts.prefix(100) {
            add(.payer, part.source.payer)
            add(.payerAccount, part.source.payerAccount)
            add(.endToEndId, part.source.endToEndId)
            add(.checkNumber, part.source.checkNumber)
            add(.text, part.source.text.joined(separator: " "))
            if notice.parts.count > 1 {
                let money = Money(minor: abs(part.amount), notice.currency)
                amounts.append((.amount, Amount(money)))
            }
        }
    }

    public init(_ advice: Advice) {
        self.init(.advice, advice.id.entity, "\(advice.id.raw)")
        add(.number, advice.number)
        add(.payer, advice.payer)
        add(.payerAccount, advice.payerAccount)
        add(.trace, advice.trace)
        for line in advice.lines { add(.document, line.document) }
        days = [(.day, advice.day)]
        amounts = [(.amount, advice.amount)]
    }

    public init(_ order: SalesOrder) {
        self.init(.order, order.entity, order.number)
        add(.number, order.number)
        add(.po, order.po)
        days = [(.day, order.day)]
        amounts = [(.amount, Amount(order.amount))]
    }
}

extension SearchThing {
    /// A file that was imported or waits, and the day it came.
    public init(file name: String, _ hash: String, _ format: String, _ day: Day?) {
        self.init(.file, Entity.ID(0), hash)
        add(.number, name)
        add(.format, format)
        if let day { days = [(.day, day)] }
    }
}
