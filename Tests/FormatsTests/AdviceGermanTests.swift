import Formats
import Testing

/// Advices as payers write them in German and French.
@Suite struct AdviceGermanTests {
    static let samples: [AdviceSample] = [
        AdviceSample(
            "a Zahlungsavis", .text,
            """
            Zahlungsavis

            Auftraggeber: Müller & Söhne GmbH
            Valuta: 05.03.2026
            Zahlbetrag: 9.650,00 EUR
            Referenz: 1500004711

            Rechnungsnr.   Belegdatum    Bruttobetrag    Skonto    Abzug   Zahlbetrag
            RE-2026-01     02.02.2026    10.000,00       200,00    150,00  9.650,00
            Summe                        10.000,00       200,00    150,00  9.650,00
            """,
            """
            pay 9650.00 EUR on 2026-03-05 by Müller & Söhne GmbH trace 1500004711
            RE-2026-01 2026-02-02 10000.00 - 200.00 + -150.00 = 9650.00
            """),
        AdviceSample(
            "our number before theirs, and no column of what is paid", .text,
            """
            Sehr geehrte Damen und Herren,
            wir haben heute folgende Posten überwiesen:

            Ihr Beleg    Unser Beleg   Datum        Abzüge    Bruttobetrag
            RE4711       1900000123    05.02.2026     20,00       1.000,00
            RE4712       1900000124    06.02.2026      0,00         500,00-
            Summe                                     20,00         480,00
            """,
            """
            pay 480.00
            RE4711 2026-02-05 1000.00 + -20.00 = 980.00 "Unser Beleg 1900000123"
            RE4712 2026-02-06 -500.00 + 0.00 = -500.00 "Unser Beleg 1900000124"
            """),
        AdviceSample(
            "a sentence", .text,
            """
            Wir haben am 05.03.2026 EUR 9.650,00 überwiesen für Rechnung RE-1001 10.000,00 abzgl. Skonto 200,00 abzgl. Gutschrift GS-5 150,00
            """,
            """
            pay 9650.00 EUR on 2026-03-05
            RE-1001 = 10000.00
            GS-5 (381) = -150.00
            * + -200.00 "abzgl. Skonto"
            """),
        AdviceSample(
            "one amount with a decimal comma (G-EXT-02)", .text,
            """
            Wir haben heute 1.234,56 EUR überwiesen für Rechnung 4711-22.
            """,
            """
            pay 1234.56 EUR
            4711-22
            """),
        AdviceSample(
            "sums carried over the page", .text,
            """
            Zahlungsavis
            Rechnung      Datum         Betrag
            RE-1          01.02.2026    100,00
            RE-2          02.02.2026    200,00
            Übertrag                    300,00
            Seite 2
            RE-3          03.02.2026     50,50
            Gesamtbetrag                350,50
            """,
            """
            pay 350.50
            RE-1 2026-02-01 = 100.00
            RE-2 2026-02-02 = 200.00
            RE-3 2026-02-03 = 50.50
            """),
        AdviceSample(
            "Swiss grouping and reasons", .rows,
            """
            Zahlungsavis
            Rechnung|Betrag brutto|Kürzung|Grund|Überweisungsbetrag
            R-1|1'000.00|50.00|Preisdifferenz|950.00
            R-2|12'500.50|500.50|beschädigte Ware|12'000.00
            Total|||Fr.|12'950.00
            """,
            """
            pay 12950.00
            R-1 1000.00 + -50.00 PRICE = 950.00 "Preisdifferenz"
            R-2 12500.50 + -500.50 DAMAGE = 12000.00 "beschädigte Ware"
            """),
        AdviceSample(
            "an avis de paiement", .text,
            """
            Avis de paiement

            Date de virement : 05/03/2026
            Payeur : Société d'Équipement
            Référence de paiement : VIR-889

            Facture        Date          Montant brut   Escompte   Montant payé
            FA-0001        13/02/2026    1 234,56       34,56      1 200,00
            FA-0002        27/02/2026    10 000,00      0,00       10 000,00
            Montant total                                          11 200,00 EUR
            """,
            """
            pay 11200.00 on 2026-03-05 by Société d'Équipement trace VIR-889
            FA-0001 2026-02-13 1234.56 - 34.56 = 1200.00
            FA-0002 2026-02-27 10000.00 - 0.00 = 10000.00
            """),
    ]

    @Test(arguments: samples) func isRead(_ sample: AdviceSample) {
        #expect(sample.reading.golden == sample.golden)
    }
}
