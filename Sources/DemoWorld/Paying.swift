import Ledger

/// The customers pay: day by day, each by its habit, with the troubles of real life.
///
/// What is true of each receipt is written down when the payer acts, so it needs no matching to be
/// known.
struct Paying {
    let customers: [Customer]
    let bankDay: Day
    var documents: [Document]
    var receipts: [Receipt] = []
    var dice: Dice
    /// Documents of each payer, in the order of issue.
    private var held: [[Int]]
    /// Troubles that the last bank day shall show, whatever chance says.
    var wanted: [House: [Trouble]]
    /// Every name that belongs to a customer; strangers have others.
    private let known: Set<String>
    private var twiceWanted: Set<House> = [.dalian, .hamburg]

    static func receipts(
        for documents: [Document], of customers: [Customer], until bankDay: Day, seed: UInt64
    ) -> (receipts: [Receipt], documents: [Document]) {
        var paying = Paying(customers, documents, bankDay, Dice(seed, "paying"))
        paying.run()
        paying.strays()
        return (paying.receipts, paying.documents)
    }

    private init(_ customers: [Customer], _ documents: [Document], _ bankDay: Day, _ dice: Dice) {
        self.customers = customers
        self.documents = documents
        self.bankDay = bankDay
        self.dice = dice
        wanted = [
            .dalian: [.misreadNumber, .wrongNumber, .overpayment, .shortPayment],
            .hamburg: [.rounding, .partPayment, .thirdParty, .overpayment, .wrongNumber],
        ]
        known = Set(
            customers.flatMap {
                [$0.wireName, $0.name.wired, $0.local ?? $0.name] + $0.aliases.map(\.wired)
            })
        held = Array(repeating: [], count: customers.count)
        for (at, document) in documents.enumerated() {
            let customer = customers[document.customer]
            held[customer.paidByParent ? customer.parent ?? document.customer : document.customer]
                .append(at)
        }
    }

    /// A payer made by `make` whose name is no customer's.
    mutating func stranger(
        _ make: (inout Dice) -> (String, String, String)
    ) -> (String, String, String) {
        var payer = make(&dice)
        while known.contains(payer.0) { payer = make(&dice) }
        return payer
    }

    private mutating func run() {
        for payer in customers.indices {
            var agenda = held[payer].compactMap { at in documents[at].pays.map { ($0, at) } }
            while let day = agenda.lazy.map(\.0).min(), day <= bankDay {
                let due = agenda.filter { $0.0 == day && documents[$0.1].open > 0 }.map(\.1)
                agenda.removeAll { $0.0 == day }
                for paid in runs(of: due, by: payer) {
                    pay(paid, by: payer, on: day)
                    // The rest of an instalment follows some weeks later.
                    for at in paid where documents[at].open > 0 && dice.chance(600) {
                        let calendar = customers[payer].house.workingDays
                        agenda.append((calendar.onOrAfter(day.adding(dice.int(14...35))), at))
                    }
                }
            }
        }
    }

    /// One payment for each invoice, or one a payment run, of at most nine.
    private func runs(of due: [Int], by payer: Int) -> [[Int]] {
        if due.isEmpty { return [] }
        if case .eachInvoice = customers[payer].habit.rhythm { return due.map { [$0] } }
        return stride(from: 0, to: due.count, by: 9).map { Array(due[$0..<min($0 + 9, due.count)]) }
    }

    /// What a payer owes on a day, credit notes included.
    func owed(by payer: Int, on day: Day) -> [Int] {
        held[payer].filter { documents[$0].open != 0 && documents[$0].issued <= day }
    }

    private mutating func pay(_ due: [Int], by payer: Int, on day: Day) {
        let customer = customers[payer]
        var items = due.filter { documents[$0].open > 0 }
        guard !items.isEmpty else { return }
        if customer.habit.citing == .balance {
            let all = owed(by: payer, on: day.adding(-3))
            if all.count <= 20, all.reduce(0, { $0 + documents[$1].open }) > 0 { items = all }
        } else {
            let sum = items.reduce(0) { $0 + documents[$1].open }
            if let note = owed(by: payer, on: day.adding(-2))
                .first(where: { documents[$0].open < 0 && -documents[$0].open < sum / 2 })
            {
                items.append(note)
            }
        }
        var payment = Payment(items: items, payer: payer, on: day, in: self)
        payment.chooseTrouble(&self)
        var receipt = payment.receipt(&self)
        if customer.isWire, receipt.bearer == nil {
            receipt.bearer = dice.pick(weighted: [("SHAR", 65), ("DEBT", 35)])
        }
        for part in receipt.parts {
            guard let item = part.item else { continue }
            documents[item].open -= part.amount + part.discount + part.bankCharge + part.writeOff
        }
        receipts.append(receipt)
        again(receipt, customer)
    }

    /// Some payments come twice, by mistake: at once, or when an old list is paid again.
    private mutating func again(_ receipt: Receipt, _ customer: Customer) {
        guard receipt.trouble == .clear || receipt.trouble == .severalInvoices else { return }
        let calendar = customer.house.workingDays
        let day = receipt.bookedOn
        let forced = (1...4).contains(bankDay - day) && twiceWanted.contains(customer.house)
        if forced || dice.chance(13) {
            if forced { twiceWanted.remove(customer.house) }
            let later = forced ? bankDay : calendar.onOrAfter(day.adding(dice.int(1...4)))
            repeated(receipt, on: later, as: .paidTwice)
        } else if receipt.trouble == .clear, dice.chance(9) {
            repeated(
                receipt, on: calendar.onOrAfter(day.adding(dice.int(18...40))), as: .closedInvoice)
        }
    }

    private mutating func repeated(_ receipt: Receipt, on day: Day, as trouble: Trouble) {
        guard day <= bankDay else { return }
        let copy = Receipt(
            till: receipt.till, bookedOn: day, valueDate: day, amount: receipt.amount,
            payer: receipt.payer, payerAccount: receipt.payerAccount, payerBank: receipt.payerBank,
            text: receipt.text, creditorReference: receipt.creditorReference,
            endToEndId: receipt.endToEndId == nil ? nil : dice.digits(10),
            bearer: receipt.bearer, trouble: trouble,
            parts: [
                Receipt.Part(
                    customer: receipt.parts.first?.customer, amount: receipt.amount,
                    expected: .exception)
            ])
        receipts.append(copy)
    }
}
