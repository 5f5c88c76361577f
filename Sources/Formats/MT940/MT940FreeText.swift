/// `:86:` without any order of its own: every line is remittance text. Two habits tell the other
/// side's account: ABN AMRO's columns and the leading account number of ING and SNS.
enum MT940FreeText {
    static func read(_ text: ByteRun, _ payment: inout PaymentDraft) {
        var at = 0
        while at < text.count {
            let stop = text.index(of: 0x0A, after: at) ?? text.count
            payment.remittance(text.part(at, stop))
            at = stop + 1
        }
        if let mark = text.index(of: "/OCMT/") { payment.original(text.from(mark + 6)) }
        if let mark = text.index(of: "/CHGS/") { payment.charge(text.from(mark + 6)) }
        guard payment.party.account == nil else { return }
        if text.has("GIRO ") {
            giro(text, &payment)
        } else if dotted(text) {
            payment.party.account = text.upTo(13).text
            let name = text.part(32, text.index(of: 0x0A) ?? text.count)
            payment.party.name = name.words
        } else if text.upTo(10).isDigits, text[10] == 0x20 {
            payment.party.account = text.upTo(10).text
        }
    }

    /// `GIRO   428428 KPN - DIGITENNE    …`: a giro number, and the name up to the 32nd column.
    private static func giro(_ text: ByteRun, _ payment: inout PaymentDraft) {
        var start = 4
        while text[start] == 0x20 { start += 1 }
        var end = start
        while text[end].isDigit { end += 1 }
        guard end > start, text[end] == 0x20 else { return }
        payment.party.account = text.part(start, end).text
        payment.party.name = text.part(end, 32).words
    }

    /// `52.89.39.882` and blanks, as ABN AMRO wrote accounts.
    private static func dotted(_ text: ByteRun) -> Bool {
        for at in 0..<12 {
            let point = at == 2 || at == 5 || at == 8
            guard point ? text[at] == UInt8(ascii: ".") : text[at].isDigit else { return false }
        }
        return text[12] == 0x20
    }
}
