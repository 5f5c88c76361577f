import Ledger

/// Writes the checks of a lockbox deposit as a file after the BAI's *Lockbox Communications
/// Standards for Banks*: one batch a day, of the day's number in the year.
struct LockboxWriter {
    private var text = ""
    private var records = 0

    /// Batch and item, which are the bank's reference of a check.
    static func reference(_ day: Day, _ item: Int) -> String {
        padded(batch(day), 3) + "/" + padded(item + 1, 3)
    }

    private static func batch(_ day: Day) -> Int { day - Billing.opened + 1 }

    static func text(of deposit: BankLine, on day: Day) -> String {
        var writer = LockboxWriter()
        let (box, date) = (Till.lockbox, compact(day))
        writer.line("100SLJOHIO   COLDUS33  \(date)1800")
        writer.line("2SLJOHIO   COLDUS33  0000000000400080008001")
        writer.line("5" + padded(batch(day), 3) + "000" + box + date + "SLJOHIO   COLDUS33  ")
        for (item, receipt) in deposit.receipts.enumerated() { writer.check(receipt, item, day) }
        let sum = padded(Int(deposit.amount), 10)
        let count = deposit.receipts.count
        writer.line("7" + padded(batch(day), 3) + "000" + box + date + padded(count, 3) + sum)
        writer.line("8000000" + box + date + padded(count, 4) + sum)
        writer.line("9" + padded(writer.records + 1, 6))
        return writer.text
    }

    private mutating func line(_ line: String) {
        text += line + "\n"
        records += 1
    }

    private mutating func check(_ receipt: Receipt, _ item: Int, _ day: Day) {
        guard let check = receipt.check else { return }
        let key = padded(Self.batch(day), 3) + padded(item + 1, 3)
        let (_, month, date) = check.writtenOn.civil
        line(
            "6" + key + padded(Int(receipt.amount), 10) + receipt.payerBank
                + Self.column(receipt.payerAccount, 10) + Self.column(check.number, 10)
                + padded(month, 2) + padded(date, 2) + compact(check.writtenOn).prefix(2)
                + receipt.payer.prefix(30))
        let lines =
            check.isKeyed
            ? receipt.lockboxPairs
            : receipt.text.split(separator: "\n").flatMap { pieces(String($0), 69) }
        for (at, words) in lines.enumerated() {
            let isLast = at == lines.count - 1
            line("4" + key + "6" + padded(at + 1, 2) + (isLast ? "9" : "0") + words)
        }
    }

    /// Digits to the right, zeros before them.
    private static func column(_ digits: String, _ width: Int) -> String {
        String(repeating: "0", count: max(0, width - digits.count)) + digits.suffix(width)
    }
}

extension Receipt {
    /// Two documents a line: ten columns of number, ten digits of cents.
    fileprivate var lockboxPairs: [String] {
        let pairs = text.split(separator: "\n").map(String.init)
        return stride(from: 0, to: pairs.count, by: 2).map { at in
            pairs[at..<min(at + 2, pairs.count)].joined()
        }
    }
}
