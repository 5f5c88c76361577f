import DemoWorld
import Ledger
import Testing

@Suite struct DemoWorldScoreTests {
    let truth: [TruthLine]

    init() throws { truth = try TruthLine.read(from: DemoWorldFiles.shared.get().folder) }

    /// The truth itself as an outcome: what pays items is applied, the rest lies where it belongs.
    private func perfect() -> [OutcomeLine] {
        truth.map { line in
            OutcomeLine(
                account: line.account, bankReference: line.bankReference, customer: line.customer,
                item: line.item, amount: line.amount,
                relief: line.discount + line.bankCharge + line.writeOff,
                status: line.item != nil
                    ? "applied" : line.expected == .onAccount ? "on-account" : "unidentified")
        }
    }

    @Test func theTruthIsAllRight() {
        let score = Score.compare(truth: truth, outcome: perfect())
        #expect(score.precision.basisPoints == 10_000)
        #expect(score.recall.basisPoints == 10_000)
        #expect(score.receipts.basisPoints == 10_000)
        #expect(score.values.map(\.currency.code) == ["CNY", "EUR", "USD"])
        #expect(score.values.allSatisfy { $0.share.basisPoints == 10_000 })
        #expect(score.wrong.isEmpty)
        #expect(score.proposals.basisPoints == nil)
        for (trouble, tally) in score.byTrouble {
            #expect(tally.appliedRight == tally.count, "\(trouble)")
        }
        #expect(score.knowable == score.receipts && score.cleanReceipts.basisPoints == 10_000)
        #expect(score.reliefsDiffer == 0 && score.payersWrong == 0)
        #expect(score.byStop.values.allSatisfy { $0.appliedRight == $0.count })
        #expect(
            score.byTrouble.values.reduce(0) { $0 + $1.count }
                == Int(Set(truth.map(\.bankReference)).count))
    }

    @Test func nothingDoneIsNothingWrong() {
        let score = Score.compare(truth: truth, outcome: [])
        #expect(score.precision.basisPoints == nil)
        #expect(score.recall.part == 0 && score.recall.whole > 4_000)
        #expect(score.byTrouble.values.allSatisfy { $0.leftOpen == $0.count })
    }

    private func line(_ reference: String, _ item: String?, _ amount: Int64) -> TruthLine {
        TruthLine(
            account: "A", bankReference: reference, bookedOn: DemoWorld.bankDay, currency: .eur,
            receiptAmount: amount, trouble: item == nil ? .paidTwice : .clear, customer: "C1",
            item: item, amount: amount, expected: item == nil ? .exception : .apply)
    }

    private func outcome(
        _ reference: String, _ item: String?, _ amount: Int64, _ status: String = "applied",
        endToEndId: String? = nil
    ) -> OutcomeLine {
        OutcomeLine(
            bankReference: reference, endToEndId: endToEndId, customer: "C1", item: item,
            amount: amount, status: status)
    }

    @Test func eachWayToBeWrong() {
        let truth = [line("R1", "I1", 100), line("R2", "I2", 200), line("R3", nil, 300)]
        let score = Score.compare(
            truth: truth,
            outcome: [
                outcome("R1", "I9", 100), outcome("R2", "I2", 199), outcome("R3", "I3", 300),
                outcome("R4", "I4", 400),
            ])
        #expect(
            Set(score.wrong.map(\.why)) == [
                "another item", "amount", "pays no item", "no such receipt",
            ])
        #expect(score.precision == Score.Share(part: 0, whole: 4))
        #expect(score.byTrouble[.clear]?.wrong == 2)
        #expect(score.byTrouble[.paidTwice]?.wrong == 1)
    }

    @Test func anItemCountsOnce() {
        let score = Score.compare(
            truth: [line("R1", "I1", 100)],
            outcome: [outcome("R1", "I1", 100), outcome("R1", "I1", 100)])
        #expect(score.precision == Score.Share(part: 1, whole: 2))
        #expect(score.receipts == Score.Share(part: 0, whole: 1))
    }

    @Test func proposalsAreRightAsAWhole() {
        let truth = [line("R1", "I1", 100), line("R1", "I2", 50), line("R2", "I3", 70)]
        let score = Score.compare(
            truth: truth,
            outcome: [
                outcome("R1", "I1", 100, "proposed"), outcome("R1", "I2", 50, "proposed"),
                outcome("R2", "I4", 70, "proposed"),
            ])
        #expect(score.proposals == Score.Share(part: 1, whole: 2))
        #expect(score.byTrouble[.clear]?.proposedRight == 1)
        #expect(score.byTrouble[.clear]?.leftOpen == 1)
        #expect(score.precision.whole == 0)
    }

    @Test func aBatchIsToldApartByEndToEndIdOrItem() {
        var (first, second) = (line("T1", "I1", 100), line("T2", "I2", 100))
        (first.entryReference, second.entryReference) = ("B", "B")
        (first.endToEndId, second.endToEndId) = ("E1", nil)
        let score = Score.compare(
            truth: [first, second],
            outcome: [outcome("B", "I1", 100, endToEndId: "E1"), outcome("B", "I2", 100)])
        #expect(score.recall == Score.Share(part: 2, whole: 2))
    }

    @Test func theTableNamesEveryTrouble() {
        let text = Score.compare(truth: truth, outcome: perfect()).description
        for trouble in Trouble.ordinary { #expect(text.contains(trouble.rawValue)) }
        #expect(text.contains("100.00 %"))
    }
}

@Suite struct ScoreOfTroublesTests {
    private func line(
        _ reference: String, _ item: String?, _ amount: Int64, _ currency: Currency = .eur,
        customer: String? = "C1", expected: Expected = .apply, repeats: String? = nil,
        itemAmount: Int64? = nil
    ) -> TruthLine {
        TruthLine(
            account: "A", bankReference: reference, bookedOn: DemoWorld.bankDay,
            currency: currency, receiptAmount: amount, trouble: .clear, customer: customer,
            item: item, amount: amount, expected: expected, also: [.noText],
            itemAmount: itemAmount, repeats: repeats, payer: "P1")
    }

    private func outcome(
        _ reference: String, _ item: String?, _ amount: Int64, _ status: String = "applied",
        customer: String? = "C1", stop: String? = nil
    ) -> OutcomeLine {
        OutcomeLine(
            bankReference: reference, customer: customer, item: item, amount: amount,
            status: status, stop: stop)
    }

    /// Nobody can tell the first of two equal payments from the second.
    @Test func theSecondOfTwoEqualPaymentsCountsAsTheFirst() {
        let truth = [
            line("R1", "I1", 100),
            line("R2", nil, 100, expected: .exception, repeats: "R1"),
        ]
        let score = Score.compare(
            truth: truth,
            outcome: [outcome("R2", "I1", 100), outcome("R1", nil, 100, "unapplied")])
        #expect(score.wrong.isEmpty && score.receipts.basisPoints == 10_000)
        let twice = Score.compare(
            truth: truth, outcome: [outcome("R1", "I1", 100), outcome("R2", "I1", 100)])
        #expect(twice.wrong.count == 1 && twice.wrongPerTenThousand == 5_000)
    }

    @Test func moneysAreNotAdded() {
        let score = Score.compare(
            truth: [line("R1", "I1", 100), line("R2", "I2", 700, .cny)],
            outcome: [outcome("R1", "I1", 100)])
        #expect(score.values.map(\.currency.code) == ["CNY", "EUR"])
        #expect(
            score.values.map(\.share) == [.init(part: 0, whole: 700), .init(part: 100, whole: 100)])
        #expect(score.functional.isEmpty)
    }

    @Test func whatNobodyCanKnowIsNoFailure() {
        let score = Score.compare(
            truth: [line("R1", "I1", 100), line("R2", "I2", 100, expected: .ask)],
            outcome: [
                outcome("R1", "I1", 100), outcome("R2", nil, 100, "unapplied", stop: "amount-only"),
            ])
        #expect(score.receipts == .init(part: 1, whole: 2))
        #expect(score.knowable == .init(part: 1, whole: 1))
        #expect(score.byTrouble[.noText]?.count == 2 && score.byTrouble[.noText]?.unknowable == 1)
        #expect(score.byStop["amount-only"]?.leftOpen == 1 && score.byStop.count == 1)
    }

    @Test func thePayerMayBeTheParent() {
        let truth = [
            line("R1", "I1", 100), line("R2", "I2", 50), line("R3", nil, 7, customer: nil),
        ]
        let score = Score.compare(
            truth: truth,
            outcome: [
                outcome("R1", nil, 100, "unapplied", customer: "P1"),
                outcome("R2", nil, 50, "unapplied", customer: "C9"),
            ])
        #expect(score.payers == .init(part: 1, whole: 2))
        #expect(score.payersWrong == 1)
    }

    @Test func anItemOfAnotherMoneyIsPaidInEither() {
        let truth = [line("R1", "I1", 110, .usd, itemAmount: 100)]
        for amount in [Int64(100), 110] {
            let score = Score.compare(truth: truth, outcome: [outcome("R1", "I1", amount)])
            #expect(score.wrong.isEmpty)
        }
        #expect(Score.compare(truth: truth, outcome: [outcome("R1", "I1", 105)]).wrong.count == 1)
    }

    @Test func theFirstMistakesAreShown() {
        let text = Score.compare(
            truth: [line("R1", "I1", 100)], outcome: [outcome("R1", "I9", 100)]
        ).text(isChinese: false) { $0 }
        #expect(text.contains("wrong: R1") && text.contains("I9") && text.contains("true C1 I1"))
    }
}
