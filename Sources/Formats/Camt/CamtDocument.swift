import Ledger

/// A camt message as far as it has been read: what is being put together at the place where we are.
///
/// The files beside this one say what its elements mean for the statement, the entry, the payment
/// and its remittance.
struct CamtDocument: XMLMessage {
    typealias Kind = CamtFinding

    static let family: StaticString = "camt"
    static let tree = XMLTree(CamtPaths.all, same: CamtPaths.same, unread: CamtUnread.names)

    let walk: XMLWalk
    let limits: CamtLimits
    var emit: ((StatementEvent) -> Void)?

    var format = ""
    var sawMessage = false
    var header = CamtHeader()
    var statements = 0
    var statement = CamtStatement()
    var entry = CamtEntry()
    var detail = CamtDetail()
    var part = CamtPart()
    var remittance = CamtRemittance()
    /// The code of the entry before, and its text.
    var lastCode: (code: CamtCode, text: String?) = (CamtCode(), nil)

    /// Whether an entry is being read, not only its statement.
    var isInEntry = false
    /// Whether a payment is being read, not only its entry.
    var isInDetail = false

    init(_ walk: XMLWalk, limits: CamtLimits) {
        self.walk = walk
        self.limits = limits
    }

    static func event(_ finding: Finding) -> StatementEvent { .finding(finding) }

    /// What an element says that no schema has is lost.
    mutating func meet(_ stranger: String) { report(.elementUnknown, value: stranger) }

    /// Whether a list may grow; one beyond all reason is refused.
    @inline(__always)
    mutating func hasRoom(_ count: Int) -> Bool {
        if count < limits.details { return true }
        refuseList()
        return false
    }

    mutating func refuseList() {
        report(.listTooLong)
        walk.stop()
    }

    func mark(of element: UInt8) -> XMLMark {
        switch CamtElement(rawValue: element) {
        case .message: .hidden
        case .statement: .number(statements)
        case .entry: .number(statement.entries)
        case .detail: .number(entry.detailsSeen)
        default: .name
        }
    }
}
