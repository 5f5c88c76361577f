import Ledger
import Receivables
import TestKit
import Testing

/// Drafts 银承、商承 from receipt to payment or refusal (P30, domain.md §3.11).
@Suite struct DraftTests: DraftBooks {
    /// G-LED-30a, then maturity.
    @Test func receivedAndCollected() throws {
        var desk = desk()
        let start = desk.ledger.lines.count
        let file = try received(&desk)
        #expect(desk.effect(since: start) == ["Cr 1122 56500.00", "Dr 1121 56500.00"])
        #expect(exposure(desk) == 5_650_000 && file.head.dueOn == Day("2026-07-09"))
        #expect(follow(&desk, file, .present) == "draft-not-due")
        desk.sit("cashier", on: "2026-07-09")
        #expect(follow(&desk, file, .present) == "ok")
        let paid = try proceeds(&desk, 5_650_000)
        #expect(follow(&desk, file, .collect(paid)) == "ok")
        #expect(desk.effect(since: start) == ["Cr 1122 56500.00", "Dr 1002 56500.00"])
        #expect(exposure(desk) == 0 && draft(desk, file)?.state == .collected)
        #expect(follow(&desk, file, .takeBack) == "ok")
        #expect(draft(desk, file)?.state == .presented && exposure(desk) == 5_650_000)
        #expect(follow(&desk, file, .takeBack) == "ok")
        #expect(follow(&desk, file, .takeBack) == "draft-nothing-done")
        #expect(
            desk.effect(since: start)
                == [
                    "Cr 1122 56500.00", "Cr 2241U 56500.00", "Dr 1002 56500.00", "Dr 1121 56500.00",
                ]
        )
    }

    /// G-LED-30b: 90 days left, 2.4 % on 360 days: 339.00.
    @Test(arguments: [false, true]) func discounted(recourse: Bool) throws {
        var desk = desk()
        let file = try received(&desk)
        #expect(draft(desk, file)?.discount(from: Day("2026-04-10")!, rate: 240) == 33_900)
        let start = desk.ledger.lines.count
        let paid = try proceeds(&desk, 5_616_100)
        let sell = { (rate: Int64) in
            FollowDraft.Step.discount(paid, with: "ICBC", rate: rate, recourse: recourse)
        }
        #expect(follow(&desk, file, sell(250)) == "draft-discount-differs")
        #expect(follow(&desk, file, sell(240)) == "ok")
        let account = recourse ? "Cr 2001" : "Cr 1121"
        #expect(
            desk.effect(since: start)
                == ["\(account) 56500.00", "Dr 1002 56161.00", "Dr 6603D 339.00"])
        #expect(exposure(desk) == (recourse ? 5_650_000 : 0))
        #expect(follow(&desk, file, .takeBack) == "ok")
        #expect(desk.effect(since: start) == ["Cr 2241U 56161.00", "Dr 1002 56161.00"])
    }

    @Test(arguments: [false, true]) func endorsed(recourse: Bool) throws {
        var desk = desk()
        let file = try received(&desk)
        let start = desk.ledger.lines.count
        #expect(follow(&desk, file, .endorse(to: "S1", recourse: recourse)) == "ok")
        let credit = recourse ? "Cr 2001 56500.00" : "Cr 1121 56500.00"
        #expect(desk.effect(since: start) == [credit, "Dr 2202 56500.00"])
        if !recourse { return #expect(follow(&desk, file, .takeBack) == "ok") }
        #expect(follow(&desk, file, .paidToHolder) == "draft-not-due")
        desk.sit("cashier", on: "2026-07-20")
        #expect(follow(&desk, file, .paidToHolder) == "ok")
        #expect(desk.effect(since: start) == ["Cr 1121 56500.00", "Dr 2202 56500.00"])
        #expect(draft(desk, file)?.hasRecourse == false && exposure(desk) == 0)
        #expect(follow(&desk, file, .takeBack) == "ok")
        #expect(follow(&desk, file, .takeBack) == "ok")
        #expect(desk.effect(since: start).isEmpty && draft(desk, file)?.state == .held)
    }

    /// Dishonour: Dr 1122; Cr 1121, and the recourse clock starts.
    @Test func refused() throws {
        var desk = desk()
        let file = try received(&desk)
        let start = desk.ledger.lines.count
        desk.sit("cashier", on: "2026-07-31")
        #expect(follow(&desk, file, .refuse(nil)) == "ok")
        #expect(desk.effect(since: start) == ["Cr 1121 56500.00", "Dr 1122 56500.00"])
        #expect(try desk.item("INV-1").dueOn == Day("2026-04-09"))
        #expect(draft(desk, file)?.recourseUntil == Day("2027-01-31"))
        #expect(draft(desk, file)?.acceptorUntil == Day("2028-07-09"))
        #expect(follow(&desk, file, .takeBack) == "ok")
        #expect(desk.effect(since: start) == ["Cr 2203U 56500.00", "Dr 1122 56500.00"])
    }

    /// The bank takes back what it had paid for a draft discounted with recourse.
    @Test func refusedAfterDiscount() throws {
        var desk = desk()
        let file = try received(&desk)
        let paid = try proceeds(&desk, 5_616_100)
        #expect(
            follow(&desk, file, .discount(paid, with: "ICBC", rate: nil, recourse: true)) == "ok")
        desk.sit("cashier", on: "2026-07-10")
        let start = desk.ledger.lines.count
        let line = desk.line(-5_650_000, .other)
        #expect(follow(&desk, file, .refuse(nil)) == "draft-line-differs")
        var gone = line
        gone.reversedOn = line.bookedOn
        #expect(follow(&desk, file, .refuse(gone)) == "line-reversed")
        #expect(follow(&desk, file, .refuse(line)) == "ok")
        #expect(
            desk.effect(since: start)
                == ["Cr 1002 56500.00", "Cr 1121 56500.00", "Dr 1122 56500.00", "Dr 2001 56500.00"])
        #expect(desk.ledger.balance(.borrowings) == 0 && desk.ledger.balance(.notesReceivable) == 0)
    }

    /// A range of cents is divided; one part goes to a supplier, the other is refused.
    @Test func dividedDraft() throws {
        var desk = desk()
        var command = receive()
        command.range = 1...5_650_000
        #expect(desk.perform(command) == "ok")
        let file = try desk.file(.draft)
        let parts = [3_000_000, 2_650_000].map { Money(minor: $0, .cny) }
        #expect(desk.perform(SplitDraft(file: file.id, parts: parts)) == "ok")
        let made = desk.books.cases.values.filter { $0.head.state == "held" }
            .sorted { $0.id < $1.id }
        #expect(made.map { draft(desk, $0)?.range } == [1...3_000_000, 3_000_001...5_650_000])
        var join = SplitDraft(file: file.id, parts: [])
        join.others = made.map(\.id)
        #expect(desk.perform(join) == "ok" && draft(desk, file)?.state == .held)
        #expect(desk.perform(SplitDraft(file: file.id, parts: parts)) == "ok")
        let again = desk.books.cases.values.filter { $0.head.state == "held" }
            .sorted { $0.id < $1.id }
        #expect(follow(&desk, again[0], .endorse(to: "S1", recourse: false)) == "ok")
        desk.sit("cashier", on: "2026-07-10")
        #expect(follow(&desk, again[1], .refuse(nil)) == "ok")
        let receipt = try desk.receipt(5_650_000)
        #expect(receipt.holdings.reversed.amount == 2_650_000)
        #expect(receipt.holdings.unapplied.amount == 3_000_000)
        #expect(desk.ledger.balance(.notesReceivable) == 0 && exposure(desk) == 2_650_000)
        #expect(desk.perform(join) == "draft-not-held")
    }
}
