import Ledger

/// One `STMTTRN` as far as it has been read (OFX 1.6 and 2.2, 11.4.3).
struct OFXEntry {
    private(set) var line = 0
    private var isPending = false

    private var amount: Amount?
    private var hasAmount = false
    private var posted: Day?
    private var hasDate = false
    private var user: Day?
    private var available: Day?
    private var begun: Day?
    private(set) var identifier: String?
    private var reference: String?
    private var checkNumber: String?
    private var type: String?
    private var corrects = false
    private var correctId: String?

    private var name: String?
    private var extendedName: String?
    private var payeeName: String?
    private var memos: [String] = []
    private var account: String?
    private var bank: String?
    private var currency: Currency?
    /// `ORIGCURRENCY USD 1.1`, for the text.
    private var symbol: String?
    private var rate: String?
    private var isOriginal = false

    init() {}

    init(line: Int, isPending: Bool) {
        self.line = line
        self.isPending = isPending
    }

    mutating func take(
        _ element: OFXTag, of role: OFXTag, _ text: ByteRun, in currency: Currency?,
        report: (OFXFinding, ByteRun) -> Void
    ) {
        switch role {
        case .payee: if element == .name { payeeName = payeeName ?? text.words }
        case .accountTo:
            if element == .accountId { account = account ?? text.text }
            if element == .bankId { bank = bank ?? text.text }
        case .currency, .originalCurrency:
            isOriginal = role == .originalCurrency
            if element == .rate { rate = text.text }
            if element == .symbol {
                symbol = text.text
                if !isOriginal {
                    self.currency = OFXCurrency.read(text)
                    if self.currency == nil { report(.currencyMissing, text) }
                }
            }
        default: take(element, text, currency, report)
        }
    }

    private mutating func take(
        _ element: OFXTag, _ text: ByteRun, _ currency: Currency?,
        _ report: (OFXFinding, ByteRun) -> Void
    ) {
        switch element {
        case .amount:
            if hasAmount { return report(.fieldRepeated, text) }
            hasAmount = true
            switch OFXAmount.read(text, in: currency) {
            case .amount(let read): amount = read
            case .ambiguous: report(.amountAmbiguous, text)
            case .unreadable: report(.amountUnreadable, text)
            }
        case .posted:
            if hasDate { return report(.fieldRepeated, text) }
            hasDate = true
            posted = OFXDate.read(text)
            if posted == nil { report(.dateUnreadable, text) }
        case .user: user = day(text, report)
        case .available: available = day(text, report)
        case .begun: begun = day(text, report)
        case .id:
            if identifier != nil { return report(.fieldRepeated, text) }
            identifier = text.text
        case .correctId:
            corrects = true
            correctId = text.text
        case .correctAction: corrects = true
        case .type: type = type ?? text.text
        case .reference: reference = reference ?? text.text
        case .checkNumber: if !text.isZeros { checkNumber = checkNumber ?? text.text }
        case .name: name = name ?? text.words
        case .extendedName: extendedName = extendedName ?? text.words
        case .memo:
            if memos.count == 100 { return report(.fieldRepeated, text) }
            if let memo = text.text { memos.append(memo) }
        default: break
        }
    }

    private func day(_ text: ByteRun, _ report: (OFXFinding, ByteRun) -> Void) -> Day? {
        let day = OFXDate.read(text)
        if day == nil { report(.dayUnreadable, text) }
        return day
    }

    /// The entry, or nil where it has no amount.
    func finish(_ statement: Statement, report: (OFXFinding, String?) -> Void) -> StatementEntry? {
        if !hasAmount { report(.amountMissing, identifier) }
        if !hasDate, !isPending { report(.dateMissing, identifier) }
        if identifier == nil, !isPending { report(.idMissing, nil) }
        if corrects { report(.correction, correctId) }
        guard let amount else { return nil }
        if isSignOdd(amount) { report(.signOdd, type) }

        var entry = StatementEntry(amount: amount)
        entry.currency = currency ?? statement.currency
        entry.bookedOn = posted
        entry.valueDate = available ?? begun ?? (posted == nil ? user : nil)
        entry.status = isPending ? .pending : corrects ? .info : .booked
        entry.bankReference = identifier
        entry.customerReference = reference
        entry.code = type
        entry.text = text
        if let detail = detail(amount, statement) { entry.details = [detail] }
        return entry
    }

    private func isSignOdd(_ amount: Amount) -> Bool {
        switch type {
        case "CREDIT", "DEP", "DIRECTDEP": amount.units < 0
        case "DEBIT", "CHECK", "PAYMENT", "DIRECTDEBIT", "FEE", "SRVCHG", "ATM", "POS":
            amount.units > 0
        default: false
        }
    }

    /// Name and memos, a line each, and the original currency.
    private var text: String? {
        var text = extendedName ?? name ?? payeeName
        // Banks repeat a name that was too long for its field at the beginning of the memo.
        if let name = text, let memo = memos.first, memo.utf8.starts(with: name.utf8) {
            text = nil
        }
        for memo in memos { Self.add(memo, to: &text) }
        if let symbol {
            let word = isOriginal ? "ORIGCURRENCY " : "CURRENCY "
            Self.add(word + symbol + (rate.map { " " + $0 } ?? ""), to: &text)
        }
        return text
    }

    private static func add(_ line: String, to text: inout String?) {
        if text == nil {
            text = line
        } else {
            text?.append("\n")
            text?.append(line)
        }
    }

    /// The other party with its memos; nil where the entry says neither.
    private func detail(_ amount: Amount, _ statement: Statement) -> PaymentDetail? {
        var party = PaymentDetail.Party()
        party.name = extendedName ?? name ?? payeeName
        // Some banks name our own account here.
        if let account, account != statement.account {
            party.account = account
            party.bank = bank
        }
        let hasParty = party.name != nil || party.account != nil
        guard hasParty || !memos.isEmpty || checkNumber != nil else { return nil }
        var detail = PaymentDetail()
        if hasParty {
            if amount.units < 0 { detail.payee = party } else { detail.payer = party }
        }
        detail.remittance = memos
        detail.checkNumber = checkNumber
        return detail
    }
}
