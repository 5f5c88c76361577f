import Ledger

/// Who paid, by the ladder of domain.md §3.6, and how surely.
struct Identification {
    enum Grade: Int, Comparable {
        case none, fuzzy, reference, name, alias, taxId, account, virtualAccount, confirmed

        static func < (a: Grade, b: Grade) -> Bool { a.rawValue < b.rawValue }
    }

    var payer: Int?
    var grade = Grade.none
    /// Several customers fit equally well.
    var isAmbiguous = false
    var evidence: [Evidence] = []
    /// How a name that is only like the payer's is like it.
    var likeness: NameLink?

    /// Whether the payer is known: by an account, a tax number, a legal or confirmed name. A name
    /// that only resembles one is a suggestion.
    var isCertain: Bool { payer != nil && grade >= .name }

    /// An account of ours that stands for one customer makes what its amount says surer (R11).
    var bonus: Int { grade == .virtualAccount ? 5 : 0 }

    init(_ receipt: Remittance, _ text: [UInt8], _ book: PayerBook) {
        if let customer = receipt.customer, let index = book.index(of: customer) {
            know(index, .confirmed, Evidence("payer confirmed", "付款人已确认"))
            return
        }
        if book.hasVirtualAccounts, takeVirtualAccount(receipt, book) { return }
        if takeAccount(receipt, book) { return }
        if book.hasTaxIds, takeTaxId(text, receipt, book) { return }
        guard let name = receipt.payerName, let hash = CompanyName(name).hash else { return }
        if take(
            book.known(by: .legalName, hash, for: receipt), .name,
            Evidence("legal name \(name)", "法定名称 \(name)"), receipt, book)
        {
            return
        }
        _ = take(
            book.known(by: .alias, hash, for: receipt), .alias,
            Evidence("confirmed alias \(name)", "已确认别名 \(name)"), receipt, book)
    }

    private mutating func know(_ payer: Int, _ grade: Grade, _ evidence: Evidence) {
        self.payer = payer
        self.grade = grade
        self.evidence = [evidence]
    }

    /// One customer is the payer; several are a tie, and then nobody is. Of a customer and a third
    /// party of the same name it is the customer; a third party that pays for one customer alone
    /// stands for it.
    private mutating func take(
        _ found: [Int], _ grade: Grade, _ evidence: Evidence, _ receipt: Remittance,
        _ book: PayerBook
    ) -> Bool {
        var found = found
        if found.count > 1 {
            let customers = found.filter { !book.isThirdParty($0) }
            if !customers.isEmpty { found = customers }
        }
        if found.count > 1 { isAmbiguous = true }
        guard found.count == 1, let index = found.first else { return false }
        guard book.isThirdParty(index) else {
            know(index, grade, evidence)
            return true
        }
        let paidFor = book.group(of: index, on: receipt.valueDate).dropFirst()
        guard let first = paidFor.first else { return false }
        know(paidFor.count == 1 ? first : index, grade, evidence)
        self.evidence.append(
            paidFor.count == 1
                ? Evidence("pays for \(book.name(first))", "代 \(book.name(first)) 付款")
                : Evidence("pays for \(paidFor.count) customers", "代 \(paidFor.count) 家客户付款"))
        return true
    }

    /// An account of ours that stands for one customer. Where the money comes from an account of
    /// another that may not pay for it, the two contradict each other, and nobody is the payer.
    private mutating func takeVirtualAccount(_ receipt: Remittance, _ book: PayerBook) -> Bool {
        guard let account = receipt.creditedAccount, let sign = PayerBook.sign(account),
            take(
                book.known(by: .virtualAccount, sign, for: receipt), .virtualAccount,
                Evidence(
                    "paid to account \(account.suffix(4)), which stands for the customer",
                    "收款账号尾号\(account.suffix(4))为该客户专用"), receipt, book)
        else { return isAmbiguous }
        let senders = receipt.payerAccount.flatMap(PayerBook.sign).map {
            book.known(by: .account, $0, for: receipt)
        }
        guard let owner = payer, let senders, !senders.isEmpty,
            !senders.contains(where: { book.mayPay($0, for: owner, on: receipt.valueDate) })
        else { return true }
        self = Identification(contradicting: senders[0], book)
        return true
    }

    private init(contradicting sender: Int, _ book: PayerBook) {
        isAmbiguous = true
        evidence = [
            Evidence(
                "paid to one customer's account from the account of \(book.name(sender))",
                "收款账号与付款账户（\(book.name(sender))）指向不同客户")
        ]
    }

    private mutating func takeAccount(_ receipt: Remittance, _ book: PayerBook) -> Bool {
        guard let account = receipt.payerAccount else { return false }
        // A short account number is one bank's: with the routing number of the check it is sure.
        if let bank = receipt.payerBank, let sign = PayerBook.sign(bank + account),
            take(
                book.known(by: .account, sign, for: receipt), .account,
                Evidence(
                    "account \(account.suffix(4)) at \(bank) is the payer's",
                    "\(bank) 账号尾号\(account.suffix(4))为付款人账户"), receipt, book)
        {
            return true
        }
        guard let sign = PayerBook.sign(account) else { return false }
        return take(
            book.known(by: .account, sign, for: receipt), .account,
            Evidence(
                "account \(account.suffix(4)) is the payer's", "账号尾号\(account.suffix(4))为付款人账户"),
            receipt, book)
    }

    private mutating func takeTaxId(
        _ text: [UInt8], _ receipt: Remittance, _ book: PayerBook
    ) -> Bool {
        for word in text.split(whereSeparator: { !ASCII.isSign($0) })
        where word.count >= 9 && word.count <= 20 && word.contains(where: ASCII.isDigit) {
            let found = book.known(by: .taxId, Hash.of(word), for: receipt)
            if take(found, .taxId, Evidence("tax number in the text", "附言含税号"), receipt, book) {
                return true
            }
        }
        return false
    }
}
