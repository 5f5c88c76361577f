import Ledger
import Testing

@testable import Formats

/// The frame of BAI2, its types, amounts and availability.
@Suite struct BAI2Tests {
    @Test func anAccountIsOneStatement() throws {
        let reading = BAI2Reading(
            """
            01,HARBORBK,NORTHWIND,260303,0630,77,,,2/\r
            02,NORTHWIND,HARBORBK,1,260302,2359,USD,2/\r
            03,4410029,EUR,010,1000000,,,015,990000,,,045,990000,,/\r
            16,195,50000,V,260304,1130,F0302A,OURREF7,/\r
            88,OBI=INVOICE 2001\r
            16,475,60000,0,A77,10233/\r
            49,3090000,5/\r
            03,4410030,,010,-5,,/\r
            88,015,-5,,/\r
            49,-10,3/\r
            98,3089990,2,10/\r
            02,NORTHWIND,HARBORBK,,20260303,,,/\r
            03,4410029,,010,,,,015,0,,/\r
            49,0,2/\r
            98,0,1,4/\r
            99,3089990,2,16/\r
            """)
        #expect(reading.findings == [])
        #expect(reading.statements.map(\.account) == ["4410029", "4410030", "4410029"])
        let first = try #require(reading.statements.first)
        #expect(first.id == "77")
        #expect(first.currency == .eur)
        #expect(first.from == Day("2026-03-02") && first.to == Day("2026-03-02"))
        #expect(first.opening?.amount.description == "10000.00")
        #expect(first.closing?.amount.description == "9900.00")
        #expect(first.closing?.date == Day("2026-03-02"))
        #expect(first.entries.map(\.amount.description) == ["500.00", "-600.00"])
        let wire = try #require(first.entries.first)
        #expect(wire.bookedOn == Day("2026-03-02") && wire.valueDate == Day("2026-03-04"))
        #expect(wire.bankReference == "F0302A" && wire.customerReference == "OURREF7")
        #expect(wire.code == "195" && wire.status == .booked && !wire.reversal)
        #expect(wire.currency == .eur)
        #expect(first.entries[1].valueDate == Day("2026-03-02"))
        #expect(first.entries[1].detail.checkNumber == "10233")
        let second = reading.statements[1]
        #expect(second.currency == .usd && second.opening?.amount.description == "-0.05")
        let third = reading.statements[2]
        #expect(third.to == Day("2026-03-03") && third.currency == .usd)
        #expect(third.opening == nil && third.closing?.amount.description == "0.00")
    }

    /// G-BAI-01 (domain.md §3.3).
    @Test func aLockboxDepositGoesOnBehindItsAvailability() throws {
        let text = BAI2Sample.account(
            "16,115,10000000,S,5000000,4000000,1000000/",
            "88,AX13612,B096132,AMALGAMATED CORP. LOCKBOX", "88,DEPOSIT-MISC. RECEIVABLES",
            sum: 10_000_000)
        let reading = BAI2Reading(text)
        #expect(reading.findings == [])
        let entry = try #require(reading.entries.first)
        #expect(entry.amount.description == "100000.00")
        #expect(entry.code == "115")
        #expect(entry.bankReference == "AX13612" && entry.customerReference == "B096132")
        #expect(entry.text == "AMALGAMATED CORP. LOCKBOX\nDEPOSIT-MISC. RECEIVABLES")
        #expect(entry.valueDate == nil)
        let wrong = text.split(separator: "4000000").joined(separator: "4000001")
        #expect(BAI2Reading(wrong).codes == ["bai2-funds-differ"])
    }

    @Test(arguments: [
        ("100", "10.00"), ("399", "10.00"), ("400", "-10.00"), ("699", "-10.00"),
        ("721", "10.00"), ("759", "10.00"), ("760", "-10.00"), ("920", "10.00"),
        ("959", "10.00"), ("960", "-10.00"), ("999", "-10.00"), ("234", "10.00"),
    ]) func theTypeSaysTheSign(_ code: String, _ amount: String) throws {
        let entry = try #require(BAI2Sample.entry("16,\(code),1000,,B,C,TEXT"))
        #expect(entry.amount.description == amount)
        #expect(entry.status == .booked && entry.code == code)
    }

    @Test func whatMovesNoMoneyIsInformation() throws {
        for (code, amount) in [("890", ""), ("890", "1000"), ("701", "1000"), ("900", "1000")] {
            let entry = try #require(
                BAI2Sample.entry("16,\(code),\(amount),,B,,NOTE/", sum: Int(amount) ?? 0))
            #expect(entry.status == .info && entry.amount.units == 0)
            #expect(entry.text == "NOTE")
        }
    }

    @Test func decimalsAreTheCurrencys() {
        #expect(
            BAI2Sample.entry("16,142,1000,,,,", currency: "USD") == nil, "a slash is missing")
        for (currency, amount) in [("USD", "10.00"), ("JPY", "1000"), ("KWD", "1.000")] {
            let entry = BAI2Sample.entry("16,142,1000,,,,/", currency: currency)
            #expect(entry?.amount.description == amount)
            #expect(entry?.currency?.code == currency)
        }
    }

    @Test func availabilityOfAnyType() {
        func value(_ funds: String) -> (Day?, String?) {
            let entry = BAI2Sample.entry("16,142,1000,\(funds),BANK,OURS,TEXT")
            return (entry?.valueDate, entry?.bankReference)
        }
        for (funds, day) in [
            ("", nil), ("0", "2026-03-02"), ("1", nil), ("2", nil), ("Z", nil),
            ("V,260305,", "2026-03-05"), ("V,20260305,1200", "2026-03-05"),
            ("S,600,300,100", nil), ("S,1000,,", nil), ("D,2,0,600,1,400", nil),
        ] as [(String, String?)] {
            let found = value(funds)
            #expect(found.0 == day.flatMap { Day($0) }, "\(funds)")
            #expect(found.1 == "BANK", "\(funds)")
        }
        // Availability in a summary moves the next type along.
        let reading = BAI2Reading(
            BAI2Sample.file(
                [
                    "03,1,USD,010,1000,,V,260302,,100,10,1,S,10,,,110/",
                    "88,20,1,D,1,0,20,015,1000,,/",
                ], sum: 2030))
        #expect(reading.findings == [])
        #expect(reading.statements.first?.closing?.amount.description == "10.00")
    }

    @Test func reversalsAndReturns() {
        for code in ["252", "255", "257", "395", "552", "555", "557", "694"] {
            #expect(BAI2Sample.entry("16,\(code),1000,,,,/")?.reversal == true)
        }
        let returned = BAI2Sample.entry("16,557,1000,,,,RETURN R01 OF ACME/")
        #expect(returned?.detail.returnReason == "R01")
        #expect(returned?.amount.description == "-10.00")
        #expect(BAI2Sample.entry("16,142,1000,,,,R01/")?.detail.returnReason == nil)
    }

    @Test(arguments: ["\n", "\r\n", "\r"]) func anyLineEndWillDo(_ end: String) {
        let lines = BAI2Sample.account("16,142,1000,,B,C,TEXT", sum: 1000)
            .split(separator: "\n")
        let whole = BAI2Reading(lines.joined(separator: "\n"))
        #expect(whole.findings == [] && whole.entries.count == 1)
        #expect(BAI2Reading(lines.joined(separator: end)) == whole)
        #expect(BAI2Reading(lines.joined(separator: end) + end) == whole)
        let padded = lines.map { "  " + $0 + "     " }.joined(separator: end)
        #expect(BAI2Reading(padded) == whole)
        #expect(BAI2Reading("\u{FEFF}" + lines.joined(separator: end)) == whole)
    }

    @Test func blocksOfAFixedLengthNeedNoLineEnds() throws {
        let text = "16,142,1000,1,B1,C1," + String(repeating: "X", count: 59) + "WORD GOES ON"
        let records = [
            "01,HARBORBK,OURS,260303,0630,9,80,10,2/", "02,OURS,HARBORBK,1,260302,,JPY,2/",
            "03,77,JPY,010,500,,,015,1500,,/", String(text.prefix(80)),
            "88," + text.dropFirst(80), "49,3000,4/", "98,3000,1,6/", "99,3000,1,8/",
        ]
        let padded = records.map { $0 + String(repeating: " ", count: 80 - $0.utf8.count) }
        let reading = BAI2Reading(padded.joined())
        #expect(reading.findings == [])
        let entry = try #require(reading.entries.first)
        #expect(entry.text == String(repeating: "X", count: 59) + "WORD GOES ON")
        // The same with line ends, behind blocks or behind lines that are not padded.
        #expect(BAI2Reading(padded.joined(separator: "\r\n")) == reading)
        #expect(BAI2Reading(records.joined(separator: "\n")) == reading)
        for piece in [1, 3, 79, 80, 81] {
            #expect(BAI2Reading(padded.joined(), piece: piece) == reading)
        }
    }

    @Test func interimEntriesArePending() {
        let reading = BAI2Reading(
            BAI2Sample.file(
                ["03,1,USD,,,,/", "16,142,1000,,,,/"], sum: 1000,
                group: "02,OURS,HARBORBK,1,260302,,USD,3/"))
        #expect(reading.codes == ["bai2-interim"])
        #expect(reading.entries.map(\.status) == [.pending])
    }

    @Test func anyFilesBehindEachOther() {
        let one = BAI2Sample.account("16,142,1000,,B,C,TEXT", sum: 1000)
        let reading = BAI2Reading(one + "\n" + one)
        #expect(reading.findings == [])
        #expect(reading.entries.count == 2)
    }

    @Test func lettersOfOtherEncodings() {
        let text = BAI2Sample.account("16,142,1000,,,,M?LLER", sum: 1000)
        let bytes = text.utf8.map { $0 == UInt8(ascii: "?") ? 0xDC : $0 }
        #expect(BAI2Reading(bytes).entries.first?.text == "MÜLLER")
    }
}
