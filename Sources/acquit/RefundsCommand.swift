import ArgumentParser
import Backoffice
import Ledger
import Receivables
import Store

/// `acquit refunds`: what is on its way back, and what may have to go.
struct RefundsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refunds",
        abstract: "List refunds; those that wait for somebody; receipts that may have to go back.")

    enum What: String, CaseIterable, ExpressibleByArgument { case list, due, proposed }

    @OptionGroup var options: BooksOptions
    @Argument(help: "list, due or proposed.") var what = What.list

    func run() throws {
        let language = try options.language()
        try answering {
            let database = try options.open()
            let day = try options.day(database)
            let table = try database.read { connection in
                switch what {
                case .list, .due:
                    options.json
                        ? try RefundExport.table(connection, isDue: what == .due)
                        : try RefundExport.list(connection, isDue: what == .due)
                case .proposed: try RefundProposals(connection).table(on: day, language)
                }
            }
            table.print(options.json ? .json : .text) { Out.print($0) }
        }
    }
}
