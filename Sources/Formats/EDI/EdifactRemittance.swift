import Ledger

/// REMADV, Remittance advice (UN/EDIFACT D.96A, as EANCOM 1997 explains it; later directories have
/// the same elements in the same places).
struct EdifactRemittance: AdviceMessages {
    static let syntax = EDIScanner.Syntax.edifact
    /// Which group of segments the message is in.
    private enum Part {
        case header, document, adjustment
        /// DLI: items of a document, whose amounts are not the document's.
        case items
        case summary
    }

    var envelope = EDIEnvelope()
    var draft: AdviceDraft?
    private var part = Part.header
    private var isInDocument = false
    private var ranks = Ranks()
    private(set) var hasAdvice = false

    /// How good the value is that is held: a better one takes its place.
    private struct Ranks {
        var amount = Int.max
        var trace = Int.max
        var valueDate = Int.max
        var payer = Int.max
        var payee = Int.max
    }

    mutating func take(_ segment: EDISegment, _ log: inout EDILog) {
        let tag = segment.tag
        switch tag {
        case "UNB":
            abandon(&log)
            envelope.open(.interchange, control: segment[5], at: segment, &log)
            if segment[11] == "1" { log.note(.test, at: segment.place) }
        case "UNG":
            abandon(&log)
            envelope.open(.group, control: segment[5], at: segment, &log)
        case "UNH": begin(segment, &log)
        case "UNT": end(segment, &log)
        case "UNE", "UNZ":
            abandon(&log)
            envelope.close(
                tag == "UNE" ? .group : .interchange, count: segment[1], control: segment[2],
                at: segment, &log)
        default:
            guard envelope.hasMessage else {
                log.note(.segmentMisplaced, at: segment.place)
                return
            }
            envelope.count()
            if draft != nil { content(tag, segment, &log) }
        }
    }

    private mutating func begin(_ segment: EDISegment, _ log: inout EDILog) {
        abandon(&log)
        envelope.open(.message, control: segment[1], at: segment, &log)
        guard segment[2] == "REMADV" else {
            log.note(.messageOther, at: segment.place, segment[2])
            return
        }
        draft = AdviceDraft()
        part = .header
        isInDocument = false
        ranks = Ranks()
        hasAdvice = true
    }

    private mutating func content(_ tag: String, _ segment: EDISegment, _ log: inout EDILog) {
        switch tag {
        case "DOC":
            var line = AdviceLine()
            line.type = segment[1]
            line.number = segment[2]
            draft?.begin(line, at: segment.place, &log)
            isInDocument = true
            part = .document
        case "UNS":
            draft?.end(&log)
            isInDocument = false
            part = .summary
        case "DLI":
            draft?.settle(&log)
            part = .items
        case "AJT" where part != .items:
            var line = AdviceLine()
            line.reason = segment[1]
            draft?.adjust(line, at: segment.place, &log)
            if isInDocument { part = .adjustment }
        case "MOA": money(segment, &log)
        case "BGM": draft?.advice.id = segment[2]
        case "CUX" where part == .header: currency(segment, &log)
        case "PAI" where part == .header: draft?.advice.method = segment[1, 2] ?? segment[1]
        case "FII" where part == .header: bank(segment)
        case "NAD" where part == .header: party(segment)
        case "DTM": date(segment, &log)
        case "RFF": reference(segment)
        case "FTX" where draft?.adjustment != nil || part == .document:
            let words = segment.components(4)
            if !words.isEmpty { draft?.say(words.joined(separator: " ")) }
        // Contacts, places, taxes and the like.
        default: break
        }
    }

    /// 12 remitted, 9 due, 52 discount; of an adjustment any, since payers write 5, 165 and others.
    private mutating func money(_ segment: EDISegment, _ log: inout EDILog) {
        if part == .items { return }
        guard let qualifier = segment[1], let text = segment[1, 1] else { return }
        guard let amount = EDIValue.amount(text, allowsComma: true) else {
            log.note(.amountUnreadable, at: segment.place, text)
            draft?.spoil()
            return
        }
        let currency = segment[1, 2]
        let isOther = currency.map { $0 != draft?.advice.currency?.code } ?? false
        if draft?.adjustment != nil {
            draft?.changeAdjustment { $0.adjustment = $0.adjustment ?? amount }
        } else if part == .header || part == .summary {
            total(qualifier, amount, currency, at: segment.place, &log)
        } else if isOther, draft?.advice.currency != nil, let currency {
            // What is due may be in the currency of the invoice; what is paid may not.
            if qualifier == "12" {
                log.note(.currencyDiffers, at: segment.place, currency)
                draft?.spoil()
            }
            draft?.say("\(qualifier) \(amount) \(currency)")
        } else {
            draft?.change { line in
                switch qualifier {
                case "12": line.net = line.net ?? amount
                case "9": line.gross = line.gross ?? amount
                case "52": line.discount = line.discount ?? amount
                default: break
                }
            }
        }
    }

    /// The payment: 12 remitted, 139 total payment, 86 message total, 128 total, 9 payable.
    private mutating func total(
        _ qualifier: String, _ amount: Amount, _ currency: String?, at place: String,
        _ log: inout EDILog
    ) {
        guard let rank = ["12", "139", "86", "128", "9"].firstIndex(of: qualifier),
            rank < ranks.amount
        else { return }
        if let currency {
            if draft?.advice.currency == nil { draft?.advice.currency = Currency(currency) }
            if draft?.advice.currency?.code != currency {
                let kind: AdviceFinding =
                    Currency(currency) == nil ? .currencyUnreadable : .currencyDiffers
                log.note(kind, at: place, currency)
            }
        }
        ranks.amount = rank
        draft?.advice.amount = amount
    }

    /// The payment currency (6343 is 11) where several are named.
    private mutating func currency(_ segment: EDISegment, _ log: inout EDILog) {
        let place = segment[2, 2] == "11" ? 2 : 1
        guard let code = segment[place, 1] else { return }
        draft?.advice.currency = Currency(code)
        if Currency(code) == nil { log.note(.currencyUnreadable, at: segment.place, code) }
    }

    /// OR and BF have accounts; PB and RB are banks alone.
    private mutating func bank(_ segment: EDISegment) {
        let bank = segment[3] ?? segment[3, 3] ?? segment.components(3).last
        switch segment[1] {
        case "OR", "PB":
            let payer = with(draft?.advice.payer, segment[2], bank)
            draft?.advice.payer = payer
        case "BF", "RB":
            let payee = with(draft?.advice.payee, segment[2], bank)
            draft?.advice.payee = payee
        default: break
        }
    }

    private func with(
        _ party: PaymentDetail.Party?, _ account: String?, _ bank: String?
    ) -> PaymentDetail.Party? {
        var party = party ?? .init()
        party.account = party.account ?? account
        party.bank = party.bank ?? bank
        return party == .init() ? nil : party
    }

    /// PR payer and PE payee; retailers write BY buyer and SU supplier.
    private mutating func party(_ segment: EDISegment) {
        let names = segment.components(4)
        let name = names.isEmpty ? segment[3] ?? segment[2] : names.joined(separator: " ")
        guard let name else { return }
        if let rank = ["PR", "BY"].firstIndex(of: segment[1]), rank < ranks.payer {
            ranks.payer = rank
            var party = draft?.advice.payer ?? .init()
            party.name = name
            draft?.advice.payer = party
        }
        if let rank = ["PE", "SU", "SE"].firstIndex(of: segment[1]), rank < ranks.payee {
            ranks.payee = rank
            var party = draft?.advice.payee ?? .init()
            party.name = name
            draft?.advice.payee = party
        }
    }

    /// 137 is the day of the message; 209 value, 203 execution, 138 payment.
    private mutating func date(_ segment: EDISegment, _ log: inout EDILog) {
        if part == .items || part == .adjustment { return }
        guard let text = segment[1, 1] else { return }
        guard let day = EDIValue.day(text) else {
            log.note(.dateUnreadable, at: segment.place, text)
            return
        }
        if part == .document {
            draft?.change { $0.date = $0.date ?? day }
        } else if segment[1] == "137" {
            if draft?.advice.date == nil { draft?.advice.date = day }
        } else if let rank = ["209", "203", "138"].firstIndex(of: segment[1]),
            rank < ranks.valueDate
        {
            ranks.valueDate = rank
            draft?.advice.valueDate = day
        }
    }

    /// PQ payment reference, AEK payment order, CK check, TN transaction; else the first.
    private mutating func reference(_ segment: EDISegment) {
        guard let value = segment[1, 1] else { return }
        let qualifier = segment[1] ?? ""
        switch part {
        case .document: draft?.say(qualifier.isEmpty ? value : "\(qualifier) \(value)")
        // What it names is the document of the adjustment.
        case .adjustment:
            draft?.changeAdjustment { line in
                if line.number != nil { return }
                line.type = segment[1]
                line.number = value
            }
        case .header:
            let rank = ["PQ", "AEK", "CK", "TN"].firstIndex(of: qualifier) ?? 4
            if rank < ranks.trace {
                ranks.trace = rank
                draft?.advice.trace = value
            }
        case .items, .summary: break
        }
    }
}
