/// Where in a message its elements stand: pain.001, pain.008 and pain.002 since the versions of
/// 2009. Source: the schemas of ISO 20022.
///
/// `A|B` are two names for the same place, older and newer ones side by side.
enum PainPaths {
    static let order = "CstmrCdtTrfInitn|CstmrDrctDbtInitn"
    static let group = order + "/PmtInf"
    static let transfer = group + "/CdtTrfTxInf|DrctDbtTxInf"
    static let structured = transfer + "/RmtInf/Strd"
    static let answer = "CstmrPmtStsRpt"
    static let groupAnswer = answer + "/OrgnlPmtInfAndSts"
    static let transferAnswer = groupAnswer + "/TxInfAndSts"

    typealias Path = (String, PainElement)

    static let all: [(path: String, element: PainElement)] =
        ofOrder
        + [(group, .group)] + under(group, ofGroup + type + parties)
        + [(transfer, .transfer)] + under(transfer, ofTransfer + type + parties)
        + [(structured, .structured)] + under(structured, ofRemittance)
        + ofAnswer
        + [(groupAnswer, .groupStatus)] + under(groupAnswer, ofGroupAnswer)
        + [(transferAnswer, .transferStatus)] + under(transferAnswer, ofTransferAnswer)

    private static let ofOrder: [Path] =
        [
            (order, .message),
            (order + "/GrpHdr/MsgId", .messageId),
            (order + "/GrpHdr/CreDtTm", .createdAt),
            (order + "/GrpHdr/NbOfTxs", .count),
            (order + "/GrpHdr/CtrlSum", .sum),
        ] + under(order + "/GrpHdr", party("InitgPty", .initiator))

    private static let ofGroup: [Path] = [
        ("PmtInfId", .groupId),
        ("PmtMtd", .method),
        ("BtchBookg", .batchBooking),
        ("NbOfTxs", .groupCount),
        ("CtrlSum", .groupSum),
        ("ReqdExctnDt|ReqdColltnDt", .requestedOn),
        ("ReqdExctnDt|ReqdColltnDt/Dt|DtTm", .requestedOn),
        ("CdtrSchmeId/Id/PrvtId/Othr/Id", .creditorId),
        ("CdtrSchmeId/Id/OrgId/Othr/Id", .creditorId),
    ]

    private static let type: [Path] = [
        ("PmtTpInf/InstrPrty", .priority),
        ("PmtTpInf/SvcLvl/Cd|Prtry", .serviceLevel),
        ("PmtTpInf/LclInstrm/Cd|Prtry", .localInstrument),
        ("PmtTpInf/SeqTp", .sequence),
        ("PmtTpInf/CtgyPurp/Cd|Prtry", .categoryPurpose),
        ("ChrgBr", .chargeBearer),
    ]

    private static let parties: [Path] =
        party("Dbtr", .payer) + party("UltmtDbtr", .ultimatePayer)
        + party("Cdtr", .payee) + party("UltmtCdtr", .ultimatePayee)
        + account("DbtrAcct", .payerAccount) + account("CdtrAcct", .payeeAccount)
        + bank("DbtrAgt", .payerBank) + bank("CdtrAgt", .payeeBank)

    private static let ofTransfer: [Path] = [
        ("PmtId/InstrId", .instructionId),
        ("PmtId/EndToEndId", .endToEndId),
        ("PmtId/UETR", .uetr),
        ("Amt/InstdAmt", .amount),
        ("InstdAmt", .amount),
        ("Amt/EqvtAmt/Amt", .equivalentAmount),
        ("Amt/EqvtAmt/CcyOfTrf", .transferCurrency),
        ("ChqInstr/ChqTp", .checkType),
        ("ChqInstr/ChqNb", .checkNumber),
        ("ChqInstr/DlvryMtd/Cd|Prtry", .checkDelivery),
        ("ChqInstr/MemoFld", .checkMemo),
        ("DrctDbtTx/MndtRltdInf/MndtId", .mandateId),
        ("DrctDbtTx/MndtRltdInf/DtOfSgntr", .signedOn),
        ("Purp/Cd|Prtry", .purpose),
        ("RmtInf/Ustrd", .line),
    ]

    private static let ofRemittance: [Path] = [
        ("RfrdDocInf", .document),
        ("RfrdDocInf/Tp/CdOrPrtry/Cd|Prtry", .documentType),
        ("RfrdDocInf/Nb", .documentNumber),
        ("RfrdDocInf/RltdDt", .documentDate),
        ("RfrdDocInf/RltdDt/Dt", .documentDate),
        ("RfrdDocAmt/DuePyblAmt", .due),
        ("RfrdDocAmt/CdtNoteAmt", .creditNote),
        ("RfrdDocAmt/RmtdAmt", .remitted),
        ("RfrdDocAmt/RmtAmtAndTp", .typedAmount),
        ("RfrdDocAmt/RmtAmtAndTp/Tp/Cd", .typedCode),
        ("RfrdDocAmt/RmtAmtAndTp/Amt", .typedValue),
        ("CdtrRefInf", .referenceInfo),
        ("CdtrRefInf/Tp/CdOrPrtry/Cd|Prtry", .referenceType),
        ("CdtrRefInf/Ref", .reference),
        ("AddtlRmtInf", .additionalLine),
    ]

    private static let ofAnswer: [Path] =
        [
            (answer, .message),
            (answer + "/GrpHdr/MsgId", .messageId),
            (answer + "/GrpHdr/CreDtTm", .createdAt),
        ]
        + under(
            answer + "/OrgnlGrpInfAndSts",
            [
                ("OrgnlMsgId", .originalId),
                ("OrgnlMsgNmId", .originalMessage),
                ("GrpSts", .status),
            ] + totals + reasons)

    private static let ofGroupAnswer: [Path] =
        [("OrgnlPmtInfId", .originalGroupId), ("PmtInfSts", .status)] + totals + reasons

    private static let ofTransferAnswer: [Path] =
        [
            ("StsId", .statusId),
            ("OrgnlInstrId", .instructionId),
            ("OrgnlEndToEndId", .endToEndId),
            ("OrgnlUETR", .uetr),
            ("TxSts", .status),
            ("AccptncDtTm", .acceptedAt),
            ("AcctSvcrRef", .bankReference),
            ("OrgnlTxRef/Amt/InstdAmt", .repeatedAmount),
        ] + reasons

    private static let totals: [Path] = [
        ("OrgnlNbOfTxs", .originalCount), ("OrgnlCtrlSum", .originalSum),
    ]

    private static let reasons: [Path] = [
        ("StsRsnInf", .reason),
        ("StsRsnInf/Orgtr/Nm", .originator),
        ("StsRsnInf/Orgtr/Id/OrgId/BICOrBEI|AnyBIC", .originator),
        ("StsRsnInf/Rsn/Cd|Prtry", .reasonCode),
        ("StsRsnInf/AddtlInf", .reasonLine),
    ]

    private static func party(_ path: String, _ role: PainElement) -> [Path] {
        [(path, role)]
            + under(
                path,
                [
                    ("Nm", .name),
                    ("PstlAdr/StrtNm", .street),
                    ("PstlAdr/BldgNb", .building),
                    ("PstlAdr/PstCd", .postCode),
                    ("PstlAdr/TwnNm", .town),
                    ("PstlAdr/CtrySubDvsn", .subdivision),
                    ("PstlAdr/Ctry", .country),
                    ("PstlAdr/AdrLine", .addressLine),
                    ("Id/OrgId/BICOrBEI|AnyBIC", .anyBIC),
                    ("Id/OrgId/LEI", .lei),
                    ("Id/OrgId/Othr", .identification),
                    ("Id/OrgId/Othr/Id", .organisationId),
                    ("Id/OrgId/Othr/SchmeNm/Cd|Prtry", .identificationScheme),
                    ("Id/PrvtId/Othr", .identification),
                    ("Id/PrvtId/Othr/Id", .personId),
                    ("Id/PrvtId/Othr/SchmeNm/Cd|Prtry", .identificationScheme),
                ])
    }

    private static func account(_ path: String, _ role: PainElement) -> [Path] {
        [(path, role)]
            + under(
                path,
                [
                    ("Id/IBAN", .accountNumber),
                    ("Id/Othr/Id", .accountNumber),
                    ("Id/Othr/SchmeNm/Cd|Prtry", .accountScheme),
                    ("Ccy", .accountCurrency),
                ])
    }

    private static func bank(_ path: String, _ role: PainElement) -> [Path] {
        [(path, role)]
            + under(
                path + "/FinInstnId",
                [
                    ("BIC|BICFI", .bic),
                    ("ClrSysMmbId/ClrSysId/Cd|Prtry", .clearingSystem),
                    ("ClrSysMmbId/MmbId", .clearingNumber),
                    ("Nm", .bankName),
                    ("Othr/Id", .bankOther),
                ])
    }

    private static func under(_ path: String, _ children: [Path]) -> [Path] {
        children.map { (path + "/" + $0.0, $0.1) }
    }
}
