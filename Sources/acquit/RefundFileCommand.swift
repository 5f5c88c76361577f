import ArgumentParser
import Backoffice
import Foundation
import Ledger
import Receivables
import Store

/// `acquit refund-file`: refunds on their way to the bank.
struct RefundFileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refund-file",
        abstract: "Build a payment file of approved refunds, release it, or cancel it.",
        subcommands: [Build.self, Release.self, Sent.self, Cancel.self])

    /// `acquit refund-file build`.
    struct Build: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "build", abstract: "Write approved refunds into one file for the bank.",
            discussion: "Prints the SHA-256 of the file, by which it is released. Mode 0600.")

        @OptionGroup var decide: DecideOptions
        @Argument(help: "Our account that pays.") var account: String
        @Argument(help: "The refunds (default: all that are approved and never came back).")
        var refunds: [String] = []
        @Option(help: "pain.001.001.09, pain.001.001.03 or NACHA (default: by the account).")
        var format: String?
        @Option(help: "The file to write; it must not be there yet.") var out: String

        func run() throws {
            let language = try decide.books.language()
            let format = try format.map { name in
                guard let format = RefundFileWriting.Format(rawValue: name) else {
                    throw ValidationError("--format: \(name) is none that is written")
                }
                return format
            }
            try answering {
                let database = try decide.books.open()
                let desk = Desk(
                    actor: decide.by ?? Clock.actor, today: try decide.books.day(database),
                    at: Clock.now)
                let written = try database.read { connection in
                    try Naming(connection, entity: decide.entity).refundFile(
                        account: account, refunds, format: format, at: desk)
                }
                try PrivateFile.write(written.bytes, to: out)
                let command = BuildRefundFile(
                    entity: try database.read {
                        try Naming($0, entity: decide.entity).entity(of: written.file)
                    }, file: written.file)
                let key = decide.key ?? Deed.key("build", command, on: desk.today, why: "")
                do {
                    let deed = try Deed.perform(command, key: key, on: database, at: desk)
                    Out.print(decide.books.json ? deed.json : deed.text(language))
                } catch {
                    unlink(out)
                    throw error
                }
            }
        }
    }

    /// `acquit refund-file release`.
    struct Release: DecideCommand {
        static let configuration = CommandConfiguration(
            commandName: "release", abstract: "Release a payment file to the bank.",
            discussion: "Count and total are typed again; the bytes must be those that were built.")
        static let keepsWhy = false

        @OptionGroup var decide: DecideOptions
        @Argument(help: "The payment file, by its number.") var number: String
        @Argument(help: "Where the file is.") var path: String
        @Option(help: "How many refunds it has.") var count: Int
        @Option(help: "What they sum to.") var total: String

        func command(_ naming: Naming) throws -> any Command {
            guard let bytes = FileManager.default.contents(atPath: path) else {
                throw Failure(message: "cannot read \(path)")
            }
            let (id, file) = try naming.builtFile(number)
            chmod(path, 0o600)
            return ReleaseRefundFile(
                file: id, refunds: file.refunds, hash: RefundFileWriting.hash(Array(bytes)),
                count: count, total: try money(total, file.total.currency))
        }
    }

    /// `acquit refund-file sent`.
    struct Sent: DecideCommand {
        static let configuration = CommandConfiguration(
            commandName: "sent", abstract: "Record that a released payment file went to the bank.")
        static let keepsWhy = false

        @OptionGroup var decide: DecideOptions
        @Argument(help: "The payment file, by its number.") var number: String

        func command(_ naming: Naming) throws -> any Command {
            let (id, file) = try naming.builtFile(number)
            return AnswerRefundFile(file: id, refunds: file.refunds, .sent)
        }
    }

    /// `acquit refund-file cancel`.
    struct Cancel: DecideCommand {
        static let configuration = CommandConfiguration(
            commandName: "cancel",
            abstract: "Cancel a payment file that is not released: its refunds wait again.")
        static let keepsWhy = false

        @OptionGroup var decide: DecideOptions
        @Argument(help: "The payment file, by its number.") var number: String

        func command(_ naming: Naming) throws -> any Command {
            let (id, file) = try naming.builtFile(number)
            return AnswerRefundFile(file: id, refunds: file.refunds, .cancel)
        }
    }
}

/// A file that only its owner reads, and that was not there before.
enum PrivateFile {
    static func write(_ bytes: [UInt8], to path: String) throws {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard file >= 0 else { throw Failure(message: "cannot write \(path), or it is there") }
        defer { close(file) }
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Foundation.write(file, buffer.baseAddress?.advanced(by: done), bytes.count - done)
            }
            guard count > 0 else {
                unlink(path)
                throw Failure(message: "cannot write \(path)")
            }
            done += count
        }
        fsync(file)
    }
}
