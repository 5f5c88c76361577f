import Ledger

/// What the steps of a collection do to receipts and items.
struct CollectionMoney {
    private var books: Books
    private let desk: Desk
    private let why: String
    private var events: [Event] = []
    private var bookings: [Booking] = []

    init(_ books: Books, _ desk: Desk, why: String) {
        self.books = books
        self.desk = desk
        self.why = why
    }

    /// The acceptance is a receipt that clears the item: Dr 1121; Cr 1122.
    mutating func note(_ collection: BankCollection) throws(Refusal) -> Receipt.ID? {
        var record = RecordReceipt(
            entity: collection.item.entity, amount: collection.amount, bookedOn: desk.today,
            valueDate: desk.today)
        record.asset = .notesReceivable
        record.source.bankReference = collection.number
        let made = try take(record)
        guard case .receiptRecorded(let receipt)? = made.first else { return nil }
        try apply(receipt.id, collection, charge: 0)
        return receipt.id
    }

    /// Dr 1002, Dr 6603B; Cr 1122.
    mutating func apply(_ receipt: Receipt, _ collection: BankCollection) throws(Refusal) {
        try apply(receipt.id, collection, charge: collection.charges)
    }

    private mutating func apply(
        _ receipt: Receipt.ID, _ collection: BankCollection, charge: Int64
    ) throws(Refusal) {
        var line = ApplyReceipt.Line(
            item: collection.item, cash: collection.amount.minor - charge)
        line.bankCharge = charge
        let reason = collection.kind == .letterOfCredit && charge > 0 ? "LC_DISCREP" : "collection"
        try take(
            ApplyReceipt(
                receipt: receipt, lines: [line], customer: collection.customer,
                basis: .hand("\(reason) \(collection.number)")))
    }

    /// The acceptance was paid: Dr 1002, Dr 6603B; Cr 1121.
    mutating func redeem(_ receipt: Receipt.ID, _ collection: BankCollection) throws(Refusal) {
        let turned = try TurnedElsewhere(receipt, to: .notesReceivable, books, desk, why: why)
        take(turned.event)
        bookings = redemption(turned.receipt, collection)
    }

    /// The charge, and what the rates of the two days differ by.
    private func redemption(_ receipt: Receipt, _ collection: BankCollection) -> [Booking] {
        guard let note = collection.acceptance.flatMap({ books.receipts[$0] }) else { return [] }
        let charge = share(of: note.functional, collection.charges, of: note.amount)
        let realised = note.functional - charge - receipt.functional
        return [
            (Booking.Kind.acceptanceCharge, collection.charges, charge),
            (Booking.Kind.draftAtOtherRate, 0, realised),
        ].filter { $0.2 != 0 }.map {
            Booking($0.0, $0.1, functional: $0.2, note.currency, note.rate)
        }
    }

    mutating func unpay(_ receipt: Receipt.ID, _ collection: BankCollection) throws(Refusal) {
        if collection.acceptance == nil {
            try take(UnapplyReceipt(receipt: receipt, why: why))
            return
        }
        if let receipt = books.receipts[receipt] {
            bookings = redemption(receipt, collection).map(\.mirrored)
        }
        try take(MoveReceipt(receipt: receipt, .bringBack(nil), why: why))
    }

    /// The drawee did not pay after all: the item is owed again.
    mutating func refuse(_ note: Receipt.ID) throws(Refusal) {
        guard let receipt = books.receipts[note] else { return }
        let out = try TakenOut(receipt, to: .notesReceivable, books, desk, why: why)
        for event in out.events { take(event) }
    }

    mutating func cancel(_ note: Receipt.ID) throws(Refusal) { try refuse(note) }

    /// Held again, but the item stays open for a person to clear with it.
    mutating func restore(_ note: Receipt.ID) throws(Refusal) {
        guard let receipt = books.receipts[note] else { return }
        let day = books.postingDay(max(receipt.postedOn, desk.today), receipt.entity)
        take(
            TakenOut.broughtBack(
                receipt, receipt.holdings.reversed.amount, from: .notesReceivable, on: day,
                why: why))
    }

    func finish(_ file: CaseFile, _ next: BankCollection) -> [Event] {
        let day = events.compactMap(\.postedOn).max() ?? desk.today
        return events + [.caseChanged(file.changed(to: .collection(next)), bookings, on: day)]
    }

    @discardableResult
    private mutating func take(_ command: some Command) throws(Refusal) -> [Event] {
        let made = try command.decide(on: books, at: desk)
        for event in made { take(event) }
        return made
    }

    private mutating func take(_ event: Event) {
        events.append(event)
        books.evolve(event)
    }
}

extension Day {
    /// Banking days, as far as weekends tell.
    func adding(weekdays count: Int) -> Day {
        var (day, left) = (self, count)
        while left > 0 {
            day = day.adding(1)
            if day.weekday < 6 { left -= 1 }
        }
        return day
    }
}
