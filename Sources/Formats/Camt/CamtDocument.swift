import Ledger

/// A camt message as far as it has been read: what is being put together at the place where we are.
///
/// The files beside this one say what its elements mean for the statement, the entry, the payment
/// and its remittance.
struct CamtDocument: XMLMessage {
    typealias Kind = CamtFinding

    static let family: StaticString = "camt"
    static let tree = XMLTree(CamtPaths.all, same: CamtPaths.same)

    let walk: XMLWalk
    let limits: CamtLimits
    var emit: ((StatementEvent) -> Void)?

    var format = ""
    var sawMessage = false
    /// Whether this file is one page of several, so that totals span more than the file.
    var isPage = false
    var statements = 0
    var statement = CamtStatement()
    var entry = CamtEntry()
    var detail = CamtDetail()
    var charge = CamtCharge()
    /// Whether a payment is being read, not only its entry.
    var isInDetail = false

    init(_ walk: XMLWalk, limits: CamtLimits) {
        self.walk = walk
        self.limits = limits
    }

    static func event(_ finding: Finding) -> StatementEvent { .finding(finding) }

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
