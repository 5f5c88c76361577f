import Ledger
import Receivables
import Store

/// Aliases as people read them: what waits for a word, what counts, and on what it rests.
public struct AliasList {
    private let all: Bool

    public init(all: Bool) { self.all = all }

    public func table(_ connection: any Connection) throws -> Table {
        var table = Table(
            "aliases",
            [
                "alias", "customer", "kind", "text", "state", "from", "until", "proposed by",
                "decided by", "evidence",
            ].map { Table.Column($0) })
        let names = try CustomerNames(connection)
        for (entity, _) in try MasterReader(connection: connection).entities() {
            let reader = CaseReader(connection)
            let files =
                all
                ? try reader.all(.alias, of: entity.id) : try reader.open(.alias, of: entity.id)
            for file in files {
                guard case .alias(let alias) = file.content else { continue }
                table.rows.append([
                    .text("\(file.id.raw)"), .text(names[alias.customer].code),
                    .text(alias.kind.rawValue), .text(alias.text),
                    .text(alias.state.rawValue), alias.from.map { .day($0) } ?? .empty,
                    alias.until.map { .day($0) } ?? .empty, .text(alias.proposedBy),
                    Table.Cell(alias.decidedBy), .text(alias.evidence),
                ])
            }
        }
        return table
    }
}

extension Naming {
    /// An alias by its number, with its text.
    public func alias(_ name: String) throws -> (id: CaseFile.ID, text: String) {
        let file = try Int64(name).flatMap { try CaseReader(connection).file(CaseFile.ID($0)) }
        guard let file, case .alias(let alias) = file.content else {
            throw Refusal(code: "alias-not-found", name)
        }
        return (file.id, alias.text)
    }
}
