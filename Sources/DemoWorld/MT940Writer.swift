import Ledger

/// Writes a bank day as MT940: the Chinese bank with labels in Chinese (GB 18030), the German one
/// with the numbered fields of `:86:`.
struct MT940Writer {
    private var text = ""
    private let statement: BankDay
    private var till: Till { statement.till }

    static func bytes(of statement: BankDay) -> [UInt8] {
        var writer = MT940Writer(statement)
        writer.document()
        return statement.till.house == .dalian ? gb18030(writer.text) : Array(writer.text.utf8)
    }

    private init(_ statement: BankDay) { self.statement = statement }

    private mutating func line(_ text: String) { self.text += text + "\r\n" }

    private func amount(_ minor: Int64) -> String {
        Decimals.text(abs(minor), exponent: 2).map { $0 == "." ? "," : String($0) }.joined()
    }

    private func balance(_ minor: Int64, _ day: Day) -> String {
        (minor < 0 ? "D" : "C") + compact(day) + till.currency.code + amount(minor)
    }

    private mutating func document() {
        line(":20:STM\(compact(statement.day))\(padded(statement.sequence, 5))")
        line(":25:\(till.account)")
        line(":28C:\(padded(statement.sequence, 5))/001")
        line(":60F:" + balance(statement.opening, till.house.workingDays.before(statement.day)))
        for entry in statement.lines { self.entry(entry) }
        line(":62F:" + balance(statement.closing, statement.day))
        line("-")
    }

    private mutating func entry(_ entry: BankLine) {
        let (_, month, date) = statement.day.civil
        let type =
            switch entry.purpose {
            case .fee: "NCHG"
            case .interest: "NINT"
            default: "NTRF"
            }
        let value = entry.receipts.first?.valueDate ?? statement.day
        line(
            ":61:\(compact(value))\(padded(month, 2))\(padded(date, 2))"
                + (entry.amount < 0 ? "D" : "C") + amount(entry.amount) + type
                + (entry.receipts.first?.endToEndId ?? "NONREF") + "//" + entry.reference)
        if till.house == .dalian { chinese(entry) } else { german(entry) }
    }

    /// Labels as the bank's own statement has them: 对方户名, 对方账号, 附言, 摘要.
    private mutating func chinese(_ entry: BankLine) {
        let receipt = entry.receipts.first
        line(":86:对方户名:\(receipt?.payer ?? entry.party)")
        let account = receipt?.payerAccount ?? entry.partyAccount
        if !account.isEmpty { line("对方账号:\(account)") }
        if let bank = receipt?.payerBank { line("对方行号:\(bank)") }
        let words = receipt?.text ?? entry.text
        let summary =
            switch entry.purpose {
            case .receipt: "转账收入"
            case .fee: "手续费"
            case .interest: "结息"
            case .payroll: "代发"
            case .tax: "扣税"
            case .taxRefund: "退税"
            case .ownTransfer: "结汇"
            default: "转账支出"
            }
        if !words.isEmpty { line("附言:\(words)") }
        line("摘要:\(summary)")
    }

    /// `?20`–`?29` of 27 characters each, bank and account in `?30` and `?31`, name in `?32` and
    /// `?33`.
    private mutating func german(_ entry: BankLine) {
        let receipt = entry.receipts.first
        let (code, title) =
            switch entry.purpose {
            case .receipt: ("206", "AUSLANDSZAHLUNG")
            case .fee: ("808", "ENTGELT")
            case .ownTransfer: ("411", "DEVISENHANDEL")
            default: ("201", "AUSLANDSUEBERWEISUNG")
            }
        var fields = code + "?00" + title + "?10" + padded(9_300 + statement.sequence % 100, 6)
        var words = (receipt?.text ?? entry.text).split(separator: "\n").joined(separator: " ")
        if let receipt {
            if let bearer = receipt.bearer {
                words += (words.isEmpty ? "" : " ") + "CHGS " + Self.bearers[bearer, default: "SHA"]
            }
            if let instructed = receipt.instructed {
                words += " OCMT USD" + amount(instructed)
            }
        }
        for (at, piece) in pieces(words, 27).prefix(10).enumerated() { fields += "?2\(at)\(piece)" }
        if let receipt { fields += "?30\(receipt.payerBank)?31\(receipt.payerAccount)" }
        let name = pieces(receipt?.payer ?? entry.party, 27)
        if name.count > 0 { fields += "?32\(name[0])" }
        if name.count > 1 { fields += "?33\(name[1])" }
        let lines = pieces(fields, 65)
        line(":86:" + (lines.first ?? ""))
        for rest in lines.dropFirst() { line(rest) }
    }

    private static let bearers = ["SHAR": "SHA", "DEBT": "OUR", "CRED": "BEN"]
}
