import Ledger
import Receivables
import Store

/// Rules as people read them: what waits for a word, what counts, and what each did on history.
public struct RuleList {
    private let language: Language
    private let all: Bool

    public init(language: Language, all: Bool) {
        self.language = language
        self.all = all
    }

    public func table(_ connection: any Connection) throws -> Table {
        var table = Table(
            language("Rules", "匹配规则"),
            [
                Table.Column("rule"), Table.Column("customer"), Table.Column("kind"),
                Table.Column("limit", number: true), Table.Column("currency"),
                Table.Column("state"), Table.Column("caught", number: true),
                Table.Column("wrong", number: true), Table.Column("of", number: true),
                Table.Column("wrong on"), Table.Column("decided by"),
            ])
        let names = try CustomerNames(connection)
        for (entity, _) in try MasterReader(connection: connection).entities() {
            let reader = CaseReader(connection)
            let files =
                all ? try reader.all(.rule, of: entity.id) : try reader.open(.rule, of: entity.id)
            for file in files {
                guard case .rule(let rule) = file.content else { continue }
                let wrong = rule.trial.wrongOn.map { "\($0.raw)" }.joined(separator: " ")
                table.rows.append([
                    .text("\(file.id.raw)"), .text(names[rule.customer].code),
                    .text(rule.kind.rawValue), rule.limit.map { .money($0) } ?? .empty,
                    Table.Cell(rule.limit?.currency.code), .text(rule.state.rawValue),
                    .count(rule.trial.caught), .count(rule.trial.wrong), .count(rule.trial.of),
                    Table.Cell(wrong.isEmpty ? nil : wrong), Table.Cell(rule.decidedBy),
                ])
            }
        }
        return table
    }
}
