import Ledger
import Receivables
import TestKit
import Testing

/// Returned checks and ACH returns (P18, P20): the receipt is undone, the items are owed again at
/// their original due dates.
@Suite struct ReturnTests {
    private static let books = """
        entity DL CN CNY
        customer C100
        customer C200
        rate USD CNY 7.0000
        invoice INV-7 C100 2500.00 CNY due 2026-04-09
        receipt RC-1 2500.00 CNY
        apply RC-1 INV-7 2500.00 by C100
        today 2026-05-04

        """

    private func opened(_ desk: inout PaperDesk, _ amount: Int64, code: String?) throws -> CaseFile
    {
        let line = desk.line(-amount, .returned)
        var item = ReturnedItem(line)
        item.code = code
        #expect(desk.perform(OpenReturn(entity: Entity.ID(1), item)) == "ok")
        return try desk.file(.returned)
    }

    private func recharge(_ contract: String = "§ 7") -> ReturnReceipt.Recharge {
        ReturnReceipt.Recharge(
            Money(minor: 2_500, .cny), number: "RF-1", contract: contract,
            dueOn: Day("2026-05-18")!)
    }

    /// G-LED-18: check 2,500.00 had cleared INV-7; bank fee 15.00; recharge 25.00.
    @Test func returnedCheckReopensItsInvoice() throws {
        var desk = PaperDesk(Self.books)
        let start = desk.ledger.lines.count
        let file = try opened(&desk, 250_000, code: "A")
        #expect(file.head.state == "waiting" && !file.head.isClosed)
        let receipt = try desk.receipt(250_000)
        var command = ReturnReceipt(file: file.id, receipt: receipt.id, why: "NSF")
        command.recharge = recharge()
        #expect(desk.perform(command) == "ok")
        _ = desk.line(-1_500, .bankCharge)
        #expect(
            desk.effect(since: start) == [
                "Cr 1002 2515.00", "Cr 6051 25.00", "Dr 1122 2525.00", "Dr 6603B 15.00",
            ])
        let invoice = try desk.item("INV-7")
        #expect(invoice.open == 250_000 && invoice.dueOn == Day("2026-04-09"))
        #expect(desk.books.receipts[receipt.id]?.state == .reversed)
        #expect(desk.ledger.balance(.bankClearing) == 0)
        guard case .returned(let item) = try desk.file(.returned).content else { return }
        #expect(item.countsAsNSF && item.customer == invoice.customer && item.attempt == 1)
        #expect(item.presentationsLeft == 1 && item.againUntil == Day("2026-09-29"))
    }

    /// It was not that receipt: everything is as before, the items stay open for a person.
    @Test func returnIsTakenBack() throws {
        var desk = PaperDesk(Self.books)
        let file = try opened(&desk, 250_000, code: "A")
        let receipt = try desk.receipt(250_000)
        let start = desk.ledger.lines.count
        var command = ReturnReceipt(file: file.id, receipt: receipt.id, why: "NSF")
        command.recharge = recharge()
        #expect(desk.perform(command) == "ok")
        #expect(desk.perform(FollowReturn(file: file.id, .takenBack, why: "wrong")) == "ok")
        #expect(desk.effect(since: start) == ["Cr 2203U 2500.00", "Dr 1122 2500.00"])
        #expect(desk.books.receipts[receipt.id]?.state == .unapplied)
        #expect(try desk.item("RF-1").status == .reversed)
        #expect(try desk.file(.returned).head.state == "waiting")
        #expect(desk.perform(FollowReturn(file: file.id, .dismissed, why: "")) == "ok")
        #expect(desk.perform(FollowReturn(file: file.id, .takenBack, why: "")) == "ok")
        #expect(try desk.file(.returned).head.state == "waiting")
    }

    /// R01 may be presented up to two more times; the third return is the last.
    @Test func presentedAgain() throws {
        var desk = PaperDesk(Self.books)
        var receipt = try desk.receipt(250_000)
        for attempt in 1...3 {
            let file = try opened(&desk, 250_000, code: "R01")
            #expect(
                desk.perform(ReturnReceipt(file: file.id, receipt: receipt.id, why: "")) == "ok")
            guard case .returned(let item) = try desk.file(.returned).content else { return }
            #expect(item.attempt == Int64(attempt))
            #expect(desk.perform(record(250_000, on: "2026-05-06")) == "ok")
            let next = try desk.receipt(250_000)
            #expect(next.id != receipt.id)
            let answer = desk.perform(FollowReturn(file: file.id, .represented(next.id), why: ""))
            #expect(answer == (attempt < 3 ? "ok" : "not-representable"))
            receipt = next
        }
    }

    /// In another currency the bank takes back at the rate of its day: the difference is realised.
    @Test func returnedAtAnotherRate() throws {
        var desk = PaperDesk(Self.books + "receipt RC-2 1000.00 USD\nidentify RC-2 C100")
        let start = desk.ledger.lines.count
        let line = desk.line(-100_000, .returned, .usd, rate: Rate("7.2")!)
        #expect(desk.perform(OpenReturn(entity: Entity.ID(1), ReturnedItem(line))) == "ok")
        let file = try desk.file(.returned)
        let receipt = try desk.receipt(100_000)
        #expect(desk.perform(ReturnReceipt(file: file.id, receipt: receipt.id, why: "")) == "ok")
        let expected = ["Cr 1002 7200.00", "Dr 2203U 7000.00", "Dr 6603XR 200.00"]
        #expect(desk.effect(since: start) == expected)
        #expect(desk.perform(FollowReturn(file: file.id, .takenBack, why: "")) == "ok")
        #expect(desk.effect(since: start) == ["Cr 1002 7200.00", "Dr 1009 7200.00"])
    }

    private func record(_ amount: Int64, on day: String) -> RecordReceipt {
        RecordReceipt(
            entity: Entity.ID(1), amount: Money(minor: amount, .cny), bookedOn: Day(day)!,
            valueDate: Day(day)!)
    }

    @Test func refusalsOfTheReturn() throws {
        var desk = PaperDesk(
            Self.books + """
                receipt RC-2 100.00 USD
                receipt RC-3 30.00 CNY from A1
                identify RC-3 C100
                on-account RC-3
                refund approve RC-3 30.00 CNY
                receipt RC-4 40.00 CNY
                reverse RC-4
                receipt RC-5 50.00 CNY
                elsewhere RC-5 2241B
                receipt RC-6 60.00 CNY
                invoice INV-8 C100 70.00 CNY
                receipt RC-7 60.01 CNY
                apply RC-7 INV-8 60.01 residual 9.99 PRICE by C100
                write-off INV-8/R
                """)
        let nobody = CaseFile.ID(1_000_000_000_999)
        let file = try opened(&desk, 250_000, code: nil)
        let receipt = try desk.receipt(250_000)
        let command = { (file: CaseFile.ID, receipt: Receipt.ID) in
            ReturnReceipt(file: file, receipt: receipt, why: "")
        }
        #expect(desk.perform(command(nobody, receipt.id)) == "case-not-found")
        var unknown = command(file.id, receipt.id)
        unknown.code = "R99"
        #expect(desk.perform(unknown) == "return-code-unknown")
        #expect(desk.perform(command(file.id, Receipt.ID(1))) == "receipt-not-found")
        #expect(
            desk.perform(command(file.id, try desk.receipt(10_000).id)) == "currencies-differ")
        #expect(
            desk.perform(command(file.id, try desk.receipt(5_000).id)) == "return-amount-differs")
        for (amount, code) in [
            (3_000, "receipt-refunded"), (4_000, "receipt-reversed"), (5_000, "receipt-in-use"),
            (6_001, "residual-in-use"),
        ] {
            let other = try opened(&desk, Int64(amount), code: nil)
            let money = try desk.receipt(Int64(amount))
            #expect(desk.perform(command(other.id, money.id)) == code)
        }
        let other = try opened(&desk, 6_000, code: nil)
        var charged = command(other.id, try desk.receipt(6_000).id)
        charged.recharge = recharge()
        #expect(desk.perform(charged) == "payer-unknown")
        charged = command(file.id, receipt.id)
        charged.recharge = recharge("")
        #expect(desk.perform(charged) == "contract-missing")
        for (amount, number, due, code) in [
            (0, "RF-1", "2026-05-18", "amount-not-positive"),
            (1, "INV-7", "2026-05-18", "item-number-taken"),
            (1, "RF-1", "2026-05-01", "due-before-issued"),
        ] {
            charged.recharge = ReturnReceipt.Recharge(
                Money(minor: Int64(amount), .cny), number: number, contract: "§",
                dueOn: Day(due)!)
            #expect(desk.perform(charged) == code)
        }
        #expect(desk.perform(command(file.id, receipt.id)) == "ok")
        #expect(desk.perform(command(file.id, receipt.id)) == "return-not-waiting")
        #expect(desk.refused == all(ReturnReceipt.Reason.self))
    }

    @Test func refusalsOfWhatFollows() throws {
        var desk = PaperDesk(Self.books)
        let nobody = CaseFile.ID(1_000_000_000_999)
        let file = try opened(&desk, 250_000, code: "R01")
        let receipt = try desk.receipt(250_000)
        #expect(desk.perform(FollowReturn(file: nobody, .settled, why: "")) == "case-not-found")
        #expect(desk.perform(FollowReturn(file: file.id, .settled, why: "")) == "return-not-done")
        var command = ReturnReceipt(file: file.id, receipt: receipt.id, why: "")
        command.recharge = recharge()
        #expect(desk.perform(command) == "ok")
        #expect(
            desk.perform(FollowReturn(file: file.id, .dismissed, why: "")) == "return-not-waiting")
        let again = { (id: Receipt.ID) in FollowReturn(file: file.id, .represented(id), why: "") }
        #expect(desk.perform(again(receipt.id)) == "receipt-not-found")
        #expect(desk.perform(record(250_000, on: "2026-12-01")) == "ok")
        #expect(desk.perform(again(try desk.receipt(250_000).id)) == "representation-too-late")
        #expect(desk.perform(record(1, on: "2026-05-05")) == "ok")
        #expect(desk.perform(again(try desk.receipt(1).id)) == "return-amount-differs")
        let fee = try desk.item("RF-1")
        #expect(
            desk.perform(
                WriteOffItem(
                    entity: fee.entity, number: fee.number, amount: Money(minor: 1, .cny), why: ""))
                == "ok")
        #expect(
            desk.perform(FollowReturn(file: file.id, .takenBack, why: ""))
                == "item-has-applications")
        let unknown = try opened(&desk, 1, code: "G")
        let small = try desk.receipt(1)
        #expect(desk.perform(ReturnReceipt(file: unknown.id, receipt: small.id, why: "")) == "ok")
        #expect(desk.perform(record(1, on: "2026-05-05")) == "ok")
        let next = try desk.receipt(1).id
        #expect(
            desk.perform(FollowReturn(file: unknown.id, .represented(next), why: ""))
                == "not-representable")
        #expect(desk.refused == all(FollowReturn.Reason.self))
    }

    @Test func eachLineHasOneReturn() throws {
        var desk = PaperDesk(Self.books)
        let line = desk.line(-100, .returned)
        let entity = Entity.ID(1)
        #expect(
            desk.perform(OpenReturn(entity: Entity.ID(9), ReturnedItem(line)))
                == "entity-not-found")
        let nothing = ReturnedItem(line: nil, amount: Money(minor: 0, .cny), value: 0)
        #expect(desk.perform(OpenReturn(entity: entity, nothing)) == "amount-not-positive")
        #expect(desk.perform(OpenReturn(entity: entity, ReturnedItem(line))) == "ok")
        #expect(desk.perform(OpenReturn(entity: entity, ReturnedItem(line))) == "return-known")
        #expect(desk.refused == all(OpenReturn.Reason.self))
    }

    /// domain.md §1.5: what the tables must say.
    @Test func tables() {
        let codes = ReturnCode.all.map(\.code)
        #expect(Set(codes).count == codes.count)
        let again = Set(ReturnCode.checks.filter { $0.again > 0 }.map(\.code))
        #expect(again == ["A", "B", "I", "O", "U"])
        #expect(ReturnCode.of("R01")?.again == 2 && ReturnCode.of("R09")?.again == 2)
        #expect(ReturnCode.of("R05")?.window == .calendarDays(60))
        #expect(ReturnCode.of("R01")?.window == .bankingDays(2))
        #expect(ReturnCode.of("T")?.en == "cannot be presented again")
        #expect(ReturnCode.of("W")?.en == "amount cannot be determined")
        let unauthorised = Set(ReturnCode.ach.filter(\.isUnauthorised).map(\.code))
        #expect(unauthorised == ["R05", "R07", "R10", "R29"])
        #expect(ReturnCode.all.filter(\.isUnauthorised).allSatisfy { $0.again == 0 })
        #expect(ReturnCode.of("R23")?.action == .refund && ReturnCode.of("R99") == nil)
        for action in ReturnCode.Action.allCases { #expect(action.en != action.zh) }
    }

    /// A statement that is taken back takes the return with it, unless that has undone a receipt.
    @Test func lineIsTakenBack() throws {
        var desk = PaperDesk(Self.books)
        let file = try opened(&desk, 250_000, code: "A")
        guard case .returned(let item) = file.content, let id = item.line else { return }
        var line: BankLine?
        for case .bankLineRecorded(let recorded) in desk.ledger.events where recorded.id == id {
            line = recorded
        }
        let reverse = ReverseBankLine(line: try #require(line), receipts: [], why: "")
        let receipt = try desk.receipt(250_000).id
        #expect(desk.perform(ReturnReceipt(file: file.id, receipt: receipt, why: "")) == "ok")
        #expect(desk.perform(reverse) == "return-decided")
        #expect(desk.perform(FollowReturn(file: file.id, .takenBack, why: "")) == "ok")
        #expect(desk.perform(reverse) == "ok")
        #expect(try desk.file(.returned).head.state == "withdrawn")
        #expect(desk.ledger.balance(.bankClearing) == 0)
    }

    /// The bank's words go before the amount; where several fit, none is taken.
    @Test func candidates() throws {
        let desk = PaperDesk(
            """
            entity DL CN CNY
            receipt A 10.00 CNY on 2026-04-01
            receipt B 10.00 CNY on 2026-04-02
            receipt C 10.00 CNY on 2026-04-20
            receipt D 20.00 CNY on 2026-01-01
            receipt E 20.00 CNY on 2026-04-01
            """)
        var receipts = desk.books.receipts.values.sorted { $0.id < $1.id }
        receipts[0].source.checkNumber = "001001"
        let day = Day("2026-04-10")!
        func found(_ amount: Int64, _ references: String...) -> [(Int64, ReturnCandidate.Grade)] {
            var item = ReturnedItem(line: nil, amount: Money(minor: amount, .cny), value: 0)
            item.references = references
            return ReturnCandidate.of(item, among: receipts, on: day).map {
                ($0.receipt.raw - receipts[0].id.raw, $0.grade)
            }
        }
        #expect(found(1_000, "1001").map(\.0) == [0])
        #expect(found(1_000, "1001").map(\.1) == [.reference])
        #expect(found(1_000).map(\.1) == [.amount, .amount])
        #expect(found(2_000, "").map(\.1) == [.onlyAmount])
        #expect(found(3_000, "1001").isEmpty)
    }
}
