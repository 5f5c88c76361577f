/// Labels with a colon in plain text: Dutch (`REK: … NAAM: …`), Swiss (`AUFTRAGGEBER: …`), Polish
/// (`od: …; tyt.: …`) and Chinese (`付款人：…附言：…`).
enum MT940Labels {
    private enum Role {
        case name, namedWithStreet, account, bank, text, endToEnd, mandate, creditor
    }

    private static let known: [(StaticString, Role)] = [
        ("IBAN", .account), ("REK", .account), ("BIC", .bank), ("NAAM", .name),
        ("OMSCHRIJVING", .text), ("KENMERK", .endToEnd), ("MACHTIGING", .mandate),
        ("INCASSANT", .creditor),
        ("AUFTRAGGEBER", .namedWithStreet), ("ABSENDER", .namedWithStreet), ("MITTEILUNGEN", .text),
        ("na rach.", .account), ("z rach.", .account), ("od", .name), ("dla", .name),
        ("tyt.", .text),
        ("付款人名称", .name), ("付款人账号", .account), ("付款人", .name), ("对方户名", .name),
        ("对方账号", .account), ("对方行名", .bank), ("户名", .name), ("账号", .account),
        ("帐号", .account), ("开户行", .bank), ("付款行", .bank), ("用途", .text), ("附言", .text),
        ("摘要", .text), ("备注", .text),
    ]

    /// False where the text has no label, or only one that may be a word of the payer's own.
    static func read(
        _ field: ByteRun, _ payment: inout PaymentDraft, _ scratch: inout MT940Scratch
    ) -> Bool {
        guard field.index(of: UInt8(ascii: ":")) != nil || field.index(of: "：") != nil else {
            return false
        }
        // PostFinance breaks lines at the column; the others between words.
        let columns = field.index(of: "AUFTRAGGEBER:") != nil
        if columns {
            scratch.join(field)
        } else {
            scratch.joined.removeAll(keepingCapacity: true)
            scratch.joined.append(contentsOf: field.buffer)
        }
        return scratch.joined.withUnsafeBufferPointer { read(ByteRun($0), &payment) }
    }

    private static func read(_ all: ByteRun, _ payment: inout PaymentDraft) -> Bool {
        var found: [(role: Role, start: Int, value: Int)] = []
        var at = 0
        while at < all.count, found.count < 64 {
            let wide = all.has("：", at: at)
            if wide || all[at] == UInt8(ascii: ":"),
                let (role, length) = label(endingAt: at, in: all)
            {
                found.append((role, at - length, at + (wide ? 3 : 1)))
            }
            at += 1
        }
        let first = found.first
        guard let first, found.count > 1 || first.role == .namedWithStreet else { return false }
        payment.remittance(part(all, 0, first.start))
        for (index, label) in found.enumerated() {
            let next = index + 1 < found.count ? found[index + 1].start : all.count
            take(label.role, part(all, label.value, next), &payment)
        }
        return true
    }

    private static func label(endingAt end: Int, in all: ByteRun) -> (Role, Int)? {
        for (name, role) in known {
            let length = name.utf8CodeUnitCount
            guard end >= length, all.has(name, at: end - length) else { continue }
            let before = all[end - length - 1]
            // A Latin label is a word of its own.
            if name.utf8Start[0] < 0x80, before.isLetter || before.isDigit { continue }
            return (role, length)
        }
        return nil
    }

    private static func part(_ all: ByteRun, _ from: Int, _ to: Int) -> ByteRun {
        all.part(from, to).trimmed {
            $0 <= 0x20 || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ";")
                || $0 == UInt8(ascii: ",")
        }
    }

    private static func take(_ role: Role, _ value: ByteRun, _ payment: inout PaymentDraft) {
        switch role {
        case .name: if payment.party.name == nil { payment.party.name = line(value).words }
        case .namedWithStreet:
            // Name, street and town run together: the house number is where the name surely ends.
            var stop = 0
            while stop < value.count, !value[stop].isDigit || value[stop - 1] > 0x20 { stop += 1 }
            payment.party.name = value.upTo(stop).words ?? value.words
        case .account: if payment.party.account == nil { payment.party.account = line(value).solid }
        case .bank: if payment.party.bank == nil { payment.party.bank = line(value).words }
        case .text: if let text = value.words { payment.detail.remittance.append(text) }
        case .endToEnd: payment.endToEnd(line(value))
        case .mandate: payment.reference("MREF", line(value))
        case .creditor: payment.reference("CRED", line(value))
        }
    }

    /// The first line of a value that can have no second.
    private static func line(_ value: ByteRun) -> ByteRun {
        value.upTo(value.index(of: 0x0A) ?? value.count)
    }
}
