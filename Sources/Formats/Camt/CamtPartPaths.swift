/// Where the elements stand that an entry and a payment share: charges, other amounts,
/// availability, interest.
enum CamtPartPaths {
    typealias Path = CamtPaths.Path

    static let all: [Path] =
        charges + amounts
        + [
            ("Avlbty", .available), ("Avlbty/Dt/ActlDt", .availableOn),
            ("Avlbty/Dt/NbOfDays", .availableDays), ("Avlbty/Amt", .availableAmount),
            ("Avlbty/CdtDbtInd", .availableDirection),
            ("Intrst", .interests), ("Intrst/TtlIntrstAndTaxAmt", .interestTotal),
            ("Intrst/Rcrd", .interest),
        ] + CamtPaths.under("Intrst", interest) + CamtPaths.under("Intrst/Rcrd", interest)

    /// `ChrgsInf`, in some banks' files, and `Chrgs` are charges of their own up to .02; since .03
    /// the charges are records in `Chrgs`.
    private static let charges: [Path] =
        [
            ("Chrgs|ChrgsInf", .charges), ("Chrgs|ChrgsInf/TtlChrgsAndTaxAmt", .chargesTotal),
            ("Chrgs|ChrgsInf/Rcrd", .charge),
        ] + CamtPaths.under("Chrgs|ChrgsInf", charge)
        + CamtPaths.under("Chrgs|ChrgsInf/Rcrd", charge)

    private static let charge: [Path] =
        [
            ("Amt", .chargeAmount), ("CdtDbtInd", .chargeDirection), ("Br", .chargeBearer),
            ("ChrgInclInd", .chargeIncluded), ("Tp/Cd|PrtryCd", .chargeType),
            ("Tp/Prtry/Id", .chargeType), ("Tax/Amt", .chargeTax),
        ] + bank.map { ("Agt|Pty/FinInstnId/" + $0.path, .chargeBank) }

    private static let amounts: [Path] =
        amount("AmtDtls/InstdAmt", .instructed) + amount("AmtDtls/TxAmt", .transaction)
        + amount("AmtDtls/CntrValAmt", .countervalue)
        + amount("AmtDtls/AnncdPstngAmt", .announced) + amount("AmtDtls/PrtryAmt", .proprietary)
        + [("AmtDtls/PrtryAmt/Tp", .amountType)]

    private static func amount(_ path: String, _ element: CamtElement) -> [Path] {
        [(path, element)]
            + CamtPaths.under(
                path,
                [
                    ("Amt", .amountValue),
                    ("CcyXchg", .exchange),
                    ("CcyXchg/SrcCcy", .exchangeSource),
                    ("CcyXchg/TrgtCcy", .exchangeTarget),
                    ("CcyXchg/UnitCcy", .exchangeUnit),
                    ("CcyXchg/XchgRate", .exchangeRate),
                    ("CcyXchg/XchgRateBase", .exchangeBase),
                    ("CcyXchg/CtrctId", .exchangeContract),
                    ("CcyXchg/QtnDt", .exchangeQuotedOn),
                ])
    }

    /// Up to .02 the interest stands in `Intrst` itself, as on the statement it always does.
    static let interest: [Path] = [
        ("Amt", .interestAmount), ("CdtDbtInd", .interestDirection),
        ("Tp/Cd|Prtry", .interestType), ("Rate/Tp/Pctg|Othr", .interestRate),
        ("Rate/Rate/PctgRate|TxtlRate", .interestRate), ("FrToDt/FrDtTm", .interestFrom),
        ("FrToDt/ToDtTm", .interestTo), ("Rsn", .interestReason), ("Tax/Amt", .interestTax),
    ]

    /// How `FinInstnId` names a bank, in the order of the schemas.
    static let bank: [Path] = [
        ("BIC|BICFI", .bankBIC),
        ("ClrSysMmbId/MmbId|Id|Prtry", .bankClearing),
        ("LEI", .bankLEI),
        ("NmAndAdr/Nm", .bankName),
        ("CmbndId/BIC", .bankBIC),
        ("CmbndId/ClrSysMmbId/Id|Prtry", .bankClearing),
        ("CmbndId/Nm", .bankName),
        ("Nm", .bankName),
        ("Othr|PrtryId/Id", .bankId),
    ]
}
