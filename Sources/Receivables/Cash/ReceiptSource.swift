import Ledger

extension Receipt {
    /// What is known of the money, each kind of evidence by itself: what the bank line says of it,
    /// completed by notices and advices (domain.md §3.3).
    public struct Source: Sendable, Equatable {
        public var line: BankLine.ID?
        public var account: String?
        public var bankReference: String?
        public var endToEndId: String?
        public var payer: String?
        public var payerAccount: String?
        /// BIC, clearing or routing number; with a check, that of its MICR line.
        public var payerBank: String?
        public var code: String?
        /// Free text, line by line.
        public var text: [String] = []
        /// Structured creditor references.
        public var references: [String] = []
        /// `number=minor units` of each document that the payment itself names.
        public var documents: [String] = []
        /// The same of each line of the payer's remittance advice.
        public var advice: [String] = []
        public var checkNumber: String?
        public var chargeBearer: String?
        public var charges: Int64 = 0

        public init() {}
    }
}

extension Receipt.Source {
    /// This and what only `other` says of the same money. What is here already stays: the statement
    /// has the last word.
    public func completed(by other: Receipt.Source) -> Receipt.Source {
        var both = self
        both.endToEndId = endToEndId ?? other.endToEndId
        both.bankReference = bankReference ?? other.bankReference
        both.payer = payer ?? other.payer
        both.payerAccount = payerAccount ?? other.payerAccount
        both.payerBank = payerBank ?? other.payerBank
        both.code = code ?? other.code
        both.checkNumber = checkNumber ?? other.checkNumber
        both.chargeBearer = chargeBearer ?? other.chargeBearer
        if charges == 0 { both.charges = other.charges }
        both.text = Self.union(text, other.text)
        both.references = Self.union(references, other.references)
        if documents.isEmpty { both.documents = other.documents }
        if advice.isEmpty { both.advice = other.advice }
        return both
    }

    /// How much it says, to choose between two sources of the same parts.
    var weight: Int {
        text.reduce(0) { $0 + $1.utf8.count } + 20 * (references.count + documents.count)
            + [endToEndId, payer, payerAccount, checkNumber].reduce(0) { $0 + ($1 == nil ? 0 : 10) }
    }

    private static func union(_ lines: [String], _ others: [String]) -> [String] {
        // The same words in lines of other lengths are the same words.
        let known = squeezed(lines.joined())
        return lines
            + others.filter {
                let line = squeezed($0)
                return !line.isEmpty && known.firstRange(of: line) == nil
            }
    }

    private static func squeezed(_ text: String) -> [UInt8] { text.utf8.filter { $0 > 0x20 } }
}
