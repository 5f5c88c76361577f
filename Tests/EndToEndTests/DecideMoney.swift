import Foundation
import Testing

/// What becomes of the money of a receipt, from the command line.
enum DecideMoney {
    static func all(_ books: DecideBooks) throws {
        try books.refuses("receipt 0.00 EUR --on 2026-06-09 --entity HH", "amount-not-positive")
        let keyed = try books.does(
            "receipt 500.00 EUR --on 2026-06-09 --payer Nordwind --entity HH", "recorded",
            "1009 ")
        let receipt = try books.number(after: "receipt", in: keyed)
        try books.does("identify \(receipt) C1")
        try parts(books, receipt)
        try elsewhere(books, receipt)
        try advance(books, receipt)
        try currencies(books, receipt)
    }

    private static func parts(_ books: DecideBooks, _ receipt: String) throws {
        try books.refuses("split \(receipt) 500.01", "exceeds-held")
        let split = try books.does("split \(receipt) 100.00 C2=50.00", "150.00 EUR split off")
        let part = try books.number(after: "part", in: split)
        try books.refuses("join \(receipt)", "not-a-part")
        try books.does("join \(part)", "100.00 EUR joined again")
        try books.refuses("transfer \(receipt) C2 450.01", "exceeds-held")
        try books.does("transfer \(receipt) C2 40.00 --why letter", "40.00 EUR split off")
    }

    private static func elsewhere(_ books: DecideBooks, _ receipt: String) throws {
        try books.does(
            "elsewhere \(receipt) bank-error 30.00", "no payment of a customer", "2241B ")
        try books.refuses("elsewhere \(receipt) other-income 1.00", "turned-to-another")
        try books.does("elsewhere \(receipt) back", "brought back")
    }

    private static func advance(_ books: DecideBooks, _ receipt: String) throws {
        try books.refuses("advance \(receipt) 119.00 --order SO-9", "order-not-found")
        try books.does("advance \(receipt) 119.00 --tax 19", "2205 ", "2221-OUT")
        try books.refuses("clear-advance \(receipt) INV-9", "item-not-found")
        try books.does("clear-advance \(receipt) INV-2 10.00", "10.00 EUR applied to INV-2")
    }

    private static func currencies(_ books: DecideBooks, _ receipt: String) throws {
        try books.refuses("convert \(receipt) EUR", "currencies-same")
        try books.does("convert \(receipt) USD 11.00 --rate 1.10", "10.00 USD")
        try books.refuses("paid-for \(receipt) XX", "entity-not-found")
        try books.does("paid-for \(receipt) DL 5.00 --why letter", "a debt to DL")
        try books.does("revalue --on 2026-06-10 --entity DL", "EUR revalued at 7.9")
        try books.refuses("revalue --on 2026-06-10 --entity DL --by bob", "revalued-already")
        try books.does(["revalue", "--back", "2026-06-10 EUR", "--entity", "DL"], "taken back")
        try books.does("verify")
    }
}
