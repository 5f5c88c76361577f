/// The chart of accounts of the receivables subledger (domain.md §1.1).
///
/// Raw values are the codes of the PRC Chinese Accounting Standards where those exist; the rest are
/// ours.
public enum Account: String, CaseIterable, Sendable {
    case bank = "1002"
    case bankClearing = "1009"
    case notesReceivable = "1121"
    case receivables = "1122"
    case deductions = "1122R"
    case receivablesRevaluation = "1122-REVAL"
    case receivablesAtFairValue = "1124"
    case contractAssets = "1126"
    case otherReceivables = "1221"
    case intercompanyReceivable = "1221-IC"
    case factorHoldBack = "1221-FAC"
    case lossAllowance = "1231"
    case borrowings = "2001"
    case payables = "2202"
    case unapplied = "2203U"
    case onAccount = "2203A"
    case cashRevaluation = "2203-REVAL"
    case contractLiabilities = "2205"
    case outputVAT = "2221-OUT"
    case pendingVAT = "2221-PEND"
    case unidentified = "2241U"
    case bankErrors = "2241B"
    case refundsPayable = "2241R"
    case intercompanyPayable = "2241-IC"
    case revenue = "6001"
    case returnsAndAllowances = "6001R"
    case cashDiscounts = "6001D"
    case otherIncome = "6051"
    case smallBalances = "6602S"
    case bankCharges = "6603B"
    case discountCost = "6603D"
    case fxRealised = "6603XR"
    case fxUnrealised = "6603XU"
    case impairmentLoss = "6702"

    public var code: String { rawValue }

    /// The accounts whose balance is the sum of the subledger's documents (invariant I2).
    public static let controls: [Account] = [
        .receivables, .deductions, .unapplied, .onAccount, .unidentified, .refundsPayable,
    ]

    public var name: String { names.en }
    public var nameZh: String { names.zh }

    private var names: (en: String, zh: String) {
        switch self {
        case .bank: ("Bank", "银行存款")
        case .bankClearing: ("Bank clearing", "在途资金")
        case .notesReceivable: ("Notes receivable", "应收票据")
        case .receivables: ("Accounts receivable", "应收账款")
        case .receivablesRevaluation: ("Accounts receivable: revaluation", "应收账款-汇率重估")
        case .deductions: ("Accounts receivable: deductions", "应收账款-扣款争议")
        case .receivablesAtFairValue: ("Receivables at FVOCI", "应收款项融资")
        case .contractAssets: ("Contract assets", "合同资产")
        case .otherReceivables: ("Other receivables", "其他应收款")
        case .intercompanyReceivable: ("Intercompany receivable", "其他应收款-关联方")
        case .factorHoldBack: ("Factor hold-back", "其他应收款-保理留存")
        case .lossAllowance: ("Loss allowance", "坏账准备")
        case .borrowings: ("Short-term borrowings", "短期借款")
        case .payables: ("Accounts payable", "应付账款")
        case .unapplied: ("Unapplied cash", "未核销收款")
        case .cashRevaluation: ("Customers' money: revaluation", "客户款项-汇率重估")
        case .onAccount: ("On-account cash", "客户挂账")
        case .contractLiabilities: ("Contract liabilities", "合同负债")
        case .outputVAT: ("Output VAT", "应交增值税-销项税额")
        case .pendingVAT: ("Output VAT pending", "待转销项税额")
        case .unidentified: ("Unidentified receipts", "其他应付款-待认领款项")
        case .bankErrors: ("Bank error suspense", "其他应付款-银行差错")
        case .refundsPayable: ("Refunds payable", "其他应付款-应退客户款")
        case .intercompanyPayable: ("Intercompany payable", "其他应付款-关联方")
        case .revenue: ("Revenue", "主营业务收入")
        case .returnsAndAllowances: ("Returns and price allowances", "销售退回与折让")
        case .cashDiscounts: ("Cash discounts taken", "现金折扣")
        case .otherIncome: ("Other operating income", "其他业务收入")
        case .smallBalances: ("Small-balance write-offs", "小额差异核销")
        case .bankCharges: ("Bank charges", "财务费用-手续费")
        case .discountCost: ("Discount and factoring cost", "财务费用-贴现利息")
        case .fxRealised: ("FX gain or loss, realised", "汇兑损益-已实现")
        case .fxUnrealised: ("FX gain or loss, unrealised", "汇兑损益-未实现")
        case .impairmentLoss: ("Credit impairment loss", "信用减值损失")
        }
    }
}
