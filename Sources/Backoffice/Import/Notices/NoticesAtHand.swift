import Ledger
import Receivables
import Store

/// The notices of one account that wait, by what the statement's line would sum up to: each by
/// itself, and those of one batch together.
struct NoticesAtHand {
    private var groups: [Int64: [[Notice]]] = [:]
    private var taken: Set<Notice.ID> = []
    /// How often each amount is in the statement; one that is there once can be told by it alone.
    private let amounts: [Int64: Int]

    init(_ notices: [Notice], amounts: [Int64: Int] = [:]) {
        self.amounts = amounts
        for group in Self.groups(notices) {
            groups[Self.sum(group), default: []].append(group)
        }
    }

    /// What a statement's line may sum up to.
    static func amounts(_ notices: [Notice]) -> Set<Int64> { Set(groups(notices).map(sum)) }

    /// Each notice by itself, and each batch of several as a whole.
    static func groups(_ notices: [Notice]) -> [[Notice]] {
        var batches: [String: [Notice]] = [:]
        for notice in notices {
            guard let batch = notice.batch else { continue }
            batches["\(notice.format) \(batch)", default: []].append(notice)
        }
        return notices.map { [$0] }
            + batches.sorted { $0.key < $1.key }.map(\.value).filter { $0.count > 1 }
    }

    static func sum(_ group: [Notice]) -> Int64 { group.reduce(0) { $0 &+ $1.amount } }

    /// The notices of the money of `line`, of each channel one or one batch: by reference,
    /// else by amount and day where only one notice and one line fit.
    mutating func take(for line: NoticeTie.Line) -> [[Notice]] {
        guard let fitting = groups[line.amount] else { return [] }
        var found: [[Notice]] = []
        for (_, of) in Dictionary(grouping: fitting, by: { $0[0].channel })
            .sorted(by: { $0.key < $1.key })
        {
            let free = of.filter { group in !group.contains { taken.contains($0.id) } }
            let sure = free.filter { NoticeTie.grade($0, line) == .reference }
            let likely = free.filter { NoticeTie.grade($0, line) == .amountAndDay }
            let isOnly = amounts[line.amount, default: 1] == 1
            guard let group = sure.first ?? (isOnly && likely.count == 1 ? likely[0] : nil) else {
                continue
            }
            taken.formUnion(group.map(\.id))
            found.append(group)
        }
        return found
    }
}

extension Notice {
    /// Who tells: a bank's intraday report, its notification, a lockbox, …
    var channel: String { String(format.prefix(8)) }
}
