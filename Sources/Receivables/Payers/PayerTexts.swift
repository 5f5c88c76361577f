extension Refusal {
    static let payerTexts: [String: Text] = [
        "alias-decided": ("the alias is decided already", "该别名已处理", nil),
        "alias-empty": ("too short to tell a payer by", "过短，不足以识别付款人", nil),
        "alias-known": ("the customer has this alias already", "该客户已有此别名", nil),
        "alias-not-confirmed": ("the alias is not in use", "该别名未启用", nil),
        "alias-not-found": ("no such alias", "没有该别名", nil),
        "alias-of-another": (
            "another customer is known by it", "该别名已属于另一客户", .masterData
        ),
        "days-reversed": ("the last day is before the first", "截止日早于起始日", nil),
        "rule-adopted": ("the rule is adopted already", "该规则已采用", nil),
        "rule-known": ("the customer has this rule already", "该客户已有此规则", nil),
        "rule-limit": (
            "a charge limit has a positive limit, and no other rule has one",
            "手续费规则须有正数限额，其他规则不得有", nil
        ),
        "rule-not-found": ("no such rule", "没有该规则", nil),
        "rule-unproven": (
            "on history it catches fewer than three, or more than one in ten is wrong",
            "历史命中不足三笔，或错误超过十分之一", nil
        ),
        "rule-withdrawn": ("the rule is withdrawn: propose it anew", "该规则已停用，请重新建议", nil),
    ]
}
