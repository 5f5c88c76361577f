/// Labels with a colon in plain text: Dutch (`REK: … NAAM: …`), Swiss (`AUFTRAGGEBER: …`), Polish
/// (`od: …; tyt.: …`) and Chinese (`付款人：…附言：…`, also with `=` or in `【】`).
enum MT940Labels {
    private enum Role {
        case name, namedWithStreet, account, bank, text, endToEnd, mandate, creditor
        /// Of the two sides the one that is not the account owner counts.
        case payerName, payerAccount, payerBank, payeeName, payeeAccount, payeeBank
        /// Ends what stands before it.
        case other
    }

    private static let known: [(StaticString, Role)] = [
        ("IBAN", .account), ("REK", .account), ("BIC", .bank), ("NAAM", .name),
        ("OMSCHRIJVING", .text), ("KENMERK", .endToEnd), ("MACHTIGING", .mandate),
        ("INCASSANT", .creditor),
        ("AUFTRAGGEBER", .namedWithStreet), ("ABSENDER", .namedWithStreet), ("MITTEILUNGEN", .text),
        ("na rach.", .account), ("z rach.", .account), ("od", .name), ("dla", .name),
        ("tyt.", .text),
        ("付款人名称", .payerName), ("付款人户名", .payerName), ("付款人账号", .payerAccount),
        ("付款人开户行", .payerBank), ("付款人", .payerName), ("汇款人", .payerName),
        ("付款账号", .payerAccount), ("付款行", .payerBank), ("收款人名称", .payeeName),
        ("收款人户名", .payeeName), ("收款人账号", .payeeAccount), ("收款人开户行", .payeeBank),
        ("收款人", .payeeName), ("收款账号", .payeeAccount), ("收款行", .payeeBank),
        ("对方户名", .name), ("对方名称", .name), ("对方账号", .account), ("对方帐号", .account),
        ("对方开户行", .bank), ("对方行名", .bank), ("对方行号", .other), ("联行号", .other),
        ("户名", .name), ("账号", .account), ("帐号", .account), ("开户行", .bank),
        ("用途", .text), ("附言", .text), ("摘要", .text), ("备注", .text),
        ("流水号", .other), ("回单编号", .other), ("凭证号", .other), ("余额", .other),
    ]

    /// False where the text has no label, or only one that may be a word of the payer's own.
    static func read(
        _ field: ByteRun, _ payment: inout PaymentDraft, _ scratch: inout MT940Scratch
    ) -> Bool {
        guard mayHaveLabels(field) else { return false }
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

    private static func mayHaveLabels(_ field: ByteRun) -> Bool {
        if field.index(of: UInt8(ascii: ":")) != nil { return true }
        if field.isASCII { return false }
        return field.index(of: "：") != nil || field.index(of: UInt8(ascii: "=")) != nil
            || field.index(of: "】") != nil
    }

    private static func read(_ all: ByteRun, _ payment: inout PaymentDraft) -> Bool {
        var found: [(role: Role, start: Int, value: Int)] = []
        var at = 0
        while at < all.count, found.count < 64 {
            let wide = all.has("：", at: at) || all.has("】", at: at)
            // An equals sign and a bracket end only Chinese labels.
            let equals = all[at] == UInt8(ascii: "=") && all[at - 1] >= 0x80
            if wide || equals || all[at] == UInt8(ascii: ":"),
                let (role, length) = label(endingAt: at, in: all)
            {
                let bracket = all.has("【", at: at - length - 3) ? 3 : 0
                found.append((role, at - length - bracket, at + (wide ? 3 : 1)))
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
        case .payerName: if payment.credit { take(.name, value, &payment) }
        case .payerAccount: if payment.credit { take(.account, value, &payment) }
        case .payerBank: if payment.credit { take(.bank, value, &payment) }
        case .payeeName: if !payment.credit { take(.name, value, &payment) }
        case .payeeAccount: if !payment.credit { take(.account, value, &payment) }
        case .payeeBank: if !payment.credit { take(.bank, value, &payment) }
        case .other: break
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
        case .mandate: payment.mandate(line(value))
        case .creditor: payment.reference("CRED", line(value))
        }
    }

    /// The first line of a value that can have no second.
    private static func line(_ value: ByteRun) -> ByteRun {
        value.upTo(value.index(of: 0x0A) ?? value.count)
    }
}
