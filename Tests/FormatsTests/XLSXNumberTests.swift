import Testing

@testable import Formats

/// Numbers and dates as their cells mean them.
@Suite struct XLSXNumberTests {
    @Test(arguments: [
        ("0", "0"), ("-0", "0"), ("7", "7"), ("-7", "-7"), ("+7", "7"), ("007", "7"),
        ("1234.50", "1234.5"), ("100.00", "100"), (".5", "0.5"), ("5.", "5"),
        ("1234.5600000000001", "1234.56"), ("0.30000000000000004", "0.3"),
        ("1234.5599999999999", "1234.56"), ("9999999.9999999491", "9999999.99999995"),
        ("9999999.9999999991", "10000000"),
        ("0.99999999999999989", "1"), ("9.9999999999999992E-3", "0.01"),
        ("1E-7", "0.0000001"), ("1.5E3", "1500"), ("1.5e+3", "1500"), ("-2.5E-2", "-0.025"),
        ("123456789012345", "123456789012345"), ("1.23456789012345E14", "123456789012345"),
        ("9999999999999.9902", "9999999999999.99"), ("1E0", "1"), ("0E99999999", "0"),
    ]) func plainDecimals(_ written: String, _ plain: String) {
        let cell = XLSXReading(rows: "<row><c><v>\(written)</v></c></row>").first
        #expect(cell == TableCell(text: plain, kind: .number))
    }

    @Test(arguments: [
        ("6222020200112345678", "6222020200112345678"),
        ("6.22202E+17", "622202000000000000"),
        ("6.2220202001123456E+18", "6222020200112345600"),
        ("12345678901234.561", "12345678901234.561"), ("1E15", "1000000000000000"),
    ]) func longNumbersLostDigits(_ written: String, _ plain: String) {
        let cell = XLSXReading(rows: "<row><c><v>\(written)</v></c></row>").first
        #expect(cell == TableCell(text: plain, kind: .number, lostDigits: true))
    }

    /// A text that was a number once.
    @Test func textOfARoundedNumber() {
        let rows = "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>"
        let reading = XLSXReading(rows: rows, strings: ["6.22202E+17", "6222020200112345678"])
        #expect(reading.rows[0].cells.map(\.lostDigits) == [true, false])
    }

    @Test(arguments: [
        "", "-", "1,5", "1.2.3", "abc", "NaN", "INF", "0x10", "1E", "1E+", "1E5.5", "1E999",
        "1E123456789", "1 2", "１２",
    ]) func whatIsNoNumber(_ written: String) {
        var plain: [UInt8] = []
        let read = Array(written.utf8).withUnsafeBufferPointer {
            PlainDecimal.write(ByteRun($0), into: &plain)
        }
        #expect(read == nil)
    }

    private func date(
        _ serial: String, _ format: String = "14", in1904: Bool = false
    ) -> XLSXReading {
        var sample = XLSXSample(
            "<row><c s=\"1\"><v>\(serial)</v></c></row>", formats: ["0", format])
        if in1904 { sample.workbookProperties = "date1904=\"true\"" }
        return XLSXReading(sample)
    }

    @Test(arguments: [
        ("1", "1900-01-01"), ("59", "1900-02-28"), ("61", "1900-03-01"), ("25569", "1970-01-01"),
        ("46112", "2026-03-31"), ("2958465", "9999-12-31"), ("45351", "2024-02-29"),
        ("46112.5", "2026-03-31T12:00:00"), ("46112.531562500002", "2026-03-31T12:45:27"),
        ("46112.999999999", "2026-04-01"), ("46112.99999", "2026-03-31T23:59:59"),
    ]) func daysSince1900(_ serial: String, _ day: String) {
        let reading = date(serial)
        #expect(reading.first == TableCell(text: day, kind: .date))
        #expect(reading.findings == [])
    }

    @Test func daysSince1904() {
        #expect(date("0", in1904: true).first.text == "1904-01-01")
        #expect(date("44650", in1904: true).first.text == "2026-03-31")
        #expect(date("60", in1904: true).first.text == "1904-03-01")
    }

    /// 1900 had no 29 February, though spreadsheets count one.
    @Test(arguments: ["60", "0", "-1", "2958466", "1E10", "0.25"])
    func numbersShownAsDatesThatAreNone(_ serial: String) {
        let reading = date(serial)
        #expect(reading.first.kind == .number)
        #expect(reading.codes == ["xlsx-date-unreadable"])
    }

    @Test func timesOfDay() {
        #expect(date("0.25", "20").first == TableCell(text: "06:00:00", kind: .date))
        #expect(date("0.531562500002", "hh:mm").first.text == "12:45:27")
        #expect(date("0", "[$-F400]h:mm:ss\\ AM/PM").first.text == "00:00:00")
    }

    @Test(arguments: [
        14, 17, 18, 22, 27, 31, 32, 36, 45, 47, 50, 58,
    ]) func builtInDates(_ id: Int) {
        #expect(date("46112", "\(id)").first.text == "2026-03-31")
    }

    @Test(arguments: [0, 1, 4, 9, 11, 13, 23, 26, 37, 44, 48, 49, 59, 163, 9_999])
    func builtInNumbers(_ id: Int) {
        #expect(date("46112", "\(id)").first == TableCell(text: "46112", kind: .number))
    }

    @Test(arguments: [
        "yyyy-mm-dd", "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;", "[$-804]D/M/YY;@", "mmm",
        "[Red]dd\\.mm\\.yyyy", "_-yyyy",
    ]) func codesOfDates(_ code: String) {
        #expect(date("46112", code).first.kind == .date)
    }

    @Test(arguments: [
        "General", "#,##0.00_);[Red]\\(#,##0.00\\)", "0.00E+00", "&quot;days: &quot;0",
        "[$USD] 0.00",
        "0\\d", "_d0", "*y0", "@", "[DBNum2][$-804]General", "0 &quot;m", "[h",
    ]) func codesOfNumbers(_ code: String) {
        #expect(date("46112", code).first.kind == .number)
    }
}
