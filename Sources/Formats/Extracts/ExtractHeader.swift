/// Where the columns of an extract stand in the rows of one file.
struct ExtractHeader {
    let kind: ExtractKind
    /// The names as the file writes them, without unnamed columns at the end.
    let names: [String]
    /// The field of each ``ExtractColumn``, by raw value; −1 where the file does not have it.
    private let places: [Int16]
    /// The known column of each field.
    private let columns: [ExtractColumn?]
    /// The fields that no known column names, in order.
    let unknown: [Int]

    /// Nil with findings where no kind is recognised or a column is there twice.
    static func read(_ row: CSVRow) -> Parsed<ExtractHeader?> {
        var names = (0..<row.count).map { row[$0].trimmed.text }
        while names.last == "" { names.removeLast() }
        // An unnamed column among named ones can still be spoken of.
        for field in names.indices where names[field].isEmpty {
            names[field] = "column \(field + 1)"
        }
        let recognised = ExtractKind.recognise(header: names)
        guard let kind = recognised.document else {
            return Parsed(nil, findings: recognised.findings)
        }
        let rules = kind.rules
        var places = [Int16](repeating: -1, count: ExtractColumn.allCases.count)
        var columns: [ExtractColumn?] = []
        var unknown: [Int] = []
        var seen: Set<String> = []
        var findings: [Finding] = []
        for (field, name) in names.enumerated() {
            let plain = HeaderName.plain(name)
            let column = rules.first { $0.names.contains(plain) }?.column
            columns.append(column)
            guard seen.insert(column?.name ?? plain).inserted else {
                findings.append(
                    Finding(ExtractFinding.columnTwice, at: "header, \(name)", value: name))
                continue
            }
            if let column {
                places[Int(column.rawValue)] = Int16(field)
            } else {
                unknown.append(field)
                findings.append(
                    Finding(ExtractFinding.columnUnknown, at: "header, \(name)", value: name))
            }
        }
        let header = ExtractHeader(
            kind: kind, names: names, places: places, columns: columns, unknown: unknown)
        let isUsable = !findings.contains { $0.severity == .error }
        return Parsed(isUsable ? header : nil, findings: findings)
    }

    @inline(__always)
    func field(of column: ExtractColumn) -> Int { Int(places[Int(column.rawValue)]) }

    func column(of field: Int) -> ExtractColumn? {
        columns.indices.contains(field) ? columns[field] : nil
    }

    /// `row 4, gross`, or `row 4, gross (价税合计)` where the file calls it so.
    func place(line: Int, column: ExtractColumn) -> String {
        let field = field(of: column)
        guard names.indices.contains(field),
            HeaderName.plain(names[field]) != column.name.lowercased()
        else { return "row \(line), \(column.name)" }
        return "row \(line), \(column.name) (\(names[field]))"
    }

    func place(line: Int, field: Int) -> String {
        if let column = column(of: field) { return place(line: line, column: column) }
        let name = names.indices.contains(field) ? names[field] : "column \(field + 1)"
        return "row \(line), \(name)"
    }
}
