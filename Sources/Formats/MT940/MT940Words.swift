/// Words between slashes, as Dutch banks write them: `/TRTP/SEPA
/// OVERBOEKING/IBAN/…/NAME/…/REMI/…/EREF/…`.
///
/// Only words of the closed list below are markers, so that a slash in the text, or a code of
/// MT103 field 70 such as `/INV/` or `/RFB/`, stays text.
enum MT940Words {
    private enum Word {
        case endToEnd, orderer, beneficiary, name, account, bank, party, remittance, returned
        case mandate, creditor, customer, payment, ultimatePayer, ultimatePayee, charge
        case original, rate, purpose, other
    }

    private static let known: [(StaticString, Word)] = [
        ("EREF", .endToEnd), ("ORDP", .orderer), ("BENM", .beneficiary), ("NAME", .name),
        ("IBAN", .account), ("BIC", .bank), ("CNTP", .party), ("REMI", .remittance),
        ("RTRN", .returned), ("MARF", .mandate), ("CSID", .creditor), ("PREF", .payment),
        ("KREF", .customer), ("ULTD", .ultimatePayer), ("CHGS", .charge), ("ISDT", .other),
        ("TRTP", .other), ("ULTB", .ultimatePayee), ("ULTC", .ultimatePayee),
        ("UDTR", .ultimatePayer), ("UCRD", .ultimatePayee), ("ADDR", .other), ("PURP", .purpose),
        ("OCMT", .original), ("OAMT", .original), ("EXCH", .rate), ("TRCD", .other),
        ("NRTX", .other), ("ORG", .orderer), ("OGB", .bank), ("BNF", .beneficiary),
        ("OBI", .remittance),
        ("SVCL", .other), ("BUSP", .other), ("CREF", .other), ("ACCW", .other), ("ID", .other),
    ]

    static func begins(_ field: ByteRun) -> Bool {
        field[0] == UInt8(ascii: "/") && word(field, at: 0) != nil
    }

    static func read(_ all: ByteRun, _ payment: inout PaymentDraft) {
        var side: Word = .other
        var foreignName: String?
        var at = 0
        while at < all.count, let (word, length) = word(all, at: at) {
            let start = at + length + 2
            // The slash that closes an empty word may open the next.
            var next = start - 1
            while next < all.count, self.word(all, at: next) == nil {
                next = all.index(of: UInt8(ascii: "/"), after: next + 1) ?? all.count
            }
            let raw = all.part(start, next)
            let value = raw.trimmed { $0 <= 0x20 || $0 == UInt8(ascii: "/") }
            switch word {
            case .orderer, .beneficiary:
                side = word
                if !value.isEmpty { name(value, side, &payment, &foreignName) }
            case .ultimatePayer:
                side = word
                if let name = value.words { payment.detail.ultimatePayer = .init(name: name) }
            case .ultimatePayee:
                side = word
                if let name = value.words { payment.detail.ultimatePayee = .init(name: name) }
            case .name: name(value, side, &payment, &foreignName)
            case .endToEnd: payment.endToEnd(value)
            case .account: payment.party.account = value.solid
            case .bank: payment.party.bank = value.text
            case .party: counterparty(raw, &payment)
            case .remittance: remittance(value, &payment)
            case .returned:
                let stop = value.index(of: UInt8(ascii: "/")) ?? value.count
                payment.detail.returnReason = value.upTo(stop).text
            case .mandate: payment.mandate(value)
            case .creditor: payment.reference("CRED", value)
            case .customer:
                payment.customerReference = value.text
                payment.reference("KREF", value)
            case .payment: payment.reference("PREF", value)
            case .charge: payment.charge(value)
            case .original: payment.original(value)
            case .rate: payment.rate(value)
            case .purpose: purpose(value, &payment)
            case .other: break
            }
            at = next
        }
        if payment.party.name == nil { payment.party.name = foreignName }
    }

    /// The name behind `/ORDP/` is the payer's, behind `/BENM/` the payee's: of the two the one
    /// that is not the account owner counts.
    private static func name(
        _ value: ByteRun, _ side: Word, _ payment: inout PaymentDraft, _ foreign: inout String?
    ) {
        switch side {
        case .ultimatePayer: payment.detail.ultimatePayer = .init(name: value.words)
        case .ultimatePayee: payment.detail.ultimatePayee = .init(name: value.words)
        case .orderer where !payment.credit, .beneficiary where payment.credit:
            foreign = value.words
        default: payment.party.name = value.words
        }
    }

    /// `CD/GDDS`, or `GDDS` alone.
    private static func purpose(_ value: ByteRun, _ payment: inout PaymentDraft) {
        if let code = (value.has("CD/") ? value.from(3) : value).text {
            payment.detail.purpose = code
        }
    }

    /// ING's `/CNTP/account/BIC/name/city/`.
    private static func counterparty(_ value: ByteRun, _ payment: inout PaymentDraft) {
        var parts = [ByteRun](repeating: .empty, count: 3)
        var at = 0
        for part in 0..<3 where at <= value.count {
            let stop = value.index(of: UInt8(ascii: "/"), after: at) ?? value.count
            parts[part] = value.part(at, stop)
            at = stop + 1
        }
        payment.party.account = parts[0].solid
        payment.party.bank = parts[1].text
        payment.party.name = parts[2].words
    }

    /// `USTD//text`, or `STRD/CUR/reference` (Dutch betalingskenmerk, or RF of ISO 11649).
    private static func remittance(_ value: ByteRun, _ payment: inout PaymentDraft) {
        guard value.has("STRD/") else {
            let text = value.has("USTD/") ? value.from(5) : value
            payment.remittance(text.trimmed { $0 <= 0x20 || $0 == UInt8(ascii: "/") })
            return
        }
        let rest = value.from(5)
        let slash = rest.index(of: UInt8(ascii: "/"))
        let reference = slash.map { rest.from($0 + 1) } ?? rest
        let isRF = reference.has("RF") && reference.part(2, 4).isDigits
        payment.reference(isRF ? "SCOR" : slash.flatMap { rest.upTo($0).text } ?? "STRD", reference)
    }

    /// The word `/…/` at `at`, and its length.
    private static func word(_ all: ByteRun, at: Int) -> (Word, Int)? {
        guard all[at] == UInt8(ascii: "/") else { return nil }
        var length = 0
        while length < 5, all[at + 1 + length].isCapital { length += 1 }
        guard length >= 2, all[at + 1 + length] == UInt8(ascii: "/") else { return nil }
        let name = all.part(at + 1, at + 1 + length)
        for (text, word) in known where name.equals(text) { return (word, length) }
        return nil
    }
}
