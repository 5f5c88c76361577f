import Ledger
import Receivables
import TestKit

@testable import Paper

/// A letter of each kind, with everything that the books could know.
enum Sample {
    static let day = Day("2026-04-07") ?? Day.first

    static func letter(_ kind: LetterKind, _ language: Language) throws -> Letter {
        let filled = try LetterTemplate(kind, language).filled(
            facts(language),
            [
                .payment: [.facts(payment(language))],
                .table: [.table(table(language))],
                .signatures: [
                    .signatures(["Dalian Petrochemical Co., Ltd. 大连石化有限公司", "Sinotrade HK Ltd."])
                ],
            ])
        return Letter(
            language: language,
            sender: language("Hansa Maschinen GmbH", "大连汉莎机械有限公司"),
            recipient: language == .en
                ? ["Dalian Petrochemical Co., Ltd.", "China"] : ["大连石化有限公司", "财务部"],
            date: day,
            references: [
                Letter.Field(language("Our reference", "我方编号"), "R-1000000000042"),
                Letter.Field(language("Customer number", "客户编号"), "C-10042"),
                Letter.Field(language("Date", "日期"), language("7 April 2026", "2026年4月7日")),
            ],
            subject: filled.subject, body: filled.body,
            closing: language("Yours faithfully,", "顺颂商祺！"),
            signedBy: language == .en
                ? ["Hansa Maschinen GmbH", "Accounts receivable"] : ["大连汉莎机械有限公司", "应收账款部"],
            enclosures: filled.enclosures)
    }

    static func facts(_ language: Language) -> [LetterFact: String] {
        [
            .sender: language("Hansa Maschinen GmbH", "大连汉莎机械有限公司"),
            .customer: language("Dalian Petrochemical Co., Ltd.", "大连石化有限公司"),
            .payer: "Sinotrade HK Ltd.", .amount: "EUR\u{A0}24,500.00",
            .valueDate: language("2\u{A0}April\u{A0}2026", "2026年4月2日"),
            .ourAccount: "DE89370400440532013000", .ourAccountEnd: "3000",
            .receipt: "R-1000000000042",
            .replyBy: language("21\u{A0}April\u{A0}2026", "2026年4月21日"),
            .reason: language("price difference (PRICE)", "价格差异（PRICE）"),
            .open: "EUR\u{A0}1,190.00", .left: "EUR\u{A0}500.00", .discount: "EUR\u{A0}490.00",
            .check: "004711",
        ]
    }

    static func payment(_ language: Language) -> [Letter.Field] {
        [
            Letter.Field(language("Amount", "金额"), "EUR\u{A0}24,500.00"),
            Letter.Field(
                language("Value date", "起息日"), language("2\u{A0}April\u{A0}2026", "2026年4月2日")),
            Letter.Field(
                language("Payer, as the bank names it", "付款人（银行流水）"), "SINOTRADE HK LTD"),
            Letter.Field(language("Bank reference", "银行流水号"), "26040212345678"),
            Letter.Field(
                language("Payment text", "附言"),
                "OBO DALIAN PETROCHEMICAL 货款 CONTRACT 2026-018 PARTIAL PAYMENT FOR PUMPS AND "
                    + "SPARE PARTS 尾款另付"),
        ]
    }

    static func table(_ language: Language, rows: Int = 2) -> Letter.Table {
        let all = [
            ["INV-2026-1001", "2 March 2026", "24,500.00", "23,310.00", "1,190.00"],
            ["INV-2026-1002", "9 March 2026", "1,190.00", "1,190.00", "0.00"],
        ]
        return Letter.Table(
            columns: [
                Letter.Table.Column(language("Document", "单据号")),
                Letter.Table.Column(language("Issued", "开票日")),
                Letter.Table.Column(language("Amount EUR", "金额 EUR"), isAmount: true),
                Letter.Table.Column(language("Paid", "已付"), isAmount: true),
                Letter.Table.Column(language("Unpaid", "未付"), isAmount: true),
            ],
            rows: (0..<rows).map { all[$0 % all.count] },
            total: [language("Total", "合计"), "", "25,690.00", "24,500.00", "1,190.00"])
    }
}
