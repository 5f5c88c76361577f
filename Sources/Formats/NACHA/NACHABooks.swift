import Ledger

/// The file, the batch and the entry that are open, each around the next.
struct NACHABooks {
    private struct File {
        /// Tells the files of one day apart.
        let modifier: String?
        let createdOn: Day?
        /// Of what was read, and of what the control records of the batches say.
        var found = NACHATally()
        var told = NACHATally()
        var batches: Int64 = 0
        var records: Int64 = 0
        /// Operators' advices have control records of their own.
        var isAdvice = false
    }

    private var file: File?
    private var batch: NACHABatch?
    private var entry: NACHAEntry?
    /// The entry could not be read, so that its addenda are of no use.
    private var isLeftOut = false
    private var hasFile = false

    mutating func take(
        _ record: NACHARecord, _ log: inout NACHALog, _ emit: (StatementEvent) -> Void
    ) {
        if record.isFiller { return }
        switch record.type {
        case UInt8(ascii: "1"): open(file: record, &log, emit)
        case UInt8(ascii: "5"): open(batch: record, &log, emit)
        case UInt8(ascii: "6"): open(entry: record, &log, emit)
        case UInt8(ascii: "7"): addenda(record, &log)
        case UInt8(ascii: "8"): control(batch: record, &log, emit)
        case UInt8(ascii: "9"): control(file: record, &log, emit)
        default:
            file?.records &+= 1
            log.note(.recordUnknown, record.bytes)
        }
    }

    mutating func finish(_ log: inout NACHALog, _ emit: (StatementEvent) -> Void) {
        closeFile(&log, emit)
        if !hasFile { log.note(.noFile) }
    }

    private mutating func open(
        file record: NACHARecord, _ log: inout NACHALog, _ emit: (StatementEvent) -> Void
    ) {
        closeFile(&log, emit)
        hasFile = true
        if !record[2...3].equals("01") || !record[35...37].equals("094")
            || !record[38...39].equals("10") || !record[14...23].isDigits
        {
            log.note(.headerOdd, record.bytes.upTo(40))
        }
        let destination = record.whole(5...13)
        if RoutingNumber.checkDigit(destination) != destination[8] {
            log.note(.routingNumber, destination)
        }
        file = File(
            modifier: record.text(34...34), createdOn: ShortDate.full(record[24...29]).day,
            records: 1)
    }

    private mutating func open(
        batch record: NACHARecord, _ log: inout NACHALog, _ emit: (StatementEvent) -> Void
    ) {
        closeBatch(&log, emit)
        if file == nil { log.note(.recordMisplaced, record.bytes) }
        file?.records &+= 1
        let next = NACHABatch(
            record, modifier: file?.modifier, createdOn: file?.createdOn, &log)
        if next.isAdvice { file?.isAdvice = true }
        emit(.opened(next.statement))
        batch = next
    }

    private mutating func open(
        entry record: NACHARecord, _ log: inout NACHALog, _ emit: (StatementEvent) -> Void
    ) {
        closeEntry(&log, emit)
        file?.records &+= 1
        guard batch != nil else {
            log.note(.recordMisplaced, record.bytes)
            isLeftOut = true
            return
        }
        entry = batch?.read(record, &log)
        isLeftOut = entry == nil
    }

    private mutating func addenda(_ record: NACHARecord, _ log: inout NACHALog) {
        file?.records &+= 1
        batch?.tally.records &+= 1
        if entry != nil {
            entry?.add(record, &log)
        } else if !isLeftOut {
            log.note(.recordMisplaced, record.bytes)
        }
    }

    private mutating func control(
        batch record: NACHARecord, _ log: inout NACHALog, _ emit: (StatementEvent) -> Void
    ) {
        closeEntry(&log, emit)
        file?.records &+= 1
        guard let open = batch else {
            log.note(.recordMisplaced, record.bytes)
            return
        }
        end(open, told: open.check(record, &log), emit)
    }

    private mutating func control(
        file record: NACHARecord, _ log: inout NACHALog, _ emit: (StatementEvent) -> Void
    ) {
        closeBatch(&log, emit)
        guard let open = file else {
            log.note(.recordMisplaced, record.bytes)
            return
        }
        file = nil
        let told =
            open.isAdvice
            ? NACHATally(
                record, records: 14...21, hash: 22...31, debits: 32...51, credits: 52...71, &log)
            : NACHATally(
                record, records: 14...21, hash: 22...31, debits: 32...43, credits: 44...55, &log)
        if let told {
            NACHATally.check(said: told, found: open.found, told: open.told, &log)
        }
        if record.number(2...7) != open.batches {
            log.note(.countsDiffer, record[2...7], detail: "\(open.batches) batches")
        }
        let blocks = (open.records &+ 10) / 10
        if record.number(8...13) != blocks {
            log.note(.blocksDiffer, record[8...13], detail: "\(blocks)")
        }
    }

    private mutating func closeEntry(_ log: inout NACHALog, _ emit: (StatementEvent) -> Void) {
        isLeftOut = false
        guard let open = entry else { return }
        entry = nil
        emit(.entry(open.finished(&log)))
    }

    private mutating func end(
        _ open: NACHABatch, told: NACHATally?, _ emit: (StatementEvent) -> Void
    ) {
        batch = nil
        file?.batches &+= 1
        file?.found.add(open.tally)
        file?.told.add(told ?? open.tally)
        emit(.closed(open.statement))
    }

    private mutating func closeBatch(_ log: inout NACHALog, _ emit: (StatementEvent) -> Void) {
        closeEntry(&log, emit)
        guard let open = batch else { return }
        log.note(.cutOff, detail: "8")
        end(open, told: nil, emit)
    }

    private mutating func closeFile(_ log: inout NACHALog, _ emit: (StatementEvent) -> Void) {
        closeBatch(&log, emit)
        guard file != nil else { return }
        log.note(.cutOff, detail: "9")
        file = nil
    }
}
