import Ledger

/// The transactions inside an entry.
extension CamtWriter {
    mutating func transaction(_ receipt: Receipt, in entry: BankLine) {
        line(5, "<TxDtls>")
        line(6, "<Refs>")
        leaf(7, "AcctSvcrRef", receipt.reference)
        leaf(7, "EndToEndId", receipt.endToEndId ?? "NOTPROVIDED")
        line(6, "</Refs>")
        if isEight {
            amount(6, receipt.amount)
            leaf(6, "CdtDbtInd", "CRDT")
        }
        line(6, "<AmtDtls>")
        if let instructed = receipt.instructed {
            line(7, "<InstdAmt>")
            amount(8, instructed)
            line(7, "</InstdAmt>")
        }
        line(7, "<TxAmt>")
        amount(8, receipt.amount)
        line(7, "</TxAmt>")
        line(6, "</AmtDtls>")
        charges(receipt)
        parties(receipt)
        remittance(receipt)
        line(5, "</TxDtls>")
    }

    private mutating func charges(_ receipt: Receipt) {
        guard isEight, let bearer = receipt.bearer else { return }
        line(6, "<Chrgs>")
        line(7, "<Rcrd>")
        amount(8, (receipt.instructed ?? receipt.amount) - receipt.amount)
        leaf(8, "CdtDbtInd", "DBIT")
        leaf(8, "Br", bearer)
        line(7, "</Rcrd>")
        line(6, "</Chrgs>")
    }

    private mutating func parties(_ receipt: Receipt) {
        let name = "<Nm>\(Self.escaped(String(receipt.payer.prefix(70))))</Nm>"
        let isIBAN =
            receipt.payerAccount.utf8.count > 14
            && receipt.payerAccount.utf8.prefix(2).allSatisfy { $0 >= UInt8(ascii: "A") }
        line(6, "<RltdPties>")
        line(7, isEight ? "<Dbtr><Pty>\(name)</Pty></Dbtr>" : "<Dbtr>\(name)</Dbtr>")
        let id =
            isIBAN
            ? "<IBAN>\(receipt.payerAccount)</IBAN>"
            : "<Othr><Id>\(receipt.payerAccount)</Id></Othr>"
        line(7, "<DbtrAcct><Id>\(id)</Id></DbtrAcct>")
        line(6, "</RltdPties>")
        let bic = isEight ? "BICFI" : "BIC"
        line(6, "<RltdAgts>")
        line(7, "<DbtrAgt><FinInstnId><\(bic)>\(receipt.payerBank)</\(bic)></FinInstnId></DbtrAgt>")
        line(6, "</RltdAgts>")
    }

    private mutating func remittance(_ receipt: Receipt) {
        if receipt.text.isEmpty, receipt.creditorReference == nil { return }
        line(6, "<RmtInf>")
        for text in receipt.text.split(separator: "\n") {
            for piece in pieces(String(text), 140) { leaf(7, "Ustrd", piece) }
        }
        if let reference = receipt.creditorReference {
            line(7, "<Strd>")
            line(8, "<CdtrRefInf>")
            line(9, "<Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp>")
            leaf(9, "Ref", reference)
            line(8, "</CdtrRefInf>")
            line(7, "</Strd>")
        }
        line(6, "</RmtInf>")
    }

    mutating func other(_ entry: BankLine) {
        line(5, "<TxDtls>")
        line(6, "<Refs>")
        leaf(7, "AcctSvcrRef", entry.reference)
        line(6, "</Refs>")
        if isEight {
            amount(6, entry.amount)
            leaf(6, "CdtDbtInd", entry.amount < 0 ? "DBIT" : "CRDT")
        }
        let isFromUs = entry.amount < 0
        let name = "<Nm>\(Self.escaped(String(entry.party.prefix(70))))</Nm>"
        let role = isFromUs ? "Cdtr" : "Dbtr"
        line(6, "<RltdPties>")
        line(7, isEight ? "<\(role)><Pty>\(name)</Pty></\(role)>" : "<\(role)>\(name)</\(role)>")
        if !entry.partyAccount.isEmpty {
            let isIBAN = entry.partyAccount.hasPrefix("DE")
            let id =
                isIBAN
                ? "<IBAN>\(entry.partyAccount)</IBAN>"
                : "<Othr><Id>\(entry.partyAccount)</Id></Othr>"
            line(7, "<\(role)Acct><Id>\(id)</Id></\(role)Acct>")
        }
        line(6, "</RltdPties>")
        line(6, "<RmtInf>")
        leaf(7, "Ustrd", entry.text)
        line(6, "</RmtInf>")
        line(5, "</TxDtls>")
    }
}
