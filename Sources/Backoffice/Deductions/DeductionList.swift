import Ledger
import Receivables
import Store

/// Deductions as people who decide them read them.
public struct DeductionList {
    let language: Language
    let all: Bool

    public init(language: Language, all: Bool) {
        self.language = language
        self.all = all
    }

    public func table(_ connection: any Connection) throws -> Table {
        var table = Table(
            language("Deductions", "扣款"),
            [
                Table.Column("deduction"), Table.Column("customer"), Table.Column("item"),
                Table.Column("amount", number: true), Table.Column("currency"),
                Table.Column("reason"), Table.Column("owner"), Table.Column("state"),
                Table.Column("due"), Table.Column("if right"), Table.Column("note"),
            ])
        let names = try CustomerNames(connection)
        var files: [CaseFile] = []
        for (entity, _) in try MasterReader(connection: connection).entities() {
            let reader = CaseReader(connection)
            files +=
                all
                ? try reader.all(.deduction, of: entity.id)
                : try reader.open(.deduction, of: entity.id)
        }
        let due = { (file: CaseFile) in file.head.dueOn ?? file.openedOn }
        for file in files.sorted(by: { (due($0), $0.id) < (due($1), $1.id) }) {
            guard case .deduction(let deduction) = file.content else { continue }
            let items = try ItemsInFull(connection, file.entity).of([deduction.item])
            table.rows.append([
                .text("\(file.id.raw)"), .text(names[deduction.customer].code),
                Table.Cell(items.first?.number), .money(deduction.amount),
                .text(deduction.amount.currency.code),
                .text(
                    "\(deduction.reason.rawValue) "
                        + language(deduction.reason.en, deduction.reason.zh)),
                .text(deduction.reason.owner), .text(deduction.state.rawValue),
                file.head.dueOn.map { .day($0) } ?? .empty, .text(deduction.reason.ifValid),
                Table.Cell(deduction.note),
            ])
        }
        return table
    }

    public static func reasons(_ language: Language) -> Table {
        var table = Table(
            language("Reason codes", "原因代码"),
            ["code", "reason", "owner", "if right", "if wrong"].map { Table.Column($0) })
        for code in ReasonCode.allCases {
            table.rows.append([
                .text(code.rawValue), .text(language(code.en, code.zh)), .text(code.owner),
                .text(code.ifValid), .text(code.ifInvalid),
            ])
        }
        return table
    }

    /// What customers' codes mean.
    public static func customerReasons(_ connection: any Connection) throws -> Table {
        var table = Table(
            "customer reasons", ["customer", "theirs", "ours"].map { Table.Column($0) })
        let names = try CustomerNames(connection)
        for (entity, _) in try MasterReader(connection: connection).entities() {
            for file in try CaseReader(connection).open(.customerReason, of: entity.id) {
                guard case .customerReason(let reason) = file.content else { continue }
                table.rows.append([
                    .text(names[reason.customer].code), .text(reason.theirs),
                    .text(reason.ours.rawValue),
                ])
            }
        }
        return table
    }
}

extension Naming {
    /// The command that decides a deduction, with the invoice it is left of.
    public func decision(
        _ decision: DecideDeduction.Decision, on name: String, why: String
    ) throws -> DecideDeduction {
        let file = try deduction(name)
        guard case .deduction(let deduction) = file.content else {
            throw Refusal(code: "deduction-not-found", name)
        }
        let residual = try ItemsInFull(connection, file.entity).of([deduction.item]).first
        return DecideDeduction(
            deduction: file.id, decision, invoice: residual?.links.precedes, why: why)
    }
}
