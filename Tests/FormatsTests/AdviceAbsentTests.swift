import Formats
import Testing

/// What is no advice gives none, and no finding: a wrong one costs more than one that is missed.
@Suite struct AdviceAbsentTests {
    static let samples: [AdviceSample] = [
        AdviceSample(
            "a request to pay", .text,
            """
            Hi, please pay invoice INV-1001 of 11,300.00 by 5 March. Thanks
            """),
        AdviceSample(
            "a promise", .text,
            """
            我司将于3月5日付款11,300.00元, 发票INV-1001
            """),
        AdviceSample(
            "a promise in English", .text,
            """
            We will pay invoice INV-1001 of EUR 500.00 next week.
            """),
        AdviceSample(
            "a request for a statement", .text,
            """
            Please send us your statement of account and copies of INV-1001 and INV-1002 (EUR 41,300.00).
            """),
        AdviceSample(
            "a request for the advice", .text,
            """
            Please send the remittance advice for your payment of EUR 500.00, invoice INV-1.
            """),
        AdviceSample(
            "an answer out of the office", .text,
            """
            I am out of office until 5 March 2026. For invoice INV-1 of 500.00 EUR call Ms Green.
            """),
        AdviceSample(
            "a statement", .text,
            """
            Statement of account

            Invoice   Date         Due date     Amount     Balance
            INV-1     2026-01-01   2026-02-01   100.00     100.00
            Total                               100.00     100.00
            Please pay the overdue amount.
            """),
        AdviceSample(
            "a dunning letter with a table", .text,
            """
            Payment reminder: these invoices are overdue.
            Invoice    Date         Amount
            INV-1      2026-01-01   100.00
            Total                   100.00
            """),
        AdviceSample(
            "a reminder in Chinese", .text,
            """
            贵司以下发票已逾期，请尽快付款：
            发票号    金额
            INV-1     100.00
            合计      100.00
            """),
        AdviceSample(
            "an order", .text,
            """
            Order confirmation
            Document no.   Date         Quantity   Price   Amount
            SO-1           2026-01-01   5          10.00   50.00
            Total                                          50.00
            """),
        AdviceSample(
            "a list of invoices without a word of payment", .rows,
            """
            Invoice|Date|Amount
            INV-1|2026-01-01|100.00
            INV-2|2026-01-02|200.00
            """),
        AdviceSample(
            "a newsletter", .text,
            """
            Newsletter: we have paid out EUR 5,000.00 in prizes! Unsubscribe here: http://x.example/u/INV-1
            """),
        AdviceSample(
            "an invoice in words", .text,
            """
            Invoice INV-77 of 3 March 2026. Payment details: IBAN DE89370400440532013000. Total EUR 500.00, payable within 30 days.
            """),
        AdviceSample(
            "an invoice's lines", .text,
            """
            Invoice INV-77
            Item    Description   Quantity   Unit price   Amount
            1       Pump          2          100.00       200.00
            Total                                         200.00
            """),
        AdviceSample(
            "thanks for a payment", .text,
            """
            Thank you for your payment of EUR 500.00 for INV-1.
            """),
        AdviceSample(
            "a mail that quotes ours", .text,
            """
            Will look into it.
            > We have paid EUR 500.00
            > Invoice   Amount paid
            > INV-1     500.00
            > Total     500.00
            """),
        AdviceSample(
            "a price list in German", .text,
            """
            Angebot
            Beleg   Bezeichnung   Preis   Betrag
            1       Pumpe         10,00   10,00
            Summe                         10,00
            """),
        AdviceSample(
            "not received", .text,
            """
            We have not received your invoice INV-1 of EUR 500.00, so it was not paid.
            """),
    ]

    @Test(arguments: samples) func isNoAdvice(_ sample: AdviceSample) {
        #expect(sample.reading.lines == [])
    }
}
