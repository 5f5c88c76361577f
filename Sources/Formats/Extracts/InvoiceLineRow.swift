import Ledger

/// One line of an invoice, from `invoice-lines.csv` (EN 16931 BG-25). Its currency is the
/// invoice's, and the sum of the lines is for the importer to hold against the invoice (BR-CO-10):
/// lines may come in any order.
public struct InvoiceLineRow: Hashable, Sendable {
    public let line: Int
    public let invoice: String
    /// The column `line` (BT-126); any text.
    public let number: String
    public let item: String?
    public let description: String?
    public let quantity: Amount?
    public let unit: String?
    public let price: Amount?
    /// BT-131; negative on a line that takes back.
    public let net: Amount
    /// BT-151 (UNTDID 5305): `S`, `Z`, `E`, `AE`, …
    public let taxCategory: String?
    /// Per cent.
    public let taxRate: Amount?
    public let extras: ExtractExtras

    static let columns: [ExtractColumnRule] = [
        .invoice,
        .required(.line, "行号", "行", "行次", "序号"),
        .optional(.item, "物料", "物料号", "物料编码", "商品编码", "货号", "商品"),
        .optional(.description, "描述", "品名", "商品名称", "货物名称", "说明", "摘要"),
        .optional(.quantity, "数量"),
        .optional(.unit, "单位", "计量单位"),
        .optional(.price, "单价", "不含税单价"),
        .required(.net, "净额", "不含税金额", "未税金额", "不含税净额", "金额"),
        .optional(.taxCategory, "税种", "税类", "税收类别"),
        .optional(.taxRate, "税率"),
    ]

    init?(_ cells: inout RowCells, extras: ExtractExtras) {
        line = cells.row.line
        invoice = cells.requiredText(.invoice)
        number = cells.requiredText(.line)
        item = cells.text(.item)
        description = cells.text(.description)
        quantity = cells.amount(.quantity)
        unit = cells.text(.unit)
        price = cells.amount(.price)
        let amount = cells.requiredAmount(.net)
        taxCategory = cells.text(.taxCategory)
        taxRate = cells.percent(.taxRate)
        self.extras = extras
        guard cells.findings.isEmpty, let amount else { return nil }
        net = amount
    }
}
