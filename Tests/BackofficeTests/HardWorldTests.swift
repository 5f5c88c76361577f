import DemoWorld
import Foundation
import Ledger
import Testing

/// The hard world is what it claims to be.
@Suite struct HardWorldTests {
    static let shared: Result<DemoWorldFiles, any Error> = Result {
        atexit {
            guard let demo = try? HardWorldTests.shared.get() else { return }
            try? FileManager.default.removeItem(atPath: demo.folder)
        }
        return try DemoWorldFiles(kind: .hard)
    }

    let demo: DemoWorldFiles
    let truth: [TruthLine]
    let receipts: [String: [TruthLine]]

    init() throws {
        demo = try Self.shared.get()
        truth = try TruthLine.read(from: demo.folder)
        receipts = Dictionary(grouping: truth, by: \.bankReference)
    }

    @Test func sameSeedSameBytes() throws {
        #expect(try DemoWorldFiles(kind: .hard).fingerprint() == demo.fingerprint())
        #expect(try DemoWorldFiles(seed: 7, kind: .hard).fingerprint() != demo.fingerprint())
    }

    @Test(arguments: [UInt64(2_028), 7, 99, 2_041]) func theSharesOfTroubles(seed: UInt64) throws {
        let demo = try DemoWorldFiles(seed: seed, kind: .hard)
        let receipts = Dictionary(
            grouping: try TruthLine.read(from: demo.folder), by: \.bankReference
        ).values.compactMap(\.first)
        #expect(receipts.count == demo.summary.receipts && receipts.count > 3_000)
        func permille(_ kinds: Trouble...) -> Int {
            let count = receipts.count { line in kinds.contains { line.troubles.contains($0) } }
            return count * 1_000 / receipts.count
        }
        #expect((260...350).contains(permille(.mistypedReference, .missingReference)))
        #expect((70...150).contains(permille(.noText)))
        #expect(
            (120...280).contains(permille(.parentPays, .agentPays, .factorPays, .headOfficePays)))
        #expect((15...35).contains(permille(.paidTwice, .paidTwiceElsewhere, .closedInvoice)))
        #expect((30...120).contains(permille(.bankCharge)))
        #expect((60...140).contains(permille(.partPayment, .retention, .shortPayment)))
        #expect((15...70).contains(permille(.creditNoteNetted, .contra)))
        #expect((60...130).contains(permille(.payerName, .pinyinName)))
        #expect((30...100).contains(permille(.separateAdvice)))
        let unknowable = receipts.count { $0.expected == .ask } * 1_000 / receipts.count
        #expect((60...220).contains(unknowable))
    }

    @Test func everyTroubleOfItHappens() {
        let absent: [Trouble] = [
            .misreadNumber, .noReference, .severalWithoutReference, .wrongNumber, .thirdParty,
        ]
        for trouble in Trouble.allCases where !absent.contains(trouble) {
            #expect(demo.summary.troubles[trouble, default: 0] >= 3, "\(trouble)")
        }
    }

    @Test func theTruthFoots() {
        #expect(truth.contains { $0.itemAmount != nil })
        for (reference, lines) in receipts {
            #expect(lines.reduce(0) { $0 + $1.amount } == lines[0].receiptAmount, "\(reference)")
            #expect(Set(lines.map(\.account)).count == 1, "\(reference) on two accounts")
            let items = lines.compactMap(\.item)
            #expect(Set(items).count == items.count, "\(reference) pays an item twice")
            for line in lines where line.residual != 0 {
                #expect(!line.reason.isEmpty && line.residual > 0, "\(reference)")
            }
            if let first = lines[0].repeats {
                #expect(receipts[first]?[0].receiptAmount == lines[0].receiptAmount)
                #expect(lines.allSatisfy { $0.item == nil })
            }
        }
    }

    @Test func noItemIsPaidBeyondItsAmount() throws {
        var open: [String: Int64] = [:]
        var owner: [String: String] = [:]
        var issued: [String: String] = [:]
        for row in try demo.invoices() {
            guard let number = row["invoice"], let gross = row["gross"].flatMap({ Amount($0) }),
                let cents = gross.money(.eur)?.minor
            else { continue }
            #expect(open[number] == nil)
            open[number] = row["type"] == "381" ? -cents : cents
            owner[number] = row["customer"]
            issued[number] = row["issued"]
        }
        for line in truth.sorted(by: { $0.bookedOn < $1.bookedOn }) {
            guard let item = line.item, let before = open[item] else {
                #expect(line.item == nil)
                continue
            }
            let used =
                (line.itemAmount ?? line.amount) + line.discount + line.bankCharge + line.writeOff
            #expect(before < 0 ? used < 0 && used >= before : used > 0 && used <= before, "\(item)")
            #expect(owner[item] == line.customer)
            #expect(try #require(issued[item]) <= "\(line.bookedOn)", "\(item)")
            #expect(before - used >= line.residual || before < 0, "\(item)")
            open[item] = before - used
        }
    }

    @Test func theReceiptsStandInTheBankFiles() throws {
        var seen: [String: Int] = [:]
        for path in try demo.paths() where path.hasSuffix(".sta") || path.hasSuffix(".xml") {
            let statement = PlainStatement(try demo.text(path))
            #expect(
                statement.opening + statement.amounts.reduce(0, +) == statement.closing, "\(path)")
            for reference in Set(statement.references) { seen[reference, default: 0] += 1 }
        }
        for path in try demo.paths() where path.hasSuffix(".bai") {
            for line in try demo.text(path).split(separator: "\n") where line.hasPrefix("16,") {
                seen[String(line.split(separator: ",", maxSplits: 5)[4]), default: 0] += 1
            }
        }
        for path in try demo.paths() where path.contains("lockbox-") {
            for line in try demo.text(path).split(separator: "\n") where line.hasPrefix("6") {
                let key = line.dropFirst().prefix(6)
                seen["\(key.prefix(3))/\(key.suffix(3))", default: 0] += 1
            }
        }
        #expect(receipts.keys.allSatisfy { seen[$0] == 1 })
    }

    @Test func theChecksAreTheDeposit() throws {
        var deposits = 0
        for path in try demo.paths() where path.hasSuffix(".bai") {
            let lines = try demo.text(path).split(separator: "\n").map { $0.split(separator: ",") }
            for line in lines where line[0] == "16" && line[1] == "115" {
                let day = path.suffix(14).prefix(10)
                let box = try demo.text(String(path.prefix { $0 != "/" }) + "/lockbox-\(day).txt")
                let checks = box.split(separator: "\n").filter { $0.hasPrefix("6") }
                let sum = checks.reduce(Int64(0)) {
                    $0 + (Int64($1.dropFirst(7).prefix(10)) ?? .min / 2)
                }
                #expect(Int64(line[2]) == sum, "\(path)")
                deposits += 1
            }
        }
        #expect(deposits > 50)
    }

    @Test func theTruthItselfScoresFull() throws {
        let score = try Score.compare(
            folder: demo.folder,
            outcome: truth.map { line in
                OutcomeLine(
                    account: line.account, bankReference: line.bankReference,
                    customer: line.customer, item: line.item, amount: line.amount,
                    relief: line.discount + line.bankCharge + line.writeOff,
                    status: line.item != nil
                        ? "applied" : line.expected == .onAccount ? "on-account" : "unidentified")
            })
        #expect(score.wrong.isEmpty && score.reliefsDiffer == 0)
        #expect(score.receipts.basisPoints == 10_000 && score.recall.basisPoints == 10_000)
        #expect(score.values.map(\.currency.code) == ["CNY", "EUR", "USD"])
        #expect(score.functional.map(\.entity) == ["DL", "HH", "OH"])
        #expect((score.values + score.functional).allSatisfy { $0.share.basisPoints == 10_000 })
        #expect(score.knowable.whole < score.receipts.whole)
        #expect(try JSONSerialization.jsonObject(with: Data(score.json.utf8)) is [String: Any])
        let chinese = score.text(isChinese: true) { $0 }
        #expect(chinese.contains("自动核销的收款") && chinese.contains("总部统付"))
    }
}
