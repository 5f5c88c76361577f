import Ledger
import Receivables
import TestKit
import Testing

/// What may not be done with a draft.
@Suite struct DraftRefusalTests: DraftBooks {
    @Test func refusalsOnReceipt() throws {
        var desk = desk()
        var other = receive()
        other = ReceiveDraft(
            entity: Entity.ID(7), customerCode: "C100", number: Self.number, kind: .bankAcceptance,
            issuedOn: other.issuedOn, maturesOn: other.maturesOn, amount: other.amount,
            drawer: "", acceptor: "ICBC", payee: "Dalian")
        #expect(desk.perform(other) == "entity-not-found")
        func changed(_ change: (inout ReceiveDraft) -> Void) -> String {
            var command = receive()
            change(&command)
            return desk.perform(command)
        }
        let stranger = ReceiveDraft(
            entity: Self.entity, customerCode: "C9", number: Self.number, kind: .bankAcceptance,
            issuedOn: other.issuedOn, maturesOn: other.maturesOn, amount: other.amount,
            drawer: "", acceptor: "ICBC", payee: "Dalian")
        #expect(desk.perform(stranger) == "customer-not-found")
        #expect(desk.perform(receive(number: "12")) == "draft-number-malformed")
        #expect(desk.perform(receive(0)) == "amount-not-positive")
        #expect(changed { $0.range = 1...5 } == "draft-range-differs")
        #expect(changed { $0.range = Int64.min...Int64.max } == "draft-range-differs")
        #expect(desk.perform(receive(until: "2026-09-11")) == "draft-tenor-too-long")
        #expect(
            desk.perform(receive(until: "2026-04-09", issued: "2026-04-09"))
                == "draft-tenor-too-long")
        #expect(desk.perform(receive(until: "2026-04-09")) == "draft-matured")
        #expect(changed { $0.agreedUntil = Day("2026-07-08") } == "draft-beyond-terms")
        #expect(changed { $0.endorsements = ["X>Dalian"] } == "draft-endorsements-broken")
        #expect(changed { $0.endorsements = ["Dalian>Y"] } == "draft-not-ours")
        #expect(
            changed {
                $0.endorsements = ["Dalian>Y", "Y>Dalian"]
                $0.isTransferable = false
            } == "draft-not-transferable")
        #expect(desk.perform(receive(acceptor: "NONE")) == "acceptor-not-approved")
        #expect(desk.perform(receive(101, acceptor: "HAIRUN")) == "acceptor-limit-exceeded")
        #expect(desk.perform(receive(1, .usd)) == "currencies-differ")
        desk.perform(SetAcceptor(entity: Self.entity, name: "FAKE", .bar))
        #expect(desk.perform(receive(acceptor: "FAKE")) == "acceptor-barred")
        let jpy = Currency("JPY")!
        let limit = Money(minor: 100, jpy)
        desk.perform(SetAcceptor(entity: Self.entity, name: "MUFG", .propose(limit)))
        #expect(desk.perform(receive(1, acceptor: "MUFG", jpy)) == "acceptor-not-approved")
        desk.sit("chief")
        desk.perform(SetAcceptor(entity: Self.entity, name: "MUFG", .approve))
        #expect(desk.perform(receive(1, acceptor: "MUFG", jpy)) == "rate-missing")
        #expect(desk.perform(receive(until: "2026-09-10")) == "ok")
        #expect(desk.perform(receive()) == "draft-known")
        #expect(desk.refused == all(ReceiveDraft.Reason.self))
    }

    @Test func refusalsOfTheAcceptor() {
        var desk = desk()
        func set(_ name: String, _ step: SetAcceptor.Step, entity: Int64 = 1) -> String {
            desk.perform(SetAcceptor(entity: Entity.ID(entity), name: name, step))
        }
        #expect(set("X", .bar, entity: 7) == "entity-not-found")
        #expect(set("", .bar) == "nothing-named")
        #expect(set("X", .propose(.zero(.cny))) == "amount-not-positive")
        #expect(set("ICBC", .propose(Money(minor: 1, .usd))) == "currencies-differ")
        #expect(set("X", .approve) == "acceptor-not-found")
        #expect(set("ICBC", .approve) == "acceptor-not-proposed")
        #expect(set("X", .propose(Money(minor: 1, .usd))) == "ok")
        #expect(set("X", .approve) == "maker-is-checker")
        #expect(desk.refused == all(SetAcceptor.Reason.self))
    }

    @Test func refusalsOfWhatFollows() throws {
        var desk = desk(
            """
            receipt RC-1 1.00 CNY
            reverse RC-1
            receipt RC-2 2.00 CNY
            identify RC-2 C100
            on-account RC-2 1.00 CNY
            receipt RC-3 3.00 USD
            receipt RC-4 4.00 CNY

            """)
        var held = receive(100)
        held.isTransferable = false
        #expect(desk.perform(held) == "ok")
        let file = try desk.file(.draft)
        let nobody = Receipt.ID(1_000_000_000_999)
        #expect(
            desk.perform(FollowDraft(file: CaseFile.ID(7), .present, seen: nil, why: ""))
                == "case-not-found")
        #expect(
            follow(&desk, file, .endorse(to: "S", recourse: false)) == "draft-not-transferable")
        #expect(follow(&desk, file, .present) == "draft-not-due")
        #expect(follow(&desk, file, .paidToHolder) == "draft-without-recourse")
        #expect(follow(&desk, file, .takeBack) == "draft-nothing-done")
        #expect(follow(&desk, file, .collect(nobody)) == "receipt-not-found")
        for (amount, code) in [
            (100, "receipt-reversed"), (200, "receipt-in-use"), (300, "currencies-differ"),
            (400, "draft-proceeds-differ"),
        ] {
            let id = try #require(
                desk.books.receipts.values.filter { $0.asset == .bank && $0.amount == amount }
                    .first?.id)
            #expect(follow(&desk, file, .collect(id)) == code)
        }
        #expect(follow(&desk, file, .withdraw) == "ok")
        #expect(follow(&desk, file, .takeBack) == "draft-not-held")
        #expect(exposure(desk) == 0)
        let second = try received(&desk)
        #expect(follow(&desk, second, .endorse(to: "", recourse: false)) == "nothing-named")
        let paid = try proceeds(&desk, 5_616_100)
        let sell = FollowDraft.Step.discount(paid, with: "B", rate: 250, recourse: false)
        #expect(follow(&desk, second, sell) == "draft-discount-differs")
        #expect(follow(&desk, second, .endorse(to: "S", recourse: false)) == "ok")
        desk.sit("credit")
        desk.perform(
            SetAcceptor(entity: Self.entity, name: "ICBC", .propose(Money(minor: 5, .cny))))
        #expect(follow(&desk, second, .takeBack) == "acceptor-limit-exceeded")
        let others: Set = [
            // Each has its example above, or in the tests of returned items.
            "receipt-refunded", "residual-in-use", "line-reversed", "draft-line-differs",
        ]
        #expect(desk.refused.union(others).isSuperset(of: all(FollowDraft.Reason.self)))
    }

    @Test func refusalsOfTheSplit() throws {
        var desk = desk()
        #expect(desk.perform(receive(100)) == "ok")
        let whole = try desk.file(.draft).id
        let split = { (file: CaseFile.ID, minor: [Int64], currency: Currency) in
            SplitDraft(file: file, parts: minor.map { Money(minor: $0, currency) })
        }
        #expect(desk.perform(split(CaseFile.ID(7), [1], .cny)) == "case-not-found")
        #expect(desk.perform(split(whole, [50, 50], .cny)) == "draft-not-divisible")
        var ranged = receive(100, number: "2" + Self.number.dropFirst())
        ranged.range = 101...200
        #expect(desk.perform(ranged) == "ok")
        let file = try desk.file(.draft).id
        #expect(desk.perform(split(file, [50, 50], .usd)) == "currencies-differ")
        #expect(desk.perform(split(file, [0, 100], .cny)) == "amount-not-positive")
        #expect(desk.perform(split(file, [100], .cny)) == "parts-do-not-sum")
        #expect(desk.perform(split(file, [50, 51], .cny)) == "parts-do-not-sum")
        #expect(desk.perform(split(file, [], .cny)) == "draft-nothing-done")
        #expect(desk.perform(split(file, [50, 50], .cny)) == "ok")
        #expect(desk.perform(split(file, [50, 50], .cny)) == "draft-not-held")
        #expect(desk.refused == all(SplitDraft.Reason.self))
    }
}
