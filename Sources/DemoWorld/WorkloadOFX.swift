extension Workload {
    /// The receipts of the workload as one OFX 1.02 statement, whose tags do not end.
    public func writeOFX(
        to path: String, entries: Int = 100_000
    ) throws(FileFailed) {
        let file = try TextFile(path)
        file.write(
            """
            OFXHEADER:100
            DATA:OFXSGML
            VERSION:102
            SECURITY:NONE
            ENCODING:UTF-8
            CHARSET:NONE
            COMPRESSION:NONE
            OLDFILEUID:NONE
            NEWFILEUID:NONE

            <OFX>
            <BANKMSGSRSV1><STMTTRNRS><TRNUID>1
            <STATUS><CODE>0<SEVERITY>INFO</STATUS>
            <STMTRS><CURDEF>EUR
            <BANKACCTFROM><BANKID>20990444<ACCTID>
            """)
        file.write(Self.account)
        file.write(
            """
            <ACCTTYPE>CHECKING</BANKACCTFROM>
            <BANKTRANLIST><DTSTART>20260629<DTEND>20260629

            """)
        for index in 0..<entries {
            let payment = payment(index, of: entries)
            let (name, account) = payer(payment)
            file.write("<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260629<TRNAMT>")
            file.write(cents: payment.amount)
            file.write("<FITID>")
            file.write(payment.bankReference)
            file.write("<NAME>")
            file.write(name.wired)
            file.write("<BANKACCTTO><BANKID>0<ACCTID>")
            file.write(account)
            file.write("<ACCTTYPE>CHECKING</BANKACCTTO><MEMO>")
            file.write(text(payment))
            file.write("</STMTTRN>\n")
            try file.rowEnds()
        }
        file.write("</BANKTRANLIST><LEDGERBAL><BALAMT>")
        file.write(cents: closing(entries))
        file.write(
            """
            <DTASOF>20260629</LEDGERBAL>
            </STMTRS></STMTTRNRS></BANKMSGSRSV1>
            </OFX>

            """)
        try file.close()
    }
}
