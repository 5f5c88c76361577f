import Ledger
import Testing

@testable import Matching

/// The receipts of a run are assigned together: who claims what is known before anything is
/// applied.
struct AssignmentTests {
    private static let parent: Payer = {
        var parent = Payer(customer: 1, name: "Alba Holding SA")
        parent.accounts = ["ALBA0001"]
        return parent
    }()
    private static let child: Payer = {
        var child = Payer(customer: 2, name: "Alba Nord SARL")
        child.parent = 1
        child.accounts = ["NORD0001"]
        return child
    }()
    private static let items = [
        Desk.item(1, "INV-1001", 100_00, customer: 2),
        Desk.item(2, "INV-1002", 250_00, customer: 2),
        Desk.item(3, "INV-1003", 70_00, customer: 1),
    ]

    private static func match(
        _ receipts: [Remittance], _ items: [Item] = items, _ payers: [Payer] = [parent, child]
    ) -> [Proposal] {
        var matcher = Desk.matcher(items, payers)
        return matcher.match(receipts)
    }

    @Test func `two equal claims of different payers: neither, each names the other`() {
        let proposals = Self.match([
            Desk.receipt(100_00, "INV-1001", id: 11, account: "ALBA0001"),
            Desk.receipt(
                100_00, "INV-1001", id: 12, on: Desk.today.adding(3), account: "NORD0001"),
        ])
        for (proposal, other) in zip(proposals, [12, 11] as [Int64]) {
            #expect(proposal.disposition == .propose && proposal.stops == [.contestedItem])
            #expect(proposal.rivals == [other] && proposal.cash == [1: 100_00])
            #expect(proposal.evidence.last?.en == "receipt \(other) claims INV-1001 too")
        }
    }

    @Test func `the surer claim wins, though it comes later`() {
        // The parent writes numbers of two items and pays one; the child's advice says it to the
        // cent.
        var later = Desk.receipt(
            100_00, id: 12, on: Desk.today.adding(3), account: "NORD0001")
        later.advice = [.init(document: "INV-1001", amount: 100_00)]
        let proposals = Self.match([
            Desk.receipt(100_00, "INV-1001", id: 11, account: "ALBA0001"), later,
        ])
        #expect(proposals[1].disposition == .apply && proposals[1].rule == .adviceLines)
        #expect(proposals[0].disposition == .unmatched)
        #expect(proposals[0].stops == [.duplicateSuspect])
    }

    @Test func `of one payer the earlier pays, the later is perhaps paid twice`() {
        let proposals = Self.match([
            Desk.receipt(
                100_00, "RE INV-1001", id: 11, on: Desk.today.adding(3), account: "NORD0001"),
            Desk.receipt(100_00, "INV-1001", id: 12, account: "NORD0001"),
        ])
        #expect(proposals.map(\.disposition) == [.unmatched, .apply])
        #expect(proposals[0].stops == [.duplicateSuspect])
    }

    @Test func `a third, weaker claim does not win where two stronger ones block each other`() {
        var advised: [Remittance] = [("ALBA0001", 21), ("NORD0001", 22)].map {
            Desk.receipt(100_00, id: $0.1, on: Desk.today.adding(2), account: $0.0)
        }
        for place in advised.indices {
            advised[place].advice = [.init(document: "INV-1001", amount: 100_00)]
        }
        let weak = Desk.receipt(100_00, "INV-1001", id: 20, account: "NORD0001")
        let proposals = Self.match([weak] + advised)
        #expect(proposals.allSatisfy { $0.disposition == .propose })
        #expect(proposals.allSatisfy { $0.stops == [.contestedItem] })
    }

    @Test func `parts that fit together are all applied`() {
        let parts: [Remittance] = (0..<3).map { number in
            var part = Desk.receipt(
                80_00 + Int64(number), id: Int64(30 + number), account: "NORD0001")
            part.advice = [.init(document: "INV-1002", amount: 80_00 + Int64(number))]
            return part
        }
        #expect(Self.match(parts).allSatisfy { $0.disposition == .apply })
    }

    @Test func `what only an amount says never takes what another names`() {
        var payer = Self.child
        payer.flags = .autoSingleAmount
        let proposals = Self.match(
            [
                Desk.receipt(100_00, id: 1, account: "NORD0001"),
                Desk.receipt(
                    100_00, "INV-1001", id: 2, on: Desk.today.adding(5), account: "NORD0001"),
            ], Self.items, [Self.parent, payer])
        #expect(proposals[1].disposition == .apply && proposals[1].cash == [1: 100_00])
        #expect(proposals[0].disposition == .unmatched)
    }

    @Test func `no proposal is left that another receipt has taken, nor two for one item`() {
        let proposals = Self.match([
            Desk.receipt(100_00, "INV-1001", id: 1, account: nil, name: "Nobody Ltd"),
            Desk.receipt(
                100_00, "INV-1001", id: 2, on: Desk.today.adding(2), account: "NORD0001"),
            Desk.receipt(250_00, "INV-1002", id: 3, account: nil, name: "Nobody Ltd"),
            Desk.receipt(250_00, "INV-1002 ", id: 4, account: nil, name: "Someone Ltd"),
        ])
        #expect(proposals[1].disposition == .apply)
        #expect(proposals[0].stops.contains(.duplicateSuspect) && proposals[0].lines.isEmpty)
        #expect(proposals[2].rivals == [4] && proposals[3].rivals == [3])
        #expect(proposals[2].stops == [.payerUnknown, .contestedItem])
    }

    @Test(.timeLimit(.minutes(1)))
    func `an item that a crowd claims goes to nobody, and soon`() {
        let crowd = (0..<2_000).map {
            Desk.receipt(100_00, "INV-1001 NO \($0)", id: Int64($0) + 1, account: "NORD0001")
        }
        let proposals = Self.match(crowd)
        #expect(proposals.allSatisfy { $0.disposition != .apply })
        #expect(proposals.allSatisfy { $0.rivals.count <= 8 })
    }

    @Test func `pieces of a run are the run`() {
        let receipts = (0..<50).map { number in
            Desk.receipt(
                [100_00, 250_00, 70_00, 33_00][number % 4],
                ["INV-1001", "INV-1002", "", "INV-1003"][number % 4], id: Int64(number) + 1,
                on: Desk.today.adding(number % 7),
                account: number % 3 == 0 ? "ALBA0001" : "NORD0001")
        }
        let whole = Self.match(receipts)
        var assignment = Assignment(Desk.matcher(Self.items, [Self.parent, Self.child]), receipts)
        var pieces: [Int: Proposal] = [:]
        while true {
            let some = assignment.next(atMost: 7)
            if some.isEmpty { break }
            #expect(some.count <= 7)
            for one in some { #expect(pieces.updateValue(one.proposal, forKey: one.place) == nil) }
        }
        #expect(receipts.indices.map { pieces[$0] } == whole)
    }
}
