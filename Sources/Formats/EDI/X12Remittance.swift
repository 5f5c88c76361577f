import Ledger

/// Transaction set 820, Payment Order/Remittance Advice (ASC X12 004010; later versions have the
/// same elements in the same places).
struct X12Remittance: AdviceMessages {
    static let syntax = EDIScanner.Syntax.x12
    var envelope = EDIEnvelope()
    var draft: AdviceDraft?
    /// Inside the items of a line, whose references are not the line's.
    private var isInItems = false
    private var hasDetail = false
    private(set) var hasAdvice = false

    mutating func take(_ segment: EDISegment, _ log: inout EDILog) {
        let tag = segment.tag
        switch tag {
        case "ISA":
            abandon(&log)
            envelope.open(.interchange, control: segment[13], at: segment, &log)
            if segment[15] == "T" { log.note(.test, at: segment.place) }
        case "GS":
            abandon(&log)
            envelope.open(.group, control: segment[6], at: segment, &log)
        case "ST": begin(segment, &log)
        case "SE": end(segment, &log)
        case "GE":
            abandon(&log)
            envelope.close(
                .group, count: segment[1], control: segment[2], at: segment, &log)
        case "IEA":
            abandon(&log)
            envelope.close(
                .interchange, count: segment[1], control: segment[2], at: segment, &log)
        default:
            // TA1 acknowledges an interchange, and stands between the messages.
            guard envelope.hasMessage else {
                if tag != "TA1" { log.note(.segmentMisplaced, at: segment.place) }
                return
            }
            envelope.count()
            if draft != nil { content(tag, segment, &log) }
        }
    }

    private mutating func begin(_ segment: EDISegment, _ log: inout EDILog) {
        abandon(&log)
        envelope.open(.message, control: segment[2], at: segment, &log)
        guard segment[1] == "820" else {
            log.note(.messageOther, at: segment.place, segment[1])
            return
        }
        draft = AdviceDraft()
        draft?.advice.id = segment[2]
        isInItems = false
        hasDetail = false
        hasAdvice = true
    }

    private mutating func content(_ tag: String, _ segment: EDISegment, _ log: inout EDILog) {
        switch tag {
        case "BPR": payment(segment, &log)
        case "TRN": if draft?.advice.trace == nil { draft?.advice.trace = segment[2] }
        case "CUR":
            guard !hasDetail, let code = segment[2] else { return }
            draft?.advice.currency = Currency(code)
            if Currency(code) == nil { log.note(.currencyUnreadable, at: segment.place, code) }
        case "N1": if !hasDetail { party(segment) }
        case "ENT", "RMR", "IT1":
            hasDetail = true
            isInItems = tag == "IT1"
            if tag == "ENT" { draft?.end(&log) }
            if tag == "IT1" { draft?.settle(&log) }
            if tag == "RMR" { line(segment, &log) }
        case "ADX":
            isInItems = false
            adjustment(segment, &log)
        case "REF" where !isInItems: reference(segment)
        case "NTE" where !isInItems: draft?.say(segment[2])
        case "DTM" where !isInItems: date(segment, &log)
        // Addresses, contacts and the like.
        default: break
        }
    }

    private mutating func payment(_ segment: EDISegment, _ log: inout EDILog) {
        let amount = amount(segment, 2, &log)
        let day = day(segment, 16, &log)
        draft?.advice.amount = amount
        draft?.advice.method = segment[4]
        draft?.advice.valueDate = day
        // A name that came before stays.
        let names = (draft?.advice.payer?.name, draft?.advice.payee?.name)
        if segment[7] ?? segment[9] != nil {
            draft?.advice.payer = .init(name: names.0, account: segment[9], bank: segment[7])
        }
        if segment[13] ?? segment[15] != nil {
            draft?.advice.payee = .init(name: names.1, account: segment[15], bank: segment[13])
        }
    }

    private mutating func party(_ segment: EDISegment) {
        guard let name = segment[2] ?? segment[4] else { return }
        switch segment[1] {
        case "PR":
            let payer = named(draft?.advice.payer, name)
            draft?.advice.payer = payer
        case "PE":
            let payee = named(draft?.advice.payee, name)
            draft?.advice.payee = payee
        default: break
        }
    }

    private func named(_ party: PaymentDetail.Party?, _ name: String) -> PaymentDetail.Party {
        .init(name: party?.name ?? name, account: party?.account, bank: party?.bank)
    }

    private mutating func line(_ segment: EDISegment, _ log: inout EDILog) {
        var line = AdviceLine()
        line.type = segment[1]
        line.number = segment[2]
        line.net = amount(segment, 4, &log)
        line.gross = amount(segment, 5, &log)
        line.discount = amount(segment, 6, &log)
        line.reason = segment[7]
        line.adjustment = amount(segment, 8, &log)
        draft?.begin(line, at: segment.place, &log)
    }

    private mutating func adjustment(_ segment: EDISegment, _ log: inout EDILog) {
        hasDetail = true
        var line = AdviceLine()
        line.adjustment = amount(segment, 1, &log)
        line.reason = segment[2]
        line.type = segment[3]
        line.number = segment[4]
        draft?.adjust(line, at: segment.place, &log)
    }

    private mutating func reference(_ segment: EDISegment) {
        if draft?.hasLine == true || draft?.adjustment != nil {
            let words = [segment[1], segment[2], segment[3]].compactMap { $0 }
            if words.count > 1 { draft?.say(words.joined(separator: " ")) }
        } else if segment[1] == "RA", !hasDetail, let number = segment[2] {
            draft?.advice.id = number
        }
    }

    /// 097 is the day of the document, 003 that of an invoice; else the first that is given.
    private mutating func date(_ segment: EDISegment, _ log: inout EDILog) {
        guard let day = day(segment, 2, &log), draft?.adjustment == nil else { return }
        if draft?.hasLine == true {
            draft?.change { if $0.date == nil || segment[1] == "003" { $0.date = day } }
        } else if !hasDetail, draft?.advice.date == nil || segment[1] == "097" {
            draft?.advice.date = day
        }
    }

    private mutating func amount(
        _ segment: EDISegment, _ element: Int, _ log: inout EDILog
    ) -> Amount? {
        guard let text = segment[element] else { return nil }
        if let amount = EDIValue.amount(text, allowsComma: false) { return amount }
        log.note(.amountUnreadable, at: segment.place, text)
        draft?.spoil()
        return nil
    }

    private func day(_ segment: EDISegment, _ element: Int, _ log: inout EDILog) -> Day? {
        guard let text = segment[element] else { return nil }
        let day = EDIValue.day(text)
        if day == nil { log.note(.dateUnreadable, at: segment.place, text) }
        return day
    }
}
