import Ledger

/// A payment message as far as it has been read: what is being put together at the place where we
/// are.
///
/// The files beside this one say what its elements mean for the order, the group, the transfer, its
/// parties and its remittance, and for the answer to an order.
struct PainDocument: XMLMessage {
    typealias Kind = PainFinding

    static let family: StaticString = "pain"
    static let tree = XMLTree(PainPaths.all)

    let walk: XMLWalk
    let limits: PainLimits
    var emit: ((PaymentEvent) -> Void)?

    var format = ""
    /// Which of the messages; nil before it.
    var kind: PainMessageKind?
    var order = PainOrder()
    var group = PainGroup()
    var transfer = PainTransfer()
    var party = PainParty()
    var remittance = PainRemittance()
    var answer = PainAnswer()
    var groupIds: SeenIds
    var endToEndIds: SeenIds

    init(_ walk: XMLWalk, limits: PainLimits) {
        self.walk = walk
        self.limits = limits
        groupIds = SeenIds(bound: limits.ids)
        endToEndIds = SeenIds(bound: limits.ids)
    }

    static func event(_ finding: Finding) -> PaymentEvent { .finding(finding) }

    func mark(of element: UInt8) -> XMLMark {
        switch PainElement(rawValue: element) {
        case .message: .hidden
        case .group: .number(order.groups)
        case .transfer: .number(group.transfers)
        case .groupStatus: .number(answer.groups)
        case .transferStatus: .number(answer.transfers)
        default: .name
        }
    }

    func code(_ text: XMLText) -> PaymentCode? {
        text.string.map { PaymentCode($0, isProprietary: walk.isAt("Prtry")) }
    }

    /// With its time where it has one.
    mutating func date(_ text: XMLText) -> PaymentDate? {
        if let date = PaymentDate(text) { return date }
        report(.dateUnreadable, value: text.string)
        return nil
    }

    /// A number of transfers.
    mutating func count(_ text: XMLText) -> Int? {
        if let count = text.count { return count }
        report(.countUnreadable, value: text.string)
        return nil
    }

    mutating func sum(_ text: XMLText) -> Amount? {
        if let amount = text.amount { return amount }
        report(.amountUnreadable, value: text.string)
        return nil
    }

    /// Says that something is missing in the message, group, transfer or answer being read.
    mutating func need(_ isThere: Bool, _ name: StaticString, in owner: PainElement = .message) {
        guard !isThere else { return }
        let group = "PmtInf[\(order.groups)]/"
        let (path, line) =
            switch owner {
            case .group: (group, self.group.line)
            case .transfer:
                ("\(group)\(transferName)[\(self.group.transfers)]/", transfer.line)
            case .groupStatus: ("OrgnlPmtInfAndSts[\(answer.groups)]/", answer.groupLine)
            default: ("", order.line)
            }
        report(Finding(PainFinding.elementMissing, at: "\(path)\(name), line \(line)"))
    }
}

/// The three messages that are read here.
enum PainMessageKind {
    case pay, collect, answer

    var family: String {
        switch self {
        case .pay: "pain.001"
        case .collect: "pain.008"
        case .answer: "pain.002"
        }
    }

    init?(element: String) {
        switch element {
        case "CstmrCdtTrfInitn": self = .pay
        case "CstmrDrctDbtInitn": self = .collect
        case "CstmrPmtStsRpt": self = .answer
        default: return nil
        }
    }

    /// Versions whose schemas were at hand, and those between them.
    func knows(_ message: ISOMessage) -> Bool {
        switch self {
        case .pay:
            message.variant == 1
                ? (3...13).contains(message.version)
                : message.variant <= 3 && message.version == 3
        case .collect:
            message.variant == 1
                ? (2...11).contains(message.version)
                : message.variant <= 3 && message.version == 2
        case .answer: message.variant <= 3 && (3...15).contains(message.version)
        }
    }
}

extension PaymentDate {
    /// `2026-03-02`, perhaps with a zone, which is dropped, or `2026-03-02T14:05:00+01:00`.
    init?(_ text: XMLText) {
        guard let day = text.day else { return nil }
        guard text.bytes.count > 10, text.bytes[10] == UInt8(ascii: "T") else {
            self.init(day)
            return
        }
        let time = UnsafeBufferPointer(rebasing: text.bytes[11...])
        guard Self.isTime(time) else { return nil }
        self.init(day, time: String(decoding: time, as: UTF8.self))
    }

    /// `14:05:00`, with any fraction, with `Z`, `+01:00` or no zone (ISO 8601).
    static func isTime(_ bytes: some Collection<UInt8>) -> Bool {
        let bytes = Array(bytes.prefix(64))
        func two(_ at: Int, below bound: Int) -> Bool {
            guard at + 1 < bytes.count, bytes[at].isDigit, bytes[at + 1].isDigit
            else { return false }
            return Int(bytes[at] - 0x30) * 10 + Int(bytes[at + 1] - 0x30) < bound
        }
        let colon = UInt8(ascii: ":")
        guard two(0, below: 24), two(3, below: 60), two(6, below: 60), bytes[2] == colon,
            bytes[5] == colon
        else { return false }
        var at = 8
        if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
            let start = at + 1
            at = start
            while at < bytes.count, bytes[at].isDigit { at += 1 }
            if at == start { return false }
        }
        if at == bytes.count { return true }
        if bytes[at] == UInt8(ascii: "Z") { return at + 1 == bytes.count }
        guard bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-"),
            at + 6 == bytes.count, bytes[at + 3] == colon
        else { return false }
        return two(at + 1, below: 14) && two(at + 4, below: 60)
    }
}
