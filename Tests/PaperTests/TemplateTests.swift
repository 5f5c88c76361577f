import Ledger
import Receivables
import Testing

@testable import Paper

/// The texts of the letters say the same in both languages, and nothing in them stays empty.
@Suite struct TemplateTests {
    @Test(arguments: LetterKind.allCases) func bothLanguagesHaveTheSamePlaces(
        _ kind: LetterKind
    ) {
        let english = LetterTemplate(kind, .en).places
        let chinese = LetterTemplate(kind, .zh).places
        #expect(Set(english) == Set(chinese), "\(kind.rawValue)")
        let known = Set(
            LetterFact.allCases.map(\.rawValue) + LetterInsert.allCases.map(\.rawValue))
        #expect(known.isSuperset(of: english), "\(kind.rawValue): \(english)")
        #expect(!english.isEmpty)
    }

    /// A place that no letter has would be a fact that is worked out for nobody.
    @Test func everyPlaceIsUsed() {
        let used = Set(LetterKind.allCases.flatMap { LetterTemplate($0, .en).places })
        for fact in LetterFact.allCases { #expect(used.contains(fact.rawValue), "\(fact)") }
        for insert in LetterInsert.allCases { #expect(used.contains(insert.rawValue), "\(insert)") }
    }

    @Test(arguments: LetterKind.allCases, Language.allCases) func everyPlaceIsFilled(
        _ kind: LetterKind, _ language: Language
    ) throws {
        let text = try Sample.letter(kind, language).text()
        for sign in ["{", "}", "[", "]"] { #expect(!text.contains(sign), "\(kind): \(sign)") }
    }

    @Test(arguments: LetterKind.allCases) func whatIsMissingIsNamed(_ kind: LetterKind) {
        for fact in LetterFact.allCases where LetterTemplate(kind, .en).places.contains("\(fact)") {
            var facts = Sample.facts(.en)
            facts[fact] = nil
            #expect(throws: LetterTemplate.Missing(name: fact.rawValue)) {
                try LetterTemplate(kind, .en).filled(facts, [:])
            }
        }
    }

    /// A payer may be called anything.
    @Test func whatIsFilledInIsNotFilledAgain() throws {
        var facts = Sample.facts(.en)
        facts[.payer] = "{amount} [payment] }{"
        let filled = try LetterTemplate(.misdirectedPayment, .en).filled(facts, [:])
        guard case .paragraph(let text) = filled.body[1] else {
            Issue.record("no paragraph")
            return
        }
        #expect(text.contains("from {amount} [payment] }{ the"))
    }

    /// Names end with `Ltd.`; a full stop behind one would be the second.
    @Test(arguments: LetterKind.allCases) func noNameEndsASentence(_ kind: LetterKind) {
        let text = LetterTexts.text(kind, .en)
        for name in ["payer", "customer", "sender", "reason"] {
            #expect(!text.contains("{\(name)}."), "\(kind.rawValue)")
        }
    }

    @Test func aTextWithoutItsPlacesIsSeen() {
        #expect(
            LetterTemplate("{a} b\n\nc {d}\n\n[payment]\n\n--- {e}\n\nf").places
                == ["a", "d", "payment", "e"])
    }
}
