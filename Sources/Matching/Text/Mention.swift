/// An item that a text may mean. Several with one `ordinal` are the items that one written number
/// fits.
struct Mention: Equatable {
    enum Manner: UInt8 {
        case advice
        case creditorReference
        /// Written in full.
        case number
        /// From a range or a shortened list: `INV1001/2`.
        case listed
        /// Without its prefix or its first digits; believed only for one open item of a known
        /// payer.
        case shortened
        /// By the number of an order, contract or delivery that the item carries (R7).
        case linked
        /// The first signs of a number, cut at the end of the text.
        case cut
        /// O for 0, I or l for 1.
        case lookalike
        /// One sign too many, too few, another one, or two changed about.
        case mistyped

        /// Whether the payer wrote the whole number, and nothing was completed by us.
        var isFull: Bool { self.rawValue <= Manner.number.rawValue }
    }

    let ordinal: Int
    let position: Int
    let manner: Manner
    /// Found only by reading two lines as one.
    var isGlued = false
}

/// What a text names, before it is known who paid.
struct Mentions {
    var found: [Mention] = []
    /// Digits that may be the end of a number: looked up once the payer is known.
    var endings: [Ending] = []
    /// Ranges too wide to be looked up number by number: only of a payer's own items.
    var ranges: [WideRange] = []
    /// Words with digits that are none of our numbers: perhaps nearly one.
    var unread: [UnreadWord] = []
    /// Words that may be the number of an order, a contract, a delivery.
    var links: [LinkWord] = []
    /// The first number that looks like ours and is not there.
    var unknown: String?
    /// The first creditor reference whose check digits fail.
    var invalid: String?
    var ordinals = 0

    struct WideRange: Equatable {
        let prefix: [UInt8]
        let numbers: ClosedRange<Int>
        /// Digits of a number.
        let width: Int

        /// The number's value, where it is one of the range's kind.
        func contains(_ signs: [UInt8]) -> Bool {
            guard signs.count == prefix.count + width, signs.starts(with: prefix) else {
                return false
            }
            var value = 0
            for sign in signs.dropFirst(prefix.count) {
                guard ASCII.isDigit(sign) else { return false }
                value = value * 10 + Int(sign - ASCII.zero)
            }
            return numbers.contains(value)
        }
    }

    struct Ending: Equatable {
        let digits: [UInt8]
        /// A word for an invoice stands before it.
        let isAnnounced: Bool
        /// Six digits at least name an item by themselves (domain.md §3.5); fewer only where the
        /// amount agrees.
        var isLong: Bool { digits.count >= 6 }
    }

    /// A count that comes from outside is bounded: no receipt pays more items than this.
    static let limit = 4_000

    mutating func add(_ positions: [Int], _ manner: Mention.Manner) {
        guard !positions.isEmpty, found.count < Self.limit else { return }
        for position in positions {
            found.append(Mention(ordinal: ordinals, position: position, manner: manner))
        }
        ordinals += 1
    }
}
