extension Workload {
    /// What the payers of the workload advise, as one X12 820 interchange: an advice a payment, a
    /// line an invoice.
    public func writeEDI(to path: String, entries: Int = 100_000) throws(FileFailed) {
        let file = try TextFile(path)
        file.write("ISA*00*          *00*          *ZZ*CUSTOMERS      *ZZ*BENCH          ")
        file.write(
            "*260629*2359*U*00401*000000001*0*P*>~\nGS*RA*CUSTOMERS*BENCH*20260629*2359*1*X*004010~\n"
        )
        for index in 0..<entries {
            let payment = payment(index, of: entries)
            file.write("ST*820*")
            file.write(Int64(index + 1), width: 9)
            file.write("~\nBPR*C*")
            file.write(cents: payment.amount)
            file.write("*C*ACH*CTX************20260629~\nTRN*1*")
            file.write(payment.bankReference)
            file.write("~\nN1*PR*")
            file.write(payer(payment).name.wired)
            file.write("~\n")
            var segments: Int64 = 5
            var rest = payment.amount
            for (at, invoice) in payment.invoices.enumerated() {
                let isLast = at == payment.invoices.count - 1
                let net = isLast ? rest : min(rest, gross(invoice))
                rest -= net
                file.write("ENT*1~\nRMR*IV*")
                file.write(Self.number(invoice))
                file.write("**")
                file.write(cents: net)
                file.write("*")
                file.write(cents: net)
                file.write("~\n")
                segments += 2
            }
            if payment.invoices.isEmpty {
                file.write("ENT*1~\nRMR*IV*UNKNOWN**")
                file.write(cents: rest)
                file.write("*")
                file.write(cents: rest)
                file.write("~\n")
                segments += 2
            }
            file.write("SE*")
            file.write(segments)
            file.write("*")
            file.write(Int64(index + 1), width: 9)
            file.write("~\n")
            try file.rowEnds()
        }
        file.write("GE*")
        file.write(Int64(entries))
        file.write("*1~\nIEA*1*000000001~\n")
        try file.close()
    }

    /// As many payments to customers as one pain.001.001.09.
    public func writePain(to path: String, entries: Int = 100_000) throws(FileFailed) {
        let file = try TextFile(path)
        let sum = closing(entries) - Self.opening
        file.write(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"><CstmrCdtTrfInitn>
            <GrpHdr><MsgId>WORKLOAD</MsgId><CreDtTm>2026-06-29T21:00:00+02:00</CreDtTm><NbOfTxs>
            """)
        file.write(Int64(entries))
        file.write("</NbOfTxs><CtrlSum>")
        file.write(cents: sum)
        file.write(
            """
            </CtrlSum><InitgPty><Nm>Bench</Nm></InitgPty></GrpHdr>
            <PmtInf><PmtInfId>WORKLOAD-1</PmtInfId><PmtMtd>TRF</PmtMtd>
            <ReqdExctnDt><Dt>2026-06-30</Dt></ReqdExctnDt><Dbtr><Nm>Bench</Nm></Dbtr>
            <DbtrAcct><Id><IBAN>
            """)
        file.write(Self.account)
        file.write("</IBAN></Id></DbtrAcct><DbtrAgt><FinInstnId><BICFI>ALKODEHHXXX</BICFI>")
        file.write("</FinInstnId></DbtrAgt>\n")
        for index in 0..<entries {
            let payment = payment(index, of: entries)
            let (name, account) = payer(payment)
            file.write("<CdtTrfTxInf><PmtId><EndToEndId>")
            file.write(payment.bankReference)
            file.write("</EndToEndId></PmtId><Amt><InstdAmt Ccy=\"EUR\">")
            file.write(cents: payment.amount)
            file.write("</InstdAmt></Amt><Cdtr><Nm>")
            file.write(name.wired)
            file.write("</Nm></Cdtr><CdtrAcct><Id><IBAN>")
            file.write(account)
            file.write("</IBAN></Id></CdtrAcct><RmtInf><Ustrd>")
            file.write(text(payment))
            file.write("</Ustrd></RmtInf></CdtTrfTxInf>\n")
            try file.rowEnds()
        }
        file.write("</PmtInf></CstmrCdtTrfInitn></Document>\n")
        try file.close()
    }
}
