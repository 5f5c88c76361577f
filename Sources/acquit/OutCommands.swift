import ArgumentParser
import Backoffice
import Ledger
import Store

/// `acquit export`: a table out of the books.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Export a table: \(Export.allCases.map(\.rawValue).joined(separator: ", ")).")

    @OptionGroup var options: BooksOptions
    @Argument(help: "What to export.") var kind: String
    @Option(help: "csv or json.") var format = "csv"
    @Option(help: "File to write (default: standard output).") var out: String?

    func run() throws {
        guard let export = Export(rawValue: kind) else {
            throw ValidationError(
                "no export \(kind); there are "
                    + Export.allCases.map(\.rawValue).joined(separator: ", "))
        }
        let format = try tableFormat(options.json ? "json" : format, allowing: [.csv, .json])
        try answering {
            let database = try options.open()
            let sink = try Out.Sink(path: out)
            try database.read { connection in
                try export.table(connection).print(format) { sink.write($0) }
            }
            try sink.close()
        }
    }
}

/// `acquit report`: a report as of any day.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Report: aging, rollforward, reconciliation.")

    enum Name: String, CaseIterable { case aging, rollforward, reconciliation }

    @OptionGroup var options: BooksOptions
    @Argument(help: "aging, rollforward or reconciliation.") var name: String
    @Option(help: "As of the end of this day, YYYY-MM-DD (default: today).") var asOf: String?
    @Option(help: "Roll-forward from this day (default: the first of the month).") var from: String?
    @Option(help: "Aging by due-date or invoice-date.") var by = "due-date"
    @Option(help: "text, csv or json.") var format = "text"
    @Option(help: "File to write (default: standard output).") var out: String?

    func run() throws {
        guard let name = Name(rawValue: name) else {
            throw ValidationError(
                "no report \(name); there are "
                    + Name.allCases.map(\.rawValue).joined(separator: ", "))
        }
        guard let basis = AgingReport.basis(by) else {
            throw ValidationError("--by: \(by) is neither due-date nor invoice-date")
        }
        let format = try tableFormat(
            options.json ? "json" : format, allowing: Table.Format.allCases)
        try answering {
            let database = try options.open()
            let day = try self.day(asOf, "--as-of") ?? options.day(database)
            let first = try self.day(from, "--from") ?? day.firstOfMonth
            let sink = try Out.Sink(path: out)
            try database.read { connection in
                let table =
                    switch name {
                    case .aging:
                        try AgingReport(asOf: day, basis: basis).table(connection, format)
                    case .rollforward: try RollForward(from: first, to: day).table(connection)
                    case .reconciliation: try Reconciliation(asOf: day).table(connection)
                    }
                table.print(format) { sink.write($0) }
            }
            try sink.close()
        }
    }

    private func day(_ text: String?, _ option: String) throws -> Day? {
        guard let text else { return nil }
        guard let day = Day(text) else {
            throw ValidationError("\(option): \(text) is not a day, YYYY-MM-DD")
        }
        return day
    }
}

func tableFormat(_ name: String, allowing: [Table.Format]) throws -> Table.Format {
    guard let format = Table.Format(rawValue: name), allowing.contains(format) else {
        throw ValidationError(
            "--format: \(name) is none of \(allowing.map(\.rawValue).joined(separator: ", "))")
    }
    return format
}
