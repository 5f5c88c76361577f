import Formats
import Testing

/// Advices as payers write them in English.
@Suite struct AdviceEnglishTests {
    static let samples: [AdviceSample] = [
        AdviceSample(
            "columns in any order, sums checked and left out", .text,
            """
            Dear Sirs,
            please find below our remittance advice for the payment of EUR 40,170.00 on 4 March 2026.

            Net          Invoice No.   Reason            Date         Deduction   Gross
            11,300.00    INV-1001                        02/01/2026        0.00   11,300.00
            30,000.00    INV-1002      short delivery    15/01/2026      500.00   30,500.00
            -1,130.00    CM-77                           20/01/2026        0.00   -1,130.00
            40,170.00    Total                                           500.00   40,670.00

            Payment reference: TRX20260304
            Payer: Northwind Ltd.
            """,
            """
            pay 40170.00 EUR on 2026-03-04 by Northwind Ltd. trace TRX20260304
            INV-1001 2026-01-02 11300.00 + 0.00 = 11300.00
            INV-1002 2026-01-15 30500.00 + -500.00 QTY_SHORT = 30000.00 "short delivery"
            CM-77 2026-01-20 -1130.00 + 0.00 = -1130.00
            """),
        AdviceSample(
            "a header over two lines, month first as a later day shows", .text,
            """
            Payment advice

            Invoice      Invoice      Gross       Discount    Amount
            No.          Date         Amount      Taken       Paid
            1001         03/13/2026   1,000.00    20.00       980.00
            1002         04/05/2026     500.00    10.00       490.00
                         Total                                1,470.00
            """,
            """
            pay 1470.00
            1001 2026-03-13 1000.00 - 20.00 = 980.00
            1002 2026-04-05 500.00 - 10.00 = 490.00
            """),
        AdviceSample(
            "a sheet with labels above, a check and bank charges", .rows,
            """
            Remittance Advice||||
            Payer:|ACME Corp|||
            Check No.|100234|||
            Payment Date|03/05/2026|||
            Invoice Number|Invoice Date|Gross Amount|Discount|Net Amount
            10001|02/14/2026|$1,000.00|$20.00|$980.00
            10002|02/15/2026|$2,000.00|$0.00|$2,000.00
            Bank charges||||(25.00)
            Total||||$2,955.00
            """,
            """
            pay 2955.00 on 2026-03-05 by ACME Corp trace 100234 method CHK
            10001 2026-02-14 1000.00 - 20.00 = 980.00
            10002 2026-02-15 2000.00 - 0.00 = 2000.00
            * + -25.00 BANK_CHG_CLAIM "Bank charges"
            """),
        AdviceSample(
            "single blanks between the columns", .text,
            """
            We have paid the following invoices:
            Invoice No Date Gross Discount Net
            INV-1 2026-03-01 100.00 2.00 98.00
            INV-2 2026-03-02 200.00 4.00 196.00
            Total 300.00 6.00 294.00
            """,
            """
            pay 294.00
            INV-1 2026-03-01 100.00 - 2.00 = 98.00
            INV-2 2026-03-02 200.00 - 4.00 = 196.00
            """),
        AdviceSample(
            "drawn with bars", .text,
            """
            | Invoice | Date | Amount | Reason | Paid |
            |---------|------|--------|--------|------|
            | INV-1 | 2026-03-01 | 100.00 | | 100.00 |
            | INV-2 | 2026-03-02 | 200.00 | damaged goods | 150.00 |
            | Total | | 300.00 | | 250.00 |

            We have paid the above by wire today.
            """,
            """
            pay 250.00
            INV-1 2026-03-01 100.00 = 100.00
            INV-2 2026-03-02 200.00 + -50.00 DAMAGE = 150.00 "damaged goods"
            """),
        AdviceSample(
            "pasted from a sheet, with tabs", .text,
            """
            We have paid these today, USD 300.00 in total:
            Invoice\tDate\tPO\tPaid
            INV-1\t2026-03-01\t\t100.00
            INV-2\t2026-03-02\t4500123\t200.00
            """,
            """
            pay 300.00 USD
            INV-1 2026-03-01 = 100.00
            INV-2 2026-03-02 = 200.00 "PO 4500123"
            """),
        AdviceSample(
            "two payments in one mail", .text,
            """
            Please see our remittance advice. Payment 1
            Trace: T1000001
            Invoice   Net
            A-1       10.00
            A-2       20.00
            Total     30.00

            Payment 2
            Trace: T1000002
            Invoice   Net
            B-1       11.00
            B-2       22.00
            Total     33.00
            """,
            """
            pay 30.00 trace T1000001
            A-1 = 10.00
            A-2 = 20.00
            pay 33.00 trace T1000002
            B-1 = 11.00
            B-2 = 22.00
            """),
        AdviceSample(
            "invoices and credit notes in tables of their own", .text,
            """
            Remittance advice 7788
            Total payment: GBP 850.00

            Invoices
            Invoice No   Date          Amount
            INV-1        01 Feb 2026   600.00
            INV-2        02 Feb 2026   350.00
            Total                      950.00

            Credit notes
            Credit note   Date          Amount
            CN-5          03 Feb 2026   (100.00)
            Total                       (100.00)
            """,
            """
            pay 850.00 GBP
            INV-1 2026-02-01 = 600.00
            INV-2 2026-02-02 = 350.00
            CN-5 2026-02-03 = -100.00
            """),
        AdviceSample(
            "credit notes by their type, without a minus", .rows,
            """
            Invoice|Type|Amount paid
            INV-1|Invoice|1000.00
            CN-9|Credit note|100.00
            Total||900.00
            """,
            """
            pay 900.00
            INV-1 (380) = 1000.00
            CN-9 (381) = -100.00
            """),
        AdviceSample(
            "several deductions, each a column", .rows,
            """
            Document|Gross|Withholding tax|Retention|Freight|Net paid
            INV-1|1,000.00|100.00|50.00|0.00|850.00
            INV-2|2,000.00|0.00|100.00|20.50|1,879.50
            Total|3,000.00|100.00|150.00|20.50|2,729.50
            """,
            """
            pay 2729.50
            INV-1 1000.00 + -100.00 WITHHOLD_TAX = 850.00
            INV-1 + -50.00 RETENTION
            INV-2 2000.00 + -100.00 RETENTION = 1879.50
            INV-2 + -20.50 FREIGHT
            """),
        AdviceSample(
            "lakhs, trailing minus and CR", .text,
            """
            Remittance advice
            Bill No.   Bill Date    Bill Amount     TDS         Net Amount
            B/2026/1   01-Feb-26    12,34,567.00    12,345.67   12,22,221.33
            B/2026/2   05-Feb-26     1,00,000.00-       0.00     1,00,000.00-
            B/2026/3   07-Feb-26       50,000.00CR      0.00       50,000.00 CR
            Grand total                                         10,72,221.33
            """,
            """
            pay 1072221.33
            B/2026/1 2026-02-01 1234567.00 + -12345.67 WITHHOLD_TAX = 1222221.33
            B/2026/2 2026-02-05 -100000.00 + 0.00 = -100000.00
            B/2026/3 2026-02-07 -50000.00 + 0.00 = -50000.00
            """),
        AdviceSample(
            "a payer's own code for what it takes off", .rows,
            """
            Remittance advice
            Invoice|Gross|Deduction|Reason code|Net
            INV-1|100.00|10.00|SH01|90.00
            INV-2|100.00|5.00|pricing error|95.00
            INV-3|100.00|1.00|see letter|99.00
            Total||16.00||284.00
            """,
            """
            pay 284.00
            INV-1 100.00 + -10.00 SH01 = 90.00 "SH01"
            INV-2 100.00 + -5.00 PRICE = 95.00 "pricing error"
            INV-3 100.00 + -1.00 = 99.00 "see letter"
            """),
        AdviceSample(
            "notes that go on in the line below", .text,
            """
            Remittance advice

            Invoice    Gross      Deduction   Net       Reason
            INV-1      1,000.00   100.00      900.00    goods damaged on
                                                        arrival, see claim 44
            INV-2        500.00               500.00
            Total      1,500.00   100.00      1,400.00
            """,
            """
            pay 1400.00
            INV-1 1000.00 + -100.00 DAMAGE = 900.00 "goods damaged on arrival, see claim 44"
            INV-2 500.00 = 500.00
            """),
        AdviceSample(
            "in one sentence", .text,
            """
            INV-1001 11,300.00 / INV-1002 30,000.00 less CM-77 1,130.00 paid today by wire, total USD 40,170.00
            """,
            """
            pay 40170.00 USD
            INV-1001 = 11300.00
            INV-1002 = 30000.00
            CM-77 (381) = -1130.00
            """),
        AdviceSample(
            "a list under a sentence", .text,
            """
            Hello,
            we have paid EUR 1,500.00 on 5 March 2026 for the invoices below.
            INV-1 500.00
            INV-2 1,000.00
            Regards
            """,
            """
            pay 1500.00 EUR on 2026-03-05
            INV-1 = 500.00
            INV-2 = 1000.00
            """),
        AdviceSample(
            "the payment in the mail, the table in its file", .textAndRows,
            """
            We have paid USD 300.00 on 2026-03-05, see the file. Our reference: PAY-2026-77
            =====
            Invoice|Amount
            INV-1|100.00
            INV-2|200.00
            """,
            """
            pay 300.00 USD on 2026-03-05 trace PAY-2026-77
            INV-1 = 100.00
            INV-2 = 200.00
            """),
    ]

    @Test(arguments: samples) func isRead(_ sample: AdviceSample) {
        #expect(sample.reading.golden == sample.golden)
    }
}
