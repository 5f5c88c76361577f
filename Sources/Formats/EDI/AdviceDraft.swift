import Ledger

/// An advice on its way: the line and the adjustment being read, and what all of them come to.
struct AdviceDraft {
    /// More lines of one advice are counted, not kept.
    static let mostLines = 100_000

    var advice = RemittanceAdvice()
    private(set) var balance = AdviceBalance()
    private var open: (line: AdviceLine, place: String)?
    private var pending: (line: AdviceLine, place: String)?
    /// Adjustments of other documents that stand under the open line, to follow it.
    private var behind: [AdviceLine] = []
    private var tooMany = false

    var hasLine: Bool { open != nil }
    var adjustment: AdviceLine? { pending?.line }

    /// Begins a line and ends the one before.
    mutating func begin(_ line: AdviceLine, at place: String, _ log: inout EDILog) {
        end(&log)
        open = (line, place)
    }

    mutating func change(_ body: (inout AdviceLine) -> Void) {
        if open != nil { body(&open!.line) }
    }

    /// Adds words to the adjustment or the line, up to a length that no advice needs.
    mutating func say(_ words: String?) {
        guard let words else { return }
        let add = { (line: inout AdviceLine) in
            let text = line.text.map { "\($0)\n\(words)" } ?? words
            if text.utf8.count <= 2_000 { line.text = text }
        }
        if pending != nil { changeAdjustment(add) } else { change(add) }
    }

    /// Begins an adjustment, inside the open line or on its own, and ends the one before.
    mutating func adjust(_ adjustment: AdviceLine, at place: String, _ log: inout EDILog) {
        settle(&log)
        pending = (adjustment, place)
    }

    mutating func changeAdjustment(_ body: (inout AdviceLine) -> Void) {
        if pending != nil { body(&pending!.line) }
    }

    /// Ends the adjustment. A line has room for one of its own; a second becomes a line of the same
    /// document.
    mutating func settle(_ log: inout EDILog) {
        guard let (asked, place) = pending else { return }
        var adjustment = asked
        pending = nil
        let isOwn =
            open.map { open in
                adjustment.number == nil || adjustment.number == open.line.number
            } ?? false
        if let amount = adjustment.adjustment { balance.adjust(amount, isOwn: isOwn) }
        if isOwn, let line = open?.line {
            if line.adjustment == nil, line.reason == nil {
                change { line in
                    line.adjustment = adjustment.adjustment
                    line.reason = adjustment.reason
                }
                say(adjustment.text)
                return
            }
            adjustment.type = line.type
            adjustment.number = line.number
        }
        if adjustment.number == nil {
            if hasRoom(at: place, &log) { advice.adjustments.append(adjustment) }
        } else if open == nil {
            store(adjustment, at: place, &log)
        } else if hasRoom(at: place, &log) {
            behind.append(adjustment)
        }
    }

    /// Ends the open line and its adjustments.
    mutating func end(_ log: inout EDILog) {
        settle(&log)
        guard let (line, place) = open else { return }
        open = nil
        if line.number == nil { log.note(.numberMissing, at: place) }
        if line.net == nil { log.note(.amountMissing, at: place, line.number) }
        balance.add(line)
        store(line, at: place, &log)
        advice.lines += behind
        behind.removeAll()
    }

    /// Whether the payment is what its lines come to; nil where that cannot be said. Says so where
    /// it is not.
    mutating func prove(
        _ syntax: EDIScanner.Syntax, at place: String, _ log: inout EDILog
    ) -> Bool? {
        end(&log)
        guard let amount = advice.amount else {
            log.note(.amountMissing, at: place)
            return nil
        }
        if balance.isEmpty {
            log.note(.noLines, at: place)
            return nil
        }
        guard let sums = balance.sums(syntax) else { return nil }
        if sums.contains(Footing.scaled(amount)) { return true }
        log.note(
            .outOfBalance, at: place, "\(amount)", detail: "\(Footing.text(sums[0])) ≠ \(amount)")
        return false
    }

    /// An amount that is there and cannot be read.
    mutating func spoil() { balance.isSound = false }

    private mutating func store(_ line: AdviceLine, at place: String, _ log: inout EDILog) {
        if hasRoom(at: place, &log) { advice.lines.append(line) }
    }

    private mutating func hasRoom(at place: String, _ log: inout EDILog) -> Bool {
        let count = advice.lines.count + advice.adjustments.count + behind.count
        if count < Self.mostLines { return true }
        if !tooMany { log.note(.tooManyLines, at: place) }
        tooMany = true
        return false
    }
}

/// What the lines of an advice come to, in units of 10^-12.
///
/// Payers differ. An adjustment that stands under its line is already in the amount paid, or is
/// still to be added. In EDIFACT any adjustment may be for information only, and a credit note is
/// written negative, or its type says so. One of these readings must give the payment.
struct AdviceBalance {
    /// Every amount could be read and the sums are within reason.
    var isSound = true
    private(set) var isEmpty = true
    private var asWritten: Int128 = 0
    private var credited: Int128 = 0
    private var own: Int128 = 0
    private var other: Int128 = 0

    /// UN/EDIFACT 1001: credit notes.
    private static let credits: Set = ["81", "83", "261", "262", "296", "308", "381", "396"]

    mutating func add(_ line: AdviceLine) {
        isEmpty = false
        guard let net = line.net else {
            isSound = false
            return
        }
        let amount = Footing.scaled(net)
        let isCredit = line.type.map(Self.credits.contains) ?? false
        add(amount, to: \.asWritten)
        add(isCredit ? -abs(amount) : amount, to: \.credited)
    }

    mutating func adjust(_ amount: Amount, isOwn: Bool) {
        isEmpty = false
        add(Footing.scaled(amount), to: isOwn ? \.own : \.other)
    }

    /// Every sum the payment may be; the plainest first. Nil where an amount is missing.
    func sums(_ syntax: EDIScanner.Syntax) -> [Int128]? {
        guard isSound else { return nil }
        var sums: [Int128] = []
        for lines in syntax == .x12 ? [asWritten] : [asWritten, credited] {
            for extra in syntax == .x12 ? [other] : [other, 0] {
                // Four parts of at most 10^36 each cannot overflow.
                sums += [lines + extra, lines + extra + own]
            }
        }
        return sums
    }

    private mutating func add(_ amount: Int128, to part: WritableKeyPath<Self, Int128>) {
        let (sum, overflow) = self[keyPath: part].addingReportingOverflow(amount)
        let most = Int128(1_000_000_000_000_000_000) * 1_000_000_000_000_000_000
        if overflow || abs(sum) > most {
            isSound = false
        } else {
            self[keyPath: part] = sum
        }
    }
}
