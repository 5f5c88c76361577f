import Ledger

/// One step of a draft at work: the draft as it becomes, what it books, what it does to receipts,
/// and how much of its acceptor's limit it takes.
struct DraftWork {
    var draft: Draft
    let desk: Desk
    private let why: String
    private let before: Draft
    private var books: Books
    private var events: [Event] = []
    private var bookings: [Booking] = []
    private var step: Draft.Step?
    private var proceeds: Receipt?

    init(_ draft: Draft, _ books: Books, _ desk: Desk, why: String) {
        self.draft = draft
        before = draft
        self.books = books
        self.desk = desk
        self.why = why
    }

    mutating func begin(_ state: Draft.State, recourse: Bool) {
        step = Draft.Step(from: draft.state, hadRecourse: draft.hasRecourse)
        draft.state = state
        draft.hasRecourse = recourse
    }

    private var source: Receipt? { books.receipts[draft.receipt] }

    /// At the rate at which the draft came in.
    mutating func book(_ kind: Booking.Kind, _ amount: Int64) {
        guard amount != 0, let source else { return }
        bookings.append(
            Booking(
                kind, amount,
                functional: share(of: source.functional, amount, of: source.amount),
                source.currency, source.rate))
    }

    /// The bank's line of the proceeds is no customer's payment.
    mutating func turn(_ id: Receipt.ID, to outside: Account) throws(Refusal) -> Receipt {
        let turned = try TurnedElsewhere(id, to: outside, books, desk, why: why)
        take(turned.event)
        step?.proceeds = id
        proceeds = turned.receipt
        return turned.receipt
    }

    /// What the rates of the two days differ by is realised.
    mutating func settleRates(_ account: Account) {
        guard let source, let proceeds else { return }
        let carried = share(of: source.functional, proceeds.amount, of: source.amount)
        if carried == proceeds.functional { return }
        bookings.append(
            Booking(
                .draftAtOtherRate, 0, functional: carried - proceeds.functional, source.currency,
                source.rate))
    }

    /// The receipt it came in as never was; nothing of it may be used, by no part of the draft.
    mutating func reverse() throws(Refusal) {
        guard let source, source.amount == draft.amount.minor else {
            throw Refusal(code: "receipt-in-use", "other parts of \(draft.number)")
        }
        let back = MoveReceipt(receipt: source.id, .reverse, why: why)
        for event in try back.decide(on: books, at: desk) { take(event) }
    }

    /// What it had paid is owed again.
    mutating func returnReceipt() throws(Refusal) {
        guard let source else { throw Refusal(code: "receipt-not-found", "\(draft.receipt)") }
        let out = try TakenOut(
            source, draft.amount.minor, to: .notesReceivable, books, desk, why: why)
        for event in out.events { take(event) }
        step?.returned = draft.amount.minor
    }

    /// Exactly what `last` did, the other way.
    mutating func undo(_ last: Draft.Step) throws(Refusal) {
        if let id = last.proceeds {
            let back = MoveReceipt(receipt: id, .bringBack(nil), why: why)
            for event in try back.decide(on: books, at: desk) { take(event) }
        }
        if last.returned > 0, let source {
            let day = books.postingDay(max(source.postedOn, desk.today), source.entity)
            take(
                TakenOut.broughtBack(
                    source, last.returned, from: .notesReceivable, on: day, why: why))
        }
        bookings = last.bookings.map(\.mirrored)
        draft.state = last.from
        draft.hasRecourse = last.hadRecourse
        if draft.state != .refused { (draft.recourseUntil, draft.acceptorUntil) = (nil, nil) }
        if draft.state == .held || draft.state == .presented { draft.passedTo = nil }
    }

    mutating func finish(_ file: CaseFile) throws(Refusal) -> [Event] {
        if var step {
            step.bookings = bookings
            draft.steps.append(step)
        }
        let day = books.postingDay(max(file.openedOn, desk.today), file.entity)
        take(.caseChanged(file.changed(to: .draft(draft)), bookings, on: day))
        let change = draft.exposure - before.exposure
        if change != 0, let (risk, acceptor) = books.acceptor(draft.acceptor, of: file.entity) {
            var next = acceptor
            next.exposure += change
            if change > 0, next.exposure > next.limit.minor {
                throw Refusal(
                    code: "acceptor-limit-exceeded", "\(draft.amount) of \(acceptor.limit)")
            }
            take(.caseChanged(risk.changed(to: .acceptor(next)), [], on: desk.today))
        }
        return events
    }

    private mutating func take(_ event: Event) {
        events.append(event)
        books.evolve(event)
    }
}

extension Draft {
    /// What we still have at stake with its acceptor.
    var exposure: Int64 {
        switch state {
        case .held, .presented, .refused: amount.minor
        case .endorsed, .discounted: hasRecourse ? amount.minor : 0
        case .collected, .split, .withdrawn: 0
        }
    }
}
