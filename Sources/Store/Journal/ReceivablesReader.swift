import Ledger
import Receivables

/// Reads the receipts whose money is not all placed yet.
public struct WaitingReceipts {
    private let connection: any Connection

    public init(_ connection: any Connection) { self.connection = connection }

    /// Whether there is any.
    public func exist(in entity: Entity.ID) throws -> Bool {
        try connection.int(
            """
            SELECT 1 FROM receipt
            WHERE entity = $1 AND unidentified + unapplied + onAccount > 0
                AND unidentified + unapplied > 0
            LIMIT 1
            """, [.int(entity.raw)]) != nil
    }

    /// The value date of the oldest.
    public func oldest(in entity: Entity.ID) throws -> Day? {
        try connection.int(
            """
            SELECT MIN(valueDate) FROM receipt
            WHERE entity = $1 AND unidentified + unapplied + onAccount > 0
                AND unidentified + unapplied > 0
            """, [.int(entity.raw)]
        ).map { Day(number: Int32(clamping: $0)) }
    }

    /// Those with unidentified or unapplied money, in the order of their numbers.
    public func of(_ entity: Entity.ID) throws -> [Receipt] {
        var found: [Receipt] = []
        found.reserveCapacity(
            Int(
                try connection.int(
                    """
                    SELECT COUNT(*) FROM receipt
                    WHERE entity = $1 AND unidentified + unapplied + onAccount > 0
                    """, [.int(entity.raw)]) ?? 0))
        let columns = ReceiptTable.columns.joined(separator: ", ")
        try connection.rows(
            """
            SELECT \(columns) FROM receipt
            WHERE entity = $1 AND unidentified + unapplied + onAccount > 0
                AND unidentified + unapplied > 0
            ORDER BY id
            """, [.int(entity.raw)]
        ) { row in found.append(try ReceiptTable.read(row)) }
        return found
    }
}

/// Reads the receipts that people have applied, in the order of their numbers.
public struct ReceiptsByHand {
    private let connection: any Connection

    public init(_ connection: any Connection) { self.connection = connection }

    public func of(_ entity: Entity.ID) throws -> [Receipt] {
        var found: [Receipt] = []
        let columns = ReceiptTable.columns.joined(separator: ", ")
        try connection.rows(
            """
            SELECT \(columns) FROM receipt
            WHERE entity = $1 AND id IN (
                SELECT receipt FROM application
                WHERE byHand = 1 AND reverses IS NULL AND reversedBy IS NULL)
            ORDER BY id
            """, [.int(entity.raw)]
        ) { row in found.append(try ReceiptTable.read(row)) }
        return found
    }
}

/// Reads all customers of an entity.
public struct CustomersOfEntity {
    private let connection: any Connection

    public init(_ connection: any Connection) { self.connection = connection }

    public func all(_ entity: Entity.ID) throws -> [Customer] {
        var found: [Customer] = []
        found.reserveCapacity(
            Int(
                try connection.int(
                    "SELECT COUNT(*) FROM customer WHERE entity = $1", [.int(entity.raw)]) ?? 0))
        let columns = CustomerTable.columns.joined(separator: ", ")
        try connection.rows(
            "SELECT \(columns) FROM customer WHERE entity = $1 ORDER BY id", [.int(entity.raw)]
        ) { row in found.append(try CustomerTable.read(row)) }
        return found
    }
}

/// Reads what the matcher last proposed.
public struct ProposalsOfEntity {
    private let connection: any Connection

    public init(_ connection: any Connection) { self.connection = connection }

    public func all(_ entity: Entity.ID) throws -> [Receipt.ID: Proposed] {
        let range = Identifiers.range(of: entity)
        var lines: [Receipt.ID: [Proposed.Line]] = [:]
        let lineColumns = ProposalTable.lineColumns.joined(separator: ", ")
        try connection.rows(
            """
            SELECT \(lineColumns) FROM proposalLine WHERE receipt >= $1 AND receipt < $2
            ORDER BY receipt, place
            """, range
        ) { row in
            let (receipt, line) = ProposalTable.readLine(row)
            lines[receipt, default: []].append(line)
        }
        var found: [Receipt.ID: Proposed] = [:]
        let columns = ProposalTable.columns.joined(separator: ", ")
        try connection.rows(
            "SELECT \(columns) FROM proposal WHERE receipt >= $1 AND receipt < $2", range
        ) { row in
            let id = Receipt.ID(row.int(0))
            found[id] = ProposalTable.read(row, lines: lines[id] ?? [])
        }
        return found
    }
}
