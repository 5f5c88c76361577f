import Ledger

/// A receipt that a returned payment may undo.
public struct ReturnCandidate: Sendable, Equatable {
    public enum Grade: Int64, Sendable, CaseIterable {
        /// The bank names it: by trace number, end-to-end identification, or check number.
        case reference = 0
        /// It alone has the amount and came within the sixty days before.
        case onlyAmount
        /// It has the amount, and so have others.
        case amount

        public var en: String {
            switch self {
            case .reference: "named by the bank"
            case .onlyAmount: "the only one of this amount in 60 days"
            case .amount: "one of several of this amount"
            }
        }

        public var zh: String {
            switch self {
            case .reference: "银行报文已指明"
            case .onlyAmount: "60天内唯一同额收款"
            case .amount: "多笔同额收款之一"
            }
        }
    }

    public let receipt: Receipt.ID
    public let grade: Grade

    /// Those of `receipts` that `item` may undo, the surest first; the bank's words go before the
    /// amount, and nothing is guessed where several fit.
    public static func of(
        _ item: ReturnedItem, among receipts: [Receipt], on day: Day
    ) -> [ReturnCandidate] {
        let fitting = receipts.filter {
            $0.money == item.amount && $0.state != .reversed && $0.bookedOn <= day
                && $0.holdings.reversed.amount == 0 && $0.holdings.elsewhere.amount == 0
        }.sorted { ($0.bookedOn, $0.id) > ($1.bookedOn, $1.id) }
        let wanted = Set(item.references.map(key)).subtracting([""])
        let named = fitting.filter { !$0.source.names.isDisjoint(with: wanted) }
        if !named.isEmpty {
            return named.map { ReturnCandidate(receipt: $0.id, grade: .reference) }
        }
        let near = fitting.filter { day - $0.bookedOn <= 60 }
        let grade: Grade = near.count == 1 ? .onlyAmount : .amount
        return near.map { ReturnCandidate(receipt: $0.id, grade: grade) }
    }

    /// Of numbers, leading zeros say nothing: `0001001` is check 1001.
    static func key(_ text: String) -> String {
        let bytes = text.utf8.filter { $0 > 0x20 }
        return String(decoding: bytes.drop { $0 == UInt8(ascii: "0") }, as: UTF8.self)
    }
}

extension Receipt.Source {
    fileprivate var names: Set<String> {
        Set(
            ([endToEndId, bankReference, checkNumber].compactMap { $0 } + references)
                .map(ReturnCandidate.key)
        ).subtracting([""])
    }
}
