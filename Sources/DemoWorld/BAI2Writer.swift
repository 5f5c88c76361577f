import Ledger

/// Writes a bank day as BAI2, as an American bank does: ACH credits with the sixteen letters that
/// the format has for a company's name, wires, and the lockbox deposit in one sum.
struct BAI2Writer {
    private var text = ""
    private var records = 0
    private let statement: BankDay

    static func text(of statement: BankDay) -> String {
        var writer = BAI2Writer(statement)
        writer.document()
        return writer.text
    }

    private init(_ statement: BankDay) { self.statement = statement }

    private mutating func line(_ line: String) {
        text += line + "\n"
        records += 1
    }

    private mutating func document() {
        let (till, date) = (statement.till, compact(statement.day))
        line("01,\(till.bic),SLJOHIO,\(date),2359,\(statement.sequence),,,2/")
        line("02,SLJOHIO,\(till.bic),1,\(date),2359,USD,2/")
        line("03,\(till.account),USD,010,\(statement.opening),,,015,\(statement.closing),,/")
        for entry in statement.lines { self.entry(entry) }
        let control =
            statement.opening + statement.closing
            + statement.lines.reduce(Int64(0)) { $0 + abs($1.amount) }
        line("49,\(control),\(records - 1)/")
        line("98,\(control),1,\(records)/")
        line("99,\(control),1,\(records + 1)/")
    }

    private mutating func entry(_ entry: BankLine) {
        let receipt = entry.receipts.first
        let type =
            switch entry.purpose {
            case .receipt: receipt?.bearer == nil ? 142 : 195
            case .lockbox: 115
            case .interest: 354
            case .taxRefund: 142
            case .fee: 698
            default: entry.amount > 0 ? 399 : 455
            }
        let words = words(entry)
        line(
            "16,\(type),\(abs(entry.amount)),0,\(entry.reference),\(receipt?.endToEndId ?? ""),"
                + (words.first ?? ""))
        for more in words.dropFirst() { line("88," + more) }
    }

    private func words(_ entry: BankLine) -> [String] {
        guard let receipt = entry.receipts.first, entry.purpose == .receipt else {
            return [[entry.party, entry.text].filter { !$0.isEmpty }.joined(separator: " ")]
        }
        let text = receipt.text.split(separator: "\n").joined(separator: " ")
        if receipt.bearer != nil {
            return ["ORG=/\(receipt.payerAccount) \(receipt.payer.prefix(35))"]
                + pieces(text, 70).map { "OBI=" + $0 }
        }
        return [
            "ORIG CO NAME:\(receipt.payer.prefix(16)) ORIG ID:\(receipt.payerBank)",
            "DESC DATE:\(compact(receipt.valueDate)) CO ENTRY DESCR:VENDOR PAY SEC:CCD",
        ] + (text.isEmpty ? [] : ["PMT INFO:" + text.prefix(80)])
    }
}
