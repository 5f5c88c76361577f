import Ledger

extension Workload {
    static let opening: Int64 = 100_000_000

    func closing(_ entries: Int) -> Int64 {
        (0..<entries).reduce(Self.opening) { $0 + payment($1, of: entries).amount }
    }

    /// One camt.053.001.08 statement of `entries` receipts; `truth` is told of each.
    public func writeCamt(
        to path: String, entries: Int = 100_000, truth: (WorkloadPayment) -> Void = { _ in }
    ) throws(FileFailed) {
        let file = try TextFile(path)
        file.write(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
            <BkToCstmrStmt><GrpHdr><MsgId>WORKLOAD</MsgId>\
            <CreDtTm>2026-06-29T21:00:00+02:00</CreDtTm>\
            <MsgPgntn><PgNb>1</PgNb><LastPgInd>true</LastPgInd></MsgPgntn></GrpHdr>
            <Stmt><Id>WORKLOAD-1</Id><ElctrncSeqNb>1</ElctrncSeqNb>\
            <CreDtTm>2026-06-29T21:00:00+02:00</CreDtTm><Acct><Id><IBAN>
            """)
        file.write(Self.account)
        file.write("</IBAN></Id><Ccy>EUR</Ccy></Acct>\n")
        balance("OPBD", Self.opening, file)
        balance("CLBD", closing(entries), file)
        for index in 0..<entries {
            let payment = payment(index, of: entries)
            entry(payment, file)
            truth(payment)
            try file.rowEnds()
        }
        file.write("</Stmt></BkToCstmrStmt></Document>\n")
        try file.close()
    }

    private func balance(_ code: StaticString, _ minor: Int64, _ file: TextFile) {
        file.write("<Bal><Tp><CdOrPrtry><Cd>")
        file.write(code)
        file.write("</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">")
        file.write(cents: minor)
        file.write("</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-06-29</Dt></Dt></Bal>\n")
    }

    private func entry(_ payment: WorkloadPayment, _ file: TextFile) {
        let reference = payment.bankReference
        let (name, account) = payer(payment)
        file.write("   <Ntry>\n    <Amt Ccy=\"EUR\">")
        file.write(cents: payment.amount)
        file.write(
            """
            </Amt>
                <CdtDbtInd>CRDT</CdtDbtInd>
                <Sts><Cd>BOOK</Cd></Sts>
                <BookgDt><Dt>2026-06-29</Dt></BookgDt>
                <ValDt><Dt>2026-06-29</Dt></ValDt>
                <AcctSvcrRef>
            """)
        file.write(reference)
        file.write(
            """
            </AcctSvcrRef>
                <BkTxCd>
                 <Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn>
                 <Prtry><Cd>NTRF+166</Cd><Issr>DK</Issr></Prtry>
                </BkTxCd>
                <NtryDtls>
                 <TxDtls>
                  <Refs>
                   <AcctSvcrRef>
            """)
        file.write(reference)
        file.write("</AcctSvcrRef>\n       <EndToEndId>")
        if payment.index % 2 == 0 {
            file.write("NOTPROVIDED")
        } else {
            file.write(Int64(chance(payment.index, 7) % 10_000_000_000), width: 10)
        }
        file.write("</EndToEndId>\n      </Refs>\n      <Amt Ccy=\"EUR\">")
        file.write(cents: payment.amount)
        file.write(
            "</Amt>\n      <CdtDbtInd>CRDT</CdtDbtInd>\n      <RltdPties>\n       <Dbtr><Pty><Nm>")
        file.write(name)
        file.write("</Nm></Pty></Dbtr>\n       <DbtrAcct><Id><IBAN>")
        file.write(account)
        file.write(
            """
            </IBAN></Id></DbtrAcct>
                  </RltdPties>
                  <RltdAgts>
                   <DbtrAgt><FinInstnId><BICFI>ALKODEHHXXX</BICFI></FinInstnId></DbtrAgt>
                  </RltdAgts>
                  <RmtInf>
                   <Ustrd>
            """)
        file.write(text(payment))
        file.write(
            "</Ustrd>\n      </RmtInf>\n     </TxDtls>\n    </NtryDtls>\n   </Ntry>\n")
    }

    /// The same receipts as one MT940 statement with the German fields of `:86:`.
    public func writeMT940(
        to path: String, entries: Int = 100_000, truth: (WorkloadPayment) -> Void = { _ in }
    ) throws(FileFailed) {
        let comma = UInt8(ascii: ",")
        let file = try TextFile(path)
        file.write(":20:WORKLOAD\r\n:25:")
        file.write(Self.account)
        file.write("\r\n:28C:00001/001\r\n:60F:C260629EUR")
        file.write(cents: Self.opening, point: comma)
        for index in 0..<entries {
            let payment = payment(index, of: entries)
            let (name, account) = payer(payment)
            file.write("\r\n:61:2606290629C")
            file.write(cents: payment.amount, point: comma)
            file.write("NTRFNONREF//")
            file.write(payment.bankReference)
            var fields = "166?00SEPA-GUTSCHRIFT?10009300"
            for (at, piece) in pieces("SVWZ+" + text(payment), 27).prefix(10).enumerated() {
                fields += "?2\(at)\(piece)"
            }
            fields += "?30ALKODEHHXXX?31\(account)"
            for (at, piece) in pieces(name.wired, 27).prefix(2).enumerated() {
                fields += "?3\(2 + at)\(piece)"
            }
            file.write("\r\n:86:")
            for (at, piece) in pieces(fields, 65).enumerated() {
                if at > 0 { file.write("\r\n") }
                file.write(piece)
            }
            truth(payment)
            try file.rowEnds()
        }
        file.write("\r\n:62F:C260629EUR")
        file.write(cents: closing(entries), point: comma)
        file.write("\r\n-\r\n")
        try file.close()
    }
}
