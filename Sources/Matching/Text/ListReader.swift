/// What goes on behind a number: `INV1001/1002`, `1001 1002`, `1001/2/5`, `INV1001,02,05`,
/// `1001-1004`.
///
/// A shorter part replaces the last digits of the number before it. Everything that comes out is
/// looked up; what does not exist ends the list.
struct ListReader {
    let tokens: Tokens
    let prefix: [UInt8]
    /// The number the list goes on from, prefix and digits.
    var number: [UInt8]

    /// The longest range of numbers (`1001-1004`) that is believed.
    private static let rangeLength = 100

    private enum Link { case space, list, upTo }

    /// Reads on behind `run`; the run where reading stopped.
    mutating func read(
        after run: Int, _ items: borrowing OpenItems, _ mentions: inout Mentions
    ) -> Int {
        var next = run + 1
        while next < tokens.runs.count, mentions.found.count < Mentions.limit {
            guard let (link, first) = link(at: next) else { return next }
            guard let (digits, last) = part(at: first), link != .space || isWhole(digits) else {
                return next
            }
            let longer = Array(number.dropLast(digits.count)) + digits
            if link == .upTo {
                guard expand(to: longer, items, &mentions) else { return next }
            } else {
                let positions = items.numbered(longer, Hash.of(longer))
                guard !positions.isEmpty else { return next }
                mentions.add(positions, isWhole(digits) ? .number : .listed)
            }
            number = longer
            next = last + 1
        }
        return next
    }

    private func isWhole(_ digits: [UInt8]) -> Bool { digits.count == number.count - prefix.count }

    /// The link before the part, and the run where the part begins.
    private func link(at run: Int) -> (Link, Int)? {
        let gap = tokens.gap(before: run)
        guard tokens.runs[run].isDigits else {
            let isOurs = !prefix.isEmpty && tokens.bytes(run).elementsEqual(prefix)
            if isOurs, let link = separator(gap), link == .upTo, run + 1 < tokens.runs.count,
                tokens.runs[run + 1].isDigits
            {
                return (.upTo, run + 1)
            }
            // `AND`, `BIS`, `TO`; then perhaps the prefix again.
            guard run + 1 < tokens.runs.count, gap.allSatisfy({ $0 == ASCII.space }), !gap.isEmpty
            else { return nil }
            let link: Link
            switch Words.meaning(tokens.bytes(run)) {
            case .and: link = .list
            case .upTo: link = .upTo
            default: return nil
            }
            if tokens.runs[run + 1].isDigits { return (link, run + 1) }
            let repeats = link == .upTo && tokens.bytes(run + 1).elementsEqual(prefix)
            return repeats && run + 2 < tokens.runs.count && tokens.runs[run + 2].isDigits
                ? (link, run + 2) : nil
        }
        return separator(gap).map { ($0, run) }
    }

    private func separator(_ gap: ArraySlice<UInt8>) -> Link? {
        guard gap.count <= 6, !gap.isEmpty else { return nil }
        var link = Link.space
        for byte in gap {
            switch byte {
            case ASCII.space: continue
            case ASCII.comma, UInt8(ascii: "/"), UInt8(ascii: "+"), UInt8(ascii: "&"),
                UInt8(ascii: ";"):
                if link != .space { return nil }
                link = .list
            case ASCII.dash, UInt8(ascii: "~"):
                if link != .space { return nil }
                link = .upTo
            default:
                switch Words.localMeaning(tokens.text, before: gap.endIndex) {
                case .and: return .list
                case .upTo: return .upTo
                default: return nil
                }
            }
        }
        return link
    }

    /// The digits of the part: one run, or several where the number itself is cut like that.
    private func part(at run: Int) -> (digits: [UInt8], last: Int)? {
        guard isUsable(run) else { return nil }
        var digits = Array(tokens.bytes(run))
        let whole = number.count - prefix.count
        if digits.count == whole { return (digits, run) }
        var last = run
        while digits.count < whole, last + 1 < tokens.runs.count, isUsable(last + 1),
            tokens.joint(before: last + 1) == ASCII.dash
        {
            last += 1
            digits += tokens.bytes(last)
        }
        if digits.count == whole, last > run { return (digits, last) }
        let alone = Array(tokens.bytes(run))
        return alone.count < whole ? (alone, run) : nil
    }

    private func isUsable(_ run: Int) -> Bool {
        tokens.runs[run].isDigits && tokens.runs[run].mark == .none && !tokens.isContinued(run)
    }

    /// Every number after the last one up to `end` that exists.
    private func expand(
        to end: [UInt8], _ items: borrowing OpenItems, _ mentions: inout Mentions
    ) -> Bool {
        guard let low = value(number), let high = value(end), high > low else { return false }
        let width = number.count - prefix.count
        if high - low > Self.rangeLength {
            // What lies between is looked for among the payer's own items.
            let last = items.numbered(end, Hash.of(end))
            guard !last.isEmpty, mentions.ranges.count < 16 else { return false }
            mentions.ranges.append(
                Mentions.WideRange(prefix: prefix, numbers: low...high, width: width))
            mentions.add(last, .listed)
            return true
        }
        var found = false
        for value in low + 1...high {
            let digits = Array(String(value).utf8)
            guard digits.count <= width else { return found }
            let one = prefix + repeatElement(ASCII.zero, count: width - digits.count) + digits
            let positions = items.numbered(one, Hash.of(one))
            if !positions.isEmpty {
                mentions.add(positions, .listed)
                found = true
            }
        }
        return found
    }

    private func value(_ number: [UInt8]) -> Int? {
        let digits = number.dropFirst(prefix.count)
        guard digits.count <= 18 else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - ASCII.zero) }
    }
}
