import Testing

@testable import Matching

/// What payers call a payment (domain.md §3.5).
struct PaymentMeaningTests {
    private static let texts: [(String, PaymentMeaning)] = [
        ("合同HT-01定金", .advance), ("30% DEPOSIT FOR PI 2201", .advance),
        ("预付货款", .advance), ("預付款", .advance), ("Anzahlung Auftrag 77", .advance),
        ("acompte commande", .advance), ("down payment", .advance), ("pro-forma 88", .advance),
        ("质保金", .retention), ("質量保證金", .retention), ("RETENTION RELEASE", .retention),
        ("尾款", .balance), ("final payment", .balance), ("Restzahlung", .balance),
        ("balance of inv 1001", .balance), ("进度款第2期", .instalment), ("2ND INSTALMENT", .instalment),
        ("对账单3月", .statement), ("货款 INV-1001", []), ("", []), ("DEPOSITED", []),
        ("定金及尾款", [.advance, .balance]),
    ]

    @Test(arguments: texts)
    func `are read`(text: String, meaning: PaymentMeaning) {
        #expect(PaymentMeaning(Folding.fold(text)) == meaning)
        #expect(Desk.match(Desk.receipt(1_00, text)).meanings == meaning)
    }
}
