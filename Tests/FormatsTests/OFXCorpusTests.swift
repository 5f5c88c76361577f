import Formats
import Foundation
import Ledger
import Testing

/// Every OFX file of the corpus (ofxparse, csv2ofx) against what a search for its tags finds in it.
@Suite struct OFXCorpusTests {
    static let folder: String = {
        let root = ProcessInfo.processInfo.environment["ACQUIT_CORPUS"] ?? "../shared/corpus"
        return root + "/bank"
    }()
    static var isThere: Bool {
        FileManager.default.fileExists(atPath: folder + "/ofx_ofxparse")
    }

    /// Account, currency, closing balance, entries, their sum in cents, first and last day.
    struct Facts: Equatable, Sendable, CustomStringConvertible {
        var account: String
        var currency: String
        var closing: String?
        var count: Int
        var sum: Int64
        var days: [String]

        init(
            _ account: String, _ currency: String, _ closing: String?, _ count: Int, _ sum: Int64,
            _ days: String...
        ) {
            (self.account, self.currency, self.closing) = (account, currency, closing)
            (self.count, self.sum, self.days) = (count, sum, days)
        }

        init(_ statement: Statement) {
            account = statement.account
            currency = statement.currency?.code ?? ""
            closing = statement.closing.map { "\($0.amount)" }
            count = statement.entries.count
            sum = statement.entries.compactMap { $0.amount.money(.usd)?.minor }.reduce(0, +)
            let days = statement.entries.compactMap(\.bookedOn)
            self.days = [days.min(), days.max()].compactMap { $0?.description }
        }

        var description: String {
            "\(account) \(currency) \(closing ?? "–") \(count) \(sum) \(days)"
        }
    }

    private static let parse = "ofx_ofxparse/"
    private static let convert = "csv_csv2ofx/converted/"
    private static let schwab = Facts(
        "12345", "USD", "878.47", 4, -215_27, "2022-08-04", "2022-08-17")
    private static let schwabOneDay = Facts(
        "12345", "USD", "878.47", 4, -215_27, "2022-08-17", "2022-08-17")
    private static let stripe = Facts(
        "ce7566d1d08cc094b74cf283cf9c56a5", "CAD", nil, 5, 112_50, "2021-02-02", "2021-03-16")
    private static let noBalance = ["ofx-balance-missing"]
    private static let transfers = ["ofx-message-left-out", "ofx-no-statement"]

    static let files: [(name: String, facts: [Facts], codes: [String])] = [
        (parse + "account_listing_aggregation", [], ["ofx-no-statement"]),
        (
            parse + "anzcc",
            [Facts("1234123412341234", "AUD", "-123.45", 1, -5_50, "2017-05-08", "2017-05-08")],
            ["ofx-balance-day"]
        ),
        (
            parse + "bank_medium",
            [Facts("12300 000012345678", "CAD", "382.34", 3, -345_27, "2009-04-01", "2009-04-03")],
            []
        ),
        (parse + "bank_small", [], ["ofx-no-statement"]),
        (
            parse + "checking",
            [Facts("1452687~7", "USD", "100.99", 3, -59_50, "2011-03-31", "2011-04-07")], []
        ),
        (
            parse + "multiple_accounts",
            [Facts("9100", "USD", "111", 0, 0), Facts("9200", "USD", "222", 0, 0)],
            ["ofx-no-entries", "ofx-no-entries"]
        ),
        (parse + "signon_success", [], ["ofx-no-statement"]),
        (
            parse + "suncorp",
            [Facts("123456789", "AUD", "1234.12", 1, -16_85, "2013-12-15", "2013-12-15")], []
        ),
        (
            convert + "amazon",
            [Facts("100000001", "USD", nil, 2, -11_64, "2022-12-20", "2022-12-20")], noBalance
        ),
        (
            convert + "default",
            [
                Facts(
                    "069b30db06d047a398f9eb0940d3279c", "USD", nil, 2, 95_000_00, "2015-03-24",
                    "2015-03-25"),
                Facts(
                    "195917574edc9b6bbeb5be9785b6a479", "USD", nil, 6, 370_000_00, "2015-02-08",
                    "2015-03-09"),
            ], noBalance + noBalance
        ),
        (convert + "default_w_splits", [], transfers),
        (
            convert + "gls",
            [
                Facts(
                    "e807f1fcf82d132f9bb018ca6738a19f", "EUR", nil, 1, -98_76, "2017-10-10",
                    "2017-10-10")
            ], noBalance
        ),
        (
            convert + "ingesp",
            [
                Facts(
                    "0a81b5af663f48afea56886539f243fc", "EUR", nil, 10, 350_21, "2022-03-24",
                    "2022-12-31")
            ], noBalance
        ),
        (convert + "mint", [], transfers),
        (
            convert + "n26",
            [
                Facts(
                    "57165337dd5eec7ef6c64f2b5ceb5a4d", "EUR", nil, 2, 0, "2020-03-07",
                    "2020-03-07")
            ], noBalance
        ),
        (
            convert + "outbank",
            [
                Facts(
                    "40250e0b5f1eb169f8fbf5d4bc28933b", "EUR", nil, 4, -35_89, "2019-01-05",
                    "2019-02-20")
            ], noBalance
        ),
        (
            convert + "payoneer",
            [
                Facts(
                    "59e711d152de7bec7304a8c2ecaf9f0f", "USD", "200.00", 2, 20_00, "2021-05-03",
                    "2021-05-03")
            ], []
        ),
        (
            convert + "pcmastercard",
            [
                Facts(
                    "b48167465ffc278e8096a57fb3e5cf24", "CAD", nil, 2, -50_31, "2018-12-15",
                    "2019-01-10")
            ], noBalance
        ),
        (convert + "schwab-checking-baltest-case1", [schwab], []),
        (
            convert + "schwab-checking-baltest-case2",
            [Facts("12345", "USD", nil, 4, -215_27, "2022-08-04", "2022-08-17")], noBalance
        ),
        (convert + "schwab-checking-baltest-case3", [schwab], []),
        (convert + "schwab-checking-baltest-case4", [schwab], []),
        (convert + "schwab-checking-baltest-case5", [schwabOneDay], []),
        (convert + "schwab-checking-baltest-case6", [schwabOneDay], []),
        (
            convert + "schwab-checking-baltest-case7",
            [Facts("12345", "USD", nil, 2, 0, "2022-08-17", "2022-08-17")], noBalance
        ),
        (convert + "schwab-checking-msmoney", [schwab], []),
        (convert + "schwab-checking", [schwab], []),
        (convert + "stripe-all", [stripe], noBalance),
        (convert + "stripe-default", [stripe], noBalance),
    ]

    @Test(
        .enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"),
        arguments: files.indices)
    func saysWhatItsTagsSay(_ index: Int) throws {
        let file = Self.files[index]
        let path = Self.folder + "/" + file.name + ".ofx"
        let bytes = [UInt8](try #require(FileManager.default.contents(atPath: path)))
        #expect(recognise(prefix: bytes) == .ofx, "\(file.name)")
        let reading = OFXReading(bytes)
        #expect(reading.statements.map { Facts($0) } == file.facts, "\(file.name)")
        #expect(reading.codes == file.codes, "\(file.name)")
        #expect(reading.entries.allSatisfy { $0.bankReference != nil && $0.code != nil })
        #expect(OFXReading(bytes, piece: 3) == reading, "\(file.name)")
    }

    @Test(.enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"))
    func everyFileIsTried() throws {
        for folder in [Self.parse, Self.convert] {
            let found = try FileManager.default.contentsOfDirectory(
                atPath: Self.folder + "/" + folder
            ).filter { $0.hasSuffix(".ofx") || $0.hasSuffix(".qfx") }
            let tried = Self.files.count { $0.name.hasPrefix(folder) }
            #expect(found.count == tried, "\(folder)")
        }
    }

    /// Names and memos of three banks, as they stand in their files.
    @Test(.enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"))
    func textsAsTheyStand() throws {
        let entries = { (name: String) in
            let path = Self.folder + "/" + name
            return OFXReading(
                [UInt8](try #require(FileManager.default.contents(atPath: path)))
            ).entries
        }
        let canadian = try entries("ofx_ofxparse/bank_medium.ofx")
        #expect(canadian.map(\.bankReference?.utf8.count) == [25, 25, 25])
        #expect(canadian[1].details.first?.payee?.name == "Joe's Bald Hairstyles")
        #expect(canadian[1].details.first?.checkNumber == nil)
        #expect(
            canadian[1].text
                == "Joe's Bald Hairstyles\nMISCELLANEOUS PAYMENTS;Joe's Bald Hairstyles")
        let checking = try entries("ofx_ofxparse/checking.ofx")
        #expect(checking[2].details.first?.checkNumber == "319")
        #expect(checking[2].text?.hasSuffix("# 319 FOR $45.33 ON 04/07/11") == true)
        let names = try entries("csv_csv2ofx/converted/default.ofx")
            .map { $0.details.first?.payer?.name }
        #expect(names.prefix(3) == ["Tchênzema Tchênzema", "Ƣunȡuƙi Chairman", "Ằdøłƥh Noƴa"])
    }
}
