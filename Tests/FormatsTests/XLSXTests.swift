import Testing

@testable import Formats

/// What the cells of a workbook say, whoever wrote it.
@Suite struct XLSXTests {
    @Test func aStatementOfABank() {
        let reading = XLSXReading(
            rows: """
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
                <row r="2"><c r="A2" s="1"><v>46112</v></c><c r="B2"><v>1234.5600000000001</v></c></row>
                <row r="3"><c r="A3" s="1"><v>46112.53156</v></c><c r="B3"><v>-0.5</v></c></row>
                """,
            strings: ["日期", "金额"], formats: ["0", "14"])
        #expect(reading.findings == [])
        #expect(reading.sheets.map(\.name) == ["Sheet1"])
        #expect(
            reading.texts == [
                ["日期", "金额"], ["2026-03-31", "1234.56"], ["2026-03-31T12:45:27", "-0.5"],
            ])
        #expect(reading.rows[1].cells.map(\.kind) == [.date, .number])
        #expect(reading.rows.map(\.number) == [1, 2, 3])
    }

    @Test func everyTypeOfCell() {
        let reading = XLSXReading(
            rows: """
                <row><c t="s"><v>0</v></c><c t="inlineStr"><is><t>in</t></is></c>\
                <c t="str"><f>"x"</f><v>calculated</v></c><c t="b"><v>1</v></c>\
                <c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="n"><v>7</v></c>\
                <c t="d"><v>2026-03-31T00:00:00</v></c><c t="d"><v>2026-03-31T08:09:10.5Z</v></c>\
                <c><f>1+1</f><v>2</v></c><c t="str"><f>""</f><v></v></c></row>
                """,
            strings: ["shared"])
        #expect(reading.findings == [])
        #expect(
            reading.texts == [
                [
                    "shared", "in", "calculated", "true", "false", "#N/A", "7", "2026-03-31",
                    "2026-03-31T08:09:10", "2",
                ]
            ])
        #expect(
            reading.rows[0].cells.map(\.kind) == [
                .text, .text, .text, .bool, .bool, .error, .number, .date, .date, .number,
            ])
    }

    /// Runs are joined; how a Japanese name is read aloud is not part of it.
    @Test func richTextAndPhoneticRuns() {
        var sample = XLSXSample("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>")
        sample.strings = """
            <si><r><t>Invoice </t></r><r><rPr><b/></rPr><t xml:space="preserve">2001 </t></r></si>\
            <si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>
            """
        #expect(XLSXReading(sample).texts == [["Invoice 2001 ", "東京"]])
        let inline = "<row><c t=\"inlineStr\"><is><r><t>a</t></r><r><t>b</t></r></is></c></row>"
        #expect(XLSXReading(rows: inline).texts == [["ab"]])
    }

    @Test(arguments: [
        ("a_x000D_b", "a b"), ("_x005F_x000D_", "_x000D_"), ("_x4E2D_文", "中文"),
        ("a_xZZZZ_", "a_xZZZZ_"), ("_x00", "_x00"), ("_xD83D_", "_xD83D_"), ("a&#10;b", "a\nb"),
    ]) func escapedCharacters(_ written: String, _ read: String) {
        let row =
            "<row><c t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is><t>\(written)</t></is></c></row>"
        #expect(XLSXReading(rows: row, strings: [written]).texts == [[read, read]])
    }

    @Test func rowsAndCellsStandWhereTheySay() {
        let reading = XLSXReading(
            rows: """
                <row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c><c r="AA3"><v>3</v></c></row>
                <row><c><v>4</v></c><c/><c r="D4" s="0"/></row>
                <row r="9"><c r="A9" s="0"/></row><row r="12"><c r="C12"><v>5</v></c></row>
                """)
        #expect(reading.findings == [])
        #expect(reading.rows.map(\.number) == [3, 4, 12])
        let first = reading.rows[0]
        #expect(first.cells.count == 27)
        #expect(
            [first[0].text, first[1].text, first[2].text, first[26].text] == ["", "1", "2", "3"])
        #expect(first[0].kind == .empty && first[99] == .empty)
        // Cells that only have looks are not there, and neither are rows of them.
        #expect(reading.texts[1] == ["4"])
        #expect(reading.texts[2] == ["", "", "5"])
    }

    /// As LibreOffice writes: the value stands in the first cell, the others are there for the
    /// frame.
    @Test func mergedCells() {
        let rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"/><c r=\"C1\"/></row>"
        #expect(XLSXReading(rows: rows, strings: ["对账单"]).texts == [["对账单"]])
    }

    @Test func sheetsInTheOrderOfTheirTabs() {
        var sample = XLSXSample("<row><c><v>1</v></c></row>")
        sample.sheets = ["March", "Rates", "April", "Empty"].enumerated().map {
            ($1, $1 == "Empty" ? "" : "<row><c><v>\($0)</v></c></row>")
        }
        sample.states = ["Rates": "state=\"hidden\"", "April": "state=\"visible\""]
        let reading = XLSXReading(sample)
        #expect(reading.sheets.map(\.name) == ["March", "April", "Empty"])
        #expect(reading.texts == [["0"], ["2"]])
        #expect(reading.codes == ["xlsx-sheet-hidden"])
        #expect(reading.findings.map(\.value) == ["Rates"])
    }

    /// Prefixes, the strict standard, absolute targets, other names: all are lawful.
    @Test func otherWriters() {
        let strict = "http://purl.oclc.org/ooxml/officeDocument/relationships"
        let sample = ZipSample(entries: [
            .init(
                "_RELS/.rels",
                "<p:Relationships xmlns:p=\"urn:p\"><p:Relationship Id=\"a\" "
                    + "Type=\"\(strict)/officeDocument\" Target=\"/book/main.xml\"/>"
                    + "</p:Relationships>"),
            .init(
                "book\\main.xml",
                "<x:workbook xmlns:x=\"urn:x\" xmlns:q=\"\(strict)\"><x:workbookPr date1904=\"1\"/>"
                    + "<x:sheets><x:sheet name=\"S\" sheetId=\"4\" q:id=\"z\"/></x:sheets>"
                    + "</x:workbook>"),
            .init(
                "book/_rels/main.xml.rels",
                "<Relationships><Relationship Id=\"z\" Type=\"\(strict)/worksheet\" "
                    + "Target=\"./../sheets/One.xml\"/><Relationship Id=\"s\" "
                    + "Type=\"\(strict)/styles\" Target=\"s.xml\"/></Relationships>"),
            .init(
                "book/s.xml",
                "<styleSheet><cellXfs><xf numFmtId=\"200\"/></cellXfs><numFmts>"
                    + "<numFmt numFmtId=\"200\" formatCode=\"yyyy/mm/dd\"/></numFmts></styleSheet>"),
            .init(
                "sheets/one.xml",
                "<x:worksheet xmlns:x=\"urn:x\"><x:sheetData><x:row><x:c s=\"0\"><x:v>44650</x:v>"
                    + "</x:c><x:c t=\"inlineStr\"><x:is><x:t>ja</x:t></x:is></x:c></x:row>"
                    + "</x:sheetData><x:extLst><x:ext><x:row><x:c><x:v>9</x:v></x:c></x:row>"
                    + "</x:ext></x:extLst></x:worksheet>"),
        ])
        let reading = XLSXReading(sample)
        #expect(reading.findings == [])
        #expect(reading.texts == [["2026-03-31", "ja"]])
    }

    @Test func partsInUTF16() {
        var archive = XLSXSample("<row><c t=\"inlineStr\"><is><t>金额</t></is></c></row>").archive
        for index in archive.entries.indices {
            let text = String(decoding: archive.entries[index].data, as: UTF8.self)
            let wide = text.replacing("encoding=\"UTF-8\"", with: "encoding=\"UTF-16\"").utf16
            archive.entries[index].data =
                [0xFF, 0xFE]
                + wide.flatMap {
                    [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)]
                }
        }
        #expect(XLSXReading(archive).texts == [["金额"]])
    }

    @Test func isToldByItsBeginning() {
        func isWorkbook(_ bytes: [UInt8]) -> Bool {
            bytes.prefix(4096).withUnsafeBytes { WorkbookReader.isWorkbook(prefix: $0) }
        }
        #expect(isWorkbook(XLSXSample("").bytes))
        #expect(isWorkbook([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]))
        let document = ZipSample(entries: [
            .init("[Content_Types].xml", ""), .init("word/document.xml", ""),
        ])
        #expect(!isWorkbook(document.bytes))
        #expect(!isWorkbook(ZipSample(entries: [.init("mimetype", "x")]).bytes))
        #expect(!isWorkbook(Array("PK,xl/".utf8)) && !isWorkbook([]))
    }
}
