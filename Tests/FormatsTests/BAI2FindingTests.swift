import Formats
import Testing

/// An example of every finding, each of which gives that finding alone unless it says otherwise.
@Suite struct BAI2FindingTests {
    static let long = String(repeating: "x", count: 70_000)
    static let examples: [BAI2Finding: String] = [
        .noFile: "\n \n",
        .lineTooLong: one("16,142,1000,,,,\(long)"),
        .recordTooLong: one("16,142,1000,,,,\(long.prefix(40_000))", "88,\(long.prefix(40_000))"),
        .cutOff: "01,A,B,260303,0630,7,,,2/\n02,B,A,1,260302,,USD,2/\n98,0,0,2/\n",
        .recordMisplaced: "88,WHAT/\n" + one("16,142,1000,,,,/"),
        .accountMissing: file(["03,,USD,,,,/"], sum: 0),
        .groupStatus: file(["03,1,USD,,,,/"], sum: 0, group: "02,B,A,2,260302,,USD,2/"),
        .interim: file(["03,1,USD,,,,/"], sum: 0, group: "02,B,A,1,260302,,USD,3/"),
        .dateUnreadable: file(["03,1,USD,,,,/"], sum: 0, group: "02,B,A,1,261302,,USD,2/"),
        .currencyUnreadable: file(["03,1,US$,,,,/"], sum: 0),
        .amountUnreadable: file(["03,1,USD,010,1x,,/"], sum: 0),
        .typeUnreadable: one("16,14,1000,,,,/"),
        .directionUnknown: one("16,800,1000,,,,/"),
        .balanceRepeated: file(["03,1,USD,010,5,,,010,6,,/"], sum: 11),
        .totalsDiffer: file(["03,1,USD,,,,/", "16,142,1000,,,,/"], sum: 1001),
        .tooManyFindings: "01,A,B,260303,0630,7,,,2/\n"
            + String(repeating: "17,x/\n", count: 10_001),
        .versionOdd: file(["03,1,,,,,/"], sum: 0, header: "01,A,B,260303,0630,7,,,3/"),
        .valueDate: one("16,142,1000,V,260230,,B,C,TEXT"),
        .fundsUnreadable: one("16,142,1000,Q,B,C,TEXT"),
        .fundsDiffer: one("16,142,1000,S,600,300,200,B,C,TEXT"),
        .amountPoint: one("16,142,10.00,,B,C,TEXT"),
        .amountNegative: file(["03,1,USD,,,,/", "16,142,-1000,,,,/"], sum: -1000),
        .lowerCase: one("16,142,1000,z,B,C,TEXT"),
        .slashMissing: one("16,142,1000,,B,C"),
        .recordsDiffer: "01,A,B,260303,0630,7,,,2/\n02,B,A,1,260302,,USD,2/\n98,0,0,2/\n99,0,1,5/",
        .totalsUnreadable: "01,A,B,260303,0630,7,,,2/\n99,none,0,2/\n",
        .recordUnknown: file(["03,1,USD,,,,/", "20,what/"], sum: 0),
    ]

    /// Findings that come with another one.
    static let company: [BAI2Finding: Set<String>] = [
        .tooManyFindings: ["bai2-record-unknown"]
    ]

    static func file(
        _ records: [String], sum: Int, header: String = "01,A,B,260303,0630,7,,,2/",
        group: String = "02,B,A,1,260302,,USD,2/"
    ) -> String {
        BAI2Sample.file(records, sum: sum, header: header, group: group)
    }

    static func one(_ records: String...) -> String {
        file(["03,1,USD,,,,/"] + records, sum: 1000)
    }

    @Test(arguments: BAI2Finding.allCases) func everyFindingHasAnExample(_ kind: BAI2Finding)
        throws
    {
        let text = try #require(Self.examples[kind])
        let reading = BAI2Reading(text)
        let others = Set(reading.codes).subtracting([kind.rawValue])
        #expect(others == Self.company[kind] ?? [])
        let finding = try #require(reading.findings.first { $0.code == kind.rawValue })
        #expect(finding.severity == kind.severity)
        #expect(finding.place.hasPrefix("line "))
        #expect(finding.en.hasPrefix(kind.en))
        #expect(finding.zh.hasPrefix(kind.zh))
        #expect(!kind.en.isEmpty && kind.zh.unicodeScalars.contains { $0.value >= 0x4E00 })
    }

    @Test func aFindingNamesItsLineAndValue() {
        let reading = BAI2Reading(
            Self.file(
                ["03,1,USD,,,,/", "16,142,1000,,,,A", "88,B", "16,142,500,V,260230,,B,C,/"],
                sum: 1500))
        #expect(reading.findings.map(\.place) == ["line 6"])
        #expect(reading.findings.map(\.value) == ["260230"])
        #expect(reading.entries.map(\.text) == ["A\nB", nil])
    }

    @Test func anEntryThatCannotBeReadTakesItsTextWithIt() {
        let reading = BAI2Reading(
            Self.file(
                ["03,1,USD,,,,/", "16,142,1,000,,,A", "88,B", "16,14x,1000,,,,C", "88,D"],
                sum: 1001))
        #expect(reading.codes == ["bai2-funds-unreadable", "bai2-type-unreadable"])
        #expect(reading.entries.map(\.text) == ["A\nB"])
        let without = BAI2Reading(Self.one("16,142,,,,,A"))
        #expect(without.codes == ["bai2-amount-unreadable", "bai2-totals-differ"])
        #expect(without.entries == [])
    }

    /// Which trailers hold is told where they stand.
    @Test func controlTotals() {
        func codes(_ account: String, _ group: String, _ file: String) -> [String] {
            let text = """
                01,A,B,260303,0630,7,,,2/
                02,B,A,1,260302,,USD,2/
                03,1,USD,010,100,,/
                16,475,50,,,/
                49,\(account)/
                98,\(group)/
                99,\(file)/
                """
            return BAI2Reading(text).findings.map { "\($0.code) \($0.place)" }
        }
        #expect(codes("150,3", "150,1,5", "150,1,7") == [])
        #expect(codes("+150,3", "150,1,5", "150,1,7") == [])
        // A bank that leaves totals out says nothing wrong.
        #expect(codes(",3", "150,1,5", ",,") == [])
        #expect(codes("151,3", "150,1,5", "150,1,7") == ["bai2-totals-differ line 5"])
        // One wrong account is told once, though the sums above repeat it.
        #expect(codes("151,3", "151,1,5", "151,1,7") == ["bai2-totals-differ line 5"])
        #expect(codes("150,3", "151,1,5", "150,1,7") == ["bai2-totals-differ line 6"])
        #expect(codes("150,3", "150,2,5", "150,1,7") == ["bai2-totals-differ line 6"])
        #expect(codes("150,3", "150,1,5", "150,2,7") == ["bai2-totals-differ line 7"])
        #expect(codes("150,4", "150,1,5", "150,1,7") == ["bai2-records-differ line 5"])
        // Without a sum that holds, missing records may be money.
        #expect(codes(",4", "150,1,5", "150,1,7") == ["bai2-totals-differ line 5"])
        #expect(
            codes("none,3", "150,1,5", "150,x,7") == [
                "bai2-totals-unreadable line 5", "bai2-totals-unreadable line 7",
            ])
    }

    @Test func habitsAreToldOnce() {
        let text = Self.file(
            ["03,1,usd,,,,", "16,142,5,z,,", "16,142,5,z,,", "16,142,5.00,z,,"],
            sum: 510)
        #expect(
            BAI2Reading(text).codes == [
                "bai2-lower-case", "bai2-slash-missing", "bai2-amount-point",
            ])
        #expect(!BAI2Reading(text).hasErrors)
    }

    @Test func anEmptyFileSaysSo() {
        #expect(BAI2Reading("").codes == ["bai2-no-file"])
        #expect(BAI2Reading("what is this\n").codes == ["bai2-record-unknown", "bai2-no-file"])
    }

    @Test func recordsOutOfOrder() {
        let reading = BAI2Reading("16,142,5,,,/\n49,0,1/\n98,0,0,1/\n99,0,0,1/\n")
        #expect(Set(reading.codes) == ["bai2-record-misplaced", "bai2-no-file"])
        #expect(reading.statements == [])
        let open = BAI2Reading("01,A,B,260303,,7,,,2/\n03,1,,,,,/\n16,142,5,,,/")
        #expect(open.codes == ["bai2-record-misplaced", "bai2-cut-off", "bai2-cut-off"])
        #expect(open.entries.count == 1)
    }
}
