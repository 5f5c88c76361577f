import Ledger
import Receivables

/// Keeps the words of what can be searched for, in blocks of a thousand lines, written in the
/// transaction that appends the events.
///
/// A block is read whole and searched through as bytes. So any part of any word is found, in every
/// script, and an import writes a row a thousand documents instead of a dozen index entries a
/// document.
struct SearchWriter {
    let connection: any Connection
    let entity: Entity.ID
    static let blockSize = 1_000

    func write(_ books: Books) throws {
        let changes = books.changes
        let customers = changes.newCustomers.union(changes.customers).sorted()
        try write(.customer, customers.map { books.customers[$0]! }, \.id.raw) {
            SearchLine.append(SearchThing($0), to: &$1)
        }
        let again = changes.completedReceipts.subtracting(changes.newReceipts).sorted()
        let receipts = (changes.newReceipts + again).map { books.receipts[$0]! }
        try write(.receipt, receipts, \.id.raw) { SearchLine.append(SearchThing($0), to: &$1) }
    }

    func write(_ items: [OpenItem]) throws {
        try write(.item, items, \.id.raw) { SearchLine.append($0, to: &$1) }
    }

    func write(_ documents: [Event]) throws {
        var things: [SearchThing] = []
        for event in documents {
            switch event {
            case .statementAccepted(let statement): things.append(SearchThing(statement))
            case .bankLineRecorded(let line):
                if line.kind != .receipt { things.append(SearchThing(line)) }
            case .noticeRecorded(let notice): things.append(SearchThing(notice))
            case .adviceRecorded(let advice): things.append(SearchThing(advice))
            case .orderRecorded(let order): things.append(SearchThing(order))
            default: break
            }
        }
        if things.isEmpty { return }
        for kind in SearchKind.allCases {
            try write(kind, things.filter { $0.kind == kind }, \.id) {
                SearchLine.append($0, to: &$1)
            }
        }
    }

    private func write<Value, ID: CustomStringConvertible>(
        _ kind: SearchKind, _ values: [Value], _ id: (Value) -> ID,
        _ append: (Value, inout [UInt8]) -> Void
    ) throws {
        if values.isEmpty { return }
        var tail = try self.tail(kind)
        var start = 0
        while start < values.count {
            let free = Self.blockSize - (tail?.size ?? 0)
            let end = min(values.count, start + (free > 0 ? free : Self.blockSize))
            var ids = ""
            var words: [UInt8] = []
            for place in start..<end {
                ids += id(values[place]).description
                ids += "\n"
                append(values[place], &words)
            }
            let text = String(decoding: words, as: UTF8.self)
            if let tail, free > 0 {
                try connection.run(
                    """
                    UPDATE searchBlock SET size = size + $1, ids = ids || $2, words = words || $3
                    WHERE kind = $4 AND entity = $5 AND number = $6
                    """,
                    [
                        .int(Int64(end - start)), .text(ids), .text(text), .int(kind.rawValue),
                        .int(entity.raw), .int(tail.number),
                    ])
            } else {
                let number = (tail?.number ?? 0) + 1
                try connection.run(
                    """
                    INSERT INTO searchBlock (kind, entity, number, size, ids, words)
                    VALUES ($1, $2, $3, $4, $5, $6)
                    """,
                    [
                        .int(kind.rawValue), .int(entity.raw), .int(number),
                        .int(Int64(end - start)), .text(ids), .text(text),
                    ])
            }
            let before = free > 0 ? tail?.size ?? 0 : 0
            tail = (free > 0 ? tail?.number ?? 1 : (tail?.number ?? 0) + 1, before + end - start)
            start = end
        }
    }

    /// The last block, which takes more lines until it is full.
    private func tail(_ kind: SearchKind) throws -> (number: Int64, size: Int)? {
        var tail: (Int64, Int)?
        try connection.rows(
            """
            SELECT number, size FROM searchBlock WHERE kind = $1 AND entity = $2
            ORDER BY number DESC LIMIT 1
            """, [.int(kind.rawValue), .int(entity.raw)]
        ) { row in tail = (row.int(0), Int(row.int(1))) }
        return tail
    }
}
