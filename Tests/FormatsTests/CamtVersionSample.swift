/// One statement written in the shape of any version of any of the three messages, valid under its
/// schema: what all versions can say comes out the same of each.
struct CamtVersionSample {
    /// `camt.053`.
    let family: String
    let version: Int

    static let all = ["camt.052", "camt.053", "camt.054"].flatMap { family in
        (1...14).map { CamtVersionSample(family: family, version: $0) }
    }

    var name: String { "\(family).001.\(version < 10 ? "0" : "")\(version)" }

    private var message: String {
        let name =
            switch family {
            case "camt.052": "BkToCstmrAcctRpt"
            case "camt.053": "BkToCstmrStmt"
            default: "BkToCstmrDbtCdtNtfctn"
            }
        return version == 1 ? name + "V01" : name
    }

    private var statement: String {
        switch family {
        case "camt.052": "Rpt"
        case "camt.053": "Stmt"
        default: "Ntfctn"
        }
    }

    var text: String {
        let madeAt = "<CreDtTm>2026-03-31T18:00:00</CreDtTm>"
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:\(name)"><\(message)>
            <GrpHdr><MsgId>M-1</MsgId>\(madeAt)</GrpHdr>
            <\(statement)><Id>S-1</Id>\(page)<ElctrncSeqNb>7</ElctrncSeqNb>\(madeAt)
            <Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy><Ownr><Nm>Our Company</Nm></Ownr>
            <Svcr><FinInstnId><\(bic)>COBADEFFXXX</\(bic)></FinInstnId></Svcr></Acct>
            <RltdAcct><Id>\(other("POOL-1"))</Id></RltdAcct>
            \(balances)<TxsSummry><TtlNtries><NbOfNtries>2</NbOfNtries><Sum>470.00</Sum>\(net)</TtlNtries>
            <TtlCdtNtries><NbOfNtries>1</NbOfNtries><Sum>370.00</Sum></TtlCdtNtries></TxsSummry>
            \(paid)\(returned)</\(statement)></\(message)></Document>

            """
    }

    private var page: String {
        version < 3
            ? ""
            : "<\(statement)Pgntn><PgNb>1</PgNb><LastPgInd>true</LastPgInd></\(statement)Pgntn>"
    }

    private var net: String {
        version < 4
            ? "<TtlNetNtryAmt>270.00</TtlNetNtryAmt><CdtDbtInd>CRDT</CdtDbtInd>"
            : "<TtlNetNtry><Amt>270.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></TtlNetNtry>"
    }

    private var bic: String { version < 3 ? "BIC" : "BICFI" }

    private func other(_ id: String) -> String {
        version == 1 ? "<PrtryAcct><Id>\(id)</Id></PrtryAcct>" : "<Othr><Id>\(id)</Id></Othr>"
    }

    /// A notification has no balances.
    private var balances: String {
        guard family != "camt.054" else { return "" }
        return [("OPBD", "100.00"), ("CLBD", "370.00"), ("CLAV", "360.00")].map { code, amount in
            let type = version == 1 ? "<Cd>\(code)</Cd>" : choice(code)
            return """
                <Bal><Tp>\(type)</Tp><Amt Ccy="EUR">\(amount)</Amt><CdtDbtInd>CRDT</CdtDbtInd>
                <Dt><Dt>2026-03-31</Dt></Dt></Bal>

                """
        }.joined()
    }

    private func choice(_ code: String) -> String { "<CdOrPrtry><Cd>\(code)</Cd></CdOrPrtry>" }

    private func amount(_ name: String, _ amount: String) -> String {
        "<\(name) Ccy=\"EUR\">\(amount)</\(name)>"
    }

    private func entry(
        _ id: String, _ amount: String, _ direction: String, _ parts: String, _ payment: String,
        batch: String = ""
    ) -> String {
        let status = version < 7 ? "BOOK" : "<Cd>BOOK</Cd>"
        let details =
            version == 1
            ? batch + parts + "<TxDtls>\(payment)</TxDtls>"
            : parts + "<NtryDtls>\(batch)<TxDtls>\(payment)</TxDtls></NtryDtls>"
        return """
            <Ntry>\(version == 1 ? "" : "<NtryRef>\(id)</NtryRef>")\(self.amount("Amt", amount))<CdtDbtInd>\(direction)</CdtDbtInd>
            <RvslInd>\(direction == "DBIT")</RvslInd><Sts>\(status)</Sts>
            <BookgDt><DtTm>2026-03-30T00:30:00+08:00</DtTm></BookgDt><ValDt><Dt>2026-03-31</Dt></ValDt>
            <AcctSvcrRef>B-\(id)</AcctSvcrRef>\(availability)\(code("RCDT"))\(details)
            <AddtlNtryInf>entry \(id)</AddtlNtryInf></Ntry>

            """
    }

    private var availability: String {
        """
        <Avlbty><Dt><ActlDt>2026-04-01</ActlDt></Dt>\(amount("Amt", "300.00"))<CdtDbtInd>CRDT</CdtDbtInd></Avlbty>
        """
    }

    private func code(_ family: String) -> String {
        """
        <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>\(family)</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn>
        <Prtry><Cd>166</Cd><Issr>DK</Issr></Prtry></BkTxCd>
        """
    }

    private var paid: String {
        let uetr = version < 8 ? "" : "<UETR>eb6305c9-1f7f-49de-aed0-16487c27b42d</UETR>"
        let own = version < 3 ? "" : amount("Amt", "370.00") + "<CdtDbtInd>CRDT</CdtDbtInd>"
        let references = """
            <Refs><AcctSvcrRef>T-1</AcctSvcrRef><InstrId>I-1</InstrId><EndToEndId>E-1</EndToEndId>\(uetr)
            <TxId>X-1</TxId><MndtId>MD-1</MndtId><ChqNb>77</ChqNb><ClrSysRef>CS-1</ClrSysRef></Refs>
            """
        let exchange = """
            <CcyXchg><SrcCcy>USD</SrcCcy><TrgtCcy>EUR</TrgtCcy><UnitCcy>USD</UnitCcy>
            <XchgRate>0.92500</XchgRate><CtrctId>FX-9</CtrctId><QtnDt>2026-03-30T10:00:00</QtnDt></CcyXchg>
            """
        let amounts = """
            <AmtDtls><InstdAmt><Amt Ccy="USD">400.00</Amt></InstdAmt>
            <TxAmt>\(amount("Amt", "370.00"))\(exchange)</TxAmt></AmtDtls>
            """
        let counted = "<PmtInfId>P-1</PmtInfId><NbOfTxs>1</NbOfTxs>"
        return entry(
            "N-1", "370.00", "CRDT", amounts + charges + interest,
            references + own + amounts + charges + interest + parties + "<Purp><Cd>GDDS</Cd></Purp>"
                + remittance + tax,
            batch: "<Btch><MsgId>MB-1</MsgId>\(counted)</Btch>")
    }

    /// Up to .02 each charge, and each interest, is an element of its own.
    private var charges: String {
        let bearer = "<Br>SHAR</Br>"
        let total = amount("TtlChrgsAndTaxAmt", "3.00")
        let type = version < 4 ? "" : "<ChrgInclInd>true</ChrgInclInd>"
        let direction = version == 1 ? "" : "<CdtDbtInd>DBIT</CdtDbtInd>"
        let record =
            amount("Amt", "3.00") + direction + type + "<Tp><Cd>COMM</Cd></Tp>" + bearer
        return "<Chrgs>\(total)\(version < 3 ? record : "<Rcrd>\(record)</Rcrd>")</Chrgs>"
    }

    private var interest: String {
        let rate =
            version == 1
            ? "<Rate><PctgRate>1.5</PctgRate></Rate>" : "<Tp><Pctg>1.5</Pctg></Tp>"
        let record = """
            \(amount("Amt", "0.10"))<CdtDbtInd>CRDT</CdtDbtInd><Tp><Cd>INDY</Cd></Tp><Rate>\(rate)</Rate>
            <FrToDt><FrDtTm>2026-03-01T00:00:00</FrDtTm><ToDtTm>2026-03-30T00:00:00</ToDtTm></FrToDt>
            <Rsn>late</Rsn>
            """
        return "<Intrst>\(version < 3 ? record : "<Rcrd>\(record)</Rcrd>")</Intrst>"
    }

    private func party(_ element: String, _ name: String, _ id: String = "") -> String {
        let inside = "<Nm>\(name)</Nm>\(id)"
        return "<\(element)>\(version < 7 ? inside : "<Pty>\(inside)</Pty>")</\(element)>"
    }

    private var parties: String {
        let number =
            version == 1
            ? "<PrtryId><Id>T-55</Id></PrtryId>"
            : "<Othr><Id>T-55</Id><SchmeNm><Cd>TXID</Cd></SchmeNm></Othr>"
        let lei = version < 8 ? "" : "<LEI>5493001KJTIIGC8Y1R12</LEI>"
        return """
            <RltdPties>\(party("Dbtr", "Payer GmbH", "<Id><OrgId>\(lei)\(number)</OrgId></Id>"))
            <DbtrAcct><Id><IBAN>DE02120300000000202051</IBAN></Id></DbtrAcct>\(party("UltmtDbtr", "Payer's Daughter"))
            \(party("Cdtr", "Our Company"))\(mobile)\(party("UltmtCdtr", "Our Daughter"))</RltdPties>
            <RltdAgts><DbtrAgt><FinInstnId><\(bic)>BYLADEM1001</\(bic)></FinInstnId></DbtrAgt></RltdAgts>
            """
    }

    /// An account with what stands for it since .08, without a number since .09.
    private var mobile: String {
        let id = "<Id>\(other("0532013000"))</Id>"
        let proxy = "<Prxy><Tp><Cd>MBNO</Cd></Tp><Id>+49170123456</Id></Prxy>"
        return "<CdtrAcct>\(version < 9 ? id : "")\(version < 8 ? "" : proxy)</CdtrAcct>"
    }

    private var remittance: String {
        let document =
            version == 1
            ? "<RfrdDocTp><Cd>CINV</Cd></RfrdDocTp><RfrdDocNb>R-1</RfrdDocNb>"
            : "<Tp>\(choice("CINV"))</Tp><Nb>R-1</Nb>" + date
        let reference =
            version == 1
            ? "<CdtrRefTp><Cd>SCOR</Cd></CdtrRefTp><CdtrRef>RF18539007547034</CdtrRef>"
            : "<Tp>\(choice("SCOR"))</Tp><Ref>RF18539007547034</Ref>"
        let blockDate = version == 1 ? "<RfrdDocRltdDt>2026-03-01</RfrdDocRltdDt>" : ""
        let line = version < 6 ? "" : lines
        let amounts = self.amounts("400.00", "20.00", "10.00", "380.00")
        return """
            <RmtInf><Ustrd>invoice R-1</Ustrd><Strd>
            <RfrdDocInf>\(document)\(line)</RfrdDocInf>\(blockDate)<RfrdDocAmt>\(amounts)</RfrdDocAmt>
            <CdtrRefInf>\(reference)</CdtrRefInf><AddtlRmtInf>less discount</AddtlRmtInf></Strd></RmtInf>
            """
    }

    private var date: String {
        version < 12
            ? "<RltdDt>2026-03-01</RltdDt>"
            : "<RltdDt><Tp><Cd>INDA</Cd></Tp><Dt>2026-03-01</Dt></RltdDt>"
    }

    private var lines: String {
        """
        <LineDtls><Id><Tp>\(choice("PROD"))</Tp><Nb>10</Nb><RltdDt>2026-02-28</RltdDt></Id><Desc>pumps</Desc>
        <Amt>\(amounts("400.00", "20.00", "10.00", "380.00"))</Amt></LineDtls>
        """
    }

    private func amounts(_ due: String, _ discount: String, _ credit: String, _ remitted: String)
        -> String
    {
        let adjustment = """
            <AdjstmntAmtAndRsn>\(amount("Amt", "5.00"))<CdtDbtInd>DBIT</CdtDbtInd><Rsn>QTY</Rsn>
            <AddtlInf>one short</AddtlInf></AdjstmntAmtAndRsn>
            """
        guard version < 12 else {
            let typed =
                [("DUPA", due), ("DISC", discount), ("CREN", credit), ("CITY", "64.00")]
                + [("REMI", remitted)]
            return typed.map { code, value in
                "<RmtAmtAndTp><Tp><Cd>\(code)</Cd></Tp>\(amount("Amt", value))</RmtAmtAndTp>"
            }.joined() + adjustment
        }
        func part(_ name: String, _ value: String) -> String {
            version < 3 ? amount(name, value) : "<\(name)>\(amount("Amt", value))</\(name)>"
        }
        // The first version has them in another order, and one only.
        if version == 1 { return amount("RmtdAmt", remitted) }
        return amount("DuePyblAmt", due) + part("DscntApldAmt", discount)
            + amount("CdtNoteAmt", credit) + part("TaxAmt", "64.00") + adjustment
            + amount("RmtdAmt", remitted)
    }

    private var tax: String {
        let names = version == 1 ? ("TaxRefNb", "TaxDt") : ("RefNb", "Dt")
        let number = "<\(names.0)>TX-1</\(names.0)>"
        let base = amount("TtlTaxblBaseAmt", "320.00")
        let sum = amount("TtlTaxAmt", "60.80")
        return "<Tax>\(number)\(base)\(sum)<\(names.1)>2026-03-30</\(names.1)></Tax>"
    }

    private var returned: String {
        let names = version == 1 ? ("RtrRsn", "AddtlRtrRsnInf") : ("Rsn", "AddtlInf")
        let information = """
            <RtrInf><OrgnlBkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RDDT</Cd><SubFmlyCd>ESDD</SubFmlyCd></Fmly></Domn>
            </OrgnlBkTxCd><\(names.0)><Cd>AC04</Cd></\(names.0)><\(names.1)>account closed</\(names.1)></RtrInf>
            """
        let own = version < 3 ? "" : amount("Amt", "100.00") + "<CdtDbtInd>DBIT</CdtDbtInd>"
        return entry("N-2", "100.00", "DBIT", "", own + information)
    }
}
