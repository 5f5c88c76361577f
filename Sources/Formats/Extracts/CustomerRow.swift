import Ledger

/// A customer of one entity, from `customers.csv` (domain.md §9A, Customer).
public struct CustomerRow: Hashable, Sendable {
    public let line: Int
    public let customer: String
    public let entity: String
    public let name: String
    public let nameLocal: String?
    /// ISO 3166-1, two capital letters.
    public let country: String?
    public let currency: Currency?
    public let taxId: String?
    public let terms: PaymentTerms?
    /// In ``currency``, or in the entity's where the row has none; not negative.
    public let creditLimit: Amount?
    /// The customer that may pay for this one.
    public let parent: String?
    public let email: String?
    public let language: String?
    /// Bank accounts it pays from.
    public let accounts: [String]
    /// Other names it pays under.
    public let aliases: [String]
    public let riskClass: String?
    public let collector: String?
    public let extras: ExtractExtras

    static let columns: [ExtractColumnRule] = [
        .customer, .entity,
        .required(.name, "名称", "客户名称", "客户全称", "单位名称"),
        .optional(.nameLocal, "本地名称", "当地名称", "中文名称", "本地语言名称"),
        .optional(.country, "国家", "国别", "国家代码", "国家地区"),
        .optional(.currency, ExtractColumnRule.currencyNames),
        .optional(.taxId, "税号", "纳税人识别号", "统一社会信用代码", "增值税号"),
        .optional(.terms, "付款条件", "账期", "信用账期", "付款条款", "收款条件"),
        .optional(.creditLimit, "信用额度", "授信额度", "信用限额"),
        .optional(.parent, "上级客户", "母公司", "集团客户", "付款客户"),
        .optional(.email, "邮箱", "电子邮箱", "电子邮件", "邮箱地址"),
        .optional(.language, "语言", "语种"),
        .optional(.accounts, "账号", "银行账号", "付款账号", "银行账户"),
        .optional(.aliases, "别名", "曾用名", "简称", "其他名称"),
        .optional(.riskClass, "风险等级", "风险类别", "风险分类", "信用等级"),
        .optional(.collector, "催收员", "催收专员", "催收人", "收款员", "负责人"),
    ]

    /// Nil where the row cannot be used; the cells then hold why.
    init?(_ cells: inout RowCells, extras: ExtractExtras) {
        line = cells.row.line
        customer = cells.requiredText(.customer)
        entity = cells.requiredText(.entity)
        name = cells.requiredText(.name)
        nameLocal = cells.text(.nameLocal)
        country = cells.text(.country)
        currency = cells.currency(.currency)
        taxId = cells.text(.taxId)
        let termsText = cells.text(.terms)
        terms = termsText.flatMap { PaymentTerms($0) }
        // With a currency the limit must be an amount of it; without one it is the entity's to say.
        if let currency {
            creditLimit = cells.money(.creditLimit, currency).map { Amount($0) }
        } else {
            creditLimit = cells.amount(.creditLimit)
        }
        parent = cells.text(.parent)
        email = cells.text(.email)
        language = cells.text(.language)
        accounts = cells.list(.accounts)
        aliases = cells.list(.aliases)
        riskClass = cells.text(.riskClass)
        collector = cells.text(.collector)
        self.extras = extras

        if termsText != nil, terms == nil { cells.note(.termsUnreadable, .terms) }
        if let limit = creditLimit, limit.units < 0 { cells.note(.amountNotPositive, .creditLimit) }
        let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
        if let country, country.utf8.count != 2 || !country.utf8.allSatisfy(capitals.contains) {
            cells.note(.countryUnreadable, .country)
        }
        if parent == customer { cells.note(.customerOwnParent, .parent) }
        if !cells.findings.isEmpty { return nil }
    }
}
