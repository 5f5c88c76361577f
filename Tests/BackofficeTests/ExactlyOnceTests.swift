import Ledger
import Store
import Testing

@testable import Backoffice

/// The matrix of reliability.md §A5: each case in each format, its files given in order, twice, the
/// other way round and interleaved; whatever comes when, the money is there exactly once.
@Suite struct ExactlyOnceTests {
    enum Channel: String, CaseIterable, Sendable {
        case camt, mt940, bai2, table

        func statement(
            _ id: Int, _ day: String, opening: Int64, _ entries: [TestEntry]
        ) -> (name: String, text: String) {
            switch self {
            case .camt:
                (
                    "\(id).xml",
                    TestStatement.camt("S\(id)", sequence: id, day, opening: opening, entries)
                )
            case .mt940:
                (
                    "\(id).sta",
                    TestStatement.mt940("M\(id)", sequence: id, day, opening: opening, entries)
                )
            case .table: ("\(id).csv", TestStatement.table(day, opening: opening, entries))
            case .bai2:
                ("\(id).bai", TestStatement.bai2("\(id)", day, opening: opening, entries))
            }
        }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let received: Int64
        let receipts: Int64
        var posted: Int64?
        let files: @Sendable (Channel) -> [(name: String, text: String)]
        var testDescription: String { name }
    }

    private static let a = TestEntry(amount: 100_00, reference: "R1", payer: "Adler GmbH")
    private static let b = TestEntry(amount: 250_00, reference: "R2", payer: "Brandt GmbH")
    private static let fee = TestEntry(amount: -5_00, reference: "F1", text: "FEE")
    private static let twin = TestEntry(amount: 20_00, text: "the same words")

    static let cases = [
        Case(name: "one statement", received: 350_00, receipts: 2) {
            [$0.statement(1, "2026-04-01", opening: 0, [a, b, fee])]
        },
        Case(name: "the same number next year", received: 450_00, receipts: 3) {
            [
                $0.statement(7, "2025-04-01", opening: 0, [a, b]),
                $0.statement(7, "2026-04-01", opening: 350_00, [a]),
            ]
        },
        Case(name: "downloads that overlap", received: 350_00, receipts: 2) {
            [
                $0.statement(1, "2026-04-01", opening: 0, [a]),
                $0.statement(2, "2026-04-01", opening: 0, [a, b]),
            ]
        },
        Case(name: "legitimate twins", received: 60_00, receipts: 3) {
            [
                $0.statement(1, "2026-04-01", opening: 0, [twin, twin]),
                $0.statement(2, "2026-04-01", opening: 0, [twin, twin, twin]),
            ]
        },
        Case(name: "one bank reference of several payments", received: 600, receipts: 3) {
            [
                $0.statement(
                    1, "2026-04-01", opening: 0,
                    [1, 2, 3].map { TestEntry(amount: $0 * 100, reference: "SAME") })
            ]
        },
        Case(name: "one end-to-end id of several payments", received: 600, receipts: 3) {
            [
                $0.statement(
                    1, "2026-04-01", opening: 0,
                    [1, 2, 3].map {
                        TestEntry(amount: $0 * 100, reference: "R\($0)", endToEnd: "ONE")
                    })
            ]
        },
        Case(name: "the same amount and day after day", received: 300_00, receipts: 3) {
            channel in
            (0..<3).map {
                channel.statement(
                    $0 + 1, "2026-04-0\($0 + 1)", opening: Int64($0) * 100_00, [a])
            }
        },
        Case(name: "in two formats", received: 350_00, receipts: 2) {
            [
                $0.statement(1, "2026-04-01", opening: 0, [a, b]),
                ($0 == .camt ? Channel.mt940 : .camt).statement(
                    2, "2026-04-01", opening: 0, [a, b]),
            ]
        },
        Case(name: "notified before and after", received: 350_00, receipts: 2) {
            [
                notice("N1", [a], "camt.054.001.08"),
                $0.statement(1, "2026-04-01", opening: 0, [a, b]),
                notice("N2", [b], "camt.054.001.08"), notice("N3", [a, b], "camt.052.001.08"),
            ]
        },
    ]

    private static func notice(
        _ id: String, _ entries: [TestEntry], _ message: String
    ) -> (name: String, text: String) {
        (
            "\(id).xml",
            TestStatement.camt(id, "2026-04-01", opening: nil, entries, message: message)
        )
    }

    /// The orders in which files come: by number of the file.
    private static func orders(_ count: Int) -> [(name: String, order: [Int])] {
        let there = Array(0..<count)
        return [
            ("in order", there), ("twice", there + there),
            ("each twice", there.flatMap { [$0, $0] }),
            ("the other way round", there.reversed()),
            ("there and back", there + there.reversed()),
        ]
    }

    @Test(arguments: Books.engines, cases)
    func whateverComesWhen(_ engine: Engine, _ one: Case) throws {
        for channel in Channel.allCases {
            let files = one.files(channel)
            for (name, order) in Self.orders(files.count) {
                let desk = try ImportDesk(engine)
                // A file that waits for another is given again, as the daily run does.
                for round in 0..<2 {
                    for (step, place) in order.enumerated() {
                        try desk.take("\(round)-\(step)-\(files[place].name)", files[place].text)
                    }
                }
                let what = "\(one.name), \(channel), \(name)"
                let received = try desk.count(
                    """
                    SELECT CAST(SUM(amount - reversed) AS BIGINT) FROM receipt
                    WHERE replacedOn IS NULL
                    """)
                #expect(received == one.received, "\(what)")
                let receipts = try desk.count(
                    "SELECT COUNT(*) FROM receipt WHERE replacedOn IS NULL")
                #expect(receipts == one.receipts, "\(what)")
                let failures = try desk.database.read { try Verification($0).run() }
                    .compactMap(\.failure)
                #expect(failures == [], "\(what)")
            }
        }
    }
}
