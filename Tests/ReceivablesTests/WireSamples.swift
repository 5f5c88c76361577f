import Ledger
import Receivables
import TestKit

/// Events that random histories do not make, with every kind of field absent, empty and odd.
enum WireSamples {
    /// The kinds that random histories do not make.
    static var events: [Event] { documents + notices + CaseSamples.events + [revalued] }

    private static var revalued: Event {
        .revalued(
            Revalued(
                entity: Entity.ID(1), currency: .usd, rate: Rate("7.15")!,
                postedOn: Day("2026-03-31")!,
                items: [
                    Revalued.Item(
                        id: OpenItem.ID(7), account: .receivables, gain: -5, revision: 2)
                ],
                receipts: [
                    Revalued.Receipt(id: Receipt.ID(6), place: .onAccount, gain: 5, revision: 0)
                ]))
    }

    private static var documents: [Event] {
        let entity = Entity.ID(1)
        let day = Day("2026-03-31")!
        let item = OpenItem.ID(7)
        var customer = Customer(id: Customer.ID(9), entity: entity, code: "C", name: "N|")
        customer.aliases = ["a", "", "b\\"]
        var account = OwnAccount(
            entity: entity, number: "1", bank: nil, currency: .usd, glAccount: "x")
        account.aliases = ["4711", ""]
        return [
            .ownAccountRegistered(account),
            .holidayRecorded(Holiday(calendar: "CN", day: day, kind: .work)),
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
                ImportedFile(
                    name: "f", hash: "00", format: "csv", rows: 1, new: 0,
                    totals: [ImportedFile.Total(.eur, credits: 5, debits: 7)],
                    made: [ImportedFile.Made(first: 3, last: 4)])),
            .invoiceLinesRecorded(
                entity, item,
                [
                    InvoiceLine(
                        line: "1", item: nil, description: "x\ny", quantity: "2", unit: nil,
                        price: "1.5",
                        net: 300, taxCategory: "S", taxRate: "19")
                ]),
            .disputeMarked(entity, item, true),
            .refundReturned(RefundSamples.plain, on: day),
            .refundRequested(RefundSamples.plain), .refundChanged(RefundSamples.whole),
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

    /// What banks and payers say, and what becomes of it.
    private static var notices: [Event] {
        let day = Day("2026-03-31")!
        var source = Receipt.Source()
        source.text = ["INV-1|", ""]
        source.advice = ["INV-1=100"]
        source.checkNumber = "17"
        source.payerBank = "021000021"
        var line = Advice.Line()
        line.document = "INV-1"
        line.net = Amount(units: -5, decimals: 1)
        line.reason = "PRICE"
        let entity = Entity.ID(1)
        let records: [MasterRecord] = [
            .customer(Customer(id: Customer.ID(9), entity: entity, code: "C", name: "N|")),
            .ownAccount(
                OwnAccount(entity: entity, number: "1", bank: nil, currency: .usd, glAccount: nil)),
            .order(
                SalesOrder(
                    entity: entity, number: "SO", customer: Customer.ID(9), day: day,
                    amount: Money(minor: 5, .eur), po: nil, status: "open")),
            .delivery(Delivery(entity: entity, number: "D", order: "SO", day: day, amount: nil)),
            .balance(
                GLBalance(
                    entity: entity, account: "1122", day: day, balance: Money(minor: -5, .cny))),
            .invoiceLines(entity, OpenItem.ID(7)),
            .rate(
                ExchangeRate(from: .usd, to: .eur, day: day, rate: Rate("0.9")!, type: "spot")),
            .holiday(Holiday(calendar: "CN", day: day, kind: .rest)),
        ]
        return records.map { .recordWithdrawn($0) } + [
            .importUndone(hash: "00", why: "wrong file"),
            .statementWithdrawn(BankStatement.ID(1_000_000_000_003)),
            .bankLineReversed(
                BankLine(
                    id: BankLine.ID(4), statement: BankStatement.ID(3), entity: entity,
                    account: "1", currency: .eur, rate: .one, amount: -4, functional: -4,
                    bookedOn: day, valueDate: day, postedOn: day, kind: .other,
                    bankReference: "B", code: nil, text: nil, fingerprint: 1), on: day),
            .noticeRecorded(
                Notice(
                    id: Notice.ID(1_000_000_000_005), entity: entity, account: "1", currency: .eur,
                    amount: 7, day: day, status: .pending, format: "camt.054", batch: "N",
                    bankReference: nil,
                    parts: [Notice.Part(3, source), Notice.Part(4, Receipt.Source())],
                    fingerprint: 9)),
            .noticeTied(Notice.ID(1_000_000_000_005), to: BankLine.ID(4)),
            .noticeTied(Notice.ID(1_000_000_000_005), to: nil),
            .noticeWithdrawn(Notice.ID(1_000_000_000_005)),
            .adviceRecorded(
                Advice(
                    id: Advice.ID(1), format: "REMADV", number: nil, day: day, payer: "P|",
                    payerAccount: nil, currency: nil, amount: Amount(units: 1, decimals: 0),
                    trace: "T", lines: [line, Advice.Line()], fingerprint: 2)),
            .adviceTied(Advice.ID(1), to: Receipt.ID(1_000_000_000_006), byHand: true),
            .adviceTied(Advice.ID(1), to: nil, byHand: false),
            .adviceWithdrawn(Advice.ID(1)),
            .receiptCompleted(Receipt.ID(1_000_000_000_006), source),
            .researchNoted(
                ResearchNote(
                    id: ResearchNote.ID(1_000_000_000_007), entity: entity,
                    receipt: Receipt.ID(1_000_000_000_006), asked: "C100", channel: .mail,
                    letter: .remittanceRequest, question: "which\ninvoices?", reference: "M|1",
                    answer: nil, againOn: day, notedOn: day, supersedes: nil)),
            .researchNoted(
                ResearchNote(
                    id: ResearchNote.ID(1_000_000_000_008), entity: entity,
                    receipt: Receipt.ID(1_000_000_000_006), asked: "C100", channel: .phone,
                    letter: nil, question: nil, reference: nil, answer: "INV-1", againOn: nil,
                    notedOn: day, supersedes: ResearchNote.ID(1_000_000_000_007))),
        ]
    }

    /// One of each of the others.
    static var scenario: Scenario {
        Scenario(
            """
            entity  HH DE EUR
            customer C100
            rate    USD EUR 0.9000
            invoice INV-1 C100 1190.00 EUR tax 190.00 discount 23.80 until 2026-03-20
            invoice INV-2 C100 500.00 USD
            invoice INV-3 C100 3.27 EUR
            credit  CM-1 C100 119.00 EUR tax 19.00
            dispute INV-2
            receipt RC-1 1000.00 EUR from DE89370400440532013000
            apply   RC-1 INV-1 900.00 discount 23.80 charge 10.00 writeoff 0.20 residual 56.00 PRICE by C100
            unapply RC-1
            on-account RC-1 100.00 EUR
            use-credit CM-1 INV-1 19.00 EUR
            unuse-credit CM-1
            write-off INV-3
            reverse-write-off INV-3
            reverse CM-1
            actor   wang
            refund  approve RC-1 50.00 EUR asked li
            refund  cancel 1
            refund  approve RC-1 50.00 EUR asked li
            actor   zhao
            refund  pay 2
            refund  return 2
            close   2026-03-31
            reopen  2026-03-15
            """)
    }
}
