extension Refusal {
    static let exchangeTexts: [String: Text] = [
        "currencies-same": ("it is in that currency already", "已是该币种", nil),
        "document-changed": (
            "something has been done with a document since", "单据此后已有变动", nil
        ),
        "method-differs": (
            "the entity revalues by the other method", "该公司采用另一种重估方法", .controller
        ),
        "period-closed": ("the period is closed", "该期间已关账", .controller),
        "revaluation-not-found": ("no such revaluation", "没有该重估", nil),
        "revaluation-withdrawn": ("the revaluation was taken back already", "该重估已撤销", nil),
        "revalued-already": (
            "revalued already on that day: take it back first", "该日已重估，请先撤销", nil
        ),
    ]
}
