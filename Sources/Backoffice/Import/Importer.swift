import Formats
import Ledger
import Profiles
import Receivables
import Store

/// What became of one file.
public struct FileOutcome: Sendable {
    public enum State: Sendable, Equatable {
        case imported
        /// The same bytes were imported before, at that moment (milliseconds since 1970, UTC).
        case known(at: Int64)
        case held
        /// It would be imported.
        case tried
    }

    public let name: String
    public let hash: String
    public let format: String?
    public let state: State
    public let rows: Int64
    public let new: Int64
    public let findings: [Finding]
}

/// Brings files into the books: each whole or not at all, any number of times with the same result.
public struct Importer {
    let database: any Database
    let desk: Desk
    /// Runs the same code and rolls back.
    let dryRun: Bool
    /// Statements that differ from earlier ones of the same identity take their place.
    let acceptingCorrections: Bool
    /// Those that tables of banks may be read by.
    let profiles: [BankProfile]
    let progress: Progress

    public init(
        _ database: any Database, desk: Desk, dryRun: Bool = false,
        acceptingCorrections: Bool = false,
        profiles: [BankProfile] = ProfileShelf.builtIn.profiles, progress: Progress = .silent
    ) {
        self.database = database
        self.desk = desk
        self.dryRun = dryRun
        self.acceptingCorrections = acceptingCorrections
        self.profiles = profiles
        self.progress = progress
    }

    /// Imports every file in `paths`: masters, documents, money. A statement that does not follow
    /// its predecessor is tried again after the others, since files come in any order.
    public func run(_ paths: [String]) throws -> [FileOutcome] {
        let listed = try InputFile.list(paths, without: database)
        var files: [InputFile] = []
        for (place, path) in listed.enumerated() {
            progress.step("reading", place, of: listed.count, path)
            files.append(try InputFile(path, profiles: profiles))
        }
        let ordered = files.enumerated().sorted {
            ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
        }
        let outcomes: [Int: FileOutcome]
        if dryRun {
            outcomes = try tryAll(ordered)
        } else {
            outcomes = try takeAll(ordered) { file in try take(file) }
        }
        progress.end()
        return outcomes.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Every file once; those that wait for a predecessor again, as long as that helps.
    private func takeAll(
        _ ordered: [(Int, InputFile)], _ take: (InputFile) throws -> FileOutcome
    ) throws -> [Int: FileOutcome] {
        var outcomes: [Int: FileOutcome] = [:]
        var waiting = ordered
        while !waiting.isEmpty {
            var still: [(Int, InputFile)] = []
            for (done, (place, file)) in waiting.enumerated() {
                progress.step("importing", done, of: waiting.count, file.name)
                let outcome = try take(file)
                outcomes[place] = outcome
                if outcome.waitsForPredecessor { still.append((place, file)) }
            }
            if still.count == waiting.count { break }
            waiting = still
        }
        return outcomes
    }

    /// All files in one transaction that is undone in the end, so that each finds what the ones
    /// before it bring.
    private func tryAll(_ ordered: [(Int, InputFile)]) throws -> [Int: FileOutcome] {
        do {
            return try database.write { connection in
                let outcomes = try takeAll(ordered) { file in
                    if let at = try known(file, connection) {
                        return outcome(file, nil, .known(at: at), rows: 0, new: 0, [])
                    }
                    do {
                        return try connection.part { try put(file, connection, .tried) }
                    } catch let held as Held {
                        return outcome(file, held.format, .held, rows: 0, new: 0, held.findings)
                    }
                }
                throw Rollback(outcomes: outcomes)
            }
        } catch let rollback as Rollback {
            return rollback.outcomes
        }
    }

    private func take(_ file: InputFile) throws -> FileOutcome {
        if let at = try database.read({ try known(file, $0) }) {
            return outcome(file, nil, .known(at: at), rows: 0, new: 0, [])
        }
        do {
            return try database.write { try put(file, $0, .imported) }
        } catch let held as Held {
            try hold(file, held)
            return outcome(file, held.format, .held, rows: 0, new: 0, held.findings)
        }
    }

    /// The file into the books, within a transaction; throws ``Held`` where it must wait.
    private func put(
        _ file: InputFile, _ connection: any Connection, _ state: FileOutcome.State
    ) throws -> FileOutcome {
        let context = try ImportContext(connection, desk: desk, cause: "import:\(file.hash)")
        let format = try read(file, context)
        try context.finish(file, format: format)
        return outcome(
            file, format, state, rows: context.rows, new: context.new, context.findings)
    }

    private func read(_ file: InputFile, _ context: ImportContext) throws -> String {
        if file.size == 0 {
            throw Held(format: nil, findings: [Finding(ImportFinding.fileEmpty, at: file.name)])
        }
        switch file.kind {
        case .statement(let kind):
            return try StatementImport(
                context, file: file, kind: kind, accepting: acceptingCorrections
            ).run()
        case .advice(.edi): return try AdviceImport.edi(context, file)
        case .advice(let kind): return try AdviceImport.whole(context, file, kind)
        case .payment: return try PaymentImport(file: file).run(context)
        case .extract(let kind):
            return try ExtractImport(context, file: file, kind: kind).run()
        case nil:
            throw Held(
                format: nil, findings: [Finding(ImportFinding.formatUnknown, at: file.name)])
        }
    }

    private func known(_ file: InputFile, _ connection: any Connection) throws -> Int64? {
        try connection.int(
            "SELECT at FROM importedFile WHERE hash = $1 AND undone = 0", [.text(file.hash)])
    }

    /// Keeps the file's name and findings where people see them, until it is imported.
    private func hold(_ file: InputFile, _ held: Held) throws {
        try database.write { connection in
            try connection.run(
                """
                INSERT INTO heldFile (hash, name, format, at) VALUES ($1, $2, $3, $4)
                ON CONFLICT (hash) DO UPDATE SET name = excluded.name, format = excluded.format
                """,
                [.text(file.hash), .text(file.name), Value(held.format), .int(desk.at)])
            try FileFindings(connection).keep(held.findings, of: file.hash)
        }
    }

    private func outcome(
        _ file: InputFile, _ format: String?, _ state: FileOutcome.State, rows: Int64, new: Int64,
        _ findings: [Finding]
    ) -> FileOutcome {
        FileOutcome(
            name: file.name, hash: file.hash, format: format, state: state, rows: rows, new: new,
            findings: findings)
    }
}

/// Ends a dry run: the transaction is rolled back with what it found.
private struct Rollback: Error {
    let outcomes: [Int: FileOutcome]
}

extension FileOutcome {
    var waitsForPredecessor: Bool {
        state == .held
            && findings.contains {
                $0.code == ImportFinding.statementGap.rawValue
                    || $0.code == ImportFinding.statementOverlapOpen.rawValue
            }
    }
}

extension String {
    /// Without what a database or terminal cannot show: NUL and other control characters.
    var printable: String {
        var out = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            out.append(scalar.value < 0x20 || scalar.value == 0x7F ? "\u{FFFD}" : scalar)
        }
        return String(out)
    }
}
