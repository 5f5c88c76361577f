/// What a column of an advice holds.
enum AdviceRole: Hashable, Sendable {
    case number, type, date, gross, discount, reason, net, currency, text
    /// A due date or a day of payment: of no use but to tell the order of day and month.
    case otherDate
    /// What was taken off, perhaps for the reason that the header names.
    case deduction
    /// What was added or taken off, with its sign.
    case adjustment
    /// An amount that the other columns must tell: gross beside a deduction, else what is paid.
    case amount
    /// A reference beside the document's own number: order, contract, delivery.
    case reference
    /// Quantities and prices, which orders and invoices have.
    case goods
    /// What is still open: a statement has it.
    case open
    case other

    var isAmount: Bool {
        switch self {
        case .gross, .discount, .net, .deduction, .adjustment, .amount: true
        default: false
        }
    }

    var isDate: Bool { self == .date || self == .otherDate }
}

/// What the header of a column says.
struct AdviceHeading: Equatable, Sendable {
    var role: AdviceRole
    /// Of several numbers the best is the document's: what the payer calls ours before its own.
    var rank = 0
    /// The code of domain.md §3.14 for what a deduction column takes off.
    var reason: String?
    /// Whether the amount is said to be paid, rather than net.
    var isPaid = false

    /// `name` is one column's header; nil where it says nothing.
    init?(_ name: FoldedText) {
        let key = Self.key(name.lower)
        guard !key.isEmpty, key.count <= 60 else { return nil }
        if let exact = Self.whole[key] {
            self = exact
            return
        }
        guard let index = Self.parts.foremost(in: key) else { return nil }
        self = Self.headings[index].heading
    }

    private init(role: AdviceRole, rank: Int = 0, reason: String? = nil, isPaid: Bool = false) {
        self.role = role
        self.rank = rank
        self.reason = reason
        self.isPaid = isPaid
    }

    /// Without blanks, signs, and what stands in brackets or names a currency.
    private static func key(_ lower: [UInt8]) -> [UInt8] {
        var key: [UInt8] = []
        var depth = 0
        for byte in lower {
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
            case _ where depth > 0: break
            case UInt8(ascii: "#"), 0x80...: key.append(byte)
            case _ where byte.isLetter: key.append(byte)
            default: break
            }
        }
        return key
    }

    private typealias Line = (heading: AdviceHeading, words: String)

    /// Headers that are this word alone.
    private static let whole: [[UInt8]: AdviceHeading] = {
        let lines: [Line] = [
            (AdviceHeading(role: .number, rank: 1), "no|nr|ref|reference|referenz|number|#|id|号码"),
            (AdviceHeading(role: .number, rank: 3), "document|beleg|piece|单据|item"),
            (AdviceHeading(role: .number, rank: 4), "inv|bill|rechnung|facture|发票|invoices"),
            (AdviceHeading(role: .net, isPaid: true), "paid|payment|bezahlt|paye|regle|zahlung"),
            (AdviceHeading(role: .net), "net|netto|montantnet"),
            (AdviceHeading(role: .gross), "gross|brutto|brut|original"),
            (AdviceHeading(role: .discount), "disc|disct|cd"),
            (AdviceHeading(role: .currency), "cur|curr|ccy|crcy|whg|wahr"),
            (AdviceHeading(role: .type), "type|art|typ|dt|ty"),
            (AdviceHeading(role: .text), "text|memo|note|notes|details|info|libelle|用途"),
            (AdviceHeading(role: .reference), "po|po#|pono|ponr|ponumber|bl|so"),
            (AdviceHeading(role: .amount), "total|sum|summe|合计|value|wert"),
            (AdviceHeading(role: .other), "vat|mwst|ust|tva|gst|tax|steuer"),
        ]
        var whole: [[UInt8]: AdviceHeading] = [:]
        for line in lines {
            for word in line.words.split(separator: "|") {
                whole[Array(word.utf8)] = line.heading
            }
        }
        return whole
    }()

    private static let parts = WordList(headings.map(\.words), hasEdges: false)

    /// The first line with a word in the header counts: `Invoice date` is a date.
    private static let headings: [Line] = [
        (AdviceHeading(role: .goods), "quantity|qty|menge|数量|单价|unitprice|einzelpreis|stuckpreis|inventory|sku|规格|prixunitaire|quantite"),
        (AdviceHeading(role: .reason), "reason|grund|motif|原因|理由|因由"),
        (AdviceHeading(role: .type), "documenttype|doctype|invoicetype|belegart|typedepiece|typededocument|类型|transactiontype"),
        (AdviceHeading(role: .otherDate), "duedate|fallig|faellig|echeance|到期|paymentdate|paydate|datepaid|zahlungsdatum|zahldatum|valuedate|valuta|付款日|支付日|postingdate|buchungsdatum"),
        (AdviceHeading(role: .date), "date|datum|日期|开票日"),
        (AdviceHeading(role: .currency), "currency|wahrung|waehrung|devise|币种|币别|货币"),
        (AdviceHeading(role: .discount), "discount|skonto|escompte|折扣|rabatt"),
        (AdviceHeading(role: .deduction, reason: "WITHHOLD_TAX"), "withholding|wht|预提税|代扣税|代扣代缴|quellensteuer|retenuealasource|tds"),
        (AdviceHeading(role: .deduction, reason: "RETENTION"), "retention|retainage|质保金|sicherheitseinbehalt|retenuedegarantie"),
        (AdviceHeading(role: .deduction, reason: "BANK_CHG_CLAIM"), "bankcharge|bankfee|手续费|bankspesen|bankgebuhr|fraisbancaires|银行费"),
        (AdviceHeading(role: .deduction, reason: "REBATE"), "rebate|返利|bonus|remise|ristourne"),
        (AdviceHeading(role: .deduction, reason: "FREIGHT"), "freight|运费|fracht"),
        (AdviceHeading(role: .deduction, reason: "PENALTY_LD"), "penalty|违约金|罚款|vertragsstrafe|penalite"),
        (AdviceHeading(role: .deduction), "deduction|deducted|deduit|deductions|abzug|abzuge|abzuege|kurzung|kuerzung|扣款|扣减|扣除|扣额|少付|shortpa|chargeback|withheld|retenue"),
        (AdviceHeading(role: .adjustment), "adjust|anpassung|korrektur|differenz|difference|ajustement|ecart|调整|差异|差额"),
        (AdviceHeading(role: .open), "balance|outstanding|openamount|offen|restbetrag|solde|restant|余额|未付|未结|未收|欠款|remaining"),
        (AdviceHeading(role: .other), "vatamount|taxamount|税额|税率|steuerbetrag|mwstbetrag|montanttva|taxrate"),
        (AdviceHeading(role: .net, isPaid: true), "amountpaid|paidamount|amtpaid|paymentamount|paymentamt|amountremitted|remittedamount|amountofpayment|totalpaid|zahlbetrag|zahlungsbetrag|auszahlung|uberweisungsbetrag|ueberweisungsbetrag|gezahlt|montantpaye|montantregle|montantduvirement|netapayer|netpay|实付|付款金额|付款额|支付金额|支付额|本次付款|本次支付|已付金额|实际付款|实际支付|汇款金额|结算金额|核销金额|转账金额"),
        (AdviceHeading(role: .net), "netamount|netamt|nettobetrag|montantnet|净额|净付|amountnet|netvalue"),
        (AdviceHeading(role: .gross), "gross|brutto|montantbrut|montantttc|invoiceamount|invoiceamt|invamount|invamt|invoicetotal|invoicevalue|billamount|documentamount|rechnungsbetrag|belegbetrag|originalamount|originalbetrag|montantfacture|montantdelafacture|发票金额|开票金额|票面金额|应付金额|应付款|价税合计|原金额|单据金额|账单金额|含税金额"),
        (AdviceHeading(role: .amount), "amount|betrag|montant|金额|amt"),
        (AdviceHeading(role: .other), "vendor|supplier|customer|lieferant|kunde|fournisseur|供应商|客户|公司代码|companycode|项目名称|account|konto|序号|行号|lineno|page"),
        (AdviceHeading(role: .reference), "purchaseorder|orderno|ordernumber|order#|ordernr|bestell|commande|订单|采购单|合同|contract|vertrag|contrat|delivery|lieferschein|送货|提货|入库|billoflading"),
        (AdviceHeading(role: .number, rank: 5), "yourinvoice|yourdocument|yourdoc|yourref|yourinv|ihrerechnung|ihrbeleg|ihrereferenz|votrefacture|votrereference|votrepiece|贵司发票|贵司单号|supplierinvoice|vendorinvoice|对方发票"),
        (AdviceHeading(role: .number, rank: 4), "invoice|inv#|invno|invnr|rechnung|facture|发票|票号|billno|bill#|billnumber|billnr|rgnr|renr"),
        (AdviceHeading(role: .number, rank: 3), "document|docno|doc#|docnumber|beleg|piece|单据|单号|凭证|账单号|creditnote|gutschrift|avoir"),
        (AdviceHeading(role: .text), "description|remark|comment|bemerkung|verwendungszweck|designation|备注|摘要|说明|bezeichnung"),
        (AdviceHeading(role: .number, rank: 2), "ourref|reference|number|nummer|编号"),
    ]
}
