extension Refusal {
    /// Every refusal code in both languages, with who can lift it.
    static func text(_ code: String) -> Text {
        texts[code] ?? (code, code, nil)
    }

    /// The codes that have a text.
    public static var codes: [String] { texts.keys.sorted() }

    typealias Text = (en: String, zh: String, lift: Lifter?)

    /// Those of a duty stand in the folder of the duty.
    private static let texts: [String: Text] = [
        general, deductionTexts, exchangeTexts, claimTexts, refundTexts, returnTexts, checkTexts,
        draftTexts, payerTexts, collectionTexts,
    ].reduce(into: [:]) { all, some in
        all.merge(some) { first, _ in first }
    }

    private static let general: [String: Text] = [
        "account-not-for-receipts": ("no account for money of receipts", "该科目不能用于收款", nil),
        "advice-not-found": ("no such remittance advice", "没有该汇款通知", nil),
        "advice-not-tied": ("the advice is tied to no receipt", "该汇款通知未关联收款", nil),
        "advice-tied": ("the advice is tied already: untie it first", "该汇款通知已关联，请先解除", nil),
        "again-in-the-past": ("the day to ask again is past", "再次询问日期已过", nil),
        "already-closed": ("the period is closed already", "该期间已关账", nil),
        "amount-not-positive": ("the amount is not positive", "金额必须为正", nil),
        "application-not-found": ("no such application", "没有该核销记录", nil),
        "application-reversed": ("the application is taken back already", "该核销已撤销", nil),
        "country-malformed": ("not a country code of two letters", "国家代码应为两个字母", nil),
        "credit-not-found": ("no such credit note", "没有该贷项通知单", nil),
        "currencies-differ": ("the currencies differ", "币种不一致", nil),
        "customer-not-found": ("no such customer", "没有该客户", .masterData),
        "customers-differ": ("of a customer outside the group", "属于集团以外的客户", nil),
        "discount-exceeds-gross": ("more discount than the gross amount", "现金折扣超过含税金额", .billing),
        "due-before-issued": ("due before it was issued", "到期日早于开票日", .billing),
        "entities-same": ("it is of that entity already", "该收款已属于该公司主体", nil),
        "entities-differ": ("of another entity", "属于另一公司主体", nil),
        "entity-code-malformed": (
            "an entity code is 1 to 12 letters, digits or hyphens", "公司代码应为1至12位字母、数字或连字符", nil
        ),
        "entity-code-taken": ("the entity code is taken", "公司代码已被占用", nil),
        "entity-name-missing": ("the entity has no name", "公司名称缺失", nil),
        "entity-not-found": ("no such entity", "没有该公司主体", .masterData),
        "exceeds-credit": ("more than the credit note has left", "超过贷项通知单余额", nil),
        "exceeds-held": ("more than is there", "超过现有金额", nil),
        "exceeds-on-account": ("more than is on account", "超过挂账金额", nil),
        "exceeds-open": ("more than is open", "超过未清金额", nil),
        "exceeds-small-balance": (
            "too much for a small balance", "超过小额核销限额", .controller
        ),
        "exceeds-unapplied": ("more than is unapplied", "超过未核销金额", nil),
        "import-not-found": ("no file of that name or hash was imported", "没有导入过该名称或校验值的文件", nil),
        "import-undone": ("the import was taken back already", "该导入已撤销", nil),
        "item-disputed": ("the item is disputed", "该项目存在争议", .controller),
        "item-has-applications": (
            "something is applied to the item: take it back first", "该项目已有核销,请先反核销", nil
        ),
        "item-is-credit": ("the item is a credit", "该项目为贷项", nil),
        "item-is-residual": (
            "a residual goes with the application that made it", "差额项随原核销一并撤销", nil
        ),
        "item-named-twice": ("the item is named twice", "同一项目重复出现", nil),
        "item-not-found": ("no such item", "没有该未清项", nil),
        "item-number-taken": ("the number is taken", "单据号已存在", .billing),
        "item-reversed": ("the item is reversed", "该项目已冲销", nil),
        "key-reused": ("the key stands for another command", "该键已用于另一操作", nil),
        "line-reversed": ("the bank line was taken back already", "该银行流水已撤销", nil),
        "letter-lacks": ("the letter says what is not known", "信函所需信息缺失", nil),
        "maker-is-checker": ("the same person cannot do both", "经办与复核不能为同一人", .anotherPerson),
        "name-ambiguous": ("the name fits more than one", "名称对应多个对象", nil),
        "nobody-asked": ("nobody is named who was asked", "未注明询问对象", nil),
        "not-a-credit": ("not a credit note", "不是贷项通知单", nil),
        "not-a-part": ("the receipt is no part of that one", "该收款不是那笔收款的拆分部分", nil),
        "not-a-write-off": ("not a write-off", "不是小额核销", nil),
        "not-closed": ("the period is not closed", "该期间未关账", nil),
        "note-not-found": ("no such research note", "没有该查询记录", nil),
        "note-of-another": ("the note is of another receipt", "该查询记录属于另一收款", nil),
        "note-superseded": (
            "another note has taken its place: correct that one", "该查询记录已被取代，请更正后者", nil
        ),
        "note-too-long": ("a note is longer than it may be", "查询记录过长", nil),
        "nothing-applied": ("nothing of the receipt is applied", "该收款没有核销", nil),
        "nothing-noted": (
            "neither a letter nor a question nor an answer", "既无信函，也无问题或答复", nil
        ),
        "nothing-proposed": ("nothing is proposed for the receipt", "该收款没有核销建议", nil),
        "nothing-there": ("no money is there", "该处没有金额", nil),
        "nothing-to-find": ("no word that can be searched for", "没有可检索的词", nil),
        "nothing-to-apply": ("no item is named", "未指定核销项目", nil),
        "notice-tied": (
            "the money of the notice has come and was completed by it: take the statement back first",
            "通知的款项已到账并据此补全，请先撤销对账单", nil
        ),
        "order-not-found": ("no such order", "没有该订单", nil),
        "parts-do-not-sum": ("the parts do not sum to the receipt", "各部分合计与收款金额不符", nil),
        "payer-unknown": ("the payer is not identified", "付款人未识别", nil),
        "period-not-over": ("the period is not over", "该期间尚未结束", nil),
        "rate-missing": ("no exchange rate", "缺少汇率", .treasury),
        "reason-missing": ("a residual needs a reason code", "差额必须有原因代码", nil),
        "receipt-in-use": ("the receipt is in use", "该收款已被使用", nil),
        "receipt-not-found": ("no such receipt", "没有该收款", nil),
        "receipt-reversed": ("the receipt is reversed", "该收款已冲销", nil),
        "record-changed-since": (
            "the record was changed after this import: take that back first", "该记录在此导入之后已更改，请先撤销后者",
            nil
        ),
        "record-in-use": ("something stands on the record", "该记录已被使用", .masterData),
        "refund-not-approved": ("the refund is not approved", "该退款未批准", nil),
        "refund-not-found": ("no such refund", "没有该退款", nil),
        "refund-not-paid": ("the refund is not paid", "该退款未支付", nil),
        "residual-in-use": ("the residual has been used", "差额项已被使用", nil),
        "source-account-unknown": (
            "the account the money came from is not known", "原付款账户未知", .treasury
        ),
        "statement-follows": (
            "a later statement of the account follows: take it back first", "该账户已有后续对账单，请先撤销后者", nil
        ),
        "tax-rate-malformed": ("a tax rate is 0 to 100 %", "税率应为0至100%", nil),
        "turned-to-another": (
            "other money of it belongs to another account", "该收款的其他金额已转入另一科目", nil
        ),
        "tax-exceeds-gross": ("more tax than the gross amount", "税额超过含税金额", .billing),
        "too-many-words": ("too many words to search for", "检索词过多", nil),
        "unclaimed-property": (
            "small credits of a US entity may be unclaimed property", "美国主体的小额贷方可能属于无主财产",
            .controller
        ),
    ]
}
