import Ledger

/// What the receipt names: items that its references, advice lines and text mean, before any amount
/// is looked at.
struct Named {
    /// Positions of open items, each once, in the order of the text.
    var open: [Int] = []
    /// Positions of items that were closed lately.
    var closed: [Int] = []
    var manner: Mention.Manner?
    var isAmbiguous = false
    var unknown: String?
    var invalid: String?
    /// Amounts that an advice gives to items.
    var amounts: [Int: Int64] = [:]
    /// A line of the advice that is not an item of ours.
    var missesAdviceLine = false
    /// Digits that may be the end of a number and fit nothing: the payer may have meant more.
    var hasUnread = false
    /// Positions that came from a range or a shortened list.
    var listed: Set<Int> = []
    /// What four or five digits may mean as the end of a number.
    var short = ShortNumbers()
    /// How each item was named: the document axis of the evidence (field.md M3). Only of `open` and
    /// `closed`; what is merely near stands in `linked` and `near`.
    var manners: [Int: Mention.Manner] = [:]
    /// Items by the numbers of other documents, looked for where no item is named by its own.
    var linked: [Linked] = []
    /// Numbers that are nearly those of items of the payer, one after another as written. None is
    /// applied by itself; one is proposed where the payer is known and the amount agrees to the
    /// cent.
    var near: [Near] = []
    /// What the payer calls the payment.
    var meanings: PaymentMeaning = []

    struct Linked {
        let kind: Item.Link.Kind
        let written: String
        /// Open items, each once.
        let positions: [Int]
    }

    struct Near {
        let written: String
        /// `cut`, `lookalike` or `mistyped`.
        let manner: Mention.Manner
        /// The item of somebody else whose number was written.
        let instead: Int?
        /// Open items of the payer, each once; several where the number fits several.
        let positions: [Int]
    }

    var isEmpty: Bool { open.isEmpty && closed.isEmpty }
}
