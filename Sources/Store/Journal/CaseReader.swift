import Ledger
import Receivables

/// Reads cases.
public struct CaseReader {
    private let connection: any Connection

    public init(_ connection: any Connection) { self.connection = connection }

    public func file(_ id: CaseFile.ID) throws -> CaseFile? {
        try files("id = $1", [.int(id.raw)]).first
    }

    /// Those of one kind that are not closed, in the order they were opened.
    public func open(_ kind: CaseFile.Kind, of entity: Entity.ID) throws -> [CaseFile] {
        try files(
            "entity = $1 AND kind = $2 AND closed = 0",
            [.int(entity.raw), .text(kind.rawValue)])
    }

    /// All of one kind, the closed ones too.
    public func all(_ kind: CaseFile.Kind, of entity: Entity.ID) throws -> [CaseFile] {
        try files(
            "entity = $1 AND kind = $2", [.int(entity.raw), .text(kind.rawValue)])
    }

    public func of(_ receipt: Receipt.ID) throws -> [CaseFile] {
        try files("receipt = $1", [.int(receipt.raw)])
    }

    public func of(_ item: OpenItem.ID) throws -> [CaseFile] {
        try files("item = $1", [.int(item.raw)])
    }

    public func of(_ customer: Customer.ID) throws -> [CaseFile] {
        try files("customer = $1", [.int(customer.raw)])
    }

    public func numbered(_ number: String, of entity: Entity.ID) throws -> [CaseFile] {
        try files("entity = $1 AND number = $2", [.int(entity.raw), .text(number)])
    }

    private func files(_ condition: String, _ values: [Value]) throws -> [CaseFile] {
        var found: [CaseFile] = []
        let columns = CaseTable.columns.joined(separator: ", ")
        try connection.rows(
            "SELECT \(columns) FROM caseFile WHERE \(condition) ORDER BY id", values
        ) { row in found.append(try CaseTable.read(row)) }
        return found
    }
}
