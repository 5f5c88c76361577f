import Ledger
import Receivables
import TestKit
import Testing

/// Books with approved acceptors, for the tests of each step of a draft.
protocol DraftBooks {}

extension DraftBooks {
    static var entity: Entity.ID { Entity.ID(1) }
    static var number: String { "130222100001020260310123456789" }

    func desk(_ more: String = "") -> PaperDesk {
        var desk = PaperDesk(
            """
            entity DL CN CNY Dalian
            customer C100
            rate USD CNY 7.0000
            invoice INV-1 C100 56500.00 CNY due 2026-04-09
            today 2026-04-10

            """ + more)
        desk.sit("credit")
        for (name, limit) in [("ICBC", 10_000_000), ("HAIRUN", 100)] {
            desk.perform(
                SetAcceptor(
                    entity: Self.entity, name: name, .propose(Money(minor: Int64(limit), .cny))))
        }
        desk.sit("chief")
        for name in ["ICBC", "HAIRUN"] {
            desk.perform(SetAcceptor(entity: Self.entity, name: name, .approve))
        }
        desk.sit("cashier")
        return desk
    }

    func receive(
        _ minor: Int64 = 5_650_000, until: String = "2026-07-09", number: String = Self.number,
        acceptor: String = "ICBC", _ currency: Currency = .cny, issued: String = "2026-03-10"
    ) -> ReceiveDraft {
        ReceiveDraft(
            entity: Self.entity, customerCode: "C100", number: number, kind: .bankAcceptance,
            issuedOn: Day(issued)!, maturesOn: Day(until)!, amount: Money(minor: minor, currency),
            drawer: "KAIYUAN", acceptor: acceptor, payee: "Dalian")
    }

    func received(_ desk: inout PaperDesk) throws -> CaseFile {
        #expect(desk.perform(receive()) == "ok")
        let invoice = try desk.item("INV-1").id
        #expect(
            desk.perform(
                ApplyReceipt(
                    receipt: try desk.receipt(5_650_000).id,
                    lines: [.init(item: invoice, cash: 5_650_000)])) == "ok")
        return try desk.file(.draft)
    }

    func follow(
        _ desk: inout PaperDesk, _ file: CaseFile, _ step: FollowDraft.Step
    ) -> String {
        desk.perform(FollowDraft(file: file.id, step, seen: draft(desk, file), why: "draft"))
    }

    func draft(_ desk: PaperDesk, _ file: CaseFile) -> Draft? {
        if case .draft(let draft)? = desk.books.cases[file.id]?.content { return draft }
        return nil
    }

    func proceeds(_ desk: inout PaperDesk, _ minor: Int64, _ currency: Currency = .cny)
        throws -> Receipt.ID
    {
        let today = desk.ledger.desk.today
        #expect(
            desk.perform(
                RecordReceipt(
                    entity: Self.entity, amount: Money(minor: minor, currency), bookedOn: today,
                    valueDate: today)) == "ok")
        return try desk.receipt(minor).id
    }

    func exposure(_ desk: PaperDesk) -> Int64? {
        for file in desk.books.cases.values {
            if case .acceptor(let acceptor) = file.content, acceptor.name == "ICBC" {
                return acceptor.exposure
            }
        }
        return nil
    }
}
