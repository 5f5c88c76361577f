/// Why less was paid than was billed, with who has to find out, and what follows where the customer
/// is right or wrong (domain.md §3.14).
public enum ReasonCode: String, Sendable, CaseIterable {
    case price = "PRICE"
    case quantityShort = "QTY_SHORT"
    case damage = "DAMAGE"
    case goodsReturned = "RETURN"
    case freight = "FREIGHT"
    case promotion = "PROMO"
    case rebate = "REBATE"
    case cooperativeAdvertising = "COOP"
    case tax = "TAX"
    case discountUnearned = "DISC_UNEARNED"
    case bankChargeClaim = "BANK_CHG_CLAIM"
    case duplicateInvoice = "DUP_INV"
    case invoiceNotReceived = "NOT_RECEIVED_INV"
    case orderMismatch = "PO_MISMATCH"
    case withholdingTax = "WITHHOLD_TAX"
    case retention = "RETENTION"
    case penalty = "PENALTY_LD"
    case netting = "NETTING"
    case rounding = "ROUNDING"
    case exchangeDifference = "FX_DIFF"
    case creditDiscrepancy = "LC_DISCREP"
    case unknown = "UNKNOWN"

    public var en: String { row.en }
    public var zh: String { row.zh }
    /// Who finds out whether the customer is right.
    public var owner: String { row.owner }
    /// What follows where the customer is right.
    public var ifValid: String { row.valid }
    public var ifInvalid: String { row.invalid }

    /// The code as written, in any case; nil where it is none of ours.
    public init?(written: String) { self.init(rawValue: written.uppercased()) }

    private var row: (en: String, zh: String, owner: String, valid: String, invalid: String) {
        switch self {
        case .price: ("price differs", "价格差异", "sales", "credit note", "rebill, collect")
        case .quantityShort:
            ("quantity short", "短少", "logistics", "credit note after POD", "collect with POD")
        case .damage: ("damaged", "破损", "logistics", "credit note after RMA", "collect with POD")
        case .goodsReturned:
            ("returned", "退货", "logistics", "credit note after RMA", "collect with POD")
        case .freight: ("freight", "运费", "logistics", "credit note", "collect")
        case .promotion: ("promotion", "促销", "sales", "claim against accrual", "collect")
        case .rebate: ("rebate", "返利", "sales", "claim against accrual", "collect")
        case .cooperativeAdvertising:
            ("co-op advertising", "联合促销", "sales", "claim against accrual", "collect")
        case .tax: ("tax", "税额/税率", "tax", "red fapiao, reissue", "certificate request")
        case .discountUnearned:
            ("discount not earned", "逾期享受折扣", "AR", "goodwill approval", "collect")
        case .bankChargeClaim: ("bank charges", "银行费用", "AR", "absorb", "collect")
        case .duplicateInvoice: ("billed twice", "重复开票", "billing", "credit note", "collect")
        case .invoiceNotReceived:
            ("invoice not received", "未收到发票", "billing", "resend", "POD of invoice")
        case .orderMismatch:
            ("order number differs", "订单号不符", "billing", "correct, resend", "collect")
        case .withholdingTax:
            ("withholding tax", "预提税", "tax", "certificate, tax receivable", "collect")
        case .retention: ("retention", "质保金", "contracts", "reclass", "collect")
        case .penalty: ("penalty", "违约金", "legal", "contra revenue", "contest")
        case .netting: ("netting", "抵账", "AR", "netting agreement", "collect")
        case .rounding: ("rounding", "尾差", "AR", "write off", "write off")
        case .exchangeDifference: ("exchange difference", "汇差", "AR", "as agreed", "collect")
        case .creditDiscrepancy:
            ("L/C discrepancy fee", "信用证不符点费", "trade", "absorb", "collect")
        case .unknown: ("not stated", "未说明", "AR", "ask the customer", "ask the customer")
        }
    }
}
