import Ledger

/// A remittance advice that comes beside the money: the mail of a payer's bookkeeping, with the
/// lines in its text or in a CSV attached to it.
struct HardAdvice: Sendable {
    struct Line: Sendable {
        let number: String
        let issued: Day
        let gross: Int64
        let off: Int64
        let paid: Int64
    }

    let day: Day
    let paidOn: Day
    let payer: String
    let sender: String
    let language: String
    let currency: Currency
    let amount: Int64
    let isAttached: Bool
    let number: Int
    private(set) var lines: [Line]

    init(of receipt: Receipt, _ documents: [Document], _ customer: Customer, _ dice: inout Dice) {
        paidOn = receipt.bookedOn
        day = receipt.bookedOn.adding(dice.int(-2...4))
        payer = receipt.payer
        sender = customer.email
        language = customer.language
        currency = customer.currency
        isAttached = dice.chance(450)
        number = dice.int(100_000...999_999)
        lines = receipt.parts.compactMap { part in
            part.item.map { item in
                let document = documents[item]
                let sign: Int64 = document.kind == .creditNote ? -1 : 1
                let paid = (part.itemAmount ?? part.amount) + part.bankCharge
                return Line(
                    number: document.number, issued: document.issued, gross: sign * document.gross,
                    off: sign * document.gross - paid, paid: paid)
            }
        }
        // What the payer means to pay, whatever the bank sends or a finger slips.
        amount = lines.reduce(0) { $0 + $1.paid }
        // Somebody forgot one, and the total is that of the payment all the same.
        if receipt.trouble == .adviceOutOfBalance || receipt.also.contains(.adviceOutOfBalance),
            lines.count > 1
        {
            lines.remove(at: dice.int(0...(lines.count - 1)))
        }
    }

    private func text(_ en: String, _ zh: String, _ de: String) -> String {
        language == "zh" ? zh : language == "de" ? de : en
    }

    private func cents(_ minor: Int64) -> String { Decimals.text(minor, exponent: 2) }

    /// As it lies in a mailbox (RFC 5322, MIME).
    var mail: String {
        let head = [
            "From: accounts payable <\(sender)>", "To: <ar@shuolanjing.example>",
            "Date: \(Self.date(day))",
            "Message-ID: <\(number).\(compact(day))@\(sender.split(separator: "@").last ?? "")>",
            "Subject: Remittance advice \(number)", "MIME-Version: 1.0",
        ]
        let plain = ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit"]
        if !isAttached { return (head + plain + [""] + body + [""]).joined(separator: "\r\n") }
        let mark = "=_advice_\(number)"
        let table = [
            "Content-Type: text/csv; charset=utf-8; name=\"advice-\(number).csv\"",
            "Content-Disposition: attachment; filename=\"advice-\(number).csv\"",
            "Content-Transfer-Encoding: 8bit",
        ]
        let parts =
            ["--" + mark] + plain + [""] + intro + ["", "--" + mark] + table + [""] + csv
            + ["--" + mark + "--", ""]
        return (head + ["Content-Type: multipart/mixed; boundary=\"\(mark)\"", ""] + parts)
            .joined(separator: "\r\n")
    }

    private var intro: [String] {
        [
            text("Remittance advice", "付款通知", "Zahlungsavis"),
            text("Payer: ", "付款单位：", "Zahler: ") + payer,
            text("Payment date: ", "付款日期：", "Zahlungsdatum: ") + "\(paidOn)",
            text("Payment amount: ", "付款金额：", "Zahlbetrag: ")
                + "\(cents(amount)) \(currency.code)", "",
        ]
    }

    private var heads: [String] {
        [
            text("Invoice no.", "发票号", "Rechnungsnr."), text("Date", "开票日期", "Datum"),
            text("Gross", "发票金额", "Brutto"), text("Deduction", "扣款", "Abzug"),
            text("Amount paid", "实付金额", "Zahlbetrag"),
        ]
    }

    private var rows: [[String]] {
        lines.map { line in
            [line.number, "\(line.issued)", cents(line.gross), cents(line.off), cents(line.paid)]
        }
    }

    private var csv: [String] { ([heads] + rows).map { $0.joined(separator: ",") } }

    private var body: [String] {
        let table = ([heads] + rows).map { row in
            row.map { $0 + String(repeating: " ", count: max(2, 18 - $0.count)) }.joined()
        }
        return intro + table
    }

    private static func date(_ day: Day) -> String {
        let (year, month, date) = day.civil
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        return "\(padded(date, 2)) \(months[month - 1]) \(year) 09:15:00 +0000"
    }
}
