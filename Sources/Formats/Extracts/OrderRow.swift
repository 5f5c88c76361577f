import Ledger

/// A sales order, from `orders.csv`.
public struct OrderRow: Hashable, Sendable {
    public let line: Int
    public let order: String
    public let entity: String
    public let customer: String
    public let orderedOn: Day
    /// Not negative; what is ordered in all.
    public let amount: Money
    /// The customer's own number for it.
    public let po: String?
    /// As the ERP calls it.
    public let status: String?
    public let extras: ExtractExtras

    static let columns: [ExtractColumnRule] = [
        .required(.order, "订单号", "订单", "订单编号", "销售订单", "销售订单号"),
        .entity, .customer,
        .required(.date, "日期", "订单日期", "下单日期"),
        .currency,
        .required(.amount, "金额", "订单金额", "总金额"),
        .optional(.po, "采购订单", "采购订单号", "客户订单号", "客户采购订单号", "客户采购订单"),
        .optional(.status, "状态", "订单状态"),
    ]

    init?(_ cells: inout RowCells, extras: ExtractExtras) {
        line = cells.row.line
        order = cells.requiredText(.order)
        entity = cells.requiredText(.entity)
        customer = cells.requiredText(.customer)
        let date = cells.requiredDay(.date)
        let total = cells.requiredMoney(.amount, cells.requiredCurrency(.currency))
        po = cells.text(.po)
        status = cells.text(.status)
        self.extras = extras
        if let total, total.isNegative { cells.note(.amountNotPositive, .amount) }
        guard cells.findings.isEmpty, let date, let total else { return nil }
        orderedOn = date
        amount = total
    }
}
