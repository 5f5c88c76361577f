import Formats
import Testing

/// An example of every finding of a written advice, each of which gives that finding alone.
@Suite struct AdviceTableFindingTests {
    /// A paid table of `header` and `rows`, as cells.
    static func paid(_ rows: String...) -> AdviceReading {
        AdviceReading(rows: rows.joined(separator: "\n"), name: "remittance.csv")
    }

    static let wide = "INV-1|1.00" + String(repeating: "|x", count: 200)

    static func example(_ kind: AdviceTableFinding) -> AdviceReading {
        switch kind {
        case .tooLong:
            AdviceReading(
                "We have paid EUR 5.00 today for invoice INV-1.\n"
                    + String(repeating: "\n", count: 100_001))
        case .tooManyColumns: paid("Invoice|Amount paid", wide, "Total|1.00")
        case .tooManyFindings:
            paid(
                "Invoice|Amount paid", String(repeating: "INV-1|0\n", count: 1_010),
                "Total|0.00")
        case .amountAmbiguous: paid("Invoice|Amount paid", "INV-1|1,234", "Total|1,234")
        case .decimalsMixed:
            paid("Invoice|Amount paid", "INV-1|1,234.56", "INV-2|1.000,00", "Total|2,234.56")
        case .dateAmbiguous:
            paid("Invoice|Date|Amount paid", "INV-1|03/04/2026|1.00", "Total||1.00")
        case .lineDiffers:
            paid("Invoice|Gross|Discount|Net", "INV-1|100.00|2.00|97.00", "Total|||97.00")
        case .totalDiffers:
            paid(
                "Invoice|Amount paid", "INV-1|1.00", "Subtotal|2.00", "INV-2|2.00", "Total|3.00")
        case .documentRepeated:
            paid("Invoice|Amount paid", "INV-1|1.00", "INV-1|2.00", "Total|3.00")
        }
    }

    static let company: [AdviceTableFinding: Set<String>] = [
        .tooManyFindings: ["advice-document-repeated"]
    ]

    @Test(arguments: AdviceTableFinding.allCases) func everyFindingHasAnExample(
        _ kind: AdviceTableFinding
    ) throws {
        let reading = Self.example(kind)
        let others = Set(reading.codes).subtracting([kind.rawValue])
        #expect(others == Self.company[kind] ?? [])
        let finding = try #require(reading.findings.first { $0.code == kind.rawValue })
        #expect(finding.severity == kind.severity)
        #expect(!kind.en.isEmpty && kind.zh.unicodeScalars.contains { $0.value >= 0x4E00 })
        #expect(reading.advices.count == 1)
    }

    /// The findings that advices of all formats share.
    @Test func sharedFindings() {
        let examples: [(AdviceFinding, AdviceReading)] = [
            (
                .amountUnreadable,
                Self.paid("Invoice|Amount paid", "INV-1|1O0.00", "INV-2|5.00", "Total|105.00")
            ),
            (
                .currencyDiffers,
                Self.paid(
                    "Invoice|Currency|Amount paid", "A-1|EUR|1.00", "A-2|USD|2.00", "Total||3.00")
            ),
            (.outOfBalance, Self.paid("Invoice|Amount paid", "INV-1|5.00", "Total|6.00")),
            (.amountMissing, Self.paid("Invoice|Amount paid", "INV-1|5.00")),
            (
                .numberMissing,
                Self.paid("Invoice|Amount paid", "INV-1|5.00", "sundry|1.00", "Total|6.00")
            ),
            (
                .dateUnreadable,
                Self.paid("Invoice|Date|Amount paid", "INV-1|soon|5.00", "Total||5.00")
            ),
        ]
        for (kind, reading) in examples {
            #expect(Set(reading.codes).contains(kind.rawValue), "\(kind): \(reading.lines)")
            let others = Set(reading.codes).subtracting([kind.rawValue])
            // What cannot be read is missing as well.
            #expect(others.isSubset(of: kind == .amountUnreadable ? ["advice-amount-missing"] : []))
        }
        #expect(AdviceFinding.outOfBalance.severity == .error)
    }

    @Test func aFindingNamesItsPlaceAndValue() {
        let reading = Self.paid("Invoice|Amount paid", "INV-1|5.00", "Total|6.00")
        #expect(reading.findings.map(\.place) == ["remittance.csv, row 3"])
        #expect(reading.findings.map(\.value) == ["6.00"])
        #expect(reading.findings.first?.en.hasSuffix("5.00 ≠ 6.00") == true)
    }

    /// A digit that changes in what is paid is seen against the total.
    @Test func noAmountChangesUnseen() throws {
        let sample = try #require(AdviceEnglishTests.samples.first { $0.text.contains("ACME") })
        #expect(sample.reading.codes == [])
        for amount in ["980.00", "$2,000.00\nBank", "(25.00)", "$2,955.00", "$20.00", "$1,000.00"] {
            let changed = sample.text.replacing(amount, with: amount.replacing("0", with: "7"))
                .replacing("5.00", with: "4.00")
            #expect(changed != sample.text)
            #expect(AdviceReading(rows: changed).codes != [], "\(amount)")
        }
    }
}
