import ArgumentParser
import Backoffice
import Formats
import Store

/// `acquit read`: parses a file and prints it normalised; touches no books.
struct ReadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Parse files and print them normalised; touches no books.")

    @Argument(help: "Files.") var files: [String]
    @Flag(help: "One JSON object a file (the default).") var json = false
    @OptionGroup var profiles: ProfileOptions

    func run() throws {
        try answering {
            var failed = false
            let shelf = try profiles.shelf()
            for path in files {
                let read = try FileReading.json(path, profiles: shelf.profiles)
                Out.print(read.text)
                if read.hasErrors { failed = true }
            }
            if failed { throw ExitCode(1) }
        }
    }
}
