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
            or it is right and says why. Exit 1 where there is a fault, and where a damaged file \
            takes more than a second or all of them take 256 MB.
            """)

    @Argument(help: "The folder of the sources, or one of them.") var path: String
    @Flag(help: "Also the differences that are right, with their reasons.") var all = false
    @Option(help: "Also read each file damaged in so many ways.") var mutations = 0
    @Flag(help: "Machine-readable output.") var json = false

    func validate() throws {
        if mutations < 0 { throw ValidationError("--mutations: \(mutations) is no number of ways") }
    }

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
            let isBounded = try mutations == 0 || mutate()
            if !isBounded || results.contains(where: { !$0.faults.isEmpty }) { throw ExitCode(1) }
        }
    }

    /// Reads damaged files; whether it took no longer and no more memory than it may.
    private func mutate() throws -> Bool {
        let progress = Progress.terminal
        let results = try Conformance.mutate(path, count: mutations) { progress.say($0) }
        progress.end()
        Self.table(results).print(json ? .json : .text) { Out.print($0) }
        let slow = results.flatMap { result in result.slow.map { "✗ \(result.source)/\($0)\n" } }
        if !json { Out.print(slow.joined()) }
        return slow.isEmpty && results.allSatisfy { $0.peak < 256 << 20 }
    }

    private static func table(_ results: [Conformance.Mutations]) -> Table {
        var table = Table(
            "",
            [
                Table.Column("source"), Table.Column("files", number: true),
                Table.Column("mutations", number: true), Table.Column("slowest_ms", number: true),
                Table.Column("peak_mb", number: true), Table.Column("ms", number: true),
            ])
        for result in results {
            let counts = [
                result.files, result.mutations, Int(result.slowest / .milliseconds(1)),
                result.peak >> 20, Int(result.time / .milliseconds(1)),
            ]
            table.rows.append([.text(result.source)] + counts.map { .count(Int64($0)) })
        }
        let time = results.reduce(Duration.zero) { $0 + $1.time }
        table.notes = [
            "\(results.reduce(0) { $0 + $1.mutations }) mutations read; "
                + "\((results.last?.peak ?? 0) >> 20) MB at most; \(Int(time / .milliseconds(1))) ms"
        ]
        return table
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
