import Store

/// The words of what was found, in both languages.
enum FindWords {
    static func kind(_ kind: SearchKind, _ language: Language) -> String {
        switch kind {
        case .customer: language("customers", "客户")
        case .item: language("items", "应收项目")
        case .receipt: language("receipts", "收款")
        case .bankLine: language("other bank lines", "其他银行流水")
        case .statement: language("statements", "对账单")
        case .notice: language("notices", "到账通知")
        case .advice: language("remittance advices", "汇款通知")
        case .order: language("orders", "订单")
        case .file: language("files", "文件")
        }
    }

    static func grade(_ grade: FindGrade, _ language: Language) -> String {
        switch grade {
        case .near: language("is near:", "相近：")
        case .part: language("has it:", "包含：")
        case .begins: language("begins so:", "开头为：")
        case .ends: language("ends so:", "结尾为：")
        case .exact: language("is", "一致：")
        }
    }

    static func field(_ field: SearchField, _ language: Language) -> String {
        switch field {
        case .number: language("number", "编号")
        case .name: language("name", "名称")
        case .localName: language("local name", "本地名称")
        case .pinyin: language("pinyin", "拼音")
        case .alias: language("alias", "别名")
        case .formerly: language("what it said formerly", "曾用信息")
        case .account: language("account", "账号")
        case .payerAccount: language("payer's account", "付款账号")
        case .taxId: language("tax number", "税号")
        case .email: language("mail address", "邮箱")
        case .reference: language("reference", "参考号")
        case .bankReference: language("bank's reference", "银行流水号")
        case .endToEndId: language("end-to-end id", "端到端标识")
        case .checkNumber: language("check number", "支票号")
        case .payer: language("payer", "付款人")
        case .text: language("text", "摘要")
        case .document: language("document", "单据")
        case .po: language("purchase order", "采购订单")
        case .order: language("order", "订单")
        case .contract: language("contract", "合同")
        case .delivery: language("delivery", "发货单")
        case .batch: language("batch", "批次")
        case .trace: language("trace number", "跟踪号")
        case .format: language("format", "格式")
        case .status: language("status", "状态")
        case .amount: language("amount", "金额")
        case .open: language("open amount", "未清金额")
        case .balance: language("balance", "余额")
        case .currency: language("currency", "币种")
        case .day: language("day", "日期")
        case .dueOn: language("due day", "到期日")
        case .valueDate: language("value date", "起息日")
        case .customer: language("customer", "客户")
        }
    }

    /// States of ours have Chinese words; others, such as an order's, are shown as they came.
    static func state(_ state: String, _ language: Language) -> String {
        if language == .en { return state }
        return chinese[state] ?? state
    }

    private static let chinese = [
        "open": "未清", "cleared": "已清", "reversed": "已冲销", "disputed": "争议中",
        "unidentified": "未识别", "unapplied": "未核销", "on-account": "挂账", "advance": "预收",
        "waits": "待处理", "come": "已到账", "tied": "已关联", "withdrawn": "已撤回",
        "accepted": "已接收", "imported": "已导入", "undone": "已撤销", "bankCharge": "银行手续费",
        "other": "其他", "returned": "退回", "receipt": "收款",
    ]
}
