import Ledger

/// Papers that a bank turns into money for us: a foreign check, documents against payment or
/// acceptance, a letter of credit (domain.md §3.12, P32, P33). Until it is paid or accepted it is a
/// status of the item, and posts nothing.
public struct BankCollection: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        /// A foreign check, credited when its bank has paid.
        case checkFinal = "check-final"
        /// A foreign check, credited at once; the bank may take it back.
        case checkImmediate = "check-immediate"
        case againstPayment = "COLL-DP"
        case againstAcceptance = "COLL-DA"
        case letterOfCredit = "LC"
    }

    public enum State: String, Sendable {
        case sent, presented, accepted, paid, refused, withdrawn
        /// Paid, and the bank may take it back.
        case recourseOpen = "RECOURSE_OPEN"
    }

    /// The bank's number of it, or ours.
    public let number: String
    public let kind: Kind
    public let item: OpenItem.ID
    public let customer: Customer.ID
    public let amount: Money
    public let bank: String
    public let sentBy: String
    /// Of a letter of credit.
    public var shippedOn: Day?
    public var expiresOn: Day?
    /// Of an acceptance; where it was taken for the item, the receipt that cleared it (1121).
    public var maturesOn: Day?
    public var acceptance: Receipt.ID?
    /// The receipt as which the money came, and what the bank kept.
    public var receipt: Receipt.ID?
    public var charges: Int64 = 0
    /// When the next answer is due.
    public var answerBy: Day?
    public var state = State.sent
    /// What came before, so that the last step can be taken back.
    public var past: [State] = []

    public init(
        number: String, kind: Kind, item: OpenItem, amount: Money, bank: String, sentBy: String
    ) {
        self.init(
            number: number, kind: kind, item: item.id, customer: item.customer, amount: amount,
            bank: bank, sentBy: sentBy)
    }

    init(
        number: String, kind: Kind, item: OpenItem.ID, customer: Customer.ID, amount: Money,
        bank: String, sentBy: String
    ) {
        self.number = number
        self.kind = kind
        self.item = item
        self.customer = customer
        self.amount = amount
        self.bank = bank
        self.sentBy = sentBy
    }

    /// Documents of a credit are presented within 21 days of shipment and not after it expires
    /// (UCP 600, art. 14c).
    public static func latestPresentation(shippedOn: Day, expiresOn: Day) -> Day {
        min(shippedOn.adding(21), expiresOn)
    }

    public var presentBy: Day? {
        guard let shippedOn, let expiresOn else { return nil }
        return Self.latestPresentation(shippedOn: shippedOn, expiresOn: expiresOn)
    }

    /// The most that a bank keeps without anybody looking at it (P11).
    static func tolerance(_ currency: Currency) -> Int64 {
        currency == .cny ? 350_00 : currency.exponent == 2 ? 50_00 : 0
    }
}

extension BankCollection: CaseContent {
    var head: CaseFile.Head {
        var head = CaseFile.Head(
            state: state.rawValue,
            isClosed: state == .paid || state == .refused || state == .withdrawn)
        head.customer = customer
        head.item = item
        head.receipt = receipt ?? acceptance
        head.amount = amount
        head.number = number
        head.dueOn =
            switch state {
            case .sent: presentBy
            case .presented: answerBy
            case .accepted: maturesOn
            default: nil
            }
        return head
    }

    var sentence: (en: String, zh: String) {
        let (en, zh) =
            switch state {
            case .sent: ("sent to \(bank)", "已送 \(bank)")
            case .presented: ("presented", "已提示")
            case .accepted:
                (
                    "accepted until \(maturesOn.map { "\($0)" } ?? "")",
                    "已承兑，到期 \(maturesOn.map { "\($0)" } ?? "")"
                )
            case .paid: ("paid", "已付款")
            case .recourseOpen: ("paid, and the bank may take it back", "已入账，银行保留追索权")
            case .refused: ("refused: goods and case of need?", "被拒付：注意货物与需要时的代理人")
            case .withdrawn: ("withdrawn", "已撤回")
            }
        return (
            "collection \(number) (\(kind.rawValue)) of \(amount) \(en)",
            "托收 \(number)（\(kind.rawValue)，\(amount)）\(zh)"
        )
    }

    func write(to out: inout FieldWriter) {
        out.text(number)
        out.text(kind.rawValue)
        out.id(item)
        out.id(customer)
        out.money(amount)
        out.text(bank)
        out.text(sentBy)
        out.optional(shippedOn)
        out.optional(expiresOn)
        out.optional(maturesOn)
        out.optional(acceptance)
        out.optional(receipt)
        out.int(charges)
        out.optional(answerBy)
        out.text(state.rawValue)
        out.list(past.map(\.rawValue))
    }

    init(from reader: inout FieldReader) throws(WireError) {
        self.init(
            number: try reader.text(), kind: try reader.raw(), item: try reader.id(),
            customer: try reader.id(), amount: try reader.money(), bank: try reader.text(),
            sentBy: try reader.text())
        shippedOn = try reader.optionalDay()
        expiresOn = try reader.optionalDay()
        maturesOn = try reader.optionalDay()
        acceptance = try reader.optionalID()
        receipt = try reader.optionalID()
        charges = try reader.int()
        answerBy = try reader.optionalDay()
        state = try reader.raw()
        for _ in 0..<(try reader.count()) { past.append(try reader.raw()) }
    }
}
