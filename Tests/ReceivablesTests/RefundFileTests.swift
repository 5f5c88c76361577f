import Ledger
import Receivables
import TestKit
import Testing

/// From the payment file to the bank's answer, and back (reliability: F9; domain.md P14).
@Suite struct RefundFileTests {
    private func all<Reason: CaseIterable & RawRepresentable<String>>(_: Reason.Type) -> Set<String>
    {
        Set(Reason.allCases.map(\.rawValue))
    }

    private func approved(_ amounts: [Int64]) throws -> RefundDesk {
        var desk = try RefundDesk()
        for amount in amounts {
            let receipt = try desk.receipt(amount)
            var asked = RequestRefund(
                receipt: receipt, amount: Money(minor: amount, .eur), requestedBy: "li",
                why: "paid twice")
            asked.despite = "seen"
            #expect(desk.by("wang", asked) == nil)
        }
        return desk
    }

    /// F7, F9: on the bytes that were built, by who has not touched them, with the totals typed
    /// again.
    @Test func releaseIsByAnotherOnTheSameBytes() throws {
        var desk = try approved([100_00, 250_00])
        #expect(desk.by("builder", desk.file([])) == "nothing-to-pay")
        #expect(desk.by("builder", desk.file()) == nil)
        #expect(desk.refunds.allSatisfy { $0.state == .inFile })
        #expect(
            desk.by("sun", SettleRefund(refund: desk.last.id, .cancel, why: "")) == "refund-in-file"
        )
        #expect(desk.by("builder", desk.file(desk.refunds)) == "refund-in-file")
        #expect(desk.by("sun", desk.release(hash: "00fe")) == "refund-file-changed")
        #expect(desk.by("sun", desk.release(count: 3)) == "totals-differ")
        #expect(desk.by("sun", desk.release(total: 350_01)) == "totals-differ")
        for hand in ["builder", "li", "wang"] {
            #expect(desk.by(hand, desk.release()) == "maker-is-checker", "\(hand)")
        }
        let built = desk.release()
        let sent = AnswerRefundFile(file: built.file, refunds: built.refunds, .sent)
        #expect(desk.by("sun", sent) == "refund-file-not-released")
        #expect(desk.by("sun", desk.release()) == nil)
        #expect(desk.by("sun", desk.release()) == "refund-file-released")
        #expect(desk.by("sun", sent) == nil)
        let cancel = AnswerRefundFile(file: built.file, refunds: built.refunds, .cancel)
        #expect(desk.by("sun", cancel) == "refund-file-released")
        let nowhere = AnswerRefundFile(
            file: CaseFile.ID(1_000_000_999_999), refunds: [], .cancel)
        #expect(desk.by("sun", nowhere) == "refund-file-not-found")
        let none = ReleaseRefundFile(
            file: CaseFile.ID(1_000_000_999_999), refunds: [], hash: "", count: 0,
            total: Money(minor: 0, .eur))
        #expect(desk.by("sun", none) == "refund-file-not-found")
        #expect(desk.seen.isSuperset(of: all(AnswerRefundFile.Reason.self)))
        let controls: Set = ["callback-due", "account-not-confirmed", "account-in-quarantine"]
        #expect(desk.seen.union(controls).isSuperset(of: all(ReleaseRefundFile.Reason.self)))
    }

    @Test func whatCannotBeBuilt() throws {
        var desk = try approved([100_00])
        let good = desk.file().file
        func other(
            account: String = "DE02", refunds: [Refund.ID]? = nil, total: Int64 = 100_00
        ) -> BuildRefundFile {
            BuildRefundFile(
                entity: desk.entity,
                file: RefundFile(
                    number: "RF1", account: account, format: "NACHA", hash: "00",
                    refunds: refunds ?? good.refunds, total: Money(minor: total, .eur),
                    builtBy: "builder"))
        }
        let commands = [
            other(account: "DE03"), other(refunds: [Refund.ID(1_000_000_999_999)]),
            other(total: 100_01), other(refunds: good.refunds + good.refunds, total: 200_00),
        ]
        let codes = commands.map { desk.by("builder", $0) }
        #expect(
            codes == ["own-account-unknown", "refund-not-found", "totals-differ", "totals-differ"])
        #expect(desk.by("sun", SettleRefund(refund: good.refunds[0], .cancel, why: "")) == nil)
        #expect(desk.by("builder", other()) == "refund-not-approved")
        #expect(desk.by("builder", other(refunds: [])) == "nothing-to-pay")
        #expect(
            desk.seen.union(["refund-in-file"]).isSuperset(of: all(BuildRefundFile.Reason.self)))
    }

    /// What the bank rejects is owed again, with its reason; the debit closes the rest, through
    /// bank clearing, for the line has posted the bank.
    @Test func answersAndDebit() throws {
        var desk = try approved([100_00, 250_00])
        desk.by("builder", desk.file())
        let built = desk.release()
        desk.by("sun", built)
        let ids = desk.refunds.map(\.id)
        let answer = AnswerRefundFile(
            file: built.file, refunds: built.refunds, .answer([ids[0]: nil, ids[1]: "AC04"]))
        #expect(desk.by("bank", answer) == nil)
        #expect(desk.refunds.map(\.state) == [.accepted, .approved])
        #expect(desk.refunds[1].bankReason == "AC04" && desk.refunds[1].file == nil)
        #expect(desk.cases.last { $0.kind == .refundFile }?.head.state == "answered")

        let day = desk.ledger.desk.today
        let line = BankLine.ID(1_000_000_000_900)
        let before = desk.ledger.lines.count
        let paid = ClearRefund(refund: ids[0], .paid, line: line, functional: 100_00, on: day)
        #expect(desk.by("bank", paid) == nil)
        let effect = desk.ledger.lines[before...].effects.map { "\($0.account.code) \($0.amount)" }
        #expect(effect == ["2241R 100.00 EUR", "1009 -100.00 EUR"])
        #expect(desk.by("bank", paid) == "refund-not-approved")
        let elsewhere = ClearRefund(refund: ids[0], .undo, line: BankLine.ID(1), on: day)
        #expect(desk.by("bank", elsewhere) == "refund-moved-on")
        let undo = ClearRefund(refund: ids[0], .undo, line: line, on: day)
        #expect(desk.by("bank", undo) == nil)
        #expect(desk.refunds[0].state == .released)
        #expect(desk.ledger.balance(.bankClearing) == 0)
        #expect(desk.by("bank", paid) == nil)

        // R23: the receiver refuses it. The notice comes first, the money after it.
        let back = ClearRefund(refund: ids[0], .returned("R23"), line: nil, on: day)
        #expect(desk.by("bank", back) == nil)
        #expect(desk.refunds[0].state == .approved && desk.refunds[0].bankReason == "R23")
        #expect(desk.by("bank", back) == "refund-not-paid")
        #expect(desk.ledger.balance(.bankClearing) == 0)
        #expect(desk.ledger.balance(.refundsPayable) == -350_00)
        let arrived = ClearRefund(
            refund: ids[0], .arrived, line: BankLine.ID(1_000_000_000_901), on: day)
        #expect(desk.by("bank", arrived) == nil)
        #expect(desk.by("bank", arrived) == "refund-moved-on")
        #expect(desk.by("sun", SettleRefund(refund: ids[0], .cancel, why: "refused")) == nil)
        #expect(desk.ledger.balance(.onAccount) == -100_00)
        let nowhere = ClearRefund(
            refund: Refund.ID(1_000_000_999_999), .paid, line: line, on: day)
        #expect(desk.by("bank", nowhere) == "refund-not-found")
        #expect(desk.seen.isSuperset(of: all(ClearRefund.Reason.self)))
    }

    /// Closed by hand first: the line that comes after it takes the bank over, and the bank is
    /// posted once.
    @Test func lineAfterHand() throws {
        var desk = try approved([100_00])
        let refund = desk.last.id
        #expect(desk.by("sun", SettleRefund(refund: refund, .pay, why: "")) == nil)
        let bank = desk.ledger.balance(.bank)
        let paid = ClearRefund(
            refund: refund, .paid, line: BankLine.ID(1_000_000_000_900), functional: 100_00,
            on: desk.ledger.desk.today)
        #expect(desk.by("bank", paid) == nil)
        #expect(desk.ledger.balance(.bank) == bank + 100_00)
        #expect(desk.ledger.balance(.bankClearing) == -100_00)
        #expect(desk.ledger.balance(.refundsPayable) == 0)
        #expect(desk.last.state == .paid && desk.last.isCleared)
        #expect(desk.by("bank", paid) == "refund-not-approved")
    }

    /// An answer that says neither yes nor no changes nothing.
    @Test func pending() throws {
        var desk = try approved([100_00, 250_00])
        desk.by("builder", desk.file())
        let built = desk.release()
        desk.by("sun", built)
        for answers in [[:], [desk.last.id: nil]] as [[Refund.ID: String?]] {
            desk.by(
                "bank",
                AnswerRefundFile(file: built.file, refunds: built.refunds, .answer(answers)))
        }
        #expect(desk.refunds.map(\.state) == [.released, .accepted])
        #expect(desk.cases.last { $0.kind == .refundFile }?.head.state == "released")
    }

    /// Paid at another rate than the receipt came in at: the difference is realised (P23), and
    /// bank clearing has what the line has.
    @Test func paidAtTheLinesRate() throws {
        let scenario = Scenario(
            """
            entity  DL CN CNY
            rate    USD CNY 7.1000 on 2026-04-01
            customer C100
            receipt RC-1 1000.00 USD from A1
            identify RC-1 C100
            on-account RC-1
            actor   wang
            refund  approve RC-1 100.00 USD asked li -> refund-warnings
            refund  approve RC-1 100.00 USD asked li bop 121010
            """)
        #expect(scenario.failures.isEmpty)
        var ledger = scenario.ledger
        let refund = try #require(ledger.books.refunds.keys.first)
        let before = ledger.lines.count
        _ = try ledger.perform(
            ClearRefund(
                refund: refund, .paid, line: BankLine.ID(1_000_000_000_900), functional: 708_00,
                on: ledger.desk.today))
        let effects = ledger.lines[before...].effects.map {
            "\($0.account.code) \($0.functional.plain)"
        }
        #expect(Set(effects) == ["2241R 710.00", "1009 -708.00", "6603XR -2.00"])
    }
}
