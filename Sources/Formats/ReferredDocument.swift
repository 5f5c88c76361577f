import Ledger

extension PaymentDetail {
    /// A document that a payment settles, as the payer says it: an invoice, a credit note, or a
    /// line of one. Amounts as the file has them.
    public struct ReferredDocument: Sendable, Equatable {
        /// `CINV`, `CREN`, …
        public var type: String?
        public var number: String?
        /// What is remitted; where the file does not say, what is due, or the credit note.
        public var amount: Amount?
        public var date: Day?
        /// Before anything is taken off.
        public var due: Amount?
        public var discount: Amount?
        public var creditNote: Amount?
        public var tax: Amount?
        public var adjustments: [Adjustment] = []
        /// Of a line: what it says in words.
        public var text: String?
        /// Lines of the document, each with its number and amounts.
        public var lines: [ReferredDocument] = []

        public init(type: String?, number: String?, amount: Amount?) {
            self.type = type
            self.number = number
            self.amount = amount
        }
    }

    /// What is added to a document, or taken off it if negative.
    public struct Adjustment: Sendable, Equatable {
        public var amount: Amount
        /// The payer's code, at most four characters.
        public var reason: String?
        public var text: String?

        public init(amount: Amount, reason: String? = nil, text: String? = nil) {
            self.amount = amount
            self.reason = reason
            self.text = text
        }
    }
}
