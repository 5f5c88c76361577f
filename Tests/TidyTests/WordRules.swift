import Foundation
import Testing

/// What is said nowhere, or only where it says so here, with the reason.
@Suite struct WordRules {
    struct Rule: Sendable, CustomTestStringConvertible {
        let name: String
        let reason: String
        let pattern: String
        var scope = Scope.sources
        var inComments = false
        /// File, and why it may.
        var exceptions: [String: String] = [:]

        var testDescription: String { name }

        func regex() throws -> NSRegularExpression {
            try NSRegularExpression(pattern: pattern, options: .anchorsMatchLines)
        }

        enum Scope { case sources, pure, notCommandLine, all }

        var files: [House.File] {
            switch scope {
            case .sources: House.sources
            case .pure: House.sources.filter { WordRules.pure.contains($0.target) }
            case .notCommandLine: House.sources.filter { $0.target != "acquit" }
            case .all: House.swift
            }
        }
    }

    /// The targets that decide and read: no clock, no disk, no Foundation.
    static let pure: Set<String> = ["Ledger", "Receivables", "Matching", "Formats"]

    static let rules = [
        Rule(
            name: "no forced try",
            reason: "What throws is handled or thrown on; a trap ends the day.",
            pattern: #"\btry!"#, scope: .all),
        Rule(
            name: "no forced cast",
            reason: "A cast that fails is bad input or a bug with a sentence.",
            pattern: #"\bas!"#, scope: .all),
        Rule(
            name: "no fatalError",
            reason: "Bad input gets findings, a bug of ours a precondition with a sentence.",
            pattern: #"\bfatalError\("#, scope: .all),
        Rule(
            name: "nothing left for later",
            reason: "What is not done stands in docs/DUTIES.md, where people see it.",
            pattern: #"(//|/\*).*\b(TODO|FIXME|XXX|HACK)\b"#, scope: .all, inComments: true,
            exceptions: [
                "Sources/Formats/MT940/MT940Assembly.swift": "a bank's marker is -XXX"
            ]),
        Rule(
            name: "no marks", reason: "`// MARK:` is a sign that the file wants to be two.",
            pattern: #"// ?MARK:"#, scope: .all, inComments: true),
        Rule(
            name: "no floating point",
            reason: "Money is Int64 minor units; Decimal(string:) reads 12abc as 12.",
            pattern: #"\b(Decimal|Double|Float|CGFloat|NSNumber|NSDecimalNumber)\b"#,
            exceptions: [
                "Sources/acquit/BenchCommand.swift": "seconds and rates of the benchmark",
                "Sources/Store/SQLite/SQLiteDatabase.swift": "GRDB takes its timeout in seconds",
            ]),
        Rule(
            name: "no XML of Foundation",
            reason: "It calls a file that is cut in half well-formed; expat does not.",
            pattern: #"XMLParser|FoundationXML|XMLDocument"#),
        Rule(
            name: "no formatters, no NSRegularExpression",
            reason: "They depend on locale and zone, and read dates that are none.",
            pattern: #"DateFormatter|NumberFormatter|ISO8601|NSRegularExpression"#),
        Rule(
            name: "no clock",
            reason: "The day and the moment come with the desk, so that a run can be repeated.",
            pattern: #"\bDate\(\)|Date\.now|\w+Clock\b|clock_gettime|gettimeofday|[^\w.]time\("#,
            scope: .notCommandLine,
            exceptions: [
                "Sources/Backoffice/Cash/MatchRun.swift": "how long a run took, for the benchmark",
                "Sources/Backoffice/Cash/MatchAhead.swift": "the same",
                "Sources/Conformance/Conformance.swift": "how long a source took, for the table",
                "Sources/Conformance/ConformanceMutations.swift": "how long a reading took at most",
                "Sources/Post/Child/ChildTalk.swift": "how long a child process may run",
            ]),
        Rule(
            name: "no chance",
            reason: "The same inputs give the same bytes; the demo has seeded dice of its own.",
            pattern: #"\.random\(|SystemRandomNumberGenerator|arc4random|\.shuffled\(\)"#,
            exceptions: [
                "Sources/StorePostgres/PostgresDatabase.swift":
                    "how long a loser waits before it tries again is in no result"
            ]),
        Rule(
            name: "no printing",
            reason: "Results go to standard output through Out, and only from the command line.",
            pattern: #"(^|[^\w.])(debugPrint|dump|print|NSLog)\("#,
            exceptions: [
                "Sources/acquit/Shared.swift": "Out.print is it",
                "Sources/Backoffice/Reports/Table.swift":
                    "Table.print gives pieces of text to whom it was asked by",
            ]),
        Rule(
            name: "no Character in readers",
            reason: "CR LF is one Character and U+0600 hides the next letter; look at bytes.",
            pattern: #"\bCharacter\b"#, scope: .pure,
            exceptions: [
                "Sources/Matching/References/USCC.swift": "a check sign made of one ASCII letter"
            ]),
        Rule(
            name: "no erasing of books", reason: "Every release opens the books of every other.",
            pattern: #"eraseDatabaseOnSchemaChange|DROP TABLE"#),
    ]

    @Test(arguments: rules) func isKept(_ rule: Rule) throws {
        let pattern = try rule.regex()
        var breaches: [String] = []
        var used: Set<String> = []
        for file in rule.files {
            let places = file.places(of: pattern, inComments: rule.inComments)
            if rule.exceptions[file.path] == nil {
                breaches += places.map(\.description)
            } else if !places.isEmpty {
                used.insert(file.path)
            }
        }
        #expect(breaches.isEmpty, "\(report(rule.reason, breaches))")
        let idle = rule.exceptions.keys.filter { !used.contains($0) }.sorted()
        #expect(idle.isEmpty, "\(report("Exceptions that nothing needs any more:", idle))")
    }

    /// The rules themselves must be able to fail.
    @Test func eachRuleFindsItsExample() throws {
        let examples = [
            "let x = try! read()", "let y = x as! Row", "fatalError(\"no\")", "// TODO: later",
            "// MARK: - Parts", "let rate: Double = 1", "import FoundationXML",
            "let f = DateFormatter()", "let now = Date()", "let n = Int.random(in: 0...1)",
            "        print(total)", "for c: Character in text {", "DROP TABLE line",
        ]
        #expect(examples.count == Self.rules.count)
        for (rule, example) in zip(Self.rules, examples) {
            let pattern = try rule.regex()
            let file = House.File(path: "", text: example, lines: [example[...]])
            let found = file.places(of: pattern, inComments: rule.inComments)
            #expect(!found.isEmpty, "\(rule.name) does not see: \(example)")
        }
        let address = "let url = \"postgres://host\" // try! not said"
        let file = House.File(path: "", text: address, lines: [address[...]])
        #expect(file.code(1) == "let url = \"postgres://host\" ")
    }
}
