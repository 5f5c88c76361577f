import Ledger
import Paper
import Receivables
import Store

/// A letter about a receipt, of what the books know of it. It is read from the books and changes
/// nothing in them.
public struct LetterOfReceipt {
    public let kind: LetterKind
    public let receipt: Receipt.ID
    public let today: Day
    /// Nil: the customer's; of the bank and of who is unknown, that of our company's country.
    public var language: Language?
    /// Who it is about, where the receipt does not say.
    public var customer: Customer.ID?
    /// Why less was paid, or why a check came back: a code of domain.md §3.14, or words.
    public var reason: String?
    /// Nil: in two weeks, on a working day.
    public var replyBy: Day?

    public init(_ kind: LetterKind, of receipt: Receipt.ID, today: Day) {
        self.kind = kind
        self.receipt = receipt
        self.today = today
    }

    /// What the letter says is not known: named by its place in the template.
    public static let lacks = "letter-lacks"

    /// - Throws: a refusal ``lacks`` where the letter would have an empty place.
    public func letter(_ connection: any Connection) throws -> Letter {
        let books = try BooksOfReceipt.read(receipt, connection)
        guard let receipt = books.receipts[receipt], let entity = books.entities[receipt.entity]
        else { throw Refusal(code: "receipt-not-found", "\(receipt.raw)") }
        let customer =
            try self.customer.map { try CustomerInFull.read($0, connection) }
            ?? receipt.customer.flatMap { books.customers[$0] }
        let about = About(
            kind: kind, receipt: receipt, entity: entity, customer: customer,
            account: receipt.source.account.flatMap { books.accounts[$0] },
            words: LetterWords(language: language ?? Self.language(kind, entity, customer)))
        let twins =
            kind == .duplicatePayment
            ? try BooksOfReceipt.twins(of: receipt, connection, limit: 20) : []
        var content = LetterContent(about, books, twins: twins)
        content.facts[.replyBy] = about.words.day(replyBy ?? Self.reply(after: today))
        if let reason { content.facts[.reason] = about.words.reason(reason) }
        return try written(about, content)
    }

    private func written(_ about: About, _ content: LetterContent) throws -> Letter {
        let words = about.words
        guard let recipient = about.recipient else {
            throw Refusal(code: Self.lacks, kind.isToBank ? "bank" : "customer, payer")
        }
        let filled: LetterTemplate.Filled
        do {
            filled = try LetterTemplate(kind, words.language).filled(content.facts, content.inserts)
        } catch {
            throw Refusal(code: Self.lacks, error.name)
        }
        var references = [
            Letter.Field(words.language("Our reference", "我方编号"), "\(receipt.raw)")
        ]
        if let customer = about.customer, !kind.isToBank {
            references.append(
                Letter.Field(
                    words.language("Customer number", "客户编号"), LetterWords.quoted(customer.code)))
        }
        references.append(Letter.Field(words.language("Date", "日期"), words.day(today)))
        return Letter(
            language: words.language, sender: LetterWords.quoted(about.entity.name),
            recipient: recipient, date: today, references: references, subject: filled.subject,
            body: filled.body, closing: words.language("Yours faithfully,", "顺颂商祺！"),
            signedBy: [
                LetterWords.quoted(about.entity.name),
                words.language("Accounts receivable", "应收账款部"),
            ], enclosures: filled.enclosures)
    }

    private static func language(
        _ kind: LetterKind, _ entity: Entity, _ customer: Customer?
    ) -> Language {
        if let customer, !kind.isToBank {
            if let said = customer.language { return said.hasPrefix("zh") ? .zh : .en }
            if let country = customer.country { return country == "CN" ? .zh : .en }
        }
        return entity.country == "CN" ? .zh : .en
    }

    private static func reply(after day: Day) -> Day {
        let day = day.adding(14)
        return day.adding(max(0, day.weekday - 5) == 0 ? 0 : 8 - day.weekday)
    }
}

/// What a letter is about, and to whom it goes.
struct About {
    let kind: LetterKind
    let receipt: Receipt
    let entity: Entity
    let customer: Customer?
    /// Ours, that the money came to.
    let account: OwnAccount?
    let words: LetterWords

    var customerName: String? {
        customer.map {
            LetterWords.quoted(words.language == .zh ? $0.nameLocal ?? $0.name : $0.name)
        }
    }

    /// As the bank names it, else the customer that it was found to be.
    var payer: String? { receipt.source.payer.map { LetterWords.quoted($0) } ?? customerName }

    /// The bank that keeps our account; who sent money in error; else the customer.
    var recipient: [String]? {
        switch kind {
        case .senderQuery:
            account?.bank.map {
                [LetterWords.quoted($0), words.language("Payment investigations", "支付查询部门")]
            }
        case .misdirectedPayment: payer.map { [$0] }
        default: (customerName ?? payer).map { [$0] }
        }
    }
}
