import Foundation
import Testing

@testable import Formats

/// A bill of a Chinese payment service that came as a workbook and as a table: both say the same.
@Suite struct XLSXCorpusTests {
    static let folder: String = {
        let root = ProcessInfo.processInfo.environment["ACQUIT_CORPUS"] ?? "../shared/corpus"
        return root + "/bank/csv_cn_double_entry_generator/wechat"
    }()
    static var isThere: Bool { FileManager.default.fileExists(atPath: folder) }

    private func read(_ name: String) throws -> [UInt8] {
        let path = Self.folder + "/" + name
        return [UInt8](try #require(FileManager.default.contents(atPath: path)))
    }

    /// The rows of the table, blank ones left out. It has tabs behind quotes, which the reader of
    /// extracts refuses, and no commas in them.
    private func table(_ bytes: [UInt8]) -> [[String]] {
        String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map { field in
                let field = field.trimmingCharacters(in: .whitespaces)
                return field.hasPrefix("\"") ? String(field.dropFirst().dropLast()) : field
            }
        }.filter { $0.contains { !$0.isEmpty } }
    }

    /// The table's spreadsheet put tabs behind numbers, to keep their digits.
    private func plain(_ cells: [String]) -> [String] {
        var cells = cells.map { $0.trimmingCharacters(in: .whitespaces) }
        while cells.last == "" { cells.removeLast() }
        return cells
    }

    @Test(.enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"))
    func theWorkbookSaysWhatTheTableSays() throws {
        let reading = XLSXReading(try read("example-wechat-records.xlsx"))
        #expect(reading.findings == [])
        #expect(reading.sheets.map(\.name) == ["example-wechat-records", "Sheet1"])
        let sheet = try #require(reading.sheets.first)
        // The first row are names that the spreadsheet gave the columns.
        let rows = sheet.rows.dropFirst().map { plain($0.cells.map(\.text)) }
        let expected = table(try read("example-wechat-records.csv")).map(plain)
        #expect(expected.count > 40)
        #expect(rows.count == expected.count)
        for (row, line) in zip(rows, expected) { #expect(row == line) }
    }

    /// In the second sheet amounts are numbers.
    @Test(.enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"))
    func amountsAsNumbers() throws {
        let reading = XLSXReading(try read("example-wechat-records.xlsx"))
        let sheet = try #require(reading.sheets.last)
        let numbers = sheet.rows.filter { $0[5].kind == .number }
        #expect(numbers.first?[5].text == "28.16")
        let named = try #require(reading.sheets.first).rows.filter { $0[5].text.hasPrefix("¥") }
        func cents(_ text: String) -> Int? {
            let parts = text.split(separator: ".")
            let fraction = parts.count > 1 ? parts[1] : "0"
            return Int(parts[0] + (fraction + "00").prefix(2))
        }
        #expect(numbers.count == 27 && named.count == 27)
        for (number, text) in zip(numbers, named) {
            #expect(cents(number[5].text) == cents(String(text[5].text.dropFirst())))
        }
    }
}
