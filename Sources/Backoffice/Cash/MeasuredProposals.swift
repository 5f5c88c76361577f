import Ledger
import Matching
import Receivables
import Store

/// How often the matcher was right, by what people did with what it said: a proposal is right where
/// the receipt was then applied to the same items with the same amounts, an application of its own
/// where nobody took it back (domain.md §3.1, M12). What nobody has decided yet counts for nothing.
public struct MeasuredProposals {
    /// By rule and what stood against it, the most important first.
    private(set) var counts: [Calibration.Kind: Calibration.Count] = [:]

    public init(_ connection: any Connection, _ entities: [Entity]) throws {
        for entity in entities { try measure(connection, entity.id) }
    }

    public var calibration: Calibration { Calibration(counts) }

    /// What was applied to a receipt and still stands, or was taken back.
    private struct Done {
        var lines: Set<Line> = []
        var rule: String?
        var isByHand = false
        var isTakenBack = false
    }

    private struct Line: Hashable {
        let item: Int64
        let amount: Int64
    }

    private mutating func measure(_ connection: any Connection, _ entity: Entity.ID) throws {
        let done = try done(connection, entity)
        for (_, one) in done where !one.isByHand {
            guard let rule = one.rule.flatMap(Rule.init(rawValue:)) else { continue }
            count(Calibration.Kind(rule, nil, []), isRight: !one.isTakenBack)
        }
        let byHand = done.filter { $0.value.isByHand && !$0.value.isTakenBack }
        if byHand.isEmpty { return }
        for (receipt, proposed) in try lastProposals(connection, entity) {
            guard let one = byHand[receipt], let rule = proposed.rule.flatMap(Rule.init(rawValue:))
            else { continue }
            let lines = Set(proposed.lines.map { Line(item: $0.item.raw, amount: $0.amount) })
            count(
                Calibration.Kind(rule, nil, proposed.stops.compactMap(Stop.init(rawValue:))),
                isRight: lines == one.lines)
        }
    }

    private mutating func count(_ kind: Calibration.Kind, isRight: Bool) {
        counts[kind, default: Calibration.Count(right: 0, of: 0)].of += 1
        if isRight { counts[kind, default: Calibration.Count(right: 0, of: 0)].right += 1 }
    }

    private func done(
        _ connection: any Connection, _ entity: Entity.ID
    ) throws -> [Int64: Done] {
        var done: [Int64: Done] = [:]
        try connection.rows(
            """
            SELECT receipt, item, cash, rule, byHand, reversedBy FROM application
            WHERE entity = $1 AND receipt IS NOT NULL AND reverses IS NULL ORDER BY id
            """, [.int(entity.raw)]
        ) { row in
            let receipt = row.int(0)
            if row.isNull(5) {
                done[receipt, default: Done()].lines.insert(
                    Line(item: row.int(1), amount: row.int(2)))
                done[receipt, default: Done()].isByHand = row.int(4) != 0
            } else if row.int(4) == 0 {
                done[receipt, default: Done()].isTakenBack = true
            }
            if row.int(4) == 0 { done[receipt, default: Done()].rule = row.text(3) }
        }
        // What was taken back and applied anew by hand is by hand now.
        for (receipt, one) in done where one.isByHand { done[receipt]?.isTakenBack = false }
        return done
    }

    /// The last thing the matcher said of each receipt before a person decided.
    private func lastProposals(
        _ connection: any Connection, _ entity: Entity.ID
    ) throws -> [(Int64, Proposed)] {
        var last: [Int64: Proposed] = [:]
        try connection.rows(
            """
            SELECT payload FROM event WHERE id >= $1 AND id < $2 AND kind = $3 ORDER BY id
            """, Identifiers.range(of: entity) + [.int(EventKind.receiptProposed.rawValue)]
        ) { row in
            var reader = FieldReader(row.utf8(0))
            guard case .receiptProposed(let proposed) = try Event(.receiptProposed, from: &reader)
            else { return }
            last[proposed.receipt.raw] = proposed
        }
        return last.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Rule by rule; a share is shown from the number on that says something.
    public func table(_ language: Language) -> Table {
        var table = Table(
            language("How often the matcher was right", "匹配正确率"),
            [
                Table.Column("rule"), Table.Column("score", number: true),
                Table.Column("against it"), Table.Column("decided", number: true),
                Table.Column("right", number: true), Table.Column("share"),
            ])
        let stops = { (kind: Calibration.Kind) in kind.stops.map(\.rawValue).joined(separator: ", ")
        }
        let places = Dictionary(
            uniqueKeysWithValues: Rule.allCases.enumerated().map { ($0.element, $0.offset) })
        let kinds = counts.keys.sorted {
            (places[$0.rule] ?? 0, stops($0)) < (places[$1.rule] ?? 0, stops($1))
        }
        for kind in kinds {
            guard let count = counts[kind] else { continue }
            let confidence = calibration.confidence(kind.rule, nil, kind.stops)
            table.rows.append([
                .text(kind.rule.rawValue), .count(Int64(kind.rule.score)), .text(stops(kind)),
                .count(count.of), .count(count.right),
                .text(
                    confidence.map { language($0.en, $0.zh) }
                        ?? language("fewer than 20: not yet measured", "不足 20 笔：尚未测量")),
            ])
        }
        return table
    }
}
