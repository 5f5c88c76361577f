import Ledger

/// The file, the group and the account that are open, each with its control total.
struct BAI2Books {
    private struct File {
        var id: String?
        var tally = BAI2Tally()
    }

    private struct Group {
        var asOf: Day?
        var currency: Currency?
        var isInterim = false
        var tally = BAI2Tally()
    }

    private var file: File?
    private var group: Group?
    private var account: BAI2Account?
    private var scratch: [UInt8] = []
    private var hasFile = false

    /// Takes a record with as many physical ones in it as `lines` says. Answers whether it ends
    /// with a text, which needs no slash.
    mutating func take(
        _ code: BAI2Code, _ bytes: ByteRun, lines: Int, _ log: inout BAI2Log,
        _ emit: (StatementEvent) -> Void
    ) -> Bool {
        var fields = BAI2Fields(bytes)
        switch code {
        case .fileHeader: open(file: &fields, &log, emit)
        case .groupHeader: open(group: &fields, &log, emit)
        case .account: open(account: &fields, &log, emit)
        default: break
        }
        account?.tally.count(lines)
        group?.tally.count(lines)
        file?.tally.count(lines)
        switch code {
        case .transaction: return transaction(bytes, &log, emit)
        case .accountTrailer:
            guard let open = account else {
                log.note(.recordMisplaced, bytes)
                return false
            }
            end(open, said: open.tally.check(&fields, hasParts: false, &log), emit)
        case .groupTrailer:
            closeAccount(&log, emit)
            guard let open = group else {
                log.note(.recordMisplaced, bytes)
                return false
            }
            group = nil
            file?.tally.add(open.tally, said: open.tally.check(&fields, hasParts: true, &log))
        case .fileTrailer:
            closeGroup(&log, emit)
            guard let open = file else {
                log.note(.recordMisplaced, bytes)
                return false
            }
            file = nil
            _ = open.tally.check(&fields, hasParts: true, &log)
        default: break
        }
        return false
    }

    mutating func finish(_ log: inout BAI2Log, _ emit: (StatementEvent) -> Void) {
        closeFile(&log, emit)
        if !hasFile { log.note(.noFile) }
    }

    private mutating func open(
        file fields: inout BAI2Fields, _ log: inout BAI2Log, _ emit: (StatementEvent) -> Void
    ) {
        closeFile(&log, emit)
        hasFile = true
        // Sender, receiver, date and time.
        for _ in 0..<4 { _ = fields.next() }
        file = File(id: fields.next().text)
        // Physical record length and block size: see BAI2Lines.
        for _ in 0..<2 { _ = fields.next() }
        let version = fields.next()
        if !version.isEmpty, !version.equals("2") { log.note(.versionOdd, version) }
    }

    private mutating func open(
        group fields: inout BAI2Fields, _ log: inout BAI2Log, _ emit: (StatementEvent) -> Void
    ) {
        closeGroup(&log, emit)
        if file == nil { log.note(.recordMisplaced) }
        // Ultimate receiver and originator.
        for _ in 0..<2 { _ = fields.next() }
        var next = Group()
        let status = fields.next()
        if !status.isEmpty, !status.equals("1") { log.note(.groupStatus, status) }
        let asOf = fields.next()
        next.asOf = asOf.bai2Day
        if next.asOf == nil { log.note(.dateUnreadable, asOf) }
        _ = fields.next()
        next.currency = Self.currency(fields.next(), &log)
        let modifier = fields.next()
        if modifier.equals("3") {
            next.isInterim = true
            log.note(.interim, modifier)
        }
        group = next
    }

    private mutating func open(
        account fields: inout BAI2Fields, _ log: inout BAI2Log, _ emit: (StatementEvent) -> Void
    ) {
        closeAccount(&log, emit)
        if group == nil { log.note(.recordMisplaced) }
        let number = fields.next()
        if number.isEmpty { log.note(.accountMissing) }
        // The format's own default is the dollar.
        let currency = Self.currency(fields.next(), &log) ?? group?.currency ?? .usd
        var next = BAI2Account(
            id: file?.id, number: number.text ?? "", currency: currency, asOf: group?.asOf,
            isInterim: group?.isInterim ?? false)
        next.readSummary(&fields, &log)
        emit(.opened(next.statement))
        account = next
    }

    private mutating func transaction(
        _ bytes: ByteRun, _ log: inout BAI2Log, _ emit: (StatementEvent) -> Void
    ) -> Bool {
        guard account != nil else {
            log.note(.recordMisplaced, bytes)
            return true
        }
        var fields = BAI2Fields(bytes)
        if let entry = account?.readTransaction(&fields, &scratch, &log) { emit(.entry(entry)) }
        return !fields.rest.isEmpty
    }

    private static func currency(_ field: ByteRun, _ log: inout BAI2Log) -> Currency? {
        if field.isEmpty { return nil }
        if let currency = Currency(utf8: field.buffer) { return currency }
        if let currency = Currency(utf8: field.buffer.map { $0.isLetter ? $0 & 0xDF : 0 }) {
            log.note(.lowerCase, field)
            return currency
        }
        log.note(.currencyUnreadable, field)
        return nil
    }

    private mutating func end(
        _ open: BAI2Account, said: Int64?, _ emit: (StatementEvent) -> Void
    ) {
        account = nil
        group?.tally.add(open.tally, said: said)
        emit(.closed(open.statement))
    }

    private mutating func closeAccount(_ log: inout BAI2Log, _ emit: (StatementEvent) -> Void) {
        guard let open = account else { return }
        log.note(.cutOff, detail: "49")
        end(open, said: nil, emit)
    }

    private mutating func closeGroup(_ log: inout BAI2Log, _ emit: (StatementEvent) -> Void) {
        closeAccount(&log, emit)
        guard let open = group else { return }
        log.note(.cutOff, detail: "98")
        group = nil
        file?.tally.add(open.tally, said: nil)
    }

    private mutating func closeFile(_ log: inout BAI2Log, _ emit: (StatementEvent) -> Void) {
        closeGroup(&log, emit)
        guard file != nil else { return }
        log.note(.cutOff, detail: "99")
        file = nil
    }
}
