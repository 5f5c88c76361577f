/// What a column of an advice holds.
enum AdviceRole: Hashable, Sendable {
    case number, type, date, gross, discount, reason, net, currency, text
    /// A due date or a day of payment: of no use but to tell the order of day and month.
    case otherDate
    /// What was taken off, perhaps for the reason that the header names.
    case deduction
    /// What was added or taken off, with its sign.
    case adjustment
    /// An amount that the other columns must tell: gross beside a deduction, else what is paid.
    case amount
    /// A reference beside the document's own number: order, contract, delivery.
    case reference
    /// Quantities and prices, which orders and invoices have.
    case goods
    /// What is still open: a statement has it.
    case open
    case other

    var isAmount: Bool {
        switch self {
        case .gross, .discount, .net, .deduction, .adjustment, .amount: true
        default: false
        }
    }

    var isDate: Bool { self == .date || self == .otherDate }
}

/// What the header of a column says.
struct AdviceHeading: Equatable, Sendable {
    var role: AdviceRole
    /// Of several numbers the best is the document's: what the payer calls ours before its own.
    var rank = 0
    /// The code of domain.md §3.14 for what a deduction column takes off.
    var reason: String?
    /// Whether the amount is said to be paid, rather than net.
    var isPaid = false

    /// `name` is one column's header; nil where it says nothing.
    init?(_ name: FoldedText) {
        let key = Self.key(name.lower)
        guard !key.isEmpty, key.count <= 60 else { return nil }
        if let exact = AdviceHeadings.whole[key] {
            self = exact
            return
        }
        guard let index = AdviceHeadings.parts.foremost(in: key) else { return nil }
        self = AdviceHeadings.lines[index].heading
    }

    init(role: AdviceRole, rank: Int = 0, reason: String? = nil, isPaid: Bool = false) {
        self.role = role
        self.rank = rank
        self.reason = reason
        self.isPaid = isPaid
    }

    /// Without blanks, signs, and what stands in brackets or names a currency.
    private static func key(_ lower: [UInt8]) -> [UInt8] {
        var key: [UInt8] = []
        var depth = 0
        for byte in lower {
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
            case _ where depth > 0: break
            case UInt8(ascii: "#"), 0x80...: key.append(byte)
            case _ where byte.isLetter: key.append(byte)
            default: break
            }
        }
        return key
    }
}
