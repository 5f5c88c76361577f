import Ledger
import Receivables
import Store

/// Takes an import back as a whole, each of its documents by its reversal, where nothing depends on
/// it; says what does where something does. The file may be imported again afterwards.
public struct UndoImport {
    private let database: any Database
    private let desk: Desk

    public init(_ database: any Database, desk: Desk) {
        self.database = database
        self.desk = desk
    }

    /// What was taken back.
    public struct Outcome: Sendable {
        public let file: ImportedFile
        public var items = 0
        public var lines = 0
        public var receipts = 0
        public var notices = 0
        public var advices = 0
        /// Records of master data, as they were before or withdrawn.
        public var records = 0
    }

    /// Why an import cannot be taken back: each thing that depends on it.
    public struct InUse: Error, Sendable {
        public let file: ImportedFile
        public let reasons: [Refusal]
    }

    public static let notFound = "import-not-found"
    public static let undoneAlready = "import-undone"
    public static let ambiguous = "name-ambiguous"
    public static let recordChanged = "record-changed-since"
    public static let recordInUse = "record-in-use"
    public static let noticeTied = "notice-tied"
    public static let adviceTied = "advice-tied"
    public static let statementFollows = "statement-follows"

    /// How many dependents are named.
    private static let named = 50

    /// `name` is the file's name, or the first signs of its hash.
    public func run(_ name: String, why: String) throws -> Outcome {
        try database.write { connection in
            let file = try find(name, connection)
            let work = try Work(connection, file, desk: desk, why: why)
            return try work.run(named: Self.named)
        }
    }

    private func find(_ name: String, _ connection: any Connection) throws -> ImportedFile {
        let all = try ImportedFiles(connection).named(name)
        let live = all.filter { !$0.isUndone }
        if live.count == 1 { return live[0] }
        if let undone = all.first, live.isEmpty {
            throw Refusal(code: Self.undoneAlready, undone.name)
        }
        if live.isEmpty { throw Refusal(code: Self.notFound, name) }
        throw Refusal(
            code: Self.ambiguous,
            "\(name): " + live.map { String($0.hash.prefix(12)) }.joined(separator: ", "))
    }

    /// One import being taken back.
    private final class Work {
        private let connection: any Connection
        private let file: ImportedFile
        private let desk: Desk
        private let why: String
        private let whole: Session
        private let notices: NoticeReader
        private var outcome: Outcome
        private var reasons: [Refusal] = []

        init(_ connection: any Connection, _ file: ImportedFile, desk: Desk, why: String) throws {
            self.connection = connection
            self.file = file
            self.desk = desk
            self.why = why
            whole = try Session(
                connection, entity: Entity.ID(0), desk: desk, cause: "undo:\(file.hash)")
            notices = NoticeReader(connection)
            outcome = Outcome(file: file)
        }

        func run(named: Int) throws -> Outcome {
            for made in file.made {
                let entity = Entity.ID(made.first / Identifiers.perEntity)
                let session =
                    entity.raw == 0
                    ? whole
                    : try Session(
                        connection, entity: entity, desk: desk, cause: "undo:\(file.hash)")
                // Batch by batch: a file may have made a million documents.
                var next = made.first
                while next <= made.last, reasons.count < named {
                    let last = min(next + 4_999, made.last)
                    var events: [Event] = []
                    try JournalReader(connection).events(next, last) { events.append($0) }
                    try take(events, session)
                    if reasons.isEmpty { try session.flush(forgetting: true) }
                    next = last + 1
                }
            }
            if !reasons.isEmpty { throw InUse(file: file, reasons: reasons) }
            whole.take(.importUndone(hash: file.hash, why: why))
            try whole.flush()
            return outcome
        }

        private func take(_ events: [Event], _ session: Session) throws {
            var names = Names()
            for case .itemPosted(let item) in events { names.items.insert(item.id) }
            try session.load(names)
            for event in events {
                do {
                    try take(event, session)
                } catch let refusal as Refusal {
                    if reasons.last != refusal { reasons.append(refusal) }
                }
            }
        }

        private func take(_ event: Event, _ session: Session) throws {
            switch event {
            case .itemPosted(let item):
                if session.books.items[item.id]?.status == .reversed { return }
                try session.perform(
                    ReverseItem(entity: item.entity, number: item.number, why: why))
                outcome.items += 1
            case .statementAccepted(let statement): try take(statement, session)
            case .bankLineRecorded(let line): try take(line, session)
            case .noticeRecorded(let notice):
                if let line = try notices.line(of: notice.id) {
                    throw Refusal(
                        code: UndoImport.noticeTied,
                        "\(notice.account) \(notice.day): notice \(notice.id.raw), line \(line.raw)"
                    )
                }
                session.take(.noticeWithdrawn(notice.id))
                outcome.notices += 1
            case .adviceRecorded(let advice):
                if let receipt = try AdviceReader(connection).advice(advice.id)?.receipt {
                    throw Refusal(
                        code: UndoImport.adviceTied,
                        "\(advice.id.raw) to receipt \(receipt.raw)")
                }
                session.take(.adviceWithdrawn(advice.id))
                outcome.advices += 1
            case .caseChanged(let answered, _, _) where answered.kind == .refundFile:
                // What the bank has answered stays answered.
                throw Refusal(code: "refund-moved-on", answered.head.number ?? "")
            case .receiptRecorded, .receiptMoved, .receiptCompleted, .noticeTied, .adviceTied,
                .fileImported:
                // They go with the line, the notice or the document that they belong to.
                break
            default:
                if let record = event.record { try take(record, session) }
            }
        }

        /// A record that was there before is again what it was; one that only this file brought is
        /// withdrawn.
        private func take(_ record: MasterRecord, _ session: Session) throws {
            let history = try history(of: session.entity)
            if history.after.contains(record.key) {
                throw Refusal(code: UndoImport.recordChanged, record.key)
            }
            if !restored.insert("\(session.entity.raw) \(record.key)").inserted { return }
            outcome.records += 1
            if let before = history.before[record.key] {
                session.take(before)
                return
            }
            if let use = try RecordUse(connection).of(record) {
                throw Refusal(code: UndoImport.recordInUse, "\(record.key): \(use)")
            }
            if case .customer(let customer) = record { session.load(customer) }
            session.take(.recordWithdrawn(record))
        }

        private var restored: Set<String> = []
        private var histories: [Entity.ID: RecordHistory] = [:]

        private func history(of entity: Entity.ID) throws -> RecordHistory {
            if let known = histories[entity] { return known }
            let made = file.made.first { $0.first / Identifiers.perEntity == entity.raw }
            let history = try RecordHistory(connection, entity, around: made)
            histories[entity] = history
            return history
        }

        private func take(_ statement: BankStatement, _ session: Session) throws {
            let later = try StatementReaderOfBooks(connection).statements(of: statement.account)
                .filter { $0.id > statement.id && $0.to >= statement.to }
                .filter { try !isOwn($0.id) }
            if let next = later.first {
                throw Refusal(
                    code: UndoImport.statementFollows,
                    "\(statement.account) \(next.from) to \(next.to)")
            }
            session.take(.statementWithdrawn(statement.id))
        }

        /// Whether a later statement came in the same file.
        private func isOwn(_ id: BankStatement.ID) throws -> Bool {
            if let own { return own.contains(id) }
            var found: Set<BankStatement.ID> = []
            for made in file.made {
                try JournalReader(connection).events(made.first, made.last) { event in
                    if case .statementAccepted(let statement) = event { found.insert(statement.id) }
                }
            }
            own = found
            return found.contains(id)
        }

        private var own: Set<BankStatement.ID>?

        private func take(_ line: BankLine, _ session: Session) throws {
            guard let line = try notices.line(line.id), line.reversedOn == nil else { return }
            let receipts = try notices.receipts(of: line.id)
            for receipt in receipts { session.load(receipt) }
            let reverse = ReverseBankLine(line: line, receipts: receipts.map(\.id), why: why)
            try session.load(reverse.names)
            try session.perform(reverse)
            try RefundLines(session: session).takeBack(line, connection)
            for notice in try notices.notices(of: line.id) {
                session.take(.noticeTied(notice, to: nil))
            }
            for advice in try AdviceReader(connection).advices(of: receipts.map(\.id)) {
                whole.take(.adviceTied(advice, to: nil, byHand: false))
            }
            outcome.lines += 1
            outcome.receipts += receipts.count
        }
    }
}
