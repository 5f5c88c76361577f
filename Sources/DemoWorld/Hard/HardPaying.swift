import Ledger

/// The customers of the hard world pay, payer by payer and day by day. What is true of a receipt is
/// written down when the payer acts; no rule of matching is asked.
struct HardPaying {
    let customers: [Customer]
    let payers: [Payer]
    let bankDay: Day
    let rates: Rates
    var documents: [Document]
    var receipts: [Receipt] = []
    var advices: [HardAdvice] = []
    var dice: Dice
    /// What was paid before the invoice, by document.
    var advances: [Int: Int64] = [:]
    /// Every name that belongs to a customer; strangers have others.
    let names: Set<String>
    /// Documents of each payer, in the order of issue.
    private var held: [[Int]]

    enum Purpose { case pay, rest, release }

    /// What is still to be paid and when.
    struct Plan {
        let day: Day
        let item: Int
        let purpose: Purpose
    }

    init(
        _ customers: [Customer], _ documents: [Document], rates: Rates, until bankDay: Day,
        seed: UInt64
    ) {
        dice = Dice(seed, "hard paying")
        self.customers = customers
        self.documents = documents
        self.rates = rates
        self.bankDay = bankDay
        payers = Payer.all(of: customers, &dice)
        names = Set(
            customers.flatMap {
                [$0.wireName, $0.name.wired, $0.local ?? ""] + $0.aliases.map(\.wired)
            }
                + payers.flatMap { $0.names.map(\.name) })
        var payerOf = [Int](repeating: 0, count: customers.count)
        for (at, payer) in payers.enumerated() {
            for customer in payer.customers { payerOf[customer] = at }
        }
        held = Array(repeating: [], count: payers.count)
        for (at, document) in documents.enumerated() { held[payerOf[document.customer]].append(at) }
    }

    mutating func run() {
        for payer in payers.indices {
            advance(payer)
            var agenda = held[payer].compactMap { at in
                documents[at].pays.map {
                    Plan(day: runDay($0, payers[payer]), item: at, purpose: .pay)
                }
            }
            while let day = agenda.lazy.map(\.day).min(), day <= bankDay {
                let due = agenda.filter { $0.day == day && documents[$0.item].open > 0 }
                agenda.removeAll { $0.day == day }
                for plans in runs(of: due, by: payers[payer]) {
                    agenda += pay(plans, by: payer, on: day)
                }
            }
        }
        strays()
    }

    /// A head office pays twice a month, the others when they mean to.
    private func runDay(_ day: Day, _ payer: Payer) -> Day {
        guard payer.kind == .headOffice || payer.kind == .factor else { return day }
        let date = day.civil.day
        let wish =
            date <= 10
            ? day.firstOfMonth.adding(9)
            : date <= 25 ? day.firstOfMonth.adding(24) : day.lastOfMonth.adding(10)
        return customers[payer.lead].house.workingDays.onOrAfter(wish)
    }

    private func runs(of due: [Plan], by payer: Payer) -> [[Plan]] {
        let special = due.filter { $0.purpose != .pay }
        let plain = due.filter { $0.purpose == .pay }
        if plain.isEmpty { return special.map { [$0] } }
        let isSingle = payer.customers.count == 1
        if isSingle, case .eachInvoice = customers[payer.lead].habit.rhythm {
            return due.map { [$0] }
        }
        let most = payer.kind == .headOffice || payer.kind == .factor ? 80 : 9
        return special.map { [$0] }
            + stride(from: 0, to: plain.count, by: most).map {
                Array(plain[$0..<min($0 + most, plain.count)])
            }
    }

    func held(by payer: Int) -> [Int] { held[payer] }

    /// What a payer owes on a day, credit notes included.
    func owed(by payer: Int, on day: Day) -> [Int] {
        held[payer].filter { documents[$0].open != 0 && documents[$0].issued <= day }
    }

    /// One payment; what of it will follow later.
    private mutating func pay(_ plans: [Plan], by payer: Int, on day: Day) -> [Plan] {
        var payment = HardPayment(plans, payer, day, in: self, &dice)
        payment.choose(&self)
        payment.write(self, &dice)
        payment.changeAmounts(&self)
        payment.judge(self)
        guard let receipt = payment.receipt(&self) else { return [] }
        for part in receipt.parts {
            if let item = part.item { documents[item].open -= part.used }
        }
        keep(receipt)
        if payment.isAdvised {
            advices.append(HardAdvice(of: receipt, documents, customers[payers[payer].lead], &dice))
        }
        again(receipt)
        return later(receipt, day, customers[payers[payer].lead].house.workingDays)
    }

    mutating func keep(_ receipt: Receipt) {
        var receipt = receipt
        receipt.place = receipts.count
        receipts.append(receipt)
    }

    private mutating func later(_ receipt: Receipt, _ day: Day, _ calendar: WorkingDays) -> [Plan] {
        receipt.parts.compactMap { part in
            guard let item = part.item else { return nil }
            switch part.reason {
            case "PART" where dice.chance(750):
                let next = calendar.onOrAfter(day.adding(dice.int(10...35)))
                return Plan(day: next, item: item, purpose: .rest)
            case "RETENTION" where dice.chance(700):
                let next = calendar.onOrAfter(day.adding(dice.int(50...90)))
                return Plan(day: next, item: item, purpose: .release)
            default: return nil
            }
        }
    }
}
