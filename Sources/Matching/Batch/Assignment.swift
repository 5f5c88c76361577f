import Ledger

/// The receipts and items of one run, assigned together (domain.md §3.1): no order of files or rows
/// changes the result, and two receipts that claim the same item are found before either is
/// applied.
///
/// The surer claim wins, by score and then by its rung of the ladder; of two equal ones of the same
/// customer the earlier, since the later then is perhaps paid twice; of other equal ones neither
/// is applied, and each names the other. What is proposed waits until all else is applied, so that
/// nothing is proposed that another receipt has taken meanwhile.
public struct Assignment {
    public struct Decided: Sendable {
        /// The receipt's place in the input.
        public let place: Int
        public let proposal: Proposal
    }

    private(set) var matcher: Matcher
    private var survey: Survey
    private var isDecided: [Bool]
    private var next = 0
    private var ready: [Decided] = []
    fileprivate var held: [Held] = []
    /// Equal claims, by the item.
    private var contested: [Int: Set<Int>] = [:]

    fileprivate struct Held {
        let place: Int
        var proposal: Proposal
        var positions: [Int]
    }

    /// More receipts than this claim no item: nobody could tell which.
    private static let claimsAtMost = 64

    public init(_ matcher: Matcher, _ receipts: [Remittance]) {
        var matcher = matcher
        survey = Survey(receipts, &matcher)
        self.matcher = matcher
        isDecided = Array(repeating: false, count: receipts.count)
    }

    /// Some more, for good, in an order that only the receipts themselves determine; empty once all
    /// are decided. What is proposed comes last.
    public mutating func next(atMost count: Int) -> [Decided] {
        while ready.count < count, next < survey.order.count {
            decide(survey.order[next])
            next += 1
            if next == survey.order.count { release() }
        }
        let some = Array(ready.prefix(count))
        ready.removeFirst(some.count)
        return some
    }

    private mutating func evaluate(_ place: Int) -> Decision {
        let read = survey.read(place, matcher)
        var decision = Decision(read, matcher: matcher)
        _ = decision.proposal()
        return decision
    }

    private mutating func decide(_ place: Int) {
        if isDecided[place] { return }
        let decision = evaluate(place)
        if decision.result.disposition == .apply {
            for position in decision.positions {
                for rival in rivals(of: place, for: position) {
                    guard let other = contest(decision, position, rival) else { continue }
                    switch Self.compare(decision, other) {
                    case .surer: continue
                    case .equal: contested[position, default: []].formUnion([place, rival])
                    case .lessSure:
                        decide(rival)
                        return decide(place)
                    }
                }
            }
        }
        finish(place, decision)
    }

    /// Receipts not yet decided that name the item too.
    private func rivals(of place: Int, for position: Int) -> [Int] {
        guard let claims = survey.claims[position], claims.count <= Self.claimsAtMost,
            contested[position] == nil
        else { return [] }
        return claims.filter { $0 != place && !isDecided[$0] }
    }

    /// The rival's decision, if both would be applied and the item is not enough for both.
    private mutating func contest(
        _ decision: Decision, _ position: Int, _ rival: Int
    ) -> Decision? {
        if isDecided[rival] { return nil }
        let other = evaluate(rival)
        guard other.result.disposition == .apply, let theirs = other.total(on: position),
            let ours = decision.total(on: position),
            (Int128(ours) + Int128(theirs)).magnitude > matcher.items.rest[position].magnitude
        else { return nil }
        return other
    }

    private enum Order { case surer, equal, lessSure }

    private static func compare(_ one: Decision, _ other: Decision) -> Order {
        let (a, b) = (one.result, other.result)
        let (first, second) = (
            (a.score, -(a.ladder?.rank ?? 99)), (b.score, -(b.ladder?.rank ?? 99))
        )
        if first != second { return first > second ? .surer : .lessSure }
        guard a.customer == b.customer, a.payerIsKnown, b.payerIsKnown,
            one.payer.payer == other.payer.payer, a.valueDate != b.valueDate
        else { return .equal }
        return a.valueDate < b.valueDate ? .surer : .lessSure
    }

    private mutating func finish(_ place: Int, _ decision: Decision) {
        isDecided[place] = true
        var proposal = decision.result
        if proposal.disposition == .apply {
            for position in decision.positions {
                let crowd = survey.claims[position].map { $0.count > Self.claimsAtMost } ?? false
                let others =
                    contested[position] ?? (crowd ? Set(survey.claims[position] ?? []) : [])
                if !others.isEmpty { proposal.contest(matcher.items[position].number, ids(others)) }
            }
            if proposal.disposition == .apply { matcher.close(proposal, decision.positions) }
        }
        if proposal.disposition == .propose, !proposal.lines.isEmpty {
            proposal.measure(matcher)
            held.append(
                Held(place: place, proposal: proposal, positions: decision.positions))
        } else {
            survey.forget(place)
            ready.append(Decided(place: survey.places[place], proposal: proposal))
        }
    }

    private func ids(_ places: Set<Int>) -> [Int64] {
        places.map { survey.reads[$0].receipt.id }.sorted().prefix(8).map { $0 }
    }
}

/// What is proposed: looked at again where another receipt has taken the item, and held against
/// each other.
extension Assignment {
    private mutating func release() {
        var isChanged = true
        while isChanged {
            isChanged = false
            let waiting = held
            held = []
            for one in waiting {
                if one.isStill(matcher.items) {
                    held.append(one)
                    continue
                }
                isChanged = true
                isDecided[one.place] = false
                decide(one.place)
            }
        }
        nameRivals()
        for one in held {
            ready.append(Decided(place: survey.places[one.place], proposal: one.proposal))
        }
        held = []
    }

    private mutating func nameRivals() {
        var claims: [Int: [Int]] = [:]
        for (index, one) in held.enumerated() {
            for position in one.positions { claims[position, default: []].append(index) }
        }
        let items = matcher.items
        let several = claims.filter { $0.value.count > 1 }
            .sorted { items[$0.key].id < items[$1.key].id }
        for (position, indexes) in several {
            let sum = indexes.reduce(Int128(0)) { $0 + Int128(held[$1].total(on: position)) }
            if sum.magnitude <= items.rest[position].magnitude { continue }
            let rivals = ids(Set(indexes.map { held[$0].place }))
            for index in indexes {
                held[index].proposal.contest(items[position].number, rivals)
                held[index].proposal.measure(matcher)
            }
        }
    }
}

extension Assignment.Held {
    /// Whether every item still owes what the proposal takes of it.
    fileprivate func isStill(_ items: OpenItems) -> Bool {
        zip(proposal.lines, positions).allSatisfy { line, position in
            line.total.magnitude <= items.rest[position].magnitude
        }
    }

    fileprivate func total(on position: Int) -> Int64 {
        zip(proposal.lines, positions).first { $0.1 == position }?.0.total ?? 0
    }
}

extension Decision {
    fileprivate func total(on position: Int) -> Int64? {
        zip(result.lines, positions).first { $0.1 == position }?.0.total
    }
}

extension Proposal {
    /// Not applied: others claim the item as well.
    fileprivate mutating func contest(_ number: String, _ receipts: [Int64]) {
        let others = receipts.filter { $0 != receipt && !rivals.contains($0) }
        if others.isEmpty, stops.contains(.contestedItem) { return }
        if disposition == .apply { disposition = .propose }
        if !stops.contains(.contestedItem) { stops.append(.contestedItem) }
        rivals = (rivals + others).sorted()
        let ids = others.map(String.init).joined(separator: ", ")
        evidence.append(
            Evidence("receipt \(ids) claims \(number) too", "收款 \(ids) 亦对应 \(number)"))
    }

    fileprivate mutating func measure(_ matcher: Matcher) {
        guard let calibration = matcher.known.calibration, let rule else { return }
        confidence = calibration.confidence(rule, ladder, stops)
    }
}
