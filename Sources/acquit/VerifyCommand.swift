import ArgumentParser
import Backoffice
import Store

/// `acquit verify`: proves the books from their journal.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check every hash, line, read model and invariant against the journal.")

    @OptionGroup var options: BooksOptions

    func run() throws {
        try answering {
            let database = try options.open()
            let checks = try database.read { connection in
                try Verification(connection, progress: .terminal).run()
            }
            if options.json {
                Out.print(Verification.json(checks))
            } else {
                for check in checks { Out.print(Verification.text(check)) }
            }
            if checks.contains(where: { $0.failure != nil }) { throw ExitCode(1) }
        }
    }
}
