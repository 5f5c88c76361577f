import Ledger

/// The text of a transaction. BAI2 leaves its content to the bank: words with `=`, `:` or `#`
/// behind them, as Fedwire (`ORG=`, `OBI=`), ACH (`ORIG CO NAME:`) and some banks have, or plain
/// text.
enum BAI2Text {
    private enum Role {
        /// The other side, whichever it is; the payer; the payee.
        case party, payer, payee
        case account, bank, remittance, bankToBank, reference, endToEnd, uetr
        /// The description of an ACH entry: what stands before it is the company.
        case described
        /// Ends what stands before it.
        case other
        /// Ends anything but a remittance, where it may be a word of the payer.
        case weak
    }

    /// Of words that end alike the longest first.
    private static let known: [(StaticString, Role)] = [
        ("ORIG CO NAME", .party), ("COMPANY NAME", .party), ("ORIG ID", .other),
        ("DESC DATE", .other), ("CO ENTRY DESCR", .described), ("IND NAME", .other),
        ("IND ID", .reference), ("INDN", .other), ("CO ID", .other), ("TRACE", .other),
        ("SEC", .weak), ("EED", .other), ("DES", .described), ("PMT INFO", .remittance),
        ("PMT DET", .remittance), ("SND BK", .bank), ("BNF BK", .other), ("ORG", .payer),
        ("ORIG", .payer), ("B/O", .payer), ("OGB", .bank), ("OBI", .remittance),
        ("RFB", .endToEnd), ("BBI", .bankToBank), ("BNF", .payee), ("BBK", .other),
        ("IBK", .other), ("UETR", .uetr), ("IMAD", .other), ("OMAD", .other), ("SSN", .other),
        ("SRF", .other), ("TRN", .other), ("VIA", .weak), ("SEQ", .weak), ("TIME", .weak),
        ("DATE", .weak), ("REF", .weak), ("ID", .weak),
        ("BO1", .payer), ("OB3", .bank), ("ENDT", .other), ("TRID", .other), ("PY", .remittance),
        ("BO", .account), ("OB", .other), ("BI", .other),
    ]

    static func complete(
        _ entry: inout StatementEntry, _ type: BAI2Type, _ rest: ByteRun,
        _ scratch: inout [UInt8]
    ) {
        guard rest.index(of: BAI2Fields.glue) != nil else {
            complete(&entry, type, rest.trimmed)
            return
        }
        scratch.removeAll(keepingCapacity: true)
        for byte in rest.buffer where byte != BAI2Fields.glue { scratch.append(byte) }
        scratch.withUnsafeBufferPointer { complete(&entry, type, ByteRun($0).trimmed) }
    }

    private static func complete(
        _ entry: inout StatementEntry, _ type: BAI2Type, _ text: ByteRun
    ) {
        if text.isEmpty { return }
        entry.text = text.string
        var payment = PaymentDraft(credit: entry.amount.units >= 0)
        if !labels(text, &payment) { lines(text, &payment) }
        if type.isReturn { payment.detail.returnReason = reason(text) }
        if !payment.isEmpty { entry.details = [payment.finished] }
    }

    /// Plain text: each line is one of remittance.
    private static func lines(_ text: ByteRun, _ payment: inout PaymentDraft) {
        var at = 0
        while at < text.count {
            let stop = text.index(of: BAI2Fields.mark, after: at) ?? text.count
            payment.remittance(text.part(at, stop))
            at = stop + 1
        }
    }

    /// False where the text has no label of its own kind.
    static func labels(_ text: ByteRun, _ payment: inout PaymentDraft) -> Bool {
        // The value that is being read, and where it starts.
        var role: Role?
        var start = 0
        var isLabelled = false
        for at in 0..<text.count {
            let sign = text[at]
            guard sign == UInt8(ascii: "=") || sign == UInt8(ascii: ":") || sign == 0x23,
                let (next, length) = label(endingAt: at, in: text)
            else { continue }
            if next == .weak, role == .remittance || role == .bankToBank { continue }
            let value = text.part(start, at - length)
            if let role {
                take(role, value, &payment)
            } else if next == .described, let name = value.words {
                payment.party.name = name
            }
            if next != .weak && next != .other { isLabelled = true }
            role = next
            start = at + 1
        }
        guard isLabelled, let last = role else {
            payment = PaymentDraft(credit: payment.credit)
            return false
        }
        take(last, text.from(start), &payment)
        return true
    }

    private static func label(endingAt end: Int, in text: ByteRun) -> (Role, Int)? {
        guard text[end - 1].isCapital || text[end - 1].isDigit else { return nil }
        for (name, role) in known {
            let length = name.utf8CodeUnitCount
            guard end >= length, text[end - 1] == name.utf8Start[length - 1],
                text.has(name, at: end - length)
            else { continue }
            let before = text[end - length - 1]
            if before.isLetter || before.isDigit { continue }
            // Two letters are a label only where a line begins.
            if length == 2, role != .weak, end > length, before != BAI2Fields.mark { continue }
            return (role, length)
        }
        return nil
    }

    private static func take(_ role: Role, _ raw: ByteRun, _ payment: inout PaymentDraft) {
        let value = raw.trimmed {
            $0 <= 0x20 || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ";")
                || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ":")
        }
        if value.isEmpty { return }
        switch role {
        case .party: payment.party.name = payment.party.name ?? value.words
        case .payer where payment.credit, .payee where !payment.credit:
            name(raw.trimmed, value, &payment)
        case .account: payment.party.account = payment.party.account ?? value.solid
        case .bank: payment.party.bank = payment.party.bank ?? value.words
        case .remittance, .described: remittance(value, &payment)
        case .bankToBank:
            if let mark = raw.index(of: "CHGS/") {
                payment.charge(raw.from(mark + 5))
            } else {
                remittance(value, &payment)
            }
        case .reference: payment.reference("IND ID", value)
        case .endToEnd:
            // `O/B` only names the bank that gave the order.
            if value.has("O/B ") || value.equals("NONE") || value.equals("NONREF") { return }
            payment.endToEnd(value)
            payment.reference("RFB", value)
        case .uetr: payment.detail.uetr = value.solid
        case .payer, .payee, .other, .weak: break
        }
    }

    private static func remittance(_ value: ByteRun, _ payment: inout PaymentDraft) {
        if let words = value.words { payment.detail.remittance.append(words) }
    }

    /// `NORTHWIND LTD`, or behind a slash the account first: `/123456 NORTHWIND LTD`.
    private static func name(
        _ raw: ByteRun, _ value: ByteRun, _ payment: inout PaymentDraft
    ) {
        var name = value
        if raw[0] == UInt8(ascii: "/") {
            var stop = 0
            while stop < value.count, value[stop] > 0x20 { stop += 1 }
            payment.party.account = payment.party.account ?? value.upTo(stop).solid
            name = value.from(stop)
        }
        payment.party.name = payment.party.name ?? name.words
    }

    /// The reason of an ACH return (`R01`) as a word of its own.
    private static func reason(_ text: ByteRun) -> String? {
        var at = 0
        while let hit = text.index(of: UInt8(ascii: "R"), after: at) {
            at = hit + 1
            let before = text[hit - 1]
            let after = text[hit + 3]
            if text[hit + 1].isDigit, text[hit + 2].isDigit, !before.isLetter, !before.isDigit,
                !after.isLetter, !after.isDigit
            {
                return text.part(hit, hit + 3).string
            }
        }
        return nil
    }
}
