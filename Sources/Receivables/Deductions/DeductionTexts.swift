extension Refusal {
    static let deductionTexts: [String: Text] = [
        "deduction-closed": ("the deduction is decided already", "该扣款已处理", nil),
        "deduction-not-found": ("no such deduction", "没有该扣款", nil),
        "deduction-open": ("the deduction is open", "该扣款尚未处理", nil),
        "reason-mapped": ("the customer's code has a meaning already", "该客户代码已有对应原因", nil),
        "reason-not-mapped": ("the customer's code has no meaning", "该客户代码没有对应原因", nil),
        "reason-unknown": (
            "no reason of ours, nor a code of the customer", "不是本公司的原因代码，也不是客户代码", nil
        ),
    ]
}
