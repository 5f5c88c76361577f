import Ledger

/// The file, the lockbox, the batch and the check that are open.
struct LockboxAssembly {
    private struct Lockbox {
        let number: String
        let day: Day?
        /// As written, to be held against the totals.
        let numberBytes: [UInt8]
        let dayBytes: [UInt8]
        var hasBatch = false
    }

    private struct Batch {
        let key: UInt64
        let statement: Statement
        var tally = LockboxTally()
    }

    private var hasFile = false
    private var isFileOpen = false
    private var records = 0
    private var lockbox: Lockbox?
    private var batch: Batch?
    private var check: LockboxCheck?
    /// Since the last service total.
    private var service = LockboxTally()
    /// Whether a check has come in it that no total has answered for.
    private var isUnproved = false
    private var log = LockboxLog()

    mutating func take(
        _ line: ByteRun, _ number: Int, isCut: Bool, _ emit: (StatementEvent) -> Void
    ) {
        log.line = number
        let bytes = line.has("\u{FEFF}") ? line.from(3) : line
        guard let record = LockboxRecord(bytes) else { return }
        if isCut {
            log.note(.lineTooLong, record.bytes)
        } else if !record.beyond.isEmpty {
            log.note(.columnsBeyond, record.beyond)
        }
        records += 1
        switch record.type {
        case UInt8(ascii: "1"): openFile(record, emit)
        // Whom and what the file is for; nothing of it is in the entries.
        case UInt8(ascii: "2"): if !isFileOpen { log.note(.recordMisplaced, record.bytes) }
        case UInt8(ascii: "4"): overflow(record)
        case UInt8(ascii: "5"): openLockbox(record, emit)
        case UInt8(ascii: "6"): openCheck(record, emit)
        case UInt8(ascii: "7"): batchTotal(record, emit)
        case UInt8(ascii: "8"): serviceTotal(record, emit)
        case UInt8(ascii: "9"): fileTrailer(record, emit)
        default: log.note(.recordUnknown, record.bytes)
        }
        log.tell(emit)
    }

    mutating func finish(lastLine: Int, _ emit: (StatementEvent) -> Void) {
        log.line = max(lastLine, 1)
        closeFile(emit)
        if !hasFile { log.note(.noFile) }
        log.tell(emit)
    }

    /// Priority, destination, origin, date and time.
    private mutating func openFile(_ record: LockboxRecord, _ emit: (StatementEvent) -> Void) {
        closeFile(emit)
        hasFile = true
        isFileOpen = true
        records = 1
        let date = record.bytes.part(23, 29)
        if LockboxDate.day(date) == nil { log.note(.fileDate, date) }
    }

    private mutating func openLockbox(_ record: LockboxRecord, _ emit: (StatementEvent) -> Void) {
        closeLockbox(emit)
        if !isFileOpen { log.note(.recordMisplaced, record.bytes) }
        let day = LockboxDate.day(record.date)
        if day == nil { log.note(.dateUnreadable, record.date) }
        lockbox = Lockbox(
            number: record.lockbox.text ?? "", day: day,
            numberBytes: Array(record.lockbox.buffer), dayBytes: Array(record.date.buffer))
    }

    private mutating func openBatch(
        _ key: UInt64, _ name: ByteRun, _ emit: (StatementEvent) -> Void
    ) {
        guard let lockbox else { return }
        self.lockbox?.hasBatch = true
        var statement = Statement(account: lockbox.number)
        let day = lockbox.day?.description
        statement.id = [lockbox.number, day, name.text].compactMap { $0 }.joined(separator: "/")
        statement.currency = .usd
        statement.from = lockbox.day
        statement.to = lockbox.day
        emit(.opened(statement))
        batch = Batch(key: key, statement: statement)
    }

    private mutating func openCheck(_ record: LockboxRecord, _ emit: (StatementEvent) -> Void) {
        closeCheck(emit)
        guard let lockbox else {
            log.note(.checkOutside, record.bytes)
            return
        }
        if batch?.key != record.batchKey {
            closeBatch(emit)
            openBatch(record.batchKey, record.batch, emit)
        }
        let next = LockboxCheck(record, deposited: lockbox.day, &log)
        batch?.tally.add(next.cents ?? 0)
        service.add(next.cents ?? 0)
        check = next
    }

    private mutating func overflow(_ record: LockboxRecord) {
        if check?.key == record.checkKey {
            check?.add(record, &log)
        } else {
            log.note(.overflowMisplaced, record.bytes)
        }
    }

    private mutating func batchTotal(_ record: LockboxRecord, _ emit: (StatementEvent) -> Void) {
        closeCheck(emit)
        guard lockbox != nil else {
            log.note(.recordMisplaced, record.bytes)
            return
        }
        // A batch without a check begins with its total.
        if batch == nil { openBatch(record.batchKey, record.batch, emit) }
        guard let open = batch else { return }
        batch = nil
        if open.key != record.batchKey { log.note(.namesDiffer, record.batch) }
        compareNames(record)
        let isProved = check(record, at: 20, countLength: 3, open.tally)
        if !isProved, open.tally.checks > 0 { isUnproved = true }
        emit(.closed(open.statement))
    }

    private mutating func serviceTotal(_ record: LockboxRecord, _ emit: (StatementEvent) -> Void) {
        closeBatch(emit)
        guard lockbox != nil else {
            log.note(.recordMisplaced, record.bytes)
            return
        }
        compareNames(record)
        if check(record, at: 20, countLength: 4, service) { isUnproved = false }
        closeLockbox(emit)
        endService()
    }

    /// Whether the total says anything; whether it holds, the log says.
    private mutating func check(
        _ record: LockboxRecord, at column: Int, countLength: Int, _ found: LockboxTally
    ) -> Bool {
        guard let said = LockboxTally(record, at: column, countLength: countLength) else {
            log.note(.totalsUnreadable, record.bytes.from(column))
            return false
        }
        if said != found {
            log.note(.totalsDiffer, record.bytes.from(column), detail: "\(found) ≠ \(said)")
        }
        return true
    }

    private mutating func compareNames(_ record: LockboxRecord) {
        guard let lockbox else { return }
        if !record.lockbox.buffer.elementsEqual(lockbox.numberBytes) {
            log.note(.namesDiffer, record.lockbox)
        }
        if !record.date.buffer.elementsEqual(lockbox.dayBytes) {
            log.note(.namesDiffer, record.date)
        }
    }

    private mutating func fileTrailer(_ record: LockboxRecord, _ emit: (StatementEvent) -> Void) {
        closeLockbox(emit)
        endService()
        guard isFileOpen else {
            log.note(.recordMisplaced, record.bytes)
            return
        }
        isFileOpen = false
        let written = record.bytes.from(1)
        guard let said = record.number(at: 1, length: 6) else {
            log.note(.totalsUnreadable, written)
            return
        }
        if said != records { log.note(.totalsDiffer, written, detail: "\(records) ≠ \(said)") }
    }

    private mutating func closeCheck(_ emit: (StatementEvent) -> Void) {
        guard let open = check else { return }
        check = nil
        if let entry = open.finish(&log) { emit(.entry(entry)) }
    }

    /// The batch has no total: that of the service must hold.
    private mutating func closeBatch(_ emit: (StatementEvent) -> Void) {
        closeCheck(emit)
        guard let open = batch else { return }
        batch = nil
        isUnproved = true
        emit(.closed(open.statement))
    }

    private mutating func closeLockbox(_ emit: (StatementEvent) -> Void) {
        closeBatch(emit)
        // An empty lockbox is told, too.
        if lockbox?.hasBatch == false {
            openBatch(0, .empty, emit)
            if let open = batch { emit(.closed(open.statement)) }
            batch = nil
        }
        lockbox = nil
    }

    private mutating func endService() {
        if isUnproved { log.note(.cutOff, detail: "7, 8") }
        isUnproved = false
        service = LockboxTally()
    }

    private mutating func closeFile(_ emit: (StatementEvent) -> Void) {
        closeLockbox(emit)
        endService()
        if isFileOpen { log.note(.cutOff, detail: "9") }
        isFileOpen = false
    }
}
