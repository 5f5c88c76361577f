/// Messages written for these tests; each is valid under the schema of its version.
enum PainSamples {
    static let payer = """
        <Dbtr><Nm>Our Company</Nm></Dbtr>
        <DbtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></DbtrAcct>
        <DbtrAgt><FinInstnId><BICFI>COBADEFFXXX</BICFI></FinInstnId></DbtrAgt>
        """

    static func transfer(
        _ amount: String, id: String, remittance: String = "<Ustrd>Refund</Ustrd>",
        account: String = "<IBAN>DE02120300000000202051</IBAN>"
    ) -> String {
        """
        <CdtTrfTxInf><PmtId><EndToEndId>\(id)</EndToEndId></PmtId>
        <Amt><InstdAmt Ccy="EUR">\(amount)</InstdAmt></Amt>
        <Cdtr><Nm>Northwind Ltd</Nm></Cdtr><CdtrAcct><Id>\(account)</Id></CdtrAcct>
        <RmtInf>\(remittance)</RmtInf></CdtTrfTxInf>

        """
    }

    /// The message from its third line, its group from the fifth, whose transfers begin at the
    /// thirteenth.
    static func order(
        _ transfers: String, count: String = "1", sum: String = "1.00", payer: String = payer,
        id: String = "<PmtInfId>G-1</PmtInfId>", method: String = "TRF",
        date: String = "<Dt>2026-03-03</Dt>", version: String = "pain.001.001.09"
    ) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:\(version)">
        <CstmrCdtTrfInitn><GrpHdr><MsgId>M-1</MsgId><CreDtTm>2026-03-02T09:30:00Z</CreDtTm>
        <NbOfTxs>\(count)</NbOfTxs><CtrlSum>\(sum)</CtrlSum><InitgPty><Nm>Our Company</Nm></InitgPty></GrpHdr>
        <PmtInf>\(id)<PmtMtd>\(method)</PmtMtd>
        <ReqdExctnDt>\(date)</ReqdExctnDt>
        \(payer)
        \(transfers)</PmtInf></CstmrCdtTrfInitn></Document>
        """
    }

    /// pain.001.001.09 with one of everything that is read.
    static let full = """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">
          <CstmrCdtTrfInitn>
            <GrpHdr>
              <MsgId>MSG-77</MsgId>
              <CreDtTm>2026-03-02T09:30:00+01:00</CreDtTm>
              <NbOfTxs>3</NbOfTxs>
              <CtrlSum>1300.50</CtrlSum>
              <InitgPty><Nm>Group Treasury</Nm>
                <Id><OrgId><AnyBIC>COBADEFFXXX</AnyBIC></OrgId></Id></InitgPty>
            </GrpHdr>
            <PmtInf>
              <PmtInfId>G-1</PmtInfId>
              <PmtMtd>TRF</PmtMtd>
              <BtchBookg>true</BtchBookg>
              <NbOfTxs>2</NbOfTxs>
              <CtrlSum>300.50</CtrlSum>
              <PmtTpInf><InstrPrty>HIGH</InstrPrty><SvcLvl><Cd>SEPA</Cd></SvcLvl>
                <LclInstrm><Prtry>FAST</Prtry></LclInstrm><CtgyPurp><Cd>SUPP</Cd></CtgyPurp></PmtTpInf>
              <ReqdExctnDt><DtTm>2026-03-03T08:00:00</DtTm></ReqdExctnDt>
              <Dbtr><Nm>Our Company</Nm>
                <PstlAdr><StrtNm>Hauptstraße</StrtNm><BldgNb>12</BldgNb><PstCd>80331</PstCd>
                  <TwnNm>München</TwnNm><CtrySubDvsn>BY</CtrySubDvsn><Ctry>DE</Ctry>
                  <AdrLine>Rear building</AdrLine></PstlAdr>
                <Id><OrgId><LEI>529900T8BM49AURSDO55</LEI></OrgId></Id></Dbtr>
              <DbtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy></DbtrAcct>
              <DbtrAgt><FinInstnId><BICFI>COBADEFFXXX</BICFI></FinInstnId></DbtrAgt>
              <UltmtDbtr><Nm>Our Subsidiary</Nm></UltmtDbtr>
              <ChrgBr>SLEV</ChrgBr>
              <CdtTrfTxInf>
                <PmtId><InstrId>I-1</InstrId><EndToEndId>E-1</EndToEndId>
                  <UETR>eb6305c9-1f7f-49de-aed0-16487c27b42d</UETR></PmtId>
                <Amt><InstdAmt Ccy="EUR">300.00</InstdAmt></Amt>
                <CdtrAgt><FinInstnId><ClrSysMmbId><ClrSysId><Cd>USABA</Cd></ClrSysId>
                  <MmbId>021000021</MmbId></ClrSysMmbId><Nm>Bank of the West</Nm></FinInstnId></CdtrAgt>
                <Cdtr><Nm>Müller &amp; Söhne 有限公司</Nm>
                  <Id><PrvtId><Othr><Id>77-1</Id><SchmeNm><Cd>CUST</Cd></SchmeNm></Othr></PrvtId></Id></Cdtr>
                <CdtrAcct><Id><Othr><Id>5512345678</Id><SchmeNm><Cd>BBAN</Cd></SchmeNm></Othr></Id></CdtrAcct>
                <UltmtCdtr><Nm>Their Parent</Nm></UltmtCdtr>
                <Purp><Cd>GDDS</Cd></Purp>
                <RmtInf><Ustrd>Refund of CN-7</Ustrd>
                  <Strd><RfrdDocInf><Tp><CdOrPrtry><Cd>CREN</Cd></CdOrPrtry></Tp><Nb>CN-7</Nb>
                    <RltdDt>2026-02-01</RltdDt></RfrdDocInf>
                    <RfrdDocAmt><RmtdAmt Ccy="EUR">300.00</RmtdAmt></RfrdDocAmt>
                    <CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp>
                      <Ref>RF18539007547034</Ref></CdtrRefInf>
                    <AddtlRmtInf>as agreed</AddtlRmtInf></Strd></RmtInf>
              </CdtTrfTxInf>
              <CdtTrfTxInf>
                <PmtId><EndToEndId>NOTPROVIDED</EndToEndId></PmtId>
                <Amt><EqvtAmt><Amt Ccy="EUR">0.50</Amt><CcyOfTrf>USD</CcyOfTrf></EqvtAmt></Amt>
                <Cdtr><Nm>Northwind Ltd</Nm></Cdtr>
                <CdtrAcct><Id><IBAN>DE02120300000000202051</IBAN></Id></CdtrAcct>
              </CdtTrfTxInf>
            </PmtInf>
            <PmtInf>
              <PmtInfId>G-2</PmtInfId>
              <PmtMtd>CHK</PmtMtd>
              <ReqdExctnDt><Dt>2026-03-04</Dt></ReqdExctnDt>
              \(payer)
              <CdtTrfTxInf>
                <PmtId><EndToEndId>E-3</EndToEndId></PmtId>
                <Amt><InstdAmt Ccy="JPY">1000</InstdAmt></Amt>
                <ChqInstr><ChqTp>CCHQ</ChqTp><ChqNb>000123</ChqNb>
                  <DlvryMtd><Cd>MLCD</Cd></DlvryMtd><MemoFld>INV 1</MemoFld></ChqInstr>
                <Cdtr><Nm>Contoso KK</Nm></Cdtr>
              </CdtTrfTxInf>
            </PmtInf>
          </CstmrCdtTrfInitn>
        </Document>
        """

    /// pain.008.001.02: what is collected.
    static let collection = """
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.008.001.02"><CstmrDrctDbtInitn>
        <GrpHdr><MsgId>D-1</MsgId><CreDtTm>2026-03-02T09:30:00</CreDtTm><NbOfTxs>1</NbOfTxs>
        <CtrlSum>39.90</CtrlSum><InitgPty><Nm>Our Company</Nm></InitgPty></GrpHdr>
        <PmtInf><PmtInfId>DD-1</PmtInfId><PmtMtd>DD</PmtMtd>
        <PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl><LclInstrm><Cd>CORE</Cd></LclInstrm><SeqTp>FRST</SeqTp></PmtTpInf>
        <ReqdColltnDt>2026-03-10</ReqdColltnDt><Cdtr><Nm>Our Company</Nm></Cdtr>
        <CdtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></CdtrAcct>
        <CdtrAgt><FinInstnId><BIC>COBADEFFXXX</BIC></FinInstnId></CdtrAgt>
        <CdtrSchmeId><Id><PrvtId><Othr><Id>DE98ZZZ09999999999</Id>
        <SchmeNm><Prtry>SEPA</Prtry></SchmeNm></Othr></PrvtId></Id></CdtrSchmeId>
        <DrctDbtTxInf><PmtId><EndToEndId>C-1</EndToEndId></PmtId><InstdAmt Ccy="EUR">39.90</InstdAmt>
        <DrctDbtTx><MndtRltdInf><MndtId>MN-1</MndtId><DtOfSgntr>2025-01-02</DtOfSgntr></MndtRltdInf></DrctDbtTx>
        <DbtrAgt><FinInstnId><Othr><Id>NOTPROVIDED</Id></Othr></FinInstnId></DbtrAgt>
        <Dbtr><Nm>Northwind Ltd</Nm></Dbtr>
        <DbtrAcct><Id><IBAN>DE02120300000000202051</IBAN></Id></DbtrAcct>
        </DrctDbtTxInf></PmtInf></CstmrDrctDbtInitn></Document>
        """

    /// pain.002.001.03: one transfer taken, one not.
    static let status = """
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.03"><CstmrPmtStsRpt>
        <GrpHdr><MsgId>S-1</MsgId><CreDtTm>2026-03-02T11:00:00</CreDtTm></GrpHdr>
        <OrgnlGrpInfAndSts><OrgnlMsgId>MSG-77</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>
        <OrgnlNbOfTxs>2</OrgnlNbOfTxs><OrgnlCtrlSum>300.50</OrgnlCtrlSum><GrpSts>PART</GrpSts></OrgnlGrpInfAndSts>
        <OrgnlPmtInfAndSts><OrgnlPmtInfId>G-1</OrgnlPmtInfId><PmtInfSts>PART</PmtInfSts>
        <StsRsnInf><Rsn><Prtry>SEE-BELOW</Prtry></Rsn></StsRsnInf>
        <TxInfAndSts><StsId>T-1</StsId><OrgnlInstrId>I-1</OrgnlInstrId><OrgnlEndToEndId>E-1</OrgnlEndToEndId>
        <TxSts>ACSC</TxSts><AccptncDtTm>2026-03-02T10:59:59</AccptncDtTm><AcctSvcrRef>B-1</AcctSvcrRef></TxInfAndSts>
        <TxInfAndSts><OrgnlEndToEndId>E-2</OrgnlEndToEndId><TxSts>RJCT</TxSts>
        <StsRsnInf><Orgtr><Id><OrgId><BICOrBEI>COBADEFFXXX</BICOrBEI></OrgId></Id></Orgtr>
        <Rsn><Cd>AC01</Cd></Rsn><AddtlInf>no such account</AddtlInf></StsRsnInf>
        <OrgnlTxRef><Amt><InstdAmt Ccy="EUR">0.50</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>
        </OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>
        """
}
