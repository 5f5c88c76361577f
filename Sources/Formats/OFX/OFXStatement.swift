import Ledger

/// The statement being read (OFX 1.6 and 2.2, 11.4.1 and 11.4.2).
struct OFXStatement {
    var document = Statement(account: "")
    private(set) var line = 0
    /// Whether ``StatementEvent/opened(_:)`` has gone out.
    var isAnnounced = false
    var entries = 0
    var seen = OFXIdentifiers()
    private(set) var isCurrencyUnreadable = false

    private var balance: Amount?
    private var balanceDay: Day?
    private var isBalanceUnreadable = false
    private var lineOfBalance = 0

    init() {}

    init(line: Int, id: String?) {
        self.line = line
        document.id = id
    }

    mutating func take(
        _ element: OFXTag, of role: OFXTag, _ text: ByteRun,
        report: (OFXFinding, ByteRun) -> Void
    ) {
        switch (role, element) {
        case (.statement, .accountCurrency):
            let currency = OFXCurrency.read(text)
            if currency == nil {
                isCurrencyUnreadable = true
                report(.currencyMissing, text)
            } else if let known = document.currency, known != currency {
                report(.fieldRepeated, text)
            }
            document.currency = document.currency ?? currency
        case (.accountFrom, .accountId):
            if document.account.isEmpty {
                document.account = text.text ?? ""
            } else {
                report(.fieldRepeated, text)
            }
        case (.list, .start): document.from = document.from ?? day(text, report)
        case (.list, .end): document.to = document.to ?? day(text, report)
        case (.ledger, .balanceAmount):
            if document.closing != nil || balance != nil { report(.fieldRepeated, text) }
            switch OFXAmount.read(text, in: document.currency) {
            case .amount(let amount): balance = amount
            case .ambiguous, .unreadable:
                isBalanceUnreadable = true
                report(.balanceUnreadable, text)
            }
        case (.ledger, .asOf): balanceDay = day(text, report)
        default: break
        }
    }

    private func day(_ text: ByteRun, _ report: (OFXFinding, ByteRun) -> Void) -> Day? {
        let day = OFXDate.read(text)
        if day == nil { report(.dayUnreadable, text) }
        return day
    }

    mutating func beginBalance(_ line: Int) {
        lineOfBalance = line
        (balance, balanceDay) = (nil, nil)
    }

    mutating func endBalance() {
        guard let balance, document.closing == nil else { return }
        document.closing = .init(
            amount: balance, currency: document.currency, date: balanceDay)
    }

    /// What can be said once all of it has been read.
    func end(report: (OFXFinding, Int) -> Void) {
        if entries == 0 { report(.noEntries, line) }
        guard let closing = document.closing else {
            if !isBalanceUnreadable { report(.balanceMissing, line) }
            return
        }
        if let to = document.to, let day = closing.date, day > to {
            report(.balanceDay, lineOfBalance)
        }
    }
}

/// The identifiers of a statement's entries, as hashes; of the first million of them, so that
/// memory stays within 16 MB whatever the file.
struct OFXIdentifiers {
    private static let most = 1 << 20

    private var places = [UInt64](repeating: 0, count: 64)
    private var count = 0

    /// False where `id` has been seen.
    mutating func insert(_ id: String) -> Bool {
        if count >= Self.most { return true }
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        hash = max(hash, 1)
        if !put(hash) { return false }
        count += 1
        if count * 2 > places.count { double() }
        return true
    }

    private mutating func put(_ hash: UInt64) -> Bool {
        let mask = places.count - 1
        var at = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
        while places[at] != 0 {
            if places[at] == hash { return false }
            at = (at + 1) & mask
        }
        places[at] = hash
        return true
    }

    private mutating func double() {
        let old = places
        places = [UInt64](repeating: 0, count: old.count * 2)
        for hash in old where hash != 0 { _ = put(hash) }
    }
}

/// `STATUS`, the bank's answer to a request (OFX 1.6 and 2.2, 3.1.5).
struct OFXStatus {
    private(set) var line = 0
    private var code: String?
    private var severity: String?
    private var message: String?

    init() {}
    init(line: Int) { self.line = line }

    mutating func take(_ element: OFXTag, _ text: ByteRun) {
        switch element {
        case .code: code = text.upTo(200).text
        case .severity: severity = text.upTo(200).text
        case .message: message = text.upTo(200).text
        default: break
        }
    }

    /// An error where it says so; or where it says neither, and its code is not 0.
    var finding: (OFXFinding, String?)? {
        let text = [code, message].compactMap { $0 }.joined(separator: " ")
        let value = text.isEmpty ? severity : text
        switch severity {
        case "ERROR": return (.statusError, value)
        case "WARN": return (.statusWarning, value)
        case "INFO": return nil
        default: return code == nil || code == "0" ? nil : (.statusError, value)
        }
    }
}
