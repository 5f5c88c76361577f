import Formats
import Testing

/// An example of every finding, each of which gives that finding alone unless it says otherwise.
@Suite struct MT940FindingTests {
    static let long = String(repeating: "x", count: 70_000)
    static let examples: [MT940Finding: String] = [
        .noMessage: "nothing of the kind",
        .otherMessage: "{1:F01X}{2:I103X}{4:\n:20:A\n:61:x\n-}\n" + statement(""),
        .lineTooLong: statement(":61:260302C1,NTRFX\n:86:" + long),
        .fieldTooLong: statement(
            ":61:260302C1,NTRFX\n:86:" + long.prefix(40_000) + "\n" + long.prefix(40_000)),
        .accountMissing: ":20:A\n:60F:C260301EUR0,\n:62F:C260301EUR0,\n",
        .openingMissing: ":20:A\n:25:1\n:61:260302C1,NTRFX\n:62F:C260301EUR0,\n",
        .cutOff: ":20:A\n:25:1\n:60F:C260301EUR0,\n:61:260302C1,NTRFX\n:86:TEX",
        .fieldRepeated: ":20:A\n:25:1\n:25:2\n:60F:C260301EUR0,\n:62F:C260301EUR0,\n",
        .balanceUnreadable: statement("", closing: "C260301EURx"),
        .currenciesDiffer: statement("", closing: "C260301USD0,"),
        .dateUnreadable: statement(":61:261302C1,NTRFX"),
        .markMissing: statement(":61:2603021,NTRFX"),
        .amountUnreadable: statement(":61:260302CNTRFX"),
        .totalsDiffer: ":20:A\n:25:1\n:34F:EUR0,\n:61:260302D1,NTRFX\n:90D:1EUR2,\n",
        .tooManyFindings: statement(String(repeating: ":61:x\n", count: 10_001)),
        .balanceDate: statement("", closing: "C000000EUR0,"),
        .entryDate: statement(":61:2603021302C1,NTRFX"),
        .februaryThirty: statement(":61:2602300228C1,NTRFX"),
        .amountPoint: statement(":61:260302C1.50NTRFX"),
        .fundsCode: statement(":61:260302CD1,NTRFX"),
        .typeOdd: statement(":61:260302C1,TRF"),
        .textWithoutEntry: statement(":86:to nobody"),
        .totalsUnreadable: ":20:A\n:25:1\n:34F:EUR0,\n:90D:xEUR2,\n",
        .momentUnreadable: ":20:A\n:25:1\n:34F:EUR0,\n:13D:2603022560+0100\n",
        .floorLimitUnreadable: ":20:A\n:25:1\n:34F:EURX1,\n",
        .otherBalance: statement("").replacing("\n-\n", with: "\n:64:EUR1,\n-\n"),
        .tagUnknown: statement(":99:what"),
        .lineOutside: "Dear customer, here it is\n" + statement(""),
    ]

    static func statement(_ entries: String, closing: String = "C260301EUR0,") -> String {
        ":20:A\n:25:1\n:28C:1\n:60F:C260301EUR0,\n\(entries)\n:62F:\(closing)\n-\n"
    }

    /// Findings that come with another one.
    static let company: [MT940Finding: Set<String>] = [
        .noMessage: ["mt940-line-outside"],
        .balanceUnreadable: ["mt940-cut-off"],
        .tooManyFindings: ["mt940-mark-missing"],
    ]

    @Test(arguments: MT940Finding.allCases) func everyFindingHasAnExample(_ kind: MT940Finding)
        throws
    {
        let text = try #require(Self.examples[kind])
        let reading = MT940Reading(text)
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
        let reading = MT940Reading(Self.statement(":61:260302C1,NTRFX\n:61:260230C1,NTRFX"))
        #expect(reading.findings.map(\.place) == ["line 6"])
        #expect(reading.findings.map(\.value) == ["260230"])
        #expect(reading.entries.last?.valueDate?.description == "2026-02-28")
    }

    @Test func anEntryThatCannotBeReadTakesItsTextWithIt() {
        let reading = MT940Reading(
            Self.statement(":61:260302C,NTRFX\n:86:a\n:61:260302C2,NTRFX\n:86:b"))
        #expect(reading.codes == ["mt940-amount-unreadable"])
        #expect(reading.entries.map(\.text) == ["b"])
    }

    @Test func anEmptyFileSaysSo() {
        #expect(MT940Reading("").codes == ["mt940-no-message"])
        #expect(MT940Reading("\n\n").codes == ["mt940-no-message"])
    }
}
