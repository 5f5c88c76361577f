import Ledger
import Receivables
import TestKit
import Testing

/// Wires that banks ask back (domain.md §1.5a).
@Suite struct RecallTests {
    private static let books = """
        entity DL CN CNY
        customer C100
        invoice INV-1 C100 6000.00 CNY due 2026-04-09
        receipt RC-1 6000.00 CNY from A1
        apply RC-1 INV-1 6000.00 by C100
        today 2026-05-04

        """

    private func asked(_ desk: inout PaperDesk, _ amount: Money? = nil) throws -> CaseFile {
        let receipt = try desk.receipt(600_000).id
        desk.sit("clerk")
        #expect(
            desk.perform(
                AskRecall(
                    number: "CXL-1", receipt: receipt, amount: amount, reason: "DUPL",
                    answerBy: Day("2026-05-18")!)) == "ok")
        return try desk.file(.recall)
    }

    private func follow(
        _ desk: inout PaperDesk, _ file: CaseFile, _ step: FollowRecall.Step
    ) -> String {
        desk.perform(
            FollowRecall(file: file.id, receipt: file.head.receipt, step, why: "letter"))
    }

    /// G-ADJ-03: applied 6,000.00 recalled: P35, then Dr 2203U 6,000.00; Cr 1002 6,000.00.
    @Test func appliedMoneyIsGivenBack() throws {
        var desk = PaperDesk(Self.books)
        let file = try asked(&desk)
        #expect(file.head.dueOn == Day("2026-05-18"))
        desk.sit("counsel")
        #expect(follow(&desk, file, .agree) == "ok")
        let start = desk.ledger.lines.count
        let line = desk.line(-600_000, .other)
        #expect(follow(&desk, file, .giveBack(line)) == "ok")
        #expect(desk.effect(since: start) == ["Cr 1002 6000.00", "Dr 1122 6000.00"])
        #expect(try desk.item("INV-1").dueOn == Day("2026-04-09"))
        let left = desk.ledger.lines[start...].contains {
            $0.debit == .unapplied && $0.functional.minor == 600_000
        }
        #expect(left)
        #expect(follow(&desk, file, .takeBack) == "ok")
        #expect(
            desk.effect(since: start)
                == ["Cr 1002 6000.00", "Cr 2203U 6000.00", "Dr 1009 6000.00", "Dr 1122 6000.00"])
        #expect(follow(&desk, file, .takeBack) == "ok")
        #expect(try desk.file(.recall).head.state == "asked")
        #expect(follow(&desk, file, .decline) == "ok")
        #expect(try desk.file(.recall).head.isClosed)
    }

    @Test func refusalsOfTheRequest() throws {
        var desk = PaperDesk(Self.books + "receipt RC-2 2.00 CNY\nreverse RC-2\n")
        let receipt = try desk.receipt(600_000).id
        func ask(_ number: String, _ id: Receipt.ID, _ amount: Money?) -> String {
            desk.perform(
                AskRecall(
                    number: number, receipt: id, amount: amount, reason: "CUST",
                    answerBy: Day("2026-05-18")!))
        }
        #expect(ask("", receipt, nil) == "nothing-named")
        #expect(ask("1", Receipt.ID(1_000_000_000_999), nil) == "receipt-not-found")
        #expect(ask("1", try desk.receipt(200).id, nil) == "receipt-reversed")
        #expect(ask("1", receipt, Money(minor: 1, .usd)) == "currencies-differ")
        #expect(ask("1", receipt, .zero(.cny)) == "amount-not-positive")
        #expect(ask("1", receipt, Money(minor: 600_001, .cny)) == "exceeds-held")
        #expect(ask("1", receipt, nil) == "ok")
        #expect(ask("1", receipt, nil) == "recall-known")
        #expect(desk.refused == all(AskRecall.Reason.self))
    }

    @Test func refusalsOfTheAnswer() throws {
        var desk = PaperDesk(Self.books)
        let file = try asked(&desk, Money(minor: 100_000, .cny))
        #expect(
            desk.perform(FollowRecall(file: CaseFile.ID(7), receipt: nil, .agree, why: ""))
                == "case-not-found")
        #expect(follow(&desk, file, .agree) == "maker-is-checker")
        #expect(follow(&desk, file, .giveBack(nil)) == "recall-not-agreed")
        desk.sit("counsel")
        #expect(follow(&desk, file, .agree) == "ok")
        #expect(follow(&desk, file, .decline) == "recall-not-asked")
        let line = desk.line(-100_000, .returned)
        var gone = line
        gone.reversedOn = line.bookedOn
        #expect(follow(&desk, file, .giveBack(gone)) == "line-reversed")
        let other = desk.line(-100_001, .returned)
        #expect(follow(&desk, file, .giveBack(other)) == "return-amount-differs")
        #expect(follow(&desk, file, .giveBack(line)) == "ok")
        let receipt = try desk.receipt(600_000)
        #expect(receipt.holdings.reversed.amount == 100_000)
        #expect(receipt.holdings.unapplied.amount == 500_000)
    }
}
