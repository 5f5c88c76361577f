import Ledger
import Receivables
import Store

/// Cases of some kinds, one line each, in the order they were opened: what is open, or all.
public struct PaperList {
    private let connection: any Connection

    public init(_ connection: any Connection) { self.connection = connection }

    public func table(
        _ kinds: [CaseFile.Kind], of entities: [Entity], all: Bool, _ language: Language
    ) throws -> Table {
        var table = Table(
            "",
            ["case", "kind", "opened", "state", "customer", "amount", "currency", "due", "what"]
                .map { Table.Column($0, number: $0 == "amount") })
        let names = try CustomerNames(connection)
        let reader = CaseReader(connection)
        for entity in entities {
            for kind in kinds {
                let files =
                    all ? try reader.all(kind, of: entity.id) : try reader.open(kind, of: entity.id)
                for file in files {
                    let head = file.head
                    let what = file.content.sentence
                    table.rows.append([
                        .text("\(file.id.raw)"), .text(kind.rawValue), .day(file.openedOn),
                        .text(head.state), Table.Cell(head.customer.map { names[$0].code }),
                        head.amount.map { .money($0) } ?? .empty,
                        Table.Cell(head.amount?.currency.code), Table.Cell(head.dueOn),
                        .text(language(what.en, what.zh)),
                    ])
                }
            }
        }
        return table
    }
}
