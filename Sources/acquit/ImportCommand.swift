import ArgumentParser
import Backoffice
import Formats
import Ledger
import Store

/// `acquit import`: brings files into the books, each whole or not at all.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract:
            "Import files or folders, recognised by content. Sending one again changes nothing.")

    @OptionGroup var options: BooksOptions
    @OptionGroup var profiles: ProfileOptions
    @Argument(help: "Files or folders.") var paths: [String]
    @Flag(help: "Run the same code and show what would change.") var dryRun = false
    @Flag(
        help: """
            A statement that differs from the one of the same number in the books takes its place: \
            what it lacks is reversed, what it adds is posted.
            """)
    var acceptCorrection = false

    func run() throws {
        try answering {
            let database = try options.open()
            let outcomes = try Importer(
                database, desk: try options.desk(database), dryRun: dryRun,
                acceptingCorrections: acceptCorrection,
                profiles: try profiles.shelf().profiles, progress: .terminal
            ).run(paths)
            let language = try options.language()
            if options.json {
                Out.print(DaySummary.filesJSON(outcomes) + "\n")
            } else {
                for outcome in outcomes { Out.print(Self.text(outcome, language)) }
            }
            if outcomes.contains(where: { $0.state == .held }) { throw ExitCode(1) }
        }
    }

    static func text(_ outcome: FileOutcome, _ language: Language) -> String {
        let format = outcome.format.flatMap { $0.isEmpty ? nil : $0 } ?? "?"
        var text =
            switch outcome.state {
            case .imported, .tried:
                "✓ \(outcome.name) (\(format)): "
                    + language(
                        "\(outcome.rows) rows, \(outcome.new) new",
                        "\(outcome.rows) 行，新 \(outcome.new) 行")
            case .known(let at):
                "= \(outcome.name): "
                    + language("already imported on ", "已于 ")
                    + "\(Day(number: Int32(at / 86_400_000)))"
                    + language(", 0 new", " 导入，新 0 行")
            case .held:
                "⏸ \(outcome.name) (\(format)): "
                    + language("waits, nothing of it was imported", "待处理，未导入任何内容")
            }
        text += "\n"
        for finding in outcome.findings.prefix(50) {
            let sign = finding.severity == .error ? "✗" : "!"
            text +=
                "    \(sign) \(finding.code) \(finding.place): \(language(finding.en, finding.zh))"
                + (finding.value.map { " [\($0)]" } ?? "") + "\n"
        }
        if outcome.findings.count > 50 { text += "    … \(outcome.findings.count - 50) more\n" }
        return text
    }
}
