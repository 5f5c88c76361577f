import Ledger

/// One payment while it is being made: which items, by whom, and the trouble in it.
struct Payment {
    private let items: [Int]
    private let payer: Int
    private let day: Day
    private let customer: Customer
    private var trouble = Trouble.clear
    private var late = false

    init(items: [Int], payer: Int, on day: Day, in paying: Paying) {
        self.items = items
        self.payer = payer
        self.day = day
        customer = paying.customers[payer]
    }

    private func invoices(_ paying: Paying) -> [Int] {
        items.filter { paying.documents[$0].open > 0 }
    }

    private func notes(_ paying: Paying) -> [Int] {
        items.filter { paying.documents[$0].open < 0 }
    }

    mutating func chooseTrouble(_ paying: inout Paying) {
        let invoices = invoices(paying)
        let several = invoices.count > 1
        let discounts = invoices.filter { discount($0, paying) > 0 }
        late = discounts.contains { day > paying.documents[$0].discountUntil ?? day }
        switch customer.habit.citing {
        case .balance: trouble = items.count > 1 ? .balance : .noReference
        case .full: trouble = several ? .severalInvoices : .clear
        case .tail: trouble = .shortReference
        case .nothing, .advice: trouble = several ? .severalWithoutReference : .noReference
        case .order: trouble = several ? .severalInvoices : .orderReference
        }
        if trouble == .balance { return }
        let named = trouble == .clear || trouble == .severalInvoices
        if !notes(paying).isEmpty {
            trouble = .creditNoteNetted
        } else if !discounts.isEmpty {
            trouble = late ? .unearnedDiscount : .cashDiscount
        } else if items.contains(where: { paying.documents[$0].customer != payer }) {
            trouble = named ? .parentPays : trouble
        } else if named, customer.isWire, customer.wireName == customer.pinyin {
            trouble = .pinyinName
        } else if named, customer.habit.chargesTaken, paying.dice.chance(850) {
            trouble = .bankCharge
        } else if trouble == .clear {
            trouble = event(&paying)
        }
    }

    /// What goes wrong now and then with anybody.
    private func event(_ paying: inout Paying) -> Trouble {
        if day == paying.bankDay, let next = paying.wanted[customer.house]?.popLast() {
            return next
        }
        return paying.dice.pick(weighted: [
            (.clear, 870), (.rounding, 20), (.shortPayment, 22), (.partPayment, 15),
            (.overpayment, 18), (.wrongNumber, 18), (.thirdParty, 18), (.misreadNumber, 19),
        ])
    }

    private func discount(_ item: Int, _ paying: Paying) -> Int64 {
        let document = paying.documents[item]
        return document.takesDiscount && document.open == document.gross ? document.discount : 0
    }

    mutating func receipt(_ paying: inout Paying) -> Receipt {
        let words = PaymentText(
            customer: customer, items: items, trouble: trouble, day: day,
            documents: paying.documents,
            owed: paying.owed(by: payer, on: day))
        var parts = items.map { item in
            let off = discount(item, paying)
            return Receipt.Part(
                customer: paying.documents[item].customer, item: item,
                amount: paying.documents[item].open - off, discount: off, expected: .apply)
        }
        var receipt = Receipt(
            till: customer.till, bookedOn: day, valueDate: day, amount: 0,
            payer: customer.wireName, payerAccount: customer.account, payerBank: customer.bank,
            text: "", trouble: trouble, parts: [])
        receipt.endToEndId = paying.dice.chance(550) ? paying.dice.digits(10) : nil
        var written = words.written(&paying.dice)
        var expected = written.expected
        switch trouble {
        case .clear where customer.habit.creditorReference:
            receipt.creditorReference = paying.documents[items[0]].reference
            written.text = ""
        case .unearnedDiscount: expected = .propose
        case .bankCharge: expected = takeCharge(&parts, &receipt, &paying.dice)
        case .rounding: roundOff(&parts, &paying.dice)
        case .shortPayment:
            let off = parts[0].amount * Int64(paying.dice.int(2...12)) / 10_000 * 100
            parts[0].amount -= max(100, off)
            let cut = Decimals.text(max(100, off), exponent: 2)
            written.text += words.words.short(cut, &paying.dice)
            expected = .propose
        case .partPayment:
            let percent = paying.dice.pick([30, 40, 50, 60])
            parts[0].amount = parts[0].amount * Int64(percent) / 100
            written.text += words.words.part(percent, &paying.dice)
            expected = .propose
        case .overpayment:
            let over = max(300, parts[0].amount * Int64(paying.dice.int(1...9)) / 100)
            parts.append(
                Receipt.Part(customer: parts[0].customer, amount: over, expected: .onAccount))
        case .wrongNumber:
            if let text = wrongNumber(&paying) {
                written.text = text
                expected = .propose
            } else {
                written.trouble = .clear
            }
        case .thirdParty:
            let agent = paying.stranger { Strays.agent(for: customer, &$0) }
            (receipt.payer, receipt.payerAccount, receipt.payerBank) = agent
            expected = .propose
        default: break
        }
        if !customer.isKnownPayer, expected == .apply { expected = .propose }
        for at in parts.indices where parts[at].item != nil { parts[at].expected = expected }
        receipt.parts = parts
        receipt.amount = parts.reduce(0) { $0 + $1.amount }
        receipt.text = written.text
        receipt.trouble = written.trouble
        return receipt
    }

    /// Banks between keep 8 to 45 dollars, seldom more than anybody would let pass.
    private func takeCharge(
        _ parts: inout [Receipt.Part], _ receipt: inout Receipt, _ dice: inout Dice
    ) -> Expected {
        let large = dice.chance(70)
        let charge = Int64(large ? dice.int(130...190) : dice.int(16...90)) * 50
        let instructed = parts.reduce(0) { $0 + $1.amount }
        // On the largest, as every remainder (domain.md §0.1).
        let at = parts.indices.max { (parts[$0].amount, -$0) < (parts[$1].amount, -$1) } ?? 0
        parts[at].amount -= charge
        parts[at].bankCharge = charge
        receipt.bearer = dice.chance(700) ? "SHAR" : "CRED"
        if dice.chance(600) { receipt.instructed = instructed }
        return large ? .propose : .apply
    }

    /// Rounded to whole units, or a cent or two out.
    private func roundOff(_ parts: inout [Receipt.Part], _ dice: inout Dice) {
        let cents = parts[0].amount % 100
        let off = cents > 0 && dice.chance(700) ? cents : Int64(dice.int(1...9))
        parts[0].amount -= off
        parts[0].writeOff = off
    }

    /// A number one digit away from the right one, which is another customer's invoice.
    private func wrongNumber(_ paying: inout Paying) -> String? {
        let document = paying.documents[items[0]]
        let others = paying.documents.indices.filter {
            let other = paying.documents[$0]
            return other.house == document.house && other.customer != document.customer
                && other.issued <= day && other.gross != document.gross
                && zip(other.number.utf8, document.number.utf8).count(where: { $0 != $1 }) == 1
        }
        guard !others.isEmpty else { return nil }
        let number = paying.documents[paying.dice.pick(others)].number
        return Wording(customer).invoice(number, PaymentText.dated(document.issued), &paying.dice)
    }
}
