import Ledger

/// What becomes of a draft that we hold (P30): passed on, presented, paid or refused; and the last
/// of these taken back.
public struct FollowDraft: Command {
    public enum Step: Sendable, Equatable {
        /// Given to a supplier for what we owe it.
        case endorse(to: String, recourse: Bool)
        /// Sold to a bank: the receipt as which its line came, and the yearly rate in 1/10000 that
        /// was agreed.
        case discount(Receipt.ID, with: String, rate: Int64?, recourse: Bool)
        case present
        /// The receipt as which the bank's line came.
        case collect(Receipt.ID)
        /// One that we had passed on with recourse was paid by its acceptor.
        case paidToHolder
        /// The acceptor did not pay. Where it had been passed on with recourse, the line by which
        /// the holder took the money back from us.
        case refuse(BankLine?)
        case takeBack
        /// It never was ours; nothing of it may be used.
        case withdraw
    }

    public let file: CaseFile.ID
    public let step: Step
    public let why: String
    /// The draft as it was seen, so that what hangs on it is loaded.
    public let seen: Draft?

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case caseNotFound = "case-not-found"
        case draftNotHeld = "draft-not-held"
        case notTransferable = "draft-not-transferable"
        case nothingNamed = "nothing-named"
        case draftNotDue = "draft-not-due"
        case noRecourse = "draft-without-recourse"
        case nothingDone = "draft-nothing-done"
        case receiptNotFound = "receipt-not-found"
        case receiptReversed = "receipt-reversed"
        case receiptRefunded = "receipt-refunded"
        case receiptInUse = "receipt-in-use"
        case residualInUse = "residual-in-use"
        case currenciesDiffer = "currencies-differ"
        case proceedsDiffer = "draft-proceeds-differ"
        case discountDiffers = "draft-discount-differs"
        case lineReversed = "line-reversed"
        case lineDiffers = "draft-line-differs"
        case acceptorLimit = "acceptor-limit-exceeded"
    }

    public init(file: CaseFile.ID, _ step: Step, seen: Draft?, why: String) {
        self.file = file
        self.step = step
        self.seen = seen
        self.why = why
    }

    public var entity: Entity.ID { file.entity }

    public var names: Names {
        var names = Names()
        names.cases = [file]
        if let seen {
            names.caseNumbers = [seen.acceptor]
            names.receipts = [seen.receipt]
            names.applicationsOf = [seen.receipt]
        }
        switch step {
        case .discount(let receipt, _, _, _), .collect(let receipt):
            names.receipts.insert(receipt)
        case .takeBack:
            if let receipt = seen?.steps.last?.proceeds { names.receipts.insert(receipt) }
        default: break
        }
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let file = books.cases[file], case .draft(let draft) = file.content else {
            throw refusal(.caseNotFound, "\(file)")
        }
        var work = DraftWork(draft, books, desk, why: why)
        switch step {
        case .endorse(let to, let recourse):
            try mustBe(draft, .held)
            if !draft.isTransferable { throw refusal(.notTransferable, draft.number) }
            if to.isEmpty { throw refusal(.nothingNamed, "the supplier") }
            work.begin(.endorsed, recourse: recourse)
            work.draft.passedTo = to
            work.book(recourse ? .draftEndorsedWithRecourse : .draftEndorsed, draft.amount.minor)
        case .discount(let receipt, let bank, let rate, let recourse):
            try mustBe(draft, .held)
            if !draft.isTransferable { throw refusal(.notTransferable, draft.number) }
            work.begin(.discounted, recourse: recourse)
            work.draft.passedTo = bank
            try discount(receipt, rate, recourse, &work)
        case .present:
            try mustBe(draft, .held)
            if desk.today < draft.maturesOn {
                throw refusal(.draftNotDue, "due \(draft.maturesOn)")
            }
            work.begin(.presented, recourse: false)
        case .collect(let receipt):
            try mustBe(draft, .held, .presented)
            work.begin(.collected, recourse: false)
            let money = try work.turn(receipt, to: .notesReceivable).money
            if money != draft.amount { throw differs(money, draft) }
            work.settleRates(.notesReceivable)
        case .paidToHolder:
            if !draft.hasRecourse { throw refusal(.noRecourse, draft.state.rawValue) }
            if desk.today < draft.maturesOn {
                throw refusal(.draftNotDue, "due \(draft.maturesOn)")
            }
            work.begin(draft.state, recourse: false)
            work.book(.draftRecourseEnded, draft.amount.minor)
        case .refuse(let line): try refuse(line, &work)
        case .withdraw:
            try mustBe(draft, .held)
            work.begin(.withdrawn, recourse: false)
            try work.reverse()
        case .takeBack: return try takeBack(file, work)
        }
        return try work.finish(file)
    }

    private func mustBe(_ draft: Draft, _ states: Draft.State...)
        throws(Refusal)
    {
        if !states.contains(draft.state) { throw refusal(.draftNotHeld, draft.state.rawValue) }
    }

    private func differs(_ money: Money, _ draft: Draft) -> Refusal {
        refusal(
            money.currency == draft.amount.currency ? .proceedsDiffer : .currenciesDiffer,
            "\(money), but the draft is of \(draft.amount)")
    }

    private func discount(
        _ id: Receipt.ID, _ rate: Int64?, _ recourse: Bool, _ work: inout DraftWork
    ) throws(Refusal) {
        let draft = work.draft
        let receipt = try work.turn(id, to: recourse ? .borrowings : .notesReceivable)
        if receipt.currency != draft.amount.currency || receipt.amount > draft.amount.minor {
            throw differs(receipt.money, draft)
        }
        let cost = draft.amount.minor - receipt.amount
        if let rate {
            let expected = draft.discount(from: receipt.valueDate, rate: rate)
            if abs(expected - cost) > 1 {
                let money = { Money(minor: $0, draft.amount.currency) }
                throw refusal(
                    .discountDiffers, "\(money(cost)) was kept, \(money(expected)) was agreed")
            }
        }
        work.book(recourse ? .draftDiscountWithRecourse : .draftDiscount, cost)
    }

    /// Its customer owes again what it had paid with it (P30), from the items' original due dates.
    private func refuse(_ line: BankLine?, _ work: inout DraftWork) throws(Refusal) {
        let draft = work.draft
        if draft.hasRecourse {
            guard let line, line.amount == -draft.amount.minor,
                line.currency == draft.amount.currency, line.kind != .bankCharge
            else { throw refusal(.lineDiffers, "the holder takes \(draft.amount) back") }
            if line.reversedOn != nil { throw refusal(.lineReversed, "\(line.id)") }
            work.begin(.refused, recourse: false)
            work.book(.draftRecourseEnded, draft.amount.minor)
            work.book(.draftTakenBack, draft.amount.minor)
        } else {
            try mustBe(draft, .held, .presented)
            if work.desk.today < draft.maturesOn {
                throw refusal(.draftNotDue, "due \(draft.maturesOn)")
            }
            work.begin(.refused, recourse: false)
        }
        try work.returnReceipt()
        work.draft.recourseUntil = work.desk.today.adding(months: 6)
        work.draft.acceptorUntil = draft.maturesOn.adding(months: 24)
    }

    private func takeBack(_ file: CaseFile, _ work: DraftWork) throws(Refusal) -> [Event] {
        var work = work
        if work.draft.state == .split || work.draft.state == .withdrawn {
            throw refusal(.draftNotHeld, work.draft.state.rawValue)
        }
        guard let last = work.draft.steps.popLast() else {
            throw refusal(.nothingDone, work.draft.number)
        }
        try work.undo(last)
        return try work.finish(file)
    }
}
