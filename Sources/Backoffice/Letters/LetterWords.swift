import Ledger
import Paper
import Receivables

/// How days, amounts, accounts and what others wrote stand in a letter.
struct LetterWords {
    let language: Language

    func day(_ day: Day) -> String {
        let (year, month, number) = day.civil
        return language(
            "\(number)\u{A0}\(Self.months[month - 1])\u{A0}\(year)", "\(year)年\(month)月\(number)日")
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]

    /// The currency before the amount, and never on another line.
    func amount(_ money: Money) -> String { "\(money.currency)\u{A0}\(money.grouped)" }

    /// Sums of several currencies beside each other.
    func amounts(_ sums: [Currency: Int64]) -> String {
        sums.sorted { $0.key.code < $1.key.code }
            .map { amount(Money(minor: $0.value, $0.key)) }.joined(separator: language(", ", "、"))
    }

    /// An IBAN in groups of four (ISO 13616), any other account as it is.
    func account(_ number: String) -> String {
        let bytes = Array(number.utf8)
        let isIBAN =
            (15...34).contains(bytes.count) && bytes.prefix(2).allSatisfy { (65...90).contains($0) }
            && bytes.dropFirst(2).prefix(2).allSatisfy { (48...57).contains($0) }
            && bytes.allSatisfy { (65...90).contains($0) || (48...57).contains($0) }
        if !isIBAN { return Self.quoted(number) }
        var grouped = ""
        for (place, scalar) in number.unicodeScalars.enumerated() {
            if place > 0, place % 4 == 0 { grouped += "\u{A0}" }
            grouped.unicodeScalars.append(scalar)
        }
        return grouped
    }

    /// An account whose owner will know it, and nobody else.
    func ending(of account: String) -> String {
        let end = lastFour(account)
        return language("ending in \(end)", "尾号\(end)")
    }

    func lastFour(_ account: String) -> String {
        String(String.UnicodeScalarView(account.unicodeScalars.filter { $0 != " " }.suffix(4)))
    }

    /// Text that someone else wrote, in one line: no controls, no marks that turn the direction of
    /// what follows, and no more than a few lines of it.
    static func quoted(_ text: String, limit: Int = 600) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0xFEFF, 0xFFF9...0xFFFB: continue
            case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: out.append(" ")
            default: out.append(scalar)
            }
            if out.count >= limit {
                out.append("…")
                break
            }
        }
        return String(out)
    }

    /// A reason code of domain.md §3.14 in words; words of others as they are.
    func reason(_ text: String) -> String {
        guard let code = ReasonCode(written: text) else { return Self.quoted(text) }
        return language("\(code.en) (\(code.rawValue))", "\(code.zh)（\(code.rawValue)）")
    }
}
