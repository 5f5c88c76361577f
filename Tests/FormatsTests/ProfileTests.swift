import Formats
import Ledger
import Profiles
import Testing

/// What a profile can say, each on a table of its own.
@Suite struct ProfileTests {
    private func lines(_ text: String, _ more: String = "", dates: String = "yyyy-MM-dd")
        -> [String]
    {
        let reading = ProfileReading(text, by: plainProfile(more, dates: dates))
        #expect(reading.errors == [], "\(reading.findings)")
        return reading.lines
    }

    @Test func aRowIsAnEntry() throws {
        let reading = ProfileReading(
            """
            Date,Amount,Name,IBAN,Text,Note,Ref
            2026-03-02,1500.00,Northwind Ltd,DE89370400440532013000,Invoice 2001,less 2%,R-1
            2026-03-03,-12.30,Harbour Bank,,Fees,,

            """, by: plainProfile())
        #expect(reading.format == "csv:plain" && reading.findings == [])
        #expect(
            reading.lines == [
                "2026-03-02 · 1500.00 · EUR · Northwind Ltd · DE89370400440532013000 · "
                    + "Invoice 2001 / less 2%",
                "2026-03-03 · -12.30 · EUR · Harbour Bank · Fees",
            ])
        let statement = try #require(reading.statements.first)
        #expect(statement.account == "4410029" && statement.currency?.code == "EUR")
        #expect(statement.from == Day("2026-03-02") && statement.to == Day("2026-03-03"))
        #expect(statement.opening == nil && statement.closing == nil)
        #expect(reading.entries[0].detail.payer?.name == "Northwind Ltd")
        #expect(reading.entries[1].detail.payee?.name == "Harbour Bank")
        #expect(reading.entries.map(\.bankReference) == ["R-1", nil])
    }

    @Test(arguments: [
        ("yyyy-MM-dd", "2026-03-02"), ("yyyy-MM-dd", "2026-3-2"), ("yyyyMMdd", "20260302"),
        ("dd.MM.yyyy", "02.03.2026"), ("d.M.yy", "2.3.26"), ("M/d/yyyy", "3/2/2026"),
        ("dd/MM/yy", "02/03/26"), ("yyyy年M月d日", "2026年3月2日"), ("dd-MMM-yy", "02-Mar-26"),
        ("yyyy-MM-dd HH:mm:ss", "2026-03-02 23:59:58"), ("yyyy-MM-dd", "2026-03-02T08:00:00Z"),
        ("yyyyMMdd", "20260302 08:00:00"), ("yyyyMMdd", "20260302080000"),
        ("yyyy-MM-dd", "２０２６-０３-０２"), ("yyyy/M/d", "2026/3/2 6:05 PM"),
    ]) func dates(_ form: String, _ text: String) {
        #expect(
            lines("Date,Amount\n\(text),5\n", dates: form) == ["2026-03-02 · 5 · EUR"])
    }

    @Test func aDateThatIsNoneIsSaid() {
        for text in ["2026-02-30", "2026-13-01", "02.03.2026", "2026-03-02 noon", "20260302", ""] {
            let reading = ProfileReading("Date,Amount\n\(text),5\n", by: plainProfile())
            #expect(reading.codes == ["profile-date-unreadable"], "\(text)")
            #expect(reading.entries == [])
        }
    }

    /// The month of the title says the year; around New Year the nearest counts.
    @Test func datesWithoutAYear() {
        let table = "Card statement 2026年1月\nDate,Amount\n12/30,1\n01/02,2\n02/01,3\n"
        let reading = ProfileReading(table, by: plainProfile(dates: "MM/dd"))
        #expect(reading.findings == [])
        #expect(
            reading.entries.map(\.bookedOn) == [
                Day("2025-12-30"), Day("2026-01-02"), Day("2026-02-01"),
            ])
        let none = ProfileReading("Date,Amount\n12/30,1\n", by: plainProfile(dates: "MM/dd"))
        #expect(none.codes == ["profile-date-unreadable"])
    }

    @Test(arguments: [
        ("1500.00", "1500.00"), ("1,500.00", "1500.00"), ("1 500.00", "1500.00"),
        ("1'500.00", "1500.00"), ("1’500.00", "1500.00"), ("1\u{A0}500.00", "1500.00"),
        ("12,34,500.00", "1234500.00"), ("¥28.16", "28.16"), ("￥28.16", "28.16"),
        ("-$ 20.00", "-20.00"), ("$-20.00", "-20.00"), ("(20.00)", "-20.00"),
        ("20.00-", "-20.00"), ("+20.00", "20.00"), ("－２０．００", "-20.00"), ("−20.00", "-20.00"),
        ("1，500．00", "1500.00"), ("USD 20.00", "20.00"), ("20.00 CNY", "20.00"),
        ("20.00元", "20.00"),
        ("=\"20.00\"", "20.00"), ("\t20.00", "20.00"), ("20.00 CR", "20.00"),
        ("20.00DR", "-20.00"), (".50", "0.50"), ("7.", "7"),
        ("99999999999999999", "99999999999999999"),
    ]) func amounts(_ text: String, _ amount: String) {
        let quoted =
            "\""
            + text.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
        let read = ProfileReading("Date,Amount\n2026-03-02,\(quoted)\n", by: plainProfile())
        let expected = Amount(amount)
        #expect(read.entries.map(\.amount.units) == [expected?.units], "\(read.findings)")
        #expect(read.entries.map(\.amount.decimals) == [expected?.decimals])
    }

    @Test(arguments: [
        "1,23", "1,2345", "1,23.00", "1.234,56", "12a", "1e5", "6.2E+17", "--5", "(-5)", "5..0",
        "1234,567.00", "1,234 567.00", "123456789012345678901", "0.1234567890123", ",", "人民币", "()",
    ]) func amountsThatAreNone(_ text: String) {
        let reading = ProfileReading("Date;Amount\n2026-03-02;\(text)\n", by: plainProfile())
        #expect(reading.codes == ["profile-amount-unreadable"])
        #expect(reading.findings.first?.place == "row 2, Amount")
    }

    @Test func decimalCommas() {
        let table = "Date;Amount\n02.03.2026;1.234,56\n03.03.2026;-0,5\n04.03.2026;1.000\n"
        #expect(
            lines(table, "decimal: \",\"", dates: "dd.MM.yyyy") == [
                "2026-03-02 · 1234.56 · EUR", "2026-03-03 · -0.5 · EUR", "2026-03-04 · 1000 · EUR",
            ])
        let point = ProfileReading(
            "Date;Amount\n2026-03-02;1234.56\n", by: plainProfile("decimal: \",\""))
        #expect(point.codes == ["profile-amount-unreadable"])
    }

    @Test func debitsPositive() {
        #expect(
            lines("Date,Amount\n2026-03-02,5\n2026-03-02,-7\n", "signs: debitsPositive") == [
                "2026-03-02 · -5 · EUR", "2026-03-02 · 7 · EUR",
            ])
    }

    static let twoColumns = """
        name: two
        title: Two columns
        header: [Date, Debit, Credit]
        columns: { bookedOn: Date, debit: Debit, credit: Credit }
        account: "1"
        currency: USD
        dates: [yyyy-MM-dd]
        """

    @Test func debitAndCredit() {
        let table = """
            Date,Debit,Credit
            2026-03-02,5.00,
            2026-03-02,,7.00
            2026-03-02,0.00,8.00
            2026-03-02,9.00,-
            2026-03-02,0.00,0.00

            """
        let reading = ProfileReading(table, by: Self.twoColumns)
        #expect(reading.findings == [])
        #expect(
            reading.lines.map { $0.dropFirst(13) } == [
                "-5.00 · USD", "7.00 · USD", "8.00 · USD", "-9.00 · USD", "0.00 · USD · info",
            ])
        for (row, code) in [
            ("5,7", "profile-debit-and-credit"), (",", "profile-amount-missing"),
            ("-5,", "profile-sign-unclear"), (",x", "profile-amount-unreadable"),
        ] {
            let table = "Date,Debit,Credit\n2026-03-02,\(row)\n"
            #expect(ProfileReading(table, by: Self.twoColumns).codes == [code], "\(row)")
        }
    }

    @Test func negativeAmountsInAColumnOfDebits() {
        let table = "Date,Debit,Credit\n2026-03-02,-5,\n2026-03-02,,-6\n"
        let ignored = ProfileReading(table, by: Self.twoColumns + "\nsigns: ignored")
        #expect(ignored.entries.map(\.amount.units) == [-5, 6] && ignored.findings == [])
        let back = ProfileReading(table, by: Self.twoColumns + "\nsigns: takesBack")
        #expect(back.entries.map(\.amount.units) == [5, -6])
        #expect(back.entries.map(\.reversal) == [true, true])
    }

    @Test func directionByWords() {
        let rules =
            "direction: { column: 借贷, credit: [贷, C*], debit: [借, DR], info: \"\", pass: x }"
        let table = """
            Date,Amount,借贷
            2026-03-02,1,贷
            2026-03-02,2,借
            2026-03-02,3,Credit
            2026-03-02,4,DR
            2026-03-02,5,
            2026-03-02,6,x

            """
        #expect(
            lines(table, rules).map { $0.dropFirst(13) } == [
                "1 · EUR", "-2 · EUR", "3 · EUR", "-4 · EUR", "5 · EUR · info",
            ])
        let unknown = ProfileReading(
            "Date,Amount,借贷\n2026-03-02,1,D\n", by: plainProfile(rules))
        #expect(unknown.codes == ["profile-direction-unknown"] && unknown.entries == [])
        #expect(unknown.findings.first?.place == "row 2, 借贷")
    }

    @Test func statusByWords() {
        let rules = """
            status:
              - { column: State, booked: Completed, pending: Pending, info: Note*, pass: [Failed, ""] }
            """
        let table = """
            Date,Amount,State
            2026-03-02,1,Completed
            2026-03-02,2,Pending
            2026-03-02,3,Note of a fee
            2026-03-02,4,Failed
            not yet,,

            """
        #expect(
            lines(table, rules).map { $0.dropFirst(13) } == [
                "1 · EUR", "2 · EUR · pending", "3 · EUR · info",
            ])
        let unknown = ProfileReading(
            "Date,Amount,State\n2026-03-02,1,Odd\n", by: plainProfile(rules))
        #expect(unknown.codes == ["profile-status-unknown"])
        #expect(unknown.entries.map(\.status) == [.pending])
    }

    @Test func endsSkipsAndRepeatedHeaders() {
        let table = """
            Date,Amount,Name
            2026-03-02,1,A
            Date,Amount,Name
            Subtotal,1,
            ,,
            2026-03-03,2,B
            Total,3,
            Printed on 2026-03-04,,

            """
        #expect(lines(table, "ends: [Total]\nskips: [Subtotal]").count == 2)
        let after = ProfileReading(
            table + "2026-03-05,4,C\n", by: plainProfile("ends: [Total]\nskips: [Subtotal]"))
        #expect(after.codes == ["profile-rows-after-end"])
        #expect(after.findings.first?.place == "row 9")
        #expect(ProfileReading(table, by: plainProfile()).codes.count == 3)
    }
}
