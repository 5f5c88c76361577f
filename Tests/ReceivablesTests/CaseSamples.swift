import Ledger
import Receivables
import Testing

/// A case of every kind, with every field there and absent.
enum CaseSamples {
    static var contents: [CaseFile.Content] {
        var alias = PayerAlias(
            customer: Customer.ID(1_000_000_000_009), kind: .pinyin, text: "DALIAN|HAIRUN",
            evidence: "", receipt: nil, proposedBy: "acquit")
        let proposed = alias
        alias.decidedBy = "li"
        alias.from = Day("2026-03-31")
        alias.until = Day("2027-03-31")
        alias.state = .confirmed
        var revaluation = Revaluation(
            day: Day("2026-03-31")!, currency: .usd, rate: Rate("7.15")!, method: .reversed,
            items: 1, receipts: 0, onItems: 100_000, onReceipts: -1, functional: .cny)
        revaluation.state = .withdrawn
        return [.alias(proposed), .alias(alias), .revaluation(revaluation)] + deductions + claims
            + rules + RefundSamples.contents + PaperSamples.contents
    }

    private static var rules: [CaseFile.Content] {
        let customer = Customer.ID(1_000_000_000_009)
        let wrong = [Receipt.ID(1_000_000_000_011), Receipt.ID(1_000_000_000_012)]
        var charge = MatchingRule(
            customer: customer, kind: .chargeLimit, limit: Money(minor: 80_00, .usd),
            trial: MatchingRule.Trial(caught: 18, wrong: 2, of: 25, wrongOn: wrong),
            proposedBy: "acquit")
        charge.state = .adopted
        charge.decidedBy = "li"
        let oldest = MatchingRule(
            customer: customer, kind: .oldestFirst, limit: nil,
            trial: MatchingRule.Trial(caught: 3, wrong: 0, of: 3), proposedBy: "|")
        return [.rule(charge), .rule(oldest)]
    }

    private static var deductions: [CaseFile.Content] {
        var deduction = Deduction(
            item: OpenItem.ID(1_000_000_000_012), customer: Customer.ID(1_000_000_000_009),
            receipt: Receipt.ID(1_000_000_000_011), amount: Money(minor: 5, .eur),
            reason: .unknown, dueOn: Day("2026-04-07")!)
        let open = deduction
        deduction.state = .valid
        deduction.decidedBy = "li"
        deduction.note = "|"
        deduction.credit = OpenItem.ID(1_000_000_000_013)
        var reason = CustomerReason(
            customer: Customer.ID(1_000_000_000_009), theirs: "SH|01", ours: .quantityShort)
        let inUse = reason
        reason.isWithdrawn = true
        return [
            .deduction(open), .deduction(deduction), .customerReason(inUse),
            .customerReason(reason),
        ]
    }

    static var events: [Event] {
        let day = Day("2026-03-31")!
        return contents.map {
            .caseChanged(
                CaseFile(
                    id: CaseFile.ID(1_000_000_000_031), entity: Entity.ID(1), openedOn: day, $0),
                [Booking(.draftDiscount, -5, functional: -6, .eur, Rate("7.8")!)], on: day)
        }
    }
}

@Suite struct CaseTests {
    @Test func everyKindHasASample() {
        let kinds = Set(CaseSamples.contents.map(\.kind))
        #expect(kinds == Set(CaseFile.Kind.allCases))
    }

    /// A booking never debits what it credits, and its mirror takes it back.
    @Test func bookingsMoveMoney() {
        for kind in Booking.Kind.allCases {
            #expect(kind.debit != kind.credit)
            let booking = Booking(kind, 5, functional: 40, .eur, Rate("8")!)
            #expect(booking.mirrored.mirrored == booking && booking.mirrored.amount == -5)
        }
    }
}
