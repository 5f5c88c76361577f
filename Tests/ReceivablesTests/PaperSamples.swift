import Ledger
import Receivables

/// Cases of checks, returns, drafts and collections: bare, and with every field there.
enum PaperSamples {
    static let day = Day("2026-03-31")!
    static let receipt = Receipt.ID(1_000_000_000_011)
    static let customer = Customer.ID(1_000_000_000_009)

    static var contents: [CaseFile.Content] { returns + checks + drafts + collections }

    static var reasons: Set<String> {
        [
            all(OpenReturn.Reason.self), all(ReturnReceipt.Reason.self),
            all(FollowReturn.Reason.self), all(LogCheck.Reason.self),
            all(DecideCheck.Reason.self), all(DepositChecks.Reason.self),
            all(ClearDeposit.Reason.self), all(SetAcceptor.Reason.self),
            all(ReceiveDraft.Reason.self), all(FollowDraft.Reason.self),
            all(SplitDraft.Reason.self), all(AskRecall.Reason.self),
            all(FollowRecall.Reason.self), all(SendCollection.Reason.self),
            all(FollowCollection.Reason.self), ["line-not-found"],
        ].reduce(Set()) { $0.union($1) }
    }

    private static var returns: [CaseFile.Content] {
        let bare = ReturnedItem(line: nil, amount: Money(minor: 5, .eur), value: 5)
        var item = ReturnedItem(
            line: BankLine.ID(1_000_000_000_021), amount: Money(minor: 5, .eur), value: 39)
        item.code = "R01"
        item.references = ["091000010000001", "a|b"]
        item.payer = "NORDWIND"
        item.receipt = receipt
        item.customer = customer
        item.recharge = OpenItem.ID(1_000_000_000_022)
        item.attempt = 2
        item.againUntil = day
        item.state = .returned
        let asked = Recall(
            number: "CXL-1", receipt: receipt, customer: nil, amount: Money(minor: 5, .eur),
            reason: "DUPL", askedBy: "li", answerBy: day)
        var recall = Recall(
            number: "CXL-1", receipt: receipt, customer: customer, amount: Money(minor: 5, .eur),
            reason: "DUPL", askedBy: "li", answerBy: day)
        (recall.decidedBy, recall.why, recall.state) = ("wang", "letter", .returned)
        (recall.line, recall.lineValue) = (BankLine.ID(1_000_000_000_021), 40)
        return [.returned(bare), .returned(item), .recall(asked), .recall(recall)]
    }

    private static var checks: [CaseFile.Content] {
        let bare = Check(
            number: "1001", datedOn: day, payer: "NORDWIND", amount: Money(minor: 5, .usd),
            openedBy: "li")
        var check = bare
        check.figures = Money(minor: 50, .usd)
        (check.routing, check.account) = ("021000021", "123456789")
        check.customer = customer
        check.names = ["INV-1", "INV|2"]
        check.defects = Check.Defect.allCases
        check.legend = "PAID IN FULL"
        check.image = "scan/1.png"
        check.decidedBy = "wang"
        (check.slip, check.receipt, check.state) = ("S1", receipt, .deposited)
        let open = DepositSlip(
            number: "S1", total: Money(minor: 5, .usd), value: 35,
            checks: [CaseFile.ID(1_000_000_000_032)], depositedBy: "wang")
        var slip = open
        (slip.credit, slip.credited) = (receipt, Money(minor: 14, .usd))
        (slip.correction, slip.correctionValue) = (1_000_000_000_021, 63)
        slip.state = .corrected
        return [.check(bare), .check(check), .depositSlip(open), .depositSlip(slip)]
    }

    private static var drafts: [CaseFile.Content] {
        let bare = Draft(
            number: "130222100001020260310123456789", range: nil, kind: .bankAcceptance,
            issuedOn: day, maturesOn: day.adding(90), amount: Money(minor: 5, .cny), drawer: "A",
            acceptor: "ICBC", payee: "B", customer: customer, receipt: receipt)
        var draft = Draft(
            number: "130222100001020260310123456789", range: 1...5, kind: .commercialAcceptance,
            issuedOn: day, maturesOn: day.adding(90), amount: Money(minor: 5, .cny), drawer: "A",
            acceptor: "ICBC", payee: "B", customer: customer, receipt: receipt)
        draft.endorsements = ["C", "D"]
        draft.isTransferable = false
        (draft.state, draft.hasRecourse, draft.passedTo) = (.discounted, true, "BANK")
        (draft.recourseUntil, draft.acceptorUntil) = (day, day)
        draft.steps = PaperSteps.steps
        let proposed = Acceptor(name: "ICBC", limit: Money(minor: 5, .cny), proposedBy: "li")
        var acceptor = proposed
        (acceptor.exposure, acceptor.approvedBy, acceptor.state) = (4, "wang", .approved)
        return [.draft(bare), .draft(draft), .acceptor(proposed), .acceptor(acceptor)]
    }
}

extension PaperSamples {
    fileprivate static var collections: [CaseFile.Content] {
        let item = OpenItem(
            id: OpenItem.ID(1_000_000_000_041), entity: Entity.ID(1), customer: customer,
            kind: .invoice, number: "I", issuedOn: day, postedOn: day, dueOn: day, currency: .usd,
            rate: .one, original: 5, originalFunctional: 5, tax: 0, taxFunctional: 0)
        let bare = BankCollection(
            number: "B-1", kind: .checkFinal, item: item, amount: Money(minor: 5, .usd),
            bank: "BOC", sentBy: "li")
        var full = BankCollection(
            number: "B-1", kind: .letterOfCredit, item: item, amount: Money(minor: 5, .usd),
            bank: "BOC", sentBy: "li")
        (full.shippedOn, full.expiresOn, full.maturesOn, full.answerBy) = (day, day, day, day)
        (full.acceptance, full.receipt, full.charges) = (receipt, receipt, 1)
        (full.state, full.past) = (.recourseOpen, [.sent, .presented])
        return [.collection(bare), .collection(full)]
    }
}

/// Steps of a draft, as a history leaves them.
enum PaperSteps {
    static var steps: [Draft.Step] {
        var step = Draft.Step(from: .held, hadRecourse: false)
        step.proceeds = PaperSamples.receipt
        step.returned = 5
        step.bookings = [Booking(.draftDiscount, 1, functional: 1, .cny, .one)]
        return [step]
    }
}
