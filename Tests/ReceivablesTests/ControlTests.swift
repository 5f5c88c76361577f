import Ledger
import Receivables
import TestKit
import Testing

/// Limits that are not to be got round (domain.md §1.4 P11, P14, P15).
@Suite struct ControlTests {
    private static let books = "entity DL CN CNY\ncustomer C100\ncustomer C200\n"

    private func expect(_ text: String) {
        let scenario = Scenario(Self.books + text)
        #expect(scenario.failures.isEmpty)
    }

    /// A large balance does not become small by being written off piece by piece.
    @Test func aLargeBalanceIsNotWrittenOffInPieces() {
        expect(
            """
            invoice INV-1 C100 20000.00 CNY
            receipt RC-1 20000.00 CNY
            identify RC-1 C100
            write-off INV-1 4999.00 CNY -> exceeds-small-balance
            apply   RC-1 INV-1 0.00 writeoff 4999.00 -> exceeds-small-balance
            apply   RC-1 INV-1 15000.00
            write-off INV-1 0.01 CNY
            write-off INV-1
            status  INV-1 cleared
            balance 6602S 5000.00
            """)
        expect(
            """
            invoice INV-1 C100 20000.00 CNY
            receipt RC-1 15000.00 CNY
            apply   RC-1 INV-1 15000.00 writeoff 5000.00 by C100
            status  INV-1 cleared
            """)
    }

    /// In the currency of the company, not of the invoice.
    @Test func theLimitIsInTheCompanysCurrency() {
        expect(
            """
            rate    USD CNY 7.0000
            invoice INV-1 C100 714.29 USD
            write-off INV-1 -> exceeds-small-balance
            invoice INV-2 C100 714.28 USD
            write-off INV-2
            posted  Dr 1122 5000.03; Cr 6001 9999.99; Dr 6602S 4999.96
            """)
    }

    /// A credit note of one customer is not used for another outside its group.
    @Test func creditsStayWithinTheGroup() throws {
        var ledger = Ledgered(today: Day("2026-04-30")!)
        let entity = Entity.ID(1)
        _ = try ledger.perform(
            OpenEntity(number: 1, code: "DL", name: "DL", country: "CN", currency: .cny))
        for (code, parent) in [("P", nil), ("A", "P"), ("B", "P"), ("X", "Q"), ("Q", nil)] {
            var customer = Customer(
                id: ledger.books.fresh(entity), entity: entity, code: code, name: code)
            customer.parent = parent
            ledger.take(.customerRegistered(customer))
            for kind in [OpenItem.Kind.invoice, .creditNote] {
                _ = try ledger.perform(
                    PostItem(
                        entity: entity, kind: kind, number: "\(code)-\(kind.name)",
                        customerCode: code, issuedOn: ledger.desk.today,
                        dueOn: ledger.desk.today, gross: Money(minor: 100, .cny), tax: 0))
            }
        }
        func use(_ credit: String, for item: String) -> String? {
            let command = ApplyCredit(
                entity: entity, credit: "\(credit)-credit note", item: "\(item)-invoice",
                amount: Money(minor: 1, .cny), why: "")
            do { _ = try command.decide(on: ledger.books, at: ledger.desk) } catch {
                return error.code
            }
            return nil
        }
        for (credit, item) in [("A", "A"), ("A", "B"), ("A", "P"), ("P", "B"), ("Q", "X")] {
            #expect(use(credit, for: item) == nil, "\(credit), \(item)")
        }
        for (credit, item) in [("A", "X"), ("P", "Q"), ("X", "B")] {
            #expect(use(credit, for: item) == "customers-differ", "\(credit), \(item)")
        }
    }

    /// Amounts at the edges of Int64 are refused, never trapped on (reliability: T18).
    @Test(arguments: [Int64.max, .min, Money.limit + 1, -Money.limit - 1])
    func amountsBeyondTheLimitAreRefused(minor: Int64) throws {
        var ledger = Scenario(
            Self.books + """
                invoice INV-1 C100 100.00 CNY
                credit  CM-1 C100 10.00 CNY
                receipt RC-1 100.00 CNY from A1
                identify RC-1 C100
                on-account RC-1 50.00 CNY
                """
        ).ledger
        let entity = Entity.ID(1)
        let receipt = try #require(ledger.books.receipts.keys.first)
        let item = try #require(ledger.books.item(entity, number: "INV-1"))
        let money = Money(minor: minor, .cny)
        let day = ledger.desk.today
        var commands: [any Command] = [
            PostItem(
                entity: entity, kind: .invoice, number: "N", customerCode: "C100", issuedOn: day,
                dueOn: day, gross: money, tax: 0),
            PostItem(
                entity: entity, kind: .creditNote, number: "N", customerCode: "C100",
                issuedOn: day, dueOn: day, gross: Money(minor: 1, .cny), tax: minor),
            RecordReceipt(entity: entity, amount: money, bookedOn: day, valueDate: day),
            MoveReceipt(receipt: receipt, .putOnAccount(money), why: ""),
            MoveReceipt(receipt: receipt, .takeOffAccount(money), why: ""),
            MoveReceipt(receipt: receipt, .writeOffCredit(money), why: ""),
            ApplyCredit(entity: entity, credit: "CM-1", item: "INV-1", amount: money, why: ""),
            WriteOffItem(entity: entity, number: "INV-1", amount: money, why: ""),
            RequestRefund(receipt: receipt, amount: money, requestedBy: "li", why: ""),
            ApplyReceipt(
                receipt: receipt, lines: [ApplyReceipt.Line(item: item.id, cash: minor)]),
        ]
        var discounted = PostItem(
            entity: entity, kind: .creditNote, number: "N", customerCode: "C100", issuedOn: day,
            dueOn: day, gross: Money(minor: 1, .cny), tax: 0)
        discounted.discount = minor
        commands.append(discounted)
        var line = ApplyReceipt.Line(item: item.id, cash: minor)
        (line.discount, line.bankCharge, line.writeOff, line.residual) = (minor, 1, minor, minor)
        commands.append(ApplyReceipt(receipt: receipt, lines: [line]))
        for command in commands {
            #expect(throws: Refusal.self, "\(command)") { try ledger.perform(command) }
        }
    }

    /// G-LED-11a in functional currency: the charge is an expense at the receipt's rate, and the
    /// exchange difference is that of the whole 20,000.00.
    @Test func bankChargesAtTheRateOfTheReceipt() {
        expect(
            """
            rate    USD CNY 7.1000 on 2026-03-10
            rate    USD CNY 7.0800 on 2026-04-01
            invoice INV-1 C100 20000.00 USD issued 2026-03-10
            mark
            receipt RC-1 19955.00 USD on 2026-04-02
            apply   RC-1 INV-1 19955.00 charge 45.00 by C100
            posted  Dr 1002 141281.40; Dr 6603B 318.60; Dr 6603XR 400.00; Cr 1122 142000.00
            unapply RC-1
            posted  Dr 1122 142000.00; Cr 6603B 318.60; Cr 6603XR 400.00; Cr 2203U 141281.40
            """)
    }
}
