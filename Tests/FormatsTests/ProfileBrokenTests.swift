import Formats
import Profiles
import Testing

/// Broken tables (reliability T9): cut, bits flipped, rows swapped. Nothing traps, it comes to an
/// end, and it is the same however the bytes come.
@Suite struct ProfileBrokenTests {
    static let samples = ProfileSamples.all.keys.sorted()

    private typealias Dice = MT940BrokenTests.Dice

    @Test(arguments: samples) func piecesSayTheSame(_ name: String) throws {
        let text = try #require(ProfileSamples.all[name]).text
        let whole = ProfileReading(text)
        for piece in [1, 2, 3, 7, 64] { #expect(ProfileReading(text, piece: piece) == whole) }
    }

    @Test(arguments: ["boc-corporate", "icbc-debit-2", "payoneer", "gls"])
    func aBitFlippedInEveryByte(_ name: String) throws {
        let bytes = Array(try #require(ProfileSamples.all[name]).text.utf8)
        let profile = try #require(ProfileShelf.builtIn.profile(named: name))
        let sound = ProfileReading(bytes, as: profile)
        var dice = Dice(state: UInt64(bytes.count))
        var different = 0
        for place in bytes.indices {
            var broken = bytes
            broken[place] ^= 1 << UInt8(dice.roll(8))
            let reading = ProfileReading(broken, as: profile)
            #expect(ProfileReading(broken, as: profile, piece: 1 + place % 17) == reading)
            if reading != sound { different += 1 }
        }
        #expect(different > 100)
    }

    /// Where there are balances no digit of an amount changes unseen.
    @Test func noAmountChangesUnseen() throws {
        let text = try #require(ProfileSamples.all["ccb-corporate"]).text
        let amounts = ProfileReading(text).entries.map(\.amount)
        #expect(ProfileReading(text).errors == [] && amounts.count > 1)
        for amount in amounts.dropFirst() {
            let written = amount.description.drop { $0 == "-" }
            let changed = text.replacing(",\(written),", with: ",7\(written),")
            #expect(changed != text)
            #expect(ProfileReading(changed).errors == ["profile-balances-break"])
        }
    }

    @Test func cutAtEveryByte() throws {
        let bytes = Array(try #require(ProfileSamples.all["boc-corporate"]).text.utf8)
        let profile = try #require(ProfileShelf.builtIn.profile(named: "boc-corporate"))
        let whole = ProfileReading(bytes, as: profile)
        for length in bytes.indices {
            let reading = ProfileReading(Array(bytes[..<length]), as: profile)
            #expect(reading.entries.count <= whole.entries.count)
        }
    }

    @Test func hostileSizes() {
        for filler in [",", "\"", "\"\"", ",\"", "\n", "\r", "账号：", "[", "=\"", "'", "\t"] {
            let many = String(repeating: filler, count: 100_000)
            _ = ProfileReading(many)
            _ = ProfileReading(many + "\nDate,Amount\n2026-03-02,5\n" + many, by: plainProfile())
        }
        let long = String(repeating: "9", count: 60_000)
        let reading = ProfileReading(
            "Date,Amount,Name\n\(long),5,A\n2026-03-02,\(long),B\n2026-03-02,5,\(long)\n",
            by: plainProfile())
        #expect(reading.codes == ["profile-date-unreadable", "profile-amount-unreadable"])
        #expect(reading.findings.allSatisfy { ($0.value?.utf8.count ?? 0) <= 200 })
        let accounts = (0..<12_000).map { "2026-03-02,5,A\($0)\n" }.joined()
        let many = ProfileReading(
            "Date,Amount,Account\n" + accounts, by: plainProfile(columns: "account: Account\n"))
        #expect(many.codes == ["profile-accounts-mixed"])
    }
}
