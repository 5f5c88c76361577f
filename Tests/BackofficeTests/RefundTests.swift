import Foundation
import Ledger
import Receivables
import Store
import Testing

@testable import Backoffice

/// Refunds in stored books: many at once, files for the bank, and what comes back from it.
@Suite struct RefundTests {
    private static let source = "FR1420041010050500013M02606"

    /// Money of C1 on account, as it came.
    private func onAccount(_ desk: ImportDesk, _ amount: Int64) throws -> Receipt.ID {
        let office = Office(desk.database)
        var record = RecordReceipt(
            entity: Entity.ID(1), amount: Money(minor: amount, .eur),
            bookedOn: Day("2026-05-01")!, valueDate: Day("2026-05-01")!)
        record.source.payerAccount = Self.source
        record.source.payer = "Adler GmbH"
        let key = "receipt \(amount)"
        _ = try office.perform(record, key: key, at: desk.desk)
        let number = try desk.count("SELECT MAX(id) FROM receipt")
        let customer = try desk.count("SELECT id FROM customer WHERE code = 'C1'")
        let receipt = Receipt.ID(number)
        for (step, move) in [
            ("identify", MoveReceipt.Move.identify(Customer.ID(customer))),
            ("on account", .putOnAccount(nil)),
        ] {
            _ = try office.perform(
                MoveReceipt(receipt: receipt, move, why: ""), key: "\(key) \(step)",
                at: desk.desk)
        }
        return receipt
    }

    private func desk(_ desk: ImportDesk, _ actor: String) -> Desk {
        Desk(actor: actor, today: desk.desk.today, at: desk.desk.at)
    }

    private func request(_ receipt: Receipt.ID, _ amount: Int64) -> RequestRefund {
        var asked = RequestRefund(
            receipt: receipt, amount: Money(minor: amount, .eur), requestedBy: "li",
            why: "paid twice")
        asked.despite = "seen"
        return asked
    }

    private func refund(_ desk: ImportDesk) throws -> Refund {
        var found: [Refund] = []
        try desk.database.read { try ModelReader($0).refunds { found.append($0) } }
        return try #require(found.last)
    }

    /// F4: sixteen ask for the same money at once; one gets it.
    @Test(arguments: Books.engines) func raceOfSixteen(_ engine: Engine) throws {
        let books = try ImportDesk(engine)
        let receipt = try onAccount(books, 900_00)
        let office = Office(books.database)
        let (asked, moment) = (request(receipt, 900_00), desk(books, "wang"))
        let counts = OfficeTests.Counts()
        DispatchQueue.concurrentPerform(iterations: 16) { writer in
            do {
                _ = try office.perform(asked, key: "race \(writer)", at: moment)
                counts.add("done")
            } catch let refusal as Refusal {
                counts.add(refusal.code)
            } catch {
                counts.add("\(error)")
            }
        }
        #expect(counts.all == ["done": 1, "exceeds-on-account": 15])
        #expect(try books.count("SELECT refunded FROM receipt") == 900_00)
        try books.verify()
    }

    /// The whole way: file, release, answer, debit; return; and the statements taken back.
    @Test(arguments: Books.engines) func thereAndBack(_ engine: Engine) throws {
        let books = try ImportDesk(engine)
        let office = Office(books.database)
        let receipt = try onAccount(books, 200_00)
        _ = try office.perform(request(receipt, 200_00), key: "ask", at: desk(books, "wang"))
        let number = try refund(books).number

        let written = try books.database.read {
            try Naming($0, entity: nil).refundFile(
                account: ImportDesk.account, [], format: nil, at: desk(books, "ann"))
        }
        let text = String(decoding: written.bytes, as: UTF8.self)
        #expect(text.contains("<EndToEndId>\(number)</EndToEndId>"))
        #expect(text.contains("<IBAN>\(Self.source)</IBAN>") && text.contains("<Cd>SEPA</Cd>"))
        _ = try office.perform(
            BuildRefundFile(entity: Entity.ID(1), file: written.file), key: "build",
            at: desk(books, "ann"))
        let (id, file) = try books.database.read {
            try Naming($0, entity: nil).builtFile(written.file.number)
        }
        #expect(file.builtBy == "ann")
        var changed = written.bytes
        changed[changed.count / 2] ^= 1
        func release(_ bytes: [UInt8]) -> ReleaseRefundFile {
            ReleaseRefundFile(
                file: id, refunds: file.refunds, hash: RefundFileWriting.hash(bytes), count: 1,
                total: Money(minor: 200_00, .eur))
        }
        do {
            _ = try office.perform(release(changed), key: "forged", at: desk(books, "sun"))
            Issue.record("a changed byte was released")
        } catch let refusal as Refusal { #expect(refusal.code == "refund-file-changed") }
        _ = try office.perform(release(written.bytes), key: "release", at: desk(books, "sun"))

        let answer = """
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
            <GrpHdr><MsgId>A1</MsgId><CreDtTm>2026-05-15T10:00:00</CreDtTm></GrpHdr>
            <OrgnlGrpInfAndSts><OrgnlMsgId>\(file.number)</OrgnlMsgId>
            <OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId></OrgnlGrpInfAndSts>
            <OrgnlPmtInfAndSts><OrgnlPmtInfId>\(file.number)-1</OrgnlPmtInfId>
            <TxInfAndSts><OrgnlEndToEndId>\(number)</OrgnlEndToEndId><TxSts>ACSP</TxSts>
            </TxInfAndSts></OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>
            """
        let answered = try books.take("answer.xml", answer)
        #expect(answered.state == .imported, "\(answered.findings)")
        #expect(try refund(books).state == .accepted)
        try books.verify()

        // The debit closes it: the bank is posted once, bank clearing is even.
        let debit = TestEntry(amount: -200_00, reference: "D1", text: "refund", endToEnd: number)
        try books.take("s1.xml", TestStatement.camt("S1", "2026-05-13", opening: 500_00, [debit]))
        #expect(try refund(books).state == .paid)
        #expect(try clearing(books) == 0)
        try books.verify()

        let credit = TestEntry(amount: 200_00, reference: "C1", text: "AC04", endToEnd: number)
        try books.take(
            "s2.xml",
            TestStatement.camt("S2", sequence: 2, "2026-05-14", opening: 300_00, [credit]))
        #expect(try refund(books).state == .approved)
        #expect(try books.receipts == 1, "what comes back is no new receipt")
        #expect(try clearing(books) == 0)
        try books.verify()

        // Taken back in the order in which they came, each by its mirror.
        _ = try UndoImport(books.database, desk: books.desk).run("s2.xml", why: "wrong")
        #expect(try refund(books).state == .paid)
        #expect(try clearing(books) == 0)
        try books.verify()
        #expect(throws: (any Error).self) {
            try UndoImport(books.database, desk: books.desk).run("answer.xml", why: "wrong")
        }
    }

    /// A bank that rejects gives the money back to those who decide.
    @Test(arguments: Books.engines) func rejected(_ engine: Engine) throws {
        let books = try ImportDesk(engine)
        let office = Office(books.database)
        let receipt = try onAccount(books, 200_00)
        _ = try office.perform(request(receipt, 200_00), key: "ask", at: desk(books, "wang"))
        let written = try books.database.read {
            try Naming($0, entity: nil).refundFile(
                account: ImportDesk.account, [], format: .pain03, at: desk(books, "ann"))
        }
        _ = try office.perform(
            BuildRefundFile(entity: Entity.ID(1), file: written.file), key: "build",
            at: desk(books, "ann"))
        let (id, file) = try books.database.read {
            try Naming($0, entity: nil).builtFile(written.file.number)
        }
        _ = try office.perform(
            ReleaseRefundFile(
                file: id, refunds: file.refunds, hash: file.hash, count: 1, total: file.total),
            key: "release", at: desk(books, "sun"))
        let answer = """
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.03"><CstmrPmtStsRpt>
            <GrpHdr><MsgId>A1</MsgId><CreDtTm>2026-05-15T10:00:00</CreDtTm></GrpHdr>
            <OrgnlGrpInfAndSts><OrgnlMsgId>\(file.number)</OrgnlMsgId>
            <OrgnlMsgNmId>pain.001.001.03</OrgnlMsgNmId><GrpSts>RJCT</GrpSts>
            <StsRsnInf><Rsn><Cd>AC01</Cd></Rsn></StsRsnInf></OrgnlGrpInfAndSts>
            </CstmrPmtStsRpt></Document>
            """
        #expect(try books.take("answer.xml", answer).state == .imported)
        let refund = try refund(books)
        #expect(refund.state == .approved && refund.bankReason == "AC01" && refund.file == nil)
        // Nothing is sent again by itself.
        #expect(throws: Refusal.self) {
            try books.database.read {
                try Naming($0, entity: nil).refundFile(
                    account: ImportDesk.account, [], format: nil, at: desk(books, "ann"))
            }
        }
        _ = try office.perform(
            SettleRefund(refund: refund.id, .cancel, why: "account closed"), key: "cancel",
            at: desk(books, "wang"))
        #expect(try books.count("SELECT onAccount FROM receipt") == 200_00)
        try books.verify()
    }

    /// What an answer to a stranger's order says is none of ours.
    @Test func answersOfOthersWait() throws {
        let books = try ImportDesk(.sqlite)
        let answer = """
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.03"><CstmrPmtStsRpt>
            <GrpHdr><MsgId>A1</MsgId><CreDtTm>2026-05-15T10:00:00</CreDtTm></GrpHdr>
            <OrgnlGrpInfAndSts><OrgnlMsgId>X</OrgnlMsgId>
            <OrgnlMsgNmId>pain.001.001.03</OrgnlMsgNmId><GrpSts>RJCT</GrpSts>
            </OrgnlGrpInfAndSts></CstmrPmtStsRpt></Document>
            """
        #expect(try books.take("answer.xml", answer).state == .held)
    }

    /// F8: names are compared as company names are, and looked up in the list.
    @Test func namesAndList() throws {
        let books = try ImportDesk(.sqlite)
        let receipt = try onAccount(books, 200_00)
        let list = SanctionList(name: "list", Array("# of today\nNemo Ltd.\r\n".utf8))
        func facts(_ payee: String?) throws -> RefundFacts {
            try books.database.read { connection in
                let naming = try Naming(connection, entity: nil)
                return try naming.refundFacts(
                    of: try naming.fullReceipt("\(receipt.raw)"), Money(minor: 200_00, .eur),
                    payee: payee, list: list, on: books.desk.today)
            }
        }
        #expect(try facts("ADLER G.m.b.H.").nameAgrees == true)
        #expect(try facts("Falke GmbH").nameAgrees == false)
        #expect(try facts("NEMO LIMITED").listed == "Nemo Ltd.")
        #expect(try facts(nil).listed == nil)
        #expect(list.name.hasPrefix("list "))
    }

    private func clearing(_ desk: ImportDesk) throws -> Int64 {
        try desk.count(
            """
            SELECT CAST(COALESCE(SUM(CASE WHEN debit = '1009' THEN amount WHEN credit = '1009'
                THEN -amount ELSE 0 END), 0) AS BIGINT) FROM line
            """)
    }
}
