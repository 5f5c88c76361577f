import Ledger
import Receivables
import Testing

/// Each kind of payment by mistake is found, and what is ordinary is not (field.md row k).
@Suite struct RefundDetectionTests {
    private let day = Day("2026-04-02")!

    private func customer(_ number: Int64, parent: String? = nil) -> Customer {
        var customer = Customer(
            id: Customer.ID(number), entity: Entity.ID(1), code: "C\(number)", name: "C\(number)")
        customer.parent = parent
        customer.currency = .eur
        return customer
    }

    private func receipt(
        _ number: Int64, _ amount: Int64, from account: String, _ text: String = "",
        of customer: Int64 = 1, applied: Int64 = 0, advance: Int64 = 0, in currency: Currency = .eur
    ) -> Receipt {
        var receipt = Receipt(
            id: Receipt.ID(1_000_000_000_000 + number), entity: Entity.ID(1), currency: currency,
            rate: .one, amount: amount, functional: amount, bookedOn: day,
            valueDate: day.adding(Int(number)), postedOn: day)
        receipt.customer = Customer.ID(customer)
        receipt.source.payerAccount = account
        receipt.source.text = [text]
        receipt.holdings.applied.amount = applied
        receipt.holdings.advance.amount = advance
        receipt.holdings.unapplied.amount = amount - applied - advance
        return receipt
    }

    private func found(
        _ receipts: [Receipt], _ customers: [Customer]? = nil,
        _ change: (inout RefundDetection) -> Void = { _ in }
    ) -> [RefundProposal] {
        var detection = RefundDetection()
        for receipt in receipts { detection.receipts[receipt.id] = receipt }
        for customer in customers ?? [customer(1)] { detection.customers[customer.id] = customer }
        change(&detection)
        return detection.proposals()
    }

    @Test func paidAgain() {
        let first = receipt(1, 500, from: "A", "INV-7", applied: 500)
        let again = found([first, receipt(2, 500, from: "A", "inv INV-7")])
        #expect(again.map(\.causes) == [[.repeated]])
        #expect(again.first?.other == first.id && again.first?.advice == .refund)
        #expect(found([first, receipt(2, 500, from: "A", "INV-8")]).isEmpty)
        #expect(found([first, receipt(2, 501, from: "A", "INV-7")]).isEmpty)
        #expect(found([first, receipt(200, 500, from: "A", "INV-7")]).isEmpty)
    }

    @Test func paidFromTwoAccounts() {
        let first = receipt(1, 500, from: "A", "INV-7", applied: 500)
        let second = receipt(2, 480, from: "B", "INV-7")
        let twice = found([first, second]) { $0.payments["INV-7"] = [first.id] }
        #expect(twice.map(\.causes) == [[.secondAccount]])
        #expect(found([first, second]).isEmpty)
    }

    @Test func advanceSisterClosedCurrencyOverpaid() {
        let advance = receipt(1, 500, from: "A", "pro forma", advance: 500)
        #expect(
            found([advance, receipt(2, 500, from: "A", "INV-9")]).map(\.causes)
                == [[.advanceAndInvoice]])
        var sister = customer(2, parent: "C1")
        sister.accounts = ["B"]
        let one = receipt(3, 70, from: "B")
        let owing = found([one], [customer(1), sister]) { detection in
            detection.debits[sister.id] = RefundDetection.Debits()
            detection.debits[sister.id]?.owed[.eur] = 70
        }
        #expect(owing.map(\.causes) == [[.groupSister]])
        #expect(owing.first?.advice == .transfer)
        var closed = customer(1)
        closed.riskClass = "closed"
        #expect(found([receipt(4, 70, from: "A")], [closed]).map(\.causes) == [[.closedCustomer]])
        let dollars = receipt(5, 70, from: "A", in: .usd)
        #expect(found([dollars]).map(\.causes) == [[.otherCurrency]])
        let over = found([receipt(6, 70, from: "A", applied: 50)])
        #expect(over.map(\.causes) == [[.overpaid]])
        #expect(over.first?.free == Money(minor: 20, .eur))
        #expect(found([receipt(7, 70, from: "A")]).isEmpty)
    }

    /// What the customer owes comes first; a hold before that; what is disputed is only shown.
    @Test func netFirst() {
        let over = receipt(1, 70, from: "A", applied: 50)
        let owing = found([over]) { detection in
            var debits = RefundDetection.Debits()
            debits.owed[.eur] = 15
            debits.disputed[.eur] = 99
            detection.debits[Customer.ID(1)] = debits
        }
        #expect(owing.first?.advice == .apply && owing.first?.net == Money(minor: 5, .eur))
        #expect(owing.first?.disputed == Money(minor: 99, .eur))
        var held = customer(1)
        held.riskClass = "hold"
        #expect(found([over], [held]).first?.advice == .askCredit)
    }
}
