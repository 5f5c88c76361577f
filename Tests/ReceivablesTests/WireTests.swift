import Ledger
import Receivables
import TestKit
import Testing

/// What is written of an event is read back as the same event.
@Suite struct WireTests {
    @Test func everyEventOfHistoriesComesBack() throws {
        var kinds: Set<EventKind> = []
        for seed in 1...12 {
            var history = RandomHistory(seed: UInt64(seed))
            for _ in 0..<300 { _ = history.step() }
            for event in history.ledger.events + Self.others {
                kinds.insert(event.kind)
                let bytes = Self.written(event)
                try bytes.withUnsafeBufferPointer { buffer in
                    var reader = FieldReader(buffer)
                    let read = try Event(event.kind, from: &reader)
                    #expect(read == event)
                    #expect(reader.isAtEnd)
                }
            }
        }
        #expect(kinds == Set(EventKind.allCases))
    }

    @Test func brokenWireIsAnErrorNotATrap() {
        var history = RandomHistory(seed: 5)
        for _ in 0..<300 { _ = history.step() }
        var seeded = Seeded(3)
        for event in history.ledger.events + Self.others {
            var bytes = Self.written(event)
            switch seeded.below(3) {
            case 0: bytes.removeLast(seeded.below(bytes.count) + 1)
            case 1: bytes[seeded.below(bytes.count)] = UInt8(seeded.below(256))
            default: bytes.insert(UInt8(ascii: "|"), at: seeded.below(bytes.count))
            }
            bytes.withUnsafeBufferPointer { buffer in
                var reader = FieldReader(buffer)
                _ = try? Event(event.kind, from: &reader)
            }
        }
    }

    @Test func textWithEverySignComesBack() throws {
        let entity = Entity(
            id: Entity.ID(1), code: "", name: "a|b\\c\nd\re\u{0}f 大连 \u{301}", country: "CN",
            currency: .cny)
        let bytes = Self.written(.entityOpened(entity))
        try bytes.withUnsafeBufferPointer { buffer in
            var reader = FieldReader(buffer)
            let read = try Event(.entityOpened, from: &reader)
            #expect(read == .entityOpened(entity))
        }
    }

    @Test func namesAndNumbersAreStable() {
        #expect(EventKind.itemPosted.name == "item-posted")
        #expect(EventKind.glBalanceRecorded.name == "gl-balance-recorded")
        #expect(Set(EventKind.allCases.map(\.name)).count == EventKind.allCases.count)
    }

    private static func written(_ event: Event) -> [UInt8] {
        var writer = FieldWriter()
        event.write(to: &writer)
        return writer.bytes
    }

    /// The kinds that random histories do not make.
    private static var others: [Event] {
        let entity = Entity.ID(1)
        let day = Day("2026-03-31")!
        let item = OpenItem.ID(7)
        var customer = Customer(id: Customer.ID(9), entity: entity, code: "C", name: "N|")
        customer.aliases = ["a", "", "b\\"]
        return [
            .ownAccountRegistered(
                OwnAccount(entity: entity, number: "1", bank: nil, currency: .usd, glAccount: "x")),
            .customerChanged(customer),
            .orderRecorded(
                SalesOrder(
                    entity: entity, number: "SO", customer: customer.id, day: day,
                    amount: Money(minor: 5, .eur), po: "", status: nil)),
            .deliveryRecorded(
                Delivery(entity: entity, number: "D", order: "SO", day: day, amount: -3)),
            .glBalanceRecorded(
                GLBalance(
                    entity: entity, account: "1122", day: day, balance: Money(minor: -5, .cny))),
            .fileImported(
                ImportedFile(name: "f", hash: "00", format: "csv", rows: 1, new: 0)),
            .invoiceLinesRecorded(
                entity, item,
                [
                    InvoiceLine(
                        line: "1", item: nil, description: "x\ny", quantity: "2", unit: nil,
                        price: "1.5",
                        net: 300, taxCategory: "S", taxRate: "19")
                ]),
            .disputeMarked(entity, item, true),
            .refundReturned(
                Refund(
                    id: Refund.ID(5), entity: entity, receipt: Receipt.ID(6), currency: .eur,
                    rate: .one, amount: 1, functional: 8, toAccount: "A", requestedBy: "li",
                    approvedBy: "wang", state: .approved), on: day),
            .statementAccepted(
                BankStatement(
                    id: BankStatement.ID(3), entity: entity, account: "1", currency: .eur,
                    number: nil, sequence: "7", from: day, to: day, opening: nil, closing: -4,
                    lines: 2, format: "MT940")),
            .bankLineRecorded(
                BankLine(
                    id: BankLine.ID(4), statement: BankStatement.ID(3), entity: entity,
                    account: "1", currency: .eur, rate: Rate("7.8")!, amount: -4, functional: -31,
                    bookedOn: day, valueDate: day, postedOn: day, kind: .bankCharge,
                    bankReference: nil, code: "NCHG", text: "fee", fingerprint: .min + 1)),
            .receiptProposed(
                Proposed(
                    receipt: Receipt.ID(1_000_000_000_001), customer: nil, disposition: "propose",
                    rule: "R8", score: 88,
                    lines: [
                        Proposed.Line(
                            item: item, amount: 5, discount: 0, bankCharge: 0, writeOff: 0,
                            residual: 1, reason: nil)
                    ], evidence: "e", evidenceZh: "", stops: ["amount-only"])),
        ]
    }
}
