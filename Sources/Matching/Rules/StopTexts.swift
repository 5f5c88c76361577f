extension Stop {
    public var en: String { texts.en }
    public var zh: String { texts.zh }

    private var texts: (en: String, zh: String) {
        switch self {
        case .duplicateSuspect: ("perhaps paid twice", "疑似重复付款")
        case .contestedItem: ("another receipt claims the same item", "另一笔收款对应同一项目")
        case .customerClosed: ("the customer is closed or insolvent", "客户已关闭或破产")
        case .disputedItem: ("a disputed item, without an advice that names it", "涉及争议项目且无付款通知")
        case .legalHold: ("the customer is on legal hold", "客户处于法务冻结")
        case .factoredItem: ("a factored invoice", "发票已保理")
        case .currencyDiffers: ("the receipt's currency is not the items'", "收款币种与项目不同")
        case .paidInFullLegend: ("marked as paid in full", "注明“全额结清”")
        case .payerUnknown: ("the payer is not known", "付款人未识别")
        case .payerAmbiguous: ("several customers fit the payer", "付款人对应多个客户")
        case .payerNotCustomer: ("the payer pays for another customer", "付款人与客户不一致")
        case .customersDiffer: ("the items belong to unrelated customers", "项目属于无关联客户")
        case .referenceAmbiguous: ("a reference fits several items", "参考号对应多个项目")
        case .referenceInvalid: ("the reference's check digits fail", "参考号校验位错误")
        case .referenceUnknown: ("the number named is not an item of ours", "所列单号不存在")
        case .referenceMistyped: ("a number is not written quite as ours is", "所列单号与我方单号略有出入")
        case .shortPayment: ("paid less than the items named", "付款少于所列项目")
        case .overpayment: ("paid more than the items named", "付款多于所列项目")
        case .severalCombinations: ("several combinations of items fit", "多种组合符合")
        case .tooManyToSearch: ("too many open items to prove one combination", "未清项过多，无法证明唯一组合")
        case .advancePayment: ("an advance: no invoice yet", "预收款，尚无发票")
        case .amountOnly: ("only the amount speaks for it", "仅金额相符")
        case .nothingOpen: ("nothing is open for the payer", "付款人没有未清项")
        case .nothingFits: ("no item or combination fits", "没有相符的项目或组合")
        }
    }
}

extension Rule {
    public var en: String { texts.en }
    public var zh: String { texts.zh }

    private var texts: (en: String, zh: String) {
        switch self {
        case .creditorReference: ("creditor reference", "结构化参考号")
        case .adviceLines: ("lines of the advice", "付款通知明细")
        case .invoiceNumber: ("invoice number in the text", "附言含发票号")
        case .invoiceNumbers: ("invoice numbers in the text", "附言含多个发票号")
        case .earnedDiscount: ("cash discount earned", "享受现金折扣")
        case .bankCharge: ("bank charge on a wire", "电汇手续费")
        case .linkedDocument: ("order, contract or delivery named", "附言含订单、合同或送货单号")
        case .singleAmount: ("amount of exactly one item", "金额与唯一项目相符")
        case .balance: ("whole balance or all past due", "金额等于余额或逾期合计")
        case .uniqueSubset: ("the only combination that sums to it", "唯一组合")
        case .oldestFirst: ("oldest first, as agreed", "按约定先欠先还")
        case .promise: ("amount of a promise or an instalment", "金额与付款承诺或分期相符")
        case .amountOnly: ("amount found once in the ledger", "金额在账内唯一")
        }
    }

    /// The score of domain.md §3.1.
    public var score: Int {
        switch self {
        case .creditorReference: 100
        case .adviceLines: 99
        case .invoiceNumber: 98
        case .invoiceNumbers: 97
        case .earnedDiscount: 96
        case .bankCharge: 95
        case .linkedDocument: 95
        case .singleAmount: 88
        case .balance: 85
        case .uniqueSubset: 80
        case .oldestFirst: 90
        case .promise: 80
        case .amountOnly: 40
        }
    }
}
