import Ledger
import Receivables
import Store

/// The small tables that every decision reads say what the journal says: our companies and
/// accounts, the rates, and the files that are not taken twice.
struct MasterCheck {
    private let connection: any Connection
    private let replay: Replay

    init(_ connection: any Connection, _ replay: Replay) {
        self.connection = connection
        self.replay = replay
    }

    func run() throws -> [Verification.Check] {
        let reader = MasterReader(connection: connection)
        let books = replay.books
        let entities = try reader.entities().map { (entity, closed) in
            let same =
                books.entities[entity.id] == entity && books.closedThrough[entity.id] == closed
            return same ? nil : entity.code
        }
        let accounts = try reader.ownAccounts().map {
            books.accounts[$0.number] == $0 ? nil : $0.number
        }
        let rates = try reader.rates().map { replay.rates[$0.key] == $0 ? nil : $0.key }
        let holidays = try reader.holidays().map {
            replay.holidays[$0.key] == $0 ? nil : $0.key
        }
        return [
            check("entities", entities, books.entities.count),
            check("own accounts", accounts, books.accounts.count),
            check("rates", rates, replay.rates.count),
            check("holidays", holidays, replay.holidays.count),
            check("imported files", try files(), replay.files.count),
        ]
    }

    private func files() throws -> [String?] {
        try ImportedFiles(connection).all().map { file, at in
            let known = replay.files[file.hash]
            return known?.file == file && known?.at == at ? nil : file.name
        }
    }

    /// `differences` has an entry for each row: nil where it is what the journal says.
    private func check(
        _ name: String, _ differences: [String?], _ expected: Int
    ) -> Verification.Check {
        var failure = differences.lazy.compactMap { $0 }.first.map {
            "\($0) is not what the journal says"
        }
        if failure == nil, differences.count != expected {
            failure = "\(differences.count) rows, but the journal says \(expected)"
        }
        return Verification.Check(
            name: "\(name) = journal, evolved again", count: Int64(differences.count),
            failure: failure)
    }
}

extension ExchangeRate {
    /// What there is one rate of: a pair, a day and a type.
    var key: String { "\(from.code) to \(to.code) on \(day), \(type)" }
}

extension Holiday {
    /// What there is one of: a day in a calendar.
    var key: String { "\(calendar) \(day)" }
}
