import Ledger
import Receivables
import TestKit
import Testing

/// What was paid short, from the residual to who was right.
@Suite struct DeductionTests {
    private static let short = """
        entity  DL CN CNY
        customer C100
        invoice INV-1 C100 11300.00 CNY tax 1300.00
        receipt RC-1 10800.00 CNY
        apply   RC-1 INV-1 10800.00 residual 500.00 QTY_SHORT by C100

        """

    private func expect(_ text: String) {
        let scenario = Scenario(text)
        #expect(scenario.failures.isEmpty)
    }

    private func deduction(_ ledger: Ledgered) throws -> Deduction {
        let file = try #require(ledger.books.cases.values.first { $0.kind == .deduction })
        guard case .deduction(let deduction) = file.content else { throw Refusal(code: "", "") }
        return deduction
    }

    @Test func aShortPaymentOpensACase() throws {
        let ledger = Scenario(Self.short).ledger
        let deduction = try deduction(ledger)
        #expect(deduction.state == .open && deduction.reason == .quantityShort)
        #expect(deduction.amount == Money(minor: 500_00, .cny))
        #expect(deduction.reason.owner == "logistics")
        #expect(ledger.books.items[deduction.item]?.open == 500_00)
        #expect(deduction.dueOn > ledger.desk.today)
    }

    /// G-LED-12, the customer is right: Dr 6001R 442.48, Dr 2221-OUT 57.52, Cr 1122R 500.00.
    @Test func theCustomerIsRight() throws {
        expect(
            Self.short + """
                posted  Dr 1002 10800.00; Dr 1122R 500.00; Cr 6001 10000.00; Cr 2221-OUT 1300.00
                deduction INV-1 valid CM-1
                posted  Dr 6001R 442.48; Dr 2221-OUT 57.52; Cr 1122R 500.00
                open    CM-1 0.00
                """)
        let ledger = Scenario(Self.short + "deduction INV-1 valid CM-1").ledger
        let decided = try deduction(ledger)
        #expect(decided.state == .valid && decided.credit != nil && decided.decidedBy == "clerk")
        #expect(ledger.books.items[decided.item]?.open == 0)
    }

    @Test func theCustomerIsWrong() throws {
        var ledger = Scenario(Self.short + "deduction INV-1 invalid").ledger
        #expect(try deduction(ledger).state == .invalid)
        #expect(ledger.balance(.deductions) == 500_00)
        ledger = Scenario(Self.short + "deduction INV-1 invalid\ndeduction INV-1 reopen").ledger
        #expect(try deduction(ledger).state == .open)
    }

    /// Taking the payment back takes the deduction with it.
    @Test func itGoesWithItsPayment() throws {
        let ledger = Scenario(Self.short + "unapply RC-1").ledger
        #expect(try deduction(ledger).state == .withdrawn)
        #expect(ledger.balance(.deductions) == 0)
    }

    @Test func whatIsNotStatedIsCodedSoon() throws {
        let text = Self.short.replacing("QTY_SHORT", with: "UNKNOWN")
        let before = try deduction(Scenario(text).ledger)
        #expect(before.dueOn == Scenario(text).ledger.desk.today.adding(7))
        let after = try deduction(Scenario(text + "deduction INV-1 code price").ledger)
        #expect(after.reason == .price && after.dueOn > before.dueOn)
    }

    @Test func decidingIsRefused() {
        let seen = Scenario(
            Self.short + """
                deduction INV-9 invalid -> deduction-not-found
                deduction INV-1 reopen -> deduction-open
                """
        ).seen
        let closed = Scenario(
            Self.short + """
                deduction INV-1 valid CM-1
                deduction INV-1 invalid -> deduction-closed
                deduction INV-1 reopen -> deduction-closed
                """
        ).seen
        let paid = Scenario(
            Self.short + """
                write-off INV-1/R
                deduction INV-1 valid CM-1 -> exceeds-open
                """
        ).seen
        #expect(
            seen.union(closed).union(paid).isSuperset(
                of: DecideDeduction.Reason.allCases.map(\.rawValue)))
    }

    @Test func customersHaveCodesOfTheirOwn() throws {
        var ledger = Scenario(Self.short).ledger
        let customer = try #require(ledger.books.customers.values.first).id
        let map = { (theirs: String, ours: ReasonCode?) in
            MapReason(customer: customer, theirs: theirs, ours: ours)
        }
        let code = { (command: MapReason) -> String in
            do {
                _ = try ledger.perform(command)
                return "ok"
            } catch {
                return (error as? Refusal)?.code ?? "\(error)"
            }
        }
        #expect(
            code(MapReason(customer: Customer.ID(999), theirs: "S", ours: .price))
                == "customer-not-found")
        #expect(code(map("", .price)) == "reason-missing")
        #expect(code(map("SH01", nil)) == "reason-not-mapped")
        #expect(code(map("SH01", .quantityShort)) == "ok")
        #expect(code(map("SH01", .price)) == "reason-mapped")
        #expect(code(map("SH01", nil)) == "ok")
        #expect(code(map("SH01", .price)) == "ok")
    }
}
