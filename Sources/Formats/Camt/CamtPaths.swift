/// Where in a message its elements stand: camt.052, .053 and .054, versions .001.01 to .001.14.
///
/// `A|B` are two names for the same place. The older names are kept beside the newer ones: banks go
/// on sending .02 for decades. Source: the schemas of ISO 20022.
enum CamtPaths {
    static let message =
        "BkToCstmrStmt|BkToCstmrStmtV01|BkToCstmrAcctRpt|BkToCstmrAcctRptV01"
        + "|BkToCstmrDbtCdtNtfctn|BkToCstmrDbtCdtNtfctnV01"
    static let statement = message + "/Stmt|Rpt|Ntfctn"
    static let entry = statement + "/Ntry"
    static let detail = entry + "/NtryDtls/TxDtls"
    static let structured = detail + "/RmtInf/Strd"

    static let all: [(path: String, element: CamtElement)] =
        [(message, .message)]
        + under(message + "/GrpHdr/MsgPgntn", pages)
        + [(statement, .statement)] + under(statement, ofStatement)
        + [(entry, .entry)] + under(entry, ofEntry)
        + [(detail, .detail)] + under(detail, ofDetail)
        + [(structured, .structured)] + under(structured, ofRemittance)

    /// Up to .001.01 the payments stood right in the entry.
    static let same: [(path: String, as: String)] = [(entry + "/TxDtls", detail)]

    private static let pages: [(String, CamtElement)] = [("PgNb", .page), ("LastPgInd", .lastPage)]

    private static let ofStatement: [(String, CamtElement)] =
        [
            ("Id", .statementId),
            ("ElctrncSeqNb", .electronicSequence),
            ("LglSeqNb", .legalSequence),
            ("FrToDt/FrDtTm|FrDt", .from),
            ("FrToDt/ToDtTm|ToDt", .to),
            ("Acct/Ccy", .accountCurrency),
            ("Bal", .balance),
            ("Bal/Tp/Cd", .balanceCode),
            ("Bal/Tp/CdOrPrtry/Cd", .balanceCode),
            ("Bal/Amt", .balanceAmount),
            ("Bal/CdtDbtInd", .balanceDirection),
            ("Bal/Dt/Dt|DtTm", .balanceDate),
            ("TxsSummry/TtlNtries/NbOfNtries", .entriesCount),
            ("TxsSummry/TtlNtries/Sum", .entriesSum),
            ("TxsSummry/TtlCdtNtries/NbOfNtries", .creditsCount),
            ("TxsSummry/TtlCdtNtries/Sum", .creditsSum),
            ("TxsSummry/TtlDbtNtries/NbOfNtries", .debitsCount),
            ("TxsSummry/TtlDbtNtries/Sum", .debitsSum),
        ] + under("StmtPgntn|RptPgntn|NtfctnPgntn", pages) + under("Acct", account(.account))

    private static let ofEntry: [(String, CamtElement)] =
        [
            ("NtryRef", .entryReference),
            ("Amt", .entryAmount),
            ("CdtDbtInd", .entryDirection),
            ("RvslInd", .reversal),
            ("Sts", .entryStatus),
            ("Sts/Cd|Prtry", .entryStatus),
            ("BookgDt/Dt|DtTm", .bookedOn),
            ("ValDt/Dt|DtTm", .valueDate),
            ("AcctSvcrRef", .bankReference),
            ("AddtlNtryInf", .entryText),
            ("Btch/PmtInfId", .batchReference),
            ("NtryDtls/Btch/PmtInfId", .batchReference),
            ("BkTxCd/Domn/Cd", .domain),
            ("BkTxCd/Domn/Fmly/Cd", .family),
            ("BkTxCd/Domn/Fmly/SubFmlyCd", .subfamily),
            ("BkTxCd/Prtry/Cd", .proprietaryCode),
        ] + charges

    private static let ofDetail: [(String, CamtElement)] =
        [
            ("Refs/EndToEndId", .endToEndId),
            ("Refs/UETR", .uetr),
            ("Refs/ChqNb", .checkNumber),
            ("Amt", .detailAmount),
            ("AmtDtls/TxAmt/Amt", .transactionAmount),
            ("CdtDbtInd", .detailDirection),
            ("BkTxCd/Domn/Cd", .detailDomain),
            ("BkTxCd/Domn/Fmly/Cd", .detailFamily),
            ("BkTxCd/Domn/Fmly/SubFmlyCd", .detailSubfamily),
            ("BkTxCd/Prtry/Cd", .detailProprietaryCode),
            ("RtrInf/RtrRsn|Rsn/Cd|Prtry", .returnReason),
            ("AddtlTxInf", .detailText),
            ("RmtInf/Ustrd", .line),
        ] + charges
        + bank("RltdAgts/DbtrAgt", .payerBank) + bank("RltdPties/Dbtr/Agt", .payerBank)
        + party("RltdPties/Dbtr", .payerName) + under("RltdPties/DbtrAcct", account(.payerAccount))
        + bank("RltdAgts/CdtrAgt", .payeeBank) + bank("RltdPties/Cdtr/Agt", .payeeBank)
        + party("RltdPties/Cdtr", .payeeName) + under("RltdPties/CdtrAcct", account(.payeeAccount))
        + party("RltdPties/UltmtDbtr", .ultimatePayerName)

    private static let ofRemittance: [(String, CamtElement)] = [
        ("CdtrRefInf", .referenceInfo),
        ("CdtrRefInf/CdtrRefTp/Cd|Prtry", .referenceType),
        ("CdtrRefInf/Tp/CdOrPrtry/Cd|Prtry", .referenceType),
        ("CdtrRefInf/Ref|CdtrRef", .reference),
        ("RfrdDocInf", .document),
        ("RfrdDocInf/RfrdDocTp/Cd|Prtry", .documentType),
        ("RfrdDocInf/Tp/CdOrPrtry/Cd|Prtry", .documentType),
        ("RfrdDocInf/Nb|RfrdDocNb", .documentNumber),
        ("RfrdDocAmt/RmtdAmt", .remittedAmount),
        ("RfrdDocAmt/DuePyblAmt", .dueAmount),
        ("RfrdDocAmt/CdtNoteAmt", .creditNoteAmount),
        ("RfrdDocAmt/RmtAmtAndTp", .typedAmount),
        ("RfrdDocAmt/RmtAmtAndTp/Tp/Cd", .typedAmountCode),
        ("RfrdDocAmt/RmtAmtAndTp/Amt", .typedAmountValue),
        ("AddtlRmtInf", .additionalLine),
    ]

    /// `ChrgsInf`, in some banks' files, and `Chrgs` are charges of their own up to .03; since .04
    /// the charges are records in `Chrgs`.
    private static let charges: [(String, CamtElement)] =
        [("Chrgs|ChrgsInf", .charge)]
        + under("Chrgs|ChrgsInf", charge)
        + [("Chrgs|ChrgsInf/Rcrd", .charge)] + under("Chrgs|ChrgsInf/Rcrd", charge)

    private static let charge: [(String, CamtElement)] = [
        ("Amt", .chargeAmount), ("CdtDbtInd", .chargeDirection), ("Br", .chargeBearer),
    ]

    private static func account(_ element: CamtElement) -> [(String, CamtElement)] {
        [("Id/IBAN|BBAN|UPIC", element), ("Id/Othr|PrtryAcct/Id", element)]
    }

    /// The party's own name: since .08 in `Pty`, or in `Agt` where the party is itself a bank.
    private static func party(_ path: String, _ element: CamtElement) -> [(String, CamtElement)] {
        [
            (path + "/Nm", element), (path + "/Pty/Nm", element),
            (path + "/Agt/FinInstnId/Nm", element),
        ]
    }

    /// BIC, clearing number or name, whichever comes first, as the schemas order them.
    private static func bank(_ path: String, _ element: CamtElement) -> [(String, CamtElement)] {
        under(
            path + "/FinInstnId",
            [
                ("BIC|BICFI", element),
                ("ClrSysMmbId/MmbId|Id|Prtry", element),
                ("NmAndAdr/Nm", element),
                ("CmbndId/BIC|Nm", element),
                ("CmbndId/ClrSysMmbId/Id|Prtry", element),
                ("Nm", element),
                ("Othr|PrtryId/Id", element),
            ])
    }

    private static func under(_ path: String, _ children: [(String, CamtElement)])
        -> [(String, CamtElement)]
    {
        children.map { (path + "/" + $0.0, $0.1) }
    }
}
