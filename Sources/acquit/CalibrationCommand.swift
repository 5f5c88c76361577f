import ArgumentParser
import Backoffice
import Store

/// `acquit calibration`: what the scores were worth.
struct CalibrationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calibration",
        abstract: "How often the matcher was right, by rule, from what people did with it.")

    @OptionGroup var options: BooksOptions

    func run() throws {
        try answering {
            let database = try options.open()
            let language = try options.language()
            let table = try database.read { connection in
                let entities = try MasterReader(connection: connection).entities().map(\.0)
                return try MeasuredProposals(connection, entities).table(language)
            }
            table.print(options.json ? .json : .text) { Out.print($0) }
        }
    }
}
