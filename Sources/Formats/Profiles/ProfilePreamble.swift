import Ledger

/// What stands before the header: titles, the account, the period. The first rows and cells are
/// kept, no more.
struct ProfilePreamble {
    private(set) var rows: [[String]] = []
    private static let mostRows = 100
    private static let mostCells = 32
    private static let longest = 400

    var isFull: Bool { rows.count >= Self.mostRows }

    mutating func add(_ row: CSVRow) {
        if isFull { return }
        var cells: [String] = []
        for field in 0..<min(row.count, Self.mostCells) {
            let cell = CellText.bare(row[field])
            if !cell.isEmpty { cells.append(cell.upTo(Self.longest).string) }
        }
        rows.append(cells)
    }

    mutating func add(_ cells: [String]) {
        if !isFull { rows.append(cells) }
    }

    func has(_ word: String) -> Bool {
        rows.contains { $0.contains { $0.utf8.position(of: word.utf8) != nil } }
    }

    /// The value behind a label: of `卡号: …` what follows in the cell, up to two blanks, a bracket
    /// or the end, or else the next cell.
    func value(_ pattern: String) -> String? {
        let whole = Array(pattern.utf8)
        let label = Self.trim(whole[..<(pattern.utf8.position(of: "…".utf8) ?? whole.count)])
        if label.isEmpty { return nil }
        for cells in rows {
            for (place, cell) in cells.enumerated() {
                let bytes = Array(cell.utf8)
                guard let at = cell.utf8.position(of: label) else { continue }
                var rest = bytes[(at + label.count)...]
                // 卡号别名 is not 卡号.
                guard let next = rest.first else {
                    if place + 1 < cells.count { return cells[place + 1] }
                    continue
                }
                guard Self.isSeparator(next) || rest.starts(with: Self.wideColon) else { continue }
                if rest.first(where: { $0 > 0x20 }) == UInt8(ascii: "["),
                    let close = rest.firstIndex(of: UInt8(ascii: "]")),
                    !bytes[..<close].contains(where: \.isDigit)
                {
                    rest = rest[(close + 1)...]
                }
                let value = Self.trim(rest)
                if value.isEmpty {
                    if place + 1 < cells.count { return cells[place + 1] }
                    continue
                }
                return String(decoding: Self.upToBreak(value), as: UTF8.self)
            }
        }
        return nil
    }

    /// The first month that is named: `2026年3月`, `2026-03`.
    var month: Day? {
        for cell in rows.joined() {
            let bytes = Array(cell.utf8)
            guard bytes.count >= 6 else { continue }
            for at in 0..<(bytes.count - 5) {
                guard bytes[at..<at + 4].allSatisfy(\.isDigit) else { continue }
                if at > 0, bytes[at - 1].isDigit { continue }
                var rest = bytes[(at + 4)...]
                if rest.starts(with: "年".utf8) {
                    rest = rest.dropFirst(3)
                } else if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "/") {
                    rest = rest.dropFirst()
                } else {
                    continue
                }
                let digits = rest.prefix(2).prefix { $0.isDigit }
                let year = bytes[at..<at + 4].reduce(0) { $0 * 10 + Int($1 &- 0x30) }
                let month = digits.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
                if let day = Day(year: year, month: month, day: 15) { return day }
            }
        }
        return nil
    }

    private static let wideColon = Array("：".utf8)

    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "[")
    }

    /// Without blanks and colons around.
    private static func trim(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = bytes
        while let first = rest.first {
            if first <= 0x20 || first == UInt8(ascii: ":") {
                rest = rest.dropFirst()
            } else if rest.starts(with: wideColon) {
                rest = rest.dropFirst(3)
            } else {
                break
            }
        }
        while let last = rest.last {
            if last <= 0x20 || last == UInt8(ascii: ":") {
                rest = rest.dropLast()
            } else if rest.suffix(3).elementsEqual(wideColon) {
                rest = rest.dropLast(3)
            } else {
                break
            }
        }
        return rest
    }

    private static func upToBreak(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var value = value
        if value.first == UInt8(ascii: "[") { value = value.dropFirst() }
        var end = value.startIndex
        while end < value.endIndex {
            let byte = value[end]
            let isDouble = byte == 0x20 && end + 1 < value.endIndex && value[end + 1] <= 0x20
            if byte < 0x20 || isDouble || "],;".utf8.contains(byte) { break }
            end += 1
        }
        return trim(value[..<end])
    }
}

extension Sequence<UInt8> {
    /// How many bytes stand before the first place of `word`.
    func position(of word: some Sequence<UInt8>) -> Int? {
        let all = Array(self)
        let sought = Array(word)
        guard !sought.isEmpty, all.count >= sought.count else { return nil }
        return (0...(all.count - sought.count)).first { all[$0...].starts(with: sought) }
    }
}
