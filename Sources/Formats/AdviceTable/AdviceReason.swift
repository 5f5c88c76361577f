/// Why something was taken off, as far as a payer's words are clear: the codes of domain.md §3.14.
enum AdviceReason {
    /// Nil where the words say nothing, or several things.
    static func code(_ text: FoldedText) -> String? {
        let found = Set(words.hits(in: text.lower).map { codes[$0.meaning].code })
        return found.count == 1 ? found.first : nil
    }

    static func code(_ words: String) -> String? { code(FoldedText(words)) }

    /// A payer's own code, `SHORT01` or `42`, as against words.
    static func isCode(_ text: String) -> Bool {
        let bytes = text.utf8
        return bytes.count <= 12
            && bytes.allSatisfy { $0.isDigit || $0.isCapital || "_-/.".utf8.contains($0) }
            && bytes.contains { $0.isDigit || $0.isCapital }
    }

    private static let words = WordList(codes.map(\.words.replacingLineFeeds))

    private static let codes: [(code: String, words: String)] = [
        (
            "PRICE",
            """
            价格差异 | 价差 | 单价差异 | 单价不符 | 价格不符 | price difference* | price diff | pricing* |
            wrong price | price variance | price dispute | preisdifferenz* | preisabweichung* |
            ecart de prix | price
            """
        ),
        (
            "QTY_SHORT",
            """
            短少 | 短缺 | 缺货 | 短装 | 少货 | 数量差异 | 数量不符 | 数量短缺 | short* | quantity difference* |
            missing goods | missing items | fehlmenge* | mindermenge* | minderlieferung* |
            manquant* | quantite manquante
            """
        ),
        (
            "DAMAGE",
            """
            破损 | 损坏 | 货损 | 残损 | 质量扣款 | 质量问题 | damage* | defect* | broken | beschadigt* |
            schaden* | mangel* | bruch | avarie* | endommage* | casse
            """
        ),
        (
            "RETURN",
            """
            退货 | 退回 | return | returns | returned | retoure* | rucksendung* | retour*
            """
        ),
        (
            "FREIGHT",
            """
            运费 | 运输费 | freight | shipping* | fracht* | versandkosten | frais de port
            """
        ),
        (
            "PROMO",
            """
            促销 | 推广 | promo* | aktion | werbekosten* | werbekostenzuschuss
            """
        ),
        (
            "REBATE",
            """
            返利 | 返点 | 折让 | rebate* | bonus | ruckvergutung* | ristourne* | remise*
            """
        ),
        ("COOP", "合作广告 | co-op | coop | cooperative advertising"),
        (
            "DISC_UNEARNED",
            """
            逾期享受折扣 | unearned discount | late discount | skonto verspatet | discount expired
            """
        ),
        (
            "BANK_CHG_CLAIM",
            """
            手续费 | 银行费用 | 银行扣费 | 汇费 | bank charge* | bank fee* | wire fee* | transfer fee* |
            bankspesen | bankgebuhr* | uberweisungsgebuhr* | frais bancaires
            """
        ),
        ("DUP_INV", "重复开票 | 重复发票 | duplicate* | doppelt* | doublon"),
        ("NOT_RECEIVED_INV", "未收到发票 | invoice not received | rechnung fehlt"),
        (
            "PO_MISMATCH",
            """
            订单号不符 | 订单不符 | po mismatch | wrong po | bestellnummer falsch
            """
        ),
        (
            "WITHHOLD_TAX",
            """
            预提税 | 代扣税 | 代扣代缴 | 预扣税 | withholding* | wht | tds | quellensteuer* |
            retenue a la source
            """
        ),
        (
            "TAX",
            """
            税 | 税额 | 税率 | 税差 | 增值税 | tax | vat | mwst | umsatzsteuer | tva
            """
        ),
        (
            "RETENTION",
            """
            质保金 | 保留金 | 质量保证金 | retention* | retainage | sicherheitseinbehalt* | garantie*
            """
        ),
        (
            "PENALTY_LD",
            """
            违约金 | 罚款 | 延迟罚款 | 逾期罚款 | 延期交货 | penalt* | liquidated damages | late delivery |
            vertragsstrafe* | verzug* | konventionalstrafe* | penalite*
            """
        ),
        (
            "NETTING",
            """
            抵账 | 抵扣货款 | 冲抵 | 对冲 | netting | offset* | set-off | contra | verrechn* |
            compensation
            """
        ),
        ("ROUNDING", "尾差 | 四舍五入 | rounding* | rundung* | arrondi*"),
        (
            "FX_DIFF",
            """
            汇差 | 汇率差* | 汇兑* | exchange difference* | fx difference* | kursdifferenz* |
            ecart de change
            """
        ),
    ]
}
