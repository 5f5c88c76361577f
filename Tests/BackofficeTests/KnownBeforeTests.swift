import Ledger
import Matching
import Receivables
import Store
import Testing

@testable import Backoffice

/// What a run must know of earlier ones: what was written off this year, and the orders.
@Suite struct KnownBeforeTests {
    @Test(arguments: Books.engines) func writeOffsOfTheYearAndOrders(_ engine: Engine) throws {
        let desk = try ImportDesk(engine)
        try desk.take(
            "i.csv",
            """
            invoice,entity,customer,issued,due,currency,gross
            INV-2026011,HH,C1,2026-03-01,2026-03-31,EUR,100.00

            """)
        try desk.take(
            "orders.csv",
            """
            order,entity,customer,date,currency,amount,po
            SO-77001,HH,C1,2026-02-01,EUR,500.00,PO-9-4711
            SO-11001,HH,C1,2024-02-01,EUR,500.00,

            """)
        try desk.take(
            "customers-2.csv",
            "customer,entity,name,accounts\nC1,HH,Adler GmbH,DE02120300000000202051\n")
        let entry = TestEntry(
            amount: 99_90, reference: "R1", payer: "Adler GmbH", text: "INV-2026011")
        try desk.take("s.xml", TestStatement.camt("S1", "2026-04-01", opening: 0, [entry]))
        #expect(try MatchRun(desk.database, desk: desk.desk).run().applied == 1)
        let known = try desk.database.read { connection in
            let entity = try #require(try MasterReader(connection: connection).entities().first)
            return try KnownBefore(connection, entity.0.id).known(today: desk.desk.today)
        }
        #expect(known.writtenOff.map(\.amount) == [10])
        #expect(known.writtenOff.first?.year == 2026 && known.writtenOff.first?.currency == .eur)
        #expect(known.orders.map(\.number) == ["SO-77001", "PO-9-4711"])
    }
}
