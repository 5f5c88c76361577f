import Ledger
import Receivables
import Store

/// The journal evolved again from nothing: the state it says, and digests of the lines it means.
struct Replay {
    private(set) var books = Books()
    private(set) var lines = LineDigest()
    private(set) var flows: [FlowKey: (amount: Int64, functional: Int64)] = [:]
    private(set) var statements: [BankStatement.ID: BankStatement] = [:]
    private(set) var bankLines: [BankLine.ID: BankLine] = [:]
    private(set) var notices: [Notice.ID: Notice] = [:]
    private(set) var advices: [Advice.ID: Advice] = [:]
    private(set) var proposals: [Receipt.ID: Proposed] = [:]
    private var posted: Int64 = 0
    private var closedPosting: String?
    private var lastLine: [Entity.ID: Int64] = [:]
    /// The first event whose lines are numbered otherwise than in the journal's order.
    private(set) var misplaced: String?
    private(set) var rates: [String: ExchangeRate] = [:]
    private(set) var holidays: [String: Holiday] = [:]
    private(set) var files: [String: (file: ImportedFile, at: Int64)] = [:]

    struct FlowKey: Hashable {
        let entity: Int64
        let day: Int64
        let kind: Int64
        let debit: String
        let credit: String
        let currency: String
    }

    /// Invariant I8: nothing was posted into a period that was closed then.
    var periods: Verification.Check {
        Verification.Check(
            name: "I8: no posting in a closed period", count: posted, failure: closedPosting)
    }

    mutating func journal(
        _ connection: any Connection, entities: [Entity]
    ) throws -> Verification.Check {
        var count: Int64 = 0
        var failure: String?
        let reader = JournalReader(connection)
        do {
            try reader.each { entry in
                count += 1
                if !entry.isChained, failure == nil {
                    failure =
                        "event \(entry.id) does not follow from the one before, or was altered"
                }
                take(entry)
                if count % 10_000 == 0 { books.settle(forgetting: false) }
            }
        } catch let broken as JournalReader.Broken {
            failure = failure ?? "event \(broken.id): \(broken.message)"
        }
        books.settle(forgetting: false)
        for (entity, head) in try reader.heads() where head.event > 0 {
            let last = entity * Identifiers.perEntity + head.event
            if try reader.hash(of: last) != head.hash, failure == nil {
                failure = "the chain of entity \(entity) does not end with event \(last)"
            }
        }
        return Verification.Check(
            name: "hash chain, every event from the first", count: count, failure: failure)
    }

    /// What is a row of its own and not part of the books that decisions see.
    private mutating func keep(_ event: Event, at moment: Int64) {
        switch event {
        case .statementAccepted(let statement): statements[statement.id] = statement
        case .statementWithdrawn(let id): statements[id]?.isWithdrawn = true
        case .bankLineRecorded(let line): bankLines[line.id] = line
        case .bankLineReversed(let line, let day): bankLines[line.id]?.reversedOn = day
        case .noticeRecorded(let notice): notices[notice.id] = notice
        case .noticeTied(let id, let line): notices[id]?.line = line
        case .noticeWithdrawn(let id): notices[id]?.isWithdrawn = true
        case .adviceRecorded(let advice): advices[advice.id] = advice
        case .adviceTied(let id, let receipt, let byHand):
            advices[id]?.receipt = receipt
            advices[id]?.isByHand = byHand
        case .adviceWithdrawn(let id): advices[id]?.isWithdrawn = true
        case .rateRecorded(let rate): rates[rate.key] = rate
        case .holidayRecorded(let holiday): holidays[holiday.key] = holiday
        case .recordWithdrawn(.holiday(let holiday)): holidays[holiday.key] = nil
        case .fileImported(let file): files[file.hash] = (file, moment)
        case .recordWithdrawn(.rate(let rate)): rates[rate.key] = nil
        case .importUndone(let hash, _): files[hash]?.file.isUndone = true
        default: break
        }
    }

    private mutating func take(_ entry: JournalReader.Entry) {
        let event = entry.event
        if let day = event.postedOn {
            posted += 1
            if let closed = books.closedThrough[event.entity], day <= closed, closedPosting == nil {
                closedPosting = "event \(entry.id) is posted on \(day), closed through \(closed)"
            }
        }
        books.evolve(event)
        keep(event, at: entry.at)
        for (receipt, proposed) in books.changes.proposals { proposals[receipt] = proposed }
        books.forgetProposals()
        let meant = books.entities[event.entity].map {
            PostingRules.lines(event, functional: $0.currency)
        }
        let first = (lastLine[event.entity] ?? event.entity.raw * Identifiers.perEntity) + 1
        if entry.firstLine != first || entry.lineCount != Int64(meant?.count ?? 0), misplaced == nil
        {
            misplaced = "event \(entry.id) does not name the lines that it means"
        }
        lastLine[event.entity] = first - 1 + Int64(meant?.count ?? 0)
        guard let meant, let day = event.postedOn else { return }
        for (place, line) in meant.enumerated() {
            lines.add(
                id: first + Int64(place), event: entry.id, line: line, postedOn: day,
                receipt: event.receipt?.raw)
            let key = FlowKey(
                entity: event.entity.raw, day: Int64(day.number), kind: entry.kind.rawValue,
                debit: line.debit.rawValue, credit: line.credit.rawValue,
                currency: line.amount.currency.code)
            flows[key, default: (0, 0)].amount += line.amount.minor
            flows[key, default: (0, 0)].functional += line.functional.minor
        }
    }
}

/// Digests of a run of lines, one for each ten thousand, so that two runs are compared without
/// holding either.
struct LineDigest {
    private var sha = SHA256()
    private(set) var blocks: [[UInt8]] = []
    private(set) var firstOfBlock: [Int64] = []
    private(set) var count: Int64 = 0
    private var bytes: [UInt8] = []

    static let block: Int64 = 10_000

    mutating func add(id: Int64, event: Int64, line: Line, postedOn: Day, receipt: Int64?) {
        add(
            id: id, event: event, debit: line.debit.rawValue, credit: line.credit.rawValue,
            currency: line.amount.currency.code, amount: line.amount.minor,
            functional: line.functional.minor, rate: line.rate.description,
            postedOn: Int64(postedOn.number), receipt: receipt)
    }

    mutating func add(
        id: Int64, event: Int64, debit: String, credit: String, currency: String, amount: Int64,
        functional: Int64, rate: String, postedOn: Int64, receipt: Int64?
    ) {
        if count % Self.block == 0 {
            if count > 0 { blocks.append(sha.finish()) }
            firstOfBlock.append(id)
        }
        count += 1
        bytes.removeAll(keepingCapacity: true)
        for value in [id, event, amount, functional, postedOn, receipt ?? 0] {
            withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
        }
        for text in [debit, credit, currency, rate] {
            bytes.append(contentsOf: text.utf8)
            bytes.append(0)
        }
        bytes.withUnsafeBytes { sha.update($0) }
    }

    /// All blocks, the last one too.
    func finished() -> [[UInt8]] { count > 0 ? blocks + [sha.finish()] : [] }
}
