import Ledger

/// Who paid, by the ladder of domain.md §3.6, and how surely.
struct Identification {
    enum Grade: Int, Comparable {
        case none, fuzzy, reference, name, alias, taxId, account, confirmed

        static func < (a: Grade, b: Grade) -> Bool { a.rawValue < b.rawValue }
    }

    var payer: Int?
    var grade = Grade.none
    /// Several customers fit equally well.
    var isAmbiguous = false
    var evidence: [Evidence] = []

    /// Whether the payer is known: by an account, a tax number, a legal or confirmed name. A name
    /// that only resembles one is a suggestion.
    var isCertain: Bool { payer != nil && grade >= .name }

    init(_ receipt: Remittance, _ text: [UInt8], _ book: PayerBook) {
        if let customer = receipt.customer, let index = book.index(of: customer) {
            know(index, .confirmed, Evidence("payer confirmed", "付款人已确认"))
            return
        }
        // A short account number is one bank's: with the routing number of the check it is sure.
        if let bank = receipt.payerBank, let account = receipt.payerAccount,
            let sign = PayerBook.sign(bank + account),
            take(
                book.known(by: .account, sign), .account,
                Evidence(
                    "account \(account.suffix(4)) at \(bank) is the payer's",
                    "\(bank) 账号尾号\(account.suffix(4))为付款人账户"))
        {
            return
        }
        if let account = receipt.payerAccount, let sign = PayerBook.sign(account) {
            let found = book.known(by: .account, sign)
            if take(
                found, .account,
                Evidence(
                    "account \(account.suffix(4)) is the payer's", "账号尾号\(account.suffix(4))为付款人账户")
            ) {
                return
            }
        }
        if book.hasTaxIds, takeTaxId(text, book) { return }
        guard let name = receipt.payerName else { return }
        let company = CompanyName(name)
        guard let hash = company.hash else { return }
        if take(
            book.known(by: .legalName, hash), .name,
            Evidence("legal name \(name)", "法定名称 \(name)"))
        {
            return
        }
        if take(
            book.known(by: .alias, hash), .alias,
            Evidence("confirmed alias \(name)", "已确认别名 \(name)"))
        {
            return
        }
        if !isAmbiguous { suggest(company, name, book) }
    }

    private mutating func know(_ payer: Int, _ grade: Grade, _ evidence: Evidence) {
        self.payer = payer
        self.grade = grade
        self.evidence = [evidence]
    }

    /// One customer is the payer; several are a tie, and then nobody is.
    private mutating func take(_ found: [Int], _ grade: Grade, _ evidence: Evidence) -> Bool {
        if found.count > 1 { isAmbiguous = true }
        guard found.count == 1 else { return false }
        know(found[0], grade, evidence)
        return true
    }

    private mutating func takeTaxId(_ text: [UInt8], _ book: PayerBook) -> Bool {
        for word in text.split(whereSeparator: { !ASCII.isSign($0) })
        where word.count >= 9 && word.count <= 20 && word.contains(where: ASCII.isDigit) {
            let found = book.known(by: .taxId, Hash.of(word))
            if take(found, .taxId, Evidence("tax number in the text", "附言含税号")) { return true }
        }
        return false
    }

    /// A name that resembles a customer's: compared only with customers that share a word.
    private mutating func suggest(_ company: CompanyName, _ name: String, _ book: PayerBook) {
        var candidates: Set<Int> = []
        for token in company.tokens where token.count > 2 && candidates.count < 256 {
            candidates.formUnion(book.known(by: .nameToken, Hash.of(token)))
        }
        let scored = candidates.sorted().map { index in
            (id: index, score: NameLikeness.score(company, CompanyName(book.name(index))))
        }
        let best = NameLikeness.best(scored)
        if best.count > 1 { isAmbiguous = true }
        if best.count == 1 {
            know(
                best[0], .fuzzy,
                Evidence("name resembles \(book.name(best[0]))", "名称近似 \(book.name(best[0]))"))
        }
    }
}
