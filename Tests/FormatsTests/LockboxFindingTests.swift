import Formats
import Testing

/// An example of every finding, each of which gives that finding alone unless it says otherwise.
@Suite struct LockboxFindingTests {
    private typealias Sample = LockboxSample

    static let check = LockboxSample.check(1, 1, 250_000)
    static let examples: [LockboxFinding: String] = [
        .noFile: "\n \n",
        .lineTooLong: one(check, LockboxSample.overlay(1, 1, 1, "9", long)),
        .cutOff: LockboxSample.day.split(separator: "\n").dropLast().joined(separator: "\n"),
        .recordMisplaced: LockboxSample.header + "\n7001000\n9000003",
        .checkOutside: LockboxSample.header + "\n" + check + "\n9000003",
        .dateUnreadable: LockboxSample.file(
            [], checks: 0, cents: 0, box: "50010000004711261303NORTHWIND HARBORBANK"),
        .amountUnreadable: one(check, check.prefix(7) + "00002500x0", checks: 2),
        .totalsDiffer: one(check, checks: 1, cents: 250_001),
        .overflowMisplaced: one(check, LockboxSample.overlay(1, 2, 1, "9", "INV-1")),
        .overflowTooLong: LockboxSample.file(
            [check]
                + (0...10_000).map {
                    LockboxSample.overlay(1, 1, $0 % 100, $0 == 10_000 ? "9" : "0", "INV-1")
                }),
        .tooManyFindings: LockboxSample.header + "\n"
            + String(repeating: "3x\n", count: 10_001),
        .fileDate: LockboxSample.file([check], header: "100NORTHWIND HARBORBANK2613031800"),
        .checkDate: one(LockboxSample.check(1, 1, 250_000, date: "023026")),
        .routingInvalid: one(LockboxSample.check(1, 1, 250_000, routing: "021000022")),
        .micrUnreadable: one(LockboxSample.check(1, 1, 250_000, account: "01234*6789")),
        .overflowType: one(check, LockboxSample.overlay(1, 1, 1, "9", "INV-1", type: "3")),
        .overflowOrder: one(
            check, LockboxSample.overlay(1, 1, 1, "0", "INV-1"),
            LockboxSample.overlay(1, 1, 3, "9", "INV-3")),
        .totalsUnreadable: LockboxSample.file([check]).split(separator: "\n").dropLast()
            .joined(separator: "\n") + "\n9",
        .namesDiffer: LockboxSample.file([check], box: "50010000004712260303NORTHWIND HARBORBANK"),
        .columnsBeyond: one(check, LockboxSample.overlay(1, 1, 1, "9", String(long.prefix(120)))),
        .recordUnknown: one(check, "3WHAT"),
    ]
    static let long = String(repeating: "x", count: 70_000)

    /// Findings that come with another one.
    static let company: [LockboxFinding: Set<String>] = [
        .dateUnreadable: ["lockbox-names-differ"],
        .tooManyFindings: ["lockbox-record-unknown"],
    ]

    static func one(_ records: String..., checks: Int = 1, cents: Int = 250_000) -> String {
        LockboxSample.file(records, checks: checks, cents: cents)
    }

    @Test(arguments: LockboxFinding.allCases)
    func everyFindingHasAnExample(_ kind: LockboxFinding) throws {
        let text = try #require(Self.examples[kind])
        let reading = LockboxReading(text)
        let others = Set(reading.codes).subtracting([kind.rawValue])
        #expect(others == Self.company[kind] ?? [])
        let finding = try #require(reading.findings.first { $0.code == kind.rawValue })
        #expect(finding.severity == kind.severity)
        #expect(finding.place.hasPrefix("line "))
        #expect(finding.en.hasPrefix(kind.en) && finding.zh.hasPrefix(kind.zh))
        #expect(!kind.en.isEmpty && kind.zh.unicodeScalars.contains { $0.value >= 0x4E00 })
    }

    @Test func aFindingNamesItsLineAndValue() {
        let reading = LockboxReading(Self.examples[.routingInvalid] ?? "")
        #expect(reading.findings.map(\.place) == ["line 4"])
        #expect(reading.findings.map(\.value) == ["021000022"])
        // The account of a bank that is unknown is nobody's.
        #expect(reading.entries.first?.detail.payer == .init(name: "ACME TOOLS INC"))
    }

    @Test func aCheckThatCannotBeReadTakesItsOverflowWithIt() {
        let broken = Self.check.prefix(7) + "x" + Self.check.dropFirst(8)
        let reading = LockboxReading(
            Sample.file(
                [
                    String(broken), Sample.overlay(1, 1, 1, "9", "INV-1"),
                    Sample.check(1, 2, 250_000),
                ], checks: 2))
        #expect(reading.codes == ["lockbox-amount-unreadable"])
        #expect(reading.entries.map(\.bankReference) == ["001/002"])
        #expect(reading.entries.first?.detail.remittance == [])
    }

    /// Which totals hold is told where they stand.
    @Test func controlTotals() {
        func places(_ batch: (Int, Int), _ service: (Int, Int), _ records: Int) -> [String] {
            let text = [
                Sample.header, Sample.box, Self.check,
                Sample.batchTotal(1, checks: batch.0, cents: batch.1),
                Sample.serviceTotal(checks: service.0, cents: service.1),
                "9" + Sample.padded(records, 6),
            ]
            let findings = LockboxReading(text.joined(separator: "\n")).findings
            #expect(findings.allSatisfy { $0.code == "lockbox-totals-differ" })
            return findings.map(\.place)
        }
        #expect(places((1, 250_000), (1, 250_000), 6) == [])
        #expect(places((2, 250_000), (1, 250_000), 6) == ["line 4"])
        #expect(places((1, 250_000), (1, 249_999), 6) == ["line 5"])
        #expect(places((1, 250_000), (1, 250_000), 7) == ["line 6"])
    }

    @Test func overflowLinesFollowEachOther() {
        func codes(_ lines: (Int, String)...) -> [String] {
            let overflow = lines.map { Sample.overlay(1, 1, $0.0, $0.1, "INV-1") }
            return LockboxReading(Sample.file([Self.check] + overflow)).codes
        }
        let broken = ["lockbox-overflow-order"]
        #expect(codes((1, "0"), (2, "0"), (3, "9")) == [])
        #expect(codes((2, "9")) == broken)
        #expect(codes((1, "0")) == broken)
        #expect(codes((1, "9"), (2, "9")) == broken)
        #expect(codes((1, "5"), (2, "9")) == broken)
    }
}
