extension Refusal {
    /// Of checks and their deposits.
    static let checkTexts: [String: Text] = [
        "case-named-twice": ("named twice", "重复出现", nil),
        "check-defective": (
            "it may not be deposited: it goes back with a letter", "不得存入，须退回并附函", nil
        ),
        "check-deposited": ("the check is deposited already", "该支票已存入", nil),
        "check-known": ("the check is logged already", "该支票已登记", nil),
        "check-not-stopped": ("nothing stops the check", "该支票未被止存", nil),
        "check-number-missing": ("the check has no number", "支票号缺失", nil),
        "check-post-dated": ("the check is dated later", "支票日期未到", nil),
        "check-stale": ("the check is older than 180 days", "支票出票已超过180天", nil),
        "check-stopped": ("legal has not released the check", "法务尚未放行该支票", .controller),
        "correction-differs": ("not the amount of the difference", "与差额不符", nil),
        "line-is-no-correction": ("no line by which a bank corrects", "该流水不是银行更正", nil),
        "nothing-named": ("nothing is named", "未指定对象", nil),
        "routing-invalid": (
            "the check digit of the routing number is wrong", "银行路由号校验位错误", nil
        ),
        "slip-has-no-difference": ("the deposit has no open difference", "该存款没有未结差额", nil),
        "slip-not-credited": ("the bank has not credited the deposit", "银行尚未入账", nil),
        "slip-not-in-transit": ("the deposit is not in transit", "该存款不在途", nil),
        "slip-taken": ("a deposit slip of that number is there", "存款单号已存在", nil),
    ]
}
