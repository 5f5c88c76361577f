/// A text cut into runs of letters and runs of digits, with what stands between them.
struct Tokens {
    struct Run {
        let start: Int
        let end: Int
        let isDigits: Bool
        var mark = Mark.none
        var count: Int { end - start }
    }

    /// What a run of digits is, where it is surely not the number of a document.
    enum Mark: UInt8 { case none, date, amount, phone, notOurs }

    let text: [UInt8]
    var runs: [Run] = []

    init(_ text: [UInt8]) {
        self.text = text
        var place = 0
        while place < text.count {
            let isDigits = ASCII.isDigit(text[place])
            guard isDigits || ASCII.isCapital(text[place]) else {
                place += 1
                continue
            }
            let start = place
            while place < text.count,
                isDigits ? ASCII.isDigit(text[place]) : ASCII.isCapital(text[place])
            {
                place += 1
            }
            runs.append(Run(start: start, end: place, isDigits: isDigits))
        }
    }

    func bytes(_ run: Int) -> ArraySlice<UInt8> { text[runs[run].start..<runs[run].end] }

    /// What stands between a run and the one before it; for the first, what stands before it.
    func gap(before run: Int) -> ArraySlice<UInt8> {
        text[(run == 0 ? 0 : runs[run - 1].end)..<runs[run].start]
    }

    func isAttached(_ run: Int) -> Bool { run > 0 && runs[run - 1].end == runs[run].start }

    /// Whether letters follow without a space, so that the number goes on.
    func isContinued(_ run: Int) -> Bool { run + 1 < runs.count && isAttached(run + 1) }

    /// One sign before the run, directly behind the run before it.
    func joint(before run: Int) -> UInt8? {
        let gap = gap(before: run)
        return run > 0 && gap.count == 1 ? gap.first : nil
    }

    func value(_ run: Int) -> Int? {
        guard runs[run].count <= 9 else { return nil }
        return bytes(run).reduce(0) { $0 * 10 + Int($1 - ASCII.zero) }
    }
}
