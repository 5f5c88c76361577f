import DemoWorld
import Ledger
import Matching
import Receivables
import Store
import Testing

@testable import Backoffice

/// A receipt looked at by itself is decided as it is among all items.
@Suite struct OneReceiptTests {
    /// Books of a made-up company after its day.
    private func books(_ kind: DemoWorld.Kind) throws -> any Database {
        let files = try DemoWorldFiles(seed: 7, kind: kind)
        let database = try Books.make(try #require(Books.engines.first))
        let desk = Desk(actor: "test", today: DemoWorld.today, at: 1_782_000_000_000)
        for (place, entity) in DemoWorld.entities(kind).enumerated() {
            _ = try Office(database).perform(
                OpenEntity(
                    number: Int64(place + 1), code: entity.code, name: entity.name,
                    country: entity.country, currency: entity.currency),
                key: "init:\(entity.code)", at: desk)
        }
        _ = try DailyRun(database, desk: desk).run([files.folder])
        return database
    }

    @Test(arguments: [DemoWorld.Kind.ordinary, .hard]) func decidesAsARunWould(
        _ kind: DemoWorld.Kind
    ) throws {
        let database = try books(kind)
        let entities = try database.read { connection in
            try MasterReader(connection: connection).entities().map(\.0)
        }
        var (same, left, others) = (0, 0, [String]())
        for entity in entities {
            var input = try MatchInput(database, entity.id, today: DemoWorld.today)
            let whole = Matcher(
                policies: MatchingPolicies(), entity: entity.id.raw, payers: input.payers,
                items: input.takeItems(), known: input.before)
            for receipt in input.receipts.prefix(150) {
                let all = whole.explain(Remittance(receipt, functional: entity.currency))
                    .proposal
                let one = try database.read { connection in
                    try OneReceipt(connection, entity, today: DemoWorld.today)
                        .explanation(receipt)?.proposal
                }
                guard let one else {
                    left += 1
                    continue
                }
                if one.customer == all.customer, one.disposition == all.disposition,
                    one.rule == all.rule, one.lines == all.lines, one.stops == all.stops
                {
                    same += 1
                } else {
                    others.append(
                        "\(receipt.id.raw) \(receipt.source.payer ?? "") | "
                            + "\(receipt.source.text.joined(separator: " ")): "
                            + "\(one.customer ?? 0) \(one.rule?.rawValue ?? "") \(one.stops) "
                            + "\(one.lines.count); all: \(all.customer ?? 0) "
                            + "\(all.rule?.rawValue ?? "") \(all.stops) \(all.lines.count)")
                }
            }
        }
        #expect(same > 50 && same + left > 100, "\(same) the same, \(left) left to a run")
        #expect(others.isEmpty, "\(others.prefix(20).joined(separator: "\n"))")
    }
}
