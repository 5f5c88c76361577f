import Foundation
import Testing

/// A day of decisions from the command line: each subcommand does something once, and is refused
/// once for what the books do not allow; after all of it the books prove themselves.
@Suite(.enabled(if: DecideBooks.isBuilt, "the product is not built: \(DecideBooks.binary)"))
struct DecideTests {
    @Test func everySubcommandOnce() throws {
        let books = try DecideBooks()
        try receipts(books)
        try DecideMoney.all(books)
        try refunds(books)
        try items(books)
        try DecidePaper.all(books)
        try periods(books)
        try books.does("verify")
        let all = try Self.subcommands(books)
        #expect(all.count >= 18)
        #expect(all.subtracting(books.done).isEmpty)
        #expect(all.subtracting(books.refused).isEmpty)
    }

    private func receipts(_ books: DecideBooks) throws {
        try books.refuses("accept BANK-2", "nothing-proposed")
        try books.refuses("accept BANK-9", "receipt-not-found")
        let accepted = try books.does(
            "accept BANK-1", "595.00 EUR applied to INV-2", "2203U Unapplied cash", "1122 ")
        let receipt = try books.number(after: "receipt", in: accepted)
        try books.does("accept BANK-1", "already done under the key", "INV-2", "--key")
        try books.does("unapply \(receipt) --why wrong", "595.00 EUR taken back from INV-2")
        try books.refuses("unapply BANK-1 --key again", "nothing-applied")

        try books.refuses("apply BANK-2 INV-1=300.00", "payer-unknown")
        try books.refuses("apply BANK-3 INV-9=1.00", "item-not-found")
        try books.refuses("apply BANK-3", "nothing-to-apply")
        try books.refuses("apply BANK-3 INV-1=1190.01", "exceeds-open")
        try books.refuses("apply BANK-3 INV-1=1300.01", "exceeds-open")
        try books.refuses("apply BANK-3 INV-1=1000,residual=190", "reason-missing")
        try books.refuses("apply BANK-3 INV-1=1 INV-1=1", "item-named-twice")
        try books.refuses("apply BANK-3 INV-3=1 --customer C9", "customer-not-found")
        try books.does(
            "apply BANK-3 INV-1=999.00,writeoff=0.50,charge=0.50,residual=190.00:QTY_SHORT",
            "applied to INV-1, leaving INV-1/R", "6603B Bank charges", "6602S ", "1122R ")

        try books.does("identify BANK-2 C2", "300.00 EUR payer identified", "2241U ")
        try books.refuses("identify BANK-4 C9", "customer-not-found")
        try books.refuses("withdraw BANK-3", "receipt-in-use")
        try books.does("withdraw BANK-2", "payer withdrawn")
        try books.refuses("on-account BANK-3 301.01", "exceeds-held")
        try books.refuses("on-account BANK-4", "nothing-there")
        try books.does("on-account BANK-3 200", "200.00 EUR put on account", "2203A ")
        try books.refuses("off-account BANK-3 200.01", "exceeds-held")
        try books.does("off-account BANK-3 50.00", "50.00 EUR taken off account")
        try books.refuses("advance BANK-3 999.00", "exceeds-held")
        try books.does("advance BANK-3 10.00", "10.00 EUR kept as an advance", "2205 ")
        try books.does("advance BANK-3 --release", "10.00 EUR released from advance")
        try books.does("apply BANK-3 INV-2=20 --on-account", "20.00 EUR applied", "2203A ")
        try books.refuses("write-off-credit BANK-2", "nothing-there")
        try books.does("write-off-credit BANK-3 10.00", "10.00 EUR taken to income")
        try books.does("write-off-credit BANK-3 --back", "taken back from income")
    }

    /// Who asks, who approves and who pays are three persons.
    private func refunds(_ books: DecideBooks) throws {
        let approve = "refund approve BANK-3 50.00 --requested-by"
        try books.refuses("\(approve) bob --by bob", "maker-is-checker")
        try books.refuses("\(approve) ann", "maker-is-checker")
        try books.refuses(
            "refund approve BANK-3 500.00 --requested-by bob", "exceeds-on-account")
        // The customer owes something itself: that needs a word.
        try books.refuses("\(approve) bob", "refund-warnings")
        let approved = try books.does(
            "\(approve) bob --why overpaid --despite agreed", "50.00 EUR",
            "to DE02120300000000202051", "2241R ")
        let refund = try books.number(after: "refund", in: approved)
        try books.refuses("refund pay \(refund)", "maker-is-checker")
        try books.refuses("refund pay \(refund) --by bob", "maker-is-checker")
        try books.refuses("refund return \(refund)", "refund-not-paid")
        try books.does("refund pay \(refund) --by cora", "paid", "1002 Bank")
        try books.refuses("refund cancel \(refund)", "refund-not-approved")
        try books.does("refund return \(refund)", "returned")
        try books.does("refund cancel \(refund)", "cancelled")
        try books.refuses("refund pay 12", "refund-not-found")
        try books.refuses("refund-file sent RF1-1 --entity HH", "refund-file-not-found")
        let again = try books.does("\(approve) bob --despite agreed --key again", "approved")
        let next = try books.number(after: "refund", in: again)
        let file = "RF\(next)-1"
        try books.does("refund-file build DE89370400440532013000 --out pay.xml --entity HH", file)
        try books.refuses("refund cancel \(next)", "refund-in-file")
        try books.does("refund-file cancel \(file)", "cancelled")
        try books.does("refund cancel \(next) --key cancelled", "cancelled")
        let bankData = "bank-data propose C1 phone"
        try books.refuses("\(bankData) - --entity HH", "bank-data-missing")
        try books.does("\(bankData) +49-30-1000 --entity HH", "phone", "+49301000")
        try books.does("identify BANK-4 C1")
        try books.does("on-account BANK-4")
        try books.refuses(
            "refund approve BANK-4 40.00 --requested-by bob", "source-account-unknown")
    }

    private func items(_ books: DecideBooks) throws {
        try books.refuses("use-credit INV-2 INV-3 1.00", "not-a-credit")
        try books.refuses("use-credit CN-1 INV-3 59.51", "exceeds-credit")
        let used = try books.does("use-credit CN-1 INV-3 59.50", "59.50 EUR of CN-1 used for INV-3")
        let credit = try books.number(after: "application", in: used)
        try books.refuses("reverse CN-1", "item-has-applications")
        try books.does("unuse-credit \(credit)", "taken back from INV-3")
        try books.refuses("unuse-credit \(credit) --key again-2", "application-reversed")
        try books.refuses("unuse-credit 9223372036854775807", "application-not-found")

        try books.refuses("write-off CN-1", "item-is-credit")
        try books.refuses("write-off INV-8", "exceeds-small-balance")
        let written = try books.does("write-off INV-3 0.50", "0.50 EUR of INV-3 written off")
        let application = try books.number(after: "application", in: written)
        try books.refuses("reverse-write-off \(credit)", "not-a-write-off")
        try books.does("reverse-write-off \(application)", "0.50 EUR of INV-3 owed again")

        try books.refuses("dispute INV-9", "item-not-found")
        try books.refuses("dispute INV-1", "name-ambiguous")
        try books.does("dispute INV-3", "INV-3 is disputed")
        try books.refuses("write-off INV-3 0.60", "item-disputed")
        try books.does("dispute INV-3 --end", "the dispute of INV-3 has ended")

        try books.refuses("reverse INV-9", "item-not-found")
        try books.refuses("reverse BANK-3", "receipt-in-use")
        try books.does("reverse CN-1", "CN-1 reversed", "6001R ")
        try books.does("reverse BANK-2", "300.00 EUR reversed", "1002 Bank")
    }

    private func periods(_ books: DecideBooks) throws {
        let post = "post invoice --entity HH --customer C2 --issued 2026-05-20 --due 2026-06-30"
        try books.refuses("\(post) --number INV-3 --gross 119 EUR", "item-number-taken")
        try books.refuses("\(post) --number K-1 --gross 119 USD", "rate-missing")
        try books.refuses("\(post) --number K-1 --gross 119 EUR --tax 120", "tax-exceeds-gross")
        try books.does(
            "\(post) --number K-1 --gross 119.00 EUR --tax 19.00", "invoice K-1 posted: 119.00",
            "2026-05-20", "2221-OUT")
        try books.refuses("close HH 2026-06-30", "period-not-over")
        try books.refuses("close XX 2026-05-31", "entity-not-found")
        try books.does("close HH 2026-05-31 --why month-end", "closed through 2026-05-31")
        try books.refuses("close HH 2026-05-31 --key again-3", "already-closed")
        try books.does("\(post) --number K-2 --gross 10.00 EUR", "2026-06-01  1122 ")
        try books.refuses("reopen DL 2026-05-01", "not-closed")
        try books.does("reopen HH 2026-05-15", "open again from 2026-05-15")
        let credit = "post credit --entity HH --customer C2 --issued 2026-05-20 --due 2026-05-20"
        try books.does("\(credit) --number K-3 --gross 10.00 EUR", "2026-05-20  6001R ")
        let events = try books.does("export events")
        #expect(events.contains(": month-end"))
    }

    /// The subcommands of the two groups, as `acquit --help` lists them.
    private static func subcommands(_ books: DecideBooks) throws -> Set<String> {
        let help = try books.run("--help").out
        var found: Set<String> = []
        var isGroup = false
        for line in help.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasSuffix("SUBCOMMANDS:") { isGroup = line != "SUBCOMMANDS:" }
            if isGroup, line.hasPrefix("  "), !line.hasPrefix("   "), !line.hasPrefix("  See") {
                found.insert(String(line.dropFirst(2).prefix { $0 != " " }))
            }
        }
        return found
    }
}
