import Ledger
import Receivables
import TestKit
import Testing

/// G-FX-01 by both methods, G-FX-03, receipts in a third currency, G-ADJ-06.
@Suite struct RevaluationTests {
    private static let march = Day("2026-03-31")!
    private static let books = """
        entity  DL CN CNY
        customer C100
        rate    USD CNY 7.1000 on 2026-03-10
        rate    USD CNY 7.0800 on 2026-04-12
        invoice INV-1 C100 20000.00 USD issued 2026-03-10

        """

    private func revalue(_ ledger: Ledgered, _ rate: String) throws -> Revalue {
        let receipts = ledger.books.receipts.values.filter { $0.currency == .usd }
        return Revalue(
            entity: Entity.ID(1), day: Self.march, currency: .usd,
            rate: try #require(Rate(rate)),
            items: ledger.books.items.values.filter { $0.isOpen }.map(\.id),
            receipts: receipts.map(\.id))
    }

    private func pay(_ ledger: inout Ledgered) throws {
        ledger.desk = Desk(actor: "clerk", today: Day("2026-04-12")!, at: 0)
        let day = Day("2026-04-12")!
        let usd = Money(minor: 20_000_00, .usd)
        _ = try ledger.perform(
            RecordReceipt(entity: Entity.ID(1), amount: usd, bookedOn: day, valueDate: day))
        let receipt = try #require(ledger.books.receipts.values.first)
        let item = try #require(ledger.books.items.values.first)
        _ = try ledger.perform(
            ApplyReceipt(
                receipt: receipt.id,
                lines: [ApplyReceipt.Line(item: item.id, cash: usd.minor)],
                customer: item.customer))
    }

    /// Method B: +1,000.00 in March, −1,400.00 realised in April, −400.00 in all.
    @Test func carried() throws {
        var ledger = Scenario(Self.books).ledger
        _ = try ledger.perform(try revalue(ledger, "7.1500"))
        let item = try #require(ledger.books.items.values.first)
        #expect(item.openFunctional == 143_000_00)
        #expect(ledger.balance(.receivables) == 143_000_00)
        #expect(ledger.balance(.fxUnrealised) == -1_000_00)
        try pay(&ledger)
        #expect(ledger.balance(.fxRealised) == 1_400_00)
        #expect(ledger.balance(.fxRealised) + ledger.balance(.fxUnrealised) == 400_00)
        #expect(ledger.balance(.receivables) == 0)
        #expect(ledger.books.items[item.id]?.openFunctional == 0)
    }

    /// Method A: +1,000.00 in March, reversed on 1 April; −400.00 realised.
    @Test func reversed() throws {
        var ledger = Scenario(Self.books).ledger
        let revalued = try revalue(ledger, "7.1500").revalued(on: ledger.books)
        let gain = revalued.items.reduce(0) { $0 + $1.gain }
        #expect(gain == 1_000_00)
        let revaluation = Revaluation(
            day: Self.march, currency: .usd, rate: try #require(Rate("7.15")), method: .reversed,
            items: 1, receipts: 0, onItems: gain, onReceipts: 0, functional: .cny)
        let file = CaseFile(
            id: ledger.books.fresh(Entity.ID(1)), entity: Entity.ID(1), openedOn: Self.march,
            .revaluation(revaluation))
        let booking = Booking(
            .itemsRevalued, 0, functional: gain, .usd, try #require(Rate("7.15")))
        ledger.take(.caseChanged(file, [booking], on: Self.march))
        #expect(ledger.balance(.receivablesRevaluation) == 1_000_00)
        ledger.take(
            .caseChanged(
                file.changed(to: file.content), [booking.mirrored], on: Self.march.adding(1)))
        try pay(&ledger)
        #expect(ledger.balance(.receivablesRevaluation) == 0)
        #expect(ledger.balance(.fxUnrealised) == 0)
        #expect(ledger.balance(.fxRealised) == 400_00)
    }

    /// Money that a payer may ask back is revalued, an advance is not (IFRIC 22).
    @Test func moneyOfReceipts() throws {
        var ledger = Scenario(
            Self.books + """
                receipt RC-1 1000.00 USD on 2026-03-12
                identify RC-1 C100
                advance RC-1 400.00 USD
                """
        ).ledger
        _ = try ledger.perform(try revalue(ledger, "7.2000"))
        let receipt = try #require(ledger.books.receipts.values.first)
        #expect(receipt.holdings.unapplied.functional == 4_320_00)
        #expect(receipt.holdings.advance.functional == 2_840_00)
        #expect(receipt.revalued == 60_00)
        #expect(-ledger.balance(.unapplied) == 4_320_00)
    }

    @Test func takenBack() throws {
        var ledger = Scenario(Self.books).ledger
        let events = try ledger.perform(try revalue(ledger, "7.1500"))
        guard case .revalued(let revalued)? = events.first else { return }
        let revaluation = Revaluation(
            day: Self.march, currency: .usd, rate: revalued.rate, method: .carried, items: 1,
            receipts: 0, onItems: 1_000_00, onReceipts: 0, functional: .cny)
        let file = CaseFile(
            id: ledger.books.fresh(Entity.ID(1)), entity: Entity.ID(1), openedOn: Self.march,
            .revaluation(revaluation))
        ledger.take(.caseChanged(file, [], on: Self.march))
        let back = WithdrawRevaluation(revaluation: file.id, revalued: [revalued])
        var changed = ledger
        try pay(&changed)
        #expect(throws: Refusal.self) { try changed.perform(back) }
        _ = try ledger.perform(back)
        #expect(ledger.books.items.values.first?.openFunctional == 142_000_00)
        #expect(ledger.balance(.fxUnrealised) == 0)
        #expect(throws: Refusal.self) { try ledger.perform(back) }
    }

    /// G-FX-03: an advance of USD 6,000.00 at 7.2000 for goods of USD 20,000.00 at 7.1000: revenue
    /// 142,600.00, receivables 99,400.00, no exchange difference on the advance.
    @Test func advanceAtItsOwnRate() throws {
        let scenario = Scenario(
            """
            entity  DL CN CNY
            customer C100
            rate    USD CNY 7.2000 on 2026-03-01
            rate    USD CNY 7.1000 on 2026-03-20
            receipt RC-1 6000.00 USD on 2026-03-02
            identify RC-1 C100
            advance RC-1 6000.00 USD for SO-1
            invoice INV-1 C100 20000.00 USD issued 2026-03-20
            clear-advance RC-1 INV-1
            """)
        #expect(scenario.failures.isEmpty)
        let ledger = scenario.ledger
        #expect(-ledger.balance(.revenue) == 142_600_00)
        #expect(ledger.balance(.receivables) == 99_400_00)
        #expect(ledger.balance(.fxRealised) == 0)
        let back = Scenario(
            """
            entity  DL CN CNY
            customer C100
            rate    USD CNY 7.2000 on 2026-03-01
            rate    USD CNY 7.1000 on 2026-03-20
            receipt RC-1 6000.00 USD on 2026-03-02
            identify RC-1 C100
            advance RC-1 6000.00 USD for SO-1
            invoice INV-1 C100 20000.00 USD issued 2026-03-20
            clear-advance RC-1 INV-1
            unapply RC-1
            """
        ).ledger
        #expect(-back.balance(.revenue) == 142_000_00)
        #expect(back.balance(.unapplied) == -43_200_00)
    }

    /// G-ADJ-06: USD 5,000.00, credited by the bank as CNY 35,400.00, pays a USD invoice at 7.0800.
    @Test func exchangedByTheBank() throws {
        var ledger = Scenario(Self.books + "receipt RC-1 35400.00 CNY on 2026-03-12").ledger
        let receipt = try #require(ledger.books.receipts.values.first)
        _ = try ledger.perform(
            ConvertReceipt(
                receipt: receipt.id, to: .usd, rate: try #require(Rate("7.08")), why: "advice"))
        let made = try #require(ledger.books.receipts.values.first { $0.parent != nil })
        #expect(made.money == Money(minor: 5_000_00, .usd) && made.functional == 35_400_00)
        #expect(made.rate == Rate("7.08"))
        #expect(ledger.balance(.bankClearing) == 0 && ledger.balance(.bank) == 35_400_00)
        _ = try ledger.perform(JoinReceipt(part: made.id, parent: receipt.id, why: "wrong"))
        #expect(
            ledger.books.receipts[receipt.id]?.holdings.unidentified
                == receipt.holdings.unidentified)
    }

    /// Euros that pay a dollar invoice, by the company's rates of the value date.
    @Test func thirdCurrency() throws {
        var ledger = Scenario(
            Self.books + """
                rate    EUR CNY 7.8100 on 2026-03-11
                receipt RC-1 1000.00 EUR on 2026-03-12
                identify RC-1 C100
                """
        ).ledger
        let receipt = try #require(ledger.books.receipts.values.first)
        _ = try ledger.perform(ConvertReceipt(receipt: receipt.id, to: .usd, why: "pays INV-1"))
        let made = try #require(ledger.books.receipts.values.first { $0.parent != nil })
        // 7,810.00 CNY at 7.1000.
        #expect(made.money == Money(minor: 1_100_00, .usd) && made.functional == 7_810_00)
        #expect(made.customer != nil && made.holdings.unapplied.amount == 1_100_00)
        #expect(ledger.balance(.fxRealised) == 0)
    }

    @Test func refusals() throws {
        var ledger = Scenario(Self.books + "receipt RC-1 1000.00 CNY on 2026-03-12").ledger
        let receipt = try #require(ledger.books.receipts.values.first).id
        let nobody = Receipt.ID(Identifiers.perEntity + 999)
        let none = OpenItem.ID(Identifiers.perEntity + 999)
        var seen: Set<String> = []
        func code<C: Command>(_ command: C) -> String {
            do throws(Refusal) {
                _ = try ledger.perform(command)
                return "ok"
            } catch {
                seen.insert(error.code)
                return error.code
            }
        }
        func convert(
            _ id: Receipt.ID, _ to: Currency, _ amount: Money? = nil
        ) -> ConvertReceipt {
            ConvertReceipt(receipt: id, to: to, amount: amount, why: "")
        }
        #expect(code(convert(nobody, .usd)) == "receipt-not-found")
        #expect(code(convert(receipt, .cny)) == "currencies-same")
        #expect(code(convert(receipt, .usd, Money(minor: 1, .usd))) == "currencies-differ")
        #expect(code(convert(receipt, .usd, Money(minor: 0, .cny))) == "amount-not-positive")
        #expect(code(convert(receipt, .usd, Money(minor: 100_001, .cny))) == "exceeds-held")
        #expect(code(convert(receipt, .eur)) == "rate-missing")
        #expect(code(convert(receipt, .usd)) == "ok")
        #expect(code(convert(receipt, .usd)) == "nothing-there")
        let part = try #require(ledger.books.receipts.values.first { $0.parent != nil }).id
        #expect(code(JoinReceipt(part: part, parent: receipt, why: "")) == "ok")
        #expect(code(convert(part, .cny)) == "receipt-reversed")
        #expect(seen == Set(ConvertReceipt.Reason.allCases.map(\.rawValue)))

        seen = []
        let rate = try #require(Rate("7.15"))
        func revalue(
            _ entity: Int64 = 1, _ currency: Currency = .usd, items: [OpenItem.ID] = [],
            receipts: [Receipt.ID] = []
        ) -> Revalue {
            Revalue(
                entity: Entity.ID(entity), day: Self.march, currency: currency, rate: rate,
                items: items, receipts: receipts)
        }
        #expect(code(revalue(9)) == "entity-not-found")
        #expect(code(revalue(items: [none])) == "item-not-found")
        #expect(code(revalue(receipts: [nobody])) == "receipt-not-found")
        #expect(code(revalue(receipts: [receipt])) == "currencies-differ")
        let undo = WithdrawRevaluation(
            revaluation: CaseFile.ID(Identifiers.perEntity + 999), revalued: [])
        #expect(code(undo) == "revaluation-not-found")
        ledger.desk = Desk(actor: "clerk", today: Day("2026-05-01")!, at: 0)
        let revaluation = Revaluation(
            day: Self.march, currency: .usd, rate: rate, method: .carried, items: 0, receipts: 0,
            onItems: 0, onReceipts: 0, functional: .cny)
        let file = CaseFile(
            id: ledger.books.fresh(Entity.ID(1)), entity: Entity.ID(1), openedOn: Self.march,
            .revaluation(revaluation))
        ledger.take(.caseChanged(file, [], on: Self.march))
        let changed = Revalued(
            entity: Entity.ID(1), currency: .usd, rate: rate, postedOn: Self.march,
            items: [.init(id: none, account: .receivables, gain: 1, revision: 0)], receipts: [])
        #expect(
            code(WithdrawRevaluation(revaluation: file.id, revalued: [changed]))
                == "document-changed")
        #expect(code(ClosePeriod(entity: Entity.ID(1), through: Self.march)) == "ok")
        #expect(code(revalue()) == "period-closed")
        #expect(code(WithdrawRevaluation(revaluation: file.id, revalued: [])) == "period-closed")
        #expect(code(ReopenPeriod(entity: Entity.ID(1), from: Self.march)) == "ok")
        #expect(code(WithdrawRevaluation(revaluation: file.id, revalued: [])) == "ok")
        #expect(
            code(WithdrawRevaluation(revaluation: file.id, revalued: []))
                == "revaluation-withdrawn")
        #expect(
            seen.isSuperset(
                of: Revalue.Reason.allCases.map(\.rawValue)
                    + WithdrawRevaluation.Reason.allCases.map(\.rawValue)))
    }
}
