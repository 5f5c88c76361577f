import Ledger
import Receivables
import TestKit
import Testing

/// Papers that banks collect (P32, P33, domain.md §3.12).
@Suite struct CollectionTests {
    private static let entity = Entity.ID(1)

    private func desk(_ more: String = "") -> PaperDesk {
        var desk = PaperDesk(
            """
            entity DL CN CNY
            customer C100
            rate USD CNY 7.0000
            invoice LC-1 C100 20000.00 USD
            invoice CK-1 C100 3000.00 USD
            invoice CN-1 C100 100.00 CNY
            credit CM-1 C100 5.00 USD
            today 2026-03-20

            """ + more)
        desk.sit("trade")
        return desk
    }

    private func sent(
        _ desk: inout PaperDesk, _ item: String, _ kind: BankCollection.Kind, number: String = "B-1"
    ) throws -> CaseFile {
        var send = SendCollection(
            entity: Self.entity, number: number, kind: kind, item: item, amount: nil, bank: "BOC")
        send.shippedOn = Day("2026-03-10")
        send.expiresOn = Day("2026-04-15")
        #expect(desk.perform(send) == "ok")
        return try desk.file(.collection)
    }

    private func now(_ desk: PaperDesk, _ file: CaseFile) -> BankCollection? {
        if case .collection(let now)? = desk.books.cases[file.id]?.content { return now }
        return nil
    }

    private func follow(
        _ desk: inout PaperDesk, _ file: CaseFile, _ step: FollowCollection.Step
    ) -> String {
        desk.perform(FollowCollection(file: file.id, step, seen: now(desk, file), why: "bank"))
    }

    private func credit(_ desk: inout PaperDesk, _ minor: Int64, _ currency: Currency = .usd)
        throws -> Receipt.ID
    {
        let today = desk.ledger.desk.today
        #expect(
            desk.perform(
                RecordReceipt(
                    entity: Self.entity, amount: Money(minor: minor, currency), bookedOn: today,
                    valueDate: today)) == "ok")
        return try desk.receipt(minor).id
    }

    /// G-LC-01: shipment 2026-03-10, expiry 2026-04-15: latest presentation 2026-03-31.
    @Test func latestPresentation() throws {
        var desk = desk()
        let file = try sent(&desk, "LC-1", .letterOfCredit)
        #expect(file.head.dueOn == Day("2026-03-31"))
        #expect(
            BankCollection.latestPresentation(
                shippedOn: Day("2026-03-30")!, expiresOn: Day("2026-04-15")!) == Day("2026-04-15"))
        desk.sit("trade", on: "2026-04-01")
        #expect(follow(&desk, file, .presented) == "presentation-too-late")
        desk.sit("trade", on: "2026-03-31")
        #expect(follow(&desk, file, .presented) == "ok")
        #expect(now(desk, file)?.answerBy == Day("2026-04-07"))
    }

    /// G-LED-32: L/C USD 20,000.00, the bank pays 19,925.00 after a fee of 75.00.
    @Test func discrepancyFee() throws {
        var desk = desk()
        let file = try sent(&desk, "LC-1", .letterOfCredit)
        let start = desk.ledger.lines.count
        let receipt = try credit(&desk, 1_992_500)
        #expect(follow(&desk, file, .paid(receipt, reviewed: false)) == "charge-to-review")
        #expect(follow(&desk, file, .paid(receipt, reviewed: true)) == "maker-is-checker")
        desk.sit("chief")
        #expect(follow(&desk, file, .paid(receipt, reviewed: true)) == "ok")
        // USD 19,925.00, 75.00 and 20,000.00 at 7.0000.
        #expect(
            desk.effect(since: start)
                == ["Cr 1122 140000.00", "Dr 1002 139475.00", "Dr 6603B 525.00"])
        let application = desk.books.applications.values.first { $0.receipt == receipt }
        #expect(application?.basis.evidence == "LC_DISCREP B-1")
        #expect(now(desk, file)?.state == .paid)
        #expect(follow(&desk, file, .takeBack) == "ok")
        #expect(desk.effect(since: start) == ["Cr 2203U 139475.00", "Dr 1002 139475.00"])
        #expect(follow(&desk, file, .takeBack) == "collection-nothing-done")
    }

    /// G-LED-33: USD 3,000.00, cash letter, fee 20.00; returned later: the fee is not given back.
    @Test func foreignCheckCreditedAtOnceAndReturned() throws {
        var desk = desk()
        let file = try sent(&desk, "CK-1", .checkImmediate)
        let start = desk.ledger.lines.count
        let receipt = try credit(&desk, 298_000)
        #expect(follow(&desk, file, .paid(receipt, reviewed: false)) == "ok")
        #expect(
            desk.effect(since: start) == [
                "Cr 1122 21000.00", "Dr 1002 20860.00", "Dr 6603B 140.00",
            ])
        #expect(desk.books.cases[file.id]?.head.state == "RECOURSE_OPEN")
        #expect(desk.books.cases[file.id]?.head.isClosed == false)
        let second = desk.ledger.lines.count
        let line = desk.line(-300_000, .returned, .usd, rate: Rate("7")!)
        #expect(desk.perform(OpenReturn(entity: Self.entity, ReturnedItem(line))) == "ok")
        let returned = try desk.file(.returned)
        let undo = ReturnReceipt(file: returned.id, receipt: receipt, why: "NSF")
        #expect(desk.perform(undo) == "ok")
        #expect(desk.effect(since: second) == ["Cr 1002 21000.00", "Dr 1122 21000.00"])
        #expect(desk.perform(FollowReturn(file: returned.id, .takenBack, why: "")) == "ok")
        #expect(desk.ledger.balance(.bankClearing) == 2_100_000)
        #expect(follow(&desk, file, .final) == "ok")
        #expect(follow(&desk, file, .takeBack) == "ok")
        #expect(now(desk, file)?.state == .recourseOpen)
    }

    /// A final credit is a memo until the money comes.
    @Test func finalCreditPostsNothingBefore() throws {
        var desk = desk()
        let start = desk.ledger.lines.count
        let file = try sent(&desk, "CK-1", .checkFinal)
        #expect(follow(&desk, file, .presented) == "ok")
        #expect(desk.effect(since: start).isEmpty)
        #expect(follow(&desk, file, .refused) == "ok")
        #expect(follow(&desk, file, .takeBack) == "ok")
        #expect(follow(&desk, file, .takeBack) == "ok")
        #expect(follow(&desk, file, .withdrawn) == "ok")
        #expect(desk.effect(since: start).isEmpty)
    }

    /// D/A accepted and taken for the item: Dr 1121; Cr 1122, paid at maturity less a charge.
    @Test func acceptanceAsNote() throws {
        var desk = desk()
        let file = try sent(&desk, "LC-1", .againstAcceptance)
        let start = desk.ledger.lines.count
        #expect(follow(&desk, file, .accepted(Day("2026-06-20")!, asNote: true)) == "ok")
        #expect(desk.effect(since: start) == ["Cr 1122 140000.00", "Dr 1121 140000.00"])
        let receipt = try credit(&desk, 1_999_000)
        #expect(follow(&desk, file, .paid(receipt, reviewed: false)) == "ok")
        #expect(
            desk.effect(since: start) == [
                "Cr 1122 140000.00", "Dr 1002 139930.00", "Dr 6603B 70.00",
            ])
        #expect(follow(&desk, file, .takeBack) == "ok")
        #expect(follow(&desk, file, .refused) == "ok")
        #expect(
            desk.effect(since: start) == ["Cr 2241U 139930.00", "Dr 1002 139930.00"])
        #expect(try desk.item("LC-1").open == 2_000_000)
        #expect(follow(&desk, file, .takeBack) == "ok")
        #expect(desk.ledger.balance(.notesReceivable) == 14_000_000)
        #expect(follow(&desk, file, .takeBack) == "ok")
        #expect(desk.ledger.balance(.notesReceivable) == 0)
        #expect(now(desk, file)?.state == .sent)
    }

    @Test func refusalsOfSending() throws {
        var desk = desk("invoice R-1 C100 1.00 USD\nreverse R-1\n")
        func send(
            _ number: String, _ item: String, _ amount: Money? = nil,
            _ kind: BankCollection.Kind = .againstPayment, shipped: String? = nil
        ) -> String {
            var send = SendCollection(
                entity: Self.entity, number: number, kind: kind, item: item, amount: amount,
                bank: "BOC")
            send.shippedOn = shipped.flatMap { Day($0) }
            send.expiresOn = Day("2026-05-01")
            return desk.perform(send)
        }
        #expect(send("", "LC-1") == "nothing-named")
        #expect(send("1", "NONE") == "item-not-found")
        #expect(send("1", "R-1") == "item-reversed")
        #expect(send("1", "CM-1") == "item-is-credit")
        #expect(send("1", "LC-1", Money(minor: 1, .cny)) == "currencies-differ")
        #expect(send("1", "LC-1", .zero(.usd)) == "amount-not-positive")
        #expect(send("1", "LC-1", Money(minor: 2_000_001, .usd)) == "exceeds-open")
        #expect(send("1", "LC-1", nil, .letterOfCredit) == "credit-days-missing")
        #expect(
            send("1", "LC-1", nil, .letterOfCredit, shipped: "2026-02-01")
                == "presentation-too-late")
        #expect(send("1", "LC-1") == "ok")
        #expect(send("1", "LC-1") == "collection-known")
        #expect(desk.refused == all(SendCollection.Reason.self))
    }

    @Test func refusalsOfWhatFollows() throws {
        var desk = desk(
            """
            receipt RC-1 1.00 USD
            reverse RC-1
            receipt RC-2 2.00 USD
            elsewhere RC-2 2241B
            receipt RC-3 3.00 CNY

            """)
        desk.sit("trade")
        let file = try sent(&desk, "CK-1", .againstPayment)
        let nobody = Receipt.ID(1_000_000_000_999)
        #expect(
            desk.perform(
                FollowCollection(file: CaseFile.ID(7), .presented, seen: nil, why: ""))
                == "case-not-found")
        #expect(follow(&desk, file, .final) == "collection-not-there-yet")
        #expect(
            follow(&desk, file, .accepted(Day("2026-06-20")!, asNote: true))
                == "collection-not-acceptable")
        #expect(follow(&desk, file, .paid(nobody, reviewed: false)) == "receipt-not-found")
        #expect(
            follow(&desk, file, .paid(try desk.receipt(300).id, reviewed: false))
                == "currencies-differ")
        let much = try credit(&desk, 300_001)
        #expect(follow(&desk, file, .paid(much, reviewed: false)) == "exceeds-open")
        #expect(follow(&desk, file, .takeBack) == "collection-nothing-done")
        desk.sit("chief")
        let reversed = try desk.receipt(100).id
        #expect(follow(&desk, file, .paid(reversed, reviewed: true)) == "receipt-reversed")
        let note = try sent(&desk, "LC-1", .againstAcceptance, number: "B-2")
        #expect(follow(&desk, note, .accepted(Day("2026-06-20")!, asNote: true)) == "ok")
        desk.sit("other")
        let used = try desk.receipt(200).id
        #expect(follow(&desk, note, .paid(used, reviewed: true)) == "receipt-in-use")
        let others: Set = [
            // These have their examples above, or in the commands that this one performs.
            "presentation-too-late", "charge-to-review", "maker-is-checker", "rate-missing",
            "residual-in-use",
        ]
        #expect(desk.refused.union(others).isSuperset(of: all(FollowCollection.Reason.self)))
    }
}
