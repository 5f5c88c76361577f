import Ledger

/// Marks the digits that are a date, an amount, a phone number or somebody else's number: they
/// never name one of our documents by themselves, whatever their digits read (domain.md §3.5,
/// field.md G9).
struct NotANumber {
    let numbering: Numbering
    let today: Day

    func mark(_ tokens: inout Tokens) {
        markWords(&tokens)
        for run in tokens.runs.indices where tokens.runs[run].isDigits {
            guard tokens.runs[run].mark == .none else { continue }
            markDate(&tokens, at: run)
            markAmount(&tokens, at: run)
            markInternational(&tokens, at: run)
        }
    }

    /// `TEL 0411 8230 1001`, `PO-100123`, `账号 6222…`, `USD 1001`.
    private func markWords(_ tokens: inout Tokens) {
        for run in tokens.runs.indices where tokens.runs[run].isDigits {
            let start = tokens.runs[run].start
            var meaning: Words.Meaning?
            var end = start
            while end > 0, isFiller(tokens.text[end - 1]) { end -= 1 }
            meaning = Words.localMeaning(tokens.text, before: end)
            if end > 0, tokens.text[end - 1] == UInt8(ascii: "$") { meaning = .currency }
            if meaning == nil, run > 0, !tokens.runs[run - 1].isDigits,
                tokens.runs[run - 1].end == end
            {
                meaning = word(tokens, run - 1)
            }
            switch meaning {
            case .phone: spread(.phone, &tokens, from: run, digits: 15)
            case .notOurs: spread(.notOurs, &tokens, from: run, digits: 34)
            case .currency: spread(.amount, &tokens, from: run, digits: 15)
            default: break
            }
            if isCurrency(behind: run, tokens) { tokens.runs[run].mark = .amount }
        }
    }

    /// `NO`, `NR` and `NUMBER` say nothing themselves: the word before them does.
    private func word(_ tokens: Tokens, _ run: Int) -> Words.Meaning? {
        let letters = tokens.bytes(run)
        if run > 0, !tokens.runs[run - 1].isDigits, Words.isNeutral(letters) {
            return Words.meaning(tokens.bytes(run - 1))
        }
        let meaning = Words.meaning(letters)
        return meaning != .phone && numbering.digits(after: letters) != nil ? nil : meaning
    }

    private func isCurrency(behind run: Int, _ tokens: Tokens) -> Bool {
        let end = tokens.runs[run].end
        if tokens.text[end...].prefix(3).elementsEqual("元".utf8) { return true }
        guard run + 1 < tokens.runs.count, !tokens.runs[run + 1].isDigits,
            tokens.runs[run + 1].start - end <= 1,
            numbering.digits(after: tokens.bytes(run + 1)) == nil
        else { return false }
        // `INV-1001 USD 20000.00`: the currency belongs to what follows it.
        if run + 2 < tokens.runs.count, tokens.runs[run + 2].isDigits { return false }
        return Words.meaning(tokens.bytes(run + 1)) == .currency
    }

    /// `31.03.2026`, `2026-03-31`, `3/31/26`: three runs, one separator twice, and the day exists.
    private func markDate(_ tokens: inout Tokens, at run: Int) {
        guard run + 2 < tokens.runs.count, !tokens.isAttached(run),
            tokens.runs[run + 1].isDigits, tokens.runs[run + 2].isDigits,
            let joint = tokens.joint(before: run + 1), joint == tokens.joint(before: run + 2),
            joint == ASCII.dash || joint == UInt8(ascii: ".") || joint == UInt8(ascii: "/"),
            let a = tokens.value(run), let b = tokens.value(run + 1), let c = tokens.value(run + 2)
        else { return }
        let counts = (run...run + 2).map { tokens.runs[$0].count }
        let isDay: Bool
        if counts[0] == 4, counts[1] <= 2, counts[2] <= 2 {
            isDay = isYear(a) && Day(year: a, month: b, day: c) != nil
        } else if counts[0] <= 2, counts[1] <= 2, counts[2] == 4 || counts[2] == 2 {
            let year = counts[2] == 2 ? 2000 + c : c
            isDay =
                isYear(year)
                && (Day(year: year, month: b, day: a) ?? Day(year: year, month: a, day: b)) != nil
        } else {
            isDay = false
        }
        guard isDay else { return }
        for one in run...run + 2 { tokens.runs[one].mark = .date }
    }

    /// `20260331`, `260331`, `31032026` within about a year of the value date.
    func isCompactDate(_ digits: ArraySlice<UInt8>) -> Bool {
        guard digits.count == 6 || digits.count == 8 else { return false }
        let number = digits.reduce(0) { $0 * 10 + Int($1 - ASCII.zero) }
        let (a, b, c) =
            digits.count == 8
            ? (number / 10_000, number / 100 % 100, number % 100)
            : (2000 + number / 10_000, number / 100 % 100, number % 100)
        let (day, month, year) =
            digits.count == 8
            ? (number / 1_000_000, number / 10_000 % 100, number % 10_000)
            : (number / 10_000, number / 100 % 100, 2000 + number % 100)
        return [Day(year: a, month: b, day: c), Day(year: year, month: month, day: day)].contains {
            $0.map { abs($0 - today) <= 400 } ?? false
        }
    }

    /// `2026` alone: rather the year than the end of a number.
    func isYearNow(_ digits: ArraySlice<UInt8>) -> Bool {
        guard digits.count == 4 else { return false }
        let year = digits.reduce(0) { $0 * 10 + Int($1 - ASCII.zero) }
        return (-2...2).contains(year - today.civil.year)
    }

    /// `11,300.00`, `11300.00`, `1.000,-`; not what hangs on one of our prefixes, nor a list's next
    /// part.
    private func markAmount(_ tokens: inout Tokens, at run: Int) {
        let digits = tokens.bytes(run)
        if digits.count > 1, digits.first == ASCII.zero { return }
        if run > 0, let joint = tokens.joint(before: run) ?? attached(tokens, run) {
            if tokens.runs[run - 1].isDigits ? joint != ASCII.space : joint != UInt8(ascii: ":") {
                if tokens.runs[run - 1].isDigits || isOurs(tokens, run - 1) { return }
            }
        }
        var last = run
        while let joint = point(tokens, last + 1), tokens.runs[last + 1].count == 3,
            digits.count <= 3, last == run || joint == tokens.joint(before: last)
        {
            last += 1
        }
        let groups = last - run
        var hasDecimals = false
        if point(tokens, last + 1) != nil, tokens.runs[last + 1].count == 2,
            point(tokens, last + 2) == nil
        {
            last += 1
            hasDecimals = true
        }
        guard groups > 0 || hasDecimals else { return }
        for one in run...last { tokens.runs[one].mark = .amount }
    }

    private func point(_ tokens: Tokens, _ run: Int) -> UInt8? {
        guard run < tokens.runs.count, tokens.runs[run].isDigits,
            let joint = tokens.joint(before: run)
        else { return nil }
        return joint == ASCII.comma || joint == UInt8(ascii: ".") ? joint : nil
    }

    private func attached(_ tokens: Tokens, _ run: Int) -> UInt8? {
        tokens.isAttached(run) ? 0 : nil
    }

    private func isOurs(_ tokens: Tokens, _ run: Int) -> Bool {
        !tokens.runs[run].isDigits && numbering.digits(after: tokens.bytes(run)) != nil
    }

    /// `+86 411 8230 1001`.
    private func markInternational(_ tokens: inout Tokens, at run: Int) {
        let start = tokens.runs[run].start
        guard start > 0, tokens.text[start - 1] == UInt8(ascii: "+"),
            start == 1 || tokens.text[start - 2] == ASCII.space || tokens.text[start - 2] == 0x28
        else { return }
        var digits = 0
        var next = run
        while next < tokens.runs.count, tokens.runs[next].isDigits, digits < 15,
            next == run || tokens.gap(before: next).allSatisfy(isFiller)
        {
            digits += tokens.runs[next].count
            next += 1
        }
        if digits >= 8 { spread(.phone, &tokens, from: run, digits: 15) }
    }

    /// The mark holds for the digits that follow, up to the next word.
    private func spread(_ mark: Tokens.Mark, _ tokens: inout Tokens, from run: Int, digits: Int) {
        var left = digits
        var next = run
        while next < tokens.runs.count, tokens.runs[next].isDigits, left > 0,
            next == run || tokens.gap(before: next).allSatisfy(isFiller)
        {
            if mark == .amount, next > run, point(tokens, next) == nil { return }
            left -= tokens.runs[next].count
            tokens.runs[next].mark = mark
            next += 1
        }
    }

    private func isFiller(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"),
            UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "#"),
            UInt8(ascii: ","), UInt8(ascii: "+"):
            true
        default: false
        }
    }

    private func isYear(_ year: Int) -> Bool { (1990...2099).contains(year) }
}
