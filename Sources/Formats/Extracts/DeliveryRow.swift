import Ledger

/// A delivery against an order, from `deliveries.csv`; one delivery may have a row for each of
/// several orders.
public struct DeliveryRow: Hashable, Sendable {
    public let line: Int
    public let delivery: String
    public let order: String
    public let deliveredOn: Day
    /// In the order's currency; negative where goods came back.
    public let amount: Amount?
    public let extras: ExtractExtras

    static let columns: [ExtractColumnRule] = [
        .required(.delivery, "发货单", "发货单号", "交货单", "交货单号", "送货单号", "出库单号"),
        .required(.order, "订单号", "订单", "订单编号", "销售订单", "销售订单号"),
        .required(.date, "日期", "发货日期", "交货日期", "送货日期", "出库日期"),
        .optional(.amount, "金额", "发货金额", "交货金额"),
    ]

    init?(_ cells: inout RowCells, extras: ExtractExtras) {
        line = cells.row.line
        delivery = cells.requiredText(.delivery)
        order = cells.requiredText(.order)
        let date = cells.requiredDay(.date)
        amount = cells.amount(.amount)
        self.extras = extras
        guard cells.findings.isEmpty, let date else { return nil }
        deliveredOn = date
    }
}
