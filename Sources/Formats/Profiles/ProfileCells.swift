import Ledger

/// The cells of a row by the fields of a profile.
struct ProfileCells {
    let profile: BankProfile
    let names: [String]
    /// The columns of each field, one field after the other, and where each begins.
    private let places: [Int]
    private let starts: [Int]
    private let direction: [WordColumn]
    private let status: [WordColumn]
    private let ends: [[UInt8]]
    private let skips: [[UInt8]]

    init(_ fit: ProfileFit, names: [String]) {
        profile = fit.profile
        self.names = names
        var places: [Int] = []
        var starts: [Int] = []
        for columns in fit.columns {
            starts.append(places.count)
            places += columns
        }
        starts.append(places.count)
        self.places = places
        self.starts = starts
        direction = zip(fit.profile.direction, fit.direction).map { WordColumn($0, at: $1) }
        status = zip(fit.profile.status, fit.status).map { WordColumn($0, at: $1) }
        ends = fit.profile.ends.map { Array($0.utf8) }
        skips = fit.profile.skips.map { Array($0.utf8) }
    }

    @inline(__always)
    func places(_ field: ProfileField) -> ArraySlice<Int> {
        places[starts[Int(field.rawValue)]..<starts[Int(field.rawValue) + 1]]
    }

    @inline(__always)
    func has(_ field: ProfileField) -> Bool {
        starts[Int(field.rawValue)] < starts[Int(field.rawValue) + 1]
    }

    /// The first of the field's cells that says something, and its place.
    @inline(__always)
    func cell(_ field: ProfileField, _ row: ProfileRow) -> (text: ByteRun, place: Int) {
        for place in places(field) {
            let text = row[place]
            if !CellText.isNothing(text) { return (text, place) }
        }
        return (.empty, -1)
    }

    /// `row 4, 交易金额`.
    func place(_ row: ProfileRow, _ place: Int) -> String {
        guard names.indices.contains(place) else { return "row \(row.line)" }
        return "row \(row.line), \(names[place])"
    }

    func place(_ row: ProfileRow, _ field: ProfileField) -> String {
        let said = cell(field, row).place
        return place(row, said >= 0 ? said : places(field).first ?? -1)
    }

    /// How the amount in a cell is read: a number of a workbook has a point.
    func amount(_ row: ProfileRow, _ place: Int) -> AmountForm.Reading {
        (row.isNumber(place) ? AmountForm() : profile.amounts).read(row[place])
    }

    enum Answer {
        /// The profile has no rule.
        case unruled
        case outcome(BankProfile.Outcome)
        case unknown(ByteRun, place: Int)
    }

    func direction(_ row: ProfileRow) -> Answer { Self.answer(direction, row) }
    func status(_ row: ProfileRow) -> Answer { Self.answer(status, row) }

    @inline(__always)
    private static func answer(_ rules: [WordColumn], _ row: ProfileRow) -> Answer {
        if rules.isEmpty { return .unruled }
        for rule in rules {
            if let outcome = rule.outcome(row[rule.place]) {
                return .outcome(outcome)
            }
        }
        return .unknown(row[rules[0].place], place: rules[0].place)
    }

    enum Part { case entry, end, skipped }

    /// What a row is by how its first cell that is not empty begins.
    func part(_ row: ProfileRow) -> Part {
        if ends.isEmpty, skips.isEmpty { return .entry }
        for field in 0..<row.count {
            let cell = row[field]
            if cell.isEmpty { continue }
            if skips.contains(where: { cell.upTo($0.count).buffer.elementsEqual($0) }) {
                return .skipped
            }
            let isEnd = ends.contains { cell.upTo($0.count).buffer.elementsEqual($0) }
            return isEnd ? .end : .entry
        }
        return .skipped
    }

    /// Whether the row is the header again, as joined files have it.
    func isHeader(_ row: ProfileRow) -> Bool {
        var there = 0
        for field in 0..<min(row.count, names.count) {
            let cell = row[field]
            if cell.isEmpty { continue }
            guard names[field].utf8.elementsEqual(cell.buffer) else { return false }
            there += 1
        }
        return there > 1
    }
}

/// A column of words, ready to be compared.
private struct WordColumn {
    private struct Word {
        let bytes: [UInt8]
        let isBeginning: Bool
        let outcome: BankProfile.Outcome
    }

    let place: Int
    private let words: [Word]

    init(_ rule: BankProfile.WordRule, at place: Int) {
        self.place = place
        words = rule.words.map { word, outcome in
            let isBeginning = word.utf8.last == UInt8(ascii: "*")
            return Word(
                bytes: Array(isBeginning ? word.utf8.dropLast() : word.utf8[...]),
                isBeginning: isBeginning, outcome: outcome)
        }
    }

    func outcome(_ text: ByteRun) -> BankProfile.Outcome? {
        for word in words {
            let count = word.bytes.count
            guard word.isBeginning ? text.count >= count : text.count == count else { continue }
            if text.upTo(count).buffer.elementsEqual(word.bytes) { return word.outcome }
        }
        return nil
    }
}
