import Formats
import Ledger
import Testing

/// The frame of MT940 and MT942: messages, pages, balances, and `:61:` as banks write it.
@Suite struct MT940Tests {
    static func statement(
        _ entries: String, opening: String = "C260301EUR100,00",
        closing: String = "C260302EUR100,00"
    ) -> String {
        ":20:DAY1\n:25:DE89370400440532013000\n:28C:00042/001\n:60F:\(opening)\n\(entries)\n"
            + ":62F:\(closing)\n-\n"
    }

    static func entry(_ line: String) -> StatementEntry? {
        MT940Reading(statement(":61:" + line)).entries.first
    }

    @Test func aSwiftMessageIsOneStatement() throws {
        let reading = MT940Reading(
            """
            {1:F01DRESDEFFAXXX0000000000}{2:O9401200260302DRESDEFFAXXX00000000002603021200N}{4:\r
            :20:DAY1\r
            :25:DE89370400440532013000\r
            :28C:00042/001\r
            :60F:C260301EUR1234,5\r
            :61:2603020302CR300,NTRFRE 4711//BANK-1\r
            :86:166?00GUTSCHRIFT?20SVWZ+RE 4711?32NORDWIND AG\r
            :62F:D260302EUR0,10\r
            :64:C260302EUR5,\r
            -}{5:{CHK:0123456789AB}}{1:F01DRESDEFFAXXX0000000000}{2:O9400000}{4:\r
            :20:DAY2\r
            :25P:9876543210\r
            DRESDEFFXXX\r
            :28:43\r
            :60F:C260302JPY1000,\r
            :62F:C260303JPY1000,\r
            -}
            """)
        #expect(reading.findings == [])
        #expect(reading.format == "MT940")
        #expect(reading.statements.count == 2)
        let first = try #require(reading.statements.first)
        #expect(first.id == "DAY1")
        #expect(first.sequence == "00042/001")
        #expect(first.account == "DE89370400440532013000")
        #expect(first.currency == .eur)
        #expect(first.opening?.amount.description == "1234.5")
        #expect(first.opening?.date == Day("2026-03-01"))
        #expect(first.closing?.amount.description == "-0.10")
        #expect(
            first.balances == [
                .init(
                    amount: Amount("5")!, currency: .eur, date: Day("2026-03-02"), type: "CLAV")
            ])
        let entry = try #require(first.entries.first)
        #expect(entry.amount.description == "300")
        #expect(entry.bookedOn == Day("2026-03-02"))
        #expect(entry.code == "NTRF")
        #expect(entry.customerReference == "RE 4711")
        #expect(entry.bankReference == "BANK-1")
        #expect(entry.status == .booked)
        #expect(entry.detail.payer?.name == "NORDWIND AG")
        let second = try #require(reading.statements.last)
        #expect(second.account == "9876543210")
        #expect(second.sequence == "43")
        #expect(second.currency == Currency("JPY"))
    }

    @Test(arguments: ["\n", "\r\n", "\r"]) func anyLineEndWillDo(_ end: String) {
        let text = Self.statement(":61:260302C5,NTRFX\n:86:one\ntwo")
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let whole = MT940Reading(text)
        #expect(whole.findings == [])
        #expect(MT940Reading(lines.joined(separator: end)) == whole)
        #expect(MT940Reading(lines.dropLast(2).joined(separator: end)) == whole)
        #expect(MT940Reading(lines.joined(separator: end + end)) == whole)
    }

    @Test func oneByteAtATimeIsTheSame() {
        let text = MT940BrokenTests.samples.joined(separator: "\r\n")
        let whole = MT940Reading(text)
        #expect(whole.entries.count == 6)
        for piece in [1, 2, 3, 7, 64] { #expect(MT940Reading(text, piece: piece) == whole) }
    }

    @Test func pagesOfOneStatementStayPages() {
        let reading = MT940Reading(
            """
            :20:A
            :25:1
            :28C:7/1
            :60F:C260301EUR0,
            :61:260302C5,NTRFX
            :62M:C260302EUR5,
            -
            :20:A
            :25:1
            :28C:7/2
            :60M:C260302EUR5,
            :61:260302C6,NTRFX
            :62F:C260302EUR11,
            """)
        #expect(reading.findings == [])
        #expect(reading.statements.map(\.sequence) == ["7/1", "7/2"])
        #expect(reading.statements.map { $0.page?.number } == ["1", "2"])
        #expect(reading.statements.map { $0.page?.isLast } == [false, true])
        #expect(reading.statements.map { $0.opening?.amount.description } == ["0", "5"])
        #expect(reading.statements.map { $0.closing?.amount.description } == ["5", "11"])
    }

    @Test func theCurrencyIsNoPartOfTheAccount() {
        for (written, read) in [
            ("NL69INGB0123456789EUR", "NL69INGB0123456789"), ("1291.99.348 EUR", "1291.99.348"),
            ("50880050/0194787400888", "50880050/0194787400888"), ("123USD", "123USD"),
            ("MTBANKEUR", "MTBANKEUR"),
        ] {
            let text = ":20:A\n:25:\(written)\n:60F:C260301EUR0,\n:62F:C260301EUR0,\n"
            #expect(MT940Reading(text).statements.first?.account == read)
        }
    }

    @Test func anInterimReportIsPending() throws {
        let reading = MT940Reading(
            """
            :20:NOW
            :25:DE89370400440532013000
            :28C:1/1
            :34F:EURD100,
            :34F:EURC5,
            :13D:2603021200+0100
            :61:260302C5,50NTRFX
            :61:260302D1,NTRFX
            :90D:1EUR1,00
            :90C:1EUR5,5
            -
            """)
        #expect(reading.findings == [])
        #expect(reading.format == "MT942")
        let statement = try #require(reading.statements.first)
        #expect(statement.to == Day("2026-03-02"))
        #expect(statement.madeAt == "2026-03-02T12:00+01:00")
        #expect(
            statement.floorLimits == [
                .init(amount: Amount("-100")!, currency: .eur, type: "D"),
                .init(amount: Amount("5")!, currency: .eur, type: "C"),
            ])
        #expect(statement.currency == .eur)
        #expect(statement.entries.map(\.status) == [.pending, .pending])
        #expect(statement.entries.map(\.currency) == [.eur, .eur])
    }

    @Test func aStatementWithABalanceIsNoInterimReport() {
        let reading = MT940Reading(
            Self.statement(":34F:EUR0,\n:13D:2603021200+0100\n:61:260302C1,NTRFX"))
        #expect(reading.format == "MT940")
        #expect(reading.entries.map(\.status) == [.booked])
        let header = MT940Reading("{2:I942X}{4:\n:20:A\n:25:1\n:28C:1\n:61:260302C1,NTRFX\n-}\n")
        #expect(header.format == "MT942")
        #expect(MT940Reading("BANKDEFF\n942\n:20:A\n:25:1\n-").findings == [])
    }

    @Test func momentsAreReadAsFarAsTheyGo() {
        func moment(_ field: String) -> String? {
            MT940Reading(":20:A\n:25:1\n:34F:EUR0,\n:13D:\(field)\n").statements.first?.madeAt
        }
        #expect(moment("260302") == "2026-03-02")
        #expect(moment("2603022359") == "2026-03-02T23:59")
        #expect(moment("2603020930-0330") == "2026-03-02T09:30-03:30")
        for wrong in ["2613021200", "2603022400", "26030212", "2603021200+1", "2603021200Z0100"] {
            #expect(moment(wrong) == nil, "\(wrong)")
        }
    }

    @Test func aFloorLimitWithoutMarkIsForBothSides() {
        let reading = MT940Reading(":20:A\n:25:1\n:34F:CNY1000,5\n:90C:0CNY0,\n")
        #expect(reading.findings == [])
        #expect(
            reading.statements.first?.floorLimits
                == [.init(amount: Amount("1000.5")!, currency: .cny)])
    }

    @Test func theNumberOfEntriesIsChecked() {
        let head = ":20:A\n:25:1\n:34F:EUR0,\n:61:260302C1,NTRFX\n:61:260302C2,NTRFX\n"
        #expect(MT940Reading(head + ":90C:2EUR3,\n").codes == [])
        #expect(MT940Reading(head + ":90C:1EUR3,\n").codes == ["mt940-totals-differ"])
        #expect(MT940Reading(head + ":90C:2EUR2,\n").codes == ["mt940-totals-differ"])
        #expect(MT940Reading(head + ":90D:1EUR0,\n").codes == ["mt940-totals-differ"])
    }

    @Test func whatFollowsTheClosingBalanceIsOfTheStatement() {
        let reading = MT940Reading(
            Self.statement(":61:260302C1,NTRFX\n:86:mine").replacing(
                "\n-\n",
                with: "\n:64:C260302EUR7,\n:65:D260304EUR3,\n:86:PLEASE NOTE\nNEW FEES\n-\n"))
        #expect(reading.findings == [])
        let statement = reading.statements.first
        #expect(statement?.text == "PLEASE NOTE\nNEW FEES")
        #expect(statement?.balances.map(\.type) == ["CLAV", "FWAV"])
        #expect(statement?.balances.map(\.amount.description) == ["7", "-3"])
        #expect(statement?.entries.map(\.text) == ["mine"])
    }

    @Test func textInTheNonSwiftField() {
        let reading = MT940Reading(
            Self.statement(
                ":61:260302C1,NTRFX\n:NS:01RECHNUNG 4711\n02VOM 1.3.\n15OUR COMPANY\n1899"))
        #expect(reading.findings == [])
        #expect(reading.entries.first?.detail.remittance == ["RECHNUNG 4711", "VOM 1.3."])
    }

    @Test func marksHaveTheirSigns() {
        let read = ["C", "D", "RC", "RD", "EC", "ED", "CR", "RCR", "RDR"].map { mark in
            Self.entry("2603020302\(mark)1,5NTRFX").map {
                "\($0.amount) \($0.reversal) \($0.status)"
            }
        }
        #expect(
            read == [
                "1.5 false booked", "-1.5 false booked", "-1.5 true booked", "1.5 true booked",
                "1.5 false pending", "-1.5 false pending", "1.5 false booked", "-1.5 true booked",
                "1.5 true booked",
            ])
    }

    @Test func amountsKeepTheirDecimals() {
        let read = ["300,", "0,5", ",05", "000000000001,62", "12", "12,345"].map {
            Self.entry("260302C\($0)NTRFX")?.amount.description
        }
        #expect(read == ["300", "0.5", "0.05", "1.62", "12", "12.345"])
    }

    @Test func amountsAtTheEdge() {
        #expect(
            Self.entry("260302D999999999999999999,NTRFX")?.amount.units == -999_999_999_999_999_999)
        #expect(Self.entry("260302C999999,999999999999NTRFX")?.amount.decimals == 12)
        for beyond in [
            "9223372036854775807,", "9223372036854775808,", "9999999999999999999,99",
            "1,1234567890123",
            String(repeating: "9", count: 5000) + ",",
        ] {
            let reading = MT940Reading(Self.statement(":61:260302C\(beyond)NTRFX"))
            #expect(reading.codes == ["mt940-amount-unreadable"])
            #expect(reading.entries.isEmpty)
        }
    }

    @Test func theEntryDateHasTheYearNextToTheValueDate() {
        for (dates, value, booked) in [
            ("2512311231", "2025-12-31", "2025-12-31"), ("2512310102", "2025-12-31", "2026-01-02"),
            ("2601021231", "2026-01-02", "2025-12-31"), ("2601010101", "2026-01-01", "2026-01-01"),
            ("2402290229", "2024-02-29", "2024-02-29"), ("2402280301", "2024-02-28", "2024-03-01"),
            ("9912310103", "1999-12-31", "2000-01-03"), ("8001010101", "1980-01-01", "1980-01-01"),
            ("7912311231", "2079-12-31", "2079-12-31"),
        ] {
            let entry = Self.entry(dates + "C1,NTRFX")
            #expect(entry?.valueDate == Day(value))
            #expect(entry?.bookedOn == Day(booked))
        }
        #expect(Self.entry("260302C1,NTRFX")?.bookedOn == nil)
        #expect(Self.entry("260302    C1,NTRFX")?.bookedOn == nil)
    }

    @Test func referencesThatSayNothingAreNone() {
        for (written, customer, bank) in [
            ("NTRFNONREF//NONREF", nil, nil), ("NTRFKREF+//B1", nil, "B1"), ("NTRF//B1", nil, "B1"),
            ("NTRFA B", "A B", nil), ("NTRFA//B//C", "A", "B//C"), ("NTRFEREF", nil, nil),
            ("NTRFA-REFERENCE-LONGER-THAN-16", "A-REFERENCE-LONGER-THAN-16", nil),
            ("NTRF", nil, nil),
        ] as [(String, String?, String?)] {
            let entry = Self.entry("260302C1," + written)
            #expect(entry?.customerReference == customer)
            #expect(entry?.bankReference == bank)
        }
        #expect(Self.entry("260302C1,NCHK16703074")?.detail.checkNumber == "16703074")
    }
}
