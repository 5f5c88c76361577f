import Ledger
import Testing

@testable import Formats

@Suite struct CamtTests {
    let full = readCamt(CamtSamples.full)

    @Test func head() throws {
        #expect(full.findings == [])
        #expect(full.document.format == "camt.053.001.08")
        let statement = try #require(full.document.statements.first)
        #expect(full.document.statements.count == 1)
        #expect(statement.id == "STMT-2026-03")
        #expect(statement.sequence == "62")
        #expect(statement.account == "DE89370400440532013000")
        #expect(statement.currency == .eur)
        #expect(statement.from == Day("2026-03-01"))
        #expect(statement.to == Day("2026-03-31"))
        #expect(
            statement.opening
                == .init(amount: Amount("1000.00")!, currency: .eur, date: Day("2026-03-01")))
        #expect(
            statement.closing
                == .init(amount: Amount("1350.50")!, currency: .eur, date: Day("2026-03-31")))
    }

    @Test func entry() throws {
        try #require(full.entries.count == 3)
        var entry = full.entries[0]
        entry.details = []
        var expected = StatementEntry(amount: Amount("450.50")!)
        expected.currency = .eur
        expected.bookedOn = Day("2026-03-02")
        // The bank's own day, whatever it is in Greenwich.
        expected.valueDate = Day("2026-03-03")
        expected.bankReference = "BANK-1"
        expected.customerReference = "N-1"
        expected.code = "PMNT/RCDT/ESCT"
        expected.bankCode = "166"
        var batch = Batch()
        batch.id = "BATCH-7"
        batch.count = 2
        expected.batches = [batch]
        expected.text = "SEPA credit transfer"
        #expect(entry == expected)
        #expect(full.entries[2].status == .pending)
        #expect(full.entries[2].amount == Amount("7.12345"))
        #expect(full.entries[2].details == [])
        #expect(full.entries[2].code == nil)
    }

    private func document(
        _ type: String?, _ number: String?, _ amount: String?, due: String? = nil
    ) -> PaymentDetail.ReferredDocument {
        var document = PaymentDetail.ReferredDocument(
            type: type, number: number, amount: amount.flatMap { Amount($0) })
        document.due = due.flatMap { Amount($0) }
        return document
    }

    @Test func batchKeepsAllPayments() throws {
        try #require(full.entries.first?.details.count == 2)
        var expected = PaymentDetail()
        expected.amount = Amount("400.00")
        expected.currency = .eur
        expected.endToEndId = "E2E-1"
        expected.uetr = "eb6305c9-1f7f-49de-aed0-16487c27b42d"
        expected.payer = .init(
            name: "Müller & Söhne 有限公司", account: "DE02120300000000202051", bank: "BYLADEM1001")
        expected.payer?.bankIds = [.init(type: "name", value: "Bank")]
        expected.payee = .init(name: "Our Company", account: "0532013000", bank: "37040044")
        expected.ultimatePayer = .init(name: "Tochter AG")
        expected.remittance = ["Rechnung 4711 ", "und 4712", "less discount"]
        expected.references = [.init(type: "SCOR", value: "RF18539007547034")]
        expected.documents = [document("CINV", "4711", "400.00", due: "410.00")]
        expected.charges = [
            .init(amount: Amount("-3.00")!, currency: .eur, bearer: "SHAR"),
            .init(amount: Amount("-2.00")!, currency: .eur, bearer: nil),
        ]
        expected.chargesTotal = Amount("5.00")
        #expect(full.entries[0].details[0] == expected)

        var second = PaymentDetail()
        second.amount = Amount("50.50")
        second.currency = .eur
        second.checkNumber = "000123"
        second.documents = [document("CREN", "9", "50.50", due: "50.50")]
        #expect(full.entries[0].details[1] == second)
    }

    @Test func returnedPayment() throws {
        let entry = full.entries[1]
        #expect(entry.amount == Amount("-100.00"))
        #expect(entry.reversal)
        #expect(entry.code == "NRTI+109")
        let detail = try #require(entry.details.first)
        #expect(detail.amount == Amount("-100.00"))
        #expect(detail.returnReason == "AC04")
        #expect(detail.remittance == ["account closed"])
    }

    @Test func version02() throws {
        let read = readCamt(CamtSamples.old)
        #expect(read.findings == [])
        #expect(read.document.format == "camt.054.001.02")
        let statement = try #require(read.document.statements.first)
        #expect(statement.account == "12345")
        #expect(statement.sequence == "5")
        #expect(statement.currency == Currency("CHF"))
        let entry = try #require(statement.entries.first)
        #expect(entry.status == .info)
        #expect(entry.code == "PMNT/ICDT/XBCT")
        let detail = try #require(entry.details.first)
        #expect(detail.amount == Amount("-10.00"))
        #expect(detail.currency == Currency("CHF"))
        #expect(detail.payer == .init(name: "Payer", bank: "UBSWCHZH80A"))
        // The bank gives a charge back.
        let back = PaymentDetail.Charge(
            amount: Amount("0.50")!, currency: Currency("CHF"), bearer: "DEBT")
        #expect(detail.charges == [back])
    }

    @Test func version01() throws {
        let read = readCamt(CamtSamples.first)
        #expect(read.findings == [])
        #expect(read.document.format == "camt.052.001.01")
        let statement = try #require(read.document.statements.first)
        #expect(statement.account == "777")
        #expect(statement.opening?.amount == Amount("-1"))
        let detail = try #require(statement.entries.first?.details.first)
        #expect(detail.endToEndId == "E")
        #expect(detail.amount == nil)
        #expect(detail.payer == .init(name: "Old Payer", account: "4455", bank: "UBSWCHZH80A"))
        #expect(detail.documents == [.init(type: "CINV", number: "A1", amount: Amount("5"))])
        #expect(detail.references == [.init(type: "SCOR", value: "RF1")])
        #expect(detail.returnReason == "AC01")
    }

    @Test func version13() throws {
        let remittance = """
            <Strd><RfrdDocInf><Nb>1</Nb></RfrdDocInf><RfrdDocAmt>
            <RmtAmtAndTp><Tp><Cd>DUPA</Cd></Tp><Amt Ccy="EUR">6</Amt></RmtAmtAndTp>
            <RmtAmtAndTp><Tp><Cd>REMI</Cd></Tp><Amt Ccy="EUR">5</Amt></RmtAmtAndTp>
            </RfrdDocAmt></Strd>
            <Strd><RfrdDocInf><Nb>2</Nb></RfrdDocInf><RfrdDocInf><Nb>3</Nb></RfrdDocInf>
            <RfrdDocAmt><RmtAmtAndTp><Tp><Cd>REMI</Cd></Tp><Amt Ccy="EUR">9</Amt></RmtAmtAndTp>
            </RfrdDocAmt></Strd>
            """
        let read = readCamt(CamtSamples.newest(remittance: remittance))
        #expect(read.findings == [])
        let detail = try #require(read.entries.first?.details.first)
        // One amount for two documents is neither's, and is not lost.
        #expect(
            detail.documents == [
                document(nil, "1", "5", due: "6"), document(nil, "2", nil),
                document(nil, "3", nil), document(nil, nil, "9"),
            ])
        #expect(detail.payer == .init(name: "A Bank", bank: "UBSWCHZH80A"))
    }

    @Test func severalStatementsAndAnEnvelope() {
        let one = "<Stmt><Id>A</Id><Acct><Id><IBAN>X1</IBAN></Id></Acct></Stmt>"
        let two = "<Stmt><Id>B</Id><Acct><Id><IBAN>X2</IBAN></Id></Acct></Stmt>"
        let read = readCamt(
            """
            <Envelope xmlns="urn:swift:xsd:envelope"><AppHdr><BizMsgIdr>1</BizMsgIdr></AppHdr>
            <n:Document xmlns:n="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">
            <n:BkToCstmrStmt>\(CamtSamples.header)\(one)\(two)</n:BkToCstmrStmt></n:Document></Envelope>
            """)
        #expect(read.findings == [])
        #expect(read.document.format == "camt.053.001.02")
        #expect(read.document.statements.map(\.account) == ["X1", "X2"])
        #expect(read.document.statements.map(\.id) == ["A", "B"])
    }

    @Test func previousClosingStandsForOpening() {
        let read = readCamt(CamtSamples.statement(CamtSamples.balance("PRCD", "3", "DBIT")))
        #expect(read.document.statements.first?.opening?.amount == Amount("-3"))
        #expect(read.document.statements.first?.closing == nil)
    }

    @Test func directionMayComeAfterThePayments() {
        let read = readCamt(
            CamtSamples.statement(
                """
                <Ntry><Amt Ccy="EUR">3</Amt><Sts><Cd>BOOK</Cd></Sts>
                \(CamtSamples.payment(#"<Amt Ccy="EUR">3</Amt>"#))
                <CdtDbtInd>DBIT</CdtDbtInd></Ntry>
                """))
        #expect(read.findings == [])
        #expect(read.entries.first?.details.first?.amount == Amount("-3"))
    }

    @Test func chargesOfTheEntryGoToItsOnlyPayment() {
        let charges = #"<Chrgs><Rcrd><Amt Ccy="EUR">1</Amt><Br>CRED</Br></Rcrd></Chrgs>"#
        let read = readCamt(
            CamtSamples.statement(
                CamtSamples.entry("5", "CRDT", charges)
                    + CamtSamples.entry("5", "CRDT", charges + CamtSamples.payment("<Refs/>"))))
        #expect(read.entries.count == 2)
        for entry in read.entries {
            #expect(entry.details.map(\.charges.count) == [1])
            #expect(entry.details.first?.charges.first?.amount == Amount("-1"))
        }
    }

    @Test func anotherCurrencyThanTheAccountIsNoFinding() {
        let read = readCamt(
            CamtSamples.statement(
                CamtSamples.balance("OPBD", "1") + CamtSamples.balance("CLBD", "1")
                    + #"""
                    <Ntry><Amt Ccy="USD">9</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
                    <NtryDtls><TxDtls><Amt Ccy="EUR">8</Amt></TxDtls></NtryDtls></Ntry>
                    """#))
        #expect(read.findings == [])
        #expect(read.entries.first?.currency == .usd)
        #expect(read.document.statements.first?.currency == .eur)
    }

    @Test func otherEncodings() throws {
        for (name, character) in [
            ("GB18030", [0xC4, 0xE3]), ("gbk", [0xC4, 0xE3]), ("windows-1252", [0x80]),
            ("ISO-8859-15", [0xA4]), ("ISO-8859-1", [0xE9]), ("windows-1251", [0xC6]),
        ] as [(String, [UInt8])] {
            let text = CamtSamples.full.replacing("UTF-8", with: name)
            let parts = text.split(separator: "Müller &amp; Söhne 有限公司")
            try #require(parts.count == 2)
            let bytes = Array(parts[0].utf8) + character + Array(parts[1].utf8)
            let read = readCamt(bytes)
            let expected: [String: String] = [
                "GB18030": "你", "gbk": "你", "windows-1252": "€", "ISO-8859-15": "€",
                "ISO-8859-1": "é", "windows-1251": "Ж",
            ]
            #expect(read.findings == [], "\(name)")
            #expect(read.entries.first?.details.first?.payer?.name == expected[name], "\(name)")
            #expect(readCamt(bytes, piece: 1).entries == read.entries, "\(name)")
        }
        for (mark, low) in [([0xFF, 0xFE], true), ([0xFE, 0xFF], false), ([], true)] {
            let bytes =
                mark.map(UInt8.init)
                + CamtSamples.full.replacing("UTF-8", with: "UTF-16").utf16.flatMap {
                    low
                        ? [UInt8($0 & 0xFF), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xFF)]
                }
            #expect(readCamt(bytes).entries == full.entries)
        }
        #expect(readCamt([0xEF, 0xBB, 0xBF] + CamtSamples.full.utf8).entries == full.entries)
    }
}
