import DemoWorld
import Foundation
import Ledger
import Testing

@Suite struct DemoWorldTests {
    let demo: DemoWorldFiles

    init() throws { demo = try DemoWorldFiles.shared.get() }

    @Test func sameSeedSameBytes() throws {
        #expect(try DemoWorldFiles().fingerprint() == demo.fingerprint())
        #expect(try DemoWorldFiles(seed: 7).fingerprint() != demo.fingerprint())
    }

    @Test func sizesOfTheCompany() {
        let summary = demo.summary
        #expect((390...410).contains(summary.customers))
        #expect((6_000...8_000).contains(summary.invoices))
        #expect((4_000...5_000).contains(summary.receipts))
        #expect((60...90).contains(summary.receiptsToday))
    }

    @Test func everyTroubleHappens() {
        for trouble in Trouble.ordinary {
            #expect(demo.summary.troubles[trouble, default: 0] >= 5, "\(trouble)")
        }
        let clear: [Trouble] = [
            .clear, .severalInvoices, .cashDiscount, .parentPays, .pinyinName,
        ]
        let count = clear.reduce(0) { $0 + demo.summary.troubles[$1, default: 0] }
        #expect((55...70).contains(count * 100 / demo.summary.receipts))
    }

    @Test(arguments: [
        Trouble.shortReference, .severalInvoices, .bankCharge, .paidTwice, .overpayment,
        .wrongNumber, .creditNoteNetted, .unknownPayer,
    ])
    func theMorningHasIt(_ trouble: Trouble) {
        #expect(demo.summary.troublesToday[trouble, default: 0] > 0)
    }

    @Test func statementsFootAndFollow() throws {
        var last: [String: (sequence: Int, closing: Int64)] = [:]
        var count = 0
        let paths = try demo.paths().filter { $0.hasSuffix(".sta") || $0.hasSuffix(".xml") }
        // By day, history before the morning: `history/DL-CNY-2026-01-04.sta`.
        for path in paths.sorted(by: { ($0.suffix(14), $0) < ($1.suffix(14), $1) }) {
            let statement = PlainStatement(try demo.text(path))
            #expect(
                statement.opening + statement.amounts.reduce(0, +) == statement.closing, "\(path)")
            #expect(statement.opening > 0 && statement.closing > 0, "\(path)")
            if let before = last[statement.account] {
                #expect(statement.sequence == before.sequence + 1, "\(path)")
                #expect(statement.opening == before.closing, "\(path)")
            } else {
                #expect(statement.sequence == 1)
            }
            last[statement.account] = (statement.sequence, statement.closing)
            count += 1
        }
        #expect(last.count == 4)
        #expect(count == demo.summary.statements)
        let accounts = try demo.rows("history/bank-accounts.csv").compactMap { $0["account"] }
        #expect(Set(accounts) == Set(last.keys))
    }

    @Test func banksKeepTheirHolidays() throws {
        let paths = Set(try demo.paths())
        // A make-up Saturday in China; the Spring Festival; the Dragon Boat Festival, a Friday.
        #expect(paths.contains("history/DL-CNY-2026-02-28.sta"))
        #expect(!paths.contains("history/DL-CNY-2026-02-17.sta"))
        #expect(!paths.contains("history/DL-USD-2026-06-19.xml"))
        #expect(paths.contains("history/HH-EUR-2026-06-19.xml"))
        // Easter Monday; Whit Monday, on which Dalian works.
        #expect(!paths.contains("history/HH-EUR-2026-04-06.xml"))
        #expect(!paths.contains("history/HH-USD-2026-05-25.sta"))
        #expect(paths.contains("history/DL-CNY-2026-05-25.sta"))
        // Working days of January to June 2026: 121 in China by domain.md §8.3, less 30 June.
        #expect(paths.count { $0.contains("DL-CNY") } == 21 + 16 + 22 + 21 + 19 + 21 - 1)
    }

    @Test func truthAddsUpAndStandsInTheBankFiles() throws {
        let truth = try TruthLine.read(from: demo.folder)
        let written = try demo.text("truth.csv").split(separator: "\n").count - 1
        #expect(truth.count == written)
        let byReference = Dictionary(grouping: truth, by: \.bankReference)
        #expect(byReference.count == demo.summary.receipts)
        for (reference, lines) in byReference {
            #expect(lines.reduce(0) { $0 + $1.amount } == lines[0].receiptAmount, "\(reference)")
            #expect(Set(lines.map(\.account)).count == 1, "\(reference) on two accounts")
            #expect(reference.utf8.count <= 16)
        }
        var seen: [String: Int] = [:]
        var entries = 0
        for path in try demo.paths() where path.hasSuffix(".sta") || path.hasSuffix(".xml") {
            let statement = PlainStatement(try demo.text(path))
            entries += statement.amounts.count
            // A single camt entry says its reference twice: for the entry and the transaction.
            for reference in Set(statement.references) { seen[reference, default: 0] += 1 }
        }
        #expect(seen.values.allSatisfy { $0 == 1 }, "a bank reference in two statements")
        #expect(byReference.keys.allSatisfy { seen[$0] == 1 })
        #expect(entries > demo.summary.receipts, "fees, suppliers and transfers are there too")
    }

    /// What is expected to be applied can be: the number, the creditor reference or the order
    /// stands there.
    @Test func clearReferencesAreInTheBankFiles() throws {
        var files: [String: String] = [:]
        for path in try demo.paths() where path.hasSuffix(".xml") {
            let text = try demo.text(path)
            for piece in text.components(separatedBy: "<TxDtls>").dropFirst() {
                let reference = piece.components(separatedBy: "<AcctSvcrRef>")
                    .dropFirst().first.map { String($0.prefix { $0 != "<" }) }
                files[reference ?? ""] = piece.uppercased().filter { $0.isLetter || $0.isNumber }
            }
        }
        var count = 0
        for line in try TruthLine.read(from: demo.folder) where line.trouble == .clear {
            guard let text = files[line.bankReference], let item = line.item else { continue }
            #expect(text.contains(item.filter { $0 != "-" }), "\(item)")
            count += 1
        }
        #expect(count > 500)
    }

    @Test func noItemIsPaidBeyondItsAmount() throws {
        var open: [String: Int64] = [:]
        var issued: [String: String] = [:]
        for row in try demo.invoices() {
            guard let number = row["invoice"], let gross = row["gross"].flatMap({ Amount($0) }),
                let cents = gross.money(.eur)?.minor
            else { continue }
            open[number] = row["type"] == "381" ? -cents : cents
            issued[number] = row["issued"]
        }
        #expect(open.count == demo.summary.invoices)
        for line in try TruthLine.read(from: demo.folder) {
            guard let item = line.item else { continue }
            let used = line.amount + line.discount + line.bankCharge + line.writeOff
            open[item, default: 0] -= used
            #expect(try #require(issued[item]) <= "\(line.bookedOn)", "\(item)")
        }
        for row in try demo.invoices() {
            let left = try #require(open[row["invoice"] ?? ""])
            #expect(row["type"] == "381" ? left <= 0 : left >= 0, "\(row["invoice"] ?? "")")
        }
    }
}
