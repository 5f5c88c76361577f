/// What a cell's number means by the way it is shown (ISO/IEC 29500-1, 18.8.30).
enum NumberFormat: UInt8 {
    case number, date
    /// With a time of day, or nothing else.
    case time

    /// The formats that need no code; beyond 49 those of East Asian languages.
    init(builtIn id: Int) {
        switch id {
        case 14...17, 27...31, 36, 50...54, 57, 58: self = .date
        case 18...22, 32...35, 45...47, 55, 56: self = .time
        default: self = .number
        }
    }

    /// Of a code such as `yyyy"年"m"月"d"日"` or `[Red]#,##0.00`: letters in quotes, in brackets and
    /// behind `\`, `_` and `*` say nothing.
    init(code: ByteRun) {
        var found = NumberFormat.number
        var place = 0
        while place < code.count {
            switch code[place] {
            case UInt8(ascii: "\""):
                place = code.index(of: UInt8(ascii: "\""), after: place + 1) ?? code.count
            case UInt8(ascii: "["):
                place = code.index(of: UInt8(ascii: "]"), after: place + 1) ?? code.count
            case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): place += 1
            case UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "s"), UInt8(ascii: "S"):
                found = .time
            case UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "m"), UInt8(ascii: "M"),
                UInt8(ascii: "d"), UInt8(ascii: "D"):
                if found == .number { found = .date }
            default: break
            }
            place += 1
        }
        self = found
    }
}

/// The part `xl/styles.xml`, of which only the number formats of cells are wanted.
final class StylesPart: WorkbookPart {
    private let name: String
    private let limits: WorkbookLimits
    private var codes: [Int: NumberFormat] = [:]
    private var styles: [Int] = []

    init(name: String, limits: WorkbookLimits) {
        self.name = name
        self.limits = limits
    }

    override var place: String { name }

    override func begin(_ element: WorkbookElement, _ attributes: XMLAttributes) {
        guard element == .format || element == .cellStyle else { return }
        guard styles.count < limits.styles, codes.count < limits.styles else {
            return refuse(.stylesTooMany)
        }
        let id = attributes["numFmtId"]?.smallNumber
        if element == .cellStyle {
            styles.append(id ?? 0)
        } else if let id, let code = attributes["formatCode"] {
            codes[id] = NumberFormat(code: code)
        }
    }

    /// By the number that a cell gives as its style.
    var formats: [NumberFormat] { styles.map { codes[$0] ?? NumberFormat(builtIn: $0) } }
}
