import Ledger
import Receivables

/// Reads who was asked about receipts.
public struct ResearchReader {
    private let connection: any Connection

    public init(_ connection: any Connection) { self.connection = connection }

    /// All notes of a receipt in the order they were made, the superseded ones too.
    public func notes(of receipt: Receipt.ID) throws -> [ResearchNote] {
        var found: [ResearchNote] = []
        let columns = ResearchNoteTable.columns.joined(separator: ", ")
        try connection.rows(
            "SELECT \(columns) FROM researchNote WHERE receipt = $1 ORDER BY id",
            [.int(receipt.raw)]
        ) { row in found.append(try ResearchNoteTable.read(row)) }
        return found
    }

    /// The notes by which somebody is to be asked again by `day`, the longest overdue first. A
    /// later note of the same receipt and the same person has done it.
    public func due(_ day: Day) throws -> [ResearchNote] {
        var found: [ResearchNote] = []
        let columns = ResearchNoteTable.columns.joined(separator: ", ")
        try connection.rows(
            """
            SELECT \(columns) FROM researchNote AS n
            WHERE n.againOn <= $1 AND n.againOn IS NOT NULL AND n.supersededBy IS NULL
                AND NOT EXISTS (
                    SELECT 1 FROM researchNote AS later
                    WHERE later.receipt = n.receipt AND later.id > n.id
                        AND later.asked = n.asked AND later.supersededBy IS NULL)
            ORDER BY n.againOn, n.id
            """, [.int(Int64(day.number))]
        ) { row in found.append(try ResearchNoteTable.read(row)) }
        return found
    }
}
