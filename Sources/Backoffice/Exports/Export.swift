import Ledger
import Receivables
import Store

/// What can be taken out of the books as a table.
public enum Export: String, CaseIterable, Sendable {
    case customers, items, receipts, applications, proposals, notices, advices, research, cases
    case claims, refunds, entries, events

    public func table(_ connection: any Connection) throws -> Table {
        switch self {
        case .customers: try CustomerExport.table(connection)
        case .items: try ItemExport.table(connection)
        case .receipts: try ReceiptExport.table(connection)
        case .applications: try ApplicationExport.table(connection)
        case .proposals: try ProposalExport.table(connection)
        case .notices: try NoticeExport.table(connection)
        case .advices: try AdviceExport.table(connection)
        case .research: try ResearchExport.table(connection)
        case .refunds: try RefundExport.table(connection)
        case .cases: try CaseExport.table(connection)
        case .claims: try ClaimExport.table(connection)
        case .entries: try EntryExport.table(connection)
        case .events: try EventExport.table(connection)
        }
    }
}

extension Table {
    /// Runs a query whose columns are the table's, each read as its kind.
    mutating func fill(
        _ connection: any Connection, _ sql: String, _ read: (any Row) throws -> [Cell]
    ) throws {
        try connection.rows(sql) { row in rows.append(try read(row)) }
    }
}

extension Row {
    func textCell(_ column: Int) -> Table.Cell { Table.Cell(textOrNil(column)) }

    func dayCell(_ column: Int) -> Table.Cell {
        isNull(column) ? .empty : .day(Day(number: Int32(clamping: int(column))))
    }

    func moneyCell(_ column: Int, _ currency: Currency) -> Table.Cell {
        isNull(column) ? .empty : .money(Money(minor: int(column), currency))
    }

    /// The currency in a column; the books hold none that is not one.
    func currencyCode(_ column: Int) -> Currency { Currency(utf8: utf8(column)) ?? .cny }
}
