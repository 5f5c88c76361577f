import Ledger
import Paper
import Receivables

/// What the bank says of a payment, in a letter: only what it does say.
struct PaymentFacts {
    let words: LetterWords
    /// The bank is told accounts in full, everybody else their last signs.
    let isToBank: Bool

    func fields(_ receipt: Receipt) -> [Letter.Field] {
        let source = receipt.source
        let charges =
            source.charges > 0 ? words.amount(Money(minor: source.charges, receipt.currency)) : nil
        let all: [(String, String?)] = [
            (words.language("Amount", "金额"), words.amount(receipt.money)),
            (words.language("Value date", "起息日"), words.day(receipt.valueDate)),
            (words.language("Booking date", "记账日"), words.day(receipt.bookedOn)),
            (words.language("Credited to", "收款账户"), source.account.map(account)),
            (words.language("Payer, as the bank names it", "付款人（银行流水）"), source.payer),
            (words.language("Payer's account", "付款账户"), source.payerAccount.map(account)),
            (words.language("Payer's bank", "付款行"), source.payerBank),
            (words.language("Bank reference", "银行流水号"), source.bankReference),
            (words.language("End-to-end reference", "端到端编号"), source.endToEndId),
            (words.language("Check", "支票号"), source.checkNumber),
            (words.language("Charges shown", "所示费用"), charges),
            (words.language("Payment text", "附言"), joined(source.text, " ")),
            (words.language("References", "参考号"), joined(source.references, ", ")),
            (
                words.language("Documents named", "所列单据"),
                joined(named(source.documents + source.advice), words.language(", ", "、"))
            ),
        ]
        return all.compactMap { label, value in
            value.map { Letter.Field(label, LetterWords.quoted($0)) }
        }
    }

    private func account(_ number: String) -> String {
        isToBank ? words.account(number) : words.ending(of: number)
    }

    private func joined(_ texts: [String], _ separator: String) -> String? {
        texts.isEmpty ? nil : texts.joined(separator: separator)
    }

    /// `number=minor units` without the amount; the first ones of many.
    private func named(_ documents: [String]) -> [String] {
        var seen: Set<Substring> = []
        return documents.compactMap { document in
            let number = document.split(separator: "=", omittingEmptySubsequences: false)[0]
            return seen.insert(number).inserted && seen.count <= 20 ? String(number) : nil
        }
    }
}
