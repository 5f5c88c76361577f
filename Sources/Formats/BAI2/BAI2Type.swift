/// The type of an amount, three digits. What is not in a list of ours still has its direction, by
/// its range.
struct BAI2Type {
    enum Direction {
        case credit, debit
        /// A balance, or words without money: nothing that moved.
        case none
        /// Of a range that has no meaning.
        case unknown
    }

    let number: Int

    /// Nil unless the field is three digits.
    init?(_ field: ByteRun) {
        guard field.count == 3, let number = field.count(below: 1000) else { return nil }
        self.number = number
    }

    static let openingLedger = 10
    static let closingLedger = 15

    /// 720–759 and 760–799 are of loans, from 900 on each bank has its own.
    var direction: Direction {
        switch number {
        case 100...399, 720...759, 920...959: .credit
        case 400...699, 760...799, 960...999: .debit
        case 1...99, 700...719, 890, 900...919: .none
        default: .unknown
        }
    }

    /// Checks paid (474, 475), returned (255) and taken back (395): the customer's reference is the
    /// number of the check.
    var isCheck: Bool { [255, 395, 474, 475].contains(number) }

    /// Returned items: 255, 257, 266 come back to us, 555, 557, 566 are taken from us.
    var isReturn: Bool { [255, 257, 266, 555, 557, 566].contains(number) }

    /// A return, or a reversal by the bank: of a debit (252, 258, 395) or of a credit (552, 558,
    /// 694).
    var takesBack: Bool { isReturn || [252, 258, 395, 552, 558, 694].contains(number) }
}
