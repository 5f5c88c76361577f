/// The elements of a workbook's parts that say something, by where they stand. Whatever else there
/// is, and all that stands in it (phonetic guides, extensions), is ``ignored``.
///
/// Names count without their prefix: writers bind the namespaces of the transitional and the strict
/// standard to any.
enum WorkbookElement: UInt8 {
    case outside, ignored
    case relationships, relationship
    case workbook, properties, sheets, sheetEntry
    case styles, formats, format, cellStyles, cellStyle
    /// A string is shared, or stands in its cell; a run is a piece of it with looks of its own.
    case strings, string, run, text
    case sheet, rows, row, cell, value, formula

    /// Whether what stands between its tags is wanted.
    var hasText: Bool { self == .text || self == .value }

    func child(_ name: XMLName) -> WorkbookElement {
        switch self {
        case .rows: name.equals("row") ? .row : .ignored
        case .row: name.equals("c") ? .cell : .ignored
        case .cell:
            name.equals("v")
                ? .value
                : name.equals("f") ? .formula : name.equals("is") ? .string : .ignored
        case .strings: name.equals("si") ? .string : .ignored
        case .string: name.equals("t") ? .text : name.equals("r") ? .run : .ignored
        case .run: name.equals("t") ? .text : .ignored
        case .sheet: name.equals("sheetData") ? .rows : .ignored
        case .styles:
            name.equals("numFmts")
                ? .formats : name.equals("cellXfs") ? .cellStyles : .ignored
        case .formats: name.equals("numFmt") ? .format : .ignored
        case .cellStyles: name.equals("xf") ? .cellStyle : .ignored
        case .workbook:
            name.equals("workbookPr")
                ? .properties : name.equals("sheets") ? .sheets : .ignored
        case .sheets: name.equals("sheet") ? .sheetEntry : .ignored
        case .relationships: name.equals("Relationship") ? .relationship : .ignored
        case .outside: Self.root(name)
        default: .ignored
        }
    }

    private static func root(_ name: XMLName) -> WorkbookElement {
        if name.equals("worksheet") { return .sheet }
        if name.equals("sst") { return .strings }
        if name.equals("styleSheet") { return .styles }
        if name.equals("workbook") { return .workbook }
        return name.equals("Relationships") ? .relationships : .ignored
    }
}

/// The name of an element, looked at where expat has it, without its prefix.
struct XMLName {
    private let start: UnsafePointer<CChar>

    init(_ whole: UnsafePointer<CChar>) {
        var start = whole
        var place = whole
        while place.pointee != 0 {
            if place.pointee == 0x3A { start = place + 1 }
            place += 1
        }
        self.start = start
    }

    @inline(__always) func equals(_ text: StaticString) -> Bool {
        start.equals(text)
    }
}

/// The attributes of an element, looked at where expat has them.
struct XMLAttributes {
    let list: UnsafeMutablePointer<UnsafePointer<CChar>?>

    subscript(_ name: StaticString) -> ByteRun? {
        var place = 0
        while let key = list[place], let value = list[place + 1] {
            if key.equals(name) { return ByteRun(cString: value) }
            place += 2
        }
        return nil
    }

    /// By a name that has a prefix, whichever it is: `r:id`.
    subscript(prefixed name: StaticString) -> ByteRun? {
        var place = 0
        while let key = list[place], let value = list[place + 1] {
            if !key.equals(name), XMLName(key).equals(name) { return ByteRun(cString: value) }
            place += 2
        }
        return nil
    }
}

extension UnsafePointer<CChar> {
    @inline(__always) fileprivate func equals(_ text: StaticString) -> Bool {
        for place in 0..<text.utf8CodeUnitCount
        where UInt8(bitPattern: self[place]) != text.utf8Start[place] {
            return false
        }
        return self[text.utf8CodeUnitCount] == 0
    }
}
