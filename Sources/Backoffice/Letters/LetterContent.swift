import Ledger
import Paper
import Receivables

/// What a letter is filled with. What is not known has no entry, and a letter that needs it is
/// refused.
struct LetterContent {
    var facts: [LetterFact: String] = [:]
    private(set) var inserts: [LetterInsert: [Letter.Block]] = [:]

    init(_ about: About, _ books: Books, twins: [Receipt]) {
        let receipt = about.receipt
        let words = about.words
        facts[.sender] = LetterWords.quoted(about.entity.name)
        facts[.customer] = about.customerName
        facts[.payer] = about.payer
        facts[.amount] = words.amount(receipt.money)
        facts[.valueDate] = words.day(receipt.valueDate)
        facts[.ourAccount] = receipt.source.account.map { words.account($0) }
        facts[.ourAccountEnd] = receipt.source.account.map { words.lastFour($0) }
        facts[.receipt] = "\(receipt.id.raw)"
        facts[.check] = receipt.source.checkNumber.map { LetterWords.quoted($0) }
        let left =
            receipt.holdings.unidentified.amount + receipt.holdings.unapplied.amount
            + receipt.holdings.onAccount.amount
        if left > 0 { facts[.left] = words.amount(Money(minor: left, receipt.currency)) }
        inserts[.payment] = [
            .facts(PaymentFacts(words: words, isToBank: about.kind.isToBank).fields(receipt))
        ]
        inserts[.signatures] = [.signatures([about.customerName, about.payer].compactMap { $0 })]
        documents(about, books)
        if about.kind == .duplicatePayment { payments([receipt] + twins, words) }
    }

    private mutating func documents(_ about: About, _ books: Books) {
        let words = about.words
        let documents = LetterDocuments(
            books, of: about.receipt, takenBack: about.kind == .returnedCheck, words)
        switch about.kind {
        case .shortPayment:
            let short = documents.short
            if short.isEmpty { return }
            facts[.open] = words.amounts(
                documents.sum(short.map { ($0.item.currency, $0.unpaid) }))
            var seen: Set<String> = []
            let reasons = short.flatMap(\.reasons).filter { seen.insert($0).inserted }
            facts[.reason] = (reasons.isEmpty ? [ReasonCode.unknown.rawValue] : reasons).map(
                words.reason
            )
            .joined(separator: words.language("; ", "；"))
            show(documents.table(short, unpaid: true))
        case .unearnedDiscount:
            let unearned = documents.unearned(on: about.receipt.valueDate)
            if unearned.isEmpty { return }
            facts[.discount] = words.amounts(
                documents.sum(unearned.map { ($0.line.item.currency, $0.discount) }))
            show(documents.table(unearned))
        default: show(documents.table(documents.lines, unpaid: false))
        }
    }

    /// Payments of the same amount beside each other; with only one of them there is nothing to
    /// write.
    private mutating func payments(_ receipts: [Receipt], _ words: LetterWords) {
        if receipts.count < 2 {
            facts[.left] = nil
            return
        }
        let rows = receipts.sorted { ($0.valueDate, $0.id) < ($1.valueDate, $1.id) }.map {
            [
                "\($0.id.raw)", words.day($0.valueDate),
                LetterWords.quoted($0.source.bankReference ?? ""), $0.money.grouped,
            ]
        }
        let titles = [
            words.language("Our reference", "我方编号"), words.language("Value date", "起息日"),
            words.language("Bank reference", "银行流水号"),
        ]
        let amount = words.language("Amount", "金额") + " \(receipts[0].currency)"
        show(
            Letter.Table(
                columns: titles.map { Letter.Table.Column($0) }
                    + [Letter.Table.Column(amount, isAmount: true)],
                rows: rows))
    }

    private mutating func show(_ table: Letter.Table?) {
        if let table { inserts[.table] = [.table(table)] }
    }
}
