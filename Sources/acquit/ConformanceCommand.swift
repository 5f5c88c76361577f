import ArgumentParser
import Backoffice
import Conformance
import Ledger

/// `acquit conformance`: what we read of third-party files, held against what others read in them.
struct ConformanceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "conformance",
        abstract: "Hold what is read of third-party files against what others read in them.",
        discussion: """
            A source is a folder with files and what is expected of them. A difference is a fault, \
            or it is right and says why. Exit 1 where there is a fault.
            """)

    @Argument(help: "The folder of the sources, or one of them.") var path: String
    @Flag(help: "Also the differences that are right, with their reasons.") var all = false
    @Flag(help: "Machine-readable output.") var json = false

    func run() throws {
        try answering {
            let progress = Progress.terminal
            let results = try Conformance.run(path) { progress.say("reading \($0)") }
            progress.end()
            if results.isEmpty { throw ValidationError("\(path): no source that is known") }
            Self.table(results).print(json ? .json : .text) { Out.print($0) }
            if !json {
                for result in results { Out.print(Self.differences(result, all: all)) }
            }
            if results.contains(where: { !$0.faults.isEmpty }) { throw ExitCode(1) }
        }
    }

    private static func table(_ results: [Conformance.Result]) -> Table {
        var table = Table(
            "",
            [
                Table.Column("source"), Table.Column("files", number: true),
                Table.Column("read", number: true), Table.Column("facts", number: true),
                Table.Column("agreeing", number: true), Table.Column("explained", number: true),
                Table.Column("faults", number: true), Table.Column("ms", number: true),
            ])
        for result in results {
            let counts = [
                result.files, result.read, result.facts, result.agreeing,
                result.differences.count - result.faults.count, result.faults.count,
                Int(result.time / .milliseconds(1)),
            ]
            table.rows.append([.text(result.source)] + counts.map { .count(Int64($0)) })
        }
        let sum = { (of: (Conformance.Result) -> Int) in results.reduce(0) { $0 + of($1) } }
        let time = results.reduce(Duration.zero) { $0 + $1.time }
        table.notes = [
            "\(sum(\.files)) files, \(sum(\.read)) read; \(sum(\.agreeing)) of \(sum(\.facts)) facts agree; "
                + "\(sum { $0.faults.count }) faults; \(Int(time / .milliseconds(1))) ms"
        ]
        return table
    }

    private static func differences(_ result: Conformance.Result, all: Bool) -> String {
        var text = ""
        for difference in result.differences where all || difference.reason == nil {
            let sign = difference.reason == nil ? "✗" : "≠"
            text += "\(sign) \(result.source)/\(difference.file) \(difference.field): "
            text += "read “\(short(difference.ours))”, expected “\(short(difference.theirs))”"
            text += (difference.reason.map { ": \($0)" } ?? "") + "\n"
        }
        for reason in result.unneeded {
            text += "! \(result.source): no longer needed: \(reason)\n"
        }
        return text
    }

    private static func short(_ text: String) -> String {
        text.count > 120 ? text.prefix(120) + "…" : text
    }
}
