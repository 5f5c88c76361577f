/// The remittance text of numbered subfields, with the SEPA identifiers in it (`EREF+`, `SVWZ+`,
/// …).
///
/// A subfield holds 27 characters. A full one runs on into the next, one of 26 has lost a blank at
/// its end, a shorter one has come to its end; the marks between the pieces say which.
enum MT940Purpose {
    static let glue: UInt8 = 0x1F
    static let blank: UInt8 = 0x1E
    static let end: UInt8 = 0x1D

    static func isMark(_ byte: UInt8) -> Bool { byte &- 0x1D < 3 }

    enum Key {
        case none, endToEnd, customer, mandate, creditor, originator, purpose, payer, payee
        case account, bank, charge, original, message
    }

    private static let identifiers: [(StaticString, Key, colon: Bool)] = [
        ("SVWZ", .purpose, true), ("EREF", .endToEnd, true), ("KREF", .customer, true),
        ("MREF", .mandate, true), ("CRED", .creditor, true), ("DEBT", .originator, true),
        ("ABWA", .payer, true), ("ABWE", .payee, true), ("IBAN", .account, false),
        ("CHGS", .charge, false), ("COAM", .charge, false), ("OAMT", .original, false),
        ("MTLG", .message, true),
    ]

    /// Adds one piece behind the mark for the piece before it, which had `last` characters.
    static func add(_ piece: ByteRun, to purpose: inout [UInt8], _ last: inout Int) {
        if !purpose.isEmpty { purpose.append(last >= 27 ? glue : last == 26 ? blank : end) }
        purpose.append(contentsOf: piece.buffer)
        last = piece.characters
    }

    static func read(_ all: ByteRun, _ payment: inout PaymentDraft) {
        var key = Key.none
        var start = 0
        var at = 3
        while at < all.count {
            let sign = all[at]
            if sign == UInt8(ascii: "+") || sign == UInt8(ascii: ":"),
                let (next, length) = keyBefore(at, all)
            {
                take(key, all.part(start, at - length), &payment)
                key = next
                // A message of the bank keeps its word, which says whose text it is.
                start = next == .message ? at - length : at + 1
                at += 4
            } else {
                at += 1
            }
        }
        take(key, all.from(start), &payment)
    }

    /// The identifier that ends before the sign at `at`: first in its subfield, or behind a blank.
    /// Some banks write a colon for the plus sign; those of four letters are told from words even
    /// so.
    private static func keyBefore(_ at: Int, _ all: ByteRun) -> (Key, Int)? {
        func begins(_ length: Int) -> Bool {
            let before = all[at - length - 1]
            return at == length || before == 0x20 || isMark(before)
        }
        if at >= 4, begins(4) {
            for (name, key, colon) in identifiers where all.has(name, at: at - 4) {
                return colon || all[at] == UInt8(ascii: "+") ? (key, 4) : nil
            }
        }
        if all[at] == UInt8(ascii: "+"), begins(3), all.has("BIC", at: at - 3) { return (.bank, 3) }
        return nil
    }

    private static func take(_ key: Key, _ part: ByteRun, _ payment: inout PaymentDraft) {
        switch key {
        case .none:
            lines(part, &payment)
            return
        case .purpose, .message:
            var text = joined(part, blank: true)
            text.withUTF8 { payment.remittance(ByteRun($0)) }
            return
        default: break
        }
        // An identifier ends with a subfield that is not full; what follows is text again.
        let stop = part.index(of: end) ?? part.count
        var text = joined(part.upTo(stop), blank: key == .payer || key == .payee)
        text.withUTF8 {
            let value = ByteRun($0)
            switch key {
            case .endToEnd: payment.endToEnd(value)
            case .customer:
                payment.customerReference = value.text
                payment.reference("KREF", value)
            case .mandate: payment.mandate(value)
            case .creditor: payment.reference("CRED", value)
            case .originator: payment.reference("DEBT", value)
            case .payer:
                payment.detail.ultimatePayer = value.words.map { PaymentDetail.Party(name: $0) }
            case .account: if payment.party.account == nil { payment.party.account = value.solid }
            case .bank: if payment.party.bank == nil { payment.party.bank = value.text }
            case .charge: payment.charge(value)
            case .payee:
                if let name = value.words { payment.detail.ultimatePayee = .init(name: name) }
            case .original: payment.original(value)
            case .none, .purpose, .message: break
            }
        }
        lines(part.from(stop + 1), &payment)
    }

    /// Text without an identifier: a line ends where a subfield is not full.
    private static func lines(_ part: ByteRun, _ payment: inout PaymentDraft) {
        var at = 0
        while at < part.count {
            let stop = part.index(of: end, after: at) ?? part.count
            var text = joined(part.part(at, stop), blank: true)
            text.withUTF8 { payment.remittance(ByteRun($0)) }
            at = stop + 1
        }
    }

    /// The pieces as one text, with a blank for the marks that stand for one.
    static func joined(_ part: ByteRun, blank: Bool) -> String {
        String(unsafeUninitializedCapacity: part.count) { out in
            var length = 0
            for byte in part.buffer {
                if isMark(byte) {
                    if byte == glue || !blank { continue }
                    out[length] = 0x20
                } else {
                    out[length] = byte
                }
                length += 1
            }
            return length
        }
    }
}
