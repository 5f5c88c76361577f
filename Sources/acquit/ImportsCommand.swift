import ArgumentParser
import Backoffice
import Ledger
import Receivables
import Store

/// `acquit imports`: every file that was imported, was taken back, or waits.
struct ImportsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "imports",
        abstract: "Every file ever seen: imported, taken back, or waiting and why.",
        subcommands: [
            ImportsListCommand.self, ImportsShowCommand.self, ImportsUndoCommand.self,
        ],
        defaultSubcommand: ImportsListCommand.self)
}

struct ImportsListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "One line a file (the default).")

    @OptionGroup var options: BooksOptions

    func run() throws {
        try answering {
            let database = try options.open()
            let entries = try database.read { try ImportLog($0).entries() }
            ImportLog.table(entries, try options.language())
                .print(options.json ? .json : .text) { Out.print($0) }
        }
    }
}

struct ImportsShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One file with its totals and all its findings.")

    @OptionGroup var options: BooksOptions
    @Argument(help: "Its name, or the first signs of its hash.") var file: String

    func run() throws {
        try answering {
            let database = try options.open()
            let found = try database.read { try ImportLog($0).entries() }.filter {
                $0.name == file || file.utf8.count >= 6 && $0.hash.hasPrefix(file.lowercased())
            }
            if found.isEmpty { throw Refusal(code: UndoImport.notFound, file) }
            let language = try options.language()
            for entry in found { Out.print(entry.text(language)) }
        }
    }
}

struct ImportsUndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Take an import back by reversal, where nothing depends on it.",
        discussion: "Says what depends on it where something does. The file may come again.")

    @OptionGroup var options: BooksOptions
    @Argument(help: "Its name, or the first signs of its hash.") var file: String
    @Option(help: "Who decides (default: $ACQUIT_ACTOR, else $USER).") var by: String?
    @Option(help: "Why, in words; kept in the journal.") var why: String

    func run() throws {
        try answering {
            let database = try options.open()
            let desk = Desk(
                actor: by ?? Clock.actor, today: try options.day(database), at: Clock.now)
            let language = try options.language()
            do {
                let outcome = try UndoImport(database, desk: desk).run(file, why: why)
                Out.print(outcome.text(language))
            } catch let inUse as UndoImport.InUse {
                Out.print(inUse.text(language))
                throw ExitCode(1)
            }
        }
    }
}

extension UndoImport.Outcome {
    func text(_ language: Language) -> String {
        let counts: [(Int, String, String)] = [
            (items, "documents", "张单据"), (lines, "bank lines", "条银行流水"),
            (receipts, "receipts", "笔收款"), (notices, "notices", "条到账通知"),
            (advices, "advices", "份汇款通知"), (records, "records", "条主数据"),
        ]
        let what = counts.filter { $0.0 > 0 }
            .map { language("\($0.0) \($0.1)", "\($0.0) \($0.2)") }
            .joined(separator: language(", ", "、"))
        return language("↺ \(file.name): taken back", "↺ \(file.name)：已撤销")
            + (what.isEmpty ? "" : language(": ", "：") + what) + "\n"
    }
}

extension UndoImport.InUse {
    func text(_ language: Language) -> String {
        language(
            "✗ \(file.name): not taken back, something depends on it\n",
            "✗ \(file.name)：未撤销，存在依赖\n")
            + reasons.map { "    \($0.code): \(language($0.en, $0.zh))\n" }.joined()
    }
}
