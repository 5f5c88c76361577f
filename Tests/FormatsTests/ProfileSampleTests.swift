import Formats
import Profiles
import Testing

/// Every built-in profile reads a table of ours as its bank or program writes them.
@Suite struct ProfileSampleTests {
    @Test func everyBuiltInProfileHasASample() {
        #expect(Set(ProfileSamples.all.keys) == Set(ProfileShelf.builtIn.profiles.map(\.name)))
    }

    @Test(arguments: ProfileShelf.builtIn.profiles.map(\.name)) func isRead(_ name: String) throws {
        let sample = try #require(ProfileSamples.all[name])
        let reading = ProfileReading(sample.text)
        #expect(reading.format == "csv:\(name)")
        let expected = sample.account.isEmpty ? ["profile-account-missing"] : []
        #expect(reading.codes == expected, "\(reading.findings)")
        #expect(reading.statements.map(\.account) == [sample.account])
        #expect(reading.lines == sample.lines)
    }

    /// Where a bank gives balances the statement opens and closes with them, and foots.
    @Test(arguments: [
        ("icbc-debit", "1000.00", "1086.60"), ("icbc-credit", "-150.00", "-112.35"),
        ("icbc-corporate", "10000.00", "19500.00"), ("abc-corporate", "0.00", "800.00"),
        ("boc-corporate", "2000.00", "2217.10"), ("ccb-corporate", "1000.00", "1770.00"),
        ("bocom-corporate", "1000.00", "1895.00"), ("cmb-corporate", "1000.00", "1985.00"),
        ("cmb-debit", "37.66", "271.66"), ("gls", "1333.32", "1234.56"),
        ("ubs-fr", "11143.94", "11373.94"), ("schwab-checking", "933.47", "1878.47"),
        ("payoneer", "180", "200"), ("ing-es", "0.00", "97.17"),
    ]) func opensAndCloses(_ name: String, _ opening: String, _ closing: String) throws {
        let sample = try #require(ProfileSamples.all[name])
        let statement = try #require(ProfileReading(sample.text).statements.first)
        #expect(statement.opening?.amount.description == opening)
        #expect(statement.closing?.amount.description == closing)
        var footing = Footing()
        for entry in statement.entries { footing.add(entry) }
        #expect(footing.check(statement) == [])
    }

    @Test func whatElseIsRead() throws {
        let entry = { (name: String) in
            let sample = try #require(ProfileSamples.all[name])
            return try #require(ProfileReading(sample.text).entries.first)
        }
        let boc = try entry("boc-corporate")
        #expect(boc.bankReference == "T1" && boc.text == "来账\n10:00:00")
        #expect(boc.detail.payer?.account == "744800000001" && boc.detail.payee == nil)
        let outbank = try entry("outbank")
        #expect(outbank.detail.endToEndId == "E2E-7" && outbank.code == "052")
        #expect(outbank.detail.payer?.bank == "BYLADEM1001")
        #expect(outbank.valueDate?.description == "2026-02-21")
        let stripe = try entry("stripe")
        #expect(stripe.detail.charges.map(\.amount.description) == ["1.03"])
        #expect(stripe.detail.documents.map(\.number) == ["INV-18"])
        #expect(try entry("credit-union").detail.checkNumber == "101")
        #expect(try entry("alipay").bankReference == "20260303001")
    }

    /// The same table in the encodings of Chinese exports.
    @Test func encodings() throws {
        let sample = try #require(ProfileSamples.all["ccb-corporate"])
        let whole = ProfileReading(sample.text)
        #expect(ProfileReading([0xEF, 0xBB, 0xBF] + Array(sample.text.utf8)) == whole)
        let wide: [UInt8] = sample.text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(ProfileReading([0xFF, 0xFE] + wide) == whole)
        #expect(ProfileReading(sample.text.replacing("\n", with: "\r\n")) == whole)
        #expect(ProfileReading(sample.text.replacing("\n", with: "\r")) == whole)
    }
}
