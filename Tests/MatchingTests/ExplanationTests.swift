import Ledger
import Testing

@testable import Matching

/// What was tried, what fit, and why the runner-up lost; and what history says of such proposals.
struct ExplanationTests {
    private static let items = AmountRuleTests.items

    @Test func `shows what was tried, in its order, in both languages`() {
        let matcher = Desk.matcher(Self.items)
        let explanation = matcher.explain(Desk.receipt(600_00))
        #expect(explanation.proposal.rule == .balance)
        let tried = explanation.steps.compactMap { step in step.rule.map { ($0, step.verdict) } }
        #expect(
            tried.map(\.0) == [
                .singleAmount, .balance, .balance, .promise, .balance, .balance, .balance,
                .uniqueSubset,
            ])
        #expect(
            tried.map(\.1) == [
                .fitsNot, .fitsNot, .fits, .fitsNot, .fitsNot, .fitsNot, .fitsNot, .fitsToo,
            ])
        let text = explanation.lines(zh: false)
        #expect(text[0] == "1. · account 2345 is the payer's")
        #expect(text.contains("4. ✗ R9 the whole balance, of 5 open items: does not fit"))
        #expect(text.contains("ladder: High 8"))
        #expect(text.contains("confidence: not yet measured"))
        #expect(text.contains("stop amount-only: only the amount speaks for it"))
        #expect(explanation.lines(zh: true).count == text.count)
        #expect(explanation.lines(zh: true).allSatisfy { $0.utf8.contains { $0 > 127 } })
    }

    @Test func `what is named goes before what only the amount says`() {
        let matcher = Desk.matcher(Self.items)
        let explanation = matcher.explain(Desk.receipt(330_00, "INV-1004 TEILZAHLUNG"))
        #expect(explanation.proposal.lines.map(\.item) == [4])
        #expect(explanation.runnerUp?.items == [3] && explanation.runnerUp?.rule == .singleAmount)
        #expect(
            explanation.lines(zh: false).contains(
                "runner-up: R8 only INV-1003 has this amount; lost: what is named goes before what "
                    + "only the amount says"))
        let first = explanation.candidates[0]
        #expect(first.item == 4 && first.isNamed && first.isTaken)
        #expect(first.difference == Money(minor: -120_00, .cny))
        #expect(explanation.candidates[1].item == 3 && !explanation.candidates[1].isTaken)
    }

    @Test func `explaining changes nothing and is what a run says`() {
        var matcher = Desk.matcher(Self.items)
        let receipt = Desk.receipt(100_00, "INV-1001")
        let before = matcher.explain(receipt).proposal
        #expect(matcher.explain(receipt).proposal == before)
        #expect(matcher.match(receipt) == before && before.disposition == .apply)
        let after = matcher.explain(receipt)
        #expect(after.proposal.stops.contains(.duplicateSuspect))
        #expect(after.lines(zh: false).contains { $0.contains("the same was paid before") })
    }

    @Test func `a rule that the policy does not use is said to be skipped`() {
        let policy = AmountRuleTests.policy((.singleAmount, .no), (.clearAccount, .review))
        let explanation = Desk.matcher(Self.items, [Desk.payer], policy)
            .explain(Desk.receipt(330_00))
        #expect(explanation.steps.filter { $0.verdict == .skipped }.map(\.rule) == [.singleAmount])
        #expect(explanation.proposal.stops == [.nothingFits])
    }

    @Test func `several combinations are counted`() {
        let explanation = Desk.matcher(
            (0..<6).map { Desk.item(Int64($0), "INV-\(1001 + $0)", $0 < 3 ? 100 : 200) }
        ).explain(Desk.receipt(300))
        #expect(explanation.proposal.stops == [.severalCombinations])
        #expect(
            explanation.lines(zh: false).contains { $0.contains("10 combinations of 6 open items") }
        )
    }

    @Test func `a score says which rule, history says what it was worth`() throws {
        let rung = try #require(Ladder("High 8"))
        var known = Known()
        func confidence(_ counts: [Calibration.Kind: Calibration.Count]) -> Confidence? {
            known.calibration = Calibration(counts)
            return Matcher(
                policies: MatchingPolicies(), payers: PayerBook([Desk.payer]), items: Self.items,
                known: known
            ).explain(Desk.receipt(330_00)).proposal.confidence
        }
        let kind = Calibration.Kind(.singleAmount, rung, [.amountOnly])
        let exact = confidence([kind: .init(right: 47, of: 50)])
        #expect(exact == Confidence(probability: 9_400, of: 50))
        #expect(exact?.en == "right in 94.00 % of 50")
        #expect(confidence([kind: .init(right: 19, of: 19)]) == nil, "too few")
        let other = Calibration.Kind(.singleAmount, Ladder("High 3"), [.amountOnly])
        #expect(
            confidence([kind: .init(right: 10, of: 10), other: .init(right: 20, of: 30)])?.of == 40)
        let stopped = Calibration.Kind(.singleAmount, rung, [])
        #expect(confidence([stopped: .init(right: 99, of: 99)]) == nil)
        #expect(confidence([kind: .init(right: 60, of: 50)]) == nil, "no such count")
        #expect(confidence([:]) == nil)
    }
}
