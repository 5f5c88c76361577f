@testable import Formats

/// A workbook put together from the XML of its parts.
struct XLSXSample {
    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

    /// The rows of each sheet: `<row r="1">…</row>`.
    var sheets: [(name: String, rows: String)] = []
    /// The items of the shared strings: `<si><t>…</t></si>`.
    var strings = ""
    /// The number format of each style, by number or by code.
    var formats: [String] = ["0"]
    var workbookProperties = ""
    /// Attributes of sheets by name.
    var states: [String: String] = [:]

    init(_ rows: String, strings: [String] = [], formats: [String] = ["0"]) {
        sheets = [("Sheet1", rows)]
        self.strings = strings.map { "<si><t>\($0)</t></si>" }.joined()
        self.formats = formats
    }

    var archive: ZipSample { ZipSample(entries: parts.map { ZipSample.Entry($0, $1) }) }
    var bytes: [UInt8] { archive.bytes }

    var parts: [(name: String, text: String)] {
        var relations = relation(90, "styles", "styles.xml")
        relations += relation(91, "sharedStrings", "sharedStrings.xml")
        for index in sheets.indices {
            relations += relation(index + 1, "worksheet", "worksheets/sheet\(index + 1).xml")
        }
        let root =
            "<Relationship Id=\"rId1\" Type=\"\(Self.office)/officeDocument\" "
            + "Target=\"xl/workbook.xml\"/>"
        var parts = [
            ("[Content_Types].xml", Self.head + "<Types/>"),
            ("_rels/.rels", Self.head + "<Relationships>\(root)</Relationships>"),
            ("xl/workbook.xml", workbook),
            ("xl/_rels/workbook.xml.rels", "<Relationships>\(relations)</Relationships>"),
            ("xl/styles.xml", styles),
            ("xl/sharedStrings.xml", Self.head + "<sst xmlns=\"\(Self.main)\">\(strings)</sst>"),
        ]
        for (index, sheet) in sheets.enumerated() {
            parts.append(
                (
                    "xl/worksheets/sheet\(index + 1).xml",
                    Self.head + "<worksheet xmlns=\"\(Self.main)\"><dimension ref=\"A1\"/>"
                        + "<sheetData>\(sheet.rows)</sheetData></worksheet>"
                ))
        }
        return parts
    }

    private func relation(_ id: Int, _ type: String, _ target: String) -> String {
        "<Relationship Id=\"rId\(id)\" Type=\"\(Self.office)/\(type)\" Target=\"\(target)\"/>"
    }

    private var workbook: String {
        var list = ""
        for (index, sheet) in sheets.enumerated() {
            list += "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" "
            list += "\(states[sheet.name] ?? "") r:id=\"rId\(index + 1)\"/>"
        }
        return Self.head + "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.office)\">"
            + "<workbookPr \(workbookProperties)/><sheets>\(list)</sheets></workbook>"
    }

    private var styles: String {
        var codes = ""
        var styles = ""
        for (index, format) in formats.enumerated() {
            if let id = Int(format) {
                styles += "<xf numFmtId=\"\(id)\"/>"
            } else {
                codes += "<numFmt numFmtId=\"\(164 + index)\" formatCode=\"\(format)\"/>"
                styles += "<xf numFmtId=\"\(164 + index)\"/>"
            }
        }
        return "<styleSheet xmlns=\"\(Self.main)\"><numFmts>\(codes)</numFmts>"
            + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>\(styles)</cellXfs>"
            + "</styleSheet>"
    }
}

/// A workbook read whole.
struct XLSXReading: Equatable {
    struct Sheet: Equatable {
        var name: String
        var rows: [TableRow] = []
    }

    var sheets: [Sheet] = []
    var findings: [Finding] = []

    var rows: [TableRow] { sheets.flatMap(\.rows) }
    var codes: [String] { findings.map(\.code) }
    var first: TableCell { rows.first?.cells.first ?? .empty }
    /// The texts of each row.
    var texts: [[String]] { rows.map { $0.cells.map(\.text) } }

    init(_ bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits()) {
        var reader = WorkbookReader(bytes, limits: limits)
        reader.read { event in
            switch event {
            case .sheet(let name): sheets.append(Sheet(name: name))
            case .row(let row):
                if sheets.isEmpty { sheets.append(Sheet(name: "no sheet yet")) }
                sheets[sheets.count - 1].rows.append(row)
            case .finding(let finding): findings.append(finding)
            }
        }
    }

    init(_ sample: XLSXSample, limits: WorkbookLimits = WorkbookLimits()) {
        self.init(sample.bytes, limits: limits)
    }

    init(_ archive: ZipSample, limits: WorkbookLimits = WorkbookLimits()) {
        self.init(archive.bytes, limits: limits)
    }

    init(rows: String, strings: [String] = [], formats: [String] = ["0"]) {
        self.init(XLSXSample(rows, strings: strings, formats: formats))
    }
}
