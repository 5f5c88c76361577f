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

    typealias Path = (path: String, element: CamtElement)

    static let all: [Path] =
        [(message, .message)] + under(message + "/GrpHdr", ofHeader)
        + [(statement, .statement)] + under(statement, ofStatement)
        + [(entry, .entry)] + under(entry, ofEntry)
        + [(detail, .detail)] + under(detail, ofDetail)
        + [(structured, .structured)] + under(structured, ofRemittance)

    /// Up to .001.01 the payments stood right in the entry.
    static let same: [(path: String, as: String)] = [(entry + "/TxDtls", detail)]

    private static let ofHeader: [Path] = [
        ("MsgId", .messageId), ("CreDtTm", .messageMadeAt), ("MsgPgntn/PgNb", .messagePage),
        ("MsgPgntn/LastPgInd", .messageIsLast),
    ]

    private static let ofStatement: [Path] =
        [
            ("Id", .statementId),
            ("CreDtTm", .statementMadeAt),
            ("ElctrncSeqNb", .electronicSequence),
            ("LglSeqNb", .legalSequence),
            ("StmtPgntn|RptPgntn|NtfctnPgntn/PgNb", .page),
            ("StmtPgntn|RptPgntn|NtfctnPgntn/LastPgInd", .isLast),
            ("AddtlStmtInf|AddtlRptInf|AddtlNtfctnInf", .statementText),
            ("FrToDt/FrDtTm|FrDt", .from),
            ("FrToDt/ToDtTm|ToDt", .to),
            ("Acct/Ccy", .accountCurrency),
            ("Acct/Ownr/Nm", .owner),
            ("Acct/Prxy/Id", .accountProxy),
            ("Bal", .balance),
            ("Bal/Tp/Cd|Prtry", .balanceCode),
            ("Bal/Tp/CdOrPrtry/Cd|Prtry", .balanceCode),
            ("Bal/Amt", .balanceAmount),
            ("Bal/CdtDbtInd", .balanceDirection),
            ("Bal/Dt/Dt|DtTm", .balanceDate),
            ("TxsSummry/TtlNtries/NbOfNtries", .entriesCount),
            ("TxsSummry/TtlNtries/Sum", .entriesSum),
            ("TxsSummry/TtlNtries/TtlNetNtryAmt", .netSum),
            ("TxsSummry/TtlNtries/TtlNetNtry/Amt", .netSum),
            ("TxsSummry/TtlNtries/CdtDbtInd", .netDirection),
            ("TxsSummry/TtlNtries/TtlNetNtry/CdtDbtInd", .netDirection),
            ("TxsSummry/TtlCdtNtries/NbOfNtries", .creditsCount),
            ("TxsSummry/TtlCdtNtries/Sum", .creditsSum),
            ("TxsSummry/TtlDbtNtries/NbOfNtries", .debitsCount),
            ("TxsSummry/TtlDbtNtries/Sum", .debitsSum),
        ] + under("Acct", account(.account)) + under("RltdAcct", account(.relatedAccount))
        + bank("Acct/Svcr", .accountBank)
        + [("Intrst", .interest)] + under("Intrst", CamtPartPaths.interest)

    private static let ofEntry: [Path] =
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
            ("BkTxCd/Domn/Cd", .domain),
            ("BkTxCd/Domn/Fmly/Cd", .family),
            ("BkTxCd/Domn/Fmly/SubFmlyCd", .subfamily),
            ("BkTxCd/Prtry/Cd", .proprietaryCode),
        ] + CamtPartPaths.all + batch("Btch") + batch("NtryDtls/Btch")

    private static let ofDetail: [Path] =
        [
            ("Refs/EndToEndId", .endToEndId),
            ("Refs/UETR", .uetr),
            ("Refs/ChqNb", .checkNumber),
            ("Refs/AcctSvcrRef", .detailReference),
            ("Refs/InstrId", .instructionId),
            ("Refs/TxId", .transactionId),
            ("Refs/MndtId", .mandateId),
            ("Refs/ClrSysRef", .clearingReference),
            ("Amt", .detailAmount),
            ("CdtDbtInd", .detailDirection),
            ("Purp/Cd|Prtry", .purpose),
            ("BkTxCd/Domn/Cd", .detailDomain),
            ("BkTxCd/Domn/Fmly/Cd", .detailFamily),
            ("BkTxCd/Domn/Fmly/SubFmlyCd", .detailSubfamily),
            ("BkTxCd/Prtry/Cd", .detailProprietaryCode),
            ("RtrInf/RtrRsn|Rsn/Cd|Prtry", .returnReason),
            ("RtrInf/AddtlInf|AddtlRtrRsnInf", .returnText),
            ("RtrInf/OrgnlBkTxCd/Domn/Cd", .originalDomain),
            ("RtrInf/OrgnlBkTxCd/Domn/Fmly/Cd", .originalFamily),
            ("RtrInf/OrgnlBkTxCd/Domn/Fmly/SubFmlyCd", .originalSubfamily),
            ("RtrInf/OrgnlBkTxCd/Prtry/Cd", .originalProprietaryCode),
            ("Tax", .tax),
            ("Tax/TtlTaxAmt", .taxAmount),
            ("Tax/TtlTaxblBaseAmt", .taxBase),
            ("Tax/RefNb|TaxRefNb", .taxReference),
            ("Tax/Dt|TaxDt", .taxDate),
            ("AddtlTxInf", .detailText),
            ("RmtInf/Ustrd", .line),
        ] + CamtPartPaths.all
        + side("RltdPties/Dbtr", "RltdPties/DbtrAcct", "RltdAgts/DbtrAgt", .payer)
        + side("RltdPties/Cdtr", "RltdPties/CdtrAcct", "RltdAgts/CdtrAgt", .payee)
        + [("RltdPties/UltmtDbtr", .ultimatePayer)] + party("RltdPties/UltmtDbtr")
        + [("RltdPties/UltmtCdtr", .ultimatePayee)] + party("RltdPties/UltmtCdtr")

    private static let ofRemittance: [Path] =
        [
            ("CdtrRefInf", .referenceInfo),
            ("CdtrRefInf/CdtrRefTp/Cd|Prtry", .referenceType),
            ("CdtrRefInf/Tp/CdOrPrtry/Cd|Prtry", .referenceType),
            ("CdtrRefInf/Ref|CdtrRef", .reference),
            ("RfrdDocInf", .document),
            ("RfrdDocInf/RfrdDocTp/Cd|Prtry", .documentType),
            ("RfrdDocInf/Tp/CdOrPrtry/Cd|Prtry", .documentType),
            ("RfrdDocInf/Nb|RfrdDocNb", .documentNumber),
            ("RfrdDocInf/RltdDt", .documentDate),
            ("RfrdDocInf/RltdDt/Dt", .documentDate),
            ("RfrdDocRltdDt", .blockDate),
            ("RfrdDocInf/LineDtls", .documentLine),
            ("RfrdDocInf/LineDtls/Id/Tp/CdOrPrtry/Cd|Prtry", .lineType),
            ("RfrdDocInf/LineDtls/Id/Nb", .lineNumber),
            ("RfrdDocInf/LineDtls/Id/RltdDt", .lineDate),
            ("RfrdDocInf/LineDtls/Desc", .lineText),
            ("AddtlRmtInf", .additionalLine),
        ] + documentAmounts("RfrdDocAmt") + documentAmounts("RfrdDocInf/LineDtls/Amt")

    /// Since .12 each amount says by a code what it is.
    private static func documentAmounts(_ path: String) -> [Path] {
        [(path, .documentAmounts)]
            + under(
                path,
                [
                    ("RmtdAmt", .remittedAmount),
                    ("DuePyblAmt", .dueAmount),
                    ("CdtNoteAmt", .creditNoteAmount),
                    ("DscntApldAmt", .discountAmount),
                    ("DscntApldAmt/Amt", .discountAmount),
                    ("TaxAmt", .documentTax),
                    ("TaxAmt/Amt", .documentTax),
                    ("AdjstmntAmtAndRsn", .adjustment),
                    ("AdjstmntAmtAndRsn/Amt", .adjustmentAmount),
                    ("AdjstmntAmtAndRsn/CdtDbtInd", .adjustmentDirection),
                    ("AdjstmntAmtAndRsn/Rsn", .adjustmentReason),
                    ("AdjstmntAmtAndRsn/AddtlInf", .adjustmentText),
                    ("RmtAmtAndTp", .typedAmount),
                    ("RmtAmtAndTp/Tp/Cd", .typedAmountCode),
                    ("RmtAmtAndTp/Amt", .typedAmountValue),
                ])
    }

    private static func batch(_ path: String) -> [Path] {
        [
            (path, .batch), (path + "/PmtInfId", .batchId), (path + "/MsgId", .batchMessageId),
            (path + "/NbOfTxs", .batchCount), (path + "/TtlAmt", .batchAmount),
            (path + "/CdtDbtInd", .batchDirection),
        ]
    }

    private static func account(_ element: CamtElement) -> [Path] {
        [("Id/IBAN|BBAN|UPIC", element), ("Id/Othr|PrtryAcct/Id", element)]
    }

    /// Payer or payee: the party, its account and its bank.
    private static func side(
        _ party: String, _ account: String, _ agent: String, _ element: CamtElement
    ) -> [Path] {
        [(party, element), (account, element), (agent, element)]
            + Self.party(party) + under(account, Self.account(.partyAccount))
            + [
                (account + "/Prxy/Id", .partyProxy),
                (account + "/Prxy/Tp/Cd|Prtry", .partyProxyType),
            ] + bank(agent)
    }

    /// The party's own name and numbers: since .07 in `Pty`, or in `Agt` where it is itself a bank.
    private static func party(_ path: String) -> [Path] {
        var paths = under(path, ofParty) + under(path + "/Pty", ofParty)
        paths += bank(path + "/Agt")
        return paths + [(path + "/Agt/FinInstnId/Nm", .partyName)]
    }

    private static let ofParty: [Path] = [
        ("Nm", .partyName),
        ("Id/OrgId/LEI", .partyLEI),
        ("Id/OrgId/AnyBIC|BICOrBEI|BIC", .partyBIC),
        ("Id/OrgId|PrvtId/Othr|OthrId|PrtryId/Id", .partyId),
        ("Id/OrgId|PrvtId/Othr/SchmeNm/Cd|Prtry", .partyIdScheme),
        ("Id/OrgId|PrvtId/TaxIdNb", .partyId),
    ]

    /// A bank by all that it is called; as `element`, whichever of them comes first.
    private static func bank(_ path: String, _ element: CamtElement? = nil) -> [Path] {
        CamtPartPaths.bank.map { (path + "/FinInstnId/" + $0.path, element ?? $0.element) }
    }

    static func under(_ path: String, _ children: [Path]) -> [Path] {
        children.map { (path + "/" + $0.path, $0.element) }
    }
}
