/// Decides what a bank line is to receivables, by its sign, the bank's code and its words
/// (domain.md §3.1 step 1).
public enum BankLineClass {
    /// `text` is what the bank says, in any case; `fromOwnAccount` whether the payer's account is
    /// ours.
    public static func classify(
        amount: Int64, reversal: Bool, returned: Bool, code: String?, text: String,
        fromOwnAccount: Bool
    ) -> BankLine.Class {
        let words = text.uppercased()
        let code = code?.uppercased() ?? ""
        if amount < 0 {
            if reversal || returned || returnCodes.contains(where: code.contains) {
                return .returned
            }
            return isCharge(code, words) ? .bankCharge : .other
        }
        if fromOwnAccount || reversal || ownTransfers.contains(code) { return .other }
        if code.hasSuffix("/INTR") || interestCodes.contains(code)
            || interest.contains(where: words.contains)
        {
            return .other
        }
        if taxRefund.contains(where: words.contains) { return .other }
        return .receipt
    }

    private static func isCharge(_ code: String, _ words: String) -> Bool {
        chargeCodes.contains(where: code.contains) || wholeChargeCodes.contains(code)
            || charges.contains(where: words.contains)
    }

    /// ISO 20022 sub-families of returned and rejected payments; SWIFT's returned items.
    private static let returnCodes = ["/RRTN", "/RPCR", "/UPDD", "/PRDD", "NRTI"]
    private static let chargeCodes = ["/CHRG", "/COMM", "/FEES", "NCHG", "NCOM"]
    /// BAI2: return item fee, account analysis fee, miscellaneous fees; OFX: a fee, a service
    /// charge.
    private static let wholeChargeCodes: Set = ["564", "661", "698", "FEE", "SRVCHG"]
    /// BAI2: between accounts of one company, by standing order and to a balance of zero.
    private static let ownTransfers: Set = ["201", "275"]
    /// SWIFT; BAI2's interest credit; OFX's interest and dividends.
    private static let interestCodes: Set = ["NINT", "354", "INT", "DIV"]
    private static let charges = [
        "BANK CHARGE", "SERVICE CHARGE", "ACCOUNT FEE", "ENTGELT", "KONTOFUEHRUNG", "KONTOFÜHRUNG",
        "手续费", "账户管理费", "汇划费",
    ]
    private static let interest = [
        "INTEREST CREDIT", "CREDIT INTEREST", "HABENZINS", "ZINSGUTSCHRIFT", "结息", "利息",
    ]
    private static let taxRefund = ["出口退税", "退税款", "TAX REFUND", "UMSATZSTEUERERSTATTUNG"]
}
