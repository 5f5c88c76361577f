import Ledger

/// A bank account of ours, from `bank-accounts.csv`: bank files name the account, the account names
/// the entity.
public struct BankAccountRow: Hashable, Sendable {
    public let line: Int
    /// IBAN or national number, as written.
    public let account: String
    public let entity: String
    public let bank: String?
    public let currency: Currency
    public let glAccount: String?
    /// Other names that files have for the account: numbers of lockboxes that are deposited there,
    /// our company identifications in ACH files.
    public let aliases: [String]
    public let extras: ExtractExtras

    static let columns: [ExtractColumnRule] = [
        .required(.account, "账号", "银行账号", "账户", "银行账户"),
        .entity,
        .optional(.bank, "银行", "开户行", "开户银行", "银行名称"),
        .currency,
        .optional(.glAccount, "科目", "会计科目", "总账科目", "科目编码", "科目代码"),
        .optional(.aliases, "别名", "其他名称"),
    ]

    init?(_ cells: inout RowCells, extras: ExtractExtras) {
        line = cells.row.line
        account = cells.requiredText(.account)
        entity = cells.requiredText(.entity)
        bank = cells.text(.bank)
        let code = cells.requiredCurrency(.currency)
        glAccount = cells.text(.glAccount)
        aliases = cells.list(.aliases)
        self.extras = extras
        guard cells.findings.isEmpty, let code else { return nil }
        currency = code
    }
}
