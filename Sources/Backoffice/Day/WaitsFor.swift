/// Who a waiting receipt waits for, by the reason it was not applied by itself (domain.md §3.13,
/// §3.14).
public enum WaitsFor {
    public static func whom(_ stop: String, _ language: Language) -> String {
        switch stop {
        case "payer-unknown": language("claim pool: sales", "认领池：销售")
        case "payer-ambiguous", "payer-not-customer", "customers-differ":
            language("cash application: payer", "收款核销：付款人确认")
        case "short-payment": language("deductions", "扣款争议")
        case "disputed-item": language("dispute owner", "争议负责人")
        case "overpayment", "duplicate-suspect":
            language("cash application: refund or keep", "收款核销：退款或挂账")
        case "legal-hold", "paid-in-full-legend": language("legal", "法务")
        case "customer-closed", "factored-item": language("credit", "信用")
        default: language("cash application", "收款核销")
        }
    }

    public static func why(_ stop: String, _ language: Language) -> String {
        switch stop {
        case "rest": language("what is left of an applied receipt", "已核销收款的余额")
        default: StopText.of(stop, language)
        }
    }
}
