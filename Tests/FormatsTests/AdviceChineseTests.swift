import Formats
import Testing

/// Advices as payers write them in Chinese (domain.md §9.3 has the forms of amounts and dates).
@Suite struct AdviceChineseTests {
    static let samples: [AdviceSample] = [
        AdviceSample(
            "a sentence with the amount in words (G-EXT-01)", .text,
            """
            我司已于2026年3月5日付款人民币壹万壹仟叁佰元整,对应发票INV-1001
            """,
            """
            pay 11300.00 CNY on 2026-03-05
            INV-1001
            """),
        AdviceSample(
            "labels and a table", .text,
            """
            付款通知

            付款单位：大连海润贸易有限公司
            收款单位：上海远航机电有限公司
            付款日期：2026年3月5日
            付款金额：￥40,170.00
            流水号：2026030512345678

            发票号          开票日期       发票金额     扣款       原因       实付金额
            INV-1001        2026-01-02     11,300.00    0.00                  11,300.00
            INV-1002        2026-01-15     30,500.00    500.00     短少       30,000.00
            CM-77           2026-01-20     -1,130.00                          -1,130.00
            合计                           40,670.00    500.00                40,170.00
            """,
            """
            pay 40170.00 CNY on 2026-03-05 by 大连海润贸易有限公司 to 上海远航机电有限公司 trace 2026030512345678
            INV-1001 2026-01-02 11300.00 + 0.00 = 11300.00
            INV-1002 2026-01-15 30500.00 + -500.00 QTY_SHORT = 30000.00 "短少"
            CM-77 2026-01-20 -1130.00 = -1130.00
            """),
        AdviceSample(
            "units of ten thousand", .rows,
            """
            付款明细|||
            订单号|发票号码|金额(万元)|备注
            PO1|20260001|12.5|货款
            PO2|20260002|3|货款
            合计||15.5|
            """,
            """
            pay 155000.00 CNY
            20260001 = 125000.00 "订单号 PO1 / 货款"
            20260002 = 30000.00 "订单号 PO2 / 货款"
            """),
        AdviceSample(
            "full-width digits and 万", .rows,
            """
            付款明细（人民币）||
            发票号码|金额|备注
            ２０２６０００１|￥１２．５万|
            ２０２６０００２|３，０００．００元|
            合计|128,000.00|
            """,
            """
            pay 128000.00 CNY
            20260001 = 125000
            20260002 = 3000.00
            """),
        AdviceSample(
            "two pages, with sums on each", .text,
            """
            付款明细

            序号  发票号码      金额
            1     23000001      5,000.00
            2     23000002      6,300.00
            小计                11,300.00
            第1页 共2页
            序号  发票号码      金额
            3     23000003      1,700.00
            小计                1,700.00
            合计                13,000.00
            """,
            """
            pay 13000.00
            23000001 = 5000.00
            23000002 = 6300.00
            23000003 = 1700.00
            """),
        AdviceSample(
            "traditional characters", .text,
            """
            付款通知
            發票號碼        發票日期        發票金額      折扣       實付金額
            INV-1           2026/3/1        1,000.00      20.00      980.00
            INV-2           2026/3/2        2,000.00       0.00      2,000.00
            總計                                                     2,980.00
            """,
            """
            pay 2980.00
            INV-1 2026-03-01 1000.00 - 20.00 = 980.00
            INV-2 2026-03-02 2000.00 - 0.00 = 2000.00
            """),
        AdviceSample(
            "bank charges in words", .text,
            """
            你好，
            水单见附件，我司今日汇款USD 19,970.00，对应发票INV-2001，银行手续费扣30.00美元。
            """,
            """
            pay 19970.00 USD
            INV-2001
            * + -30.00 BANK_CHG_CLAIM "银行手续费扣"
            """),
        AdviceSample(
            "retention and penalty as columns", .rows,
            """
            付款明细表
            单据号|单据日期|应付金额|质保金|违约金|本次付款
            KP-1|2026.1.5|100,000.00|5,000.00|0|95,000.00
            KP-2|2026.1.6|50,000.00|2,500.00|1,000.00|46,500.00
            总计||150,000.00|7,500.00|1,000.00|141,500.00
            """,
            """
            pay 141500.00
            KP-1 2026-01-05 100000.00 + -5000.00 RETENTION = 95000.00
            KP-2 2026-01-06 50000.00 + -2500.00 RETENTION = 46500.00
            KP-2 + -1000.00 PENALTY_LD
            """),
        AdviceSample(
            "the total in words below the table", .text,
            """
            我司已付款，明细如下：
            发票号   金额
            A-1      1,200.00
            A-2      300.00
            付款金额：人民币壹仟伍佰元整
            """,
            """
            pay 1500.00 CNY
            A-1 = 1200.00
            A-2 = 300.00
            """),
        AdviceSample(
            "an invoice list in sentences", .text,
            """
            我司今日已电汇41,300.00元，支付发票INV-1001 11,300.00元、INV-1002 30,000.00元，请查收。
            """,
            """
            pay 41300.00 CNY
            INV-1001 = 11300.00
            INV-1002 = 30000.00
            """),
        AdviceSample(
            "a credit note taken off", .text,
            """
            已付款：发票INV-1001 11,300.00元，扣除红字发票CN-77 1,130.00元，实付10,170.00元，付款日期：2026-03-05
            """,
            """
            pay 10170.00 CNY on 2026-03-05
            INV-1001 = 11300.00
            CN-77 (381) = -1130.00
            """),
        AdviceSample(
            "reasons in the remarks", .rows,
            """
            付款通知
            发票号|发票金额|实付金额|备注
            INV-1|1,000.00|900.00|破损扣款
            INV-2|2,000.00|1,950.00|价格差异
            INV-3|500.00|500.00|
            合计|3,500.00|3,350.00|
            """,
            """
            pay 3350.00
            INV-1 1000.00 + -100.00 DAMAGE = 900.00 "破损扣款"
            INV-2 2000.00 + -50.00 PRICE = 1950.00 "价格差异"
            INV-3 500.00 = 500.00
            """),
    ]

    @Test(arguments: samples) func isRead(_ sample: AdviceSample) {
        #expect(sample.reading.golden == sample.golden)
    }
}
