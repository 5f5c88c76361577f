import DemoWorld
import Foundation
import Profiles
import Testing

@testable import Backoffice

/// A workbook is a bank's table where a profile fits a sheet of it, whatever its name.
@Suite struct WorkbookTests {
    private func withWorkload(_ body: (Workload, String) throws -> Void) throws {
        let folder = NSTemporaryDirectory() + "acquit-workbook-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(Workload(customers: 50, invoices: 1_000), folder)
    }

    @Test func aSheetIsReadAsTheSameTableInText() throws {
        try withWorkload { workload, folder in
            try workload.writeWorkbook(to: folder + "/table.csv", entries: 200)
            try workload.writeTable(to: folder + "/table.xlsx", entries: 200)
            // The names are the wrong way round: contents tell.
            let sheet = try FileReading.json(folder + "/table.csv").text
            let text = try FileReading.json(folder + "/table.xlsx").text
            // A number of a workbook has no zeros behind its last decimal.
            let facts = { (json: String) in
                json.replacing(/(\d)\.(\d*?)0*"/) { match in
                    match.2.isEmpty ? "\(match.1)\"" : "\(match.1).\(match.2)\""
                }.split(separator: "{").filter { $0.contains("bankReference") }
            }
            let read = facts(sheet)
            #expect(read.count == 200)
            #expect(read == facts(text))
            let count = try FileReading.entryCount(folder + "/table.csv")
            #expect(try count() == 200)
        }
    }

    @Test func aWorkbookIsTried() throws {
        try withWorkload { workload, folder in
            try workload.writeWorkbook(to: folder + "/table.xlsx", entries: 20)
            let trial = try ProfileTrial(
                folder + "/table.xlsx", profiles: ProfileShelf.builtIn.profiles, rows: 5)
            #expect(!trial.hasErrors)
            #expect(trial.text(.en).hasPrefix("✓ table.xlsx: csv:"))
            let none = try ProfileTrial(folder + "/table.xlsx", profiles: [], rows: 5)
            #expect(none.hasErrors)
        }
    }
}
