/// The names of elements that stand where the reader looks, and of which it wants nothing: an
/// element with none of these names is a warning, as what it says may be money.
///
/// Source: the schemas of ISO 20022, all versions. The tests read a sample of each.
enum CamtUnread {
    static let names = """
        AcctOwnrTxId AcctSvcrTxId AddtlInfInd
        AdmstnZn AdmstnZone AlnRegnNb BEI BkPtyId BrnchId CardTx CdtLine CdtrTaxId CdtrTaxTp
        ClrSysId ComssnWvrInd CorpActn CpyDplctInd CshDpst CstmrNb CtctDtls CtryOfRes DUNS
        DbtrTaxId DlvrgAgt DrvrsLicNb DtAndPlcOfBirth EANGLN FinInstrmId GrnshmtRmt IBEI
        IdTp IdntyCardNb InitgPty InstdAgt InstgAgt InstrCpy IntrmyAgt1 IntrmyAgt2
        IntrmyAgt3 Invcee Invcr IssgAgt Issr LclInstrm MktInfrstrctrTxId MplyrIdNb MsgRcpt
        Mtd OrgnlBizQry Orgtr PmtTpInf PrcgId PsptNb PstlAdr RcvgAgt RltdCorpActn RltdDts
        RltdPric RltdQties RltdRmtInf RptgSeq RptgSrc RtrId RtrOrgtr SclSctyNb SctiesData
        SeqNb SfkpgAcct SplmtryData SttlmPlc SubTp TaxRmt TaxTpInf TechInptChanl TradgPty
        TtlNtriesPerBkTxCd USCHU UndrlygAllcn VldtyRg
        """
}
