/// How much speaks for a match, graded by three things that are looked at in this order: who paid,
/// which documents are named, whether the amount agrees. The table of 24 rows is the one of
/// Business Central's payment application rules (field.md, row m, M3).
public struct Ladder: Hashable, Sendable, Comparable, CustomStringConvertible {
    public enum Confidence: String, CaseIterable, Sendable { case high, medium, low }

    /// The payer: known for sure, resembling one customer, or not at all.
    public enum Payer: CaseIterable, Sendable { case full, partial, none }
    /// Documents that the payer names and that are there.
    public enum Document: CaseIterable, Sendable { case multiple, yes, no }
    /// How often the amount agrees, tolerance included.
    public enum Amount: CaseIterable, Sendable { case one, multiple, none, notConsidered }

    public let confidence: Confidence
    /// 1 is the best of its confidence: High 1…10, Medium 1…9, Low 1…5.
    public let row: Int

    /// Nil where nothing speaks for it, or only a payer that is not known for an amount nobody
    /// owes. A document named holds without its amount, on a lower rung.
    public init?(_ payer: Payer, _ document: Document, _ amount: Amount) {
        let place: (Confidence, Int)?
        switch (payer, document, amount) {
        case (.full, .multiple, .one): place = (.high, 1)
        case (.full, .multiple, .multiple): place = (.high, 2)
        case (.full, .yes, .one): place = (.high, 3)
        case (.full, .yes, .multiple): place = (.high, 4)
        case (.partial, .multiple, .one): place = (.high, 5)
        case (.partial, .multiple, .multiple): place = (.high, 6)
        case (.partial, .yes, .one): place = (.high, 7)
        case (.full, .no, .one): place = (.high, 8)
        case (.none, .multiple, .one): place = (.high, 9)
        case (.none, .multiple, .multiple): place = (.high, 10)
        case (.full, .multiple, _): place = (.medium, 1)
        case (.full, .yes, _): place = (.medium, 2)
        case (.full, .no, .multiple): place = (.medium, 3)
        case (.partial, .multiple, _): place = (.medium, 4)
        case (.partial, .yes, _): place = (.medium, 5)
        case (.none, .yes, .one): place = (.medium, 6)
        case (.none, .multiple, _): place = (.medium, 7)
        case (.partial, .no, .one): place = (.medium, 8)
        case (.none, .yes, _): place = (.medium, 9)
        case (.full, .no, .none): place = (.low, 1)
        case (.partial, .no, .multiple): place = (.low, 2)
        case (.partial, .no, .none): place = (.low, 3)
        case (.none, .no, .one): place = (.low, 4)
        case (.none, .no, .multiple): place = (.low, 5)
        case (_, .no, .notConsidered), (.none, .no, .none): place = nil
        }
        guard let place else { return nil }
        (confidence, row) = place
    }

    /// The row by its name, `High 3`, as a table of calibration has it.
    public init?(_ name: String) {
        guard let found = Self.all.first(where: { $0.description == name }) else { return nil }
        self = found
    }

    /// All rows, the best first.
    public static let all: [Ladder] = {
        var found: Set<Ladder> = []
        for payer in Payer.allCases {
            for document in Document.allCases {
                for amount in Amount.allCases {
                    if let row = Ladder(payer, document, amount) { found.insert(row) }
                }
            }
        }
        return found.sorted(by: >)
    }()

    /// 1…24, 1 is the best.
    public var rank: Int {
        switch confidence {
        case .high: row
        case .medium: 10 + row
        case .low: 19 + row
        }
    }

    /// The surer is the greater.
    public static func < (a: Ladder, b: Ladder) -> Bool { a.rank > b.rank }

    public var description: String { en }
    public var en: String {
        switch confidence {
        case .high: "High \(row)"
        case .medium: "Medium \(row)"
        case .low: "Low \(row)"
        }
    }
    public var zh: String {
        switch confidence {
        case .high: "高\(row)"
        case .medium: "中\(row)"
        case .low: "低\(row)"
        }
    }
}
