import Formats
import Ledger
import Testing

@Suite struct NACHAInternationalTests {
    private typealias Sample = NACHASample

    static func header(_ currency: String = "CAD") -> String {
        "5200" + Sample.left("", 16) + "FF3" + Sample.left("", 15) + "CA" + "1990000001" + "IAT"
            + Sample.left("TRADE PAY", 10) + "USD" + currency + "260303" + "062" + "1" + Sample.bank
            + "0000001"
    }

    static func entry(_ code: String, _ cents: Int, addenda: Int) -> String {
        "6" + code + Sample.receiverBank + Sample.digits(addenda, 4) + Sample.left("", 13)
            + Sample.digits(cents, 10) + Sample.left("CA-4410029", 35) + "    " + "1"
            + Sample.trace(1)
    }

    static func addenda(_ type: String, _ fields: String) -> String {
        "7" + type + Sample.left(fields, 84) + "0000001"
    }

    static func travelData(_ foreign: Int = 0) -> [String] {
        [
            addenda(
                "10",
                "BUS" + Sample.digits(foreign, 18) + Sample.left("FT-1", 22) + "MAPLE LTD"),
            addenda("11", Sample.left("NORTHWIND LTD", 35) + "1 HARBOUR ROAD"),
            addenda("12", Sample.left(#"SEASIDE*CA\"#, 35) + #"US*90001\"#),
            addenda(
                "13", Sample.left("HARBOR BANK", 35) + "01" + Sample.left("990000013", 34) + "US"),
            addenda(
                "14", Sample.left("MAPLE BANK", 35) + "02" + Sample.left("MAPLCATT", 34) + "CA"),
            addenda("15", Sample.left("R-7", 15) + "9 KING STREET"),
            addenda("16", Sample.left(#"TORONTO*ON\"#, 35) + #"CA*M5V\"#),
        ]
    }

    static func reading(_ records: [String], _ header: String = header()) -> NACHAReading {
        NACHAReading(Sample.file(Sample.batch(header, records)))
    }

    @Test func everyNameHasItsPlace() throws {
        let more = [
            Self.addenda("17", Sample.left("INVOICE INV-7", 80) + "0001"),
            Self.addenda(
                "18",
                Sample.left("BRIDGE BANK", 35) + "02" + Sample.left("BRDGGB2L", 34) + "GB "
                    + Sample.left("", 6) + "0001"),
        ]
        let reading = Self.reading(
            [Self.entry("22", 100_000, addenda: 9)] + Self.travelData(135_000) + more)
        #expect(reading.findings == [])
        let entry = try #require(reading.entries.first)
        #expect(reading.statements.map(\.account) == ["CA-4410029"])
        #expect(entry.amount.description == "1000.00" && entry.currency == .usd)
        #expect(entry.detail.amount?.description == "1350.00")
        #expect(entry.detail.currency?.code == "CAD")
        #expect(entry.detail.payer == .init(name: "NORTHWIND LTD", bank: "990000013"))
        #expect(
            entry.detail.payee
                == .init(name: "MAPLE LTD", account: "CA-4410029", bank: "MAPLCATT"))
        #expect(entry.customerReference == "R-7" && entry.code == "IAT/22")
        #expect(entry.detail.remittance == ["INVOICE INV-7"])
        #expect(
            entry.text == """
                TRADE PAY
                type BUS
                foreign trace FT-1
                originator 1 HARBOUR ROAD
                originator SEASIDE CA US 90001
                receiver 9 KING STREET
                receiver TORONTO ON CA M5V
                correspondent bank BRIDGE BANK BRDGGB2L GB
                """)
    }

    /// A debit takes from the receiver, who is the payer.
    @Test func aDebit() throws {
        let reading = Self.reading(
            [Self.entry("27", 100_000, addenda: 7)] + Self.travelData(135_000))
        #expect(reading.findings == [])
        let detail = try #require(reading.entries.first?.detail)
        #expect(detail.payer?.name == "MAPLE LTD" && detail.payee?.name == "NORTHWIND LTD")
        #expect(detail.amount?.description == "-1350.00")
    }

    @Test func anAmountInDollarsIsNotForeign() throws {
        for (currency, amount) in [("USD", 100_000), ("CAD", 0)] {
            let reading = Self.reading(
                [Self.entry("22", 100_000, addenda: 7)] + Self.travelData(amount),
                Self.header(currency))
            #expect(reading.findings == [])
            #expect(reading.entries.first?.detail.amount == nil)
            #expect(reading.entries.first?.detail.currency == nil)
        }
    }

    @Test func aReturn() throws {
        let returned =
            "799R03" + "990000010000042" + "      " + "12345678" + Sample.digits(100_000, 10)
            + Sample.left("NO SUCH ACCOUNT", 34) + Sample.trace(1)
        let reading = Self.reading(
            [Self.entry("21", 100_000, addenda: 8)] + Self.travelData() + [returned])
        #expect(reading.findings == [])
        let entry = try #require(reading.entries.first)
        #expect(entry.reversal && entry.detail.returnReason == "R03")
        #expect(entry.references("IND ID") == ["R-7"])
        #expect(entry.text?.hasSuffix("\naddenda NO SUCH ACCOUNT") == true)
    }

    @Test func aChange() throws {
        let change =
            "798C01" + "990000010000042" + "      " + "12345678"
            + Sample.left("CA-4410030-0001-0002", 35) + Sample.left("", 9) + Sample.trace(1)
        let header = "5200IATCOR          " + Self.header().dropFirst(20)
        let correction = header.replacing("1990000001IAT", with: "1990000001COR")
        let reading = Self.reading([Self.entry("21", 0, addenda: 1), change], correction)
        #expect(reading.findings == [])
        let entry = try #require(reading.entries.first)
        #expect(entry.status == .info && entry.detail.payee?.account == "CA-4410029")
        #expect(
            entry.detail.remittance == ["corrected account number CA-4410030-0001-0002"])
    }
}
