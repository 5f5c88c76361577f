import Ledger

/// Finds our own numbers in free text (domain.md §3.5): each prefix that our numbering knows, with
/// as many digits as it has, whatever separators stand between; then what goes on from there
/// (``ListReader``).
struct NumberScanner {
    let items: OpenItems
    let tokens: Tokens
    private let dates: NotANumber
    private(set) var mentions = Mentions()

    static func scan(_ text: [UInt8], _ items: borrowing OpenItems, on today: Day) -> Mentions {
        var tokens = Tokens(text)
        guard tokens.runs.contains(where: \.isDigits) else { return Mentions() }
        let dates = NotANumber(numbering: items.numbering, today: today)
        dates.mark(&tokens)
        var scanner = NumberScanner(items: copy items, tokens: tokens, dates: dates)
        let isRead = scanner.read()
        var words = UnreadWords(tokens: tokens, isRead: isRead)
        words.read(withLinks: items.hasLinks)
        scanner.mentions.unread = words.numbers
        scanner.mentions.links = words.links
        return scanner.mentions
    }

    /// Which runs belong to a number that was found.
    private mutating func read() -> [Bool] {
        var isRead = [Bool](repeating: false, count: tokens.runs.count)
        var run = 0
        while run < tokens.runs.count, mentions.found.count < Mentions.limit {
            let next =
                reference(at: run) ?? irregular(at: run)
                ?? (tokens.runs[run].isDigits ? bare(at: run) : prefixed(at: run))
            if let next { for one in run..<next { isRead[one] = true } }
            run = next ?? run + 1
        }
        return isRead
    }

    /// `INV-1001`, `INV 2026 000123`, `RE2024/0815`. The longest number that exists wins.
    private mutating func prefixed(at run: Int) -> Int? {
        let prefix = ownPrefix(tokens.bytes(run))
        guard prefix.count <= 20, let lengths = items.numbering.digits(after: prefix) else {
            return nil
        }
        var last = run
        var digits = 0
        var ends: [(run: Int, digits: Int)] = []
        while last + 1 < tokens.runs.count, tokens.runs[last + 1].isDigits, ends.count < 6,
            Self.joins(tokens.gap(before: last + 1))
        {
            last += 1
            digits += tokens.runs[last].count
            if digits > 30 { break }
            ends.append((last, digits))
        }
        guard let first = ends.first else { return nil }
        for end in ends.reversed() where lengths & 1 << UInt64(end.digits) != 0 {
            if let next = take(prefix, run + 1...end.run) { return next }
        }
        // People leave out leading zeros.
        if !tokens.isContinued(first.run), tokens.runs[first.run].mark == .none {
            for length in (first.digits + 1)..<max(first.digits + 1, 16)
            where lengths & 1 << UInt64(length) != 0 {
                let zeros = repeatElement(ASCII.zero, count: length - first.digits)
                let number = Array(prefix) + zeros + tokens.bytes(first.run)
                let positions = items.numbered(number, Hash.of(number))
                if !positions.isEmpty {
                    mentions.add(positions, .number)
                    return first.run + 1
                }
            }
        }
        if prefix.count > 1, first.digits > 2, tokens.runs[first.run].mark == .none,
            mentions.unknown == nil, !tokens.isContinued(first.run)
        {
            let end = ends.first { lengths & 1 << UInt64($0.digits) != 0 } ?? first
            mentions.unknown = CheckDigits.text(
                tokens.text[tokens.runs[run].start..<tokens.runs[end.run].end])
        }
        return nil
    }

    /// Without a word for an invoice that is written together with it: `INVDL26-002422`.
    private func ownPrefix(_ letters: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard letters.count <= 20, items.numbering.digits(after: letters) == nil else {
            return letters
        }
        for length in 1..<max(letters.count, 2) {
            let own = letters.dropFirst(length)
            if Words.meaning(letters.prefix(length)) == .invoice, own.count > 1,
                items.numbering.digits(after: own) != nil
            {
                return own
            }
        }
        return letters
    }

    private mutating func take(_ prefix: ArraySlice<UInt8>, _ runs: ClosedRange<Int>) -> Int? {
        guard !tokens.isContinued(runs.upperBound) || isJoined(runs.upperBound + 1) else {
            return nil
        }
        var number = Array(prefix)
        for run in runs { number += tokens.bytes(run) }
        guard number.count >= 4 else { return nil }
        let positions = items.numbered(number, Hash.of(number)).filter { fits($0, prefix, runs) }
        guard !positions.isEmpty else { return nil }
        mentions.add(positions, .number)
        var list = ListReader(tokens: tokens, prefix: Array(prefix), number: number)
        return list.read(after: runs.upperBound, items, &mentions)
    }

    /// Another number of ours, written on behind the one before: `INV1001INV1002`.
    private func isJoined(_ run: Int) -> Bool {
        guard run + 1 < tokens.runs.count, tokens.runs[run + 1].isDigits,
            tokens.isAttached(run + 1),
            let lengths = items.numbering.digits(after: tokens.bytes(run))
        else { return false }
        let count = tokens.runs[run + 1].count
        return count < 64 && lengths & 1 << UInt64(count) != 0
    }

    /// Digits marked as something else, or joined behind a single letter or none, must be cut as
    /// the number is.
    private func fits(_ position: Int, _ prefix: ArraySlice<UInt8>, _ runs: ClosedRange<Int>)
        -> Bool
    {
        if runs.contains(where: { tokens.runs[$0].mark == .amount }) { return false }
        let isMarked = runs.contains { tokens.runs[$0].mark != .none }
        guard isMarked || runs.count > 1 && prefix.count < 2 else { return true }
        return items.digitRuns(position) == runs.map { tokens.runs[$0].count }
    }

    /// A number of digits only, or the end of one. Never what is marked as something else, nor what
    /// hangs on foreign letters.
    private mutating func bare(at run: Int) -> Int? {
        guard tokens.runs[run].mark == .none, !tokens.isContinued(run), !tokens.isAttached(run),
            run == 0 || tokens.runs[run - 1].isDigits || tokens.joint(before: run) == nil
                || tokens.joint(before: run) == ASCII.space || isAnnounced(run)
        else { return nil }
        let announced = isAnnounced(run)
        var last = run
        var digits: [UInt8] = []
        var ends: [Int] = []
        while last < tokens.runs.count, tokens.runs[last].isDigits, ends.count < 4,
            tokens.runs[last].mark == .none,
            last == run || tokens.joint(before: last).map({ $0 != ASCII.space }) ?? false
        {
            digits += tokens.bytes(last)
            if digits.count > 40 { break }
            ends.append(last)
            last += 1
        }
        if items.numbering.bareDigits != 0 {
            for end in ends.reversed() {
                let number = (run...end).flatMap { tokens.bytes($0) }
                guard number.count >= (announced ? 4 : 5), !tokens.isContinued(end),
                    announced || !dates.isCompactDate(number[...]),
                    let next = take([], run...end)
                else { continue }
                return next
            }
        }
        addEnding(run, announced)
        return nil
    }

    private mutating func addEnding(_ run: Int, _ announced: Bool) {
        let digits = tokens.bytes(run)
        guard digits.count >= 4, digits.count <= 20, mentions.endings.count < 64,
            announced || !dates.isCompactDate(digits) && !dates.isYearNow(digits)
        else { return }
        mentions.endings.append(.init(digits: Array(digits), isAnnounced: announced))
    }

    private func isAnnounced(_ run: Int) -> Bool {
        let start = tokens.runs[run].start
        var end = start
        while end > 0, start - end < 4, ": .#-/".utf8.contains(tokens.text[end - 1]) { end -= 1 }
        if Words.localMeaning(tokens.text, before: end) == .invoice { return true }
        guard run > 0, !tokens.runs[run - 1].isDigits, tokens.runs[run - 1].end == end else {
            return false
        }
        let word = tokens.bytes(run - 1)
        if Words.isNeutral(word), run > 1, !tokens.runs[run - 2].isDigits {
            return Words.meaning(tokens.bytes(run - 2)) == .invoice
        }
        return Words.meaning(word) == .invoice
    }

    /// A number that is not a prefix and digits: looked up as a whole.
    private mutating func irregular(at run: Int) -> Int? {
        let lengths = items.numbering.irregular
        guard lengths != 0, !tokens.isAttached(run) else { return nil }
        var number: [UInt8] = []
        var hit: (positions: [Int], next: Int)?
        for last in run..<min(run + 8, tokens.runs.count) {
            if last > run, !Self.joins(tokens.gap(before: last)) { break }
            number += tokens.bytes(last)
            if number.count >= 40 { break }
            guard last > run || !tokens.runs[run].isDigits,
                lengths & 1 << UInt64(number.count) != 0,
                !tokens.isContinued(last)
            else { continue }
            let positions = items.numbered(number, Hash.of(number))
            if !positions.isEmpty { hit = (positions, last + 1) }
        }
        guard let hit else { return nil }
        mentions.add(hit.positions, .number)
        return hit.next
    }

    /// Nothing, or one or two separators: `INV-1001`, `INV. 1001`, `INV#1001`.
    static func joins(_ gap: ArraySlice<UInt8>) -> Bool {
        gap.count <= 2 && gap.allSatisfy { " -/._#:".utf8.contains($0) }
    }
}

/// Creditor references inside the text.
extension NumberScanner {
    private mutating func reference(at run: Int) -> Int? {
        tokens.runs[run].isDigits ? digitReference(at: run) : internationalReference(at: run)
    }

    /// `RF18539007547034`, also in groups of four. The longest that holds and is ours wins.
    private mutating func internationalReference(at run: Int) -> Int? {
        guard tokens.bytes(run).elementsEqual("RF".utf8), run + 1 < tokens.runs.count,
            tokens.runs[run + 1].isDigits, tokens.isAttached(run + 1),
            tokens.runs[run + 1].count >= 2
        else { return nil }
        var signs = Array("RF".utf8)
        var whole: (signs: [UInt8], next: Int)?
        var hit: (positions: [Int], next: Int)?
        for last in run + 1..<min(run + 16, tokens.runs.count) {
            let gap = tokens.gap(before: last)
            guard gap.isEmpty || gap.elementsEqual([ASCII.space]) else { break }
            signs += tokens.bytes(last)
            if signs.count > 25 { break }
            if tokens.isContinued(last) { continue }
            if whole == nil, signs.count > 6 { whole = (signs, last + 1) }
            guard ISO11649.isValid(signs: signs) else { continue }
            let positions = items.byCreditorReference(signs)
            if !positions.isEmpty { hit = (positions, last + 1) }
        }
        if let hit {
            mentions.add(hit.positions, .creditorReference)
            return hit.next
        }
        guard let whole else { return nil }
        if ISO11649.isValid(signs: whole.signs) {
            if mentions.unknown == nil { mentions.unknown = CheckDigits.text(whole.signs) }
            return whole.next
        }
        if mentions.invalid == nil { mentions.invalid = CheckDigits.text(whole.signs) }
        // The number inside may still be ours: it may suggest.
        return nil
    }

    /// `+++010/8068/17183+++`, 27 digits of a Swiss bill in groups, a Finnish or Norwegian number.
    private mutating func digitReference(at run: Int) -> Int? {
        let lengths = items.numbering.digitReferences
        guard lengths != 0, tokens.runs[run].mark == .none, !tokens.isAttached(run) else {
            return nil
        }
        var signs: [UInt8] = []
        for last in run..<min(run + 8, tokens.runs.count) {
            guard tokens.runs[last].isDigits,
                last == run || tokens.gap(before: last).elementsEqual([ASCII.space])
                    || tokens.gap(before: last).elementsEqual("/".utf8)
            else { break }
            signs += tokens.bytes(last)
            let compact = Array(signs.drop { $0 == ASCII.zero })
            if compact.count > 27 { break }
            guard compact.count >= 5, lengths & 1 << UInt64(compact.count) != 0,
                !tokens.isContinued(last)
            else { continue }
            let positions = items.referenced(compact)
            guard !positions.isEmpty else { continue }
            switch CreditorReference.check(signs) {
            case .valid: mentions.add(positions, .creditorReference)
            case .plain: mentions.add(positions, .number)
            case .invalid: continue
            }
            return last + 1
        }
        return nil
    }
}

extension OpenItems {
    /// Items that carry the reference, or whose number is its body (`RF16INV20260001`).
    func byCreditorReference(_ signs: [UInt8]) -> [Int] {
        let printed = referenced(signs)
        if !printed.isEmpty || !signs.starts(with: "RF".utf8) { return printed }
        let body = Array(signs.dropFirst(4))
        return body.count >= 4 ? numbered(body, Hash.of(body)) : []
    }
}
