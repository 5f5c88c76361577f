import ArgumentParser
import Backoffice
import Ledger
import Store
import StorePostgres

/// `acquit backup`: a consistent copy while the books are in use.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "A consistent copy of the books, made while in use.")

    @OptionGroup var options: BooksOptions
    @Argument(help: "The file to write.") var file: String

    func run() throws {
        try answering {
            let database = try options.open()
            try database.backup(to: file)
            let heads = try database.read { try BooksHeads.text($0) }
            Out.print("\(file)\n\(heads)")
        }
    }
}

/// `acquit restore`: new books from a backup; books that are there are never overwritten.
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "New books from a backup. Existing books are left alone.")

    @OptionGroup var options: BooksOptions
    @Argument(help: "The backup.") var file: String

    func run() throws {
        try answering {
            try restoreBooks(file, to: options.address)
            let database = try options.open()
            let heads = try database.read { try BooksHeads.text($0) }
            Out.print("\(options.address)\n\(heads)")
        }
    }
}
