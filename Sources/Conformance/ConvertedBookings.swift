import Foundation

/// The transactions of files that csv2ofx wrote, by their tags and letters alone.
enum ConvertedBookings {
    /// Of transfers between accounts there are only day and amount.
    static func ofx(_ text: String) -> [Booking] {
        text.split(separator: /<STMTTRN>|<INTRATRN>|<XFERINFO>|<INTRATRNRS>/).compactMap { part in
            guard let day = value(of: "DTPOSTED", in: part),
                let amount = value(of: "TRNAMT", in: part)
            else { return nil }
            let month = day.dropFirst(4)
            return Booking(
                day: "\(day.prefix(4))-\(month.prefix(2))-\(month.dropFirst(2).prefix(2))",
                amount: amount, name: value(of: "NAME", in: part) ?? "",
                text: value(of: "MEMO", in: part) ?? "")
        }
    }

    /// The balance that the file ends with.
    static func closing(_ text: String) -> String? { value(of: "BALAMT", in: text[...]) }

    private static func value(of tag: String, in text: Substring) -> String? {
        guard let start = text.range(of: "<\(tag)>")?.upperBound else { return nil }
        return text[start...].prefix { $0 != "<" && !$0.isNewline }
            .trimmingCharacters(in: .whitespaces)
    }

    /// QIF: `D` day, `T` amount, `P` payee, `M` memo; the amounts of splits begin with `$`.
    static func qif(_ text: String) -> [Booking] {
        text.split(separator: "^").compactMap { part in
            let lines = part.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("!") }
            let value = { (letter: Character) in
                lines.first { $0.first == letter }.map { String($0.dropFirst()) } ?? ""
            }
            // The kind of an account begins with T, too.
            guard let amount = lines.first(where: { $0.contains(/^T-?\d/) }) else { return nil }
            let day = value("D").split(separator: "/")
            return Booking(
                day: day.count == 3 ? "\(day[2])-\(day[0])-\(day[1])" : value("D"),
                amount: String(amount.dropFirst()), name: value("P"), text: value("M"))
        }
    }

    /// QIF: `N` names an account, or has the number of a transaction.
    static func accountsAndNumbers(_ text: String) -> (accounts: [String], numbers: [String]) {
        var (accounts, numbers): ([String], [String]) = ([], [])
        for part in text.split(separator: "^") {
            let lines = part.split(whereSeparator: \.isNewline)
            guard let named = lines.first(where: { $0.hasPrefix("N") })?.dropFirst() else {
                continue
            }
            if lines.first == "!Account" {
                accounts.append(String(named))
            } else {
                numbers.append(String(named))
            }
        }
        return (accounts.sorted(), numbers.sorted())
    }
}
