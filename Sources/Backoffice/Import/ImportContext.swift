import Formats
import Ledger
import Receivables
import Store

/// One file on its way into the books, in one transaction: the sessions of the entities it names,
/// and what was found.
final class ImportContext {
    let connection: any Connection
    let desk: Desk
    let cause: String
    let entities: [String: Entity]
    private(set) var findings: [Finding] = []
    /// Whether the file cannot be imported; it is then only read on, so that all findings come at
    /// once.
    private(set) var failed = false
    /// Rows or entries read, and how many were new to the books.
    var rows: Int64 = 0
    var new: Int64 = 0
    /// What the amounts of the file sum up to, by currency.
    private var totals: [Currency: ImportedFile.Total] = [:]
    private var advices: Set<Int64> = []
    private let books: Session
    private var sessions: [Entity.ID: Session] = [:]

    init(_ connection: any Connection, desk: Desk, cause: String) throws {
        self.connection = connection
        self.desk = desk
        self.cause = cause
        // The books' own chain first: imports wait for each other here, and nowhere else.
        books = try Session(connection, entity: Entity.ID(0), desk: desk, cause: cause)
        let known = try MasterReader(connection: connection).entities().map(\.0)
        entities = Dictionary(uniqueKeysWithValues: known.map { ($0.code, $0) })
    }

    /// The books as a whole: rates, files.
    var whole: Session { books }

    func session(_ entity: Entity.ID) throws -> Session {
        if let session = sessions[entity] { return session }
        let session = try Session(connection, entity: entity, desk: desk, cause: cause)
        sessions[entity] = session
        return session
    }

    /// The entity of a row, or a finding.
    func entity(_ code: String, at place: @autoclosure () -> String) -> Entity? {
        if let entity = entities[code] { return entity }
        note(.entityUnknown, at: place(), value: code)
        return nil
    }

    func note(
        _ kind: ImportFinding, at place: String, value: String? = nil, detail: String? = nil
    ) {
        note(Finding(kind, at: place, value: value, detail: detail))
    }

    func note(_ refusal: Refusal, at place: String) {
        note(
            Finding(
                code: refusal.code, severity: .error, place: place, value: refusal.value,
                en: refusal.en, zh: refusal.zh))
    }

    func note(_ finding: Finding) {
        if finding.severity == .error { failed = true }
        // A file that is wrong throughout says so ten thousand times and no more.
        if findings.count < 10_000 { findings.append(finding) }
    }

    /// Whether the file has brought the same advice before; from now on it has.
    func knowsAdvice(_ fingerprint: Int64) -> Bool {
        !advices.insert(fingerprint).inserted
    }

    /// Counts one amount of the file into its control totals.
    func total(_ money: Money) {
        var total = totals[money.currency] ?? ImportedFile.Total(money.currency)
        if money.minor < 0 {
            total.debits = total.debits &+ abs(money.minor)
        } else {
            total.credits = total.credits &+ money.minor
        }
        totals[money.currency] = total
    }

    /// Writes what the sessions have taken; keeps memory flat over a long file.
    func flush() throws {
        if failed { return }
        for session in sessions.values.sorted(by: { $0.entity < $1.entity }) {
            try session.flush(forgetting: true)
        }
    }

    /// The events of each session, which nobody else came between.
    private var made: [ImportedFile.Made] {
        (Array(sessions.values) + [books]).filter { $0.eventCount > 0 }
            .map {
                ImportedFile.Made(
                    first: $0.nextEvent - Int64($0.eventCount), last: $0.nextEvent - 1)
            }
            .sorted { $0.first < $1.first }
    }

    /// Ends the import: all of it, or an error that undoes it.
    func finish(_ file: InputFile, format: String) throws {
        if failed { throw Held(format: format, findings: findings) }
        try flush()
        books.take(
            .fileImported(
                ImportedFile(
                    name: file.name, hash: file.hash, format: format, rows: rows, new: new,
                    totals: totals.values.sorted { $0.currency.code < $1.currency.code },
                    made: made)))
        try books.flush()
        try FileFindings(connection).keep(findings, of: file.hash)
        try connection.run("DELETE FROM heldFile WHERE hash = $1", [.text(file.hash)])
    }
}

/// The file waits, whole, with its findings.
struct Held: Error {
    let format: String?
    let findings: [Finding]
}
