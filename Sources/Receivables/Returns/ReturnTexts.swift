extension Refusal {
    /// Of what banks gave back, called back and corrected.
    static let returnTexts: [String: Text] = [
        "case-not-found": ("no such case", "没有该案件", nil),
        "contract-missing": (
            "a charge to the customer needs the clause that allows it", "向客户收费须注明合同条款", .controller
        ),
        "not-representable": (
            "it may not be presented again", "不得再次提示付款", nil
        ),
        "recall-known": ("the recall is known already", "该撤回请求已登记", nil),
        "recall-not-agreed": ("nobody has agreed to the recall", "撤回请求未获同意", .controller),
        "recall-not-asked": ("the recall is answered already", "该撤回请求已答复", nil),
        "receipt-refunded": (
            "the money was paid back already: it must be claimed from whoever has it",
            "款项已退还，须向收款方追索", .controller
        ),
        "representation-too-late": ("too late to present it again", "已过再次提示期限", nil),
        "return-amount-differs": ("the amounts differ", "金额不符", nil),
        "return-code-unknown": ("no such return code", "没有该退回代码", nil),
        "line-not-found": ("no such line of a statement", "没有该银行流水", nil),
        "return-decided": (
            "the returned line has undone a receipt: take that back first", "该退回流水已冲销收款，请先撤销", nil
        ),
        "return-known": ("the return of that line is known already", "该退回流水已立案", nil),
        "return-not-done": ("it has undone no receipt", "尚未冲销任何收款", nil),
        "return-not-waiting": ("the return is decided already", "该退回已处理", nil),
    ]
}
