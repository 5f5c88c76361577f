import Ledger
import Receivables

/// The texts of the letters (domain.md §9.5), English and Chinese beside each other: formal, and
/// without a threat.
enum LetterTexts {
    static func text(_ kind: LetterKind, _ language: Language) -> String {
        let both =
            switch kind {
            case .remittanceRequest: remittanceRequest
            case .senderQuery: senderQuery
            case .shortPayment: shortPayment
            case .unearnedDiscount: unearnedDiscount
            case .overpayment: overpayment
            case .duplicatePayment: duplicatePayment
            case .returnedCheck: returnedCheck
            case .thirdPartyPayment: thirdPartyPayment
            case .bankChangeWarning: bankChangeWarning
            case .misdirectedPayment: misdirectedPayment
            }
        return language(both.en, both.zh)
    }
}
