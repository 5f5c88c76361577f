import Ledger
import Receivables
import TestKit
import Testing

/// I1–I8 of domain.md §1.3 after every command of random histories (reliability: T11).
@Suite struct InvariantTests {
    private static let seeds = (0..<20).map { UInt64($0) &* 7_919 &+ 11 }

    @Test(arguments: RandomWorld.all, seeds)
    func holdAfterEveryCommand(world: RandomWorld, seed: UInt64) {
        var history = RandomHistory(seed: seed, in: world)
        var done = 0
        for _ in 1...300 {
            let (before, place) = (history.ledger.books, history.steps.count)
            let refusal = history.step()
            if refusal == nil { done += 1 }
            guard let step = history.steps.last else { continue }
            // Between the two stands at most a new day with its rates, which change neither.
            if Invariant.broken(before, history.ledger, step, refusal) != nil {
                let steps = Array(history.steps[...max(place, history.steps.count - 1)])
                let report = Replay.report(steps, from: history.start, Invariant.broken)
                Issue.record("\(world), seed \(seed): \(report ?? "not when lived again")")
                return
            }
        }
        if let broken = Invariant.brokenAsOf(history.ledger) {
            let report = Replay.report(history.steps, from: history.start) { _, after, _, _ in
                Invariant.brokenAsOf(after)
            }
            Issue.record("\(world), seed \(seed): \(report ?? broken)")
        }
        #expect(done > 60, "\(world), seed \(seed): only \(done) of 300 commands were done")
    }

    /// I5: un-apply and apply the same again, and every balance is as before, exchange differences
    /// included.
    @Test(arguments: RandomWorld.all, seeds)
    func unapplyingAndApplyingAgainChangesNothing(world: RandomWorld, seed: UInt64) throws {
        var history = RandomHistory(seed: seed, in: world)
        var tried = 0
        for _ in 0..<300 {
            guard history.step() == nil,
                case .receiptApplied(let applied)? = history.ledger.events.last,
                applied.place != .onAccount
            else { continue }
            let before = history.ledger
            let live = before.books.applications.values.filter {
                $0.receipt == applied.receipt && $0.reverses == nil && $0.reversedBy == nil
            }
            guard live.count == applied.applications.count else { continue }
            var ledger = before
            _ = try ledger.perform(UnapplyReceipt(receipt: applied.receipt, why: "again"))
            _ = try ledger.perform(ApplyReceipt(receipt: applied.receipt, lines: applied.lines))
            for account in Account.allCases {
                #expect(
                    ledger.balance(account) == before.balance(account),
                    "\(world), seed \(seed), receipt \(applied.receipt): \(account)")
            }
            let (one, other) = (before.books, ledger.books)
            #expect(
                other.receipts[applied.receipt]?.holdings == one.receipts[applied.receipt]?.holdings
            )
            for application in applied.applications {
                let (was, now) = (one.items[application.item], other.items[application.item])
                #expect(now?.open == was?.open && now?.openFunctional == was?.openFunctional)
            }
            tried += 1
        }
        #expect(tried > 0, "\(world), seed \(seed): nothing to un-apply")
    }

    /// The same seed gives the same history (reliability: T12).
    @Test(arguments: RandomWorld.all) func theSameSeedGivesTheSame(world: RandomWorld) {
        var (one, other) = (RandomHistory(seed: 5, in: world), RandomHistory(seed: 5, in: world))
        for _ in 0..<300 { #expect(one.step() == other.step()) }
        #expect(one.ledger.events == other.ledger.events)
        var again = one.start
        for step in one.steps { _ = again.live(step) }
        #expect(again.events == one.ledger.events)
    }

    /// The search for a short history finds one: here, for the first receipt that is on account.
    @Test func aFailureIsShrunk() {
        let isOnAccount = { (receipt: Receipt) in receipt.holdings.onAccount.amount > 0 }
        var history = RandomHistory(seed: 2)
        while !history.ledger.books.receipts.values.contains(where: isOnAccount) {
            _ = history.step()
        }
        let short = Replay.shrunk(history.steps, from: history.start) { _, after, _, _ in
            after.books.receipts.values.contains(where: isOnAccount) ? "there" : nil
        }
        let commands = short.count { if case .command = $0 { true } else { false } }
        #expect((2...6).contains(commands), "\(short)")
    }

    /// Every command is done somewhere, and most reasons to refuse are met.
    @Test func historiesReachEverything() {
        var done: Set<String> = []
        var refused: Set<String> = []
        for seed in Self.seeds.prefix(10) {
            for world in RandomWorld.all {
                var history = RandomHistory(seed: seed, in: world)
                for _ in 0..<300 {
                    let refusal = history.step()
                    guard case .command(let command, _)? = history.steps.last else { continue }
                    if let refusal {
                        refused.insert(refusal.code)
                    } else {
                        done.insert("\(type(of: command))")
                    }
                }
            }
        }
        #expect(done.count == 16, "\(done.sorted())")
        #expect(refused.count > 30, "\(refused.sorted())")
    }
}

extension ReceiptApplied {
    /// What the command said.
    fileprivate var lines: [ApplyReceipt.Line] {
        applications.map { application in
            let cleared = application.cleared
            var line = ApplyReceipt.Line(item: application.item, cash: cleared.cash)
            line.discount = cleared.discount
            line.bankCharge = cleared.bankCharge
            line.writeOff = cleared.writeOff
            line.residual = cleared.residual
            line.reason = "QTY_SHORT"
            return line
        }
    }
}
