import Testing

@testable import Matching

/// The goldens of domain.md §3.4 and §5.6, each with one that must fail.
struct CheckDigitTests {
    @Test(arguments: [
        ("1234512345", "RF451234512345"), ("AB2G5", "RF68AB2G5"), ("ISO11649", "RF60ISO11649"),
        ("539007547034", "RF18539007547034"), ("INV20260001", "RF16INV20260001"),
    ])
    func `ISO 11649`(body: String, reference: String) {
        #expect(ISO11649.reference(for: body) == reference)
        #expect(ISO11649.isValid(reference))
        #expect(!ISO11649.isValid("RF17" + reference.dropFirst(4)))
        #expect(!ISO11649.isValid(reference + "1"))
    }

    @Test func `ISO 11649 in groups, never too long or empty`() {
        #expect(ISO11649.isValid("rf18 5390 0754 7034"))
        #expect(ISO11649.reference(for: String(repeating: "1", count: 22)) == nil)
        #expect(ISO11649.reference(for: "") == nil)
        #expect(!ISO11649.isValid("RF18"))
        #expect(!ISO11649.isValid("XX18539007547034"))
    }

    @Test func `Belgian structured communication`() {
        #expect(BelgianOGM.checkDigits(for: "0108068171") == "83")
        #expect(BelgianOGM.checkDigits(for: "1234567890") == "02")
        #expect(BelgianOGM.checkDigits(for: "0000000097") == "97")
        #expect(BelgianOGM.isValid("+++010/8068/17183+++"))
        #expect(!BelgianOGM.isValid("+++010/8068/17184+++"))
        #expect(!BelgianOGM.isValid("010806817183X"))
    }

    @Test func `Swiss QR reference`() {
        #expect(SwissQRR.checkDigit(for: "21000000000313947143000901") == 7)
        #expect(SwissQRR.isValid("21 00000 00003 13947 14300 09017"))
        #expect(!SwissQRR.isValid("210000000003139471430009018"))
        #expect(!SwissQRR.isValid("21000000000313947143000901"))
    }

    @Test func `Finnish reference`() {
        #expect(FinnishReference.reference(for: "12345") == "123453")
        #expect(FinnishReference.reference(for: "123456") == "1234561")
        #expect(FinnishReference.isValid("00000 123453"))
        #expect(!FinnishReference.isValid("123454"))
        #expect(FinnishReference.reference(for: "12") == nil)
    }

    @Test func `Norwegian KID`() {
        #expect(NorwegianKID.mod10(for: "60224") == "602243")
        #expect(NorwegianKID.mod11(for: "1234567") == "12345674")
        #expect(NorwegianKID.mod11(for: "6") == "6-")
        for valid in ["602243", "12345674", "6-"] { #expect(NorwegianKID.isValid(valid)) }
        #expect(!NorwegianKID.isValid("602244"))
        #expect(!NorwegianKID.isValid("7-"))
    }

    @Test func `Swedish OCR`() {
        #expect(SwedishOCR.reference(for: "12345") == "123455")
        #expect(SwedishOCR.reference(for: "12345", lengthDigit: true) == "1234574")
        #expect(SwedishOCR.isValid("1234574", lengthDigit: true))
        #expect(!SwedishOCR.isValid("123455", lengthDigit: true))
        #expect(!SwedishOCR.isValid("123456"))
    }

    @Test func `bank accounts and routing numbers`() {
        #expect(IBAN.isValid("GB82 WEST 1234 5698 7654 32"))
        #expect(IBAN.isValid("DE89370400440532013000"))
        #expect(!IBAN.isValid("DE01370400440532013000"))
        #expect(IBAN.checkDigits(country: "DE", account: "370400440532013000") == "89")
        #expect(ABARouting.isValid("021000021"))
        #expect(!ABARouting.isValid("021000022"))
        #expect(!ABARouting.isValid("21000021"))
    }

    @Test func `legal entity identifier`() {
        #expect(LEI.isValid("969500KSV493XWY0PS33"))
        #expect(LEI.isValid("5493001KJTIIGC8Y1R12"))
        #expect(!LEI.isValid("5493001KJTIIGC8Y1R13"))
    }

    @Test func `unified social credit code`() {
        #expect(USCC.isValid("91350100M000100Y43"))
        #expect(!USCC.isValid("91350100M000100Y4Z"))
        #expect(!USCC.isValid("91350100M000100Y44"))
        #expect(USCC.checkSign(for: "91350100M000100Y4") == "3")
        #expect(USCC.checkSign(for: "91110000600037341") == "L")
        #expect(USCC.checkSign(for: "91210200MA0000001") == "M")
        #expect(USCC.checkSign(for: "9121020OMA0000001") == nil)
    }

    @Test func `a remainder of nothing checks as 0, not as 31`() {
        let zero = (0..<100_000).lazy.map { n -> String in
            "91210200MA" + String(repeating: "0", count: 7 - "\(n)".count) + "\(n)"
        }.first { USCC.checkSign(for: $0) == "0" }
        #expect(zero.map { USCC.isValid($0 + "0") } == true)
    }

    @Test func `a creditor reference shows its scheme`() {
        func check(_ text: String) -> CreditorReference.Check {
            CreditorReference.check(Array(text.utf8))
        }
        #expect(check("RF18539007547034") == .valid)
        #expect(check("RF19539007547034") == .invalid)
        #expect(check("210000000003139471430009018") == .invalid)
        #expect(check("INV1001") == .plain)
        #expect(check("010806817183") == .valid)
    }
}
