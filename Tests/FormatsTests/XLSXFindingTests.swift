import Testing

@testable import Formats

/// An example of every finding of a workbook that is no attack; those of the archive are in
/// ``XLSXHostileTests``.
@Suite struct XLSXFindingTests {
    static let few: WorkbookLimits = {
        var limits = WorkbookLimits()
        limits.rows = 20
        limits.columns = 20
        limits.characters = 40
        limits.row = 60
        limits.cells = 100
        limits.strings = 4
        limits.read = 150
        limits.styles = 4
        limits.findings = 10
        limits.depth = 8
        return limits
    }()

    static let cell = "<row><c><v>1</v></c></row>"

    static func with(_ part: String, _ change: (String) -> String) -> [UInt8] {
        var sample = ZipSample()
        for (name, text) in XLSXSample(cell, strings: ["a"]).parts {
            sample.entries.append(.init(name, name == part ? change(text) : text))
        }
        return sample.bytes
    }

    static func compound(_ stream: String) -> [UInt8] {
        let magic: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        return magic + [UInt8](repeating: 0, count: 600) + stream.utf16.flatMap { [UInt8($0), 0] }
            + [UInt8](repeating: 0, count: 40)
    }

    static func rows(_ rows: String, strings: [String] = [], formats: [String] = ["0"]) -> [UInt8] {
        XLSXSample(rows, strings: strings, formats: formats).bytes
    }

    static let examples: [(WorkbookFinding, [UInt8])] = [
        (.notAWorkbook, Array("a;b;c\n".utf8)),
        (.notAWorkbook, []),
        (.notAWorkbook, compound("WordDocument")),
        (.notAWorkbook, ZipSample(entries: [.init("word/document.xml", "<a/>")]).bytes),
        (.password, compound("EncryptedPackage")),
        (.olderFormat, compound("Workbook")),
        (.olderFormat, compound("Book")),
        (
            .olderFormat,
            with("_rels/.rels") { $0.replacing("workbook.xml", with: "workbook.bin") }
        ),
        (.partMissing, with("xl/_rels/workbook.xml.rels") { $0.replacing("sheet1", with: "no") }),
        (.partMissing, with("xl/_rels/workbook.xml.rels") { $0.replacing("rId1\"", with: "r\"") }),
        (.xmlBroken, with("xl/worksheets/sheet1.xml") { String($0.dropLast()) }),
        (.xmlBroken, with("xl/worksheets/sheet1.xml") { $0 + "<more/>" }),
        (.xmlBroken, with("xl/workbook.xml") { $0.replacing("/>", with: ">") }),
        (.xmlBroken, with("xl/styles.xml") { _ in "" }),
        (
            .doctype,
            with("xl/sharedStrings.xml") {
                "<!DOCTYPE sst [<!ENTITY a 'b'>]>" + $0.dropFirst(XLSXSample.head.count)
            }
        ),
        (.tooDeep, with("xl/workbook.xml") { _ in String(repeating: "<a>", count: 9) }),
        (
            .tagTooLong,
            with("xl/workbook.xml") { _ in "<a b=\"" + String(repeating: "x", count: 200_000) }
        ),
        (
            .tagTooLong,
            with("xl/workbook.xml") {
                $0.replacing("Sheet1", with: String(repeating: "x", count: 2_000))
            }
        ),
        (.encodingUnknown, with("xl/workbook.xml") { $0.replacing("UTF-8", with: "EBCDIC") }),
        (
            .encodingBroken,
            ZipSample(entries: [
                .init(
                    "xl/workbook.xml",
                    [0xFE, 0xFF] + "<a/>".utf16.flatMap { [0, UInt8($0)] } + [0xD8])
            ]).bytes
        ),
        (
            .noSheet,
            with("xl/workbook.xml") { $0.replacing("sheetId", with: "state=\"veryHidden\" x") }
        ),
        (
            .sheetHidden,
            with("xl/workbook.xml") { $0.replacing("sheetId", with: "state=\"hidden\" x") }
        ),
        (.rowsTooMany, rows("<row r=\"21\"/>")),
        (.rowsTooMany, rows(String(repeating: "<row/>", count: 21))),
        (.columnsTooMany, rows("<row><c r=\"U1\"><v>1</v></c></row>")),
        (.columnsTooMany, rows("<row>" + String(repeating: "<c/>", count: 21) + "</row>")),
        (.cellsTooMany, rows(String(repeating: "<row><c r=\"T1\"><v>1</v></c></row>", count: 6))),
        (
            .rowTooLong,
            rows(
                "<row>" + String(repeating: "<c t=\"s\"><v>0</v></c>", count: 4) + "</row>",
                strings: ["sixteen letters."])
        ),
        (.cellTooLong, rows(cell, strings: [String(repeating: "文", count: 41)])),
        (.cellTooLong, rows(cell, strings: [String(repeating: "😀", count: 21)])),
        (
            .cellTooLong,
            rows("<row><c t=\"str\"><v>\(String(repeating: "x", count: 41))</v></c></row>")
        ),
        (.cellTooLong, rows("<row><c><v>\(String(repeating: "1", count: 121))</v></c></row>")),
        (.stringsTooMany, rows(cell, strings: ["a", "b", "c", "d", "e"])),
        (
            .stringsTooMany,
            rows(
                String(repeating: "<row><c t=\"s\"><v>0</v></c></row>", count: 10),
                strings: ["sixteen letters."])
        ),
        (.stylesTooMany, rows(cell, formats: ["0", "1", "2", "3", "4"])),
        (
            .entriesTooMany,
            with("xl/_rels/workbook.xml.rels") { _ in
                let one = "<Relationship Id=\"a\" Type=\"b\" Target=\"c\"/>"
                return "<Relationships>\(String(repeating: one, count: 1_001))</Relationships>"
            }
        ),
        (.referenceUnreadable, rows("<row><c r=\"1A\"><v>1</v></c></row>")),
        (.referenceUnreadable, rows("<row r=\"0\"><c><v>1</v></c></row>")),
        (.rowMisplaced, rows("<row r=\"4\">\(cell.dropFirst(5))<row r=\"4\">\(cell.dropFirst(5))")),
        (.cellRepeated, rows("<row><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>")),
        (.stringMissing, rows("<row><c t=\"s\"><v>1</v></c></row>", strings: ["a"])),
        (.stringMissing, rows("<row><c t=\"s\"><v>-1</v></c></row>", strings: ["a"])),
        (.typeUnknown, rows("<row><c t=\"x\"><v>1</v></c></row>")),
        (.typeUnknown, rows("<row><c t=\"b\"><v>2</v></c></row>")),
        (.numberUnreadable, rows("<row><c><v>1,50</v></c></row>")),
        (.dateUnreadable, rows("<row><c s=\"0\"><v>60</v></c></row>", formats: ["14"])),
        (.dateUnreadable, rows("<row><c t=\"d\"><v>2026-02-30</v></c></row>")),
        (.formulaWithoutValue, rows("<row><c><f>SUM(B1:B9)</f><v></v></c></row>")),
        (
            .findingsTooMany,
            rows("<row>" + String(repeating: "<c><v>x</v></c>", count: 11) + "</row>")
        ),
    ]

    static let company: [WorkbookFinding: Set<String>] = [
        .noSheet: ["xlsx-sheet-hidden"], .sheetHidden: ["xlsx-no-sheet"],
        .findingsTooMany: ["xlsx-number-unreadable"],
    ]

    @Test(arguments: examples.indices) func everyExampleHasItsFinding(_ index: Int) {
        let (kind, bytes) = Self.examples[index]
        let codes = Set(XLSXReading(bytes, limits: Self.few).codes)
        let others = Self.company[kind] ?? []
        #expect(codes == others.union([kind.rawValue]))
    }

    @Test func everyFindingHasAnExample() {
        let here = Set(Self.examples.map(\.0))
        let missing = Set(WorkbookFinding.allCases).subtracting(here)
        #expect(missing.isSubset(of: XLSXHostileTests.findings))
    }

    @Test func findingsSayWhereAndWhat() throws {
        let rows = "<row r=\"7\"><c r=\"C7\"><v>1,5</v></c></row>"
        let finding = try #require(XLSXReading(rows: rows).findings.first)
        #expect(finding.place == "Sheet1!C7" && finding.value == "1,5")
        let broken = XLSXReading(Self.with("xl/workbook.xml") { $0.replacing("\"/>", with: "\">") })
        #expect(broken.findings.first?.place == "xl/workbook.xml, line 2")
        let long = XLSXReading(
            Self.rows("<row r=\"3\"><c r=\"B3\"><f>1</f></c><c><f>2</f></c></row>"))
        #expect(long.findings.map(\.place) == ["Sheet1!B3"])
        #expect(long.findings.first?.en.hasSuffix(": 2") == true)
    }

    /// What was read before stays, so that a person sees how far it went.
    @Test func whatWasReadBeforeTheFaultStays() {
        let reading = XLSXReading(
            Self.rows("<row><c><v>1</v></c></row><row r=\"99\"/>"), limits: Self.few)
        #expect(reading.texts == [["1"]])
        #expect(reading.codes == ["xlsx-rows-too-many"])
    }

    @Test func textsAreInBothLanguages() {
        for kind in WorkbookFinding.allCases {
            #expect(!kind.en.isEmpty && kind.zh.utf8.contains { $0 >= 0x80 })
            #expect(kind.rawValue.hasPrefix("xlsx-"))
        }
    }
}
