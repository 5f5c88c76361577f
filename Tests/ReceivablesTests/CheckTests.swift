import Ledger
import Receivables
import TestKit
import Testing

/// Checks from the envelope to the bank's credit (domain.md §3.10, G-LED-21b, G-ADJ-01).
@Suite struct CheckTests {
    private static let entity = Entity.ID(1)

    private func desk(_ more: String = "") -> PaperDesk {
        var desk = PaperDesk(
            """
            entity DL CN CNY
            customer C100
            rate USD CNY 7.0000
            today 2026-05-04

            """ + more)
        desk.sit("opener")
        return desk
    }

    private func log(
        _ number: String, _ minor: Int64, dated: String = "2026-05-01", _ currency: Currency = .cny
    ) -> LogCheck {
        var log = LogCheck(
            entity: Self.entity, number: number, datedOn: Day(dated)!, payer: "NORDWIND",
            figures: Money(minor: minor, currency))
        log.customerCode = "C100"
        return log
    }

    private func deposit(_ desk: inout PaperDesk, _ amounts: [Int64], slip: String) throws
        -> CaseFile
    {
        desk.sit("opener")
        var files: [CaseFile.ID] = []
        for (place, amount) in amounts.enumerated() {
            #expect(desk.perform(log("\(slip)\(place)", amount)) == "ok")
            files.append(try desk.file(.check).id)
        }
        desk.sit("poster")
        #expect(
            desk.perform(DepositChecks(entity: Self.entity, slip: slip, checks: files)) == "ok")
        return try desk.file(.depositSlip)
    }

    private func credit(_ desk: inout PaperDesk, _ amount: Int64) throws -> Receipt {
        let today = desk.ledger.desk.today
        #expect(
            desk.perform(
                RecordReceipt(
                    entity: Self.entity, amount: Money(minor: amount, .cny), bookedOn: today,
                    valueDate: today)) == "ok")
        return try desk.receipt(amount)
    }

    private func clear(_ desk: inout PaperDesk, _ file: CaseFile, _ step: ClearDeposit.Step)
        -> String
    {
        var command = ClearDeposit(file: file.id, step, why: "slip")
        if case .depositSlip(let slip)? = desk.books.cases[file.id]?.content { command.slip = slip }
        return desk.perform(command)
    }

    private func slip(_ desk: PaperDesk, _ file: CaseFile) -> DepositSlip? {
        if case .depositSlip(let slip)? = desk.books.cases[file.id]?.content { return slip }
        return nil
    }

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

    @Test func refusalsOfTheLog() throws {
        var desk = desk()
        var other = log("1", 1)
        other = LogCheck(
            entity: Entity.ID(7), number: "1", datedOn: Day("2026-05-01")!, payer: "",
            figures: Money(minor: 1, .cny))
        #expect(desk.perform(other) == "entity-not-found")
        var stranger = log("1", 1)
        stranger.customerCode = "C9"
        #expect(desk.perform(stranger) == "customer-not-found")
        #expect(desk.perform(log("", 1)) == "check-number-missing")
        #expect(desk.perform(log("1", 0)) == "amount-not-positive")
        var words = log("1", 1)
        words.words = Money(minor: 1, .usd)
        #expect(desk.perform(words) == "currencies-differ")
        // G-MIC-01: 021000021 is valid; a wrong digit is never guessed.
        for (routing, code) in [
            ("021000022", "routing-invalid"), ("02100002", "routing-invalid"),
            ("000000000", "routing-invalid"), ("021000021", "ok"), ("021000021", "check-known"),
        ] {
            var check = log("1", 1)
            check.routing = routing
            check.account = "123456789"
            #expect(desk.perform(check) == code)
        }
        #expect(desk.perform(log("2", 1, dated: "2025-01-01")) == "check-stale")
        #expect(desk.refused == all(LogCheck.Reason.self))
    }

    @Test func legalDecides() throws {
        var desk = desk()
        let nobody = CaseFile.ID(1_000_000_000_999)
        var legal = log("1", 1)
        legal.legend = "PAID IN FULL"
        #expect(desk.perform(legal) == "ok")
        let file = try desk.file(.check).id
        let decide = { (step: DecideCheck.Step) in DecideCheck(file: file, step, why: "") }
        #expect(desk.perform(DecideCheck(file: nobody, .release, why: "")) == "case-not-found")
        #expect(desk.perform(decide(.release)) == "maker-is-checker")
        desk.sit("counsel")
        #expect(desk.perform(decide(.release)) == "ok")
        #expect(desk.perform(decide(.release)) == "check-not-stopped")
        #expect(desk.perform(decide(.takeBack)) == "ok")
        #expect(try desk.file(.check).head.state == "legal")
        #expect(desk.perform(decide(.reject)) == "ok")
        #expect(try desk.file(.check).head.state == "rejected")
        desk.sit("opener")
        var bad = log("2", 1)
        bad.defects = [.altered]
        #expect(desk.perform(bad) == "ok")
        let altered = try desk.file(.check).id
        #expect(desk.perform(DecideCheck(file: altered, .release, why: "")) == "check-defective")
        _ = try deposit(&desk, [5], slip: "S1")
        let deposited = try #require(desk.books.cases.values.first { $0.head.state == "deposited" })
        #expect(
            desk.perform(DecideCheck(file: deposited.id, .reject, why: "")) == "check-deposited")
        #expect(desk.refused == all(DecideCheck.Reason.self))
    }

    @Test func refusalsOfTheDeposit() throws {
        var desk = desk()
        var ids: [String: CaseFile.ID] = [:]
        var legal = log("legal", 1)
        legal.legend = "PAID IN FULL"
        var bad = log("bad", 1)
        bad.defects = [.twoParty]
        let old = log("old", 1, dated: "2025-11-05")
        for check in [
            log("a", 1), log("usd", 1, .usd), log("jpy", 1, Currency("JPY")!), legal, bad, old,
            log("later", 1, dated: "2026-05-05"),
        ] {
            #expect(desk.perform(check) == "ok")
            ids[check.number] = try desk.file(.check).id
        }
        func deposit(_ names: String..., slip: String = "S1", entity: Int64 = 1) -> String {
            desk.perform(
                DepositChecks(
                    entity: Entity.ID(entity), slip: slip,
                    checks: names.map { ids[$0] ?? CaseFile.ID(7) }))
        }
        #expect(deposit("a", entity: 7) == "entity-not-found")
        #expect(deposit() == "nothing-named")
        #expect(deposit("none") == "case-not-found")
        #expect(deposit("a") == "maker-is-checker")
        desk.sit("poster", on: "2026-05-05")
        #expect(deposit("old") == "check-stale")
        desk.sit("poster", on: "2026-05-04")
        #expect(deposit("legal") == "check-stopped")
        #expect(deposit("bad") == "check-defective")
        #expect(deposit("later") == "check-post-dated")
        #expect(deposit("a", "a") == "case-named-twice")
        #expect(deposit("a", "usd") == "currencies-differ")
        #expect(deposit("jpy") == "rate-missing")
        #expect(deposit("a") == "ok")
        #expect(deposit("usd") == "slip-taken")
        #expect(deposit("a", slip: "S2") == "check-deposited")
        #expect(desk.refused == all(DepositChecks.Reason.self))
    }

    @Test func refusalsOfTheCredit() throws {
        var desk = desk(
            "receipt RC-1 1.00 USD\nreceipt RC-2 2.00 CNY\nreverse RC-2\n"
                + "receipt RC-3 3.00 CNY\nidentify RC-3 C100\non-account RC-3 1.00 CNY\n")
        let file = try deposit(&desk, [1_000], slip: "S1")
        let nobody = Receipt.ID(1_000_000_000_999)
        let line = desk.line(-1, .other)
        #expect(
            desk.perform(ClearDeposit(file: CaseFile.ID(7), .withdrawn, why: ""))
                == "case-not-found")
        #expect(clear(&desk, file, .takenBack) == "slip-not-credited")
        #expect(clear(&desk, file, .corrected(line)) == "slip-has-no-difference")
        #expect(clear(&desk, file, .credited(nobody)) == "receipt-not-found")
        #expect(clear(&desk, file, .credited(try desk.receipt(200).id)) == "receipt-reversed")
        #expect(clear(&desk, file, .credited(try desk.receipt(300).id)) == "receipt-in-use")
        #expect(clear(&desk, file, .credited(try desk.receipt(100).id)) == "currencies-differ")
        let credit = try credit(&desk, 1_009)
        #expect(clear(&desk, file, .credited(credit.id)) == "ok")
        #expect(clear(&desk, file, .credited(credit.id)) == "slip-not-in-transit")
        #expect(clear(&desk, file, .corrected(line)) == "correction-differs")
        let charge = desk.line(-9, .bankCharge)
        #expect(clear(&desk, file, .corrected(charge)) == "line-is-no-correction")
        var gone = desk.line(-9, .other)
        gone.reversedOn = desk.ledger.desk.today
        #expect(clear(&desk, file, .corrected(gone)) == "line-reversed")
        #expect(desk.refused == all(ClearDeposit.Reason.self))
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
