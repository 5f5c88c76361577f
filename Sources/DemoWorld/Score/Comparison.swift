import Ledger

/// The truth and the outcome, receipt by receipt.
struct Comparison {
    private var cases: [ScoredCase] = []
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
            cases.append(ScoredCase(all))
        }
    }

    mutating func add(_ line: OutcomeLine) {
        guard let at = receipt(of: line) else {
            strangers.append(line)
            return
        }
        cases[at].add(line)
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

    func score(_ rates: Rates?) -> Score {
        var score = Score()
        for stranger in strangers where stranger.status == "applied" && stranger.item != nil {
            score.precision.whole += 1
            score.cleanReceipts.add(false)
            score.wrong.append(Score.Wrong(outcome: stranger, truth: [], why: "no such receipt"))
        }
        var values = ScoredValues(rates)
        for one in exchanged() { count(one, &score, &values) }
        score.values = values.own
        score.functional = values.functional
        return score
    }

    /// Where only the second of two equal payments was applied, it counts as the first.
    private func exchanged() -> [ScoredCase] {
        var cases = cases
        for twin in cases.indices {
            guard let first = cases[twin].truth.repeats.flatMap({ byReference[$0] }) else {
                continue
            }
            var copy = cases[twin]
            cases[first].exchange(with: &copy)
            cases[twin] = copy
        }
        return cases
    }

    private func count(_ one: ScoredCase, _ score: inout Score, _ values: inout ScoredValues) {
        let due = one.due
        var right: Set<String> = []
        var wrong = 0
        for line in one.applied {
            let why = one.fault(line, seen: right)
            score.precision.add(why == nil)
            if let why {
                wrong += 1
                score.wrong.append(Score.Wrong(outcome: line, truth: one.lines, why: why))
            } else if let item = line.item {
                right.insert(item)
                let truth = due.first { $0.item == item }
                if truth?.relief != line.relief { score.reliefsDiffer += 1 }
            }
        }
        if !one.applied.isEmpty { score.cleanReceipts.add(wrong == 0) }
        for line in due {
            let isRight = line.item.map { right.contains($0) } ?? false
            score.recall.add(isRight)
            values.add(line, isRight)
        }
        let isWhole = !due.isEmpty && right.count == due.count && wrong == 0
        if !due.isEmpty {
            score.receipts.add(isWhole)
            if !one.isUnknowable { score.knowable.add(isWhole) }
        }
        let isProposed = one.isProposalRight
        if !one.proposed.isEmpty { score.proposals.add(isProposed) }
        if !one.customers.isEmpty { score.payers.add(one.isPayerRight == true) }
        if one.isPayerRight == false { score.payersWrong += 1 }

        var tally = Score.Tally()
        tally.count = 1
        if wrong > 0 {
            tally.wrong = 1
        } else if isWhole || one.isParked {
            tally.appliedRight = 1
        } else if isProposed {
            tally.proposedRight = 1
        } else {
            tally.leftOpen = 1
            tally.unknowable = one.isUnknowable ? 1 : 0
        }
        for trouble in one.truth.troubles { score.byTrouble[trouble, default: .init()] += tally }
        if wrong == 0, !isWhole { score.byStop[one.stop, default: .init()] += tally }
    }
}

extension Score.Tally {
    static func += (one: inout Self, other: Self) {
        one.count += other.count
        one.appliedRight += other.appliedRight
        one.proposedRight += other.proposedRight
        one.wrong += other.wrong
        one.leftOpen += other.leftOpen
        one.unknowable += other.unknowable
    }
}
