import ArgumentParser
import Backoffice
import Formats
import Profiles
import Store

/// `acquit profile`: the profiles by which tables of banks are read; touches no books.
struct ProfileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profile",
        abstract: "How tables of banks are read: try, list and show profiles; touches no books.",
        subcommands: [Try.self, List.self, Show.self])

    struct Try: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read a table and show the profile, the columns, the sums, the findings.")

        @Argument(help: "Files.") var files: [String]
        @Option(help: "How many of the first entries are shown.") var rows = 5
        @Option(help: "en or zh (default: $ACQUIT_LANG, else by $LANG).") var lang: String?
        @OptionGroup var profiles: ProfileOptions

        func validate() throws { _ = try Language.said(lang) }

        func run() throws {
            try answering {
                let shelf = try profiles.shelf()
                var failed = false
                for path in files {
                    let trial = try ProfileTrial(path, profiles: shelf.profiles, rows: rows)
                    Out.print(trial.text(try Language.said(lang)))
                    if trial.hasErrors { failed = true }
                }
                if failed { throw ExitCode(1) }
            }
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the profiles that are there, with where their columns are known from.")

        @Option(help: "en or zh (default: $ACQUIT_LANG, else by $LANG).") var lang: String?
        @OptionGroup var profiles: ProfileOptions

        func validate() throws { _ = try Language.said(lang) }

        func run() throws {
            try answering {
                let language = try Language.said(lang)
                for profile in try profiles.shelf().profiles {
                    let name =
                        profile.name
                        + String(
                            repeating: " ", count: max(1, 20 - profile.name.utf8.count))
                    let source = profile.source.map { "  (\($0))" } ?? ""
                    Out.print(
                        name + language(profile.title.en, profile.title.zh) + source + "\n")
                }
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the text of a profile, to make one's own of it.")

        @Argument(help: "Its name.") var name: String
        @OptionGroup var profiles: ProfileOptions

        func run() throws {
            try answering {
                guard let text = try profiles.shelf().text(of: name) else {
                    throw Failure(message: "no profile \(name); acquit profile list", code: 1)
                }
                Out.print(text + (text.hasSuffix("\n") ? "" : "\n"))
            }
        }
    }
}

/// Which profiles there are beside the built-in ones.
struct ProfileOptions: ParsableArguments {
    @Option(
        name: .customLong("profile"),
        help: "A file with profiles of one's own (YAML); beside those of $ACQUIT_PROFILES.")
    var files: [String] = []

    /// A profile that anything is wrong with is said, and nothing is read by the others.
    func shelf() throws -> ProfileShelf {
        let shelf: ProfileShelf
        do throws(ProfileShelf.Unreadable) {
            shelf = try ProfileShelf.standard(files: files)
        } catch {
            throw Fault.ioFailed(path: error.path, reason: error.reason)
        }
        if shelf.findings.isEmpty { return shelf }
        for finding in shelf.findings {
            let value = finding.value.map { " [\($0)]" } ?? ""
            Out.error("✗ \(finding.code) \(finding.place): \(finding.en)\(value)")
        }
        throw ExitCode(1)
    }
}
