import Ledger

/// What claimants see of money that is not yet theirs: enough to know one's own by, too little to
/// claim another's (field.md row s).
public enum Masked {
    /// The magnitude and the first digit: `5*,***.**`.
    public static func amount(_ money: Money) -> String {
        var seen = false
        var text = ""
        for scalar in money.grouped.unicodeScalars {
            let isDigit = ("0"..."9").contains(scalar)
            text.unicodeScalars.append(isDigit && seen ? "*" : scalar)
            seen = seen || isDigit
        }
        return text
    }

    /// The beginning, and what kind of company it is: `大连**公司`, `DA** LTD`.
    public static func payer(_ name: String) -> String {
        let letters = Array(name.unicodeScalars)
        if letters.contains(where: { $0.value >= 0x2E80 }) {
            let forms = ["公司", "集团", "银行", "大学", "医院"]
            let form = letters.count > 4 ? forms.first { name.hasSuffix($0) } ?? "" : ""
            return text(letters.prefix(letters.count > 4 ? 2 : 1)) + "**" + form
        }
        let words = name.split(separator: " ")
        let last = words.count > 1 ? String(words[words.count - 1]) : ""
        let form = last.filter { $0 != "." && $0 != "," }.uppercased()
        return text(letters.prefix(letters.count > 4 ? 2 : 1)) + "**"
            + (legalForms.contains(form) ? " \(form)" : "")
    }

    /// The last four characters: `****2345`.
    public static func account(_ account: String) -> String {
        let letters = Array(account.unicodeScalars)
        return "****" + (letters.count > 4 ? text(letters.suffix(4)) : "")
    }

    private static let legalForms: Set<String> = [
        "LTD", "LIMITED", "INC", "LLC", "CORP", "CO", "GMBH", "AG", "KG", "SA", "SPA", "SRL", "BV",
        "NV", "PTY", "PLC", "AB", "OY", "AS", "KK",
    ]

    private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars)
        return text
    }
}
