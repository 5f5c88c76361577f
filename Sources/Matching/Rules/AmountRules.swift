import Ledger

/// What the amount alone says, for a payer that is known: one item (R8), the balance or all that is
/// past due (R9), the only combination (R10), or oldest first where that is agreed (R12).
struct AmountRules {
    enum Outcome {
        case fits(Rule, [Int], Evidence)
        case discounted(Int, Int64, Evidence)
        case oldestFirst([Proposal.Application], [Int], Evidence)
        case stopped(Stop)
    }

    let receipt: Remittance
    let payer: Int
    let items: OpenItems
    let book: PayerBook
    let policy: MatchingPolicy

    func outcome() -> Outcome {
        let group = Array(book.group(of: payer, on: receipt.valueDate).prefix(400))
        let open = group.flatMap { items.positions(of: $0).filter { items.isOpen($0) } }
        if open.isEmpty { return .stopped(.nothingOpen) }
        let own = open.filter { items.currency($0) == receipt.currency }
        if own.isEmpty { return .stopped(.currencyDiffers) }
        // What was issued later is looked at only where nothing owed that day fits: then it was
        // paid in advance.
        let owed = own.filter { items[$0].issuedOn <= receipt.valueDate }
        if owed.isEmpty || owed.count == own.count { return outcome(own) }
        let first = outcome(owed)
        if case .stopped(.nothingFits) = first { return outcome(own) }
        return first
    }

    private func outcome(_ own: [Int]) -> Outcome {
        let single = own.filter { items.rest[$0] == receipt.amount }
        if single.count > 1 { return .stopped(.severalCombinations) }
        if let only = single.first {
            return .fits(
                .singleAmount, [only],
                Evidence(
                    "only \(items[only].number) has this amount", "仅 \(items[only].number) 金额相符"))
        }
        if let discounted = discounted(own) { return discounted }
        if let whole = balance(own) { return whole }
        if book[payer]?.flags.contains(.oldestFirst) == true { return oldestFirst(own) }
        if let statement = statement(own.filter { items.owner($0) == payer }) { return statement }
        return subset(own)
    }

    /// R8 with the cash discount that only one item has earned.
    private func discounted(_ own: [Int]) -> Outcome? {
        let found = own.filter {
            let discount = items.earnedDiscount($0, receipt.valueDate, policy)
            return discount != 0 && items.rest[$0] - discount == receipt.amount
        }
        if found.count > 1 { return .stopped(.severalCombinations) }
        guard let only = found.first else { return nil }
        let discount = items.earnedDiscount(only, receipt.valueDate, policy)
        return .discounted(
            only, discount,
            Evidence(
                "only \(items[only].number) less its cash discount has this amount",
                "仅 \(items[only].number) 扣除现金折扣后金额相符"))
    }

    /// R9: the payer's own balance or past due, then the group's.
    private func balance(_ own: [Int]) -> Outcome? {
        let mine = own.filter { items.owner($0) == payer }
        for (positions, en, zh) in [(mine, "balance", "余额"), (own, "group's balance", "集团余额")]
        where positions.count > 1 {
            if sum(positions) == Int128(receipt.amount) {
                return .fits(.balance, positions, Evidence("equals the whole \(en)", "等于全部\(zh)"))
            }
            let late = positions.filter { items[$0].dueOn < receipt.valueDate }
            if late.count > 1, sum(late) == Int128(receipt.amount) {
                return .fits(.balance, late, Evidence("equals all past due", "等于逾期合计"))
            }
        }
        return nil
    }

    /// R9: the balance of a statement, all that was issued up to some day.
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
        return .fits(
            .balance, Array(ordered[...last]),
            Evidence("equals all issued until \(day)", "等于截至 \(day) 的全部项目"))
    }

    private func sum(_ positions: [Int]) -> Int128 {
        positions.reduce(0) { $0 + Int128(items.rest[$1]) }
    }

    private func subset(_ own: [Int]) -> Outcome {
        let found = Subset.find(
            own.map { items.rest[$0] }, target: receipt.amount, items: policy.subsetItems,
            combinations: policy.subsetCombinations)
        switch found {
        case .one(let places):
            return .fits(
                .uniqueSubset, places.map { own[$0] },
                Evidence(
                    "exactly one combination of \(own.count) open items", "\(own.count) 个未清项中唯一组合"))
        case .several: return .stopped(.severalCombinations)
        case .tooMany: return .stopped(.tooManyToSearch)
        case .none: return .stopped(.nothingFits)
        }
    }

    private func oldestFirst(_ own: [Int]) -> Outcome {
        let ordered = own.filter { items.rest[$0] > 0 && !items[$0].flags.contains(.disputed) }
            .sorted { (items[$0].dueOn, items[$0].id) < (items[$1].dueOn, items[$1].id) }
        var left = receipt.amount
        var lines: [Proposal.Application] = []
        var positions: [Int] = []
        for position in ordered where left > 0 {
            let part = min(left, items.rest[position])
            lines.append(Proposal.Application(item: items[position].id, amount: part))
            positions.append(position)
            left -= part
        }
        if lines.isEmpty { return .stopped(.nothingOpen) }
        return .oldestFirst(lines, positions, Evidence("oldest first, as agreed", "按约定先欠先还"))
    }
}
