import Ledger
import Testing

@testable import Matching

/// What a text names, and what it does not (domain.md §3.5, field.md G9).
struct NumberTests {
    private static let numbers = [
        "INV-1001", "INV-1002", "INV-1003", "INV-1004", "INV-1007", "RE-2024/0815", "RE-2026/0042",
        "20260331", "82301001", "A12B34", "DL25-006919", "DL25-006920",
    ]

    private func named(_ text: String, on day: Day = Desk.today) -> Set<String> {
        let items = Self.numbers.enumerated().map { Desk.item(Int64($0), $1, 100_00) }
        var book = PayerBook([Desk.payer])
        let open = OpenItems(items, &book)
        let mentions = NumberScanner.scan(Folding.fold(text), open, on: day)
        return Set(mentions.found.map { open[$0.position].number })
    }

    @Test(arguments: [
        ("INV-1001", ["INV-1001"]), ("inv1001", ["INV-1001"]), ("INV 1001", ["INV-1001"]),
        ("ＩＮＶ－１００１", ["INV-1001"]), ("货款INV-1001货", ["INV-1001"]),
        ("INV. 1001", ["INV-1001"]),
        ("INVDL25006919", ["DL25-006919"]), ("RGINV1001", ["INV-1001"]), ("INV#1001", ["INV-1001"]),
        ("INV1001/1002", ["INV-1001", "INV-1002"]), ("INV1001/2", ["INV-1001", "INV-1002"]),
        ("INV1001,02,03", ["INV-1001", "INV-1002", "INV-1003"]),
        ("INV-1001-1004", ["INV-1001", "INV-1002", "INV-1003", "INV-1004"]),
        ("INV-1001 BIS INV-1003", ["INV-1001", "INV-1002", "INV-1003"]),
        ("INV-1001至1003", ["INV-1001", "INV-1002", "INV-1003"]),
        ("INV1001 AND 1002", ["INV-1001", "INV-1002"]),
        ("INV-1001和1007", ["INV-1001", "INV-1007"]),
        ("RE 2024 0815", ["RE-2024/0815"]), ("A12B34", ["A12B34"]),
        ("Rechnung 20260331", ["20260331"]), ("发票号82301001", ["82301001"]),
    ])
    func `is named`(text: String, expected: [String]) {
        #expect(named(text) == Set(expected))
    }

    @Test(arguments: [
        "INV-10011", "XINV-1001", "INV-1001A", "INVOICE 9999", "PAYMENT 1001 USD",
    ])
    func `is not named`(text: String) {
        #expect(named(text).isEmpty)
    }

    /// Dates, phone numbers, accounts, amounts and orders whose digits read like a number of ours.
    @Test(arguments: [
        "31.03.2026 2026-03-31", "vom 2026-03-31", "TEL 8230 1001", "电话82301001",
        "+86 411 8230 1001 TEL 82301001", "FAX: 8230-1001", "账号82301001", "PO 82301001",
        "订单号82301001", "EUR 82,301,001", "USD 82301001", "¥82301001", "IBAN 82301001",
        "20260331", "ACCT 82301001",
    ])
    func `G9 the digits of something else never match`(text: String) {
        #expect(named(text).isEmpty)
    }

    @Test func `G9 a number with slashes is read once, whole`() {
        #expect(named("Rechnung RE-2024/0815 vom 3.4.") == ["RE-2024/0815"])
    }

    @Test func `a number cut by the end of a line is read`() {
        let proposal = Desk.match(Desk.receipt(11_300_00, "PAYMENT FOR INV-10", "01"))
        #expect(proposal.rule == .invoiceNumber)
        #expect(proposal.cash == [1: 11_300_00])
    }

    @Test func `a range means the payer's own items`() {
        let items =
            Desk.items + [
                Desk.item(7, "INV-1004", 100_00, customer: 200), Desk.item(8, "INV-1005", 200_00),
            ]
        let proposal = Desk.match(
            Desk.receipt(50_200_00, "RG-NR INV-1001 - INV-1005"), items)
        #expect(proposal.disposition == .apply)
        #expect(proposal.cash == [1: 11_300_00, 2: 30_000_00, 3: 8_700_00, 8: 200_00])
        let more = Desk.match(Desk.receipt(50_300_00, "RG-NR INV-1001 - INV-1005"), items)
        #expect(more.disposition == .propose)
        #expect(more.stops == [.overpayment])
    }

    @Test func `a statement's balance is a suggestion`() {
        let items = [
            Desk.item(1, "INV-1001", 10_00, issued: "2026-01-01"),
            Desk.item(2, "INV-1002", 20_00, issued: "2026-01-02"),
            Desk.item(3, "INV-1003", -5_00, issued: "2026-01-03"),
            Desk.item(4, "INV-1004", 25_00, issued: "2026-01-04"),
        ]
        let proposal = Desk.match(Desk.receipt(25_00), Array(items.prefix(3)))
        #expect(proposal.rule == .balance)
        let statement = Desk.match(
            Desk.receipt(25_00),
            Array(items.prefix(3)) + [Desk.item(5, "INV-1005", 15_00, issued: "2026-01-05")] + [
                Desk.item(6, "INV-1006", 10_00, issued: "2026-01-06")
            ])
        #expect(statement.rule == .balance)
        #expect(statement.disposition == .propose)
        #expect(statement.lines.map(\.item).sorted() == [1, 2, 3])
    }

    @Test func `a shortage is given its reason code`() {
        for (text, code) in [
            ("INV-1001 缺货扣500", "QTY_SHORT"), ("INV-1001 LESS DAMAGED GOODS", "DAMAGE"),
            ("INV-1001 RETURNED GOODS", "RETURN"), ("INV-1001 质保金", "RETENTION"),
            ("INV-1001 Skonto", "DISC_UNEARNED"), ("INV-1001 Fracht", "FREIGHT"),
            ("INV-1001 手续费", "BANK_CHG_CLAIM"), ("INV-1001 PENALTY", "PENALTY_LD"),
            ("INV-1001 PRICE DIFF", "PRICE"), ("INV-1001 返利", "REBATE"),
            ("INV-1001 WHT", "WITHHOLD_TAX"), ("INV-1001 汇差", "FX_DIFF"),
            ("INV-1001", "UNKNOWN"),
        ] {
            let line = Desk.match(Desk.receipt(10_000_00, text)).lines.first
            #expect(line?.reason == code)
            #expect(line?.residual == 1_300_00)
        }
    }

    @Test(arguments: ["INV-1001 PART PAYMENT", "INV-1001 分期", "INV-1001 Teilzahlung"])
    func `an instalment leaves the item open`(text: String) {
        let proposal = Desk.match(Desk.receipt(4_000_00, text))
        #expect(proposal.lines == [.init(item: 1, amount: 4_000_00)])
        #expect(proposal.disposition == .propose)
    }
}
