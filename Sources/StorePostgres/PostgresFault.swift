internal import CPQ
import Store

/// PostgreSQL's SQLSTATE (PostgreSQL 15, appendix A) in the words of ``Fault``.
struct PostgresFault: Error {
    let fault: Fault
    /// Two writers were in each other's way and this one gave in: the same work may succeed now.
    let isConflict: Bool

    init(_ result: OpaquePointer?, _ connection: OpaquePointer, _ address: String) {
        let state = Self.field(result, UInt8(ascii: "C")) ?? ""
        let words =
            Self.field(result, UInt8(ascii: "M"))
            ?? Self.line(String(cString: PQerrorMessage(connection)))
        isConflict = state == "40001" || state == "40P01"
        switch state {
        case "" where PQstatus(connection) != CONNECTION_OK:
            fault = .unreachable(address: address, reason: words)
        case "40001", "40P01": fault = .busy(address: address, holder: "another writer")
        case "55P03", "53300": fault = .busy(address: address, holder: nil)
        case "53100": fault = .diskFull(path: address)
        case "25006", "42501": fault = .readOnly(path: address)
        case "58030": fault = .ioFailed(path: address, reason: words)
        case "XX001", "XX002": fault = .corrupt(path: address, reason: words)
        case "3D000": fault = .missing(address: address)
        case _ where state.hasPrefix("23"):
            fault = .constraint(Self.constraint(state, result) ?? words)
        case _ where ["08", "28"].contains(state.prefix(2)) || state.hasPrefix("57P"):
            fault = .unreachable(address: address, reason: words)
        default: fault = .other(code: state.isEmpty ? "postgres" : state, reason: words)
        }
    }

    /// Named as SQLite names it: the columns of a key, the column that must not be empty, the
    /// CHECK.
    private static func constraint(_ state: String, _ result: OpaquePointer?) -> String? {
        let table = field(result, UInt8(ascii: "t")) ?? ""
        switch state {
        case "23505":
            // Key (entity, number)=(DE1, 7) already exists.
            guard let detail = field(result, UInt8(ascii: "D")),
                let end = detail.firstRange(of: ")=("), let start = detail.firstIndex(of: "("),
                start < end.lowerBound
            else { return field(result, UInt8(ascii: "n")) }
            return detail[detail.index(after: start)..<end.lowerBound].split(separator: ", ")
                .map { "\(table).\($0)" }.joined(separator: ", ")
        case "23502": return field(result, UInt8(ascii: "c")).map { "\(table).\($0)" }
        case "23503": return "foreign key"
        default: return field(result, UInt8(ascii: "n"))
        }
    }

    private static func field(_ result: OpaquePointer?, _ code: UInt8) -> String? {
        PQresultErrorField(result, Int32(code)).map { String(cString: $0) }
    }

    static func line(_ words: String) -> String {
        words.split(separator: "\n").joined(separator: "; ")
    }
}
