import Ledger
import Receivables

/// Reads remittance advices.
public struct AdviceReader {
    private let connection: any Connection

    public init(_ connection: any Connection) { self.connection = connection }

    /// Those that wait for money and may be tied by a run, in the order they came.
    public func waiting() throws -> [Advice] {
        var found: [Advice] = []
        let columns = AdviceTable.columns.joined(separator: ", ")
        try connection.rows(
            """
            SELECT \(columns) FROM advice WHERE receipt IS NULL AND withdrawn = 0
                AND byHand = 0 ORDER BY id
            """
        ) { row in found.append(try AdviceTable.read(row)) }
        return found
    }

    public func advice(_ id: Advice.ID) throws -> Advice? {
        var found: Advice?
        let columns = AdviceTable.columns.joined(separator: ", ")
        try connection.rows(
            "SELECT \(columns) FROM advice WHERE id = $1", [.int(id.raw)]
        ) { row in found = try AdviceTable.read(row) }
        return found
    }

    /// How often each advice is in the books.
    public func count(_ fingerprint: Int64) throws -> Int64 {
        try connection.int(
            "SELECT COUNT(*) FROM advice WHERE fingerprint = $1 AND withdrawn = 0",
            [.int(fingerprint)]) ?? 0
    }

    public func advices(of receipts: [Receipt.ID]) throws -> [Advice.ID] {
        if receipts.isEmpty { return [] }
        var found: [Advice.ID] = []
        try connection.lookUp(
            ["id"], in: AdviceTable.name, by: ["receipt"],
            { out in
                for receipt in receipts.sorted() {
                    out.int(receipt.raw)
                    try out.end()
                }
            }
        ) { row in found.append(row.id(0)) }
        return found.sorted()
    }
}
