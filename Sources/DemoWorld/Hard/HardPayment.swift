import Ledger

/// One payment of the hard world while it is being made.
struct HardPayment {
    let plans: [HardPaying.Plan]
    let payer: Payer
    let place: Int
    let day: Day
    let customer: Customer
    var items: [Int]
    var asks: Citing
    var parts: [Receipt.Part] = []
    var troubles: [Trouble] = []
    var expected = Expected.apply
    var text = ""
    var reference: String?
    var isAdvised = false
    private var isNamed = true
    var bearer: String?
    var instructed: Int64?
    private var owed: [Int] = []
    private var isKnown = true
    private var till: Till
    private var name = ""
    private var account = ""

    init(
        _ plans: [HardPaying.Plan], _ place: Int, _ day: Day, in paying: HardPaying,
        _ dice: inout Dice
    ) {
        self.plans = plans
        self.place = place
        self.day = day
        payer = paying.payers[place]
        customer = paying.customers[payer.lead]
        till = customer.till
        items = plans.map(\.item)
        asks = dice.chance(600) ? payer.style : .drawn(&dice)
        if payer.kind == .headOffice || payer.kind == .factor, items.count > 2 {
            asks = dice.chance(850) ? .advice : .lostAdvice
        }
    }

    var purpose: HardPaying.Purpose { plans[0].purpose }

    /// Which items, by whom it seems, and from where.
    mutating func choose(_ paying: inout HardPaying) {
        owed = paying.owed(by: place, on: day)
        if purpose == .pay { addNotes(&paying) }
        items.sort { paying.documents[$0].number < paying.documents[$1].number }
        parts = items.map { item in
            Receipt.Part(
                customer: paying.documents[item].customer, item: item,
                amount: paying.documents[item].open, expected: .apply)
        }
        switch payer.kind {
        case .itself: break
        case .parent:
            if items.contains(where: { paying.documents[$0].customer != payer.lead }) {
                troubles.append(.parentPays)
            }
        case .agent: troubles.append(.agentPays)
        case .factor: troubles.append(.factorPays)
        case .headOffice: troubles.append(.headOfficePays)
        }
        let usual = payer.names[0].name
        let chosen = paying.dice.pick(weighted: payer.names.map { ($0, $0.weight) })
        name = chosen.name
        if let trouble = chosen.trouble { troubles.append(trouble) }
        account = payer.account
        if paying.dice.chance(90) {
            account = payer.otherAccount
            troubles.append(.newAccount)
        }
        let isListed = customer.accountListed && account == payer.account
        isKnown = payer.isKnown && (isListed && customer.house != .ohio || name == usual)
        if till == .dalianCNY, paying.dice.chance(80) { till = .dalianSecond }
    }

    private mutating func addNotes(_ paying: inout HardPaying) {
        let documents = paying.documents
        let open = { (at: Int) in documents[at].open }
        if asks == .balance {
            let all = paying.owed(by: place, on: day.adding(-2))
            if all.count <= 20, all.reduce(0, { $0 + open($1) }) > 0 {
                items = all
                return
            }
        }
        let sum = items.reduce(0) { $0 + open($1) }
        let notes = paying.owed(by: place, on: day.adding(-2)).filter {
            open($0) < 0 && -open($0) < sum / 3
        }
        if let note = notes.first, paying.dice.chance(750) {
            items.append(note)
            troubles.append(.creditNoteNetted)
        }
    }

    mutating func write(_ paying: HardPaying, _ dice: inout Dice) {
        let words = Wording(customer)
        let first = paying.documents[items[0]]
        if purpose == .release {
            text = words.released(first.number, first.contract, &dice)
            troubles.append(.retentionReleased)
            expected = .propose
            return
        }
        var written = HardText(
            words, items.map { paying.documents[$0] }, owed: owed.map { paying.documents[$0] }, asks
        )
        written.write(day, &dice)
        (text, reference, isAdvised) = (written.text, written.reference, written.isAdvised)
        (expected, isNamed) = (written.expected, written.isNamed)
        troubles += written.troubles
        if payer.kind == .agent || payer.kind == .factor, !text.isEmpty {
            text = words.onBehalf(PayerNames.cut(customer.wireName, 20), &dice) + text
        }
        if purpose == .rest {
            troubles.append(.partPayment)
            expected = max(expected, .propose)
        }
    }

    /// What could be known of it, all in all.
    mutating func judge(_ paying: HardPaying) {
        let open = owed.map { paying.documents[$0].open }
        let amount = parts.reduce(0) { $0 + $1.amount }
        if !isNamed {
            let isWhole = parts.allSatisfy { part in
                part.item.map { paying.documents[$0].open == part.amount } ?? false
            }
            expected = isWhole && isKnown && Knowable.isSettled(open, amount) ? .propose : .ask
            if parts.count == 1, open.count(where: { $0 == amount }) > 1 {
                troubles.append(.equalAmounts)
            }
        }
        if !isKnown { expected = max(expected, isNamed && !isAdvised ? .propose : expected) }
        for at in parts.indices where parts[at].item != nil { parts[at].expected = expected }
    }

    func receipt(_ paying: inout HardPaying) -> Receipt? {
        let amount = parts.reduce(0) { $0 + $1.amount }
        guard amount > 0 else { return nil }
        var receipt = Receipt(
            till: till, bookedOn: day, valueDate: day, amount: amount, payer: name,
            payerAccount: account, payerBank: payer.bank, text: text, trouble: .clear, parts: parts)
        if troubles.contains(.cutReference) { receipt.text = cut(text) }
        receipt.creditorReference = reference
        receipt.endToEndId = paying.dice.chance(500) ? paying.dice.digits(10) : nil
        (receipt.bearer, receipt.instructed) = (bearer, instructed)
        var all = troubles
        if payer.paysByCheck {
            all.append(.check)
            receipt.endToEndId = nil
            receipt.check = Receipt.Check(
                number: paying.dice.digits(5), writtenOn: day.adding(-paying.dice.int(2...9)),
                isKeyed: asks == .full && items.count < 40)
            if receipt.check?.isKeyed == true { receipt.text = keyed(paying) }
        }
        (receipt.trouble, receipt.also) = (all.first ?? .clear, Array(all.dropFirst()))
        elsewhere(&receipt, &paying)
        receipt.sender = payer.kind == .itself || payer.kind == .parent ? payer.lead : nil
        return receipt
    }

    /// What the channel has room for, whatever comes behind.
    private func cut(_ text: String) -> String {
        String(text.prefix(till == .ohio ? 72 : Wording.limit(customer.till) - 14))
    }

    /// As the bank's clerks key a stub: the number in ten columns, the cents in ten.
    private func keyed(_ paying: HardPaying) -> String {
        parts.filter { $0.item != nil && $0.amount > 0 }.map { part in
            let number = part.item.map { paying.documents[$0].number } ?? ""
            return number + String(repeating: " ", count: max(0, 10 - number.count))
                + padded(Int(part.amount), 10)
        }.joined(separator: "\n")
    }

    /// To the account of the sister house, whose item it is not; or in another currency.
    private func elsewhere(_ receipt: inout Receipt, _ paying: inout HardPaying) {
        if customer.isWire, paying.dice.chance(26) {
            receipt = Receipt(
                till: till == .dalianUSD ? .hamburgUSD : .dalianUSD, bookedOn: day,
                valueDate: day, amount: receipt.amount, payer: name, payerAccount: account,
                payerBank: payer.bank, text: text, endToEndId: receipt.endToEndId, bearer: bearer,
                trouble: .otherEntity, also: troubles,
                parts: [
                    Receipt.Part(
                        customer: payer.lead, amount: receipt.amount, expected: .exception)
                ])
        } else if till == .hamburgEUR, items.count == 1, paying.dice.chance(40),
            let dollars = paying.rates.dollars(forEuros: receipt.amount, day)
        {
            var part = receipt.parts[0]
            guard receipt.parts.count == 1, part.residual == 0 else { return }
            part.itemAmount = part.amount
            part.amount = dollars
            part.expected = max(part.expected, .propose)
            receipt = Receipt(
                till: .hamburgUSD, bookedOn: day, valueDate: day, amount: part.amount, payer: name,
                payerAccount: account, payerBank: payer.bank,
                text: text.isEmpty ? "" : text.wired, endToEndId: receipt.endToEndId,
                bearer: "SHAR", trouble: .thirdCurrency, also: troubles, parts: [part])
        }
    }
}
