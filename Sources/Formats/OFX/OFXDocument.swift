import Ledger

/// An OFX file as far as it has been read: the aggregates that are open, the element whose text is
/// coming, the statement and the entry being put together.
struct OFXDocument {
    static let longestValue = 64 << 10
    private static let depth = 64
    private static let most = 10_000

    private struct Frame {
        /// What ends it.
        let tag: OFXTag
        /// What it is where it stands; ``OFXTag/aside`` where it means nothing.
        let role: OFXTag
    }

    /// Whether the file has been given up.
    private(set) var stopped = false
    private var frames: [Frame] = []
    private var role = OFXTag.unknown
    /// The element whose text is wanted; ``OFXTag/ofx`` for the header before it.
    private var element = OFXTag.ofx
    private var lineOfElement = 1
    private var value: [UInt8] = []
    private var isCut = false

    private var messages = 0
    private var isWhole = false
    private var statements = 0
    private var findings = 0
    private var status = OFXStatus()
    private var server: String?
    private var statement = OFXStatement()
    private var entry = OFXEntry()

    /// Text where it stands between two tags.
    mutating func text(_ bytes: ByteRun) {
        if element == .unknown || bytes.isEmpty { return }
        value.append(contentsOf: bytes.upTo(Self.longestValue).buffer)
        bound(bytes)
    }

    /// Text of a CDATA section, in which `&` is itself.
    mutating func literal(_ bytes: ByteRun) {
        if element == .unknown { return }
        for byte in bytes.upTo(Self.longestValue).buffer {
            value.append(byte)
            if byte == UInt8(ascii: "&") { value += [0x61, 0x6D, 0x70, 0x3B] }
        }
        bound(bytes)
    }

    mutating func dropLast(_ count: Int) { value.removeLast(min(count, value.count)) }

    private mutating func bound(_ bytes: ByteRun) {
        guard value.count > Self.longestValue || bytes.count > Self.longestValue else { return }
        value.removeLast(max(value.count - Self.longestValue, 0))
        isCut = true
    }

    /// The inside of a tag: `/NAME`, `NAME`, `NAME a="b"`, `NAME/`; and the text before it that has
    /// not been given yet.
    mutating func tag(
        _ bytes: ByteRun, after text: ByteRun = .empty, line: Int,
        _ emit: (StatementEvent) -> Void
    ) {
        let isEnd = bytes[0] == UInt8(ascii: "/")
        let named = bytes.from(isEnd ? 1 : 0)
        let (tag, length) = OFXTagTable.shared.tag(named)
        endElement(text, emit)
        if tag.isAggregate {
            if isEnd {
                close(tag, bytes, line, emit)
            } else {
                open(tag, named.upTo(length), line, emit)
                if bytes[bytes.count - 1] == UInt8(ascii: "/") { close(tag, bytes, line, emit) }
            }
        } else if !isEnd, isHeard(tag) {
            element = tag
            lineOfElement = line
        }
    }

    /// Whether an element says anything where we are.
    private func isHeard(_ tag: OFXTag) -> Bool {
        guard tag.isElement else { return false }
        switch role {
        case .unknown, .ofx, .outer, .aside, .pendingList: return false
        default: return true
        }
    }

    private mutating func endElement(_ last: ByteRun, _ emit: (StatementEvent) -> Void) {
        if element == .unknown { return }
        // Mostly all of it is at hand and nothing is to be changed: it is read where it stands.
        if value.isEmpty, !isCut, last.count <= Self.longestValue, OFXText.isSettled(last) {
            let ended = element
            element = .unknown
            return take(ended, last.trimmed, emit)
        }
        text(last)
        let ended = element
        element = .unknown
        var taken: [UInt8] = []
        swap(&taken, &value)
        if isCut, ended != .ofx {
            let start = taken.withUnsafeBufferPointer { ByteRun($0).upTo(200).text }
            report(.valueTooLong, lineOfElement, start, emit)
        }
        isCut = false
        OFXText.settle(&taken)
        taken.withUnsafeBufferPointer { take(ended, ByteRun($0).trimmed, emit) }
        taken.removeAll(keepingCapacity: true)
        swap(&taken, &value)
    }

    private mutating func take(
        _ element: OFXTag, _ text: ByteRun, _ emit: (StatementEvent) -> Void
    ) {
        if element == .ofx { return takeHeader(text, emit) }
        if text.isEmpty { return }
        var found: [(OFXFinding, ByteRun)] = []
        switch role {
        case .status: status.take(element, text)
        case .signon: if element == .server { server = server ?? text.text }
        case .statement, .accountFrom, .list, .ledger:
            statement.take(element, of: role, text) { found.append(($0, $1)) }
        case .entry, .payee, .accountTo, .currency, .originalCurrency:
            entry.take(element, of: role, text, in: statement.document.currency) {
                found.append(($0, $1))
            }
        default: break
        }
        for (kind, text) in found { report(kind, lineOfElement, text.upTo(200).text, emit) }
    }

    /// `CHARSET:1252`, wherever the header has it; other sets are told, as the bytes alone decide.
    private mutating func takeHeader(_ text: ByteRun, _ emit: (StatementEvent) -> Void) {
        guard let place = text.index(of: "CHARSET:") else { return }
        let rest = text.from(place + 8)
        var end = 0
        while rest[end] > 0x20 { end += 1 }
        let name = rest.upTo(end)
        let known: [StaticString] = [
            "1252", "NONE", "ISO-8859-1", "8859-1", "UTF-8", "65001", "936", "54936", "GBK",
            "GB2312", "GB18030", "CSUNICODE",
        ]
        if name.isEmpty || known.contains(where: { name.equals($0) }) { return }
        report(.charset, 1, name.upTo(200).text, emit)
    }

    private mutating func open(
        _ tag: OFXTag, _ name: ByteRun, _ line: Int, _ emit: (StatementEvent) -> Void
    ) {
        guard frames.count < Self.depth else { return refuse(.tooDeep, line, value: name, emit) }
        let role = meaning(of: tag)
        if role == nil { report(.tagsCrossed, line, name.upTo(200).text, emit) }
        frames.append(Frame(tag: tag, role: role ?? .aside))
        self.role = role ?? .aside
        switch self.role {
        case .ofx:
            messages += 1
            server = nil
        case .statement:
            statements += 1
            statement = OFXStatement(line: line, id: server)
        case .entry: entry = OFXEntry(line: line, isPending: tag == .pendingEntry || isInPending)
        case .ledger: statement.beginBalance(line)
        case .status: status = OFXStatus(line: line)
        case .aside where tag == .leftOut && frames.dropLast().last?.role != .aside:
            report(.messageLeftOut, line, name.upTo(200).text, emit)
        default: break
        }
    }

    private var isInPending: Bool { frames.dropLast().last?.role == .pendingList }

    /// What `tag` is inside of what is open; nil where it can stand there in no file that is whole.
    private func meaning(of tag: OFXTag) -> OFXTag? {
        if tag == .status { return .status }
        if role == .aside { return .aside }
        switch (tag, role) {
        case (.ofx, .unknown): return .ofx
        case (.outer, .ofx), (.outer, .outer), (.signon, .ofx), (.signon, .outer),
            (.statement, .outer), (.accountFrom, .statement), (.list, .statement),
            (.pendingList, .statement), (.ledger, .statement), (.payee, .entry),
            (.accountTo, .entry), (.currency, .entry), (.originalCurrency, .entry):
            return tag
        case (.entry, .list), (.entry, .pendingList), (.pendingEntry, .pendingList): return .entry
        case (.leftOut, _), (.aside, _), (.accountTo, _), (.currency, _), (.originalCurrency, _),
            (.payee, _):
            return .aside
        case (.accountFrom, .entry): return .aside
        default: return nil
        }
    }

    private mutating func close(
        _ tag: OFXTag, _ name: ByteRun, _ line: Int, _ emit: (StatementEvent) -> Void
    ) {
        let place = frames.lastIndex { $0.tag == tag }
        if place == nil || place != frames.count - 1 {
            report(.tagsCrossed, line, name.upTo(200).text, emit)
        }
        guard let place else { return }
        while frames.count > place {
            let frame = frames.removeLast()
            end(frame.role, line, emit)
            role = frames.last?.role ?? .unknown
        }
    }

    private mutating func end(
        _ role: OFXTag, _ line: Int, _ emit: (StatementEvent) -> Void
    ) {
        switch role {
        case .ofx: isWhole = true
        case .status:
            if let (kind, text) = status.finding { report(kind, status.line, text, emit) }
        case .ledger: statement.endBalance()
        case .entry: endEntry(emit)
        case .statement:
            announce(emit)
            statement.end { report($0, $1, nil, emit) }
            emit(.closed(statement.document))
        default: break
        }
    }

    /// Says that the statement begins, before its first entry.
    private mutating func announce(_ emit: (StatementEvent) -> Void) {
        guard !statement.isAnnounced else { return }
        statement.isAnnounced = true
        if statement.document.account.isEmpty {
            report(.accountMissing, statement.line, nil, emit)
        }
        if statement.document.currency == nil, !statement.isCurrencyUnreadable {
            report(.currencyMissing, statement.line, nil, emit)
        }
        emit(.opened(statement.document))
    }

    private mutating func endEntry(_ emit: (StatementEvent) -> Void) {
        announce(emit)
        statement.entries += 1
        let read = entry.finish(statement.document) { report($0, entry.line, $1, emit) }
        if let id = entry.identifier, !statement.seen.insert(id) {
            report(.idRepeated, entry.line, id, emit)
        }
        if let read { emit(.entry(read)) }
    }

    mutating func finish(line: Int, _ emit: (StatementEvent) -> Void) {
        if stopped { return }
        if messages == 0 {
            report(.noMessage, line, nil, emit)
        } else if !frames.isEmpty || !isWhole {
            report(.truncated, line, nil, emit)
        } else if statements == 0 {
            report(.noStatement, line, nil, emit)
        }
    }

    /// Gives up the file: what follows cannot be trusted.
    mutating func refuse(
        _ kind: OFXFinding, _ line: Int, value: ByteRun? = nil, detail: String? = nil,
        _ emit: (StatementEvent) -> Void
    ) {
        if stopped { return }
        report(kind, line, value?.upTo(200).text, detail: detail, emit)
        stopped = true
    }

    /// Beyond the bound one finding says that there are more; the file waits for them anyway.
    private mutating func report(
        _ kind: OFXFinding, _ line: Int, _ value: String?, detail: String? = nil,
        _ emit: (StatementEvent) -> Void
    ) {
        if findings > Self.most { return }
        findings += 1
        let kind = findings > Self.most ? .tooManyFindings : kind
        emit(.finding(Finding(kind, at: "line \(line)", value: value, detail: detail)))
    }
}
