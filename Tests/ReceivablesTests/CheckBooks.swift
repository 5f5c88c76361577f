import Ledger
import Receivables
import TestKit
import Testing

/// Books with checks in them, for the tests of each step.
protocol CheckBooks {}

extension CheckBooks {
    static var entity: Entity.ID { Entity.ID(1) }

    func desk(_ more: String = "") -> PaperDesk {
        var desk = PaperDesk(
            """
            entity DL CN CNY
            customer C100
            rate USD CNY 7.0000
            today 2026-05-04

            """ + more)
        desk.sit("opener")
        return desk
    }

    func log(
        _ number: String, _ minor: Int64, dated: String = "2026-05-01", _ currency: Currency = .cny
    ) -> LogCheck {
        var log = LogCheck(
            entity: Self.entity, number: number, datedOn: Day(dated)!, payer: "NORDWIND",
            figures: Money(minor: minor, currency))
        log.customerCode = "C100"
        return log
    }

    func deposit(_ desk: inout PaperDesk, _ amounts: [Int64], slip: String) throws
        -> CaseFile
    {
        desk.sit("opener")
        var files: [CaseFile.ID] = []
        for (place, amount) in amounts.enumerated() {
            #expect(desk.perform(log("\(slip)\(place)", amount)) == "ok")
            files.append(try desk.file(.check).id)
        }
        desk.sit("poster")
        #expect(
            desk.perform(DepositChecks(entity: Self.entity, slip: slip, checks: files)) == "ok")
        return try desk.file(.depositSlip)
    }

    func credit(_ desk: inout PaperDesk, _ amount: Int64) throws -> Receipt {
        let today = desk.ledger.desk.today
        #expect(
            desk.perform(
                RecordReceipt(
                    entity: Self.entity, amount: Money(minor: amount, .cny), bookedOn: today,
                    valueDate: today)) == "ok")
        return try desk.receipt(amount)
    }

    func clear(_ desk: inout PaperDesk, _ file: CaseFile, _ step: ClearDeposit.Step)
        -> String
    {
        var command = ClearDeposit(file: file.id, step, why: "slip")
        if case .depositSlip(let slip)? = desk.books.cases[file.id]?.content { command.slip = slip }
        return desk.perform(command)
    }

    func slip(_ desk: PaperDesk, _ file: CaseFile) -> DepositSlip? {
        if case .depositSlip(let slip)? = desk.books.cases[file.id]?.content { return slip }
        return nil
    }
}
