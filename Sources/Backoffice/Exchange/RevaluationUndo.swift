import Ledger
import Receivables
import Store

/// Finds what a revaluation gave its documents, to take it back.
public struct RevaluationUndo {
    private let connection: any Connection

    public init(_ connection: any Connection) { self.connection = connection }

    /// By its number, `2026-03-31 USD`, or the case's.
    public func command(_ name: String, of entity: Entity.ID) throws -> WithdrawRevaluation {
        let reader = CaseReader(connection)
        let byCase = try Int64(name).flatMap { try reader.file(CaseFile.ID($0)) }
        let files = try byCase.map { [$0] } ?? reader.numbered(name, of: entity)
        guard
            let file = files.last(where: { $0.kind == .revaluation }),
            case .revaluation(let revaluation) = file.content
        else { throw Refusal(code: "revaluation-not-found", name) }
        return WithdrawRevaluation(
            revaluation: file.id,
            revalued: revaluation.method == .carried ? try revalued(file, revaluation) : [])
    }

    /// The events before that of the case, of its day and currency.
    private func revalued(
        _ file: CaseFile, _ revaluation: Revaluation
    ) throws -> [Revalued] {
        var found: [Revalued] = []
        try connection.rows(
            """
            SELECT payload FROM event WHERE id >= $1 AND id < $2 AND kind = $3 AND postedOn = $4
            ORDER BY id
            """,
            Identifiers.range(of: file.entity) + [
                .int(EventKind.revalued.rawValue), .int(Int64(revaluation.day.number)),
            ]
        ) { row in
            var reader = FieldReader(row.utf8(0))
            guard case .revalued(let revalued) = try Event(.revalued, from: &reader),
                revalued.currency == revaluation.currency, revalued.rate == revaluation.rate
            else { return }
            found.append(revalued)
        }
        return Self.standing(found)
    }

    /// Without those that were taken back before: each of these is followed by its mirror.
    private static func standing(_ all: [Revalued]) -> [Revalued] {
        var standing: [Revalued] = []
        for revalued in all {
            let mirrored = standing.lastIndex { before in
                before.items.map(\.id) == revalued.items.map(\.id)
                    && before.items.map(\.gain) == revalued.items.map { -$0.gain }
                    && before.receipts.map(\.gain) == revalued.receipts.map { -$0.gain }
            }
            if let mirrored { standing.remove(at: mirrored) } else { standing.append(revalued) }
        }
        return standing
    }
}
