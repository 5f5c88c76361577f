import Ledger

/// Checks taken to the bank together: money in transit until the bank's line comes (1009).
public struct DepositSlip: Sendable, Equatable {
    public enum State: String, Sendable {
        case inTransit = "in-transit"
        case cleared
        /// The bank credited another amount: its error until it corrects that (P21, §1.5a).
        case differs
        /// The bank has corrected it.
        case corrected
        case withdrawn
    }

    public let number: String
    public let total: Money
    /// What its receipts are worth in functional currency.
    public let value: Int64
    public let checks: [CaseFile.ID]
    public let depositedBy: String
    /// The receipt as which the bank's line had come.
    public var credit: Receipt.ID?
    public var credited: Money?
    /// What settled the difference: a line of the bank, or a receipt.
    public var correction: Int64?
    /// What the bank's correcting line was posted at.
    public var correctionValue: Int64 = 0
    public var state = State.inTransit

    public init(
        number: String, total: Money, value: Int64, checks: [CaseFile.ID], depositedBy: String
    ) {
        self.number = number
        self.total = total
        self.value = value
        self.checks = checks
        self.depositedBy = depositedBy
    }

    /// What the bank credited too much; negative where it was too little.
    public var difference: Money? { credited.map { $0 - total } }

    /// Two digits exchanged leave a difference that nine divides.
    public var looksTransposed: Bool {
        guard let difference, !difference.isZero else { return false }
        return difference.minor % 9 == 0
    }
}

extension DepositSlip: CaseContent {
    var head: CaseFile.Head {
        var head = CaseFile.Head(
            state: state.rawValue, isClosed: state != .inTransit && state != .differs)
        head.receipt = credit
        head.amount = total
        head.number = number
        return head
    }

    var sentence: (en: String, zh: String) {
        let off = difference ?? .zero(total.currency)
        let hint = looksTransposed ? (": digits exchanged?", "：疑似数字颠倒") : ("", "")
        let (en, zh) =
            switch state {
            case .inTransit: ("is on its way to the bank", "在途")
            case .cleared: ("is credited", "已入账")
            case .differs:
                ("is credited, \(off) off\(hint.0)", "已入账，差额 \(off)\(hint.1)")
            case .corrected: ("is credited and corrected", "已入账并更正")
            case .withdrawn: ("is withdrawn", "已撤回")
            }
        return (
            "deposit slip \(number) of \(checks.count) checks, \(total), \(en)",
            "存款单 \(number)（支票 \(checks.count) 张，\(total)）\(zh)"
        )
    }

    func write(to out: inout FieldWriter) {
        out.text(number)
        out.money(total)
        out.int(value)
        out.int(Int64(checks.count))
        for check in checks { out.id(check) }
        out.text(depositedBy)
        out.optional(credit)
        out.bool(credited != nil)
        if let credited { out.money(credited) }
        out.optional(correction)
        out.int(correctionValue)
        out.text(state.rawValue)
    }

    init(from reader: inout FieldReader) throws(WireError) {
        let (number, total) = (try reader.text(), try reader.money())
        let value = try reader.int()
        var checks: [CaseFile.ID] = []
        for _ in 0..<(try reader.count()) { checks.append(try reader.id()) }
        self.init(
            number: number, total: total, value: value, checks: checks,
            depositedBy: try reader.text())
        credit = try reader.optionalID()
        credited = try reader.bool() ? try reader.money() : nil
        correction = try reader.optionalInt()
        correctionValue = try reader.int()
        state = try reader.raw()
    }
}
