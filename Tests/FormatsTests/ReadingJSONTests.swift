import Ledger
import Testing

@testable import Formats

@Suite struct ReadingJSONTests {
    private func json(_ parsed: Parsed<BankFile>, _ file: String = "x.xml") -> String {
        String(decoding: readJSON(parsed, file: file), as: UTF8.self)
    }

    @Test func theShapeOfTheInterface() {
        let text = CamtSamples.statement(
            CamtSamples.balance("OPBD", "100.00")
                + CamtSamples.balance("CLBD", "87.70")
                + CamtSamples.entry(
                    "12.30", "DBIT",
                    """
                    <BookgDt><Dt>2026-03-02</Dt></BookgDt><BkTxCd><Prtry><Cd>N1</Cd></Prtry></BkTxCd>
                    <NtryDtls><TxDtls><Refs><EndToEndId>E1</EndToEndId></Refs>
                    <Amt Ccy="EUR">12.31</Amt>
                    <RltdPties><Dbtr><Nm>A "B" \\</Nm></Dbtr></RltdPties>
                    <RmtInf><Ustrd>one</Ustrd></RmtInf></TxDtls></NtryDtls>
                    """))
        let expected = #"""
            {"file":"x.xml","format":"camt.053.001.08","statements":[{"id":"S","account":"X1",
            "currency":"EUR","opening":{"amount":"100.00","date":"2026-03-01"},
            "closing":{"amount":"87.70","date":"2026-03-01"},"entries":[{"amount":"-12.30",
            "currency":"EUR","bookedOn":"2026-03-02","status":"booked","reversal":false,
            "code":"N1","details":[{"amount":"-12.31","currency":"EUR","endToEndId":"E1",
            "payer":{"name":"A \"B\" \\"},"remittance":["one"]}]}]}],
            "findings":[{"code":"camt-details-do-not-add-up","severity":"warning",
            "where":"Stmt[1]/Ntry[1], line 5",
            "message":"the payments do not add up to the entry: -12.31 ≠ -12.30","value":"-12.30"}]}
            """#
        #expect(json(readCamt(text)) == expected.replacing("\n", with: "") + "\n")
    }

    @Test func everyFieldIsPrinted() {
        let printed = json(readCamt(CamtSamples.full))
        for part in [
            #""sequence":"62""#, #""from":"2026-03-01","to":"2026-03-31""#,
            #""valueDate":"2026-03-03""#, #""bankReference":"BANK-1","customerReference":"N-1""#,
            #""text":"SEPA credit transfer""#, #""uetr":"eb6305c9-1f7f-49de-aed0-16487c27b42d""#,
            #""ultimatePayer":{"name":"Tochter AG"}"#,
            #""payee":{"name":"Our Company","account":"0532013000","bank":"37040044"}"#,
            #""references":[{"type":"SCOR","value":"RF18539007547034"}]"#,
            #""documents":[{"type":"CINV","number":"4711","amount":"400.00","due":"410.00"}]"#,
            #""charges":[{"amount":"-3.00","currency":"EUR","bearer":"SHAR"},"#,
            #""returnReason":"AC04""#, #""checkNumber":"000123""#, #""reversal":true"#,
            #""status":"pending""#, #""amount":"7.12345""#, #""findings":[]"#,
        ] {
            #expect(printed.contains(part), "\(part)")
        }
    }

    @Test func whatStandsBesideTheInterface() {
        let printed = json(readCamt(CamtVersionSample(family: "camt.053", version: 14).text))
        for part in [
            #""page":"1","lastPage":true,"madeAt":"2026-03-31T18:00:00""#,
            #""owner":"Our Company","bank":"COBADEFFXXX","relatedAccount":"POOL-1""#,
            #""balances":[{"type":"CLAV","amount":"360.00","date":"2026-03-31"}]"#,
            #""bankCode":"166""#,
            #""batches":[{"id":"P-1","messageId":"MB-1","count":"1"}]"#,
            #""availability":[{"amount":"300.00","currency":"EUR","date":"2026-04-01"}]"#,
            #""bankReference":"T-1","instructionId":"I-1","transactionId":"X-1","mandateId":"MD-1""#,
            #""clearingReference":"CS-1""#, #""purpose":"GDDS""#,
            #""ultimatePayee":{"name":"Our Daughter"}"#,
            #""ids":[{"type":"LEI","value":"5493001KJTIIGC8Y1R12"},{"type":"TXID","value":"T-55"}]"#,
            #""amount":"380.00","date":"2026-03-01","due":"400.00","discount":"20.00","#,
            #""creditNote":"10.00","tax":"64.00","adjustments":[{"amount":"-5.00","#,
            #""reason":"QTY","text":"one short"}]"#, #""text":"pumps""#,
            #""bearer":"SHAR","type":"COMM","included":true"#, #""chargesTotal":"3.00""#,
            #"{"type":"instructed","amount":"400.00","currency":"USD"}"#,
            #""exchange":{"source":"USD","target":"EUR","unit":"USD","rate":"0.92500","#,
            #""contract":"FX-9","quotedOn":"2026-03-30"}"#,
            #""taxes":[{"amount":"60.80","currency":"EUR","base":"320.00","reference":"TX-1","#,
            #""interest":[{"amount":"0.10","currency":"EUR","type":"INDY","rate":"1.5","#,
            #""returnText":["account closed"],"originalCode":"PMNT/RDDT/ESDD""#,
        ] {
            #expect(printed.contains(part), "\(part)")
        }
    }

    @Test func aFileThatCannotBeReadAtAll() {
        #expect(
            json(readCamt("<a>"), "bad\n\u{1}\u{7F}名.xml") == #"""
                {"file":"bad\n\u0001\u007f名.xml","format":null,"findings":[{"code":"camt-truncated","severity":"error","where":"line 1","message":"the file ends too early: no element found"}]}

                """#)
    }

    /// A combining sign after a quote must not hide the quote.
    @Test func escapingLooksAtBytes() {
        var file = BankFile(format: "MT940")
        var statement = Statement(account: "\"\u{301}\r\n\u{600}\\")
        statement.currency = .eur
        file.statements = [statement]
        #expect(json(Parsed(file)).contains("\"account\":\"\\\"\u{301}\\r\\n\u{600}\\\\\","))
    }
}
