import Ledger

/// What makes the money less or more than the items.
extension HardPayment {
    private enum Event {
        case none, rounding, short, part, retention, over, wrong, contra
    }

    mutating func changeAmounts(_ paying: inout HardPaying) {
        if purpose == .release { return }
        takeDiscounts(paying)
        keepAdvances(&paying)
        if parts.contains(where: { $0.residual != 0 }) { return charge(&paying.dice) }
        if ["IN", "BR"].contains(customer.country), purpose == .pay, paying.dice.chance(220) {
            return withhold(&paying.dice)
        }
        let words = Wording(customer)
        switch event(&paying.dice) {
        case .none: charge(&paying.dice)
        case .rounding: round(&paying.dice)
        case .short:
            let cut = keepBack(Int64(paying.dice.int(15...110)), "", &paying.dice)
            let reason = paying.dice.pick(["QTY_SHORT", "DAMAGE", "PRICE", "UNKNOWN"])
            blame(reason, .shortPayment)
            if reason != "UNKNOWN", paying.dice.chance(700) {
                text += words.short(cut, &paying.dice)
            }
        case .part:
            let percent = paying.dice.pick([30, 40, 50, 60, 70])
            _ = keepBack(Int64(1_000 - percent * 10), "PART", &paying.dice)
            blame("PART", .partPayment)
            if paying.dice.chance(600) { text += words.part(percent, &paying.dice) }
        case .retention:
            let percent = paying.dice.pick([3, 5, 5, 10])
            _ = keepBack(Int64(percent * 10), "RETENTION", &paying.dice)
            blame("RETENTION", .retention)
            text += words.retention(percent, &paying.dice)
        case .over:
            // Who pays more than is billed does not take a discount.
            for at in parts.indices where parts[at].discount != 0 {
                parts[at].amount += parts[at].discount
                parts[at].discount = 0
                troubles.removeAll { $0 == .cashDiscount }
            }
            let amount = parts.reduce(0) { $0 + $1.amount }
            let over = max(300, amount * Int64(paying.dice.int(5...90)) / 1_000)
            putOver(over, .overpayment)
        case .wrong: mistype(&paying.dice)
        case .contra:
            let cut = keepBack(Int64(paying.dice.int(40...300)), "NETTING", &paying.dice)
            blame("NETTING", .contra)
            text += words.contra(cut, &paying.dice)
        }
    }

    private func event(_ dice: inout Dice) -> Event {
        if purpose == .rest { return .none }
        let isProject = customer.country == "CN" || customer.house == .hamburg
        return dice.pick(weighted: [
            (.none, 820), (.rounding, 18), (.short, 34), (.part, parts.count < 3 ? 40 : 0),
            (.retention, isProject ? 34 : 0), (.over, 20), (.wrong, 18), (.contra, 16),
        ])
    }

    private var largest: Int {
        parts.indices.max { (parts[$0].amount, -$0) < (parts[$1].amount, -$1) } ?? 0
    }

    /// Keeps so many thousandths of the largest item, in whole units; says how much.
    private mutating func keepBack(
        _ permille: Int64, _ reason: String, _ dice: inout Dice
    ) -> String {
        let at = largest
        let cut = max(100, parts[at].amount * permille / 100_000 * 100)
        parts[at].amount -= cut
        parts[at].residual = cut
        parts[at].reason = reason
        return Decimals.text(cut, exponent: 2)
    }

    private mutating func blame(_ reason: String, _ trouble: Trouble) {
        for at in parts.indices where parts[at].residual != 0 { parts[at].reason = reason }
        troubles.append(trouble)
        expected = max(expected, .propose)
    }

    private mutating func takeDiscounts(_ paying: HardPaying) {
        for at in parts.indices {
            guard let item = parts[at].item else { continue }
            let document = paying.documents[item]
            guard document.takesDiscount, document.open == document.gross else { continue }
            parts[at].amount -= document.discount
            if day > document.discountUntil ?? day {
                parts[at].residual = document.discount
                parts[at].reason = "DISC_UNEARNED"
                troubles.append(.unearnedDiscount)
                expected = max(expected, .propose)
            } else {
                parts[at].discount = document.discount
                troubles.append(.cashDiscount)
            }
        }
    }

    private mutating func keepAdvances(_ paying: inout HardPaying) {
        for at in parts.indices {
            guard let item = parts[at].item, let paid = paying.advances[item],
                parts[at].amount > paid
            else { continue }
            paying.advances[item] = nil
            parts[at].amount -= paid
            parts[at].residual += paid
            parts[at].reason = "ADVANCE"
            troubles.append(.balanceAfterAdvance)
            expected = max(expected, .propose)
            text += Wording(customer).rest(paying.documents[item].contract, &paying.dice)
        }
    }

    private mutating func withhold(_ dice: inout Dice) {
        for at in parts.indices where parts[at].amount > 0 {
            parts[at].residual = parts[at].amount * (customer.country == "IN" ? 10 : 15) / 100
            parts[at].amount -= parts[at].residual
        }
        blame("WITHHOLD_TAX", .withholdingTax)
        text += Wording(customer).withheld(&dice)
    }

    private mutating func round(_ dice: inout Dice) {
        let at = largest
        let cents = parts[at].amount % 100
        let off = cents > 0 && dice.chance(700) ? cents : Int64(dice.int(1...9))
        parts[at].amount -= off
        parts[at].writeOff = off
        troubles.append(.rounding)
    }

    private mutating func putOver(_ over: Int64, _ trouble: Trouble) {
        parts.append(
            Receipt.Part(customer: parts[0].customer, amount: over, expected: .onAccount))
        troubles.append(trouble)
        expected = max(expected, .propose)
    }

    private mutating func mistype(_ dice: inout Dice) {
        let amount = parts.reduce(0) { $0 + $1.amount }
        let typed = Mistype.of(amount, &dice)
        if typed > amount { return putOver(typed - amount, .wrongAmount) }
        let (at, cut) = (largest, amount - typed)
        guard parts[at].amount > cut else { return }
        parts[at].amount -= cut
        parts[at].residual = cut
        blame("UNKNOWN", .wrongAmount)
    }

    /// What the banks on the way keep, by who bears it and how far it is. SHA loses something every
    /// other time; BEN always; OUR seldom, where a bank ignores it.
    private mutating func charge(_ dice: inout Dice) {
        guard customer.isWire else { return }
        bearer = dice.pick(weighted: [("SHAR", 52), ("DEBT", 33), ("CRED", 15)])
        let kept = bearer == "SHAR" ? 450 : bearer == "CRED" ? 1_000 : 60
        guard dice.chance(kept) else { return }
        let dollars =
            switch customer.country {
            case "US", "GB": dice.int(10...25)
            case "IN", "BR", "TR", "VN": dice.int(25...75)
            default: dice.int(8...38)
            }
        let charge = Int64(dollars * 100 + dice.pick([0, 0, 25, 50, 75]))
        let at = largest
        guard parts[at].amount > charge * 20 else { return }
        instructed = dice.chance(500) ? parts.reduce(0) { $0 + $1.amount } : nil
        parts[at].amount -= charge
        parts[at].bankCharge = charge
        troubles.append(.bankCharge)
        if charge > 5_000 { expected = max(expected, .propose) }
    }
}
