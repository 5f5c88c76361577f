import Ledger
import Testing

@testable import Matching

/// Laws that hold in every world: nothing is lost, nothing is paid twice, nothing depends on the
/// order.
struct RandomWorldTests {
    private struct World {
        var payers: [Payer] = []
        var items: [Item] = []
        var receipts: [Remittance] = []
        var known = Known()
        var policies = MatchingPolicies()

        func matcher() -> Matcher {
            Matcher(policies: policies, payers: PayerBook(payers), items: items, known: known)
        }

        init(seed: UInt64) {
            var chance = Chance(seed: seed)
            for customer in 1...Int64(chance.int(1...6)) {
                var payer = Payer(customer: customer, name: "Customer Number \(customer) Ltd")
                payer.accounts = ["ACCT0000\(customer)"]
                if customer > 1, chance.int(0...3) == 0 { payer.parent = 1 }
                let flags: [Payer.Flags] = [
                    [], [], [], [], [], [], [], .autoSingleAmount, .oldestFirst, .closed,
                    .legalHold,
                ]
                payer.flags = chance.pick(flags)
                payers.append(payer)
            }
            for id in 1...Int64(chance.int(1...25)) { items.append(Self.item(id, &chance)) }
            for id in 1...Int64(chance.int(1...20)) { receipts.append(receipt(id, &chance)) }
            for customer in 1...Int64(6) where chance.int(0...2) == 0 {
                policies.customers[customer] = Self.policy(&chance)
                known.promises.append(
                    Promise(
                        customer: customer, currency: .eur, amount: chance.pick(receipts).amount,
                        dueOn: Desk.today, items: chance.int(0...1) == 0 ? [] : [items[0].id]))
                known.writtenOff.append(
                    WrittenOff(customer: customer, currency: .eur, year: 2026, amount: 499_00))
            }
            if chance.int(0...1) == 0, let rate = Rate("1.1") { known.rates.set(.eur, .usd, rate) }
        }

        private static func policy(_ chance: inout Chance) -> MatchingPolicy {
            var policy = MatchingPolicy()
            policy.amountRules = chance.shuffled(
                AmountRule.standard + [AmountRule(.oldestFirst(partial: false), .review)]
            ).map { AmountRule($0.kind, chance.pick(AmountRule.Consent.allCases)) }
            policy.remainder = chance.pick(MatchingPolicy.Remainder.allCases)
            policy.balances.lessDiscounts = chance.int(0...1) == 0
            policy.balances.includesDisputed = chance.int(0...1) == 0
            policy.tolerance.limits[.short]?.item = .init(absolute: [.eur: 20_00], share: 100)
            policy.tolerance.limits[.over] = .standard
            return policy
        }

        private static func item(_ id: Int64, _ chance: inout Chance) -> Item {
            let amount = Int64(chance.int(1...30)) * 100_00 + Int64(chance.int(0...1))
            let isCredit = chance.int(0...6) == 0
            let isClosed = chance.int(0...8) == 0
            let flags: [Item.Flags] = [[], [], [], [], [], [], [], [], .disputed, .factored]
            let issued = Desk.today.adding(-chance.int(-5...60))
            return Item(
                id: id, customer: Int64(chance.int(1...7)),
                kind: isCredit ? .creditNote : .invoice,
                number: isCredit ? "CN-\(300_000 + id)" : "INV-26-\(100_000 + id * 7)",
                reference: chance.int(0...4) == 0
                    ? ISO11649.reference(for: "INV26\(100_000 + id * 7)") : nil,
                currency: chance.int(0...7) == 0 ? .usd : .eur,
                open: isClosed ? 0 : isCredit ? -amount / 4 : amount, issuedOn: issued,
                dueOn: issued.adding(30), discountUntil: issued.adding(14),
                discount: isCredit ? 0 : chance.int(0...3) == 0 ? amount / 50 : 0,
                flags: chance.pick(flags))
        }

        private func receipt(_ id: Int64, _ chance: inout Chance) -> Remittance {
            let first = chance.pick(items)
            let own = items.filter {
                $0.customer == first.customer && $0.currency == first.currency
                    || chance.int(0...30) == 0
            }
            let named = [first] + (0..<chance.int(0...2)).map { _ in chance.pick(own) }
            let off: [Int64] = [0, 0, 0, 0, 5_00, 30_00, -40_00, 500_00]
            let less = chance.int(0...3) == 0 ? named.reduce(0) { $0 + $1.discount } : 0
            let sum = named.reduce(0) { $0 + $1.open } - chance.pick(off) - less
            var receipt = Remittance(
                id: id, currency: named[0].currency, amount: max(1, sum),
                valueDate: Desk.today.adding(chance.int(0...9)))
            receipt.channel = chance.pick([.wire, .transfer, .check])
            receipt.chargeBearer = chance.pick([nil, "SHAR", "DEBT"])
            if chance.int(0...5) > 0 {
                receipt.payerAccount = "ACCT0000\(chance.pick([named[0].customer, 1]))"
            }
            switch chance.int(0...6) {
            case 0: break
            case 1: receipt.text = named.map { String($0.number.suffix(4)) }
            case 2: receipt.text = named.map { String($0.number.suffix(6)) }
            case 3:
                receipt.advice = named.map {
                    .init(document: $0.number, amount: chance.int(0...1) == 0 ? $0.open : nil)
                }
            case 4: receipt.references = named.compactMap(\.reference)
            default: receipt.text = named.map(\.number)
            }
            receipt.isRest = chance.int(0...9) == 0
            return receipt
        }
    }

    @Test func `laws`() {
        var applied = 0
        var proposed = 0
        var contested = 0
        for seed in UInt64(1)...1_000 {
            let world = World(seed: seed)
            var matcher = world.matcher()
            let proposals = matcher.match(world.receipts)
            contested += proposals.filter { $0.stops.contains(.contestedItem) }.count
            var taken: [Int64: Int64] = [:]
            for (receipt, proposal) in zip(world.receipts, proposals) {
                check(receipt, proposal, world, seed)
                if proposal.disposition == .propose { proposed += 1 }
                guard proposal.disposition == .apply else { continue }
                applied += 1
                for line in proposal.lines { taken[line.item, default: 0] += line.total }
            }
            for item in world.items {
                let total = taken[item.id] ?? 0
                #expect(total.magnitude <= item.open.magnitude, "seed \(seed), item \(item.id)")
                #expect(total == 0 || (total < 0) == (item.open < 0), "seed \(seed)")
            }
        }
        #expect(applied > 500)
        #expect(proposed > 500)
        #expect(contested > 100)
    }

    private func check(
        _ receipt: Remittance, _ proposal: Proposal, _ world: World, _ seed: UInt64
    ) {
        let about: Comment = "seed \(seed), receipt \(receipt.id): \(proposal)"
        let cash = proposal.lines.reduce(Int64(0)) { $0 + $1.amount }
        #expect(cash + proposal.unapplied == receipt.amount, about)
        #expect(proposal.unapplied >= 0, about)
        #expect(Set(proposal.lines.map(\.item)).count == proposal.lines.count, about)
        for line in proposal.lines {
            guard let item = world.items.first(where: { $0.id == line.item }) else {
                Issue.record(about)
                continue
            }
            let sign: Int64 = item.open < 0 ? -1 : 1
            for part in [line.amount, line.discount, line.bankCharge, line.writeOff, line.residual]
            {
                #expect(part * sign >= 0, about)
            }
            #expect(line.total.magnitude <= item.open.magnitude, about)
            #expect((item.currency == receipt.currency) == (line.converted == nil), about)
            #expect((line.residual != 0) == (line.reason != nil), about)
        }
        switch proposal.disposition {
        case .apply:
            #expect(proposal.stops.isEmpty && !proposal.lines.isEmpty, about)
            #expect(proposal.payerIsKnown || proposal.rule == .creditorReference, about)
            #expect(proposal.lines.allSatisfy { $0.residual == 0 && $0.converted == nil }, about)
            #expect(proposal.customer != nil && !proposal.evidence.isEmpty, about)
        case .propose:
            #expect(!proposal.stops.isEmpty, about)
            #expect(!proposal.lines.isEmpty || proposal.remainder != .unapplied, about)
            #expect(proposal.score >= 70, about)
        case .unmatched:
            #expect(!proposal.stops.isEmpty && proposal.lines.isEmpty, about)
        }
    }

    @Test func `the order of the input changes nothing`() {
        for seed in UInt64(1)...400 {
            let world = World(seed: seed)
            var chance = Chance(seed: seed &+ 7_777)
            var one = world.matcher()
            var other = world
            other.payers = chance.shuffled(world.payers)
            other.items = chance.shuffled(world.items)
            other.known.promises = chance.shuffled(world.known.promises)
            var two = other.matcher()
            let first = one.match(world.receipts)
            let second = two.match(chance.shuffled(world.receipts))
            let byReceipt = second.sorted { $0.receipt < $1.receipt }
            #expect(first == byReceipt, "seed \(seed)")
        }
    }

    @Test func `the same input gives the same proposals`() {
        let world = World(seed: 5)
        var one = world.matcher()
        var two = world.matcher()
        #expect(one.match(world.receipts) == two.match(world.receipts))
    }
}
