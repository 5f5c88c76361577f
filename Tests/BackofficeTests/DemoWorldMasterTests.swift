import DemoWorld
import Foundation
import Ledger
import Testing

@Suite struct DemoWorldMasterTests {
    let demo: DemoWorldFiles

    init() throws { demo = try DemoWorldFiles.shared.get() }

    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")

    /// GB 32100-2015, written out once more from domain.md §5.6.
    private func isUSCC(_ code: String) -> Bool {
        let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
        let values = code.compactMap { Self.alphabet.firstIndex(of: $0) }
        guard values.count == 18, code.count == 18 else { return false }
        let sum = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
        return values[17] == (31 - sum % 31) % 31
    }

    private func mod97(_ text: String) -> Int {
        text.utf8.reduce(0) { rest, byte in
            byte < 58 ? (rest * 10 + Int(byte) - 48) % 97 : (rest * 100 + Int(byte) - 55) % 97
        }
    }

    @Test func checkDigitsOfTheTests() {
        #expect(isUSCC("91350100M000100Y43"))
        #expect(!isUSCC("91350100M000100Y44"))
        #expect(mod97("539007547034RF18") == 1)
    }

    @Test func creditCodesAreValid() throws {
        let customers = try demo.rows("history/customers.csv")
        let chinese = customers.filter { $0["country"] == "CN" }
        #expect(chinese.count > 150)
        for customer in chinese { #expect(isUSCC(customer["taxId"] ?? ""), "\(customer)") }
        #expect(Set(chinese.map { $0["taxId"] }).count == chinese.count)
    }

    @Test func ibansAreValid() throws {
        var count = 0
        for customer in try demo.rows("history/customers.csv") {
            let account = customer["accounts"] ?? ""
            guard account.utf8.count > 14, account.first?.isLetter == true else { continue }
            #expect(mod97(String(account.dropFirst(4) + account.prefix(4))) == 1, "\(account)")
            count += 1
        }
        #expect(count > 90)
    }

    @Test func creditorReferencesAreValid() throws {
        let invoices = try demo.invoices().filter { $0["entity"] == "HH" }
        #expect(invoices.count > 1_000)
        for invoice in invoices {
            let reference = invoice["reference"] ?? ""
            #expect(reference.hasPrefix("RF") && reference.utf8.count <= 25)
            #expect(
                mod97(String(reference.dropFirst(4)) + String(reference.prefix(4))) == 1,
                "\(reference)")
        }
    }

    @Test func numbersOf2026HaveNoGap() throws {
        for (entity, prefix) in [("DL", "DL26-"), ("HH", "HH-26")] {
            let numbers = try demo.invoices()
                .filter { $0["entity"] == entity && $0["issued"]?.hasPrefix("2026") == true }
                .compactMap { $0["invoice"] }
            #expect(numbers.allSatisfy { $0.hasPrefix(prefix) && $0.utf8.count >= 10 })
            let counts = numbers.compactMap { Int($0.dropFirst(5)) }
            #expect(counts == Array(1...numbers.count))
        }
    }

    @Test func invoicesAddUpAndFollowTheirTerms() throws {
        let customers = Dictionary(
            uniqueKeysWithValues: try demo.rows("history/customers.csv").map {
                ($0["customer"] ?? "", $0)
            })
        #expect(customers.values.contains { $0["parent"]?.isEmpty == false })
        var kinds: Set<String> = []
        let numbers = Set(try demo.invoices().compactMap { $0["invoice"] })
        for row in try demo.invoices() {
            let customer = try #require(customers[row["customer"] ?? ""])
            #expect(customer["entity"] == row["entity"])
            #expect(customer["currency"] == row["currency"])
            let cents = try ["net", "tax", "gross"].map {
                try #require(Amount(row[$0] ?? "")?.money(.eur)).minor
            }
            #expect(cents[0] + cents[1] == cents[2])
            let percent: Int64 =
                row["currency"] == "CNY" ? 13 : customer["country"] == "DE" ? 19 : 0
            #expect(cents[1] == (cents[0] * percent + 50) / 100)
            kinds.insert(row["type"] ?? "")
            if row["type"] != "380" { #expect(numbers.contains(row["precedes"] ?? "")) }
        }
        #expect(kinds == ["380", "381", "383"])
    }

    @Test func mostAccountsAreKnown() throws {
        let customers = try demo.rows("history/customers.csv")
        let known = customers.count { $0["accounts"]?.isEmpty == false }
        #expect((70...85).contains(known * 100 / customers.count))
        let languages = Set(customers.map { $0["language"] })
        #expect(languages == ["zh", "de", "en"])
    }

    /// The Chinese bank writes GB 18030: the labels are there in its bytes, not in UTF-8.
    @Test func theChineseBankWritesGB18030() throws {
        let bytes = try demo.bytes("today/DL-CNY-\(DemoWorld.bankDay).sta")
        let label: [UInt8] = [0xB6, 0xD4, 0xB7, 0xBD, 0xBB, 0xA7, 0xC3, 0xFB]  // 对方户名
        #expect(bytes.firstRange(of: label) != nil)
    }
}
