import Formats
import Ledger
import Testing

@Suite struct NACHAAddendaTests {
    private typealias Sample = NACHASample

    private func entry(_ entryClass: String, _ records: [String]) throws -> StatementEntry {
        try #require(
            NACHAReading.soundEntry(
                Sample.file(Sample.batch(Sample.header(entryClass), records))))
    }

    private func corporate(_ addenda: [String]) throws -> StatementEntry {
        let middle =
            Sample.left("PAY-77", 15) + Sample.digits(addenda.count, 4) + "ACME INC"
        return try entry(
            "CTX",
            [Sample.entry("22", 500_000, middle, addenda: true)]
                + addenda.enumerated().map { Sample.addenda($1, $0 + 1) })
    }

    private func pieces(_ text: String) -> [String] {
        var rest = Substring(text)
        var pieces: [String] = []
        while !rest.isEmpty {
            pieces.append(String(rest.prefix(80)))
            rest = rest.dropFirst(80)
        }
        return pieces
    }

    @Test func textIsRemittance() throws {
        let entry = try entry(
            "CCD",
            [Sample.entry("22", 100, addenda: true), Sample.addenda("INVOICES 2001 AND 2002")])
        #expect(entry.detail.remittance == ["INVOICES 2001 AND 2002"])
        #expect(entry.detail.documents == [])
    }

    @Test func oneInvoiceOfACorporatePayment() throws {
        let entry = try entry(
            "CCD",
            [
                Sample.entry("22", 95_000, addenda: true),
                Sample.addenda(#"RMR*IV*INV-2001**950.00*1000.00*50.00\"#),
            ])
        #expect(
            entry.detail.documents == [
                .init(type: "CINV", number: "INV-2001", amount: Amount("950.00"))
            ])
        #expect(entry.detail.remittance == ["RMR*IV*INV-2001**950.00*1000.00*50.00"])
    }

    /// Segments run on from one addenda to the next, wherever the eightieth column cuts.
    @Test func invoicesOfATradeExchange() throws {
        let lines = (1...30).map { "RMR*IV*INV-\(2_000 + $0)**\($0 * 10).50*\($0 * 11)*\($0)" }
        let text =
            (["ENT*1", "N1*PR*NORTHWIND LTD"] + lines + ["RMR*CM*CN-9**-20.25", "NTE**THANKS"])
            .map { $0 + "~" }.joined()
        let entry = try corporate(pieces(text))
        #expect(entry.customerReference == "PAY-77")
        #expect(entry.detail.payee?.name == "ACME INC")
        #expect(entry.detail.documents.count == 31)
        #expect(entry.detail.documents[14].number == "INV-2015")
        #expect(entry.detail.documents[14].amount == Amount("150.50"))
        #expect(
            entry.detail.documents[30]
                == .init(type: "CREN", number: "CN-9", amount: Amount("-20.25")))
        #expect(entry.detail.remittance.count == 34)
        #expect(entry.detail.remittance[1] == "N1*PR*NORTHWIND LTD")
        #expect(entry.detail.remittance.contains("RMR*IV*INV-2015**150.50*165*15"))
    }

    @Test func aWholeInterchange() throws {
        let isa =
            "ISA|00|          |00|          |ZZ|NORTHWIND      |ZZ|ACME           "
            + "|260303|0630|U|00401|000000001|0|P|>~"
        let text =
            isa + "GS|RA|NORTHWIND|ACME|20260303|0630|1|X|004010~ST|820|0001~"
            + "BPR|C|5000.00|C|ACH|CTX~TRN|1|PAY-77~RMR|IV|INV-1||5000.00~SE|5|0001~GE|1|1~"
            + "IEA|1|000000001~"
        let entry = try corporate(pieces(text))
        #expect(entry.detail.documents.map(\.number) == ["INV-1"])
        #expect(entry.detail.documents.map(\.amount) == [Amount("5000.00")])
        #expect(entry.detail.remittance.contains("RMR|IV|INV-1||5000.00"))
    }

    @Test func aSegmentEachAddenda() throws {
        let entry = try corporate([#"RMR*IV*A-1**10.00\"#, #"RMR*PO*B-2**20.00\"#])
        #expect(entry.detail.documents.map(\.number) == ["A-1", "B-2"])
        #expect(entry.detail.documents.map(\.type) == ["CINV", "PO"])
    }

    /// Whether a record is filled with what comes next, or with blanks.
    @Test func aSegmentCutBeforeTheLastColumn() throws {
        let entry = try corporate([#"RMR*IV*A-1**10.00\RMR*CM*CN"#, #"-9**-2.50\NTE**A NOTE\"#])
        #expect(entry.detail.documents.map(\.number) == ["A-1", "CN-9"])
        #expect(entry.detail.remittance.last == "NTE**A NOTE")
        let long = "RMR*IV*A-1**10.00~N1*PR*" + String(repeating: "N", count: 55)
        let parted = try corporate([long, "LTD~"])
        #expect(parted.detail.remittance.last?.hasSuffix("NNN LTD") == true)
    }

    @Test(arguments: ["ARMREST RMR", "RMR", "RMR1IV1X", "RMR*", "RMR***", "RMR~~~", "ISA RMR*IV*1"])
    func whatIsNoSegmentStaysText(_ text: String) throws {
        let entry = try corporate([text])
        #expect(entry.detail.documents.allSatisfy { $0.number == nil })
        #expect(!entry.detail.remittance.isEmpty)
    }

    /// A bank pays what its customer's bank returned, and says why.
    @Test func aReturnedDebit() throws {
        let returned =
            "799R01" + "990000010000042" + "      " + "12345678" + Sample.left("REFER TO MAKER", 44)
            + Sample.trace(1)
        let entry = try entry("PPD", [Sample.entry("26", 4_200, addenda: true), returned])
        #expect(entry.reversal && entry.status == .booked)
        #expect(entry.amount.description == "-42.00" && entry.code == "PPD/26")
        #expect(entry.detail.returnReason == "R01")
        #expect(entry.customerReference == "990000010000042")
        #expect(entry.references("IND ID") == ["C-100"])
        #expect(entry.text?.hasSuffix("\naddenda REFER TO MAKER") == true)
        #expect(entry.detail.payer?.name == "ACME INC" && entry.detail.payer?.bank == "123456780")
    }

    @Test func deathOfTheReceiver() throws {
        let returned =
            "799R15" + "990000010000042" + "260131" + "12345678" + Sample.left("", 44)
            + Sample.trace(1)
        let entry = try entry("PPD", [Sample.entry("21", 4_200, addenda: true), returned])
        #expect(entry.amount.description == "42.00" && entry.detail.returnReason == "R15")
        #expect(entry.text?.hasSuffix("\ndate of death 2026-01-31") == true)
    }

    @Test func dishonouredAndContestedReturns() throws {
        let dishonoured =
            "799R68" + "990000010000042" + "      " + "12345678" + "   " + "123456780000007" + "055"
            + "01" + Sample.left("UNTIMELY RETURN", 21) + Sample.trace(1)
        let first = try entry("PPD", [Sample.entry("26", 4_200, addenda: true), dishonoured])
        #expect(first.reversal && first.detail.returnReason == "R68")
        #expect(first.customerReference == "990000010000042")
        #expect(
            first.text?.hasSuffix(
                "\nreturn trace 123456780000007\nreturned for R01\naddenda UNTIMELY RETURN") == true
        )

        let contested =
            "799R73" + "990000010000042" + "260224" + "12345678" + "050" + "123456780000007" + "055"
            + "01" + "990000010000099" + "060" + "68" + " " + Sample.trace(1)
        let second = try entry("PPD", [Sample.entry("26", 4_200, addenda: true), contested])
        #expect(second.reversal && second.detail.returnReason == "R73")
        #expect(
            second.text?.hasSuffix(
                "\nreturned on 2026-02-24\nreturn trace 123456780000007\nreturned for R01"
                    + "\ndishonoured return trace 990000010000099\ndishonoured for R68") == true)
    }

    @Test(arguments: [
        ("C01", "4410030", ["corrected account number 4410030"]),
        ("C02", "021000021", ["corrected routing number 021000021"]),
        (
            "C03", "021000021   4410030",
            ["corrected routing number 021000021", "corrected account number 4410030"]
        ),
        ("C04", "ACME INCORPORATED", ["corrected name ACME INCORPORATED"]),
        ("C05", "32", ["corrected transaction code 32"]),
        (
            "C06", "4410030             32",
            ["corrected account number 4410030", "corrected transaction code 32"]
        ),
        (
            "C07", "0210000214410030          32",
            [
                "corrected routing number 021000021", "corrected account number 4410030",
                "corrected transaction code 32",
            ]
        ),
        ("C09", "C-101", ["corrected individual identification C-101"]),
        ("C10", "NORTHWIND GROUP", ["corrected company name NORTHWIND GROUP"]),
        ("C11", "1990000002", ["corrected company identification 1990000002"]),
        (
            "C12", "NORTHWIND GROUP    1990000002",
            [
                "corrected company name NORTHWIND GROUP",
                "corrected company identification 1990000002",
            ]
        ),
        ("C13", "", []),
        // A bank that does not keep to the columns.
        ("C06", "4410030 32", ["corrected account number, transaction code 4410030 32"]),
    ])
    func changes(_ code: String, _ data: String, _ words: [String]) throws {
        let change =
            "798" + code + "990000010000042" + "      " + "12345678" + Sample.left(data, 29)
            + Sample.left("", 15) + Sample.trace(1)
        let entry = try entry("COR", [Sample.entry("21", 0, addenda: true), change])
        #expect(entry.status == .info && !entry.reversal)
        #expect(entry.detail.returnReason == code && entry.detail.remittance == words)
        #expect(entry.customerReference == "990000010000042")
    }

    @Test func aRefusedChange() throws {
        let change =
            "798C64" + "990000010000042" + "      " + "12345678" + Sample.left("4410030", 29)
            + "C01" + "0000007" + "     " + Sample.trace(1)
        let entry = try entry("COR", [Sample.entry("21", 0, addenda: true), change])
        #expect(entry.detail.returnReason == "C64")
        #expect(entry.detail.remittance == ["corrected account number 4410030"])
        #expect(entry.text?.hasSuffix("\nrefused notification C01 0000007") == true)
    }
}
