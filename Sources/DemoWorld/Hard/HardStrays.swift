import Ledger

/// Money that pays no item, or the same again.
extension HardPaying {
    /// A third of some larger invoices is paid before they are issued, on a proforma or a contract.
    mutating func advance(_ place: Int) {
        let payer = payers[place]
        let customer = customers[payer.lead]
        guard payer.kind == .itself else { return }
        for item in held(by: place) {
            let document = documents[item]
            guard document.kind == .invoice, document.pays != nil, !document.takesDiscount,
                document.gross > customer.size, dice.chance(50)
            else { continue }
            let calendar = customer.house.workingDays
            let day = calendar.onOrAfter(document.issued.adding(-dice.int(6...20)))
            guard day >= Billing.opened, day < document.issued else { continue }
            let amount = document.gross * Int64(dice.pick([20, 30, 30, 50])) / 100
            advances[item] = amount
            let contract =
                customer.country == "CN" || dice.chance(300)
                ? document.contract : "PI" + dice.digits(5)
            var receipt = plain(payer, customer, day, amount)
            receipt.text = Wording(customer).advance(
                contract.isEmpty ? document.purchaseOrder : contract, &dice)
            receipt.trouble = .prepayment
            receipt.parts = [
                Receipt.Part(customer: payer.lead, amount: amount, expected: .onAccount)
            ]
            keep(receipt)
        }
    }

    private func plain(_ payer: Payer, _ customer: Customer, _ day: Day, _ amount: Int64) -> Receipt
    {
        Receipt(
            till: customer.till, bookedOn: day, valueDate: day, amount: amount,
            payer: payer.names[0].name, payerAccount: payer.account, payerBank: payer.bank,
            text: "", bearer: customer.isWire ? "SHAR" : nil, trouble: .clear, parts: [])
    }

    /// Some come again by mistake: in the same file, some days later, to our other account, or
    /// weeks later from an old list.
    mutating func again(_ receipt: Receipt) {
        guard receipt.trouble != .otherEntity, receipt.check == nil else { return }
        let calendar = receipt.till.house.workingDays
        let day = receipt.bookedOn
        let other: Till? = receipt.till == .dalianCNY ? .dalianSecond : nil
        let kind = dice.pick(weighted: [
            (0, 958), (1, 10), (2, 13), (3, other == nil ? 0 : 12), (4, 9),
        ])
        switch kind {
        case 1: copy(receipt, day, receipt.till, .paidTwice)
        case 2:
            let later = calendar.onOrAfter(day.adding(dice.int(1...5)))
            copy(receipt, later, receipt.till, .paidTwice)
        case 3:
            let later = calendar.onOrAfter(day.adding(dice.int(0...2)))
            copy(receipt, later, other ?? receipt.till, .paidTwiceElsewhere)
        case 4:
            let later = calendar.onOrAfter(day.adding(dice.int(18...45)))
            copy(receipt, later, receipt.till, .closedInvoice)
        default: break
        }
    }

    private mutating func copy(_ receipt: Receipt, _ day: Day, _ till: Till, _ trouble: Trouble) {
        guard day <= bankDay else { return }
        var copy = Receipt(
            till: till, bookedOn: day, valueDate: day, amount: receipt.amount,
            payer: receipt.payer, payerAccount: receipt.payerAccount, payerBank: receipt.payerBank,
            text: receipt.text, creditorReference: receipt.creditorReference,
            endToEndId: receipt.endToEndId == nil ? nil : dice.digits(10), bearer: receipt.bearer,
            trouble: trouble, also: [receipt.trouble] + receipt.also,
            parts: [
                Receipt.Part(
                    customer: receipt.parts.first?.customer, amount: receipt.amount,
                    expected: .exception)
            ])
        copy.repeats = receipts.count - 1
        copy.sender = receipt.sender
        keep(copy)
    }

    /// Payers never seen, and money that is not for us, on every account.
    mutating func strays() {
        for till in Till.allCases {
            for day in till.house.workingDays.days(Billing.opened, bankDay) {
                if dice.chance(60) { stray(till, day, isOurs: true) }
                if dice.chance(50) { stray(till, day, isOurs: false) }
            }
        }
    }

    private mutating func stray(_ till: Till, _ day: Day, isOurs: Bool) {
        let isChinese = till == .dalianCNY || till == .dalianSecond
        let country = isChinese ? "CN" : till == .hamburgEUR ? "DE" : dice.pick(["US", "AE", "IN"])
        let sample = Customer(
            house: till.house, country: isChinese ? "CN" : country, currency: till.currency)
        var payer: (String, String, String)
        repeat {
            payer =
                isChinese
                ? Strays.chinese(&dice) : Strays.unknown(till, from: country, &dice)
        } while names.contains(payer.0)
        var text = Wording(sample).nothing(&dice)
        if !isOurs { (payer.0, text) = Wording(sample).notOurs(&dice) }
        if till == .ohio { payer.2 = "1" + dice.digits(9) }
        let amount = Int64(dice.int(9_000...3_900_000))
        keep(
            Receipt(
                till: till, bookedOn: day, valueDate: day, amount: amount, payer: payer.0,
                payerAccount: payer.1, payerBank: payer.2, text: text,
                bearer: sample.isWire ? "SHAR" : nil, trouble: isOurs ? .unknownPayer : .notOurs,
                parts: [Receipt.Part(amount: amount, expected: .unidentified)]))
    }
}
