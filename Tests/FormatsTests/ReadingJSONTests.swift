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
            #""documents":[{"type":"CINV","number":"4711","amount":"400.00"}]"#,
            #""charges":[{"amount":"-3.00","currency":"EUR","bearer":"SHAR"},"#,
            #""returnReason":"AC04""#, #""checkNumber":"000123""#, #""reversal":true"#,
            #""status":"pending""#, #""amount":"7.12345""#, #""findings":[]"#,
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
