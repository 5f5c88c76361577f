enum OFXSamples {
    static let header = """
        OFXHEADER:100
        DATA:OFXSGML
        VERSION:102
        SECURITY:NONE
        ENCODING:USASCII
        CHARSET:1252
        COMPRESSION:NONE
        OLDFILEUID:NONE
        NEWFILEUID:NONE


        """

    static let signon = """
        <SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS>
        <DTSERVER>20260402080000.000[+1:CET]<LANGUAGE>ENG<FI><ORG>NORDBANK<FID>77</FI></SONRS></SIGNONMSGSRSV1>

        """

    /// Version 1 without end tags of elements, as American banks write it.
    static let sgml =
        header + """
            <OFX>
            \(signon)<BANKMSGSRSV1>
            <STMTTRNRS>
            <TRNUID>1
            <STATUS><CODE>0<SEVERITY>INFO</STATUS>
            <STMTRS>
            <CURDEF>USD
            <BANKACCTFROM><BANKID>021000021<BRANCHID>3<ACCTID>4711<ACCTTYPE>CHECKING</BANKACCTFROM>
            <BANKTRANLIST>
            <DTSTART>20260401
            <DTEND>20260430235959
            <STMTTRN>
            <TRNTYPE>CREDIT
            <DTPOSTED>20260402120000.000[-5:EST]
            <DTUSER>20260328
            <DTAVAIL>20260403
            <TRNAMT>+1,250.00
            <FITID>A-1
            <REFNUM>REF 9
            <NAME>Adler &amp; Sons  Inc
            <MEMO>INV-1001, INV-1002
            </STMTTRN>
            <STMTTRN><TRNTYPE>CHECK<DTPOSTED>20260403<TRNAMT>-4,5<FITID>A-2<CHECKNUM>319<NAME>Rent</STMTTRN>
            </BANKTRANLIST>
            <LEDGERBAL><BALAMT>2245.50<DTASOF>20260430</LEDGERBAL>
            <AVAILBAL><BALAMT>9999.00<DTASOF>20260430</AVAILBAL>
            </STMTRS>
            </STMTTRNRS>
            </BANKMSGSRSV1>
            </OFX>

            """

    /// Version 2: a credit card, everything ended, a payee, CDATA, a pending list.
    static let xml = """
        <?xml version="1.0" encoding="UTF-8" standalone="no"?>
        <?OFX OFXHEADER="200" VERSION="220" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>
        <!-- a comment with <STMTTRN> and -- in it -->
        <OFX>
          <CREDITCARDMSGSRSV1>
            <CCSTMTTRNRS>
              <TRNUID>7</TRNUID>
              <STATUS><CODE>0</CODE><SEVERITY>INFO</SEVERITY></STATUS>
              <CCSTMTRS>
                <CURDEF>EUR</CURDEF>
                <CCACCTFROM><ACCTID>5555444433331111</ACCTID></CCACCTFROM>
                <BANKTRANLIST>
                  <DTSTART>20260401</DTSTART>
                  <DTEND>20260430</DTEND>
                  <STMTTRN>
                    <TRNTYPE>DEBIT</TRNTYPE>
                    <DTPOSTED>20260403</DTPOSTED>
                    <TRNAMT>-12.34</TRNAMT>
                    <FITID>K1</FITID>
                    <PAYEE><NAME>Caf&#233; 大连</NAME><CITY>Lyon</CITY></PAYEE>
                    <BANKACCTTO><BANKID>30002</BANKID><ACCTID>FR7630002</ACCTID></BANKACCTTO>
                    <MEMO><![CDATA[a < b & c]]></MEMO>
                    <ORIGCURRENCY><CURRATE>0.9</CURRATE><CURSYM>USD</CURSYM></ORIGCURRENCY>
                  </STMTTRN>
                </BANKTRANLIST>
                <BANKTRANLISTP>
                  <DTASOF>20260430</DTASOF>
                  <STMTTRNP>
                    <TRNTYPE>POS</TRNTYPE><DTTRAN>20260430</DTTRAN><TRNAMT>-1</TRNAMT><NAME>Kiosk</NAME>
                  </STMTTRNP>
                </BANKTRANLISTP>
                <LEDGERBAL><BALAMT>-12.34</BALAMT><DTASOF>20260430</DTASOF></LEDGERBAL>
              </CCSTMTRS>
            </CCSTMTTRNRS>
          </CREDITCARDMSGSRSV1>
        </OFX>
        """

    /// One statement around `entries`.
    static func file(
        _ entries: String, header: String = header, account: String = "<ACCTID>4711",
        currency: String = "<CURDEF>USD", list: String = "<DTSTART>20260401<DTEND>20260430",
        balance: String = "<LEDGERBAL><BALAMT>1.00<DTASOF>20260430</LEDGERBAL>",
        around: String = ""
    ) -> String {
        """
        \(header)<OFX>\(around)<BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STMTRS>\(currency)
        <BANKACCTFROM>\(account)</BANKACCTFROM><BANKTRANLIST>\(list)
        \(entries)
        </BANKTRANLIST>\(balance)</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>

        """
    }

    static func entry(
        amount: String = "1.00", date: String = "20260402", id: String? = "F1", _ more: String = ""
    ) -> String {
        "<STMTTRN><DTPOSTED>\(date)<TRNAMT>\(amount)\(id.map { "<FITID>" + $0 } ?? "")\(more)</STMTTRN>"
    }
}
