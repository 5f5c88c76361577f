/// The standard entry class of a batch (SEC), which says how its entries are laid out.
struct NACHAClass {
    enum Layout {
        case standard
        /// CTX, TRX, ATX, ENR: how many addenda follow, before a shorter name.
        case counted
        /// CIE: the name before the identification.
        case nameFirst
        /// ARC, BOC, RCK: the number of a check.
        case check
        /// POP: a shorter one, and the place of the terminal.
        case checkAtTerminal
        /// TRC, XCK: the number of a check and how it is archived, no name.
        case archivedCheck
        /// SHR: numbers of a card.
        case card
        /// IAT, whose names are in its addenda.
        case international
        /// ADV, by which an operator says what it has settled.
        case advice
    }

    let code: String
    let layout: Layout
    let isKnown: Bool

    /// `IATCOR` in the place of the company's name says that changes are notified of IAT entries.
    init(_ field: ByteRun, indicator: ByteRun) {
        code = field.string
        let layout = Self.layout(field)
        isKnown = layout != nil
        self.layout = indicator.equals("IATCOR") ? .international : layout ?? .standard
    }

    private static func layout(_ field: ByteRun) -> Layout? {
        for (layout, codes) in layouts {
            for at in stride(from: 0, to: codes.utf8CodeUnitCount, by: 4)
            where field.count == 3 && field[0] == codes.utf8Start[at]
                && field[1] == codes.utf8Start[at + 1] && field[2] == codes.utf8Start[at + 2]
            {
                return layout
            }
        }
        return nil
    }

    private static let layouts: [(Layout, StaticString)] = [
        (.standard, "PPD CCD WEB TEL COR POS MTE ACK DNE"),
        (.counted, "CTX TRX ATX ENR"),
        (.nameFirst, "CIE"),
        (.check, "ARC BOC RCK"),
        (.checkAtTerminal, "POP"),
        (.archivedCheck, "TRC XCK"),
        (.card, "SHR"),
        (.international, "IAT"),
        (.advice, "ADV"),
    ]
}

/// A transaction code: the kind of the account (2 checking, 3 savings, 4 general ledger, 5 loan, 8
/// advice), and what happens to it.
struct NACHATransaction {
    private let number: Int

    /// Nil unless it is a code of the rules.
    init?(_ field: ByteRun) {
        guard field.count == 2, let number = field.count(below: 100) else { return nil }
        let kind = number % 10
        switch number / 10 {
        case 2, 3, 4: guard kind != 0, kind != 5 else { return nil }
        case 5: guard (1...6).contains(kind) else { return nil }
        case 8: guard (1...8).contains(kind) else { return nil }
        default: return nil
        }
        self.number = number
    }

    private var isAdvice: Bool { number > 80 }
    var isCredit: Bool { isAdvice ? number % 2 == 1 : number % 10 < 5 }
    /// An entry without money that only asks whether the account exists.
    var isPrenote: Bool { !isAdvice && (number % 10 == 3 || number % 10 == 8) }
    /// Returns, and notifications of change.
    var isReturn: Bool { !isAdvice && (number % 10 == 1 || number % 10 == 6) }
}
