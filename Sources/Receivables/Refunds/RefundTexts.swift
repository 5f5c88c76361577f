extension Refusal {
    /// Those of the duty of repaying.
    static let refundTexts: [String: Text] = [
        "account-in-quarantine": (
            "the account was changed lately and waits", "账户近期变更，尚在冷静期", nil
        ),
        "account-not-confirmed": (
            "two persons have not confirmed the account", "该账户未经两人确认", .masterData
        ),
        "bank-data-decided": ("the change of bank data was decided already", "该银行资料变更已处理", nil),
        "bank-data-known": ("that is on record, or waits for a second person", "已有该资料或正待复核", nil),
        "bank-data-missing": ("nothing new is said", "没有新的银行资料", nil),
        "bank-data-not-found": ("no such change of bank data", "没有该银行资料变更", nil),
        "callback-due": (
            "goes to another account than it came from: call the customer back first",
            "退往非原付款账户，须先回拨核实", .anotherPerson
        ),
        "number-not-on-record": ("the number is not on record", "该电话号码不在档案中", .masterData),
        "number-too-new": (
            "the number was not on record 30 days before the request", "申请前30天该电话号码尚未在档", nil
        ),
        "nothing-to-pay": ("there is no refund to pay", "没有可支付的退款", nil),
        "own-account-unknown": ("no account of this entity", "不是本公司的账户", .masterData),
        "payee-listed": ("the payee is on the sanction list", "收款人在制裁名单上", .controller),
        "receipt-not-settled": ("the receipt can still be taken back", "该收款尚未最终入账", nil),
        "refund-file-changed": (
            "the bytes are not those that were built", "付款文件与生成时不一致", nil
        ),
        "refund-file-not-found": ("no such payment file", "没有该付款文件", nil),
        "refund-file-not-released": ("the payment file is not released", "付款文件未放行", nil),
        "refund-file-released": ("the payment file has left already", "付款文件已放行或已取消", nil),
        "refund-in-file": (
            "the refund is in a payment file: cancel that first", "退款已在付款文件中，请先取消该文件", nil
        ),
        "refund-moved-on": (
            "the refund has moved on since: take that back first", "退款之后已有变化，请先撤销后者", nil
        ),
        "refund-not-requested": ("the refund does not wait for approval", "该退款不在待批准状态", nil),
        "refund-under-way": ("the refund is on its way", "退款已在途", nil),
        "refund-unwritable": ("the payment file cannot be written", "付款文件无法生成", nil),
        "refund-warnings": (
            "say why it is right all the same (--despite)", "请说明理由（--despite）", .anotherPerson
        ),
        "totals-differ": ("count or total are not those of the file", "笔数或合计与文件不符", nil),
    ]
}
