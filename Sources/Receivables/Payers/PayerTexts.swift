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
    ]
}
