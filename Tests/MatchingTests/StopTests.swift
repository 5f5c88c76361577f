import Ledger
import Testing

@testable import Matching

/// Every rule and every stop, each by a receipt that shows it.
struct StopTests {
    private static func payers() -> [Payer] {
        var parent = Payer(customer: 1, name: "Alba Holding SA")
        parent.accounts = ["ALBA0001"]
        var child = Payer(customer: 2, name: "Alba Nord SARL")
        child.parent = 1
        child.accounts = ["NORD0001"]
        var oldest = Payer(customer: 3, name: "Oldest First GmbH")
        oldest.flags = .oldestFirst
        oldest.accounts = ["OLD00001"]
        var closed = Payer(customer: 4, name: "Closed Ltd")
        closed.flags = .closed
        closed.accounts = ["CLOS0001"]
        var hold = Payer(customer: 5, name: "Held Ltd")
        hold.flags = .legalHold
        hold.accounts = ["HELD0001"]
        var agreed = Payer(customer: 6, name: "Agreed BV")
        agreed.flags = .autoSingleAmount
        agreed.accounts = ["AGRE0001"]
        agreed.taxId = "DE123456789"
        let twins = [Payer(customer: 7, name: "Twin Ltd"), Payer(customer: 8, name: "Twin GmbH")]
        var many = Payer(customer: 9, name: "Many Items Kombinat")
        many.accounts = ["MANY0001"]
        var none = Payer(customer: 10, name: "Nothing Owed")
        none.accounts = ["NONE0001"]
        return [parent, child, oldest, closed, hold, agreed, many, none] + twins
    }

    private static func items() -> [Item] {
        func item(
            _ id: Int64, _ number: String, _ open: Int64, _ customer: Int64,
            _ currency: Currency = .eur, flags: Item.Flags = []
        ) -> Item {
            Desk.item(
                id, number, open, currency, customer: customer, due: "2026-02-\(10 + id % 10)",
                flags: flags)
        }
        var ordered = item(19, "INV-1019", 310_00, 6)
        ordered.links = [Item.Link(.po, "4500012345")]
        let many = (0..<60).map { item(900 + $0, "MX-\(9000 + $0)", 1_000_003 + $0 * 7_919, 9) }
        return [
            item(1, "INV-1001", 100_00, 1), item(2, "INV-1002", 250_00, 2),
            item(3, "INV-1003", 70_00, 3), item(4, "INV-1004", 90_00, 3),
            item(5, "INV-1005", 110_00, 4), item(6, "INV-1006", 120_00, 5),
            item(7, "INV-1007", 130_00, 6), item(8, "INV-1008", 140_00, 7),
            item(9, "INV-1009", 150_00, 8), item(10, "INV-1010", 160_00, 6, flags: .factored),
            item(11, "INV-1011", 170_00, 6, flags: .disputed), item(12, "INV-1012", 0, 6),
            item(13, "INV-1013", 33_00, 1), item(14, "INV-1013", 44_00, 1),
            item(15, "INV-1015", 55_00, 1), item(16, "INV-1016", 45_00, 1),
            item(17, "INV-1017", 3_000_00, 6, .usd),
            Desk.item(
                18, "INV-1018", 500_00, .eur, customer: 6, discount: 10_00, until: "2026-03-01"),
        ] + [ordered] + many
    }

    private struct Case: Sendable {
        let amount: Int64
        let text: String
        let account: String?
        var name: String?
        var currency = Currency.eur
        var rule: Rule?
        var stops: [Stop] = []
        var becomes: Proposal.Disposition
        var change: (@Sendable (inout Remittance) -> Void)?
    }

    private static let cases: [Case] = [
        Case(
            amount: 500_00, text: "INV-1018", account: "AGRE0001", rule: .invoiceNumber,
            becomes: .apply),
        Case(
            amount: 490_00, text: "INV-1018", account: "AGRE0001", rule: .earnedDiscount,
            becomes: .apply),
        Case(
            amount: 490_00, text: "", account: "AGRE0001", rule: .singleAmount, becomes: .apply),
        Case(
            amount: 350_00, text: "INV-1001 INV-1002", account: "ALBA0001", rule: .invoiceNumbers,
            becomes: .apply),
        Case(
            amount: 100_00, text: "", account: "ALBA0001", rule: .singleAmount,
            stops: [.amountOnly], becomes: .propose),
        Case(
            amount: 130_00, text: "", account: "AGRE0001", rule: .singleAmount, becomes: .apply),
        Case(
            amount: 100_00, text: "", account: "OLD00001", rule: .oldestFirst, becomes: .apply),
        Case(
            amount: 160_00, text: "", account: "OLD00001", rule: .balance, stops: [.amountOnly],
            becomes: .propose),
        Case(
            amount: 155_00, text: "", account: "ALBA0001", rule: .uniqueSubset,
            stops: [.amountOnly], becomes: .propose),
        Case(
            amount: 140_00, text: "", account: nil, rule: .amountOnly,
            stops: [.payerUnknown, .amountOnly], becomes: .unmatched),
        Case(
            amount: 100_00, text: "INV-1001", account: nil, rule: .invoiceNumber,
            stops: [.payerUnknown], becomes: .propose),
        Case(
            amount: 140_00, text: "INV-1008", account: nil, name: "Twin", rule: .invoiceNumber,
            stops: [.payerAmbiguous], becomes: .propose),
        Case(
            amount: 250_00, text: "INV-1001 INV-1008 INV-1003", account: nil,
            rule: .invoiceNumbers, stops: [.customersDiffer, .payerUnknown, .shortPayment],
            becomes: .propose),
        Case(
            amount: 140_00, text: "INV-1008", account: "ALBA0001", rule: .invoiceNumber,
            stops: [.payerNotCustomer], becomes: .propose),
        Case(
            amount: 100_00, text: "MX-9005", account: "ALBA0001", rule: .singleAmount,
            stops: [.payerNotCustomer], becomes: .propose),
        Case(
            amount: 100_00, text: "INV-1008", account: "ALBA0001", rule: .invoiceNumber,
            stops: [.referenceMistyped], becomes: .propose),
        Case(
            amount: 310_00, text: "PO 4500012345", account: "AGRE0001", rule: .linkedDocument,
            becomes: .apply),
        Case(
            amount: 110_00, text: "INV-1005", account: "CLOS0001", rule: .invoiceNumber,
            stops: [.customerClosed], becomes: .propose),
        Case(
            amount: 120_00, text: "INV-1006", account: "HELD0001", rule: .invoiceNumber,
            stops: [.legalHold], becomes: .propose),
        Case(
            amount: 160_00, text: "INV-1010", account: "AGRE0001", rule: .invoiceNumber,
            stops: [.factoredItem], becomes: .propose),
        Case(
            amount: 170_00, text: "", account: "AGRE0001", stops: [.disputedItem],
            becomes: .unmatched),
        Case(
            amount: 170_00, text: "INV-1011", account: "AGRE0001", rule: .invoiceNumber,
            becomes: .apply),
        Case(
            amount: 9_00, text: "INV-1012", account: "AGRE0001", stops: [.duplicateSuspect],
            becomes: .unmatched),
        Case(
            amount: 130_00, text: "INV-1007", account: "AGRE0001", currency: .usd,
            stops: [.currencyDiffers], becomes: .unmatched),
        Case(
            amount: 70_00, text: "INV-1003 PAID IN FULL", account: "OLD00001",
            rule: .invoiceNumber, stops: [.paidInFullLegend], becomes: .propose,
            change: { $0.channel = .check }),
        Case(
            amount: 33_00, text: "INV-1013", account: "ALBA0001", rule: .singleAmount,
            stops: [.referenceAmbiguous], becomes: .propose),
        Case(
            amount: 100_00, text: "RF19539007547034", account: "ALBA0001", rule: .singleAmount,
            stops: [.referenceInvalid], becomes: .propose),
        Case(
            amount: 100_00, text: "INV-7777", account: "ALBA0001", rule: .singleAmount,
            stops: [.referenceUnknown], becomes: .propose),
        Case(
            amount: 60_00, text: "INV-1001", account: "ALBA0001", rule: .invoiceNumber,
            stops: [.shortPayment], becomes: .propose),
        Case(
            amount: 109_00, text: "INV-1001", account: "ALBA0001", rule: .invoiceNumber,
            becomes: .apply),
        // More than a tenth is left over: the payer has probably meant more than was read.
        Case(
            amount: 120_00, text: "INV-1001", account: "ALBA0001", rule: .invoiceNumber,
            stops: [.overpayment], becomes: .propose),
        Case(
            amount: 120_00, text: "INV-1001 INV-7777", account: "ALBA0001", rule: .invoiceNumber,
            stops: [.overpayment], becomes: .propose),
        Case(
            amount: 88_00, text: "", account: "ALBA0001", stops: [.severalCombinations],
            becomes: .unmatched,
            change: { $0 = Desk.receipt(100_00, currency: .eur, account: "TIES0001") }),
        Case(
            amount: 9_999_999, text: "", account: "MANY0001", stops: [.tooManyToSearch],
            becomes: .unmatched),
        Case(
            amount: 1_00, text: "", account: "NONE0001", stops: [.nothingOpen],
            becomes: .unmatched),
        Case(
            amount: 1_00, text: "", account: "ALBA0001", stops: [.nothingFits],
            becomes: .unmatched),
        Case(
            amount: 100_00, text: "RF95INV1001", account: nil, rule: .creditorReference,
            becomes: .apply,
            change: { $0.text = [ISO11649.reference(for: "INV1001") ?? ""] }),
        Case(
            amount: 350_00, text: "", account: "ALBA0001", rule: .adviceLines, becomes: .apply,
            change: {
                $0.advice = [
                    .init(document: "INV-1001", amount: 100_00),
                    .init(document: "INV-1002", amount: 250_00),
                ]
            }),
        Case(
            amount: 100_00, text: "", account: "ALBA0001", rule: .singleAmount,
            stops: [.referenceUnknown], becomes: .propose,
            change: { $0.advice = [.init(document: "INV-7777", amount: .min)] }),
        Case(
            amount: 2_980_00, text: "INV-1017", account: "AGRE0001", currency: .usd,
            rule: .bankCharge, becomes: .apply,
            change: {
                $0.channel = .wire
                $0.chargeBearer = "SHAR"
            }),
    ]

    @Test func `each rule and each stop is seen`() {
        var rules: Set<Rule> = []
        var stops: Set<Stop> = []
        var ties = Payer(customer: 11, name: "Ties AG")
        ties.accounts = ["TIES0001"]
        let twins = [
            Desk.item(800, "TIE-5001", 100_00, .eur, customer: 11),
            Desk.item(801, "TIE-5002", 100_00, .eur, customer: 11),
        ]
        for one in Self.cases {
            var receipt = Desk.receipt(
                one.amount, one.text, currency: one.currency, account: one.account, name: one.name)
            one.change?(&receipt)
            let proposal = Desk.match(receipt, Self.items() + twins, Self.payers() + [ties])
            #expect(proposal.rule == one.rule, "\(one.text) \(one.amount): \(proposal)")
            #expect(proposal.stops == one.stops, "\(one.text) \(one.amount): \(proposal)")
            #expect(proposal.disposition == one.becomes, "\(one.text) \(one.amount)")
            if let rule = proposal.rule { rules.insert(rule) }
            stops.formUnion(proposal.stops)
        }
        for proposal in Self.promised() + Self.contested() {
            if let rule = proposal.rule { rules.insert(rule) }
            stops.formUnion(proposal.stops)
        }
        #expect(Set(Rule.allCases).subtracting(rules).isEmpty)
        #expect(Set(Stop.allCases).subtracting(stops).isEmpty)
    }

    private static func promised() -> [Proposal] {
        var known = Known()
        known.promises = [
            Promise(customer: 1, currency: .eur, amount: 77_77, dueOn: Desk.today, items: [1])
        ]
        var matcher = Matcher(
            policies: MatchingPolicies(), payers: PayerBook(payers()), items: items(), known: known)
        return [
            matcher.match(Desk.receipt(77_77, currency: .eur, account: "ALBA0001")),
            matcher.match(
                Desk.receipt(5_555_00, "ANZAHLUNG", currency: .eur, account: "ALBA0001")),
        ]
    }

    private static func contested() -> [Proposal] {
        var matcher = Desk.matcher(items(), payers())
        return matcher.match([
            Desk.receipt(250_00, "INV-1002", id: 1, currency: .eur, account: "ALBA0001"),
            Desk.receipt(250_00, "INV-1002", id: 2, currency: .eur, account: "NORD0001"),
        ])
    }

    @Test func `each has a text in both languages`() {
        for stop in Stop.allCases {
            #expect(!stop.en.isEmpty && stop.zh.utf8.contains { $0 > 127 })
        }
        for rule in Rule.allCases {
            #expect(!rule.en.isEmpty && rule.zh.utf8.contains { $0 > 127 })
        }
        #expect(Set(Stop.allCases.map(\.en)).count == Stop.allCases.count)
        #expect(Set(Rule.allCases.map(\.en)).count == Rule.allCases.count)
    }

    @Test func `the same text, amount and payer within a week is perhaps paid twice`() {
        let items = [Desk.item(1, "INV-1001", 300_00)]
        func second(after days: Int) -> Proposal {
            var matcher = Desk.matcher(items)
            _ = matcher.match(Desk.receipt(100_00, "INV-1001 PART PAYMENT", id: 1))
            return matcher.match(
                Desk.receipt(
                    100_00, "INV-1001 PART PAYMENT", id: 2, on: Desk.today.adding(days)))
        }
        #expect(second(after: 7).stops == [.duplicateSuspect, .shortPayment])
        #expect(second(after: 7).unapplied == 100_00)
        #expect(second(after: 8).stops == [.shortPayment])
    }

    @Test func `the credit note that makes up the difference is proposed`() {
        let proposal = Desk.match(Desk.receipt(10_170_00, "INV-1001"))
        #expect(proposal.disposition == .propose)
        #expect(proposal.cash == [1: 11_300_00, 4: -1_130_00])
        #expect(proposal.stops == [.shortPayment])
    }
}
