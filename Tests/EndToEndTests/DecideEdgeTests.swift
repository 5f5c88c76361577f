import Foundation
import Testing

/// What happens around a decision: the books moved on, the key was used, the line was mistyped.
@Suite(.enabled(if: DecideBooks.isBuilt, "the product is not built: \(DecideBooks.binary)"))
struct DecideEdgeTests {
    @Test func aProposalThatTheBooksLeftBehindIsRefused() throws {
        let books = try DecideBooks()
        try books.does("apply BANK-3 INV-2=500.00", "500.00 EUR applied to INV-2")
        try books.refuses("accept BANK-1", "exceeds-open")
        try books.does("apply BANK-1 INV-2=95.00", "95.00 EUR applied to INV-2")
        try books.does("verify")
    }

    @Test func acceptingKeepsRuleAndEvidenceAndSaysThatAPersonDidIt() throws {
        let books = try DecideBooks()
        try books.does("accept BANK-1 --by bob --why phoned")
        let rows = try books.does("export applications").split(separator: "\n")
        let row = try #require(rows.first { $0.contains("INV-2") })
        #expect(row.contains("applied-by-hand,R8,88,"))
        #expect(row.contains("only INV-2 has this amount; phoned"))
        let events = try books.does("export events").split(separator: "\n")
        let event = try #require(events.first { $0.contains(",receipt-applied,") })
        #expect(event.contains(",bob,accept 2026-06-11 ") && event.contains(": phoned,"))
    }

    @Test func aKeyStandsForOneDecision() throws {
        let books = try DecideBooks()
        try books.does("on-account BANK-3 10.00 --key k1", "10.00 EUR put on account")
        try books.does("on-account BANK-3 10.00 --key k1", "already done")
        try books.refuses("on-account BANK-3 11.00 --key k1", "key-reused")
        try books.does("dispute INV-1 --entity DL --key k2", "INV-1 is disputed")
        try books.refuses("dispute INV-1 --entity HH --key k2", "key-reused")
        // Without a key: the same words on the same day once, on another day or for another
        // reason again.
        try books.does("on-account BANK-3 20.00", "(event")
        try books.does("on-account BANK-3 20.00", "already done")
        let later = try books.does("on-account BANK-3 20.00", today: "2026-06-12")
        #expect(!later.contains("already"))
        let other = try books.does("on-account BANK-3 20.00 --why prepaid")
        #expect(!other.contains("already"))
        let receipts = try books.does("export receipts").split(separator: "\n")
        let row = try #require(receipts.first { $0.contains("BANK-3") })
        #expect(row.contains("1230.00,70.00,"))
        // What was so already changes nothing, and that is said.
        try books.does("dispute INV-1 --entity DL --key k3", "nothing changed")
        try books.does("dispute INV-1 --entity DL --key k3", "already done", "nothing changed")
        try books.does("verify")
    }

    static let mistyped = [
        "apply BANK-3 INV-1", "apply BANK-3 INV-1=1.234", "apply BANK-3 INV-2=1,gift=2",
        "apply BANK-3 INV-2=1,discount", "on-account BANK-3 1,000", "on-account BANK-3 ten",
        "on-account BANK-3 99999999999999999999", "refund approve BANK-3 10",
        "refund approve BANK-3 10 --requested-by ann --by", "refund pay 1 10", "refund give 1",
        "close HH yesterday", "reopen HH 2026-02-30", "dispute", "use-credit CN-1 INV-3",
        "write-off-credit BANK-3 1 --back", "close HH 2026-05-31 --why x --key y",
        "post invoice --number X --customer C1 --issued 2026-05-01 --due 2026-05-01 --gross 1",
        "post invoice --number X --customer C1 --issued 2026-05-01 --due 2026-05-01 --gross 1 eur",
        "post bill --number X --customer C1 --issued 2026-05-01 --due 2026-05-01 --gross 1 EUR",
    ]

    @Test func aMistypedLineIsUsageAndTouchesNothing() throws {
        let books = try DecideBooks()
        let before = try books.run("export events").out
        for line in Self.mistyped {
            let entity = line.hasPrefix("post") ? " --entity HH" : ""
            let answer = try books.run(line + entity)
            #expect(answer.status == 64, "\(line): \(answer.out)\(answer.error)")
        }
        #expect(try books.run("export events").out == before)
    }

    /// Receipts of two entities may have the same number within them; a key is not for both.
    @Test func aKeyIsForOneEntity() throws {
        let books = try DecideBooks()
        try books.does("on-account BANK-3 --key k --why x", "put on account")
        let receipts = try books.does("export receipts").split(separator: "\n")
        let own = try #require(receipts.first { $0.contains("BANK-3") }?.prefix(13))
        let other = "2" + own.dropFirst()
        #expect(receipts.contains { $0.hasPrefix(other + ",DL,") }, "no \(other)")
        try books.does("identify \(other) C1")
        try books.refuses("on-account \(other) --key k --why x", "key-reused")
    }

    @Test func machinesReadIt() throws {
        let books = try DecideBooks()
        let text = try books.does("accept BANK-1 --json")
        let parsed = try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(parsed["repeated"] as? Bool == false)
        #expect((parsed["events"] as? [Int])?.count == 2)
        let lines = try #require(parsed["lines"] as? [[String: String]])
        #expect(lines.map { $0["amount"] } == ["595.00"])
        #expect(lines.first?["Dr"] == "2203U Unapplied cash")
        let again = try books.does("accept BANK-1 --json", "\"repeated\": true")
        #expect(again.contains("\"did\": [\"receipt "))
        let none = try books.does("dispute INV-2 --end --json", "\"events\": null")
        #expect(try JSONSerialization.jsonObject(with: Data(none.utf8)) is [String: Any])
    }

    @Test func inChinese() throws {
        let books = try DecideBooks()
        try books.does("accept BANK-1 --lang zh", "595.00 EUR 核销 INV-2（事件 ")
        try books.does("accept BANK-1 --lang zh", "办理过")
    }
}
