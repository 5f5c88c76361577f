import Ledger

/// What the amount alone says, for a payer that is known: the rules of the policy in its order, the
/// first that fits counts (R8–R10, R12, R13).
struct AmountRules {
    enum Outcome {
        case fits(Fit)
        case stopped(Stop, Evidence?)
    }

    struct Fit {
        let kind: AmountRule.Kind
        var lines: [Proposal.Application]
        let positions: [Int]
        let evidence: Evidence
        /// Whether the proof is strong enough to be applied where the policy says so.
        var isSure = true
        var unapplied: Int64 = 0
    }

    let receipt: Remittance
    let payer: Int
    let items: OpenItems
    let book: PayerBook
    let policy: MatchingPolicy
    let promises: [Promise]
    let trail: Trail?
    /// Whether nothing surer was found before; for the explanation.
    var isFirst = true

    var flags: Payer.Flags { book[payer]?.flags ?? [] }

    /// A payer of more customers than this names what it pays.
    private static let groupAtMost = 400

    func outcome() -> Outcome {
        let group = Array(book.group(of: payer, on: receipt.valueDate).prefix(Self.groupAtMost))
        let open = group.flatMap { items.positions(of: $0).filter { items.isOpen($0) } }
        if open.isEmpty { return .stopped(.nothingOpen, nil) }
        let own = open.filter { items.currency($0) == receipt.currency && counts($0) }
        if own.isEmpty {
            let others = open.contains { items.currency($0) == receipt.currency }
            return .stopped(others ? .nothingFits : .currencyDiffers, nil)
        }
        // What was issued later is looked at only where nothing owed that day fits: then it was
        // paid in advance.
        let owed = own.filter { items[$0].issuedOn <= receipt.valueDate }
        if owed.isEmpty || owed.count == own.count { return outcome(own) }
        let first = outcome(owed)
        if case .stopped(.nothingFits, _) = first {
            trail?.note(
                "nothing owed at the value date fits; looking at later items too",
                "起息日前的项目均不符，再看其后开出的项目")
            return outcome(own)
        }
        return first
    }

    private func counts(_ position: Int) -> Bool {
        let item = items[position]
        return (policy.balances.includesDisputed || !item.flags.contains(.disputed))
            && (policy.balances.includesFinanceCharges || item.kind != .financeCharge)
    }

    private func outcome(_ own: [Int]) -> Outcome {
        var found: Outcome?
        for rule in policy.rules(for: flags) {
            if rule.consent == .no {
                trail?.skip(rule.kind, "not used by the policy", "政策未启用")
                continue
            }
            let outcome = outcome(rule.kind, own)
            trail?.tried(rule.kind, own.count, outcome, isFirst: isFirst && found == nil)
            if found == nil { found = outcome }
            if found != nil, trail == nil { break }
        }
        return found ?? .stopped(.nothingFits, nil)
    }

    /// Nil where the rule does not fit, so that the next one is tried.
    private func outcome(_ kind: AmountRule.Kind, _ own: [Int]) -> Outcome? {
        switch kind {
        case .singleAmount: single(own)
        case .clearAccount, .clearPastDue, .clearPastDueByTerm, .clearPastDueByMonth, .statement:
            balance(kind, own)
        case .promise: promise(own)
        case .combination: combination(own)
        case .oldestFirst(let partial): oldestFirst(own, kind, partial: partial)
        }
    }

    /// R8, as it is or less the cash discount that only one item has earned.
    private func single(_ own: [Int]) -> Outcome? {
        let single = own.filter { items.rest[$0] == receipt.amount }
        if single.count > 1 { return several(single) }
        if let only = single.first {
            return fit(
                .singleAmount, [only],
                Evidence(
                    "only \(items[only].number) has this amount", "仅 \(items[only].number) 金额相符"))
        }
        let found = own.filter {
            let discount = items.earnedDiscount($0, receipt.valueDate, policy)
            return discount != 0 && items.rest[$0] - discount == receipt.amount
        }
        if found.count > 1 { return several(found) }
        guard let only = found.first else { return nil }
        return fit(
            .singleAmount, [only], lessDiscount: true,
            Evidence(
                "only \(items[only].number) less its cash discount has this amount",
                "仅 \(items[only].number) 扣除现金折扣后金额相符"))
    }

    private func several(_ positions: [Int]) -> Outcome {
        let numbers = positions.prefix(3).map { items[$0].number }.sorted()
            .joined(separator: ", ")
        return .stopped(
            .severalCombinations,
            Evidence(
                "\(positions.count) items have this amount: \(numbers)",
                "\(positions.count) 个项目金额相同：\(numbers)"))
    }

    func fit(
        _ kind: AmountRule.Kind, _ positions: [Int], lessDiscount: Bool = false,
        _ evidence: Evidence
    ) -> Outcome {
        let lines = positions.map { position in
            var line = Proposal.Application(
                item: items[position].id, amount: items.rest[position])
            if lessDiscount {
                line.discount = items.earnedDiscount(position, receipt.valueDate, policy)
                line.amount -= line.discount
            }
            return line
        }
        return .fits(Fit(kind: kind, lines: lines, positions: positions, evidence: evidence))
    }

    /// R10, with the count of those that fit.
    private func combination(_ own: [Int]) -> Outcome? {
        let found = Combinations.find(own.map { items.rest[$0] }, target: receipt.amount)
        if found.scope == .nothing { return .stopped(.tooManyToSearch, found.evidence) }
        if found.count > 1 || found.isMore {
            return .stopped(.severalCombinations, found.evidence)
        }
        guard found.count == 1, found.first.count <= policy.combinationItems else {
            // Larger ones than were searched may fit.
            return found.scope == .all ? nil : .stopped(.tooManyToSearch, found.evidence)
        }
        guard
            case .fits(var fit) = fit(
                .combination, found.first.map { own[$0] }, found.evidence)
        else { return nil }
        fit.isSure = found.isSure
        return .fits(fit)
    }

    /// R12. What is disputed is left out: nobody has agreed to pay it.
    private func oldestFirst(
        _ own: [Int], _ kind: AmountRule.Kind, partial: Bool
    ) -> Outcome? {
        let ordered = own.filter {
            items.rest[$0] > 0 && !items[$0].flags.contains(.disputed)
        }
        let fit = oldest(ordered, kind, Evidence("oldest first, as agreed", "按约定先欠先还"))
        if fit.lines.isEmpty { return .stopped(.nothingOpen, nil) }
        let isWhole = zip(fit.lines, fit.positions).allSatisfy {
            $0.amount == items.rest[$1]
        }
        return partial || isWhole ? .fits(fit) : nil
    }

    /// The amount over the items by kind and due date.
    func oldest(_ own: [Int], _ kind: AmountRule.Kind, _ evidence: Evidence) -> Fit {
        func rank(_ position: Int) -> Int {
            policy.settledFirst.firstIndex(of: items[position].kind) ?? policy.settledFirst.count
        }
        let ordered = own.sorted {
            (rank($0), items[$0].dueOn, items[$0].id) < (rank($1), items[$1].dueOn, items[$1].id)
        }
        var left = receipt.amount
        var lines: [Proposal.Application] = []
        var positions: [Int] = []
        for position in ordered where left > 0 {
            let part = min(left, items.rest[position])
            lines.append(Proposal.Application(item: items[position].id, amount: part))
            positions.append(position)
            left -= part
        }
        return Fit(
            kind: kind, lines: lines, positions: positions, evidence: evidence, unapplied: left)
    }
}
