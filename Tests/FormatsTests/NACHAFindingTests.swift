import Formats
import Testing

/// An example of every finding, each of which gives that finding alone unless it says otherwise.
@Suite struct NACHAFindingTests {
    private typealias Sample = NACHASample

    /// One entry of 10.00, and what follows it.
    static let sound = Sample.one("CCD", Sample.entry("22", 1000))

    static func changed(_ part: String, _ with: String) -> String {
        sound.replacing(part, with: with)
    }

    static func remit(_ addenda: String, indicated: Bool = true) -> String {
        Sample.one("CCD", Sample.entry("22", 1000, addenda: indicated), addenda)
    }

    static let examples: [NACHAFinding: String] = [
        .noFile: "\n \n",
        .recordMisplaced: changed(
            "5200NORTHWIND", Sample.addenda("TOO SOON") + "\n5200NORTHWIND"),
        .cutOff: sound.split(separator: "\n").prefix(4).joined(separator: "\n"),
        .amountUnreadable: changed("0000001000C-100", "00000010x0C-100"),
        .transactionUnknown: changed("\n622", "\n625"),
        .prenoteAmount: Sample.one("CCD", Sample.entry("23", 1000)),
        .totalsDiffer: changed("0000001000C-100", "0000001001C-100"),
        .hashDiffers: changed("\n622123456780", "\n622021000021"),
        .controlUnreadable: changed("0000000000000000010001990", "00000000000000000x0001990"),
        .tooManyAddenda: Sample.file(
            Sample.batch(
                Sample.header("CCD"),
                [Sample.entry("22", 1000, addenda: true)]
                    + (1...10_000).map { Sample.addenda("X", min($0, 9_999)) })),
        .tooManyFindings: changed(
            "5200NORTHWIND", String(repeating: "2\n", count: 10_001) + "5200NORTHWIND"),
        .headerOdd: changed("A094101", "A080101"),
        .lineLength: changed("0990000010000001\n8", "0990000010000001X\n8"),
        .recordUnknown: changed("5200NORTHWIND", "2\n5200NORTHWIND"),
        .countsDiffer: changed("\n9000001", "\n9000002"),
        .blocksDiffer: changed("\n9000001000001", "\n9000001000007"),
        .controlDiffers: changed("10001990000001", "10001990000002"),
        .serviceClass: Sample.one("CCD", Sample.entry("27", 1000), service: "220"),
        .entryClassUnknown: Sample.one("XYZ", Sample.entry("22", 1000)),
        .dateUnreadable: Sample.file(
            Sample.batch(
                Sample.header("CCD", effective: "261303"), [Sample.entry("22", 1000)])),
        .routingNumber: changed("\n622123456780", "\n622123456781"),
        .traceOrder: Sample.one(
            "CCD", Sample.entry("22", 1000, number: 2), Sample.entry("22", 1, number: 1)),
        .traceBank: changed("0990000010000001\n8", "0990000020000001\n8"),
        .addendaIndicator: remit(Sample.addenda("INVOICE 1"), indicated: false),
        .addendaSequence: remit(Sample.addenda("INVOICE 1", 2)),
        .addendaCount: Sample.one(
            "CTX",
            Sample.entry(
                "22", 1000, Sample.left("PAY-77", 15) + "0002ACME INC", addenda: true),
            Sample.addenda("INVOICE 1")),
        .addendaUnknown: remit("703" + Sample.addenda("INVOICE 1").dropFirst(3)),
        .reasonUnknown: remit(
            "799R99" + "990000010000042" + Sample.left("", 58) + Sample.trace(1)),
    ]

    /// Findings that come with another one.
    static let company: [NACHAFinding: Set<String>] = [
        .amountUnreadable: ["nacha-totals-differ"],
        .transactionUnknown: ["nacha-totals-differ"],
        .tooManyFindings: ["nacha-record-unknown"],
    ]

    @Test func theSampleIsSound() {
        #expect(NACHAReading(Self.sound).findings == [])
        #expect(NACHAReading(Self.sound).entries.count == 1)
    }

    @Test(arguments: NACHAFinding.allCases) func everyFindingHasAnExample(_ kind: NACHAFinding)
        throws
    {
        let text = try #require(Self.examples[kind])
        let reading = NACHAReading(text)
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
        let reading = NACHAReading(Self.changed("\n622123456780", "\n622123456789"))
        #expect(reading.findings.map(\.place) == ["line 3"])
        #expect(reading.findings.map(\.value) == ["123456789"])
        let run = NACHAReading(
            Self.changed("\n622123456780", "\n622123456789").replacing("\n", with: ""))
        #expect(run.findings.map(\.place) == ["record 3"])
        #expect(run.statements == reading.statements)
    }

    /// An entry that cannot be read takes its addenda with it.
    @Test func anUnreadableEntryIsLeftOutWhole() {
        let text = Sample.one(
            "CCD", Sample.entry("22", 1000, addenda: true), Sample.addenda("INVOICE 1"),
            Sample.entry("22", 1, number: 2)
        ).replacing("0000001000C-100", with: "         -C-100")
        let reading = NACHAReading(text)
        #expect(reading.codes == ["nacha-amount-unreadable", "nacha-totals-differ"])
        #expect(reading.entries.map(\.amount.units) == [1])
        #expect(reading.entries.allSatisfy { $0.detail.remittance.isEmpty })
    }

    /// Which totals hold is told where they stand; a batch that is wrong is told once.
    @Test func controlTotals() {
        let records = Sample.batch(Sample.header("CCD"), [Sample.entry("22", 1000)])
        func findings(_ control: (String) -> String, _ file: (String) -> String) -> [String] {
            let lines = Sample.file(records).split(separator: "\n").map(String.init)
            let changed = lines.enumerated().map { number, line in
                number == 3 ? control(line) : number == 4 ? file(line) : line
            }
            return NACHAReading(changed.joined(separator: "\n")).findings.map {
                "\($0.code) \($0.place)"
            }
        }
        let wrong = { (line: String) in line.replacing("000000001000", with: "000000001001") }
        #expect(findings({ $0 }, { $0 }) == [])
        #expect(findings(wrong, { $0 }) == ["nacha-totals-differ line 4"])
        #expect(findings(wrong, wrong) == ["nacha-totals-differ line 4"])
        #expect(findings({ $0 }, wrong) == ["nacha-totals-differ line 5"])
        let hash = { (line: String) in line.replacing("0012345678", with: "0012345679") }
        #expect(findings({ $0 }, hash) == ["nacha-hash-differs line 5"])
        let count = { (line: String) in
            line.replacing("8200000001", with: "8200000003").replacing(
                "00000001001", with: "00000003001")
        }
        #expect(findings(count, { $0 }) == ["nacha-counts-differ line 4"])
        #expect(findings({ $0 }, count) == ["nacha-counts-differ line 5"])
    }

    @Test func theControlRecordOfABatchIsMissing() {
        let lines = Self.sound.split(separator: "\n").filter { !$0.hasPrefix("8") }
        let reading = NACHAReading(lines.joined(separator: "\n"))
        #expect(reading.codes == ["nacha-cut-off"])
        #expect(reading.findings.map(\.place) == ["line 4"])
        #expect(reading.entries.count == 1)
    }

    /// The hash keeps the last ten digits of the sum.
    @Test func theHashIsCut() {
        let entries = (1...900).map { Sample.entry("22", 1, number: $0) }
        let reading = NACHAReading(Sample.file(Sample.batch(Sample.header("PPD"), entries)))
        #expect(reading.findings == [])
        #expect(reading.entries.count == 900)
    }
}
