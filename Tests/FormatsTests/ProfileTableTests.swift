import Formats
import Ledger
import Profiles
import Testing

/// Tables as banks really write them: lines before the header, accounts, balances, encodings, rows
/// of a workbook.
@Suite struct ProfileTableTests {
    private static let labelled = plainProfile().split(separator: "\n")
        .map { $0.hasPrefix("account:") ? "account: { preamble: [账号：…, 卡号 …], fixed: none }" : $0 }
        .joined(separator: "\n")

    @Test(arguments: [
        ("账号：6222020000001234", "6222020000001234"),
        ("账号: 6222 0200 0000 1234", "6222 0200 0000 1234"),
        ("账号,6222020000001234", "6222020000001234"), ("账号：\t6222020000001234", "6222020000001234"),
        ("卡号 1234****5678  户名 张某", "1234****5678"), ("卡号[ Card No. ],77", "77"),
        ("户名：某公司 账号：[88]", "88"), ("账号别名：工资,账号：99", "99"), ("=\"账号：5\"", "5"),
        ("起始时间：[2026-01-01]", "none"), ("账号：", "none"),
    ]) func theAccountStandsBeforeTheHeader(_ line: String, _ account: String) {
        let table = "明细\n\(line)\n\nDate,Amount\n2026-03-02,5\n"
        let reading = ProfileReading(table, by: Self.labelled)
        #expect(reading.statements.map(\.account) == [account], "\(reading.findings)")
    }

    @Test func eachAccountIsAStatement() {
        let profile = plainProfile(columns: "account: Account\n")
        let table = """
            Date,Amount,Account,Currency
            2026-03-02,1,A,USD
            2026-03-01,2,A,USD
            2026-03-03,3,B,欧元

            """
        let reading = ProfileReading(table, by: profile)
        #expect(reading.findings == [])
        #expect(reading.statements.map(\.account) == ["A", "B"])
        #expect(reading.statements.map { $0.currency?.code } == ["USD", "EUR"])
        #expect(reading.statements.map(\.from) == [Day("2026-03-01"), Day("2026-03-03")])
        let mixed = ProfileReading(table + "2026-03-04,4,A,USD\n", by: profile)
        #expect(mixed.codes == ["profile-accounts-mixed"])
    }

    @Test func noRowsAreAStatementToo() {
        let reading = ProfileReading("Date,Amount\n", by: plainProfile())
        #expect(reading.statements.map(\.account) == ["4410029"] && reading.findings == [])
    }

    private func balances(_ rows: [String], _ more: String = "") -> ProfileReading {
        ProfileReading(
            "Date,Amount,Balance\n" + rows.map { $0 + "\n" }.joined(), by: plainProfile(more))
    }

    private static let rows = [
        "2026-03-01,100.00,1100.00", "2026-03-02,-30.00,1070.00", "2026-03-02,5.50,1075.50",
    ]

    @Test func balancesOpenAndClose() throws {
        for rows in [Self.rows, Self.rows.reversed()] {
            let statement = try #require(balances(rows).statements.first)
            #expect(statement.opening?.amount.description == "1000.00")
            #expect(statement.closing?.amount.description == "1075.50")
            #expect(statement.closing?.date == Day("2026-03-02"))
            var footing = Footing()
            for entry in statement.entries { footing.add(entry) }
            #expect(footing.check(statement) == [])
        }
    }

    @Test func balancesThatBreakAreSaid() {
        let reading = balances([Self.rows[0], Self.rows[2]])
        #expect(reading.codes == ["profile-balances-break"])
        #expect(reading.findings.first?.place == "row 3")
        #expect(reading.statements.first?.closing == nil)
        #expect(balances([Self.rows[0], Self.rows[2]], "balances: unchecked").findings == [])
        #expect(
            balances([Self.rows[1], Self.rows[0], Self.rows[2]]).codes == ["profile-balances-break"]
        )
    }

    /// A row that goes and comes leads both ways; then the profile says which.
    @Test func theOrderOfTheProfileDecidesWhereBalancesDoNot() {
        let rows = ["2026-03-02,-20.00,858.47", "2026-03-02,20.00,878.47"]
        let closing = { (more: String) in
            balances(rows, more).statements.first?.closing?.amount.description
        }
        #expect(closing("order: newestFirst") == "858.47")
        #expect(closing("order: oldestFirst") == "878.47")
    }

    @Test func aBalanceThatIsHiddenIsNotChecked() {
        let reading = balances(["2026-03-02,-20.00,xx.yy", "2026-03-02,20.00,zz"])
        #expect(reading.codes == ["profile-balance-unreadable"] && reading.entries.count == 2)
    }

    @Test func roundedNumbersAreLeftOut() {
        let table = """
            Date,Amount,Name,IBAN,Ref
            2026-03-02,1,A,6.22202E+17,="0123"
            2026-03-02,2,B,'6222020000001234,2.02603E+20
            2026-03-02,3,C,\t622202000000123456,\t777

            """
        let reading = ProfileReading(table, by: plainProfile())
        #expect(reading.codes == ["profile-number-mangled", "profile-number-mangled"])
        #expect(reading.findings.map(\.place) == ["row 2, IBAN", "row 3, Ref"])
        #expect(
            reading.entries.map(\.other.account) == [nil, "6222020000001234", "622202000000123456"])
        #expect(reading.entries.map(\.bankReference) == ["0123", nil, "777"])
        let own = plainProfile(columns: "account: Account\n")
        let mangled = ProfileReading("Date,Amount,Account\n2026-03-02,1,6.22202E+17\n", by: own)
        #expect(mangled.codes == ["profile-account-mangled"])
    }

    @Test func windows1252IsAssumedWhereNothingElseIsPossible() {
        let text = "Date;Amount;Name;Text\n2026-03-02;5;M#ller ? S@hne;Stra%e\n"
        let bytes = text.utf8.flatMap { byte -> [UInt8] in
            switch byte {
            case UInt8(ascii: "#"): [0xFC]
            case UInt8(ascii: "@"): [0xF6]
            case UInt8(ascii: "%"): [0xDF]
            case UInt8(ascii: "?"): [0x80]
            default: [byte]
            }
        }
        let reading = ProfileReading(bytes, by: plainProfile())
        #expect(reading.codes == ["profile-text-assumed"])
        #expect(reading.lines == ["2026-03-02 · 5 · EUR · Müller € Söhne · Straße"])
        let damaged = Array("Date;Amount;Name\n2026-03-02;5;M".utf8) + [0xFC, 0xC3, 0xBC, 0x0A]
        #expect(ProfileReading(damaged, by: plainProfile()).codes == ["profile-text-unreadable"])
    }

    /// The separator is that of the table, not of the lines before it.
    @Test func linesBeforeTheHeaderDoNotDecide() {
        let table =
            "Statement, of account, printed, today\nfor us\nDate;Amount;Name;Text;Ref\n"
            + "2026-03-02;5;A;B;C\n"
        let reading = ProfileReading(table, by: plainProfile())
        #expect(reading.lines == ["2026-03-02 · 5 · EUR · A · B"] && reading.findings == [])
    }

    private static let more = """
        name: more
        title: More
        header: [Date, Amount, Name]
        columns: { bookedOn: Date, amount: Amount }
        dates: [yyyy-MM-dd]
        """

    @Test func theMostSpecificProfileIsTaken() {
        let table = "Date,Amount,Name\n2026-03-02,5,A\n"
        #expect(
            ProfileReading(table, by: plainProfile() + "\n---\n" + Self.more).format == "csv:more")
        let twin = Self.more.split(separator: "\n").dropFirst().joined(separator: "\n")
        let both = Self.more + "\n---\nname: twin\n" + twin
        let reading = ProfileReading(table, by: both)
        #expect(reading.codes == ["profile-many-fit"])
        #expect(reading.findings.first?.value == "more, twin")
        #expect(reading.format == "" && reading.statements == [])
        let told = both + "\npreamble: [Northwind]"
        #expect(ProfileReading("Northwind Bank\n" + table, by: told).format == "csv:twin")
        #expect(ProfileReading(table, by: told).format == "csv:more")
    }

    @Test func rowsOfAWorkbook() {
        let row = { (number: Int, cells: [TableCell]) in TableRow(number: number, cells: cells) }
        let text = { (value: String) in TableCell(text: value, kind: .text) }
        var reader = ProfileReader(
            readProfiles(plainProfile("decimal: \",\"", dates: "dd.MM.yyyy")))
        var collector = BankFileCollector()
        let rows = [
            row(1, [text("明细")]),
            row(3, ["Date", "Amount", "Name", "IBAN", "Ref"].map(text)),
            row(
                4,
                [
                    TableCell(text: "2026-03-02", kind: .date),
                    TableCell(text: "1234.56", kind: .number), text("北方公司"),
                    TableCell(text: "622202000000123000", kind: .number, lostDigits: true),
                    TableCell(text: "12", kind: .number),
                ]),
            row(5, [text("03.03.2026"), text("1.000,5"), text("B")]),
            row(6, []),
        ]
        for row in rows { reader.take(row) { collector.add($0) } }
        reader.finish { collector.add($0) }
        #expect(reader.format == "csv:plain")
        let parsed = collector.finish(format: reader.format)
        let entries = parsed.document.statements.flatMap(\.entries)
        #expect(parsed.findings.map(\.code) == ["profile-number-mangled"])
        #expect(parsed.findings.map(\.place) == ["row 4, IBAN"])
        #expect(entries.map(\.amount.description) == ["1234.56", "1000.5"])
        #expect(entries.map(\.bookedOn) == [Day("2026-03-02"), Day("2026-03-03")])
        #expect(entries.map(\.other.name) == ["北方公司", "B"])
        #expect(entries.map(\.bankReference) == ["12", nil])
    }
}
