import Ledger

/// One receipt with what is true of it and what became of it.
struct ScoredCase {
    let lines: [TruthLine]
    var applied: [OutcomeLine] = []
    var proposed: [OutcomeLine] = []
    var parked: [OutcomeLine] = []

    init(_ lines: [TruthLine]) { self.lines = lines }

    var truth: TruthLine { lines[0] }
    var due: [TruthLine] { lines.filter { $0.item != nil } }

    mutating func add(_ line: OutcomeLine) {
        switch line.status {
        case "applied" where line.item != nil: applied.append(line)
        case "proposed" where line.item != nil: proposed.append(line)
        default: parked.append(line)
        }
    }

    /// No honest person could know what it pays.
    var isUnknowable: Bool {
        lines.contains { $0.expected == .ask || $0.expected == .unidentified }
    }

    var customers: Set<String> { Set(lines.compactMap(\.customer)) }

    /// Nil where nobody was named, or nobody is known in truth.
    var isPayerRight: Bool? {
        let named = Set((applied + proposed + parked).compactMap(\.customer))
        if named.isEmpty || customers.isEmpty { return nil }
        return named.allSatisfy { customers.contains($0) || $0 == truth.payer }
    }

    /// Whether its outcome came to the payment that repeats it: the two are one to anybody.
    mutating func exchange(with twin: inout ScoredCase) {
        let isTwinFirst =
            applied.isEmpty && !twin.applied.isEmpty
            || applied.isEmpty && proposed.isEmpty && !twin.proposed.isEmpty
        if !isTwinFirst { return }
        (applied, twin.applied) = (twin.applied, applied)
        (proposed, twin.proposed) = (twin.proposed, proposed)
        (parked, twin.parked) = (twin.parked, parked)
    }

    func fault(_ line: OutcomeLine, seen: Set<String>) -> String? {
        if due.isEmpty { return "pays no item" }
        guard let item = line.item, !seen.contains(item),
            let truth = due.first(where: { $0.item == item })
        else { return "another item" }
        return truth.isPaid(by: line) ? nil : "amount"
    }

    /// Whether a proposal holds all that is true and nothing else.
    var isProposalRight: Bool {
        guard !due.isEmpty, proposed.count == due.count else { return false }
        return due.allSatisfy { truth in
            proposed.contains { $0.item == truth.item && truth.isPaid(by: $0) }
        }
    }

    /// Whether money that pays no item lies where it belongs: with its customer, or with nobody.
    var isParked: Bool {
        guard due.isEmpty, applied.isEmpty, proposed.isEmpty, !parked.isEmpty else { return false }
        return parked.allSatisfy { line in
            let isTheirs =
                (line.customer ?? truth.customer) == truth.customer || line.customer == truth.payer
            return switch truth.expected {
            case .onAccount:
                ["on-account", "unapplied"].contains(line.status)
                    && (line.customer == truth.customer || line.customer == truth.payer)
            case .exception, .unidentified: line.status != "on-account" && isTheirs
            case .apply, .propose, .ask: false
            }
        }
    }

    /// What stopped it first; `in-part` where some of it is applied.
    var stop: String {
        (parked + proposed).lazy.compactMap(\.stop).first ?? (applied.isEmpty ? "none" : "in-part")
    }
}

extension TruthLine {
    /// Items of another money are paid in it or in the receipt's.
    fileprivate func isPaid(by line: OutcomeLine) -> Bool {
        line.amount == amount || line.amount == itemAmount
    }

    var relief: Int64 { discount + bankCharge + writeOff }
}
