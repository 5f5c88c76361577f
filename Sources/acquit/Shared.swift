import ArgumentParser
import Backoffice
import Foundation
import Ledger
import Paper
import Receivables
import Store
import StorePostgres

/// Which books, on which day, in which language: what most subcommands take.
struct BooksOptions: ParsableArguments {
    @Option(help: "The books: a file, or postgres://… (default: $ACQUIT_BOOKS, else acquit.db).")
    var books: String?

    @Option(help: "The business day, YYYY-MM-DD (default: today in the entity's time zone).")
    var today: String?

    @Option(help: "en or zh (default: $ACQUIT_LANG, else by $LANG).")
    var lang: String?

    @Flag(help: "Machine-readable output on standard output.")
    var json = false

    var address: String {
        books ?? ProcessInfo.processInfo.environment["ACQUIT_BOOKS"] ?? "acquit.db"
    }

    /// A wrong day or language is said before anything is opened, made or imported.
    func validate() throws {
        _ = try day()
        _ = try language()
    }

    func open() throws -> any Database { try openBooks(address) }

    func day() throws -> Day {
        guard let today else { return Clock.today(country: nil) }
        guard let day = Day(today) else {
            throw ValidationError("--today: \(today) is not a day, YYYY-MM-DD")
        }
        return day
    }

    /// The day in the zone of the first entity.
    func day(_ database: any Database) throws -> Day {
        if today != nil { return try day() }
        let country = try database.read { connection in
            try MasterReader(connection: connection).entities().first?.0.country
        }
        return Clock.today(country: country)
    }

    func desk(_ database: any Database) throws -> Desk {
        Desk(actor: Clock.actor, today: try day(database), at: Clock.now)
    }

    func language() throws -> Language { try Language.said(lang) }
}

extension Language {
    /// What `--lang` says, else `$ACQUIT_LANG`, else the locale.
    static func said(_ option: String?) throws -> Language {
        let environment = ProcessInfo.processInfo.environment
        if let named = option ?? environment["ACQUIT_LANG"] {
            guard let language = Language(rawValue: named) else {
                throw ValidationError("--lang: \(named) is neither en nor zh")
            }
            return language
        }
        let locale = environment["LC_ALL"] ?? environment["LANG"] ?? ""
        return locale.hasPrefix("zh") ? .zh : .en
    }
}

/// The clock and the user, read here and nowhere deeper.
enum Clock {
    static var now: Int64 { Int64(Date().timeIntervalSince1970 * 1000) }

    static var actor: String {
        let environment = ProcessInfo.processInfo.environment
        return environment["ACQUIT_ACTOR"] ?? environment["USER"] ?? "operator"
    }

    /// Today where the entity is: business days are local.
    static func today(country: String?) -> Day {
        let zone: String? =
            switch country {
            case "CN": "Asia/Shanghai"
            case "DE": "Europe/Berlin"
            case "GB": "Europe/London"
            case "US": "America/New_York"
            case "JP": "Asia/Tokyo"
            case "SG": "Asia/Singapore"
            case "HK": "Asia/Hong_Kong"
            default: nil
            }
        let offset = (zone.flatMap(TimeZone.init(identifier:)) ?? .current)
            .secondsFromGMT(for: Date())
        return Day(number: Int32((now / 1000 + Int64(offset)) / 86_400))
    }
}

/// Runs a subcommand and turns what went wrong into a message and the documented exit code.
func answering(_ body: () throws -> Void) throws {
    do {
        try body()
    } catch let refusal as Refusal {
        Out.error("refused: \(refusal)")
        throw ExitCode(1)
    } catch let fault as Fault {
        Out.error("acquit: \(fault.en)")
        throw ExitCode(69)
    } catch let fault as PaperFault {
        Out.error("acquit: \(fault.en)")
        throw ExitCode(69)
    } catch let failure as Failure {
        Out.error("acquit: \(failure.message)")
        throw ExitCode(failure.code)
    }
}

/// A failure of the command line itself.
struct Failure: Error {
    let message: String
    var code: Int32 = 69
}

/// Where output goes: results to standard output, all else to standard error.
enum Out {
    static func print(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }
    static func error(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

    /// Collects text and writes it in pieces: to a file, or to standard output.
    final class Sink {
        private var buffer: [UInt8] = []
        private let handle: FileHandle
        private let closes: Bool

        init(path: String?) throws {
            guard let path else {
                handle = .standardOutput
                closes = false
                return
            }
            guard FileManager.default.createFile(atPath: path, contents: nil),
                let file = FileHandle(forWritingAtPath: path)
            else { throw Failure(message: "cannot write \(path)") }
            handle = file
            closes = true
        }

        func write(_ text: String) {
            buffer.append(contentsOf: text.utf8)
            if buffer.count > 1 << 16 { flush() }
        }

        func flush() {
            handle.write(Data(buffer))
            buffer.removeAll(keepingCapacity: true)
        }

        func close() throws {
            flush()
            if closes { try handle.close() }
        }
    }
}
