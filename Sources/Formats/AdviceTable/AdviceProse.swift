import Ledger

/// An advice in sentences: that something was paid, how much, for which documents.
struct AdviceProse {
    struct Item {
        /// Nil for a deduction that names no document.
        var number: String?
        var isCredit = false
        var isTakenOff = false
        var amount: AdviceAmount?
        var reason: String?
        var words: String?
        let place: String
    }

    private(set) var items: [Item] = []
    private(set) var total: AdviceFacts.Stated<AdviceAmount>?
    /// Whether the words say that it is all that was paid.
    private(set) var isTotalSaid = false
    private(set) var paidOn: AdviceFacts.Stated<AdviceDate>?
    /// Somebody says that they paid, or calls the text an advice.
    private(set) var isPaid = false

    private static let mostItems = 10_000

    init(_ lines: [AdviceProseLine]) {
        for line in lines {
            for sentence in line.sentences {
                isPaid = isPaid || sentence.isPaid || sentence.namesAdvice
                if sentence.isUnpaid || sentence.isForeign { continue }
                read(sentence, of: line)
            }
        }
    }

    /// Money for documents: nothing less is an advice.
    var isAdvice: Bool {
        isPaid && items.contains { $0.number != nil }
            && (total != nil || items.contains { $0.amount != nil && $0.number != nil })
    }

    private mutating func read(_ sentence: AdviceProseLine.Sentence, of line: AdviceProseLine) {
        let text = line.text.lower
        var last = sentence.range.lowerBound
        var open: Int?
        let first = items.count
        for token in line.tokens where sentence.range.contains(token.range.lowerBound) {
            if items.count >= Self.mostItems { return }
            let between = text[min(last, token.range.lowerBound)..<token.range.lowerBound]
            let words = AdviceWord.hits(in: between)
            switch token.kind {
            case .date(let date):
                if sentence.isOfPayment, paidOn == nil, open == nil { paidOn = (date, line.place) }
            case .id(let isNumber):
                guard isDocument(token, isNumber, words, between, of: line) else { break }
                var item = Item(place: line.place)
                item.number = String(decoding: line.text.bytes[token.range], as: UTF8.self)
                item.isTakenOff = words.contains(.less)
                item.isCredit = words.contains(.credit) || item.isTakenOff && isCredit(token, text)
                open = items.count
                items.append(item)
            case .amount(let amount):
                take(amount, after: &open, words, between, sentence, line, first)
            }
            last = token.range.upperBound
        }
    }

    private mutating func take(
        _ amount: AdviceAmount, after open: inout Int?, _ words: Set<AdviceWord>,
        _ between: ArraySlice<UInt8>, _ sentence: AdviceProseLine.Sentence,
        _ line: AdviceProseLine, _ first: Int
    ) {
        let isTotal = words.contains(.total)
        if let index = open, !isTotal, !words.contains(.less), between.count <= 30 {
            items[index].amount = amount
            open = nil
            return
        }
        let reason = AdviceReason.code(FoldedText(between.suffix(60)))
        if words.contains(.less), !isTotal {
            var item = Item(place: line.place)
            item.isTakenOff = true
            item.amount = amount
            item.reason = reason
            item.words = line.words(between.suffix(60))
            items.append(item)
        } else if total == nil, isTotal || sentence.isOfPayment, !amount.isNegative {
            total = (amount, line.place)
            // What was paid stands before the documents that it pays.
            isTotalSaid = isTotal || !words.contains(.document) && first == items.count
        }
    }

    /// Whether letters and digits are the number of a document: a word before it says so, or its
    /// own first letters, or it goes on a list of them.
    private func isDocument(
        _ token: AdviceScanner.Token, _ isNumber: Bool, _ words: Set<AdviceWord>,
        _ between: ArraySlice<UInt8>, of line: AdviceProseLine
    ) -> Bool {
        let text = line.text.lower[token.range]
        guard (3...30).contains(text.count), !words.contains(.other) || words.contains(.document)
        else { return false }
        // An account number (IBAN) is longer than documents' numbers are.
        if text.count >= 15, text.prefix(2).allSatisfy({ $0.isLetter }),
            text.dropFirst(2).prefix(2).allSatisfy({ $0.isDigit })
        {
            return false
        }
        if words.contains(.document) || words.contains(.credit) {
            return between.count <= 400
        }
        let letters = text.prefix { $0.isLetter }
        if !isNumber, Self.prefixes.contains(Array(letters)) { return true }
        // 1001, 1002 and 1003
        guard let last = items.last?.number, between.count <= 8,
            between.contains(where: { ",/&+".utf8.contains($0) || $0.isLetter || $0 >= 0x80 })
        else { return false }
        return isNumber ? last.utf8.allSatisfy { $0.isDigit } && text.count >= 4 : true
    }

    private func isCredit(_ token: AdviceScanner.Token, _ text: [UInt8]) -> Bool {
        let letters = text[token.range].prefix { $0.isLetter }
        return ["cm", "cn", "crn", "gs", "av"].contains { letters.elementsEqual($0.utf8) }
    }

    private static let prefixes: Set<[UInt8]> = Set(
        ["inv", "iv", "re", "rg", "rn", "fa", "fac", "cm", "cn", "crn", "dn", "si", "ci"].map {
            Array($0.utf8)
        })
}

/// What the words between two numbers say of the second.
enum AdviceWord: Int, CaseIterable {
    case document, credit, less, total, other

    static func hits(in text: ArraySlice<UInt8>) -> Set<AdviceWord> {
        Set(list.hits(in: text).compactMap { AdviceWord(rawValue: $0.meaning) })
    }

    private static let list = WordList(allCases.map(\.words.replacingLineFeeds))

    private var words: String {
        switch self {
        case .document:
            """
            invoice* | inv | bill | bills | document* | rechnung* | re | rg | beleg* |
            facture* | fact | 发票* | 发票号* | 单号 | 单据 | 账单
            """
        case .credit:
            "credit note* | credit memo* | credit | gutschrift* | avoir* | 贷项* | 红字* | 红票"
        case .less:
            """
            less | minus | deducted | deduct | deducting | deduction | abzuglich | abzgl |
            abzug | moins | deduit | 减 | 扣 | 扣除 | 扣减 | 扣款 | 冲减 | 抵扣 | 减去
            """
        case .total:
            """
            total | totaling | totalling | sum of | amount paid | payment of | net | in total |
            insgesamt | gesamt* | summe | zahlbetrag | zahlung uber | montant total |
            virement de | 合计 | 共计 | 总计 | 总额 | 实付 | 付款金额 | 汇款金额 | 共 | 付款 | 汇款 | 支付
            """
        case .other:
            """
            po | order | purchase order | contract | account | iban | bic | tel | phone | fax |
            vat | tax | page | zip | konto | bestellung* | vertrag* | kunde* | customer |
            commande* | reference | ref | trace | trn | utr | check | cheque | transaction |
            room | street | 订单* | 合同* | 账号 | 电话 | 税号 | 流水号 | 回单 | 手机 | 邮编 | 支票 | 参考号 | 单价 | 凭证
            """
        }
    }
}
