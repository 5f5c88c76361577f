import Ledger

/// What kind of document an invoice row is (UNTDID 1001).
public enum InvoiceType: String, CaseIterable, Sendable {
    case invoice = "380"
    case creditNote = "381"
    case debitNote = "383"
}

/// An invoice, credit note or debit note, from `invoices.csv`. Amounts are positive; the type gives
/// direction.
public struct InvoiceRow: Hashable, Sendable {
    public let line: Int
    public let invoice: String
    public let entity: String
    public let type: InvoiceType
    public let customer: String
    public let issuedOn: Day
    /// Nil where the terms decide.
    public let dueOn: Day?
    /// BT-109 and BT-110: both, or neither; net + tax = gross.
    public let net: Money?
    public let tax: Money?
    /// BT-112.
    public let gross: Money
    public let po: String?
    public let order: String?
    public let contract: String?
    public let delivery: String?
    /// The creditor reference that the customer should pay under.
    public let reference: String?
    /// The invoice that a credit note corrects.
    public let precedes: String?
    public let extras: ExtractExtras

    static let columns: [ExtractColumnRule] = [
        .invoice, .entity,
        .optional(.type, "类型", "发票类型", "单据类型"),
        .customer,
        .required(.issued, "开票日期", "发票日期", "单据日期", "开具日期"),
        .optional(.due, "到期日", "到期日期", "应收到期日", "付款到期日"),
        .currency,
        .optional(.net, "净额", "不含税金额", "未税金额", "不含税净额"),
        .optional(.tax, "税额", "增值税额", "税金"),
        .required(.gross, "价税合计", "含税金额", "含税总额", "发票金额", "总金额"),
        .optional(.po, "采购订单", "采购订单号", "客户订单号", "客户采购订单号", "客户采购订单"),
        .optional(.order, "订单号", "订单", "订单编号", "销售订单", "销售订单号"),
        .optional(.contract, "合同号", "合同", "合同编号"),
        .optional(.delivery, "发货单", "发货单号", "交货单", "交货单号", "送货单号", "出库单号"),
        .optional(.reference, "参考号", "参考", "付款参考号", "付款参考"),
        .optional(.precedes, "原发票", "原发票号", "原发票号码", "蓝字发票号码", "对应蓝字发票"),
    ]

    /// Nil where the row cannot be used; the cells then hold why.
    init?(_ cells: inout RowCells, extras: ExtractExtras) {
        line = cells.row.line
        invoice = cells.requiredText(.invoice)
        entity = cells.requiredText(.entity)
        type = Self.type(&cells)
        customer = cells.requiredText(.customer)
        let issued = cells.requiredDay(.issued)
        dueOn = cells.day(.due)
        let currency = cells.requiredCurrency(.currency)
        let total = cells.requiredMoney(.gross, currency)
        var parts = (net: cells.money(.net, currency), tax: cells.money(.tax, currency))
        po = cells.text(.po)
        order = cells.text(.order)
        contract = cells.text(.contract)
        delivery = cells.text(.delivery)
        reference = cells.text(.reference)
        precedes = cells.text(.precedes)
        self.extras = extras

        if let total, !total.isPositive { cells.note(.amountNotPositive, .gross) }
        if let net = parts.net, net.isNegative { cells.note(.amountNotPositive, .net) }
        if let tax = parts.tax, tax.isNegative { cells.note(.amountNotPositive, .tax) }
        if let issued, let dueOn, dueOn < issued { cells.note(.invoiceDueBeforeIssued, .due) }
        // A missing part is what the other leaves of the total; a part greater than the total
        // leaves no sense.
        if let total, cells.findings.isEmpty, parts.net != nil || parts.tax != nil {
            parts = (
                parts.net ?? total - (parts.tax ?? total), parts.tax ?? total - (parts.net ?? total)
            )
            if let net = parts.net, let tax = parts.tax,
                net + tax != total || net.isNegative || tax.isNegative
            {
                cells.note(
                    .invoiceDoesNotFoot, .gross,
                    detail: "\(net.plain) + \(tax.plain) ≠ \(total.plain)")
            }
        }
        (net, tax) = parts
        guard cells.findings.isEmpty, let issued, let total else { return nil }
        issuedOn = issued
        gross = total
    }

    private static func type(_ cells: inout RowCells) -> InvoiceType {
        let bytes = cells.bytes(.type)
        if bytes.isEmpty || bytes.equals("380") { return .invoice }
        if bytes.equals("381") { return .creditNote }
        if bytes.equals("383") { return .debitNote }
        cells.note(.invoiceTypeUnknown, .type)
        return .invoice
    }
}
