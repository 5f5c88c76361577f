/// The words by which free text shows that a payment was made, or that it was not.
enum AdviceCue: Int, CaseIterable {
    /// A remittance advice is named.
    case title
    /// Somebody paid.
    case paid
    /// A word for paying that says nothing of when, and one that says that it is done.
    case paying, done
    /// It is asked for, promised or missing: not paid.
    case unpaid
    /// The text is of another kind: a statement, an order, a newsletter.
    case foreign

    static func hits(in text: ArraySlice<UInt8>) -> [(cue: AdviceCue, range: Range<Int>)] {
        list.hits(in: text).compactMap { hit in
            AdviceCue(rawValue: hit.meaning).map { ($0, hit.range) }
        }
    }

    private static let list = WordList(allCases.map(\.words.replacingLineFeeds))

    private var words: String {
        switch self {
        case .title:
            """
            remittance advice* | payment advice* | remittance detail* | remittance notice |
            remittance slip | payment notification | zahlungsavis* | zahlungsmitteilung* |
            uberweisungsavis | zahlungsbenachrichtigung | avis de paiement | avis de virement |
            avis de reglement | 付款通知 | 汇款通知 | 付款明细 | 付款清单 | 汇款明细 | 水单 | 付款回单 | 付款凭证 | 支付明细 |
            支付通知 | 付款说明 | 付款通知书
            """
        case .paid:
            """
            have paid | has paid | we paid | was paid | were paid | been paid | have now paid |
            have transferred | transferred | wired | have remitted | remitted | payment made |
            made payment | made a payment | made the payment | paid on | paid today |
            sent payment | have settled | payment has been | payment was | uberwiesen |
            gezahlt | bezahlt | beglichen | angewiesen | avons paye | avons regle | avons vire |
            avons effectue | ci-dessous notre reglement | a ete paye | paye ce jour | 已付 | 已汇 |
            已支付 | 已转账 | 已打款 | 已电汇 | 付讫 | 款已 | 实付 | 付款金额 | 付款日期 | 汇款金额 | 汇款日期 | 现付 | 支付金额
            """
        case .paying:
            """
            payment of | payment for | our payment | transfer of | zahlung | uberweisung |
            virement | reglement | 付款 | 汇款 | 支付 | 转账 | 打款 | 电汇 | 汇出 | 结清 | 汇付
            """
        case .done:
            """
            made | today | yesterday | completed | executed | released | effected | initiated |
            sent | this morning | heute | gestern | erfolgt | veranlasst | ausgefuhrt |
            ce jour | aujourd'hui | hier | effectue | emis | 已 | 完成 | 今日 | 今天 | 昨日 | 昨天 | 本日 |
            刚 | 我司于 | 我公司于 | 兹汇
            """
        case .unpaid:
            """
            please pay | kindly pay | will pay | shall pay | to be paid | will be paid |
            unpaid | not paid | not been paid | not yet | not received | have not | has not |
            must be paid | pay now | please send | please provide | kindly send |
            kindly provide | please remit | please transfer | send us | if you have | if paid |
            going to pay | plan to pay | should be paid | when paid | payment terms | within |
            payable | due | thank you for your | thanks for your | can be made | request |
            requested | cancelled | canceled | reversed | zahlen sie | uberweisen sie |
            bitte zahlen | bitte uberweisen | noch nicht | nicht bezahlt | nicht gezahlt |
            werden wir | wird uberwiesen | bitte begleichen | sollten sie | a payer sous |
            dans les | veuillez | merci de | non paye | pas encore | impaye* | nous paierons |
            请付 | 请支付 | 请尽快 | 请安排 | 请及时 | 请贵 | 未付 | 未支付 | 尚未 | 将于 | 将在 | 预计 | 计划 | 何时 | 如已 | 若已 |
            暂未 | 未能 | 付款条件 | 账期 | 付款期限 | 最迟 | 最后付款 | 截止 | 感谢贵 | 无法 | 应付未 | 请提供 | 请发 | 麻烦提供 |
            请将
            """
        case .foreign:
            """
            statement of account | account statement | open items | overdue | past due |
            outstanding | reminder | dunning | amount due | balance due | order confirmation |
            purchase order confirmation | quotation | price list | newsletter | unsubscribe |
            out of office | pro forma | proforma | customer statement | aging report |
            mahnung* | zahlungserinnerung* | offene posten | offenen posten | kontoauszug* |
            fallig | auftragsbestatigung* | angebot* | abmelden | relance | releve de compte |
            impayes | 对账单 | 逾期 | 欠款 | 催款 | 催收 | 报价 | 订单确认 | 退订 | 自动回复 | 账龄
            """
        }
    }
}

/// What a label in front of a value says that the value is.
enum AdviceLabel: Int, CaseIterable {
    case valueDate, date, total, payer, payerAccount, payee, trace, check, currency, method

    static func hits(in text: ArraySlice<UInt8>) -> [(label: AdviceLabel, range: Range<Int>)] {
        list.hits(in: text).compactMap { hit in
            AdviceLabel(rawValue: hit.meaning).map { ($0, hit.range) }
        }
    }

    private static let list = WordList(allCases.map(\.words.replacingLineFeeds))

    private var words: String {
        switch self {
        case .valueDate:
            """
            payment date | date of payment | paid on | paid date | value date | pay date |
            transfer date | check date | cheque date | settlement date | zahlungsdatum |
            zahldatum | zahltag | valuta | wertstellung | zahlung vom | date de paiement |
            date de virement | date de reglement | date de valeur | 付款日期 | 支付日期 | 汇款日期 | 转账日期 |
            付款时间 | 起息日 | 打款日期
            """
        case .date:
            """
            date | advice date | document date | datum | avisdatum | date de l'avis | 日期 |
            通知日期 | 制单日期
            """
        case .total:
            """
            total | total amount | total paid | total payment | payment amount | amount paid |
            net payment | amount of payment | transfer amount | check amount | cheque amount |
            amount | grand total | payment total | amount remitted | remitted amount | sum |
            summe | gesamtbetrag | gesamtsumme | gesamt | zahlbetrag | zahlungsbetrag |
            uberweisungsbetrag | betrag | endbetrag | auszahlungsbetrag | montant |
            montant total | montant du virement | montant paye | montant regle | net a payer |
            金额 | 付款金额 | 付款总额 | 汇款金额 | 汇款总额 | 支付金额 | 转账金额 | 实付金额 | 实付 | 合计 | 总计 | 总额 | 共计 |
            付款合计 | 总金额 | 实付款 | 实际付款
            """
        case .payer:
            """
            payer | paid by | remitter | ordering customer | payer name | name of payer | from |
            zahler | auftraggeber | zahlungspflichtiger | absender | donneur d'ordre | payeur |
            emetteur | 付款人 | 付款单位 | 付款方 | 付款公司 | 汇款人 | 付款人名称 | 付款单位名称 | 付款方名称 | 付款户名 | 汇款单位 |
            付款客户
            """
        case .payerAccount: "payer account | 付款账号 | 付款人账号 | 付款账户 | 付款方账号"
        case .payee:
            """
            payee | pay to | paid to | beneficiary | beneficiary name | zahlungsempfanger |
            empfanger | begunstigter | beneficiaire | 收款人 | 收款单位 | 收款方 | 收款公司 | 收款人名称 | 收款单位名称 |
            收款方名称 | 收款户名
            """
        case .trace:
            """
            payment reference | bank reference | trace | trace number | trace no | trn | utr |
            uetr | transaction id | transaction reference | transaction number |
            payment number | payment no | payment id | payment document | payment ref |
            our reference | remittance number | remittance no | advice number | eft number |
            ach trace | wire reference | zahlungsreferenz | zahlungsbeleg | zahlungsnummer |
            unsere referenz | zahlungsbelegnummer | reference de paiement |
            reference du virement | notre reference | reference | referenz | 流水号 | 交易流水号 |
            银行流水号 | 回单编号 | 参考号 | 付款单号 | 付款编号 | 交易参考号 | 凭证号 | 业务参考号 | 交易号 | 电子回单号
            """
        case .check:
            """
            check no | check number | check # | cheque no | cheque number | check |
            schecknummer | scheck-nr | 支票号 | 支票号码 | numero de cheque
            """
        case .currency: "currency | wahrung | waehrung | devise | 币种 | 币别 | 付款币种"
        case .method:
            """
            payment method | method of payment | zahlungsart | zahlweg | mode de paiement |
            mode de reglement | 付款方式 | 支付方式 | 结算方式
            """
        }
    }
}
