import CExpat
import Ledger

/// A message as far as it has been read: what is being put together from the elements that
/// ``XMLWalk`` meets.
///
/// Elements are the raw values of an enumeration of the format, whose first three are those of
/// ``XMLTree``.
protocol XMLMessage {
    associatedtype Event
    /// The findings of the format itself, beside ``XMLFault``.
    associatedtype Kind: FindingKind
    /// What the codes of its findings begin with: `camt`.
    static var family: StaticString { get }

    var walk: XMLWalk { get }
    /// Set for the time of one call of the reader.
    var emit: ((Event) -> Void)? { get set }
    static func event(_ finding: Finding) -> Event

    /// An element with the trait `group` begins.
    mutating func open(_ element: UInt8)
    mutating func close(_ element: UInt8)
    /// The text of an element that has some.
    mutating func take(_ element: UInt8, _ text: XMLText)
    /// An element that no schema has, where the tree knows what they have; each name once.
    mutating func meet(_ stranger: String)
    /// The file is at its end, and well-formed if nothing has been refused.
    mutating func finish()

    /// How an element is called in the place of a finding.
    func mark(of element: UInt8) -> XMLMark
}

/// How an element stands in the place of a finding: not at all, by its name, or also by its number.
enum XMLMark {
    case hidden
    case name
    case number(Int)
}

extension XMLMessage {
    mutating func meet(_ stranger: String) {}

    /// `Ccy` of the amount being read.
    var currency: Currency? { walk.currency }
    var line: UInt { walk.line }

    mutating func report(
        _ kind: Kind, at suffix: String = "", value: String? = nil,
        detail: String? = nil, line: UInt? = nil
    ) {
        report(Finding(kind, at: path(suffix, line), value: value, detail: detail))
    }

    /// Past the bound one finding says that there are more; the file is refused for them anyway.
    mutating func report(_ finding: Finding) {
        guard let finding = walk.admit(finding, of: Self.family) else { return }
        emit?(Self.event(finding))
    }

    /// Gives up the file: what follows cannot be trusted.
    mutating func refuse(_ fault: XMLFault, value: String? = nil, detail: String? = nil) {
        guard !walk.stopped else { return }
        report(fault.finding(of: Self.family, at: path(), value: value, detail: detail))
        walk.stop()
    }

    mutating func refuse(_ failure: DecodingFailure) {
        switch failure {
        case .unknownEncoding(let name): refuse(.encodingUnknown, value: name)
        case .broken(let offset): refuse(.encodingBroken, detail: "byte \(offset)")
        }
    }

    /// `Stmt[1]/Ntry[3]/Amt, line 12`.
    func path(_ suffix: String = "", _ line: UInt? = nil) -> String {
        walk.path(suffix, line) { mark(of: $0) }
    }
}
