import Ledger
import Receivables
import TestKit
import Testing

/// What keeps money from going to a stranger (reliability: F1 to F9).
@Suite struct RefundControlTests {
    private func all<Reason: CaseIterable & RawRepresentable<String>>(_: Reason.Type) -> Set<String>
    {
        Set(Reason.allCases.map(\.rawValue))
    }

    /// F1, F2, F3: to another account only after a callback to a number of old, two persons' word
    /// and a quarantine.
    @Test func anotherAccountNeedsCallbackAndQuarantine() throws {
        var desk = try RefundDesk()
        let receipt = try desk.receipt(500_00)
        let (customer, entity) = (desk.customer, desk.entity)
        let phone = { (old: String?, new: String) in
            ProposeBankData(
                entity: entity, customer: customer, .phone, from: old, to: new, evidence: "")
        }
        #expect(desk.by("li", phone(nil, "+49 30 1000"), on: "2026-02-02") == nil)
        let first = desk.lastCase
        #expect(desk.by("wang", DecideBankData(file: first, .confirm)) == nil)
        #expect(desk.by("li", phone("+49301000", "+49 30 6666"), on: "2026-04-29") == nil)
        let second = desk.lastCase
        let confirm = DecideBankData(file: second, .confirm, replacing: "+49301000")
        #expect(desk.by("li", confirm) == "maker-is-checker")
        #expect(desk.by("wang", confirm) == nil)

        let asked = desk.asked(receipt, 500_00, to: RefundDesk.other)
        #expect(desk.by("li", asked, on: "2026-04-30") == "refund-warnings")
        let despite = desk.asked(receipt, 500_00, to: RefundDesk.other, despite: "moved bank")
        #expect(desk.by("li", despite) == nil)
        let refund = desk.last
        #expect(refund.status == "requested, callback due")
        #expect(refund.warnings == [.otherAccount, .country])
        // A second approver although the amount needs one only.
        #expect(desk.by("wang", ApproveRefund(refund: refund.id)) == nil)
        #expect(desk.last.state == .requested)
        #expect(desk.by("wang", ApproveRefund(refund: refund.id)) == "maker-is-checker")
        #expect(desk.by("zhao", ApproveRefund(refund: refund.id)) == nil)
        #expect(desk.last.status == "approved, callback due")
        #expect(desk.by("sun", SettleRefund(refund: refund.id, .pay, why: "")) == "callback-due")
        #expect(desk.by("builder", desk.file()) == nil)
        #expect(desk.by("sun", desk.release()) == "callback-due")
        let built = desk.release()
        let cancel = AnswerRefundFile(file: built.file, refunds: built.refunds, .cancel)
        #expect(desk.by("sun", cancel) == nil)

        let call = { (number: String, outcome: Callback.Outcome) in
            RecordCallback(
                refund: refund.id, number: number, spokeTo: "accounts", outcome, words: "")
        }
        #expect(desk.by("li", call("+49 30 1000", .confirmed)) == "maker-is-checker")
        #expect(desk.by("wang", call("+49 30 1000", .confirmed)) == "maker-is-checker")
        #expect(desk.by("qian", call("+49 30 6666", .confirmed)) == "number-too-new")
        #expect(desk.by("qian", call("+49 30 7777", .confirmed)) == "number-not-on-record")
        #expect(desk.by("qian", call("+49 30 1000", .denied)) == nil)
        #expect(desk.last.status == "approved, callback due")
        #expect(desk.by("qian", call("(+49) 30-1000", .confirmed)) == nil)
        #expect(desk.last.status == "approved")

        let account = ProposeBankData(
            entity: entity, customer: customer, .account, from: nil, to: RefundDesk.other,
            evidence: "letter")
        let pay = SettleRefund(refund: refund.id, .pay, why: "")
        #expect(desk.by("sun", pay) == "account-not-confirmed")
        #expect(desk.by("li", account) == nil)
        #expect(desk.by("li", account) == "bank-data-known")
        #expect(desk.by("sun", pay) == "account-not-confirmed")
        #expect(desk.by("wang", DecideBankData(file: desk.lastCase, .confirm)) == nil)
        // Thursday, a Friday, a weekend, Monday, Tuesday.
        #expect(desk.by("sun", pay) == "account-in-quarantine")
        #expect(desk.by("sun", pay, on: "2026-05-04") == "account-in-quarantine")
        #expect(desk.by("builder", desk.file()) == nil)
        #expect(desk.by("qian", desk.release()) == "maker-is-checker")
        #expect(desk.by("sun", desk.release()) == "account-in-quarantine")
        #expect(desk.by("sun", desk.release(), on: "2026-05-05") == nil)
        #expect(desk.last.state == .released)

        let unknown = ProposeBankData(
            entity: entity, customer: Customer.ID(1), .phone, from: nil, to: "1", evidence: "")
        #expect(desk.by("li", unknown) == "customer-not-found")
        #expect(desk.by("li", phone("+49 30 6666", "+49306666")) == "bank-data-missing")
        let withdraw = DecideBankData(file: second, .withdraw)
        #expect(desk.by("sun", withdraw) == nil)
        #expect(desk.by("sun", withdraw) == "bank-data-decided")
        let none = DecideBankData(file: CaseFile.ID(1_000_000_999_999), .refuse)
        #expect(desk.by("sun", none) == "bank-data-not-found")
        #expect(desk.by("qian", call("+49301000", .confirmed)) == "refund-under-way")
        let nowhere = RecordCallback(
            refund: Refund.ID(1_000_000_999_999), number: "1", spokeTo: "", .denied, words: "")
        #expect(desk.by("qian", nowhere) == "refund-not-found")
        #expect(desk.seen.isSuperset(of: all(ProposeBankData.Reason.self)))
        #expect(desk.seen.isSuperset(of: all(DecideBankData.Reason.self)))
        #expect(desk.seen.isSuperset(of: all(RecordCallback.Reason.self)))
    }

    /// F5: a check is paid back from the tenth day on, a direct debit after eight weeks.
    @Test func moneyThatMayBounceStays() throws {
        var desk = try RefundDesk()
        let check = try desk.receipt(100_00, check: "4711")
        #expect(desk.by("li", desk.asked(check, 1), on: "2026-04-05") == "receipt-not-settled")
        #expect(desk.by("li", desk.asked(check, 1), on: "2026-04-11") == "receipt-not-settled")
        #expect(desk.by("li", desk.asked(check, 1), on: "2026-04-12") == nil)
        let debit = try desk.receipt(200_00, code: "PMNT/IDDT/ESDD")
        #expect(desk.by("li", desk.asked(debit, 1_00), on: "2026-05-27") == "receipt-not-settled")
        #expect(desk.by("li", desk.asked(debit, 1_00), on: "2026-05-28") == "refund-warnings")
        #expect(desk.by("li", desk.asked(debit, 1_00, despite: "known")) == nil)
        #expect(desk.last.warnings == [.revocable])
    }

    /// F4, F6: never more than is there, what is asked for included; a second one needs a word.
    @Test func notTwice() throws {
        var desk = try RefundDesk()
        let receipt = try desk.receipt(100_00)
        #expect(desk.by("li", desk.asked(receipt, 60_00)) == nil)
        #expect(desk.by("li", desk.asked(receipt, 60_00, despite: "x")) == "exceeds-on-account")
        #expect(desk.by("li", desk.asked(receipt, 40_00)) == "refund-warnings")
        #expect(desk.by("li", desk.asked(receipt, 40_00, despite: "rest")) == nil)
        #expect(desk.last.warnings == [.receiptAgain])
        let next = try desk.receipt(100_00)
        #expect(desk.by("li", desk.asked(next, 59_50)) == "refund-warnings")
        #expect(desk.by("li", desk.asked(next, 59_39)) == nil)
        // Used meanwhile: the approval finds nothing there.
        let first = desk.refunds[0].id
        desk.by("li", MoveReceipt(receipt: receipt, .takeOffAccount(nil), why: ""))
        #expect(desk.by("wang", ApproveRefund(refund: first)) == "exceeds-on-account")
        desk.by("li", MoveReceipt(receipt: receipt, .putOnAccount(nil), why: ""))
        #expect(desk.by("wang", ApproveRefund(refund: first)) == nil)
        #expect(desk.by("zhao", ApproveRefund(refund: first)) == "refund-not-requested")
        let none = ApproveRefund(refund: Refund.ID(1_000_000_999_999))
        #expect(desk.by("zhao", none) == "refund-not-found")
        #expect(desk.by("li", ApproveRefund(refund: desk.last.id)) == "maker-is-checker")
        var unapplied = desk.asked(receipt, 1_00)
        unapplied.from = .unapplied
        #expect(desk.by("li", unapplied) == "exceeds-unapplied")
        #expect(desk.seen.isSuperset(of: all(ApproveRefund.Reason.self)))
    }

    /// F8: another payee is said in words; one on the list gets nothing.
    @Test func payees() throws {
        var desk = try RefundDesk()
        var asked = desk.asked(try desk.receipt(100_00), 100_00)
        asked.facts.nameAgrees = false
        asked.facts.openDebits = 5
        asked.facts.isCredited = true
        #expect(desk.by("li", asked) == "refund-warnings")
        asked.despite = "trading name"
        asked.facts.listed = "Nemo Ltd"
        #expect(desk.by("li", asked) == "payee-listed")
        asked.facts.listed = nil
        #expect(desk.by("li", asked) == nil)
        #expect(desk.last.warnings == [.credited, .payeeName, .openDebits])
    }

    /// F7: three of 999.00 are one of 2,997.00.
    @Test func splittingDoesNotHelp() throws {
        var desk = try RefundDesk()
        for day in ["2026-05-04", "2026-05-05", "2026-05-10"] {
            let receipt = try desk.receipt(999_00)
            #expect(desk.by("li", desk.asked(receipt, 999_00, despite: "each"), on: day) == nil)
        }
        for refund in desk.refunds {
            #expect(desk.by("wang", ApproveRefund(refund: refund.id)) == nil)
            #expect(desk.ledger.books.refunds[refund.id]?.state == .requested)
            #expect(desk.by("zhao", ApproveRefund(refund: refund.id)) == nil)
            #expect(desk.ledger.books.refunds[refund.id]?.state == .approved)
        }
        // A week after the last one, one approver is enough again.
        let receipt = try desk.receipt(999_00)
        desk.by("li", desk.asked(receipt, 999_00, despite: "each"), on: "2026-05-17")
        #expect(desk.by("wang", ApproveRefund(refund: desk.last.id)) == nil)
        #expect(desk.last.state == .approved)
    }

    @Test func tiers() throws {
        let policy = RefundPolicy.standard
        for (sum, approvers, controller) in [
            (1_000_00, 1, false), (1_000_01, 2, false), (50_000_00, 2, false),
            (50_000_01, 2, true),
        ] as [(Int64, Int, Bool)] {
            let tier = policy.tier(of: sum, in: .eur)
            #expect(tier.approvers == approvers && tier.needsController == controller, "\(sum)")
        }
        #expect(policy.tier(of: 150_000, in: Currency("JPY")!).approvers == 1)
        var desk = try RefundDesk()
        let receipt = try desk.receipt(60_000_00)
        #expect(desk.by("li", desk.asked(receipt, 60_000_00)) == nil)
        desk.by("wang", ApproveRefund(refund: desk.last.id))
        desk.by("zhao", ApproveRefund(refund: desk.last.id))
        #expect(desk.last.state == .requested)
        desk.by("chief", ApproveRefund(refund: desk.last.id, asController: true))
        #expect(desk.last.state == .approved)
        #expect(desk.last.approvals.map(\.asController) == [false, false, true])
    }
}
