import Formats
import Testing

/// Overflow lines: what the remitter says the check pays.
@Suite struct LockboxOverflowTests {
    private typealias Sample = LockboxSample

    /// The documents and the text of a check of 2,500.00 whose overflow lines say `lines`.
    private func said(_ lines: String...) -> [String]? {
        let overflow = lines.enumerated().map { at, line in
            Sample.overlay(1, 1, at + 1, at == lines.count - 1 ? "9" : "0", line)
        }
        let reading = LockboxReading(Sample.file([Sample.check(1, 1, 250_000)] + overflow))
        guard reading.findings.isEmpty, let detail = reading.entries.first?.detail else {
            return nil
        }
        let documents = detail.documents.map {
            "\($0.number ?? "?") = \($0.amount?.description ?? "?")"
        }
        return documents + detail.remittance
    }

    @Test func pairsOfTenColumns() {
        #expect(said("INV-2001  0000150000") == ["INV-2001 = 1500.00"])
        #expect(
            said("INV-2001  0000150000INV-2002  0000100000", "INV-2003  0000000000")
                == ["INV-2001 = 1500.00", "INV-2002 = 1000.00", "INV-2003 = 0.00"])
        #expect(said("      20010000150000") == ["2001 = 1500.00"])
    }

    @Test(arguments: 10...16) func pairsOfAnyWidth(_ width: Int) {
        let pair = { (number: String, amount: String) -> String in
            number + String(repeating: " ", count: width - number.utf8.count) + amount
        }
        let line = pair("INV-2001", "0000150000") + pair("INV-2002", "0000090000")
        #expect(said(line) == ["INV-2001 = 1500.00", "INV-2002 = 900.00"])
    }

    /// Places that are not needed are filled with zeros.
    @Test func paddedPairs() {
        let zeros = String(repeating: "0", count: 20)
        #expect(said("00000020010000250000" + zeros) == ["0000002001 = 2500.00"])
        #expect(said(zeros) == [zeros])
    }

    /// 100 digits may be five pairs or four: those count that add up to the check.
    @Test func digitsThatCanBeReadTwice() {
        let five = "00000010010000050000"
        let line = String(repeating: five, count: 4)
        #expect(line.utf8.count == 80)
        #expect(said(line)?.first == "0000001001 = 500.00")
        let four = (1...4).map { "00000000000100" + "\($0)" + "0000062500" }.joined()
        #expect(four.utf8.count == 100)
        // Only 93 columns are left on a line of 104.
        let three = (1...3).map { "00000000000100" + "\($0)" + "0000050000" }.joined()
        #expect(said(three)?.count == 3)
    }

    @Test(arguments: [
        "CE554", "INV 2001   0000150000", "PLEASE APPLY TO OLDEST", "12345678901234567890",
        "INV-2001  000015000O", "INV-2001  0000350000", "1716000002      00000100000000000000",
    ])
    func textIsText(_ line: String) {
        let words = line.split(separator: " ").joined(separator: " ")
        #expect(said(line) == [words])
    }

    /// A bank counts to 99 and begins again.
    @Test func aHundredLines() throws {
        let numbers = Array(1...99) + Array(1...51)
        for first in [0, 1] {
            let lines = numbers.enumerated().map { at, number in
                Sample.overlay(
                    1, 1, first == 0 ? at % 100 : number, at == 149 ? "9" : "0", "LINE \(at)",
                    type: "4")
            }
            let reading = LockboxReading(Sample.file([Sample.check(1, 1, 250_000)] + lines))
            #expect(reading.findings == [])
            #expect(reading.entries.first?.detail.remittance.count == 150)
        }
    }
}
