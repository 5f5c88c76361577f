import Ledger

/// Whether a notice, or a batch of them, is of the money that a bank line brought: by the bank's
/// reference, else by amount and day where only one fits.
public enum NoticeTie {
    /// How far the statement may be from the notice, in days: a weekend and a holiday.
    public static let days: Int32 = 5

    /// What counts of a line for the decision.
    public struct Line: Sendable, Equatable {
        /// Signed minor units.
        public let amount: Int64
        public let bookedOn: Day
        public let bankReference: String?
        /// `camt`, `MT94`, …: references of one family are comparable.
        public let format: String

        public init(amount: Int64, bookedOn: Day, bankReference: String?, format: String) {
            self.amount = amount
            self.bookedOn = bookedOn
            self.bankReference = bankReference
            self.format = format
        }
    }

    public enum Grade: Int, Comparable, Sendable {
        case no, amountAndDay, reference

        public static func < (a: Grade, b: Grade) -> Bool { a.rawValue < b.rawValue }
    }

    /// How surely `notices`, one or a batch, are the money of `line`.
    public static func grade(_ notices: [Notice], _ line: Line) -> Grade {
        guard let first = notices.first else { return .no }
        var sum: Int64 = 0
        for notice in notices {
            let (next, over) = sum.addingReportingOverflow(notice.amount)
            if over { return .no }
            sum = next
        }
        guard sum == line.amount, abs(line.bookedOn - first.day) <= days else { return .no }
        guard notices.count == 1, let own = first.bankReference, let other = line.bankReference
        else { return .amountAndDay }
        if own == other { return .reference }
        // Two references of one bank system that differ are two payments.
        return family(first.format) == family(line.format) ? .no : .amountAndDay
    }

    static func family(_ format: String) -> String {
        if format.hasPrefix("camt") { return "camt" }
        if format.hasPrefix("MT94") { return "MT94" }
        return format
    }

    /// The parts that the money of a line of `amount` is made of: those of the line itself,
    /// completed by the notices', or the notices' where they break it down further.
    public static func parts(
        _ own: [Notice.Part], completedBy notices: [Notice], amount: Int64
    ) -> [Notice.Part] {
        let told = notices.flatMap(\.parts)
        guard !told.isEmpty, told.allSatisfy({ $0.amount > 0 }),
            told.reduce(Int64(0), { $0 &+ $1.amount }) == amount
        else { return own }
        if own.count == 1, told.count == 1 {
            return [Notice.Part(amount, own[0].source.completed(by: told[0].source))]
        }
        if told.count > own.count, own.count == 1 {
            return told.map { part in
                Notice.Part(part.amount, part.source.completed(by: common(own[0].source)))
            }
        }
        let isSame = told.map(\.amount) == own.map(\.amount)
        if isSame {
            return zip(own, told).map {
                Notice.Part($0.amount, $0.source.completed(by: $1.source))
            }
        }
        return own
    }

    /// What a lump sum says of each of its parts: where it lies, not who paid it.
    private static func common(_ source: Receipt.Source) -> Receipt.Source {
        var common = Receipt.Source()
        common.bankReference = source.bankReference
        common.code = source.code
        return common
    }
}
