import Formats
import Ledger
import Testing

@Suite struct NACHATests {
    private typealias Sample = NACHASample

    @Test func aBatchIsAStatement() throws {
        let reading = NACHAReading(
            Sample.file(
                Sample.batch(
                    Sample.header("CCD", data: "PO 4711"),
                    [
                        Sample.entry("22", 150_000),
                        Sample.entry(
                            "27", 2_599, Sample.left("C-200", 15) + "BOREAL OY", number: 2),
                    ]),
                Sample.batch(Sample.header("PPD", number: 2), [Sample.entry("32", 1)])))
        #expect(reading.findings == [])
        #expect(reading.format == "NACHA")
        #expect(reading.statements.map(\.id) == ["0000001/1990000001", "0000002/1990000001"])
        #expect(reading.statements.map(\.account) == ["4410029", "4410029"])
        let statement = reading.statements[0]
        #expect(statement.sequence == "A" && statement.currency == .usd)
        #expect(statement.from == Day("2026-03-03") && statement.to == Day("2026-03-03"))
        #expect(statement.opening == nil && statement.closing == nil)

        let credit = statement.entries[0]
        #expect(credit.amount.description == "1500.00" && credit.currency == .usd)
        #expect(credit.bookedOn == Day("2026-03-03") && credit.valueDate == Day("2026-03-03"))
        #expect(credit.status == .booked && !credit.reversal && credit.code == "CCD/22")
        #expect(credit.bankReference == "990000010000001" && credit.customerReference == "C-100")
        #expect(credit.text == "VENDOR PAY\nMAR 3\nPO 4711")
        #expect(credit.detail.payer == .init(name: "NORTHWIND LTD", bank: "990000013"))
        #expect(
            credit.detail.payee == .init(name: "ACME INC", account: "4410029", bank: "123456780"))

        let debit = statement.entries[1]
        #expect(debit.amount.description == "-25.99" && debit.code == "CCD/27")
        #expect(
            debit.detail.payer == .init(name: "BOREAL OY", account: "4410029", bank: "123456780"))
        #expect(debit.detail.payee?.name == "NORTHWIND LTD")
    }

    @Test func accountsOfManyReceiversAreNotTheStatements() {
        let reading = NACHAReading(
            Sample.one(
                "PPD", Sample.entry("22", 100), Sample.entry("22", 100, account: "77", number: 2),
                Sample.entry("22", 100, number: 3)))
        #expect(reading.findings == [])
        #expect(reading.statements.map(\.account) == [""])
        #expect(
            reading.entries.map(\.detail.payee?.account) == ["4410029", "77", "4410029"])
    }

    /// The day of the year is that nearest to the day that the company asked for.
    @Test(arguments: [
        ("260303", "062", "2026-03-03"), ("260303", "063", "2026-03-04"),
        ("251231", "002", "2026-01-02"), ("260101", "365", "2025-12-31"),
        ("241230", "366", "2024-12-31"), ("260303", "", "2026-03-03"),
        ("260303", "000", "2026-03-03"), ("", "062", "2026-03-03"), ("000000", "062", "2026-03-03"),
    ])
    func settlementDay(_ effective: String, _ settlement: String, _ day: String) {
        let header = Sample.header("CCD", effective: effective, settlement: settlement)
        let entry = NACHAReading.soundEntry(
            Sample.file(Sample.batch(header, [Sample.entry("22", 100)])))
        #expect(entry?.bookedOn == Day(day))
        #expect(entry?.valueDate == (["", "000"].contains(settlement) ? nil : Day(day)))
    }

    @Test func noDayAtAll() {
        let header = Sample.header("ENR", effective: "", settlement: "")
        let reading = NACHAReading(Sample.file(Sample.batch(header, [Sample.entry("22", 0)])))
        #expect(reading.findings == [])
        #expect(reading.entries.map(\.bookedOn) == [nil] && reading.statements[0].to == nil)
    }

    @Test(arguments: [
        ("21", 1), ("22", 1), ("24", 1), ("27", -1), ("29", -1), ("26", -1), ("32", 1), ("37", -1),
        ("42", 1), ("47", -1), ("52", 1), ("55", -1), ("56", -1),
    ])
    func signsOfTransactionCodes(_ code: String, _ sign: Int64) {
        let entry = NACHAReading.soundEntry(Sample.one("PPD", Sample.entry(code, 100)))
        #expect(entry?.amount.units == 100 * sign && entry?.status == .booked)
        #expect(entry?.reversal == ["21", "26", "56"].contains(code))
    }

    @Test(arguments: ["23", "28", "33", "38", "43", "48", "53"])
    func prenotificationsAreForInformation(_ code: String) {
        let entry = NACHAReading.soundEntry(Sample.one("PPD", Sample.entry(code, 0)))
        #expect(entry?.status == .info && entry?.amount.units == 0)
    }

    @Test func entriesWithoutMoneyAreForInformation() {
        let text = Sample.one("CCD", Sample.entry("24", 0), Sample.entry("27", 0, number: 2))
        #expect(NACHAReading(text).entries.map(\.status) == [.info, .info])
    }

    @Test(arguments: ["ARC", "BOC", "RCK"]) func checks(_ entryClass: String) throws {
        let middle = Sample.left("10233", 15) + "ACME INC"
        let entry = try #require(
            NACHAReading.soundEntry(Sample.one(entryClass, Sample.entry("27", 8_000, middle))))
        #expect(entry.detail.checkNumber == "10233" && entry.customerReference == nil)
        #expect(entry.detail.payer?.name == "ACME INC")
    }

    @Test func checkAtTheTill() throws {
        let middle = Sample.left("10233", 9) + "PITTPAACME INC"
        let entry = try #require(
            NACHAReading.soundEntry(Sample.one("POP", Sample.entry("27", 8_000, middle))))
        #expect(entry.detail.checkNumber == "10233" && entry.detail.payer?.name == "ACME INC")
        #expect(entry.text?.hasSuffix("\nterminal PITT PA") == true)
    }

    @Test(arguments: ["XCK", "TRC"]) func archivedChecks(_ entryClass: String) throws {
        let middle = Sample.left("10233", 15) + "BATCH7ITEM 0815"
        let entry = try #require(
            NACHAReading.soundEntry(Sample.one(entryClass, Sample.entry("27", 8_000, middle))))
        #expect(entry.detail.checkNumber == "10233" && entry.detail.payer?.name == nil)
        #expect(entry.text?.hasSuffix("\nprocess control BATCH7\nitem research ITEM 0815") == true)
    }

    @Test func nameBeforeIdentification() throws {
        let middle = Sample.left("J SMITH", 15) + "CUSTOMER 0000000004711"
        let entry = try #require(
            NACHAReading.soundEntry(Sample.one("CIE", Sample.entry("22", 100, middle))))
        #expect(entry.detail.payee?.name == "J SMITH")
        #expect(entry.customerReference == "CUSTOMER 0000000004711")
    }

    /// Neither the number of the card nor its expiry is in what is read.
    @Test func cardNumbersStayInTheFile() throws {
        let middle = "1228" + "00000004711" + "5500005555555559"
        let text = Sample.one(
            "SHR", Sample.entry("27", 100, middle, addenda: true), Sample.terminal)
        let entry = try #require(NACHAReading.soundEntry(text))
        #expect(entry.customerReference == "00000004711" && entry.detail.payer?.name == nil)
        let json = String(
            decoding: readJSON(readBankFile(Array(text.utf8), with: NACHAReader()), file: "x"),
            as: UTF8.self)
        #expect(!json.contains("55000055") && !json.contains("1228"))
    }

    @Test(arguments: ["POS", "MTE"]) func terminals(_ entryClass: String) {
        let text = Sample.one(
            entryClass, Sample.entry("27", 100, addenda: true), Sample.terminal)
        let entry = NACHAReading.soundEntry(text)
        #expect(
            entry?.text?.hasSuffix(
                "\nterminal TERM07 PIER 3 SEASIDE CA\nreference REFONE REF 000123") == true)
        #expect(entry?.customerReference == "C-100")
    }

    /// An operator's advice has twelve digits of amount, and control records of its own.
    @Test func adviceOfTheOperator() throws {
        func entry(_ code: String, _ cents: Int, _ number: Int) -> String {
            "6" + code + Sample.receiverBank + Sample.left("SETTLE-1", 15)
                + Sample.digits(cents, 12) + "990000013" + "FILE1" + " "
                + Sample.left("SEASIDE BANK", 22) + "  0" + "01100001" + "062"
                + Sample.digits(number, 4)
        }
        let header = Sample.header("ADV", service: "280")
        let reading = NACHAReading(
            Sample.file(
                Sample.batch(
                    header, [entry("81", 123_456_789_012, 1), entry("82", 250_000, 2)])))
        #expect(reading.findings == [])
        #expect(reading.entries.map(\.amount.description) == ["1234567890.12", "-2500.00"])
        #expect(reading.entries.map(\.code) == ["ADV/81", "ADV/82"])
        #expect(reading.statements.map(\.account) == ["SETTLE-1"])
        #expect(reading.entries[0].bankReference == "011000010620001")
        #expect(reading.entries[0].detail.payee?.name == "SEASIDE BANK")
    }

    /// Every class of the rules is known.
    @Test(
        arguments: "PPD CCD WEB TEL COR POS MTE ACK DNE CTX TRX ATX ENR CIE ARC BOC RCK POP TRC"
            .split(separator: " ").map(String.init) + ["XCK", "SHR"])
    func entryClasses(_ entryClass: String) {
        let entry = NACHAReading.soundEntry(Sample.one(entryClass, Sample.entry("22", 100)))
        #expect(entry?.code == "\(entryClass)/22")
        #expect(entry?.detail.payee?.account == "4410029")
    }
}

extension NACHASample {
    static let terminal =
        "702" + left("REFONE", 7) + "REF" + "TERM07" + "000123" + "0303" + "AUTH01"
        + left("PIER 3", 27) + left("SEASIDE", 15) + "CA" + trace(1)
}
