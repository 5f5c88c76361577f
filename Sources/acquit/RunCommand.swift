import ArgumentParser
import Backoffice
import Store

/// `acquit run`: the day.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "The day: import, validate, match, apply, reconcile, report.")

    @OptionGroup var options: BooksOptions
    @OptionGroup var profiles: ProfileOptions
    @Argument(help: "Files or folders.") var paths: [String]

    func run() throws {
        try answering {
            let database = try options.open()
            let summary = try DailyRun(
                database, desk: try options.desk(database),
                profiles: try profiles.shelf().profiles, progress: .terminal
            ).run(paths)
            Out.print(options.json ? summary.json : summary.text(try options.language()))
            if !summary.isClean { throw ExitCode(1) }
        }
    }
}

/// `acquit match`: applies what is sure, proposes the rest.
struct MatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match", abstract: "Apply what is sure, propose the rest.")

    @OptionGroup var options: BooksOptions

    @Option(
        help: ArgumentHelp(
            "Say how this receipt would be decided, step by step; change nothing.",
            valueName: "receipt"))
    var explain: String?
    @Option(help: "The entity, by its code, where the books have several.") var entity: String?

    func run() throws {
        if let explain { return try tell(explain) }
        try answering {
            let database = try options.open()
            let result = try MatchRun(
                database, desk: try options.desk(database), progress: .terminal
            ).run()
            if options.json {
                Out.print(
                    """
                    {"receipts": \(result.receipts), "applied": \(result.applied), \
                    "lines": \(result.appliedLines), "proposed": \(result.proposed), \
                    "unmatched": \(result.unmatched), "refused": \(result.refused.count)}\n
                    """)
            } else {
                Out.print(
                    try options.language()(
                        "\(result.receipts) receipts: \(result.applied) applied "
                            + "(\(result.appliedLines) lines), \(result.proposed) proposed, "
                            + "\(result.unmatched) to research\n",
                        "\(result.receipts) 笔收款：自动核销 \(result.applied)（\(result.appliedLines) 行），"
                            + "建议 \(result.proposed)，待查 \(result.unmatched)\n"))
            }
            for (_, refusal) in result.refused { Out.error("refused: \(refusal)") }
        }
    }

    private func tell(_ name: String) throws {
        let language = try options.language()
        try answering {
            let database = try options.open()
            let receipt = try database.read { try Naming($0, entity: entity).receipt(name).id }
            let explain = ExplainReceipt(database, today: try options.day(database))
            let isChinese = language == .zh
            if options.json { return Out.print(try explain.json(receipt, zh: isChinese)) }
            for line in try explain.lines(receipt, zh: isChinese) { Out.print(line + "\n") }
        }
    }
}
