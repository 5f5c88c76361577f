import Formats
import Foundation
import Ledger
import Testing

/// Files of several banks (those of the library bai2, in the corpus), whose figures stand in the
/// files themselves and in that library's reading of them.
@Suite struct BAI2CorpusTests {
    static let folder: String = {
        let root = ProcessInfo.processInfo.environment["ACQUIT_CORPUS"] ?? "../shared/corpus"
        return root + "/bank/bai2_pypi"
    }()
    static var isThere: Bool { FileManager.default.fileExists(atPath: folder) }

    private func read(_ name: String) throws -> BAI2Reading {
        let path = Self.folder + "/" + name
        return BAI2Reading([UInt8](try #require(FileManager.default.contents(atPath: path))))
    }

    private func foots(_ statement: Statement) -> Bool {
        var footing = Footing()
        for entry in statement.entries { footing.add(entry) }
        return footing.check(statement).isEmpty
    }

    @Test(.enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"))
    func natWest() throws {
        let reading = try read("nwb_example.bai2")
        #expect(reading.findings == [])
        let statement = try #require(reading.statements.first)
        #expect(reading.statements.count == 1)
        #expect(statement.account == "88888888 600004" && statement.id == "2215")
        #expect(statement.currency?.code == "GBP" && statement.to == Day("2009-12-16"))
        #expect(statement.opening?.amount.description == "365.21")
        #expect(statement.closing?.amount.description == "338.45")
        #expect(
            statement.entries.map(\.amount.description) == [
                "-9.71", "-1.00", "-1.23", "-15.71", "0.89",
            ])
        #expect(statement.entries.map(\.code) == ["699", "699", "699", "699", "399"])
        #expect(statement.entries.allSatisfy { $0.bankReference == nil })
        #expect(foots(statement))
        #expect(
            statement.entries.last?.text
                == "TFR XBANKGO24007680SJ CAT JPY 2 GBPXBANKGO24007680BGC INTERNATIONAL-5373 CLIE\n"
                + "NT SECCY AC TFR")
    }

    @Test(.enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"))
    func svb() throws {
        let reading = try read("svb_us_example.bai2")
        #expect(reading.codes == ["bai2-slash-missing"])
        #expect(reading.findings.map(\.place) == ["line 20"])
        #expect(reading.statements.map(\.account) == ["1234567890", "1234567890"])
        #expect(reading.statements.map(\.to) == [Day("2022-02-01"), Day("2022-02-02")])
        #expect(
            reading.statements.map { $0.opening?.amount.description } == ["347269.79", "352171.75"]
        )
        #expect(
            reading.statements.map { $0.closing?.amount.description } == ["352171.75", "361229.75"]
        )
        #expect(reading.entries.map(\.amount.description) == ["4901.96", "9058.00"])
        #expect(reading.entries.map(\.bankReference) == ["172629", "150675"])
        #expect(
            reading.entries.map(\.text) == ["SOME PAYMENT ACH OFFSET", "SOME PAYMENT ACH OFFSET"])
        #expect(reading.statements.allSatisfy(foots))
    }

    /// Its balances do not lead from one to the other, as the file has them; its totals hold.
    @Test(.enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"))
    func citi() throws {
        let reading = try read("citi_example.bai2")
        #expect(reading.findings == [])
        let statement = try #require(reading.statements.first)
        #expect(statement.account == "77777777" && statement.to == Day("2015-07-15"))
        #expect(statement.opening?.amount.description == "100.00")
        #expect(!foots(statement))
        let entry = try #require(statement.entries.first)
        #expect(statement.entries.count == 1)
        #expect(entry.amount.description == "0.01" && entry.code == "191")
        #expect(entry.valueDate == Day("2015-07-15"))
        #expect(entry.bankReference == "1234567890")
        #expect(entry.customerReference == "RP12312312312312")
        #expect(entry.detail.payer?.name == "DOE JO")
        #expect(entry.detail.payer?.account == "11111111")
        #expect(entry.detail.payer?.bank == "BARCLAYS BANK PLC")
        #expect(entry.detail.remittance == ["RP1231231231231200 A1234BC 22/03/66"])
    }

    @Test(.enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"))
    func trailersWithoutASum() throws {
        let reading = try read("account_trailer_amount_blank_example.bai2")
        #expect(reading.findings == [])
        #expect(reading.statements.map(\.account) == ["12345", "54321"])
        #expect(reading.statements.map(\.to) == [Day("2021-01-01"), Day("2021-01-01")])
        #expect(reading.entries == [])
    }
}
