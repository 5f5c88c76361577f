import Ledger

/// The words of one payment of the hard world, and what can be known from them.
struct HardText {
    let words: Wording
    /// Invoices and credit notes that it pays, in the order of their numbers.
    let items: [Document]
    /// Everything that the payer owes that day.
    let owed: [Document]
    let asks: Citing
    private(set) var text = ""
    private(set) var troubles: [Trouble] = []
    private(set) var expected = Expected.apply
    private(set) var reference: String?
    /// Whether the lines come by themselves.
    private(set) var isAdvised = false
    /// Whether the words name every item, so that the amount need not.
    private(set) var isNamed = true

    private var invoices: [Document] { items.filter { $0.kind != .creditNote } }
    private var notes: [Document] { items.filter { $0.kind == .creditNote } }

    init(_ words: Wording, _ items: [Document], owed: [Document], _ asks: Citing) {
        self.words = words
        self.items = items
        self.owed = owed
        self.asks = asks
    }

    private mutating func note(_ trouble: Trouble, _ expected: Expected) {
        troubles.append(trouble)
        self.expected = max(self.expected, expected)
        if expected == .ask { isNamed = false }
    }

    mutating func write(_ day: Day, _ dice: inout Dice) {
        let date = PaymentText.dated(day)
        switch asks {
        case .nothing: note(.noText, .ask)
        case .words:
            text = words.nothing(&dice)
            note(text.isEmpty ? .noText : .missingReference, .ask)
        case .ownNumber:
            text = words.ownNumber(&dice)
            note(.ownNumber, .ask)
            troubles.append(.missingReference)
        case .lostAdvice:
            text = words.advice(date, &dice)
            note(.missingReference, .ask)
        case .balance where items.count > 1:
            text = words.balance(items[0].issued.civil.month, &dice)
            note(.balance, .ask)
        case .advice: advise(date, &dice)
        case .order where invoices.count == 1:
            text = words.order(invoices[0].purchaseOrder, invoices[0].contract, &dice)
            note(.orderReference, .propose)
        case .structured where items.count == 1 && !invoices.isEmpty && hasReference:
            reference = invoices[0].reference
        default:
            numbers(&dice)
            if text.count > limit { cut(date, &dice) }
        }
        if asks != .advice, isNamed, !notes.isEmpty { credit(&dice) }
        if invoices.count > 1, troubles.isEmpty { troubles.append(.severalInvoices) }
    }

    private var hasReference: Bool { !invoices[0].reference.isEmpty && words.till == .hamburgEUR }
    private var limit: Int { words.till == .ohio ? 72 : Wording.limit(words.till) - 14 }

    private mutating func advise(_ date: String, _ dice: inout Dice) {
        text = dice.chance(300) ? "" : words.advice(date, &dice)
        isAdvised = true
        if dice.chance(70) {
            note(.adviceOutOfBalance, .propose)
        } else {
            note(.separateAdvice, .apply)
        }
    }

    private mutating func numbers(_ dice: inout Dice) {
        let cited = invoices.map { words.whole($0.number, &dice) }
        let date = invoices.first.map { PaymentText.dated($0.issued) } ?? ""
        switch asks {
        case .mistyped:
            var typed = cited
            let at = dice.int(0...(typed.count - 1))
            typed[at] = Mistype.of(typed[at], &dice)
            note(.mistypedReference, .propose)
            text = listed(typed, date, &dice)
        case .tail:
            let ends = invoices.map { words.tail($0.number, &dice) }
            let isSure = ends.allSatisfy { end in
                owed.count { $0.number.filter(\.isNumber).hasSuffix(end) } == 1
            }
            note(.shortReference, isSure ? .apply : .propose)
            text = listed(ends, date, &dice)
        case .joined where cited.count > 1:
            let plain = invoices.map { $0.number.filter { $0 != "-" } }
            let rest = plain.dropFirst().map { dice.chance(500) ? $0 : String($0.suffix(4)) }
            text = ([plain[0]] + rest).joined(separator: dice.pick(["", "", "/", "-"]))
            note(.joinedReference, .propose)
        case .ranged where isRange:
            let first = invoices[0].number
            let last = invoices[invoices.count - 1].number
            text = words.range(first, dice.chance(500) ? last : String(last.suffix(4)), &dice)
            note(.rangedReference, .propose)
        case .split:
            let whole = listed(cited, date, &dice)
            let at = max(2, whole.count - dice.int(2...6))
            text = whole.prefix(at) + (words.till == .dalianCNY ? " " : "\n") + whole.dropFirst(at)
            note(.splitReference, .apply)
        default: text = listed(cited, date, &dice)
        }
    }

    private func listed(_ cited: [String], _ date: String, _ dice: inout Dice) -> String {
        cited.count == 1 ? words.invoice(cited[0], date, &dice) : words.list(cited, &dice)
    }

    /// Whether the payer owes nothing else between the first number and the last.
    private var isRange: Bool {
        guard invoices.count > 1, let first = invoices.first, let last = invoices.last else {
            return false
        }
        let between = owed.filter {
            $0.kind == .invoice && first.number <= $0.number && $0.number <= last.number
        }
        return between.map(\.number) == invoices.map(\.number)
    }

    /// A list longer than the channel: cut off, or replaced by an advice.
    private mutating func cut(_ date: String, _ dice: inout Dice) {
        if dice.chance(400) {
            text = String(text.prefix(limit))
            note(.cutReference, .ask)
        } else {
            troubles = []
            expected = .apply
            advise(date, &dice)
        }
    }

    private mutating func credit(_ dice: inout Dice) {
        if dice.chance(620) {
            for note in notes { text += words.credited(note.number, &dice) }
        } else {
            expected = max(expected, .propose)
        }
    }
}

extension Expected: Comparable {
    /// From what nobody need look at to what nobody can know.
    public static func < (one: Expected, other: Expected) -> Bool { one.rank < other.rank }

    private var rank: Int {
        switch self {
        case .apply: 0
        case .propose: 1
        case .onAccount: 2
        case .exception: 3
        case .ask: 4
        case .unidentified: 5
        }
    }
}
