import Receivables

/// Gives every row of a read model as the value it stands for.
public struct ModelReader {
    private let connection: any Connection

    public init(_ connection: any Connection) { self.connection = connection }

    public func items(_ body: (OpenItem) throws -> Void) throws {
        try each(ItemTable.viewColumns, ItemTable.view) { try body(try ItemTable.read($0)) }
    }

    public func receipts(_ body: (Receipt) throws -> Void) throws {
        try each(ReceiptTable.columns, ReceiptTable.name) { try body(try ReceiptTable.read($0)) }
    }

    public func applications(_ body: (Application) throws -> Void) throws {
        try each(ApplicationTable.columns, ApplicationTable.name) {
            try body(try ApplicationTable.read($0))
        }
    }

    public func customers(_ body: (Customer) throws -> Void) throws {
        try each(CustomerTable.columns, CustomerTable.name) { try body(try CustomerTable.read($0)) }
    }

    public func statements(_ body: (BankStatement) throws -> Void) throws {
        try each(StatementTable.columns, StatementTable.name) {
            try body(try StatementTable.read($0))
        }
    }

    public func bankLines(_ body: (BankLine) throws -> Void) throws {
        try each(BankLineTable.columns, BankLineTable.name) { try body(try BankLineTable.read($0)) }
    }

    public func notices(_ body: (Notice) throws -> Void) throws {
        try each(NoticeTable.columns, NoticeTable.name) { try body(try NoticeTable.read($0)) }
    }

    public func advices(_ body: (Advice) throws -> Void) throws {
        try each(AdviceTable.columns, AdviceTable.name) { try body(try AdviceTable.read($0)) }
    }

    public func researchNotes(_ body: (ResearchNote) throws -> Void) throws {
        try each(ResearchNoteTable.columns, ResearchNoteTable.name) {
            try body(try ResearchNoteTable.read($0))
        }
    }

    public func refunds(_ body: (Refund) throws -> Void) throws {
        try each(RefundTable.columns, RefundTable.name) { try body(try RefundTable.read($0)) }
    }

    public func cases(_ body: (CaseFile) throws -> Void) throws {
        try each(CaseTable.columns, CaseTable.name) { try body(try CaseTable.read($0)) }
    }

    private func each(
        _ columns: [String], _ table: String, _ body: (any Row) throws -> Void
    ) throws {
        try connection.rows(
            "SELECT \(columns.joined(separator: ", ")) FROM \(table) ORDER BY id", body)
    }
}
