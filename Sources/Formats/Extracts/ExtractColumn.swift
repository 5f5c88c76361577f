/// The columns of all extracts, by the names that docs/formats/extracts.md gives them.
public enum ExtractColumn: UInt8, CaseIterable, Sendable {
    case account, accounts, aliases, amount, balance, bank, calendar, collector, contract, country,
        creditLimit
    case currency, customer, date, delivery, description, due, email, entity, from, glAccount, gross
    case invoice, issued, item, kind, language, line, name, nameLocal, net, order, parent, po,
        precedes
    case price, quantity, rate, reference, riskClass, status, tax, taxCategory, taxId, taxRate,
        terms
    case to, type, unit

    public var name: String { String(describing: self) }
}

/// A column in one kind of extract: whether it must be there, and its Chinese names. The same word
/// may name different columns in different extracts (账号 is `accounts` of a customer, `account` of a
/// bank account).
struct ExtractColumnRule: Sendable {
    let column: ExtractColumn
    let isRequired: Bool
    /// As ``HeaderName/plain(_:)`` has them.
    let names: [String]

    static func required(_ column: ExtractColumn, _ chinese: String...) -> ExtractColumnRule {
        ExtractColumnRule(column: column, isRequired: true, chinese: chinese)
    }

    static func optional(_ column: ExtractColumn, _ chinese: String...) -> ExtractColumnRule {
        ExtractColumnRule(column: column, isRequired: false, chinese: chinese)
    }

    private init(column: ExtractColumn, isRequired: Bool, chinese: [String]) {
        self.column = column
        self.isRequired = isRequired
        names = ([column.name] + chinese).map { HeaderName.plain($0) }
    }

    // What most extracts share.
    static let entity = required(
        .entity, "公司", "公司代码", "公司编码", "法人", "法人主体", "主体", "账套", "核算主体", "所属公司", "法人公司")
    static let customer = required(.customer, "客户", "客户编号", "客户编码", "客户代码", "客户号")
    static let invoice = required(
        .invoice, "发票号", "发票号码", "发票编号", "发票", "单据号", "单据编号", "单据号码")
    static let currency = required(.currency, currencyNames)
    static let currencyNames = ["币种", "币别", "货币", "币种代码", "货币代码", "交易币种"]

    static func required(_ column: ExtractColumn, _ chinese: [String]) -> ExtractColumnRule {
        ExtractColumnRule(column: column, isRequired: true, chinese: chinese)
    }

    static func optional(_ column: ExtractColumn, _ chinese: [String]) -> ExtractColumnRule {
        ExtractColumnRule(column: column, isRequired: false, chinese: chinese)
    }
}
