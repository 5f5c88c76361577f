import Ledger
import Receivables
import TestKit
import Testing

/// A deposit is broken down into its payments, a receipt is completed, a line is taken back: no
/// minor unit is lost and none is there twice.
@Suite struct BreakDownTests {
    private static let books = """
        entity HH DE EUR
        customer C100
        rate USD EUR 0.9137
        receipt RC-1 350.01 USD

        """

    private func part(_ amount: Int64, payer: String = "Adler") -> Notice.Part {
        var source = Receipt.Source()
        source.payer = payer
        return Notice.Part(amount, source)
    }

    private func refusal(_ ledger: inout Ledgered, _ command: some Command) -> String {
        do {
            _ = try ledger.perform(command)
            return "ok"
        } catch {
            return (error as? Refusal)?.code ?? "\(error)"
        }
    }

    @Test func theFunctionalValueIsSplitToTheLastUnit() throws {
        var ledger = Scenario(Self.books).ledger
        let receipt = try #require(ledger.books.receipts.values.first)
        _ = try ledger.perform(
            BreakDownReceipt(
                receipt: receipt.id, parts: [part(1), part(100_00), part(250_00)], why: "lockbox"))
        let parts = ledger.books.receipts.values.filter { $0.id != receipt.id }
            .sorted { $0.id < $1.id }
        #expect(parts.map(\.amount) == [1, 100_00, 250_00])
        #expect(parts.reduce(0) { $0 + $1.functional } == receipt.functional)
        #expect(parts.allSatisfy { $0.rate == receipt.rate && $0.postedOn == receipt.postedOn })
        let old = try #require(ledger.books.receipts[receipt.id])
        #expect(old.state == .reversed && old.replacedOn == receipt.postedOn)
        #expect(ledger.balance(.bank) == receipt.functional)
        #expect(-ledger.balance(.unidentified) == receipt.functional)
    }

    @Test func onePartCompletesAndLeavesTheMoney() throws {
        var ledger = Scenario(Self.books).ledger
        let receipt = try #require(ledger.books.receipts.values.first)
        let command = BreakDownReceipt(
            receipt: receipt.id, parts: [part(receipt.amount)], why: "notice")
        #expect(try ledger.perform(command).count == 1)
        let now = try #require(ledger.books.receipts[receipt.id])
        #expect(now.source.payer == "Adler" && now.holdings == receipt.holdings)
        // What is known already is no news.
        #expect(try ledger.perform(command).isEmpty)
    }

    @Test func everyReasonOfBreakingDown() throws {
        var ledger = Scenario(Self.books).ledger
        let id = try #require(ledger.books.receipts.keys.first)
        let two = [part(100_00), part(250_01)]
        var seen: [String] = []
        func tries(_ receipt: Receipt.ID, _ parts: [Notice.Part]) {
            seen.append(
                refusal(&ledger, BreakDownReceipt(receipt: receipt, parts: parts, why: "x")))
        }
        tries(Receipt.ID(1_000_000_000_999), two)
        tries(id, [part(100_00), part(250_00)])
        tries(id, [part(400_01), part(-50_00)])
        let customer = try #require(ledger.books.customers.keys.first)
        _ = try ledger.perform(MoveReceipt(receipt: id, .identify(customer), why: ""))
        _ = try ledger.perform(
            MoveReceipt(receipt: id, .putOnAccount(Money(minor: 1, .usd)), why: ""))
        tries(id, two)
        _ = try ledger.perform(MoveReceipt(receipt: id, .takeOffAccount(nil), why: ""))
        tries(id, two)
        tries(id, two)
        #expect(
            seen == [
                "receipt-not-found", "parts-do-not-sum", "parts-do-not-sum", "receipt-in-use", "ok",
                "receipt-reversed",
            ])
    }

    @Test func aLineIsTakenBackWithItsReceipts() throws {
        var ledger = Scenario(Self.books).ledger
        let receipt = try #require(ledger.books.receipts.values.first)
        func line(reversedOn: Day? = nil) -> BankLine {
            var line = BankLine(
                id: BankLine.ID(1_000_000_000_050), statement: BankStatement.ID(3),
                entity: receipt.entity, account: "1", currency: .usd, rate: receipt.rate,
                amount: receipt.amount, functional: receipt.functional, bookedOn: receipt.bookedOn,
                valueDate: receipt.valueDate, postedOn: receipt.postedOn, kind: .receipt,
                bankReference: nil, code: nil, text: nil, fingerprint: 1)
            line.reversedOn = reversedOn
            return line
        }
        let unknown = Receipt.ID(1_000_000_000_999)
        #expect(
            refusal(
                &ledger,
                ReverseBankLine(line: line(reversedOn: receipt.bookedOn), receipts: [], why: "")
            ) == "line-reversed")
        #expect(
            refusal(&ledger, ReverseBankLine(line: line(), receipts: [unknown], why: ""))
                == "receipt-not-found")
        let customer = try #require(ledger.books.customers.keys.first)
        _ = try ledger.perform(MoveReceipt(receipt: receipt.id, .identify(customer), why: ""))
        _ = try ledger.perform(MoveReceipt(receipt: receipt.id, .putOnAccount(nil), why: ""))
        let take = ReverseBankLine(line: line(), receipts: [receipt.id], why: "wrong file")
        #expect(refusal(&ledger, take) == "receipt-in-use")
        _ = try ledger.perform(MoveReceipt(receipt: receipt.id, .takeOffAccount(nil), why: ""))
        #expect(refusal(&ledger, take) == "ok")
        #expect(ledger.balance(.bank) == 0 && ledger.balance(.unapplied) == 0)
    }

    private func notice(
        _ amount: Int64, _ reference: String?, day: String = "2026-04-01",
        format: String = "camt.054.001.08", parts: [Notice.Part]? = nil
    ) -> Notice {
        Notice(
            id: Notice.ID(1), entity: Entity.ID(1), account: "1", currency: .eur, amount: amount,
            day: Day(day)!, status: .booked, format: format, batch: nil, bankReference: reference,
            parts: parts ?? [part(amount)], fingerprint: 1)
    }

    private func line(
        _ amount: Int64, _ reference: String?, format: String = "camt.053.001.08"
    ) -> NoticeTie.Line {
        NoticeTie.Line(
            amount: amount, bookedOn: Day("2026-04-02")!, bankReference: reference, format: format)
    }

    @Test func whatTiesANoticeToALine() {
        #expect(NoticeTie.grade([notice(5, "R")], line(5, "R")) == .reference)
        #expect(NoticeTie.grade([notice(5, "R")], line(6, "R")) == .no)
        #expect(NoticeTie.grade([notice(5, "R")], line(5, "Q")) == .no)
        #expect(NoticeTie.grade([notice(5, "R")], line(5, "Q", format: "MT940")) == .amountAndDay)
        #expect(NoticeTie.grade([notice(5, nil)], line(5, "Q")) == .amountAndDay)
        #expect(NoticeTie.grade([notice(5, "R", day: "2026-03-20")], line(5, "R")) == .no)
        #expect(NoticeTie.grade([notice(2, "A"), notice(3, "B")], line(5, "Q")) == .amountAndDay)
        #expect(NoticeTie.grade([notice(.max, nil), notice(.max, nil)], line(-2, nil)) == .no)
        #expect(NoticeTie.grade([], line(0, nil)) == .no)
    }

    @Test func partsAreCompletedNeverInvented() {
        var poor = Receipt.Source()
        poor.text = ["CREDIT"]
        poor.payer = "OWN"
        let own = [Notice.Part(5, poor)]
        let one = NoticeTie.parts(own, completedBy: [notice(5, "R")], amount: 5)
        // The statement has the last word.
        #expect(one.count == 1 && one[0].source.payer == "OWN" && one[0].source.text == ["CREDIT"])
        let two = [part(2, payer: "A"), part(3, payer: "B")]
        let broken = NoticeTie.parts(own, completedBy: [notice(5, "R", parts: two)], amount: 5)
        #expect(broken.map(\.source.payer) == ["A", "B"])
        let odd = [part(2), part(2)]
        #expect(NoticeTie.parts(own, completedBy: [notice(5, "R", parts: odd)], amount: 5) == own)
        let negative = [part(7), part(-2)]
        #expect(
            NoticeTie.parts(own, completedBy: [notice(5, "R", parts: negative)], amount: 5) == own)
    }
}
