import Ledger
import Receivables
import Store

/// Every read model is what the journal, evolved again, says.
struct ModelCheck {
    private let connection: any Connection
    private let replay: Replay

    init(_ connection: any Connection, _ replay: Replay) {
        self.connection = connection
        self.replay = replay
    }

    func run() throws -> [Verification.Check] {
        let reader = ModelReader(connection)
        let books = replay.books
        var checks: [Verification.Check] = []
        checks.append(
            try compare("customers", books.customers.count, reader.customers) {
                books.customers[$0.id] == $0 ? nil : $0.code
            })
        checks.append(
            try compare("open items", books.items.count, reader.items) {
                books.items[$0.id] == $0 ? nil : $0.number
            })
        checks.append(
            try compare("receipts", books.receipts.count, reader.receipts) {
                books.receipts[$0.id] == $0 ? nil : "\($0.id.raw)"
            })
        checks.append(
            try compare("applications", books.applications.count, reader.applications) {
                books.applications[$0.id] == $0 ? nil : "\($0.id.raw)"
            })
        checks.append(
            try compare("statements", replay.statements.count, reader.statements) {
                replay.statements[$0.id] == $0 ? nil : $0.number ?? "\($0.id.raw)"
            })
        checks.append(
            try compare("bank lines", replay.bankLines.count, reader.bankLines) {
                replay.bankLines[$0.id] == $0 ? nil : "\($0.id.raw)"
            })
        checks.append(
            try compare("notices", replay.notices.count, reader.notices) {
                replay.notices[$0.id] == $0 ? nil : "\($0.id.raw)"
            })
        checks.append(
            try compare("advices", replay.advices.count, reader.advices) {
                replay.advices[$0.id] == $0 ? nil : $0.number ?? "\($0.id.raw)"
            })
        checks.append(
            try compare("refunds", books.refunds.count, reader.refunds) {
                books.refunds[$0.id] == $0 ? nil : "\($0.id.raw)"
            })
        checks.append(
            try compare("research notes", books.researchNotes.count, reader.researchNotes) {
                books.researchNotes[$0.id] == $0 ? nil : "\($0.id.raw)"
            })
        checks.append(
            try compare("cases", books.cases.count, reader.cases) {
                books.cases[$0.id] == $0 ? nil : "\($0.id.raw)"
            })
        checks.append(try proposals())
        checks.append(try SearchCheck(connection, replay).run())
        checks += try MasterCheck(connection, replay).run()
        return checks
    }

    private func compare<Value>(
        _ name: String, _ expected: Int, _ read: ((Value) throws -> Void) throws -> Void,
        _ difference: @escaping (Value) -> String?
    ) throws -> Verification.Check {
        var count = 0
        var failure: String?
        try read { value in
            count += 1
            if failure == nil, let different = difference(value) {
                failure = "\(different) is not what the journal says"
            }
        }
        if failure == nil, count != expected {
            failure = "\(count) rows, but the journal says \(expected)"
        }
        return Verification.Check(
            name: "\(name) = journal, evolved again", count: Int64(count), failure: failure)
    }

    private func proposals() throws -> Verification.Check {
        var stored: [Receipt.ID: Proposed] = [:]
        for (entity, _) in try MasterReader(connection: connection).entities() {
            stored.merge(try ProposalsOfEntity(connection).all(entity.id)) { $1 }
        }
        let different = stored.first { replay.proposals[$0.key] != $0.value }
        var failure = different.map { "that of receipt \($0.key.raw) is not what the journal says" }
        if failure == nil, stored.count != replay.proposals.count {
            failure = "\(stored.count) rows, but the journal says \(replay.proposals.count)"
        }
        return Verification.Check(
            name: "proposals = journal, evolved again", count: Int64(stored.count),
            failure: failure)
    }
}
