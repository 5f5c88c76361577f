import Formats
import Testing

/// An example of every finding, each of which gives that finding alone unless it says otherwise.
@Suite struct EDIFindingTests {
    static let paid = "RMR*IV*A**100"
    static let bpr = "BPR*C*100*C*CHK"
    static let long = String(repeating: "x", count: 70_000)
    static let examples: [EDIFinding: String] = [
        .noInterchange: "nothing",
        .headerUnreadable: EDISample.isa.replacing("~", with: "G"),
        .segmentTooLong: EDISample.x12(bpr, paid, "NTE**\(long)"),
        .cutOff: EDISample.x12(bpr, paid).replacing("GE*1*77~\n", with: ""),
        .segmentMisplaced: EDISample.x12(bpr, paid).replacing("GE*", with: "RMR*IV*B**1~GE*"),
        .controlDiffers: EDISample.x12(bpr, paid, control: "0002"),
        .countsDiffer: EDISample.x12(bpr, paid, sets: "2"),
        .test: EDISample.x12(bpr, paid).replacing("*P*>", with: "*T*>"),
        .noAdvice: EDISample.x12("BIG*20260302*A", set: "810"),
        .tooManyFindings: EDISample.x12(
            bpr, paid, String(repeating: "DTM*003*none~", count: 10_001) + "ENT*1"),
        .headerWidth: EDISample.x12(bpr, paid).replacing("OURCOMPANY     ", with: "OURCOMPANY"),
        .segmentsDiffer: EDISample.x12(bpr, paid, segments: 7),
        .countUnreadable: EDISample.x12(bpr, paid, sets: "one"),
        .messageOther: EDISample.x12(bpr, paid).replacing(
            "GE*1", with: "ST*997*2~SE*2*2~GE*2"),
    ]

    /// Of the findings that all advices share.
    static let shared: [AdviceFinding: String] = [
        .amountUnreadable: EDISample.x12(bpr, paid, "RMR*IV*B**0*1O0.00"),
        .currencyUnreadable: EDISample.x12(bpr, "CUR*PR*US$", paid),
        .currencyDiffers: EDISample.remadv(
            "CUX+2:EUR:11", "DOC+380+A", "MOA+12:5:USD", "UNS+S", "MOA+12:5"),
        .outOfBalance: EDISample.x12(bpr, "RMR*IV*A**99.99"),
        .tooManyLines: EDISample.x12(
            bpr, paid, String(repeating: "RMR*IV*B**0~", count: 100_000) + "ENT*1"),
        .amountMissing: EDISample.x12(bpr, paid, "RMR*IV*B***5"),
        .numberMissing: EDISample.x12(bpr, "RMR*IV***100"),
        .noLines: EDISample.x12(bpr),
        .dateUnreadable: EDISample.x12(bpr, paid, "DTM*003*20260230"),
    ]

    /// Findings that come with another one.
    static let company: [String: Set<String>] = [
        "edi-header-unreadable": ["edi-no-advice"], "edi-no-advice": ["edi-message-other"],
        "advice-currency-differs": ["advice-amount-missing"],
        "edi-too-many-findings": ["advice-date-unreadable"],
    ]

    @Test(arguments: EDIFinding.allCases) func everyFindingHasAnExample(_ kind: EDIFinding)
        throws
    {
        try check(kind, EDIReading(try #require(Self.examples[kind])))
    }

    @Test(arguments: AdviceFinding.allCases) func everySharedFindingHasAnExample(
        _ kind: AdviceFinding
    ) throws {
        let reading = EDIReading(try #require(Self.shared[kind]))
        try check(kind, reading)
        #expect(reading.advices.count == 1)
    }

    private func check(_ kind: some FindingKind, _ reading: EDIReading) throws {
        let others = Set(reading.codes).subtracting([kind.rawValue])
        #expect(others == Self.company[kind.rawValue] ?? [])
        let finding = try #require(reading.findings.first { $0.code == kind.rawValue })
        #expect(finding.severity == kind.severity)
        #expect(finding.place.hasPrefix("segment "))
        #expect(finding.en.hasPrefix(kind.en))
        #expect(finding.zh.hasPrefix(kind.zh))
        #expect(!kind.en.isEmpty && kind.zh.unicodeScalars.contains { $0.value >= 0x4E00 })
    }

    /// The trailers of EDIFACT are held as those of X12.
    @Test func trailersOfEDIFACT() {
        let content = ["DOC+380+A", "MOA+12:5", "UNS+S", "MOA+12:5"].joined(separator: "'")
        func codes(_ text: String) -> [String] { EDIReading(text).codes }
        #expect(codes(EDISample.remadv(content)) == [])
        #expect(codes(EDISample.remadv(content, segments: 5)) == ["edi-segments-differ"])
        #expect(codes(EDISample.remadv(content, control: "2")) == ["edi-control-differs"])
        #expect(codes(EDISample.remadv(content, messages: "2")) == ["edi-counts-differ"])
        #expect(
            codes(EDISample.remadv(content).replacing("UNZ+1+REF905", with: "UNZ+1+REF904"))
                == ["edi-control-differs"])
        #expect(
            codes(EDISample.remadv(content, unb: EDISample.unb.dropLast() + "++++++1'"))
                == ["edi-test"])
        #expect(
            codes(EDISample.remadv(content, message: "INVOIC:D:96A:UN"))
                == ["edi-message-other", "edi-no-advice"])
        let grouped = EDISample.remadv(content)
            .replacing("UNH+", with: "UNG+REMADV+A+B+260302:0915+G1+UN+D:96A'UNH+")
            .replacing("UNZ+", with: "UNE+1+G1'UNZ+")
        #expect(codes(grouped) == [])
        #expect(
            codes(grouped.replacing("UNE+1+G1", with: "UNE+2+G2"))
                == ["edi-counts-differ", "edi-control-differs"])
    }

    /// A wrong number of segments is an error where the amounts prove nothing.
    @Test func segmentsThatMayBeMissing() {
        #expect(
            EDIReading(EDISample.x12(Self.bpr, segments: 9)).codes == [
                "advice-no-lines", "edi-counts-differ",
            ])
        #expect(
            EDIReading(EDISample.x12(Self.bpr, "RMR*IV*A**1", segments: 9)).codes == [
                "advice-out-of-balance", "edi-counts-differ",
            ])
    }

    @Test func aFindingNamesItsSegmentAndValue() {
        let reading = EDIReading(EDISample.x12(Self.bpr, Self.paid, "DTM*003*x"))
        #expect(reading.findings.map(\.place) == ["segment 6, DTM"])
        #expect(reading.findings.map(\.value) == ["x"])
    }

    /// Values are cut, but never into another number.
    @Test func longValues() {
        let zeros = String(repeating: "0", count: 512)
        let amount = EDIReading(EDISample.x12("BPR*C*0*C*CHK", "RMR*IV*A**\(zeros)100"))
        #expect(amount.codes == ["advice-amount-unreadable", "advice-amount-missing"])
        let number = EDIReading(EDISample.x12(Self.bpr, "RMR*IV*\(zeros)1**100"))
        #expect(number.lines.map(\.number) == [zeros])
    }

    @Test func anEmptyFileSaysSo() {
        #expect(EDIReading("").codes == ["edi-no-interchange"])
        #expect(EDIReading("IS").codes == ["edi-no-interchange"])
        #expect(EDIReading("ISA*00*").codes == ["edi-cut-off", "edi-no-advice"])
        #expect(EDIReading("ISA**").codes == ["edi-cut-off", "edi-no-advice"])
        #expect(EDIReading("UNA::+.? '").codes.contains("edi-header-unreadable"))
        #expect(Set(EDIReading("UNB'RMR'UNT'UNE'UNZ'").codes).contains("edi-segment-misplaced"))
    }
}
