import Formats
import Foundation
import Ledger
import Profiles
import Testing

/// Exports of Western banks, cards and programs, held against what another program made of them
/// (csv2ofx). What differs is listed with its reason.
@Suite struct ProfileWesternCorpusTests {
    static let folder = ProfileChineseCorpusTests.root + "/csv_csv2ofx"
    static var isThere: Bool { FileManager.default.fileExists(atPath: folder) }

    private func read(_ name: String) throws -> ProfileReading {
        let path = Self.folder + "/test/\(name).csv"
        return ProfileReading([UInt8](try #require(FileManager.default.contents(atPath: path))))
    }

    private struct Line: Hashable, CustomStringConvertible {
        var day: String
        var amount: String
        var name = ""
        var memo = ""
        var description: String { "\(day) \(amount) \(name) | \(memo)" }
    }

    private func text(_ name: String) throws -> String {
        let path = Self.folder + "/converted/\(name)"
        let bytes = try #require(FileManager.default.contents(atPath: path))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The transactions of an OFX file; of transfers between accounts only day and amount.
    private func ofx(_ name: String) throws -> [Line] {
        let parts = try text(name + ".ofx").split(
            separator: /<STMTTRN>|<INTRATRN>|<XFERINFO>|<INTRATRNRS>/)
        return parts.compactMap { part in
            let value = { (tag: String) -> String? in
                guard let start = part.range(of: "<\(tag)>")?.upperBound else { return nil }
                let value = part[start...].prefix { $0 != "<" && $0 != "\n" && $0 != "\r" }
                return value.trimmingCharacters(in: .whitespaces)
            }
            guard let day = value("DTPOSTED"), let amount = value("TRNAMT") else { return nil }
            return Line(
                day: "\(day.prefix(4))-\(day.dropFirst(4).prefix(2))-\(day.dropFirst(6).prefix(2))",
                amount: amount, name: value("NAME") ?? "", memo: value("MEMO") ?? "")
        }
    }

    private func ours(_ name: String, memo: Bool = true, party: Bool = true) throws -> [Line] {
        try read(name).entries.map { entry in
            Line(
                day: "\(entry.bookedOn ?? .first)",
                amount: entry.amount.money(.usd)?.plain ?? "",
                name: party ? entry.other.name ?? "" : "",
                memo: memo ? entry.detail.remittance.first ?? "" : "")
        }
    }

    private func differ(_ ours: [Line], _ theirs: [Line]) -> [String] {
        var rest = theirs
        var out: [String] = []
        for line in ours {
            if let same = rest.firstIndex(of: line) {
                rest.remove(at: same)
            } else {
                out.append("+ \(line)")
            }
        }
        return out + rest.map { "- \($0)" }
    }

    private func plain(_ lines: [Line]) -> [Line] {
        lines.map { Line(day: $0.day, amount: $0.amount) }
    }

    /// Day, amount, other side and words are the same.
    @Test(
        .enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"),
        arguments: [
            ("outbank", "outbank", 4), ("stripe-all", "stripe-all", 5),
            ("stripe-default", "stripe-default", 5),
        ])
    func same(_ name: String, _ converted: String, _ count: Int) throws {
        let ours = try ours(name)
        #expect(ours.count == count)
        #expect(differ(ours, try ofx(converted)) == [])
        #expect(try read(name).errors == [])
    }

    /// The payee is in the register's description; it has no memo.
    @Test(.enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"))
    func accountRegister() throws {
        let reading = try read("default")
        #expect(reading.statements.map(\.account) == ["Checking", "Cash"])
        #expect(differ(try ours("default"), try ofx("default")) == [])
        #expect(reading.entries.map { $0.detail.checkNumber } == (1...8).map { "INV-\($0)" })
    }

    /// Day and amount are the same; what else differs has its reason.
    @Test(
        .enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"),
        arguments: [
            // Its memo is the bank's word (SEPA-Basislastschrift), which is our text.
            ("gls", "gls"),
            // It gives the partner's name to nobody.
            ("n26-fr", "n26"), ("pcmastercard", "pcmastercard"),
            // It takes the target for the payee of a credit too.
            ("payoneer", "payoneer"),
            // Its name and its memo are the description, which is our remittance.
            ("schwab-checking", "schwab-checking"), ("schwab-checking", "schwab-checking-msmoney"),
            // Transfers between accounts have no name in OFX.
            ("mint", "mint"),
        ])
    func sameMoney(_ name: String, _ converted: String) throws {
        let ours = plain(try ours(name))
        let theirs = plain(try ofx(converted))
        #expect(!ours.isEmpty && differ(ours, theirs) == [])
        #expect(try read(name).errors == [])
    }

    /// It reads the balance of the newest entry; case 2 is in no order that balances could have.
    /// Case 7 leads both ways within a day: we take the order of the bank, newest first.
    @Test(
        .enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"),
        arguments: 1...7)
    func closingBalances(_ number: Int) throws {
        let name = "schwab-checking-baltest-case\(number)"
        let reading = try read(name)
        #expect(differ(plain(try ours(name)), plain(try ofx(name))) == [])
        if number == 2 {
            #expect(reading.errors == ["profile-balances-break"])
            return
        }
        let said = try text(name + ".ofx").firstMatch(of: /<BALAMT>([\d.]+)/)
        let closing = reading.statements.first?.closing?.amount.description
        let expected = number == 7 ? "858.47" : said.map { String($0.output.1) }
        #expect(reading.errors == [] && closing == expected)
    }

    /// It leaves out the order that was paid with a card that is not in its settings, and has the
    /// name Amazon for the shop.
    @Test(.enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"))
    func amazon() throws {
        let differences = differ(
            try ours("amazon", party: false),
            try ofx("amazon").map {
                Line(day: $0.day, amount: $0.amount, memo: $0.memo)
            })
        #expect(differences.count == 1)
        #expect(differences.first?.hasPrefix("+ 2022-10-11 -34.12 ") == true)
    }

    /// Days of a Spanish bank up to the twelfth it takes for months, and drops words of the text to
    /// have a name; the rows of the example are in no order.
    @Test(.enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"))
    func ingSpain() throws {
        #expect(try read("ingesp").errors == ["profile-balances-break"])
        #expect(
            differ(plain(try ours("ingesp")), plain(try ofx("ingesp"))) == [
                "+ 2022-04-08 2.69  | ", "- 2022-08-04 2.69  | ",
            ])
    }

    /// QIF: `D` day, `T` amount, `P` payee, `N` number; amounts of splits begin with `$`.
    private func qif(_ name: String) throws -> [Line] {
        try text(name + ".qif").split(separator: "^").compactMap { part in
            let lines = part.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("!") }
            let value = { (letter: Character) in
                lines.first { $0.first == letter }.map { String($0.dropFirst()) } ?? ""
            }
            let day = value("D").split(separator: "/").map(String.init)
            // The name of an account begins with N and T, too.
            let amount = lines.first { $0.contains(/^T-?\d/) }.map { String($0.dropFirst()) }
            guard let amount else { return nil }
            let iso = day.count == 3 ? "\(day[2])-\(day[0])-\(day[1])" : value("D")
            return Line(day: iso, amount: amount, name: value("P"), memo: value("M"))
        }
    }

    @Test(.enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"))
    func creditUnion() throws {
        #expect(differ(try ours("creditunion"), try qif("creditunion")) == [])
        #expect(try read("creditunion").entries.count == 8)
    }

    /// Its payee is a part of the words, chosen by a rule for each kind of them.
    @Test(.enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"))
    func ubs() throws {
        #expect(differ(plain(try ours("ubs-ch-fr_trimmed")), plain(try qif("ubs-ch-fr"))) == [])
        #expect(try read("ubs-ch-fr_trimmed").statements.map(\.account) == ["0123 45678901.23A"])
    }

    /// The header that stands there again at the end is no row.
    @Test(.enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"))
    func mintWithASecondHeader() throws {
        let reading = try read("mint_extra")
        #expect(reading.codes == [] && reading.entries.count == 4)
        // It takes the last row for a part of that header.
        let differences = differ(try ours("mint_extra"), try qif("mint_extra"))
        #expect(differences == ["+ 2015-06-14 -2500.00 Transfer from Savings | Account Transfer"])
        // Nothing says what the columns are.
        #expect(try read("mint_headerless").codes == ["profile-none-fits"])
    }

    @Test(.enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"))
    func capitalOne() throws {
        // No conversion of it is in the corpus; the file itself says what it is.
        let reading = try read("capitalone")
        #expect(reading.codes == [] && reading.statements.map(\.account) == ["1234"])
        #expect(
            reading.lines == [
                "2016-01-02 · -1000.00 · USD · Airplanes R Us",
                "2016-01-02 · 1000.00 · USD · CAPITAL ONE AUTOPAY PYMT",
            ])
    }

    /// A journal has every account and is not a statement of one: the file waits, and its signs are
    /// the journal's. The other program takes the sides together into one transaction each.
    @Test(.enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"))
    func xeroJournal() throws {
        let reading = try read("xero")
        #expect(reading.errors == ["profile-accounts-mixed"] && reading.entries.count == 13)
        #expect(reading.entries.reduce(Int64(0)) { $0 + $1.amount.units } == 0)
    }
}
