/// The words that headers of advices have, in English, Chinese, German and French: folded, in small
/// letters, and without blanks.
enum AdviceHeadings {
    typealias Line = (heading: AdviceHeading, words: String)

    /// Headers that are this word alone.
    static let whole: [[UInt8]: AdviceHeading] = {
        var whole: [[UInt8]: AdviceHeading] = [:]
        for line in alone {
            for word in line.words.utf8.split(separator: UInt8(ascii: "|")) {
                whole[Array(word.filter { $0 > 0x20 })] = line.heading
            }
        }
        return whole
    }()

    static let parts = WordList(lines.map(\.words.replacingLineFeeds), hasEdges: false)

    private static let alone: [Line] = [
        (
            AdviceHeading(role: .number, rank: 1),
            """
            no | nr | ref | reference | referenz | number | # | id | 号码
            """
        ),
        (AdviceHeading(role: .number, rank: 3), "document | beleg | piece | 单据 | item"),
        (AdviceHeading(role: .number, rank: 4), "inv | bill | rechnung | facture | 发票 | invoices"),
        (
            AdviceHeading(role: .net, isPaid: true),
            """
            paid | payment | bezahlt | paye | regle | zahlung
            """
        ),
        (AdviceHeading(role: .net), "net | netto | montantnet"),
        (AdviceHeading(role: .gross), "gross | brutto | brut | original"),
        (AdviceHeading(role: .discount), "disc | disct | cd"),
        (AdviceHeading(role: .currency), "cur | curr | ccy | crcy | whg | wahr"),
        (AdviceHeading(role: .type), "type | art | typ | dt | ty"),
        (AdviceHeading(role: .text), "text | memo | note | notes | details | info | libelle | 用途"),
        (AdviceHeading(role: .reference), "po | po# | pono | ponr | ponumber | bl | so"),
        (AdviceHeading(role: .amount), "total | sum | summe | 合计 | value | wert"),
        (AdviceHeading(role: .other), "vat | mwst | ust | tva | gst | tax | steuer"),
    ]

    /// The first line with a word in the header counts: `Invoice date` is a date.
    static let lines: [Line] = [
        (
            AdviceHeading(role: .goods),
            """
            quantity | qty | menge | 数量 | 单价 | unitprice | einzelpreis | stuckpreis |
            inventory | sku | 规格 | prixunitaire | quantite
            """
        ),
        (AdviceHeading(role: .reason), "reason | grund | motif | 原因 | 理由 | 因由"),
        (
            AdviceHeading(role: .type),
            """
            documenttype | doctype | invoicetype | belegart | typedepiece | typededocument |
            类型 | transactiontype
            """
        ),
        (
            AdviceHeading(role: .otherDate),
            """
            duedate | fallig | faellig | echeance | 到期 | paymentdate | paydate | datepaid |
            zahlungsdatum | zahldatum | valuedate | valuta | 付款日 | 支付日 | postingdate |
            buchungsdatum
            """
        ),
        (AdviceHeading(role: .date), "date | datum | 日期 | 开票日"),
        (AdviceHeading(role: .currency), "currency | wahrung | waehrung | devise | 币种 | 币别 | 货币"),
        (AdviceHeading(role: .discount), "discount | skonto | escompte | 折扣 | rabatt"),
        (
            AdviceHeading(role: .deduction, reason: "WITHHOLD_TAX"),
            """
            withholding | wht | 预提税 | 代扣税 | 代扣代缴 | quellensteuer | retenuealasource | tds
            """
        ),
        (
            AdviceHeading(role: .deduction, reason: "RETENTION"),
            """
            retention | retainage | 质保金 | sicherheitseinbehalt | retenuedegarantie
            """
        ),
        (
            AdviceHeading(role: .deduction, reason: "BANK_CHG_CLAIM"),
            """
            bankcharge | bankfee | 手续费 | bankspesen | bankgebuhr | fraisbancaires | 银行费
            """
        ),
        (
            AdviceHeading(role: .deduction, reason: "REBATE"),
            """
            rebate | 返利 | bonus | remise | ristourne
            """
        ),
        (AdviceHeading(role: .deduction, reason: "FREIGHT"), "freight | 运费 | fracht"),
        (
            AdviceHeading(role: .deduction, reason: "PENALTY_LD"),
            """
            penalty | 违约金 | 罚款 | vertragsstrafe | penalite
            """
        ),
        (
            AdviceHeading(role: .deduction),
            """
            deduction | deducted | deduit | deductions | abzug | abzuge | abzuege | kurzung |
            kuerzung | 扣款 | 扣减 | 扣除 | 扣额 | 少付 | shortpa | chargeback | withheld | retenue
            """
        ),
        (
            AdviceHeading(role: .adjustment),
            """
            adjust | anpassung | korrektur | differenz | difference | ajustement | ecart | 调整 |
            差异 | 差额
            """
        ),
        (
            AdviceHeading(role: .open),
            """
            balance | unpaid | outstanding | openamount | offen | restbetrag | solde | restant |
            余额 | 未付 | 未结 | 未收 | 欠款 | remaining
            """
        ),
        (
            AdviceHeading(role: .other),
            """
            vatamount | taxamount | 税额 | 税率 | steuerbetrag | mwstbetrag | montanttva | taxrate
            """
        ),
        (
            AdviceHeading(role: .net, isPaid: true),
            """
            paid | amountpaid | paidamount | amtpaid | paymentamount | paymentamt |
            amountremitted | remittedamount | amountofpayment | totalpaid | zahlbetrag |
            zahlungsbetrag | auszahlung | uberweisungsbetrag | ueberweisungsbetrag | gezahlt |
            montantpaye | montantregle | montantduvirement | netapayer | netpay | 实付 | 付款金额 |
            付款额 | 支付金额 | 支付额 | 本次付款 | 本次支付 | 已付金额 | 实际付款 | 实际支付 | 汇款金额 | 结算金额 | 核销金额 | 转账金额
            """
        ),
        (
            AdviceHeading(role: .net),
            """
            netamount | netamt | nettobetrag | montantnet | 净额 | 净付 | amountnet | netvalue
            """
        ),
        (
            AdviceHeading(role: .gross),
            """
            gross | brutto | montantbrut | montantttc | invoiceamount | invoiceamt | invamount |
            invamt | invoicetotal | invoicevalue | billamount | documentamount |
            rechnungsbetrag | belegbetrag | originalamount | originalbetrag | montantfacture |
            montantdelafacture | 发票金额 | 开票金额 | 票面金额 | 应付金额 | 应付款 | 价税合计 | 原金额 | 单据金额 | 账单金额 |
            含税金额
            """
        ),
        (AdviceHeading(role: .amount), "amount | betrag | montant | 金额 | amt"),
        (
            AdviceHeading(role: .other),
            """
            vendor | supplier | customer | lieferant | kunde | fournisseur | 供应商 | 客户 | 公司代码 |
            companycode | 项目名称 | account | konto | 序号 | 行号 | lineno | page
            """
        ),
        (
            AdviceHeading(role: .reference),
            """
            purchaseorder | orderno | ordernumber | order# | ordernr | bestell | commande | 订单 |
            采购单 | 合同 | contract | vertrag | contrat | delivery | lieferschein | 送货 | 提货 | 入库 |
            billoflading
            """
        ),
        (
            AdviceHeading(role: .number, rank: 5),
            """
            yourinvoice | yourdocument | yourdoc | yourref | yourinv | ihrerechnung | ihrbeleg |
            ihrereferenz | votrefacture | votrereference | votrepiece | 贵司发票 | 贵司单号 |
            supplierinvoice | vendorinvoice | 对方发票
            """
        ),
        (
            AdviceHeading(role: .number, rank: 4),
            """
            invoice | inv# | invno | invnr | rechnung | facture | 发票 | 票号 | billno | bill# |
            billnumber | billnr | rgnr | renr
            """
        ),
        (
            AdviceHeading(role: .number, rank: 3),
            """
            document | docno | doc# | docnumber | beleg | piece | 单据 | 单号 | 凭证 | 账单号 |
            creditnote | gutschrift | avoir
            """
        ),
        (
            AdviceHeading(role: .text),
            """
            description | remark | comment | bemerkung | verwendungszweck | designation | 备注 |
            摘要 | 说明 | bezeichnung
            """
        ),
        (AdviceHeading(role: .number, rank: 2), "ourref | reference | number | nummer | 编号"),
    ]
}
