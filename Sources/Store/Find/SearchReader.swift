import Glibc
import Ledger
import Receivables

/// Looks for words in the blocks, and for amounts in their indexes. What it gives is a candidate:
/// the thing itself, read again, has the last word.
public struct SearchReader {
    private let connection: any Connection
    private let entities: ClosedRange<Int64>

    /// In one entity, or in all.
    public init(_ connection: any Connection, entity: Entity.ID?) {
        self.connection = connection
        entities = entity.map { $0.raw...$0.raw } ?? 0...Self.last
    }

    private static let last: Int64 = 1_000_000
    /// Blocks with a hit that are looked at, of a kind.
    private static let blocks: Int64 = 60

    public struct Hits: Sendable {
        /// Each once, the latest first.
        public var ids: [String] = []
        /// There are more than were asked for.
        public var isCut = false

        public init() {}
    }

    /// The things of a kind with a line that holds every one of `needles`. A needle that begins
    /// with the end of a field begins a field.
    public func lines(
        _ kind: SearchKind, holding needles: [[UInt8]], limit: Int
    ) throws -> Hits {
        var hits = Hits()
        if needles.isEmpty { return hits }
        var known: Set<String> = []
        var blocks: Int64 = 0
        // As many conditions as there are words; the words themselves are parameters.
        let conditions = (1...needles.count).map { "instr(words, $\($0)) > 0" }
            .joined(separator: " AND ")
        let places = (1...4).map { "$\(needles.count + $0)" }
        // Advices are of no entity.
        let first = kind == .advice ? 0 : entities.lowerBound
        let last = kind == .advice ? 0 : entities.upperBound
        try connection.rows(
            """
            SELECT ids, words FROM searchBlock
            WHERE \(conditions) AND kind = \(places[0]) AND entity >= \(places[1])
                AND entity <= \(places[2])
            ORDER BY kind DESC, entity DESC, number DESC LIMIT \(places[3])
            """,
            needles.map { .text(String(decoding: $0, as: UTF8.self)) }
                + [.int(kind.rawValue), .int(first), .int(last), .int(Self.blocks)]
        ) { row in
            blocks += 1
            if hits.isCut { return }
            let found = Self.lines(of: row.utf8(1), holding: needles)
            if found.isEmpty { return }
            let ids = row.utf8(0).split(separator: SearchLine.end)
            for line in found.reversed() where line < ids.count {
                let id = String(decoding: ids[line], as: UTF8.self)
                guard known.insert(id).inserted else { continue }
                if hits.ids.count == limit {
                    hits.isCut = true
                    return
                }
                hits.ids.append(id)
            }
        }
        if blocks == Self.blocks { hits.isCut = true }
        return hits
    }

    /// The lines that hold all needles, by their places in the block.
    private static func lines(
        of words: UnsafeBufferPointer<UInt8>, holding needles: [[UInt8]]
    ) -> [Int] {
        guard let base = words.baseAddress else { return [] }
        var found: [Int] = []
        var (place, line) = (0, 0)
        while let hit = find(needles[0], in: words[place...]) {
            var lineStart = place
            while let end = memchr(base + lineStart, Int32(SearchLine.end), hit - lineStart) {
                line += 1
                lineStart = UnsafeRawPointer(base).distance(to: end) + 1
            }
            let rest = words.count - hit
            let lineEnd =
                memchr(base + hit, Int32(SearchLine.end), rest)
                .map { UnsafeRawPointer(base).distance(to: $0) } ?? words.count
            let whole = words[lineStart..<lineEnd]
            if needles.dropFirst().allSatisfy({ find($0, in: whole) != nil }) { found.append(line) }
            if lineEnd >= words.count { break }
            place = lineEnd + 1
            line += 1
        }
        return found
    }

    private static func find(
        _ needle: [UInt8], in bytes: Slice<UnsafeBufferPointer<UInt8>>
    ) -> Int? {
        guard let base = bytes.base.baseAddress, let first = needle.first else { return nil }
        var place = bytes.startIndex
        while place + needle.count <= bytes.endIndex,
            let hit = memchr(base + place, Int32(first), bytes.endIndex - place)
        {
            place = UnsafeRawPointer(base).distance(to: hit)
            if place + needle.count > bytes.endIndex { return nil }
            if memcmp(hit, needle, needle.count) == 0 { return place }
            place += 1
        }
        return nil
    }

    /// Items whose whole amount lies between two of minor units, from the lower one on; of one
    /// customer, or of all.
    public func items(
        _ range: ClosedRange<Int64>, falling: Bool = false, customer: Customer.ID? = nil,
        limit: Int
    ) throws -> Hits {
        if let customer {
            return try amounts(
                """
                SELECT id FROM item WHERE original = $1 AND customer = $2 AND id >= $3 AND id < $4
                ORDER BY id DESC LIMIT $5
                """, [.int(range.lowerBound), .int(customer.raw)], limit)
        }
        let bounds: [Value] = [.int(range.lowerBound), .int(range.upperBound)]
        return falling
            ? try amounts(
                """
                SELECT id FROM item WHERE original >= $1 AND original <= $2 AND id >= $3
                    AND id < $4 ORDER BY original DESC LIMIT $5
                """, bounds, limit)
            : try amounts(
                """
                SELECT id FROM item WHERE original >= $1 AND original <= $2 AND id >= $3
                    AND id < $4 ORDER BY original LIMIT $5
                """, bounds, limit)
    }

    /// Items paid in part of which so much is open.
    public func partlyOpen(_ open: Int64, limit: Int) throws -> Hits {
        try amounts(
            """
            SELECT id FROM openItem WHERE open <> original AND open = $1 AND id >= $2 AND id < $3
            LIMIT $4
            """, [.int(open)], limit)
    }

    public func receipts(
        _ range: ClosedRange<Int64>, falling: Bool = false, limit: Int
    ) throws -> Hits {
        let bounds: [Value] = [.int(range.lowerBound), .int(range.upperBound)]
        return falling
            ? try amounts(
                """
                SELECT id FROM receipt WHERE amount >= $1 AND amount <= $2 AND id >= $3
                    AND id < $4 ORDER BY amount DESC LIMIT $5
                """, bounds, limit)
            : try amounts(
                """
                SELECT id FROM receipt WHERE amount >= $1 AND amount <= $2 AND id >= $3
                    AND id < $4 ORDER BY amount LIMIT $5
                """, bounds, limit)
    }

    private func amounts(_ sql: String, _ values: [Value], _ limit: Int) throws -> Hits {
        var hits = Hits()
        let range: [Value] = [
            .int(entities.lowerBound * Identifiers.perEntity),
            .int((entities.upperBound + 1) * Identifiers.perEntity),
        ]
        try connection.rows(sql, values + range + [.int(Int64(limit) + 1)]) { row in
            if hits.ids.count < limit {
                hits.ids.append("\(row.int(0))")
            } else {
                hits.isCut = true
            }
        }
        return hits
    }

    /// How many things of each kind are searched through; what was changed counts again.
    public func sizes() throws -> [SearchKind: Int64] {
        var sizes: [SearchKind: Int64] = [:]
        try connection.rows(
            """
            SELECT kind, CAST(SUM(size) AS BIGINT) FROM searchBlock
            WHERE entity >= $1 AND entity <= $2 GROUP BY kind
            """, [.int(entities.lowerBound), .int(entities.upperBound)]
        ) { row in
            if let kind = SearchKind(rawValue: row.int(0)) { sizes[kind] = row.int(1) }
        }
        return sizes
    }
}
