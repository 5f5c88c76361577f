import Ledger

/// Nine months of invoices: those of 2026 all, those of 2025 only where they were open at the
/// year's end, when the books were opened.
struct Billing {
    static let opened = day(2026, 1, 1)

    private let customers: [Customer]
    private let until: Day
    private let payDay: Day
    private var dice: Dice
    /// Documents with the key by which they lie on one day, and the draft that a credit note
    /// corrects.
    private var drafts: [(document: Document, key: UInt64, precedes: Int?)] = []
    private var creditsOnPayDay = [House.dalian: 2, .hamburg: 2]

    /// Invoices issued to `until`; credit notes make sure of some netting on `payDay`.
    static func documents(
        of customers: [Customer], until: Day, payDay: Day, seed: UInt64
    ) -> [Document] {
        var billing = Billing(
            customers: customers, until: until, payDay: payDay, dice: Dice(seed, "billing"))
        return billing.make()
    }

    private init(customers: [Customer], until: Day, payDay: Day, dice: Dice) {
        self.customers = customers
        self.until = until
        self.payDay = payDay
        self.dice = dice
    }

    private mutating func make() -> [Document] {
        var month = day(2025, 10, 1)
        while month <= until {
            for at in customers.indices { bill(at, month) }
            month = month.lastOfMonth.adding(1)
        }
        return numbered()
    }

    private mutating func bill(_ at: Int, _ month: Day) {
        let customer = customers[at]
        let whole = customer.pace / 10
        let count = whole + (dice.int(0...9) < customer.pace % 10 ? 1 : 0)
        let calendar = customer.house.workingDays
        for _ in 0..<count {
            let issued = calendar.onOrAfter(month.adding(dice.int(0...27)))
            guard issued >= customer.since, issued <= until else { continue }
            let net = amount(customer)
            var invoice = document(at, .invoice, issued: issued, net: net)
            plan(&invoice, customer)
            guard invoice.pays.map({ $0 >= Self.opened }) ?? true else { continue }
            drafts.append((invoice, dice.next(), nil))
            correct(drafts.count - 1, customer)
        }
    }

    /// Mostly quantity times price; one in five is the standing order, of the same amount each
    /// time.
    private mutating func amount(_ customer: Customer) -> Int64 {
        if dice.chance(200) { return customer.size }
        let factor = Int64(dice.int(25...240))
        return max(10_000, customer.size * factor / 100 + Int64(dice.int(0...9_999)))
    }

    private mutating func document(
        _ at: Int, _ kind: Document.Kind, issued: Day, net: Int64
    ) -> Document {
        let customer = customers[at]
        let percent: Int64 =
            customer.currency == .cny ? 13 : customer.country == "DE" ? 19 : 0
        var document = Document(
            kind: kind, customer: at, house: customer.house, currency: customer.currency,
            issued: issued, due: kind == .creditNote ? issued : customer.terms.due(issued),
            net: net, tax: (net * percent + 50) / 100)
        document.open = kind == .creditNote ? -document.gross : document.gross
        let number = Int(document.issued.number) * 131 + dice.int(0...89_999)
        document.order = "SO" + padded(number % 1_000_000, 6)
        document.delivery = "DN" + padded(dice.int(100_000...999_999), 6)
        switch customer.country {
        case "CN":
            document.purchaseOrder = "CG2026" + dice.digits(5)
            document.contract = "SLJ-HT-26" + dice.digits(4)
        case "DE", "AT": document.purchaseOrder = "45" + dice.digits(8)
        default: document.purchaseOrder = "PO-" + dice.digits(6)
        }
        if kind == .invoice, customer.terms == .twoTen {
            document.discountUntil = issued.adding(10)
        }
        return document
    }

    /// When the customer will pay: due day, habit, payment run, and the bank's next working day.
    private mutating func plan(_ invoice: inout Document, _ customer: Customer) {
        if dice.chance(22) { return }
        let habit = customer.habit
        var wish = invoice.due.adding(habit.late + dice.int(-habit.spread...habit.spread))
        if let until = invoice.discountUntil, habit.takesDiscount {
            invoice.takesDiscount = true
            wish = dice.chance(110) ? until.adding(dice.int(6...9)) : until.adding(-dice.int(0...3))
        }
        wish = max(wish, invoice.issued.adding(2))
        let calendar = customer.house.workingDays
        if invoice.takesDiscount {
            invoice.pays = calendar.onOrAfter(wish)
            if wish <= invoice.issued.adding(10), let pays = invoice.pays,
                pays > invoice.issued.adding(10)
            {
                invoice.pays = calendar.before(pays)
            }
            return
        }
        switch habit.rhythm {
        case .eachInvoice: break
        case .weekly(let weekday):
            while wish.weekday != weekday { wish = wish.adding(1) }
        case .twiceAMonth:
            let (year, month, date) = wish.civil
            wish =
                date <= 14
                ? day(year, month, 14)
                : date <= 28 ? day(year, month, 28) : wish.lastOfMonth.adding(14)
        }
        invoice.pays = calendar.onOrAfter(wish)
    }

    /// Now and then a credit note for goods returned or a price agreed, or a debit note for
    /// freight.
    private mutating func correct(_ at: Int, _ customer: Customer) {
        let invoice = drafts[at].document
        guard let pays = invoice.pays, !invoice.takesDiscount else { return }
        let calendar = customer.house.workingDays
        let wanted = pays == payDay && creditsOnPayDay[customer.house, default: 0] > 0
        if pays - invoice.issued > 12, wanted || dice.chance(22) {
            let issued = calendar.onOrAfter(invoice.issued.adding(dice.int(3...6)))
            let share = Int64(dice.int(3...18))
            let note = document(
                invoice.customer, .creditNote, issued: issued, net: invoice.net * share / 100)
            guard issued <= until, issued < pays else { return }
            if wanted { creditsOnPayDay[customer.house, default: 0] -= 1 }
            drafts.append((note, dice.next(), at))
        } else if dice.chance(9) {
            let issued = calendar.onOrAfter(invoice.issued.adding(dice.int(2...5)))
            guard issued <= until else { return }
            var note = document(
                invoice.customer, .debitNote, issued: issued,
                net: max(5_000, invoice.net * Int64(dice.int(5...25)) / 1_000))
            plan(&note, customer)
            guard note.pays.map({ $0 >= Self.opened }) ?? true else { return }
            drafts.append((note, dice.next(), at))
        }
    }

    /// In the order of issue, numbered: without a gap in 2026; with the gaps of what was paid
    /// before in 2025.
    private mutating func numbered() -> [Document] {
        let order = drafts.indices.sorted {
            (drafts[$0].document.issued, drafts[$0].key)
                < (drafts[$1].document.issued, drafts[$1].key)
        }
        var place = [Int](repeating: 0, count: drafts.count)
        for (new, old) in order.enumerated() { place[old] = new }
        var counts: [House: [Int: Int]] = [
            .dalian: [2025: 5_940, 2026: 0], .hamburg: [2025: 3_105, 2026: 0],
            .ohio: [2025: 4_216, 2026: 0],
        ]
        return order.map { old in
            var document = drafts[old].document
            let year = document.issued.civil.year
            let step = year == 2026 ? 1 : dice.int(1...4)
            let count = (counts[document.house]?[year] ?? 0) + step
            counts[document.house]?[year] = count
            document.number = document.house.invoiceNumber(count, year: year)
            if document.house == .hamburg {
                document.reference = CheckDigits.creditorReference(document.number)
            }
            document.precedes = drafts[old].precedes.map { place[$0] }
            return document
        }
    }
}
