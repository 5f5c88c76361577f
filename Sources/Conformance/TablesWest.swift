import Formats
import Profiles

/// Exports of Western banks, cards and programs against what the program csv2ofx made of them.
enum TablesWest: Source {
    static let folder = "csv_csv2ofx/test"

    static let accepted: [Accepted] = [
        .found(nil, "profile-account-missing", "the table names no account"),
        .found(nil, "csv-last-line-not-ended", "its last line is not ended"),
        .found("gls.csv", "profile-text-assumed", "nothing says that it is Latin-1"),
        .found("ingesp.csv", "profile-balances-break", "the rows of the example are in no order"),
        .found(
            "schwab-checking-baltest-case2.csv", "profile-balances-break",
            "its rows are in no order that balances could have"),
        .found(
            "xero.csv", "profile-accounts-mixed",
            "a journal has every account and is no statement of one"),
        .found("mint_headerless.csv", "profile-none-fits", "nothing says what the columns are"),
        Accepted("mint_headerless.csv", "file", "nothing says what the columns are") { ours, _ in
            ours.hasPrefix("profile-none-fits ")
        },
        Accepted("amazon.ofx", "name", "it has the name Amazon for the shop") {
            $0.isEmpty && $1 == "Amazon"
        },
        Accepted("amazon.ofx", "line", "paid with a card that is not in its settings") {
            $0.hasPrefix("2022-10-11 -34.12 ") && $1.isEmpty
        },
        Accepted("gls.ofx", "text", "its memo is the bank's word, which is our text") {
            !$0.isEmpty && $1 == "SEPA-Basislastschrift"
        },
        Accepted("ingesp.ofx", "name", "it drops words of the text to have a name") {
            $0.isEmpty && !$1.isEmpty
        },
        Accepted("ingesp.ofx", "text", "its memo is the category") { !$0.isEmpty && !$1.isEmpty },
        Accepted("ingesp.ofx", "line", "days up to the twelfth it takes for months") {
            $0.hasPrefix("2022-04-08 2.69 ") && $1.isEmpty
        },
        Accepted("ingesp.ofx", "line", "days up to the twelfth it takes for months") {
            $0.isEmpty && $1.hasPrefix("2022-08-04 2.69 ")
        },
        Accepted("default_w_splits.ofx", "name", "transfers have no name in OFX") {
            !$0.isEmpty && $1.isEmpty
        },
        Accepted("mint.ofx", "name", "transfers have no name in OFX") { !$0.isEmpty && $1.isEmpty },
        Accepted("mint.ofx", "text", "transfers have no memo in OFX") { !$0.isEmpty && $1.isEmpty },
        Accepted("mint_alt.qif", "line", "it was made of the days from the 13th on") {
            $0.hasPrefix("2015-06-12 ") && $1.isEmpty
        },
        Accepted("mint_extra.qif", "line", "it takes the last row for a part of a second header") {
            $0 == "2015-06-14 -2500.00 Transfer from Savings: Account Transfer" && $1.isEmpty
        },
        Accepted("n26.ofx", "name", "it gives the partner's name to nobody") {
            !$0.isEmpty && $1.isEmpty
        },
        Accepted("pcmastercard.ofx", "name", "it gives the shop's name to nobody") {
            !$0.isEmpty && $1.isEmpty
        },
        Accepted("payoneer.ofx", "name", "it takes the target for the payee of a credit too") {
            $0 == "payer" && $1 == "payee"
        },
        Accepted("payoneer.ofx", "text", "the additional description is remittance, too") {
            $0.hasPrefix($1 + "\n")
        },
        Accepted("schwab-checking-msmoney.ofx", "name", "names of 32 letters at most") {
            $0.hasPrefix($1) && $1.count == 32
        },
        Accepted("creditunion.qif", "accounts", "the table names no account; it names the bank") {
            $0 == "[\"\"]" && $1 == "[\"Credit Union\"]"
        },
        Accepted("mint_alt.qif", "accounts", "it was made of the days from the 13th on") {
            $0 == "[\"Checking\", \"Savings\"]" && $1 == "[\"Checking\"]"
        },
        Accepted("stripe-all.qif", "numbers", "it leaves out the charge's number") { $1 == "[]" },
        Accepted("stripe-default.qif", "numbers", "it leaves out the charge's number") {
            $1 == "[]"
        },
        Accepted("gls.ofx", "closing", "it gives no balance") { !$0.isEmpty && $1.isEmpty },
        Accepted(
            "schwab-checking-baltest-case7.ofx", "closing",
            "leads both ways within a day: we take the order of the bank, newest first"
        ) { $0 == "858.47" && $1.isEmpty },
        Accepted("ubs-ch-fr.qif", "name", "its payee is a part of the words, chosen by rules") {
            $0.isEmpty && !$1.isEmpty
        },
        Accepted("ubs-ch-fr.qif", "text", "its memo joins descriptions, one of them twice") {
            $1.hasPrefix($0.split(separator: "\n").first ?? "")
        },
    ]

    /// What is made of a table under another name than its own.
    private static let conversions = [
        "default": ["default_w_splits"], "mint": ["mint_alt"], "n26-fr": ["n26"],
        "schwab-checking": ["schwab-checking-msmoney"], "ubs-ch-fr_trimmed": ["ubs-ch-fr"],
    ]

    static func check(_ folder: Folder, _ sum: inout Sum) throws {
        let converted = Folder(path: folder.path + "/../converted")
        let there = Set(converted.files(".ofx", ".qif"))
        for name in folder.files(".csv") {
            let reader = ProfileReader(ProfileShelf.builtIn.profiles)
            let read = readStatements(try folder.bytes(name), with: reader)
            sum.file(name, read.findings, isRead: !read.file.statements.isEmpty)
            sum.findings(name, read.findings.map(\.code))
            // Its sides of a journal are taken together into one transaction each.
            if name == "xero.csv" { continue }
            let base = String(name.dropLast(4))
            for other in [base] + (conversions[base] ?? []) {
                for made in [other + ".ofx", other + ".qif"] where there.contains(made) {
                    compare(made, read.file, try converted.bytes(made), &sum)
                }
            }
        }
    }

    private static func compare(
        _ name: String, _ file: BankFile, _ made: [UInt8], _ sum: inout Sum
    ) {
        let text = String(decoding: made, as: UTF8.self)
        let isOFX = name.hasSuffix(".ofx")
        let entries = file.statements.flatMap(\.entries)
        let ours = entries.map { entry in
            var booking = Booking(entry)
            // Its name and its memo are the description, which is our remittance.
            if name.hasPrefix("schwab-") { booking.name = booking.text }
            return booking
        }
        sum.bookings(
            name, ours, isOFX ? ConvertedBookings.ofx(text) : ConvertedBookings.qif(text))
        if isOFX {
            let closing = file.statements.first?.closing
            let our = closing.flatMap { $0.amount.money($0.currency ?? .usd) }?.plain
            let their = ConvertedBookings.closing(text)
            if our != nil || their != nil { sum.fact(name, "closing", our, their) }
        } else {
            let (accounts, numbers) = ConvertedBookings.accountsAndNumbers(text)
            sum.fact(
                name, "accounts", "\(file.statements.map(\.account).sorted())", "\(accounts)")
            sum.fact(
                name, "numbers",
                "\(entries.compactMap { $0.detail.checkNumber ?? $0.bankReference }.sorted())",
                "\(numbers)")
        }
    }
}
