/// Messages written for these tests; each is valid under the schema of its version.
enum CamtSamples {
    /// camt.053.001.08 with one of everything that is read.
    static let full = """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
          <BkToCstmrStmt>
            <GrpHdr><MsgId>MSG-1</MsgId><CreDtTm>2026-03-31T18:00:00+02:00</CreDtTm></GrpHdr>
            <Stmt>
              <Id>STMT-2026-03</Id>
              <ElctrncSeqNb>62</ElctrncSeqNb>
              <LglSeqNb>3</LglSeqNb>
              <CreDtTm>2026-03-31T18:00:00+02:00</CreDtTm>
              <FrToDt><FrDtTm>2026-03-01T00:00:00+01:00</FrDtTm>
                <ToDtTm>2026-03-31T23:59:59+02:00</ToDtTm></FrToDt>
              <Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy></Acct>
              <Bal><Tp><CdOrPrtry><Cd>PRCD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">1.00</Amt>
                <CdtDbtInd>DBIT</CdtDbtInd><Dt><Dt>2026-02-28</Dt></Dt></Bal>
              <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">1000.00</Amt>
                <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-01</Dt></Dt></Bal>
              <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">1350.50</Amt>
                <CdtDbtInd>CRDT</CdtDbtInd><Dt><DtTm>2026-03-31T23:00:00+02:00</DtTm></Dt></Bal>
              <TxsSummry>
                <TtlNtries><NbOfNtries>3</NbOfNtries><Sum>550.50</Sum></TtlNtries>
                <TtlCdtNtries><NbOfNtries>1</NbOfNtries><Sum>450.50</Sum></TtlCdtNtries>
                <TtlDbtNtries><NbOfNtries>1</NbOfNtries><Sum>100.00</Sum></TtlDbtNtries>
              </TxsSummry>
              <Ntry>
                <NtryRef>N-1</NtryRef>
                <Amt Ccy="EUR">450.50</Amt>
                <CdtDbtInd>CRDT</CdtDbtInd>
                <Sts><Cd>BOOK</Cd></Sts>
                <BookgDt><Dt>2026-03-02</Dt></BookgDt>
                <ValDt><DtTm>2026-03-03T00:30:00+05:00</DtTm></ValDt>
                <AcctSvcrRef>BANK-1</AcctSvcrRef>
                <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn>
                  <Prtry><Cd>166</Cd></Prtry></BkTxCd>
                <NtryDtls>
                  <Btch><PmtInfId>BATCH-7</PmtInfId><NbOfTxs>2</NbOfTxs></Btch>
                  <TxDtls>
                    <Refs><EndToEndId>E2E-1</EndToEndId>
                      <UETR>eb6305c9-1f7f-49de-aed0-16487c27b42d</UETR></Refs>
                    <Amt Ccy="EUR">400.00</Amt>
                    <CdtDbtInd>CRDT</CdtDbtInd>
                    <Chrgs><TtlChrgsAndTaxAmt Ccy="EUR">5.00</TtlChrgsAndTaxAmt>
                      <Rcrd><Amt Ccy="EUR">3.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Br>SHAR</Br></Rcrd>
                      <Rcrd><Amt Ccy="EUR">2.00</Amt></Rcrd></Chrgs>
                    <RltdPties>
                      <Dbtr><Pty><Nm>Müller &amp; Söhne 有限公司</Nm>
                        <PstlAdr><Ctry>DE</Ctry></PstlAdr></Pty></Dbtr>
                      <DbtrAcct><Id><IBAN>DE02120300000000202051</IBAN></Id></DbtrAcct>
                      <UltmtDbtr><Pty><Nm>Tochter AG</Nm></Pty></UltmtDbtr>
                      <Cdtr><Pty><Nm>Our Company</Nm></Pty></Cdtr>
                      <CdtrAcct><Id><Othr><Id>0532013000</Id></Othr></Id></CdtrAcct>
                    </RltdPties>
                    <RltdAgts>
                      <DbtrAgt><FinInstnId><BICFI>BYLADEM1001</BICFI><Nm>Bank</Nm></FinInstnId></DbtrAgt>
                      <CdtrAgt><FinInstnId><ClrSysMmbId><MmbId>37040044</MmbId></ClrSysMmbId>
                        </FinInstnId></CdtrAgt>
                    </RltdAgts>
                    <RmtInf>
                      <Ustrd>Rechnung 4711 </Ustrd>
                      <Ustrd>und 4712</Ustrd>
                      <Strd>
                        <RfrdDocInf><Tp><CdOrPrtry><Cd>CINV</Cd></CdOrPrtry></Tp><Nb>4711</Nb></RfrdDocInf>
                        <RfrdDocAmt><DuePyblAmt Ccy="EUR">410.00</DuePyblAmt>
                          <RmtdAmt Ccy="EUR">400.00</RmtdAmt></RfrdDocAmt>
                        <CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp>
                          <Ref>RF18539007547034</Ref></CdtrRefInf>
                        <AddtlRmtInf>less discount</AddtlRmtInf>
                      </Strd>
                    </RmtInf>
                  </TxDtls>
                  <TxDtls>
                    <Refs><EndToEndId>NOTPROVIDED</EndToEndId><ChqNb>000123</ChqNb></Refs>
                    <Amt Ccy="EUR">50.50</Amt>
                    <CdtDbtInd>CRDT</CdtDbtInd>
                    <RmtInf><Strd>
                      <RfrdDocInf><Tp><CdOrPrtry><Cd>CREN</Cd></CdOrPrtry></Tp><Nb>9</Nb></RfrdDocInf>
                      <RfrdDocAmt><DuePyblAmt Ccy="EUR">50.50</DuePyblAmt></RfrdDocAmt>
                    </Strd></RmtInf>
                  </TxDtls>
                </NtryDtls>
                <AddtlNtryInf>SEPA credit transfer</AddtlNtryInf>
              </Ntry>
              <Ntry>
                <Amt Ccy="EUR">100.00</Amt>
                <CdtDbtInd>DBIT</CdtDbtInd>
                <RvslInd>true</RvslInd>
                <Sts><Cd>BOOK</Cd></Sts>
                <BookgDt><Dt>2026-03-04</Dt></BookgDt>
                <BkTxCd><Prtry><Cd>NRTI+109</Cd></Prtry></BkTxCd>
                <NtryDtls><TxDtls>
                  <Amt Ccy="EUR">100.00</Amt>
                  <CdtDbtInd>DBIT</CdtDbtInd>
                  <RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>
                  <AddtlTxInf>account closed</AddtlTxInf>
                </TxDtls></NtryDtls>
              </Ntry>
              <Ntry>
                <Amt Ccy="EUR">7.12345</Amt>
                <CdtDbtInd>CRDT</CdtDbtInd>
                <Sts><Cd>PDNG</Cd></Sts>
                <BkTxCd/>
              </Ntry>
            </Stmt>
          </BkToCstmrStmt>
        </Document>
        """

    /// camt.054.001.02: status as text, names right in the party, amount only in `AmtDtls`, one
    /// charge a `Chrgs`.
    static let old = """
        <?xml version="1.0"?>
        <c:Document xmlns:c="urn:iso:std:iso:20022:tech:xsd:camt.054.001.02">
        <c:BkToCstmrDbtCdtNtfctn>
        <c:GrpHdr><c:MsgId>M</c:MsgId><c:CreDtTm>2026-03-31T18:00:00</c:CreDtTm></c:GrpHdr>
        <c:Ntfctn><c:Id>N</c:Id><c:LglSeqNb>5</c:LglSeqNb><c:CreDtTm>2026-03-31T18:00:00</c:CreDtTm>
        <c:Acct><c:Id><c:Othr><c:Id>12345</c:Id></c:Othr></c:Id></c:Acct>
        <c:Ntry><c:Amt Ccy="CHF">10.00</c:Amt><c:CdtDbtInd>DBIT</c:CdtDbtInd><c:Sts>INFO</c:Sts>
        <c:BkTxCd/>
        <c:NtryDtls><c:TxDtls>
        <c:AmtDtls><c:InstdAmt><c:Amt Ccy="USD">11.00</c:Amt></c:InstdAmt>
        <c:TxAmt><c:Amt Ccy="CHF">10.00</c:Amt></c:TxAmt></c:AmtDtls>
        <c:BkTxCd><c:Domn><c:Cd>PMNT</c:Cd>
        <c:Fmly><c:Cd>ICDT</c:Cd><c:SubFmlyCd>XBCT</c:SubFmlyCd></c:Fmly></c:Domn></c:BkTxCd>
        <c:Chrgs><c:Amt Ccy="CHF">0.50</c:Amt><c:CdtDbtInd>CRDT</c:CdtDbtInd><c:Br>DEBT</c:Br></c:Chrgs>
        <c:RltdPties><c:Dbtr><c:Nm>Payer</c:Nm></c:Dbtr></c:RltdPties>
        <c:RltdAgts><c:DbtrAgt><c:FinInstnId><c:BIC>UBSWCHZH80A</c:BIC></c:FinInstnId></c:DbtrAgt></c:RltdAgts>
        </c:TxDtls></c:NtryDtls></c:Ntry></c:Ntfctn></c:BkToCstmrDbtCdtNtfctn></c:Document>
        """

    /// camt.052.001.01: payments right in the entry, older names everywhere.
    static let first = """
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.052.001.01"><BkToCstmrAcctRptV01>
        <GrpHdr><MsgId>M</MsgId><CreDtTm>2008-01-02T10:00:00</CreDtTm></GrpHdr>
        <Rpt><Id>R</Id><CreDtTm>2008-01-02T10:00:00</CreDtTm>
        <Acct><Id><PrtryAcct><Id>777</Id></PrtryAcct></Id><Ccy>EUR</Ccy></Acct>
        <Bal><Tp><Cd>OPBD</Cd></Tp><Amt Ccy="EUR">1</Amt><CdtDbtInd>DBIT</CdtDbtInd>
        <Dt><Dt>2008-01-02</Dt></Dt></Bal>
        <Ntry><Amt Ccy="EUR">5</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BkTxCd/>
        <TxDtls><Refs><EndToEndId>E</EndToEndId></Refs>
        <RltdPties><Dbtr><Nm>Old Payer</Nm></Dbtr>
        <DbtrAcct><Id><BBAN>4455</BBAN></Id></DbtrAcct></RltdPties>
        <RltdAgts><DbtrAgt><FinInstnId><CmbndId><BIC>UBSWCHZH80A</BIC></CmbndId></FinInstnId></DbtrAgt></RltdAgts>
        <RmtInf><Strd><RfrdDocInf><RfrdDocTp><Cd>CINV</Cd></RfrdDocTp><RfrdDocNb>A1</RfrdDocNb></RfrdDocInf>
        <RfrdDocAmt><RmtdAmt Ccy="EUR">5</RmtdAmt></RfrdDocAmt>
        <CdtrRefInf><CdtrRefTp><Cd>SCOR</Cd></CdtrRefTp><CdtrRef>RF1</CdtrRef></CdtrRefInf></Strd></RmtInf>
        <RtrInf><RtrRsn><Cd>AC01</Cd></RtrRsn></RtrInf></TxDtls></Ntry>
        </Rpt></BkToCstmrAcctRptV01></Document>
        """

    /// camt.053.001.13 around one payment whose remittance is given.
    static func newest(remittance: String) -> String {
        """
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.13"><BkToCstmrStmt>
        <GrpHdr><MsgId>M</MsgId><CreDtTm>2026-01-02T10:00:00</CreDtTm></GrpHdr>
        <Stmt><Id>S</Id><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy></Acct>
        <Bal><Tp><CdOrPrtry><Cd>ITBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">5</Amt>
        <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-01-02</Dt></Dt></Bal>
        <Ntry><Amt Ccy="EUR">5</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BkTxCd/>
        <NtryDtls><TxDtls><Refs/><RltdPties><Dbtr><Agt><FinInstnId><BICFI>UBSWCHZH80A</BICFI><Nm>A Bank</Nm>
        </FinInstnId></Agt></Dbtr></RltdPties><RmtInf>\(remittance)</RmtInf></TxDtls></NtryDtls></Ntry>
        </Stmt></BkToCstmrStmt></Document>
        """
    }

    static let header = """
        <GrpHdr><MsgId>M</MsgId><CreDtTm>2026-01-02T10:00:00</CreDtTm></GrpHdr>
        """

    /// A statement of this inside, with an account unless it brings its own.
    static func statement(_ inside: String, account: String = "<IBAN>X1</IBAN>") -> String {
        """
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
        <BkToCstmrStmt>\(header)<Stmt><Id>S</Id><Acct><Id>\(account)</Id></Acct>
        \(inside)
        </Stmt></BkToCstmrStmt></Document>
        """
    }

    /// A booked entry of this amount, with something more inside.
    static func entry(_ amount: String, _ direction: String = "CRDT", _ inside: String = "")
        -> String
    {
        """
        <Ntry><Amt Ccy="EUR">\(amount)</Amt><CdtDbtInd>\(direction)</CdtDbtInd>
        <Sts><Cd>BOOK</Cd></Sts>\(inside)</Ntry>
        """
    }

    static func payment(_ inside: String) -> String {
        "<NtryDtls><TxDtls>\(inside)</TxDtls></NtryDtls>"
    }

    static func balance(_ code: String, _ amount: String, _ direction: String = "CRDT") -> String {
        """
        <Bal><Tp><CdOrPrtry><Cd>\(code)</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">\(amount)</Amt>
        <CdtDbtInd>\(direction)</CdtDbtInd><Dt><Dt>2026-03-01</Dt></Dt></Bal>
        """
    }
}
