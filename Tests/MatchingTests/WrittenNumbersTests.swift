import Ledger
import Matching
import Testing

/// What is looked up for one receipt: every number of ours that its text may mean, as we write it.
@Suite struct WrittenNumbersTests {
    private static let numbers = WrittenNumbers(
        learnedFrom: ["INV-2026/0001", "INV-2026/0987", "CM1001", "HH 88 12", "730024001"])

    private func asked(_ text: String...) -> Set<String> {
        var receipt = Remittance(
            id: 1, currency: .eur, amount: 1, valueDate: Day("2026-04-01")!)
        receipt.text = text
        return Set(Self.numbers.mayMean(receipt))
    }

    @Test(arguments: [
        ("Rechnung INV-2026/0017", "INV-2026/0017"), ("inv20260017 danke", "INV-2026/0017"),
        ("RE INV 2026 0017", "INV-2026/0017"), ("REINV2026/0017", "INV-2026/0017"),
        ("CM 1234", "CM1234"), ("CM77", "CM0077"), ("hh8813", "HH 88 13"),
        ("ref 730024555", "730024555"), ("ＩＮＶ－２０２６００１８", "INV-2026/0018"),
    ]) func findsWhateverTheSeparators(_ text: String, _ number: String) {
        #expect(asked(text).contains(number), "\(asked(text))")
    }

    @Test func listsAndRangesGoOn() {
        let list = asked("INV-2026/0017/18, 21")
        #expect(list.isSuperset(of: ["INV-2026/0017", "INV-2026/0018", "INV-2026/0021"]))
        let range = asked("CM1001-1004")
        #expect(range.isSuperset(of: ["CM1001", "CM1002", "CM1003", "CM1004"]))
        #expect(!range.contains("CM1005"))
    }

    @Test func aNumberMayBeCutByTheEndOfALine() {
        #expect(asked("payment INV-2026/", "0042").contains("INV-2026/0042"))
    }

    @Test func advicesDocumentsAndIdentificationsAreRead() {
        var receipt = Remittance(
            id: 1, currency: .eur, amount: 1, valueDate: Day("2026-04-01")!)
        receipt.advice = [.init(document: "CM 2001", amount: nil)]
        receipt.documents = [.init(document: "CM-2002", amount: 5)]
        receipt.references = ["cm2003"]
        receipt.endToEndId = "CM2004"
        let asked = Set(Self.numbers.mayMean(receipt))
        #expect(asked == ["CM2001", "CM2002", "CM2003", "CM2004"])
    }

    /// A text made to ask for everything asks for no more than a bounded number.
    @Test func isBounded() {
        let digits = (0..<3_000).map { "CM\($0 + 1_000) \($0)" }.joined(separator: " ")
        #expect(asked(digits).count <= WrittenNumbers.limit + 401)
        #expect(asked("nothing of ours").isEmpty)
        let none = WrittenNumbers(learnedFrom: [String]())
        #expect(
            none.mayMean(
                Remittance(id: 1, currency: .eur, amount: 1, valueDate: Day("2026-04-01")!)
            ).isEmpty)
    }
}
