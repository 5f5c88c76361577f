import Receivables

/// The digests of all stored lines, to ask whether the words of a thing are among them.
public struct SearchDigests {
    private var digests: Set<UInt64> = []

    public init(_ connection: any Connection) throws {
        try connection.rows("SELECT kind, ids, words FROM searchBlock") { row in
            let ids = row.utf8(1).split(separator: SearchLine.end)
            let lines = row.utf8(2).split(
                separator: SearchLine.end, omittingEmptySubsequences: false)
            for (id, line) in zip(ids, lines) {
                digests.insert(Self.digest(row.int(0), id, line))
            }
        }
    }

    public var count: Int { digests.count }

    /// Whether the thing, as it is, can be found by all its words.
    public func holds(_ thing: SearchThing) -> Bool {
        var line: [UInt8] = []
        SearchLine.append(thing, to: &line)
        return holds(thing.kind, thing.id, line)
    }

    public func holds(_ item: OpenItem) -> Bool {
        var line: [UInt8] = []
        SearchLine.append(item, to: &line)
        return holds(.item, "\(item.id.raw)", line)
    }

    private func holds(_ kind: SearchKind, _ id: String, _ line: [UInt8]) -> Bool {
        digests.contains(Self.digest(kind.rawValue, Array(id.utf8), line.dropLast()))
    }

    /// FNV-1a, with a sign between the parts that none of them has.
    private static func digest(
        _ kind: Int64, _ id: some Sequence<UInt8>, _ line: some Sequence<UInt8>
    ) -> UInt64 {
        var digest: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(bitPattern: kind)
        for byte in id { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3 }
        digest = (digest ^ UInt64(SearchLine.end)) &* 0x100_0000_01B3
        for byte in line { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return digest
    }
}
