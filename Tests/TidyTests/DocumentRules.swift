import Foundation
import Testing

/// What people read says what the code does: commands, findings, links.
@Suite struct DocumentRules {
    @Test(arguments: ["README.md", "README.zh.md"]) func readmeNamesEveryCommand(
        _ path: String
    ) throws {
        let page = try #require(House.read(path))
        for name in Self.commands() {
            let isNamed = page.contains("acquit \(name)")
            #expect(isNamed, "\(path) does not name `acquit \(name)`")
        }
        for code in ["64", "69"] {
            let isNamed = page.contains(code)
            #expect(isNamed, "\(path) does not name exit code \(code)")
        }
        let firstScreen = page.prefix(2_000)
        let isShown = firstScreen.contains("./acquit demo") && firstScreen.contains("./test")
        #expect(isShown, "\(path): the two commands stand on the first screen")
    }

    /// The names that the subcommands have: `commandName: "import"`. Commands of commands, which the
    /// executable does not list, are named by the page of their command.
    private static func commands() -> [String] {
        let main = House.read("Sources/acquit/Acquit.swift") ?? ""
        return House.sources.filter { $0.target == "acquit" }.flatMap { file in
            file.text.matches(of: /struct (\w+): \w+ \{[^}]*?commandName: "([a-z-]+)"/)
                .filter { main.contains("\($0.output.1).self") }.map { String($0.output.2) }
        }.sorted()
    }

    @Test func thereAreCommands() {
        #expect(Self.commands().count >= 13)
    }

    /// Every command is started by the executable.
    @Test func everyCommandIsListed() throws {
        let main = try #require(House.read("Sources/acquit/Acquit.swift"))
        for file in House.sources where file.target == "acquit" {
            for match in file.text.matches(of: /struct (\w+Command): ParsableCommand/) {
                // A command of a command is listed by it, in its own file.
                let isListed =
                    main.contains("\(match.output.1).self")
                    || file.text.contains("\(match.output.1).self")
                #expect(isListed, "Acquit.swift does not list \(match.output.1)")
            }
        }
    }

    /// Every finding that a reader or the importer can make stands in docs, by code or by kind.
    @Test func findingsAreDocumented() {
        let pages = House.documents.filter { $0.path.hasPrefix("docs/") }.map(\.text).joined()
        var kinds = 0
        for file in House.sources {
            guard let kind = file.text.firstMatch(of: /enum (\w+): String[^{]*FindingKind/) else {
                continue
            }
            kinds += 1
            // The extracts' page speaks of the enumeration as a whole.
            if pages.contains("`\(kind.output.1)`") { continue }
            for match in file.text.matches(of: /case \w+ = "([a-z0-9-]+)"/) {
                let code = String(match.output.1)
                let isSaid = pages.contains("`\(code)`")
                #expect(isSaid, "\(kind.output.1): no page of docs says `\(code)`")
            }
        }
        #expect(kinds >= 4, "the enumerations of findings were not found")
    }

    /// Every page can be reached from another, and every link leads to a file.
    @Test func linksLead() {
        var linked: Set<String> = []
        for page in House.documents {
            let folder = page.path.contains("/") ? page.path.split(separator: "/").dropLast() : []
            for match in page.text.matches(of: /\]\(([^)#\s]+)(?:#[^)]*)?\)/) {
                let link = String(match.output.1)
                if link.contains("://") || link.hasPrefix("mailto:") { continue }
                var parts = folder.map(String.init)
                for part in link.split(separator: "/") {
                    if part == ".." {
                        _ = parts.popLast()
                    } else if part != "." {
                        parts.append(String(part))
                    }
                }
                let target = parts.joined(separator: "/")
                linked.insert(target)
                let there = FileManager.default.fileExists(atPath: House.root + "/" + target)
                #expect(there || Self.expected.contains(target), "\(page.path) links to \(target)")
            }
        }
        for page in House.documents where page.path.hasPrefix("docs/") {
            let isLinked = linked.contains(page.path)
            #expect(isLinked, "nothing links to \(page.path)")
        }
    }

    /// Pages that are on their way with what they describe.
    static let expected: Set<String> = ["docs/MATCHING.md"]

    @Test func bothReadmesHaveTheSameParts() throws {
        let english = try #require(House.read("README.md"))
        let chinese = try #require(House.read("README.zh.md"))
        let parts = { (page: String) in page.split(separator: "\n").count { $0.hasPrefix("## ") } }
        let tables = { (page: String) in page.split(separator: "\n").count { $0.hasPrefix("|---") }
        }
        #expect(parts(english) == parts(chinese), "one README has a part that the other lacks")
        #expect(tables(english) == tables(chinese), "one README has a table that the other lacks")
    }

    /// The project speaks of itself alone, not of the machine it was written on.
    @Test func noPathsOfAMachine() throws {
        let pattern = try Regex(#"(^|[\s"'`=(:])/(work|root|home|tmp|Users)/"#)
        var breaches: [String] = []
        for file in House.swift + House.documents {
            for (index, line) in file.lines.enumerated() where line.firstMatch(of: pattern) != nil {
                breaches.append("\(file.path):\(index + 1): \(line)")
            }
        }
        let reason = "Paths are relative to the package, or given; scripts make temporary ones."
        #expect(breaches.isEmpty, "\(report(reason, breaches))")
    }
}
