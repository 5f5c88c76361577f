import Formats
import Ledger
import Testing

@Suite struct LockboxTests {
    private typealias Sample = LockboxSample

    @Test func aBatchIsAStatement() throws {
        let reading = LockboxReading(Sample.day)
        #expect(reading.findings == [])
        #expect(reading.format == "lockbox")
        #expect(
            reading.statements.map(\.id) == ["0004711/2026-03-03/001", "0004711/2026-03-03/002"])
        #expect(reading.statements.map(\.account) == ["0004711", "0004711"])
        #expect(reading.statements.map(\.entries.count) == [2, 1])
        let first = try #require(reading.statements.first)
        #expect(first.currency == .usd)
        #expect(first.from == Day("2026-03-03") && first.to == Day("2026-03-03"))
        #expect(first.opening == nil && first.closing == nil)
    }

    @Test func aCheckIsAnEntry() throws {
        let entry = try #require(LockboxReading(Sample.day).entries.first)
        #expect(entry.amount.description == "2500.00" && entry.currency == .usd)
        #expect(entry.bookedOn == Day("2026-03-03") && entry.valueDate == nil)
        #expect(entry.status == .booked && !entry.reversal)
        #expect(entry.code == "LOCKBOX" && entry.bankReference == "001/001")
        #expect(entry.detail.checkNumber == "1001")
        #expect(entry.detail.checkDate == Day("2026-02-28"))
        #expect(
            entry.detail.payer
                == .init(name: "ACME TOOLS INC", account: "0123456789", bank: "021000021"))
        #expect(entry.detail.payee?.name == "NORTHWIND LTD")
        #expect(entry.detail.documents.map(\.number) == ["INV-2001", "INV-2002"])
        #expect(
            entry.detail.documents.map { $0.amount?.description } == ["1500.00", "1000.00"])
        #expect(entry.detail.remittance == ["LESS CREDIT 77"])
    }

    @Test func anEmptyLockbox() throws {
        let empty = LockboxReading(Sample.file([], checks: 0, cents: 0))
        #expect(empty.findings == [] && empty.entries == [])
        #expect(empty.statements.map(\.id) == ["0004711/2026-03-03/001"])
        let withoutBatch = [
            Sample.header, Sample.box, Sample.serviceTotal(checks: 0, cents: 0), "9000004",
        ]
        let bare = LockboxReading(withoutBatch.joined(separator: "\n"))
        #expect(bare.findings == [] && bare.entries == [])
        #expect(bare.statements.map(\.id) == ["0004711/2026-03-03"])
    }

    @Test func widthsAndLineEnds() {
        let plain = LockboxReading(Sample.day)
        for (width, end) in [(80, "\r\n"), (104, "\n"), (104, "\r"), (104, "\r\n")] {
            let lines = Sample.day.split(separator: "\n").map { line in
                // 80 columns cut the payee and the end of the remitter's name, which is blank.
                let kept = String(line.prefix(width))
                return kept + String(repeating: " ", count: width - kept.utf8.count)
            }
            let reading = LockboxReading(lines.joined(separator: end) + end)
            #expect(reading.findings == [])
            #expect(reading.entries.map(\.amount) == plain.entries.map(\.amount))
            #expect(
                reading.entries.map(\.detail.payer) == plain.entries.map(\.detail.payer))
            if width == 104 { #expect(reading == plain) }
        }
        #expect(LockboxReading("\u{FEFF}" + Sample.day + "\n\u{1A}") == plain)
    }

    @Test func severalLockboxesAndFiles() {
        let other = Sample.day.split(separator: "\n").dropFirst(2).dropLast().map { line in
            line.split(separator: "4711", omittingEmptySubsequences: false)
                .joined(separator: "4712")
        }
        var lines = Sample.day.split(separator: "\n").dropLast().map { String($0) } + other
        lines.append("9" + Sample.padded(lines.count + 1, 6))
        let two = LockboxReading(lines.joined(separator: "\n"))
        #expect(two.findings == [])
        #expect(two.statements.map(\.account) == ["0004711", "0004711", "0004712", "0004712"])
        let twice = LockboxReading(Sample.day + "\n" + Sample.day)
        #expect(twice.findings == [] && twice.statements.count == 4)
    }

    /// A bank that sends no batch totals is held to the total of the service.
    @Test func totalsThatAreNotThere() {
        let lines = Sample.day.split(separator: "\n")
        let kept = lines.filter { !$0.hasPrefix("7") }.dropLast() + ["9000010"]
        let reading = LockboxReading(kept.joined(separator: "\n"))
        #expect(reading.findings == [])
        #expect(reading.entries == LockboxReading(Sample.day).entries)
        let less = kept.filter { !$0.hasPrefix("8") }.dropLast() + ["9000009"]
        #expect(LockboxReading(less.joined(separator: "\n")).codes == ["lockbox-cut-off"])
        let batches = lines.filter { !$0.hasPrefix("8") }.dropLast() + ["9000011"]
        #expect(LockboxReading(batches.joined(separator: "\n")).findings == [])
    }

    /// `MMDDYY` or `YYMMDD`: the day nearest to the deposit.
    @Test(arguments: [
        ("022826", "2026-02-28"), ("260228", "2026-02-28"), ("030226", "2026-03-02"),
        ("260302", "2026-03-02"), ("123125", "2025-12-31"), ("251231", "2025-12-31"),
    ])
    func datesOfChecks(_ written: String, _ day: String) {
        let entry = Sample.entry(Sample.check(1, 1, 250_000, date: written))
        #expect(entry?.detail.checkDate == Day(day))
    }

    @Test(arguments: ["000000", "      "]) func checksWithoutADate(_ written: String) {
        let entry = Sample.entry(Sample.check(1, 1, 250_000, date: written))
        #expect(entry != nil && entry?.detail.checkDate == nil)
    }

    @Test func aCheckWithNothingButItsAmount() throws {
        let bare = "6001001" + "0000250000"
        let entry = try #require(Sample.entry(bare))
        #expect(entry.detail == PaymentDetail())
        let zeros = bare + String(repeating: "0", count: 35)
        #expect(Sample.entry(zeros) == entry)
        let numbers = zeros + "4500012 4500013"
        #expect(Sample.entry(numbers)?.detail.remittance == ["4500012 4500013"])
        #expect(Sample.entry(numbers)?.detail.payer == nil)
    }

    /// An account is as written; the padding of a check number is none of it.
    @Test func numbersOfTheCheck() {
        let check = Sample.check(1, 1, 250_000, account: "12-3456   ", serial: 7)
        let entry = Sample.entry(check)
        #expect(entry?.detail.payer?.account == "12-3456")
        #expect(entry?.detail.checkNumber == "7")
    }

    @Test func namesInOtherEncodings() {
        func name(_ bytes: [UInt8]) -> String? {
            let check = Array(Sample.check(1, 1, 250_000, name: "", payee: "").utf8)
            let file = Sample.file(["#"]).utf8.split(separator: UInt8(ascii: "#"))
            return LockboxReading(file[0] + check.prefix(52) + bytes + file[1]).entries.first?
                .detail.payer?.name
        }
        #expect(name(Array("MÜLLER INC".utf8)) == "MÜLLER INC")
        #expect(name([0x4D, 0xDC, 0x4C, 0x4C, 0x45, 0x52]) == "MÜLLER")
    }
}
