import Ledger

/// R9: whole balances, what is past due, a statement's balance; the payer's own first, then the
/// group's. A group of one item is no balance: R8 has seen it.
extension AmountRules {
    func balance(_ kind: AmountRule.Kind, _ own: [Int]) -> Outcome? {
        let mine = own.filter { items.owner($0) == payer }
        if kind == .statement { return statement(mine) }
        let scopes =
            mine.count == own.count
            ? [(mine, "", "")]
            : [(mine, "", ""), (own, "group's ", "集团")]
        for (positions, en, zh) in scopes {
            var fits: [Outcome] = []
            for (group, name) in groups(kind, positions) where group.count > 1 {
                guard let lessDiscount = agrees(group) else { continue }
                let less = lessDiscount ? (" less discounts", "扣除折扣后") : ("", "")
                fits.append(
                    fit(
                        kind, group, lessDiscount: lessDiscount,
                        Evidence(
                            "equals \(en)\(name.en)\(less.0)", "等于\(zh)\(name.zh)\(less.1)")))
            }
            if fits.count == 1 { return fits[0] }
            if fits.count > 1 {
                return .stopped(
                    .severalCombinations,
                    Evidence(
                        "equals \(fits.count) groups of past due items",
                        "等于 \(fits.count) 组逾期项目"))
            }
        }
        return nil
    }

    /// The groups that a rule looks at, each with its name.
    private func groups(
        _ kind: AmountRule.Kind, _ positions: [Int]
    ) -> [([Int], Evidence)] {
        if kind == .clearAccount { return [(positions, Evidence("whole balance", "全部余额"))] }
        let late = positions.filter { items[$0].dueOn < receipt.valueDate }
        switch kind {
        case .clearPastDueByTerm:
            return split(late) {
                items[$0].dueOn - items[$0].issuedOn
            } name: {
                Evidence("all past due of \($0) days' terms", "账期 \($0) 天的逾期合计")
            }
        case .clearPastDueByMonth:
            return split(late) { position in
                let (year, month, _) = items[position].dueOn.civil
                return year * 100 + month
            } name: {
                let (year, month) = ($0 / 100, $0 % 100)
                return Evidence(
                    "all past due of \(year)-\(month < 10 ? "0" : "")\(month)",
                    "\(year) 年 \(month) 月到期的逾期合计")
            }
        default: return [(late, Evidence("all past due", "逾期合计"))]
        }
    }

    /// By a key, in its order. One group is what another rule has looked at.
    private func split(
        _ positions: [Int], by key: (Int) -> Int, name: (Int) -> Evidence
    ) -> [([Int], Evidence)] {
        var groups: [Int: [Int]] = [:]
        for position in positions { groups[key(position), default: []].append(position) }
        guard groups.count > 1 else { return [] }
        return groups.sorted { $0.key < $1.key }.map { ($0.value, name($0.key)) }
    }

    /// Whether the items sum to the amount: as they are, or less every discount still earned.
    private func agrees(_ positions: [Int]) -> Bool? {
        let sum = positions.reduce(Int128(0)) { $0 + Int128(items.rest[$1]) }
        if sum == Int128(receipt.amount) { return false }
        guard policy.balances.lessDiscounts, sum > Int128(receipt.amount) else { return nil }
        let discount = positions.reduce(Int128(0)) {
            $0 + Int128(items.earnedDiscount($1, receipt.valueDate, policy))
        }
        return discount != 0 && sum - discount == Int128(receipt.amount) ? true : nil
    }

    /// All that was issued up to some day.
    private func statement(_ own: [Int]) -> Outcome? {
        let ordered = own.sorted {
            (items[$0].issuedOn, items[$0].id) < (items[$1].issuedOn, items[$1].id)
        }
        var sum = Int128(0)
        var fits: [Int] = []
        for (place, position) in ordered.enumerated() {
            sum += Int128(items.rest[position])
            let isDayDone =
                place + 1 == ordered.count
                || items[ordered[place + 1]].issuedOn != items[position].issuedOn
            if isDayDone, place > 1, sum == Int128(receipt.amount) { fits.append(place) }
        }
        guard fits.count == 1, let last = fits.first else { return nil }
        let day = items[ordered[last]].issuedOn
        return fit(
            .statement, Array(ordered[...last]),
            Evidence("equals all issued until \(day)", "等于截至 \(day) 的全部项目"))
    }

    /// R13: exactly one promise or instalment of the payer, about its day; or several that mean the
    /// same items.
    func promise(_ own: [Int]) -> Outcome? {
        let kept = promises.filter {
            $0.amount == receipt.amount && $0.currency == receipt.currency
                && abs($0.dueOn - receipt.valueDate) <= policy.promiseDays
        }
        guard let first = kept.min(by: { ($0.dueOn, $0.items.count) < ($1.dueOn, $1.items.count) })
        else { return nil }
        if kept.contains(where: { Set($0.items) != Set(first.items) }) {
            return .stopped(
                .severalCombinations,
                Evidence(
                    "\(kept.count) promises of this amount", "\(kept.count) 个承诺金额相同"))
        }
        let meant = Set(first.items)
        let positions = own.filter {
            items.rest[$0] > 0 && (meant.isEmpty || meant.contains(items[$0].id))
                && (!items[$0].flags.contains(.disputed) || meant.contains(items[$0].id))
        }
        let what = first.isInstalment ? ("an instalment", "分期款") : ("a promise", "付款承诺")
        let fit = oldest(
            positions, .promise,
            Evidence("\(what.0) of \(first.dueOn) has this amount", "与 \(first.dueOn) 的\(what.1)相符")
        )
        // A promise for items that no longer owe so much was kept otherwise.
        return fit.lines.isEmpty || fit.unapplied > 0 ? nil : .fits(fit)
    }
}
