import Ledger
import Receivables
import TestKit
import Testing

/// Checks from the envelope to the bank's credit (domain.md §3.10, G-LED-21b, G-ADJ-01).
@Suite struct CheckTests: CheckBooks {
    @Test func depositIsClearedByTheBanksLine() throws {
        var desk = desk()
        let start = desk.ledger.lines.count
        let file = try deposit(&desk, [100_000, 50_000], slip: "S1")
        #expect(desk.effect(since: start) == ["Cr 2203U 1500.00", "Dr 1009 1500.00"])
        let line = try credit(&desk, 150_000)
        #expect(clear(&desk, file, .credited(line.id)) == "ok")
        #expect(desk.effect(since: start) == ["Cr 2203U 1500.00", "Dr 1002 1500.00"])
        #expect(slip(desk, file)?.state == .cleared)
        #expect(clear(&desk, file, .takenBack) == "ok")
        #expect(clear(&desk, file, .withdrawn) == "ok")
        #expect(desk.effect(since: start) == ["Cr 2241U 1500.00", "Dr 1002 1500.00"])
        let checks = desk.books.cases.values.filter { $0.kind == .check }
        #expect(checks.allSatisfy { $0.head.state == "ready" && $0.head.receipt == nil })
        #expect(clear(&desk, file, .withdrawn) == "slip-not-in-transit")
    }

    /// G-LED-21b: slip 4,500.00, credited 5,400.00; nine divides the difference.
    @Test func bankCreditsAnotherAmount() throws {
        var desk = desk()
        let file = try deposit(&desk, [450_000], slip: "S1")
        let start = desk.ledger.lines.count
        let line = try credit(&desk, 540_000)
        #expect(clear(&desk, file, .credited(line.id)) == "ok")
        #expect(
            desk.effect(since: start) == ["Cr 1009 4500.00", "Cr 2241B 900.00", "Dr 1002 5400.00"])
        #expect(slip(desk, file)?.looksTransposed == true)
        #expect(slip(desk, file)?.state == .differs)
        #expect(clear(&desk, file, .takenBack) == "ok")
        #expect(desk.effect(since: start) == ["Cr 2241U 5400.00", "Dr 1002 5400.00"])
    }

    /// G-ADJ-01: written 1,250.00, encoded 1,520.00, and the bank's correction.
    @Test func encodingErrorIsCorrected() throws {
        var desk = desk()
        let file = try deposit(&desk, [125_000], slip: "S1")
        let start = desk.ledger.lines.count
        let line = try credit(&desk, 152_000)
        #expect(clear(&desk, file, .credited(line.id)) == "ok")
        #expect(
            desk.effect(since: start) == ["Cr 1009 1250.00", "Cr 2241B 270.00", "Dr 1002 1520.00"])
        let second = desk.ledger.lines.count
        let correction = desk.line(-27_000, .other)
        #expect(clear(&desk, file, .corrected(correction)) == "ok")
        #expect(desk.effect(since: second) == ["Cr 1002 270.00", "Dr 2241B 270.00"])
        #expect(slip(desk, file)?.state == .corrected)
        #expect(clear(&desk, file, .takenBack) == "ok")
        #expect(desk.effect(since: second) == ["Cr 1002 270.00", "Dr 1009 270.00"])
        #expect(slip(desk, file)?.state == .differs)
    }

    /// Credited too little: the bank gives the rest, which is no customer's money.
    @Test func bankCompletesADeposit() throws {
        var desk = desk()
        let file = try deposit(&desk, [152_000], slip: "S1")
        let start = desk.ledger.lines.count
        let line = try credit(&desk, 125_000)
        #expect(clear(&desk, file, .credited(line.id)) == "ok")
        let rest = try credit(&desk, 27_000)
        #expect(clear(&desk, file, .completed(rest.id)) == "ok")
        #expect(desk.effect(since: start) == ["Cr 1009 1520.00", "Dr 1002 1520.00"])
        #expect(clear(&desk, file, .takenBack) == "ok")
        #expect(
            desk.effect(since: start)
                == ["Cr 1009 1520.00", "Cr 2241U 270.00", "Dr 1002 1520.00", "Dr 2241B 270.00"])
    }

    @Test func whatStandsOnItDecides() throws {
        var desk = desk()
        let state = { (desk: PaperDesk) in try desk.file(.check).head.state }
        var words = log("1", 12_500)
        words.words = Money(minor: 15_200, .cny)
        #expect(desk.perform(words) == "ok")
        let file = try desk.file(.check)
        #expect(file.head.amount == Money(minor: 15_200, .cny))
        guard case .check(let check) = file.content else { return }
        #expect(check.figures == Money(minor: 12_500, .cny) && check.state == .ready)
        #expect(desk.perform(log("2", 1, dated: "2026-05-05")) == "ok")
        #expect(try state(desk) == "post-dated" && desk.file(.check).head.dueOn != nil)
        var legal = log("3", 1)
        legal.legend = "PAID IN FULL"
        #expect(desk.perform(legal) == "ok")
        #expect(try state(desk) == "legal")
        for (place, defect) in Check.Defect.allCases.enumerated() {
            var bad = log("4\(place)", 1)
            bad.defects = [defect]
            bad.legend = "PAID IN FULL"
            #expect(desk.perform(bad) == "ok")
            #expect(try state(desk) == "rejected")
        }
        #expect(desk.perform(log("5", 1, dated: "2025-11-05")) == "ok")
        #expect(desk.perform(log("6", 1, dated: "2025-11-04")) == "check-stale")
    }

    /// A returned check of a deposit is undone like any receipt.
    @Test func depositedCheckComesBack() throws {
        var desk = desk()
        let file = try deposit(&desk, [100_000], slip: "S1")
        let line = try credit(&desk, 100_000)
        #expect(clear(&desk, file, .credited(line.id)) == "ok")
        let start = desk.ledger.lines.count
        let back = desk.line(-100_000, .returned)
        #expect(desk.perform(OpenReturn(entity: Self.entity, ReturnedItem(back))) == "ok")
        let receipts = Array(desk.books.receipts.values)
        let found = ReturnCandidate.of(
            ReturnedItem(back), among: receipts, on: desk.ledger.desk.today)
        #expect(found.count == 1 && found.first?.grade == .onlyAmount)
        let receipt = try #require(found.first?.receipt)
        #expect(desk.books.receipts[receipt]?.asset == .bankClearing)
        let opened = try desk.file(.returned).id
        #expect(desk.perform(ReturnReceipt(file: opened, receipt: receipt, why: "")) == "ok")
        #expect(desk.effect(since: start) == ["Cr 1002 1000.00", "Dr 2203U 1000.00"])
    }
}
