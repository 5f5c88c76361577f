import Ledger
import Receivables

/// What a template has places for: `{amount}`.
public enum LetterFact: String, Sendable, CaseIterable {
    /// Our company, the customer, who paid.
    case sender, customer, payer
    case amount, valueDate
    /// Our account that the money came to: in full, and its last four signs.
    case ourAccount, ourAccountEnd
    /// Our number of the receipt.
    case receipt
    /// Until when an answer is asked for.
    case replyBy
    /// Why less was paid, why a check came back.
    case reason
    /// What is not paid of the documents; what is left over of the payment.
    case open, left
    case discount
    case check
}

/// What a template has room for between its paragraphs: `[payment]`.
public enum LetterInsert: String, Sendable, CaseIterable {
    /// What the bank says of the payment.
    case payment
    /// The documents, or the other payments, that the letter speaks of.
    case table
    case signatures
}

/// The text of a kind of letter in one language, with places for what the books know.
///
/// The first line is the subject; paragraphs are parted by empty lines; `--- title` begins what is
/// to be signed and sent back.
public struct LetterTemplate: Sendable {
    private let sections: [(title: String, paragraphs: [String])]

    public init(_ kind: LetterKind, _ language: Language) {
        self.init(LetterTexts.text(kind, language))
    }

    init(_ text: String) {
        var sections: [(title: String, paragraphs: [String])] = []
        var paragraph: [Substring] = []
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for line in lines + [Substring()] {
            let isTitle = line.hasPrefix("--- ")
            if sections.isEmpty {
                sections.append((String(line), []))
            } else if line.isEmpty || isTitle {
                if !paragraph.isEmpty {
                    sections[sections.count - 1].paragraphs.append(
                        paragraph.joined(separator: "\n"))
                }
                paragraph = []
                if isTitle { sections.append((String(line.dropFirst(4)), [])) }
            } else {
                paragraph.append(line)
            }
        }
        self.sections = sections
    }

    /// The letter lacks this, so it cannot be written.
    public struct Missing: Error, Equatable {
        public let name: String
    }

    public struct Filled: Sendable, Equatable {
        public var subject: String
        public var body: [Letter.Block]
        public var enclosures: [Letter.Enclosure]
    }

    /// Puts what is known in its places. What is put there is never looked at again, so that a
    /// payer called `{amount}` stays one.
    ///
    /// - Parameter inserts: blocks for the rooms between paragraphs; none where there is nothing
    ///   to show.
    public func filled(
        _ facts: [LetterFact: String], _ inserts: [LetterInsert: [Letter.Block]]
    ) throws(Missing) -> Filled {
        var filled = Filled(subject: "", body: [], enclosures: [])
        for (place, section) in sections.enumerated() {
            let title = try Self.fill(section.title, facts)
            var body: [Letter.Block] = []
            for paragraph in section.paragraphs {
                if let insert = Self.insert(paragraph) {
                    body += inserts[insert] ?? []
                } else {
                    body.append(.paragraph(try Self.fill(paragraph, facts)))
                }
            }
            if place == 0 {
                (filled.subject, filled.body) = (title, body)
            } else {
                filled.enclosures.append(Letter.Enclosure(title: title, body: body))
            }
        }
        return filled
    }

    /// Every place for a fact and every room for a block, by name, in the order of the text.
    var places: [String] {
        sections.flatMap { section in
            ([section.title] + section.paragraphs).flatMap { text in
                Self.insert(text).map { [$0.rawValue] }
                    ?? Self.parts(text).compactMap { $0.isPlace ? String($0.text) : nil }
            }
        }
    }

    private static func insert(_ paragraph: String) -> LetterInsert? {
        guard paragraph.hasPrefix("["), paragraph.hasSuffix("]") else { return nil }
        return LetterInsert(rawValue: String(paragraph.dropFirst().dropLast()))
    }

    private static func fill(
        _ text: String, _ facts: [LetterFact: String]
    ) throws(Missing) -> String {
        var filled = ""
        for (part, isPlace) in parts(text) {
            if !isPlace {
                filled += part
                continue
            }
            guard let fact = LetterFact(rawValue: String(part)), let value = facts[fact] else {
                throw Missing(name: String(part))
            }
            filled += value
        }
        return filled
    }

    private static func parts(_ text: String) -> [(text: Substring, isPlace: Bool)] {
        var parts: [(text: Substring, isPlace: Bool)] = []
        for (count, piece) in text.split(
            separator: "{", omittingEmptySubsequences: false
        ).enumerated() {
            guard count > 0, let end = piece.firstIndex(of: "}") else {
                parts.append((piece, false))
                continue
            }
            parts.append((piece[..<end], true))
            parts.append((piece[piece.index(after: end)...], false))
        }
        return parts
    }
}
