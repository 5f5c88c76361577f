import Ledger

/// Writes a bank day as camt.053 (ISO 20022), version 02 or 08, as a bank in Hamburg or Dalian
/// does.
struct CamtWriter {
    let isEight: Bool
    private var xml = ""
    let statement: BankDay
    var till: Till { statement.till }

    static func text(of statement: BankDay) -> String {
        var writer = CamtWriter(statement)
        writer.document()
        return writer.xml
    }

    private init(_ statement: BankDay) {
        self.statement = statement
        isEight = statement.till == .dalianUSD
    }

    mutating func line(_ depth: Int, _ text: String) {
        xml += String(repeating: " ", count: depth) + text + "\n"
    }

    /// `<Tag>text</Tag>` with the text escaped.
    mutating func leaf(_ depth: Int, _ tag: String, _ text: String) {
        line(depth, "<\(tag)>\(Self.escaped(text))</\(tag)>")
    }

    static func escaped(_ text: String) -> String {
        var out = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            default: out.unicodeScalars.append(character)
            }
        }
        return out
    }

    mutating func amount(_ depth: Int, _ minor: Int64, tag: String = "Amt") {
        let plain = Money(minor: abs(minor), till.currency).plain
        line(depth, "<\(tag) Ccy=\"\(till.currency)\">\(plain)</\(tag)>")
    }

    private mutating func document() {
        let version = isEight ? "08" : "02"
        let zone = till.house == .dalian ? "T23:40:12+08:00" : "T21:05:44+02:00"
        let id = "\(till.label)-\(compact(statement.day))"
        line(0, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
        line(0, "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.\(version)\">")
        line(1, "<BkToCstmrStmt>")
        line(2, "<GrpHdr>")
        leaf(3, "MsgId", "STM\(compact(statement.day))\(padded(statement.sequence, 6))")
        leaf(3, "CreDtTm", "\(statement.day)\(zone)")
        line(3, "<MsgPgntn><PgNb>1</PgNb><LastPgInd>true</LastPgInd></MsgPgntn>")
        line(2, "</GrpHdr>")
        line(2, "<Stmt>")
        leaf(3, "Id", id)
        leaf(3, "ElctrncSeqNb", "\(statement.sequence)")
        leaf(3, "LglSeqNb", "\(statement.sequence)")
        leaf(3, "CreDtTm", "\(statement.day)\(zone)")
        account()
        balance("OPBD", statement.opening, till.house.workingDays.before(statement.day))
        balance("CLBD", statement.closing, statement.day)
        for entry in statement.lines { self.entry(entry) }
        line(2, "</Stmt>")
        line(1, "</BkToCstmrStmt>")
        line(0, "</Document>")
    }

    private mutating func account() {
        line(3, "<Acct>")
        let isIBAN = till.house == .hamburg
        line(
            4,
            isIBAN
                ? "<Id><IBAN>\(till.account)</IBAN></Id>"
                : "<Id><Othr><Id>\(till.account)</Id></Othr></Id>")
        leaf(4, "Ccy", till.currency.code)
        line(4, "<Ownr><Nm>\(Self.escaped(till.house.name))</Nm></Ownr>")
        let bic = isEight ? "BICFI" : "BIC"
        line(4, "<Svcr><FinInstnId><\(bic)>\(till.bic)</\(bic)></FinInstnId></Svcr>")
        line(3, "</Acct>")
    }

    private mutating func balance(_ code: String, _ minor: Int64, _ day: Day) {
        line(3, "<Bal>")
        line(4, "<Tp><CdOrPrtry><Cd>\(code)</Cd></CdOrPrtry></Tp>")
        amount(4, minor)
        leaf(4, "CdtDbtInd", minor < 0 ? "DBIT" : "CRDT")
        line(4, "<Dt><Dt>\(day)</Dt></Dt>")
        line(3, "</Bal>")
    }

    private mutating func entry(_ entry: BankLine) {
        line(3, "<Ntry>")
        amount(4, entry.amount)
        leaf(4, "CdtDbtInd", entry.amount < 0 ? "DBIT" : "CRDT")
        line(4, isEight ? "<Sts><Cd>BOOK</Cd></Sts>" : "<Sts>BOOK</Sts>")
        line(4, "<BookgDt><Dt>\(statement.day)</Dt></BookgDt>")
        line(4, "<ValDt><Dt>\(entry.receipts.first?.valueDate ?? statement.day)</Dt></ValDt>")
        leaf(4, "AcctSvcrRef", entry.reference)
        code(entry)
        line(4, "<NtryDtls>")
        if entry.purpose == .batch {
            line(5, "<Btch><NbOfTxs>\(entry.receipts.count)</NbOfTxs></Btch>")
        }
        for receipt in entry.receipts { transaction(receipt, in: entry) }
        if entry.receipts.isEmpty { other(entry) }
        line(4, "</NtryDtls>")
        if !entry.text.isEmpty { leaf(4, "AddtlNtryInf", entry.text) }
        line(3, "</Ntry>")
    }

    private mutating func code(_ entry: BankLine) {
        let isCredit = entry.amount > 0
        let isSEPA = till == .hamburgEUR
        let (domain, family, sub, german) =
            switch entry.purpose {
            case .receipt, .batch, .lockbox:
                ("PMNT", "RCDT", isSEPA ? "ESCT" : "XBCT", entry.purpose == .batch ? "191" : "166")
            case .fee: ("ACMT", "MDOP", "CHRG", "808")
            case .interest: ("ACMT", "MCOP", "INTR", "814")
            case .supplier, .tax: ("PMNT", "ICDT", isSEPA ? "ESCT" : "XBCT", "116")
            case .payroll: ("PMNT", "ICDT", "SALA", "153")
            case .taxRefund: ("PMNT", "RCDT", "DMCT", "166")
            case .ownTransfer: ("FORX", "SPOT", "OTHR", "411")
            case .group: ("PMNT", isCredit ? "RCDT" : "ICDT", "XICT", "201")
            }
        line(4, "<BkTxCd>")
        line(
            5,
            "<Domn><Cd>\(domain)</Cd><Fmly><Cd>\(family)</Cd>"
                + "<SubFmlyCd>\(sub)</SubFmlyCd></Fmly></Domn>"
        )
        if isSEPA { line(5, "<Prtry><Cd>NTRF+\(german)</Cd><Issr>DK</Issr></Prtry>") }
        line(4, "</BkTxCd>")
    }
}

/// `text` in pieces of at most `width` characters; none for an empty text.
func pieces(_ text: String, _ width: Int) -> [String] {
    var all: [String] = []
    var rest = Substring(text)
    while !rest.isEmpty {
        all.append(String(rest.prefix(width)))
        rest = rest.dropFirst(width)
    }
    return all
}
