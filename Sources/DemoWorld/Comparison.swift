/// The truth and the outcome, receipt by receipt.
struct Comparison {
    private struct Case {
        let lines: [TruthLine]
        var applied: [OutcomeLine] = []
        var proposed: [OutcomeLine] = []
        var parked: [OutcomeLine] = []
    }

    private var cases: [Case] = []
    private var byReference: [String: Int] = [:]
    /// The receipts of a batch, for outcomes that know only the entry.
    private var byEntry: [String: [Int]] = [:]
    private var strangers: [OutcomeLine] = []

    init(_ truth: [TruthLine]) {
        var order: [String] = []
        var lines: [String: [TruthLine]] = [:]
        for line in truth {
            if lines[line.bankReference] == nil { order.append(line.bankReference) }
            lines[line.bankReference, default: []].append(line)
        }
        for reference in order {
            guard let all = lines[reference], let first = all.first else { continue }
            byReference[reference] = cases.count
            if first.entryReference != reference {
                byEntry[first.entryReference, default: []].append(cases.count)
            }
            cases.append(Case(lines: all))
        }
    }

    mutating func add(_ line: OutcomeLine) {
        guard let at = receipt(of: line) else {
            strangers.append(line)
            return
        }
        switch line.status {
        case "applied" where line.item != nil: cases[at].applied.append(line)
        case "proposed" where line.item != nil: cases[at].proposed.append(line)
        default: cases[at].parked.append(line)
        }
    }

    private func receipt(of line: OutcomeLine) -> Int? {
        func fits(_ at: Int) -> Bool {
            line.account.map { $0 == cases[at].lines[0].account } ?? true
        }
        if let at = byReference[line.bankReference], fits(at) { return at }
        let batch = (byEntry[line.bankReference] ?? []).filter(fits)
        return batch.first { at in
            line.endToEndId != nil && cases[at].lines[0].endToEndId == line.endToEndId
        }
            ?? batch.first { at in
                cases[at].lines.contains { $0.item != nil && $0.item == line.item }
            }
            ?? batch.first { at in cases[at].lines[0].receiptAmount == line.amount }
    }

    func score() -> Score {
        var score = Score()
        for stranger in strangers where stranger.status == "applied" && stranger.item != nil {
            score.precision.whole += 1
            score.wrong.append(
                Score.Wrong(outcome: stranger, trouble: nil, why: "no such receipt"))
        }
        for one in cases { count(one, &score) }
        return score
    }

    private func count(_ one: Case, _ score: inout Score) {
        let trouble = one.lines[0].trouble
        let due = one.lines.filter { $0.item != nil }
        var right: Set<String> = []
        var wrong = 0
        for line in one.applied {
            score.precision.whole += 1
            if let why = fault(line, due, right) {
                wrong += 1
                score.wrong.append(Score.Wrong(outcome: line, trouble: trouble, why: why))
            } else if let item = line.item {
                right.insert(item)
                score.precision.part += 1
            }
        }
        score.recall.whole += Int64(due.count)
        score.recall.part += Int64(right.count)
        for line in due {
            score.value.whole += abs(line.amount)
            if let item = line.item, right.contains(item) { score.value.part += abs(line.amount) }
        }
        let whole = !due.isEmpty && right.count == due.count && wrong == 0
        if !due.isEmpty {
            score.receipts.whole += 1
            score.receipts.part += whole ? 1 : 0
        }
        let proposal = isTrue(one.proposed, due)
        if !one.proposed.isEmpty {
            score.proposals.whole += 1
            score.proposals.part += proposal ? 1 : 0
        }
        let parked = due.isEmpty && isParked(one)
        var tally = score.byTrouble[trouble] ?? Score.Tally()
        tally.count += 1
        if wrong > 0 {
            tally.wrong += 1
        } else if whole || parked {
            tally.appliedRight += 1
        } else if proposal {
            tally.proposedRight += 1
        } else {
            tally.leftOpen += 1
        }
        score.byTrouble[trouble] = tally
    }

    private func fault(_ line: OutcomeLine, _ due: [TruthLine], _ seen: Set<String>) -> String? {
        if due.isEmpty { return "pays no item" }
        guard let item = line.item, !seen.contains(item),
            let truth = due.first(where: { $0.item == item })
        else { return "another item" }
        return truth.amount == line.amount ? nil : "amount"
    }

    /// Whether a proposal holds all that is true and nothing else.
    private func isTrue(_ proposed: [OutcomeLine], _ due: [TruthLine]) -> Bool {
        guard !due.isEmpty, proposed.count == due.count else { return false }
        return due.allSatisfy { truth in
            proposed.contains { $0.item == truth.item && $0.amount == truth.amount }
        }
    }

    /// Whether money that pays no item lies where it belongs: with its customer, or with nobody.
    private func isParked(_ one: Case) -> Bool {
        let truth = one.lines[0]
        guard one.applied.isEmpty, one.proposed.isEmpty, !one.parked.isEmpty else { return false }
        return one.parked.allSatisfy { line in
            switch truth.expected {
            case .onAccount:
                ["on-account", "unapplied"].contains(line.status)
                    && line.customer == truth.customer
            case .exception, .unidentified:
                line.status != "on-account" && (line.customer ?? truth.customer) == truth.customer
            case .apply, .propose: false
            }
        }
    }
}
