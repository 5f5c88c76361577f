import Formats
import Ledger
import Testing

/// What the text of a transaction says about the payment.
@Suite struct BAI2TextTests {
    private func detail(_ code: String, _ text: String...) throws -> PaymentDetail {
        let lines = ["16,\(code),1000,,B,C,\(text[0])"] + text.dropFirst().map { "88," + $0 }
        let reading = BAI2Reading(BAI2Sample.file(["03,1,USD,,,,/"] + lines, sum: 1000))
        #expect(reading.findings == [])
        let entry = try #require(reading.entries.first)
        #expect(entry.text?.isEmpty == false)
        return try #require(entry.details.first)
    }

    @Test func wire() throws {
        let found = try detail(
            "195", "WT FED 00123 SEASIDE BANK /ORG=/998877 NORTHWIND TRADING",
            "LTD OGB=SEASIDE BANK RFB=INV-2001 OBI=INVOICE 2001, LESS 15/3 CREDIT",
            "NOTE 12 BBI=/CHGS/USD12.50/ TRN=0302123")
        #expect(found.payer?.name == "NORTHWIND TRADING LTD")
        #expect(found.payer?.account == "998877")
        #expect(found.payer?.bank == "SEASIDE BANK")
        #expect(found.endToEndId == "INV-2001")
        #expect(found.references == [.init(type: "RFB", value: "INV-2001")])
        #expect(found.remittance == ["INVOICE 2001, LESS 15/3 CREDIT NOTE 12"])
        #expect(found.charges.map(\.amount.description) == ["12.50"])
        #expect(found.charges.first?.currency == .usd)
    }

    @Test func wireOfAnotherBank() throws {
        let found = try detail(
            "195", "FED CREDIT VIA: SEASIDE BANK/021000089 B/O: NORTHWIND LTD BOSTON MA",
            "REF: HARBOR/CTR/BNF=OUR COMPANY RFB=O/B SEASIDE OBI=INV 7 DATE: 3/2 IMAD: 0302",
            "BBI=/BNF/SECOND LINE")
        #expect(found.payer?.name == "NORTHWIND LTD BOSTON MA")
        #expect(found.endToEndId == nil && found.references.isEmpty)
        #expect(found.remittance == ["INV 7 DATE: 3/2", "BNF/SECOND LINE"])
    }

    @Test func payeeOfAWireOut() throws {
        let found = try detail("495", "ORG=OUR COMPANY BNF=/4455 ADLER GMBH;OBI=REFUND 12")
        #expect(found.payer == nil)
        #expect(found.payee?.name == "ADLER GMBH" && found.payee?.account == "4455")
        #expect(found.remittance == ["REFUND 12"])
    }

    @Test func clearingHouse() throws {
        let found = try detail(
            "165", "ORIG CO NAME:ACME TOOLS INC ORIG ID:1234567 DESC DATE:260302 CO ENTRY DESCR:",
            "PAYMENTS SEC:CTX TRACE#:021000020000001 EED:260302 IND ID:C-100 IND NAME:OUR CO",
            "PMT INFO:RMR*IV*INV-1001**9800.00*10000.00*200.00\\")
        #expect(found.payer?.name == "ACME TOOLS INC")
        #expect(found.references == [.init(type: "IND ID", value: "C-100")])
        #expect(
            found.remittance == [
                "PAYMENTS", "RMR*IV*INV-1001**9800.00*10000.00*200.00\\",
            ])
        // The company that takes money from us is the payee.
        let debit = try detail("455", "ORIG CO NAME:CITY POWER ORIG ID:77 IND ID:METER 4")
        #expect(debit.payer == nil && debit.payee?.name == "CITY POWER")
    }

    @Test func companyBeforeItsDescription() throws {
        let found = try detail(
            "142", "ACME TOOLS DES:PAYMENT ID:4711 INDN:OUR COMPANY CO ID:1234567 CCD")
        #expect(found.payer?.name == "ACME TOOLS")
        #expect(found.remittance == ["PAYMENT"])
    }

    @Test func linesWithShortLabels() throws {
        let found = try detail(
            "191", "FR:FP", "PY:INV 12 AND 13  OF MAY", "OB:1 HIGH STREET OB3:SEASIDE BANK",
            "BO:11112222 BO1:JONES LTD")
        #expect(found.payer?.name == "JONES LTD")
        #expect(found.payer?.account == "11112222")
        #expect(found.payer?.bank == "SEASIDE BANK")
        #expect(found.remittance == ["INV 12 AND 13 OF MAY"])
    }

    @Test func plainTextIsRemittance() throws {
        let found = try detail("142", "PAYMENT OF INVOICE 12, 13/14", "TIME: 12:30 ID: 4 THANKS/")
        #expect(found.payer == nil)
        #expect(
            found.remittance == ["PAYMENT OF INVOICE 12, 13/14", "TIME: 12:30 ID: 4 THANKS"])
    }

    @Test func numberOfACheck() throws {
        let entry = try #require(BAI2Sample.entry("16,475,1000,,,0012345/"))
        #expect(entry.detail.checkNumber == "0012345")
        #expect(BAI2Sample.entry("16,475,1000,,,NO NUMBER/")?.details == [])
        #expect(BAI2Sample.entry("16,495,1000,,,0012345/")?.details == [])
    }
}
