/// The tables as the rule books have them (domain.md §1.5). Codes of two schemes never look alike:
/// a letter, `R01`, `AM04`.
extension ReturnCode {
    public static let ach: [ReturnCode] = [
        ReturnCode(
            .ach, "R01", "insufficient funds", "余额不足", .bankingDays(2), .represent, again: 2,
            nsf: true),
        ReturnCode(.ach, "R02", "account closed", "账户已销户", .bankingDays(2), .newBankData),
        ReturnCode(.ach, "R03", "no such account", "账户不存在", .bankingDays(2), .newBankData),
        ReturnCode(.ach, "R04", "account number invalid", "账号无效", .bankingDays(2), .newBankData),
        ReturnCode(
            .ach, "R05", "unauthorised debit of a consumer by a corporate code", "以企业代码对个人账户未授权扣款",
            .calendarDays(60), .compliance, unauthorised: true),
        ReturnCode(
            .ach, "R07", "authorisation revoked", "授权已撤销", .calendarDays(60), .stopDebits,
            unauthorised: true),
        ReturnCode(.ach, "R08", "payment stopped", "止付", .bankingDays(2), .call),
        ReturnCode(
            .ach, "R09", "uncollected funds", "资金未收妥", .bankingDays(2), .represent, again: 2,
            nsf: true),
        ReturnCode(
            .ach, "R10", "not authorised", "未经授权", .calendarDays(60), .compliance,
            unauthorised: true),
        ReturnCode(
            .ach, "R11", "not as authorised", "与授权不符", .calendarDays(60), .compliance),
        ReturnCode(.ach, "R16", "account frozen", "账户冻结", .bankingDays(2), .sanctions),
        ReturnCode(
            .ach, "R20", "not a transaction account", "非交易账户", .bankingDays(2), .newBankData),
        ReturnCode(.ach, "R23", "credit refused by the receiver", "收款人拒收", .open, .refund),
        ReturnCode(.ach, "R24", "duplicate entry", "重复扣款", .bankingDays(2), .ownControl),
        ReturnCode(
            .ach, "R29", "the company says it is not authorised", "企业客户称未授权", .bankingDays(2),
            .compliance, unauthorised: true),
        ReturnCode(.ach, "R31", "late return by agreement", "协议允许的退回", .open, .review),
    ]

    public static let checks: [ReturnCode] = [
        ReturnCode(
            .check, "A", "insufficient funds", "存款不足", .open, .represent, again: 1, nsf: true),
        ReturnCode(
            .check, "B", "uncollected funds", "资金未收妥", .open, .represent, again: 1, nsf: true),
        ReturnCode(.check, "C", "payment stopped", "止付", .open, .call),
        ReturnCode(.check, "D", "account closed", "账户已销户", .open, .newBankData),
        ReturnCode(.check, "E", "account not found", "查无此户", .open, .newBankData),
        ReturnCode(.check, "F", "account frozen or blocked", "账户冻结", .open, .sanctions),
        ReturnCode(.check, "G", "stale dated", "支票过期", .open, .replacement),
        ReturnCode(.check, "H", "post dated", "支票未到期", .open, .replacement),
        ReturnCode(.check, "I", "endorsement missing", "缺少背书", .open, .repair, again: 1),
        ReturnCode(.check, "J", "endorsement irregular", "背书不符", .open, .review),
        ReturnCode(.check, "K", "signature missing", "缺少签名", .open, .replacement),
        ReturnCode(.check, "L", "signature irregular", "签名不符", .open, .fraud),
        ReturnCode(.check, "M", "not a cash item", "非现金票据", .open, .review),
        ReturnCode(.check, "N", "altered or fictitious", "变造或虚假", .open, .fraud),
        ReturnCode(.check, "O", "unable to process", "无法处理", .open, .repair, again: 1),
        ReturnCode(.check, "P", "more than the stated maximum", "超过限额", .open, .review),
        ReturnCode(
            .check, "Q", "not authorised", "未经授权", .open, .compliance, unauthorised: true),
        ReturnCode(.check, "R", "branch or account sold", "网点或账户已转让", .open, .newBankData),
        ReturnCode(.check, "S", "refer to maker", "请洽出票人", .open, .call),
        ReturnCode(.check, "T", "cannot be presented again", "不得再次提示", .open, .replacement),
        ReturnCode(.check, "U", "image unusable", "影像无法使用", .open, .repair, again: 1),
        ReturnCode(.check, "W", "amount cannot be determined", "金额无法确定", .open, .replacement),
        ReturnCode(.check, "X", "see the image", "见影像", .open, .review),
        ReturnCode(.check, "Y", "presented twice", "重复提示", .open, .ownControl),
        ReturnCode(.check, "Z", "forgery", "伪造", .open, .fraud),
    ]

    /// Those that returned direct debits and transfers carry most.
    public static let iso: [ReturnCode] = [
        ReturnCode(.iso, "AC01", "account number wrong", "账号错误", .open, .newBankData),
        ReturnCode(.iso, "AC04", "account closed", "账户已销户", .open, .newBankData),
        ReturnCode(.iso, "AC06", "account blocked", "账户冻结", .open, .sanctions),
        ReturnCode(
            .iso, "AM04", "insufficient funds", "余额不足", .open, .represent, again: 1, nsf: true),
        ReturnCode(.iso, "AM05", "duplicate", "重复", .open, .ownControl),
        ReturnCode(
            .iso, "MD01", "no mandate", "无扣款授权", .open, .compliance, unauthorised: true),
        ReturnCode(
            .iso, "MD06", "refund wanted by the payer", "付款人要求退款", .open, .stopDebits,
            unauthorised: true),
        ReturnCode(.iso, "MS02", "refused by the payer", "付款人拒付", .open, .call),
        ReturnCode(.iso, "MS03", "no reason given", "未说明原因", .open, .call),
    ]
}
