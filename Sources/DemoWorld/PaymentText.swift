import Ledger

/// The words of one payment, and whether they point to its items and no others.
struct PaymentText {
    let customer: Customer
    let items: [Int]
    let trouble: Trouble
    let day: Day
    let documents: [Document]
    /// What the payer owes that day.
    let owed: [Int]

    var words: Wording { Wording(customer) }

    struct Written {
        var text: String
        var expected: Expected
        var trouble: Trouble
    }

    private var invoices: [Document] { items.map { documents[$0] }.filter { $0.open > 0 } }
    private var notes: [Document] { items.map { documents[$0] }.filter { $0.open < 0 } }

    func written(_ dice: inout Dice) -> Written {
        var written = body(&dice)
        if written.text.unicodeScalars.count > Wording.limit(customer.till) - 24, items.count > 3 {
            written = Written(
                text: words.advice(adviceDate, &dice), expected: .propose,
                trouble: written.trouble == .severalInvoices
                    ? .severalWithoutReference : written.trouble)
        }
        if trouble == .cashDiscount || trouble == .unearnedDiscount {
            written.text += words.discount(&dice)
        }
        return written
    }

    private func body(_ dice: inout Dice) -> Written {
        switch customer.habit.citing {
        case .balance where trouble == .balance:
            let month = documents[items[0]].issued.civil.month
            return Written(text: words.balance(month, &dice), expected: .propose, trouble: trouble)
        case .balance, .nothing:
            return Written(text: words.nothing(&dice), expected: .propose, trouble: trouble)
        case .advice:
            let text = words.advice(adviceDate, &dice)
            return Written(text: text, expected: .propose, trouble: trouble)
        case .order where trouble == .orderReference:
            let (order, contract) = (invoices[0].purchaseOrder, invoices[0].contract)
            let text = words.order(order, contract, &dice)
            return Written(text: text, expected: .apply, trouble: trouble)
        case .tail: return tails(&dice)
        case .full, .order: return numbers(&dice)
        }
    }

    private func numbers(_ dice: inout Dice) -> Written {
        let (all, notes) = (invoices, notes)
        var expected = Expected.apply
        var text: String
        if trouble == .misreadNumber {
            let cited = words.misread(all[0].number, &dice)
            text = words.invoice(cited, Self.dated(all[0].issued), &dice)
            expected = cited.hasPrefix("INV") ? .apply : .propose
            if cited.contains("O") || cited.dropFirst(3).contains("I") { expected = .propose }
        } else if all.count == 1 {
            let cited = words.whole(all[0].number, &dice)
            text = words.invoice(cited, Self.dated(all[0].issued), &dice)
        } else if all.count > 5 || dice.chance(250) {
            // The first in full, of the others the end.
            let ends = all.dropFirst().map { String($0.number.suffix(4)) }
            text = words.list(
                [all[0].number + "/" + ends.joined(separator: "/")], &dice)
            if !ends.allSatisfy({ isUnique($0) }) { expected = .propose }
        } else {
            text = words.list(all.map(\.number), &dice)
        }
        if !notes.isEmpty {
            if dice.chance(720) {
                for note in notes { text += words.credited(note.number, &dice) }
            } else {
                expected = .propose
            }
        }
        return Written(text: text, expected: expected, trouble: trouble)
    }

    private func tails(_ dice: inout Dice) -> Written {
        let ends = invoices.map { words.tail($0.number, &dice) }
        let text =
            ends.count == 1
            ? words.invoice(ends[0], Self.dated(invoices[0].issued), &dice)
            : words.list(ends, &dice)
        let sure = ends.allSatisfy { isUnique($0) } && notes.isEmpty
        return Written(text: text, expected: sure ? .apply : .propose, trouble: trouble)
    }

    /// Whether only one of the items that the payer owes ends so.
    private func isUnique(_ end: String) -> Bool {
        owed.count { documents[$0].number.filter(\.isNumber).hasSuffix(end) } == 1
    }

    /// The day as the advice is dated.
    private var adviceDate: String {
        let (_, month, date) = day.civil
        return words.language == "zh" ? "\(month)月\(date)日" : Self.dated(day)
    }

    static func dated(_ day: Day) -> String {
        let (year, month, date) = day.civil
        return padded(date, 2) + "." + padded(month, 2) + "." + padded(year % 100, 2)
    }
}
