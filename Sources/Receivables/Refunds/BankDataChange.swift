import Ledger

/// Where money of a customer may go, and whom to call about it: changed by two persons, an account
/// in force only after a quarantine, so that a forged letter does not take money the same day
/// (reliability: F2, F3).
public struct BankDataChange: Sendable, Equatable {
    public enum Field: String, Sendable, CaseIterable { case account, phone }
    public enum State: String, Sendable, CaseIterable {
        case proposed, confirmed, refused, withdrawn
    }

    public let customer: Customer.ID
    public let field: Field
    /// What it takes the place of; nil where there was nothing.
    public let old: String?
    public let new: String
    public let evidence: String
    public let proposedBy: String
    public var decidedBy: String?
    public var inForceFrom: Day?
    /// The first day on which it is in force no more.
    public var until: Day?
    public var state = State.proposed

    public init(
        customer: Customer.ID, _ field: Field, from old: String?, to new: String,
        evidence: String, proposedBy: String
    ) {
        self.customer = customer
        self.field = field
        self.old = old.map(Self.plain)
        self.new = Self.plain(new)
        self.evidence = evidence
        self.proposedBy = proposedBy
    }

    /// Letters and digits, in capitals: the same number in whatever groups it is written.
    public static func plain(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars
        where scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "+" {
            out.append(contentsOf: scalar.properties.uppercaseMapping.unicodeScalars)
        }
        return String(out)
    }

    public func isInForce(on day: Day) -> Bool {
        guard let from = inForceFrom, from <= day else { return false }
        return until.map { day < $0 } ?? true
    }
}

extension BankDataChange: CaseContent {
    var head: CaseFile.Head {
        var head = CaseFile.Head(state: state.rawValue, isClosed: state != .proposed)
        head.customer = customer
        head.number = new
        head.dueOn = state == .confirmed ? inForceFrom : nil
        return head
    }

    var sentence: (en: String, zh: String) {
        let from = inForceFrom.map { (", in force from \($0)", "，自 \($0) 生效") } ?? ("", "")
        let chinese =
            switch state {
            case .proposed: "待复核"
            case .confirmed: "已确认"
            case .refused: "已拒绝"
            case .withdrawn: "已撤销"
            }
        let before = old ?? "–"
        return (
            "\(field.rawValue) \(before) → \(new) \(state.rawValue)\(from.0)",
            "\(field == .account ? "账户" : "电话") \(before) → \(new) \(chinese)\(from.1)"
        )
    }

    func write(to out: inout FieldWriter) {
        out.id(customer)
        out.text(field.rawValue)
        out.optional(old)
        out.text(new)
        out.text(evidence)
        out.text(proposedBy)
        out.optional(decidedBy)
        out.optional(inForceFrom)
        out.optional(until)
        out.text(state.rawValue)
    }

    init(from reader: inout FieldReader) throws(WireError) {
        self.init(
            customer: try reader.id(), try reader.raw(), from: try reader.optionalText(),
            to: try reader.text(), evidence: try reader.text(), proposedBy: try reader.text())
        decidedBy = try reader.optionalText()
        inForceFrom = try reader.optionalDay()
        until = try reader.optionalDay()
        state = try reader.raw()
    }
}
