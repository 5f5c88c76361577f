import Ledger
import Receivables
import TestKit
import Testing

/// A part of a receipt becomes a receipt of its own, and comes back, with nothing lost.
@Suite struct SplitTests {
    private static let books = """
        entity HH DE EUR
        customer C100
        customer C200
        rate USD EUR 0.9137
        receipt RC-1 350.01 USD

        """

    private func refusal(_ ledger: inout Ledgered, _ command: some Command) -> String {
        do {
            _ = try ledger.perform(command)
            return "ok"
        } catch {
            return (error as? Refusal)?.code ?? "\(error)"
        }
    }

    private func usd(_ minor: Int64) -> Money { Money(minor: minor, .usd) }

    @Test func partsHoldWhatTheWholeGave() throws {
        var ledger = Scenario(Self.books).ledger
        let receipt = try #require(ledger.books.receipts.values.first)
        let y = try #require(ledger.books.customers.values.first { $0.code == "C200" })
        _ = try ledger.perform(
            SplitReceipt(
                receipt: receipt.id,
                parts: [.init(usd(1)), .init(usd(100_00), customer: y.id)], why: "two payers"))
        let parts = ledger.books.receipts.values.filter { $0.parent == receipt.id }
            .sorted { $0.id < $1.id }
        #expect(parts.map(\.state) == [.unidentified, .unapplied])
        #expect(parts.map(\.customer) == [nil, y.id])
        #expect(parts.allSatisfy { $0.valueDate == receipt.valueDate && $0.source.line == nil })
        let whole = try #require(ledger.books.receipts[receipt.id])
        #expect(whole.holdings.unidentified.amount == 250_00)
        #expect(ledger.balance(.bank) == receipt.functional)
        #expect(ledger.balance(.bankClearing) == 0)
        #expect(-ledger.balance(.unidentified) - ledger.balance(.unapplied) == receipt.functional)
        for part in parts {
            _ = try ledger.perform(
                JoinReceipt(part: part.id, parent: receipt.id, why: "one payer"))
        }
        let again = try #require(ledger.books.receipts[receipt.id])
        #expect(again.holdings == receipt.holdings)
        #expect(-ledger.balance(.unidentified) == receipt.functional)
        #expect(ledger.balance(.bankClearing) == 0)
    }

    /// What was split off is not identified once more with the rest.
    @Test func theRestOfASplitReceiptIsApplied() throws {
        var ledger = Scenario(Self.books + "invoice INV-1 C100 50.00 USD").ledger
        let receipt = try #require(ledger.books.receipts.values.first)
        let item = try #require(ledger.books.items.values.first)
        let customer = item.customer
        _ = try ledger.perform(
            SplitReceipt(receipt: receipt.id, parts: [.init(usd(300_00))], why: "another's"))
        _ = try ledger.perform(
            ApplyReceipt(
                receipt: receipt.id, lines: [ApplyReceipt.Line(item: item.id, cash: 50_00)],
                customer: customer))
        let rest = try #require(ledger.books.receipts[receipt.id]).holdings
        #expect(rest.unidentified == Receipt.Held() && rest.unapplied.amount == 1)
        #expect(rest.applied.amount == 50_00 && rest.parted.amount == 300_00)
    }

    /// G-LED-36: 8,700.00 from X to Y.
    @Test func moneyOfAnotherCustomerIsTransferred() throws {
        var ledger = Scenario(
            """
            entity CN CN CNY
            customer X
            customer Y
            receipt RC-1 8700.00 CNY
            identify RC-1 X
            """
        ).ledger
        let receipt = try #require(ledger.books.receipts.values.first)
        let y = try #require(ledger.books.customers.values.first { $0.code == "Y" })
        _ = try ledger.perform(
            SplitReceipt(
                receipt: receipt.id, parts: [.init(receipt.money, customer: y.id)], why: "letter"))
        #expect(ledger.books.receipts[receipt.id]?.holdings.unapplied.amount == 0)
        let part = try #require(ledger.books.receipts.values.first { $0.parent != nil })
        #expect(part.holdings.unapplied.amount == 870_000 && part.customer == y.id)
        #expect(part.valueDate == receipt.valueDate)
        #expect(ledger.balance(.unapplied) == -870_000)
    }

    @Test func refusals() throws {
        var ledger = Scenario(Self.books).ledger
        let receipt = try #require(ledger.books.receipts.values.first)
        let entity = receipt.entity
        let split = { (money: Money, customer: Customer.ID?) in
            SplitReceipt(receipt: receipt.id, parts: [.init(money, customer: customer)], why: "")
        }
        let nobody = Receipt.ID(entity.raw * Identifiers.perEntity + 999)
        var foreign = Customer(
            id: Customer.ID(2 * Identifiers.perEntity + 7), entity: Entity.ID(2), code: "F",
            name: "F")
        foreign.currency = .usd
        ledger.take(.customerRegistered(foreign))
        #expect(
            refusal(&ledger, SplitReceipt(receipt: nobody, parts: [], why: ""))
                == "receipt-not-found")
        #expect(
            refusal(&ledger, split(usd(1), Customer.ID(nobody.raw))) == "customer-not-found")
        #expect(refusal(&ledger, split(usd(1), foreign.id)) == "entities-differ")
        #expect(
            refusal(&ledger, split(Money(minor: 1, .eur), nil)) == "currencies-differ")
        #expect(refusal(&ledger, split(usd(0), nil)) == "amount-not-positive")
        #expect(refusal(&ledger, split(usd(350_02), nil)) == "exceeds-held")
        #expect(refusal(&ledger, split(usd(50_00), nil)) == "ok")
        let part = try #require(ledger.books.receipts.values.first { $0.parent != nil })
        let join = { JoinReceipt(part: part.id, parent: $0, why: "") }
        #expect(refusal(&ledger, join(nobody)) == "receipt-not-found")
        #expect(refusal(&ledger, join(part.id)) == "not-a-part")
        let inner = SplitReceipt(receipt: part.id, parts: [.init(usd(1))], why: "")
        #expect(refusal(&ledger, inner) == "ok")
        #expect(refusal(&ledger, join(receipt.id)) == "receipt-in-use")
        let innermost = try #require(
            ledger.books.receipts.values.first { $0.parent == part.id })
        #expect(
            refusal(&ledger, JoinReceipt(part: innermost.id, parent: part.id, why: "")) == "ok")
        #expect(refusal(&ledger, join(receipt.id)) == "ok")
        #expect(refusal(&ledger, join(receipt.id)) == "receipt-reversed")
        #expect(
            refusal(&ledger, SplitReceipt(receipt: part.id, parts: [], why: ""))
                == "receipt-reversed")
    }
}
