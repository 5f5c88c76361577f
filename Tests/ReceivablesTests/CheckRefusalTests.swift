import Ledger
import Receivables
import TestKit
import Testing

/// What may not be done with a check.
@Suite struct CheckRefusalTests: CheckBooks {
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
}
