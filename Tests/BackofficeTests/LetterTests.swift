import Ledger
import Paper
import Receivables
import Store
import Testing

@testable import Backoffice

/// Letters of what the books know of a receipt; what they do not know makes no letter.
@Suite struct LetterTests {
    /// A receipt of 100.00 EUR of C1, with everything that a bank can say.
    private func desk(
        _ engine: Engine, _ change: (inout Receipt.Source) -> Void = { _ in }
    ) throws -> (desk: ImportDesk, receipt: Receipt.ID) {
        let desk = try ImportDesk(engine)
        try desk.take(
            "i.csv",
            "invoice,entity,customer,issued,due,currency,gross\n"
                + "INV-1,HH,C1,2026-04-01,2026-04-30,EUR,80.00\n")
        return (desk, try record(desk, key: "one", change))
    }

    private func record(
        _ desk: ImportDesk, key: String, _ change: (inout Receipt.Source) -> Void = { _ in }
    ) throws -> Receipt.ID {
        let day = desk.desk.today.adding(-3)
        var command = RecordReceipt(
            entity: Entity.ID(1), amount: Money(minor: 100_00, .eur), bookedOn: day,
            valueDate: day)
        command.source.account = ImportDesk.account
        command.source.payer = "Adler GmbH"
        command.source.payerAccount = "DE02120300000000202051"
        command.source.bankReference = "B-\(key)"
        change(&command.source)
        _ = try Office(desk.database).perform(command, key: key, at: desk.desk)
        return try #require(
            try desk.database.read { try $0.int("SELECT MAX(id) FROM receipt") }.map {
                Receipt.ID($0)
            })
    }

    private func identify(_ receipt: Receipt.ID, _ desk: ImportDesk) throws {
        let customer = try desk.database.read {
            try Naming($0, entity: nil).customer("C1", of: Entity.ID(1))
        }
        _ = try Office(desk.database).perform(
            MoveReceipt(receipt: receipt, .identify(customer), why: ""),
            key: "identify \(receipt.raw)", at: desk.desk)
    }

    private func letter(
        _ kind: LetterKind, _ receipt: Receipt.ID, _ desk: ImportDesk,
        _ change: (inout LetterOfReceipt) -> Void = { _ in }
    ) throws -> Letter {
        var letter = LetterOfReceipt(kind, of: receipt, today: desk.desk.today)
        change(&letter)
        return try desk.database.read { try letter.letter($0) }
    }

    private func lacking(_ body: () throws -> Letter) -> String? {
        do {
            _ = try body()
            return nil
        } catch let refusal as Refusal where refusal.code == LetterOfReceipt.lacks {
            return refusal.value
        } catch {
            return "\(error)"
        }
    }

    @Test func checkThatCameBack() throws {
        let (desk, receipt) = try desk(.sqlite) { $0.checkNumber = "004711" }
        let none = lacking { try letter(.returnedCheck, receipt, desk) }
        #expect(none == "reason")
        let text = try letter(.returnedCheck, receipt, desk) {
            $0.reason = "insufficient funds"
            $0.replyBy = Day("2026-06-01")
        }.text()
        #expect(text.contains("Your check 004711 of EUR 100.00 was returned unpaid"))
        #expect(text.contains("reason: insufficient funds"))
        #expect(text.contains("1 June 2026"))
        #expect(text.contains("DE89 3704 0044 0532 0130 00"))
    }

    /// Of each kind, what the plain receipt of an unknown payer lacks.
    @Test func whatIsNotKnownMakesNoLetter() throws {
        let (desk, receipt) = try desk(.sqlite) {
            $0.payer = nil
            $0.payerAccount = nil
        }
        var lacks: [LetterKind: String] = [:]
        for kind in LetterKind.allCases {
            lacks[kind] = lacking { try letter(kind, receipt, desk) }
        }
        for kind in LetterKind.allCases where kind != .senderQuery {
            #expect(lacks[kind] == "customer, payer", "\(kind)")
        }
        // The account in these books has no bank.
        #expect(lacks[.senderQuery] == "bank")
    }

    @Test func aPayerThatIsNobodysCustomerGetsNoLetterOfAccount() throws {
        let (desk, receipt) = try desk(.sqlite)
        #expect(lacking { try letter(.thirdPartyPayment, receipt, desk) } == "customer")
        #expect(lacking { try letter(.shortPayment, receipt, desk) } == "open")
        #expect(lacking { try letter(.unearnedDiscount, receipt, desk) } == "discount")
        #expect(lacking { try letter(.duplicatePayment, receipt, desk) } == "left")
        #expect(
            lacking { try letter(.returnedCheck, receipt, desk) { $0.reason = "x" } } == "check")
        for kind in [
            LetterKind.remittanceRequest, .misdirectedPayment, .bankChangeWarning,
        ] {
            #expect(try letter(kind, receipt, desk).recipient == ["Adler GmbH"])
        }
    }

    @Test(arguments: Books.engines) func theSameAmountTwice(_ engine: Engine) throws {
        let (desk, first) = try desk(engine)
        let second = try record(desk, key: "two") { $0.payerAccount = nil }
        let other = try record(desk, key: "three") {
            $0.payer = "Brandt GmbH"
            $0.payerAccount = nil
        }
        let letter = try letter(.duplicatePayment, second, desk)
        let tables = letter.body.compactMap { block -> Letter.Table? in
            if case .table(let table) = block { return table }
            return nil
        }
        #expect(tables.map { $0.rows.map(\.[0]) } == [["\(first.raw)", "\(second.raw)"]])
        #expect(lacking { try self.letter(.duplicatePayment, other, desk) } == "left")
    }

    @Test func whatIsLeftOverIsTheirs() throws {
        let (desk, receipt) = try desk(.sqlite)
        try identify(receipt, desk)
        let item = try desk.database.read { try Naming($0, entity: nil).item("INV-1") }
        _ = try Office(desk.database).perform(
            ApplyReceipt(receipt: receipt, lines: [.init(item: item.id, cash: 80_00)]),
            key: "apply", at: desk.desk)
        let text = try letter(.overpayment, receipt, desk).text()
        #expect(text.contains("Credit of EUR 20.00 in your favour"))
        #expect(text.contains("INV-1"))
        #expect(text.contains("Customer number  C1"))
    }

    /// Fourteen days later, never on a Saturday or Sunday.
    @Test func answersAreAskedForOnAWorkingDay() throws {
        let (desk, receipt) = try desk(.sqlite)
        for (today, reply) in [
            ("2026-05-15", "29 May 2026"), ("2026-05-16", "1 June 2026"),
            ("2026-05-17", "1 June 2026"), ("2026-05-18", "1 June 2026"),
        ] {
            let day = try #require(Day(today))
            let letter = LetterOfReceipt(.remittanceRequest, of: receipt, today: day)
            let text = try desk.database.read { try letter.letter($0) }.text()
            let isThere = text.replacing("\n", with: " ").contains("by \(reply)")
            #expect(isThere, "\(today)")
        }
    }

    @Test func languageIsTheCustomers() throws {
        let (desk, receipt) = try desk(.sqlite)
        try identify(receipt, desk)
        #expect(try letter(.remittanceRequest, receipt, desk).language == .en)
        try desk.take(
            "c2.csv",
            "customer,entity,name,nameLocal,language\nC1,HH,Adler GmbH,阿德勒泵业,zh-Hans\n")
        let chinese = try letter(.remittanceRequest, receipt, desk)
        #expect(chinese.language == .zh)
        #expect(chinese.recipient == ["阿德勒泵业"])
        #expect(try letter(.remittanceRequest, receipt, desk) { $0.language = .en }.language == .en)
    }

    /// Whatever a payer writes stays one line of text, without marks that turn its direction.
    @Test func whatOthersWroteIsQuoted() throws {
        let (desk, receipt) = try desk(.sqlite) {
            $0.payer = "Evil\u{202E}moc\t\n{amount} [table]"
            $0.text = [String(repeating: "很", count: 2_000)]
        }
        let letter = try letter(.misdirectedPayment, receipt, desk)
        #expect(letter.recipient == ["Evilmoc  {amount} [table]"])
        let text = letter.text()
        #expect(!text.contains("\u{202E}"))
        #expect(text.count { $0 == "很" } == 600)
        #expect(try letter.pdf().starts(with: Array("%PDF-1.5".utf8)))
    }

    @Test func accountsAreShownAsFarAsTheirOwnerMayKnow() throws {
        let (desk, receipt) = try desk(.sqlite)
        try desk.take(
            "b.csv", "account,entity,bank,currency\n\(ImportDesk.account),HH,Sparkasse,EUR\n")
        let toPayer = try letter(.misdirectedPayment, receipt, desk).text()
        #expect(toPayer.contains("ending in 2051"))
        #expect(!toPayer.contains("DE02"))
        let toBank = try letter(.senderQuery, receipt, desk).text()
        #expect(toBank.contains("DE02 1203 0000 0000 2020 51"))
    }
}
