import Ledger
import Receivables
import Store

/// One search over everything in the books: customers, items, receipts, bank lines, statements,
/// notices, advices, orders and files. Every word must fit the same thing, or its customer.
///
/// Words lead to candidates through the blocks and the indexes of amounts; each candidate is then
/// read and held against all the words, so that what is shown says why it was found.
public struct Finder {
    let connection: any Connection
    let query: FindQuery
    let entities: [Entity]
    let reader: SearchReader
    private let kinds: Set<SearchKind>
    private let limit: Int
    private let grading = FindGrading()

    /// Candidates that are read and held against the words, of one word and kind: more of them
    /// where another word decides.
    var candidates: Int { query.words.count == 1 ? 300 : 1_000 }
    /// Customers that a word leads to.
    private static let customers = 1_000

    /// - Parameter entity: the code of one entity; nil for all.
    public init(
        _ connection: any Connection, _ query: FindQuery, entity code: String? = nil,
        kinds: Set<SearchKind> = Set(SearchKind.allCases), limit: Int = 10
    ) throws {
        self.connection = connection
        self.query = query
        self.kinds = kinds
        self.limit = limit
        entities = try Naming(connection, entity: code).entities
        reader = SearchReader(connection, entity: code == nil ? nil : entities.first?.id)
    }

    public func run() throws -> FoundPage {
        var page = FoundPage(query: query)
        page.searched = try reader.sizes().filter { kinds.contains($0.key) }
        let payers = try query.words.map { try customers(of: $0) }
        for kind in SearchKind.allCases where kinds.contains(kind) {
            if kind == .file {
                let files = try FindFiles.all(connection)
                page.searched[.file] = Int64(files.count)
                take(files, [], into: &page)
                continue
            }
            let hits = try candidates(kind, payers)
            let read = try FindThings(self).read(kind, hits.ids)
            if hits.isCut { page.more.insert(kind) }
            take(read, payers, into: &page)
        }
        return page
    }

    /// The customers that a word is in; none where it is an amount or a day.
    private func customers(of word: FindQuery.Word) throws -> SearchReader.Hits {
        if word.key.isEmpty || word.currency != nil { return SearchReader.Hits() }
        return try reader.lines(.customer, holding: [word.key], limit: Self.customers)
    }

    private func candidates(
        _ kind: SearchKind, _ payers: [SearchReader.Hits]
    ) throws -> SearchReader.Hits {
        var hits = SearchReader.Hits()
        var known: Set<String> = []
        let add = { (more: SearchReader.Hits) in
            hits.isCut = hits.isCut || more.isCut
            for id in more.ids where known.insert(id).inserted { hits.ids.append(id) }
        }
        let words = query.words.enumerated().filter { $0.element.currency == nil }
        if kind == .customer, words.count == 1 {
            // Looked for already, for the sake of what is theirs.
            add(payers[words[0].offset])
            return hits
        }
        // What stands in one line, all of it, is found however often each word is there.
        let needles = words.map { self.needles($0.element, kind) }
        let single = needles.compactMap { $0.count == 1 ? $0[0] : nil }
        if single.count > 1 || words.count == 1 && single.count == 1 {
            add(try reader.lines(kind, holding: single, limit: candidates))
        }
        for (place, word) in words {
            if kind == .item || kind == .receipt {
                add(try FindAmounts(self).candidates(kind, word, payers, at: place))
            }
            if kind == .customer, words.count > 1 { continue }
            let alternatives = self.needles(word, kind)
            if words.count == 1, alternatives.count == 1 { continue }
            // A word without a digit is in too many texts to begin with, unless it is alone.
            if kind == .item, words.count > 1, !word.hasDigit { continue }
            for needle in alternatives {
                add(try reader.lines(kind, holding: [needle], limit: candidates))
            }
        }
        return hits
    }

    /// What a word may look like in a line of a kind.
    private func needles(_ word: FindQuery.Word, _ kind: SearchKind) -> [[UInt8]] {
        if let day = word.day { return kind == .item ? [] : [SearchLine.needle(day)] }
        let amounts = kind == .item || kind == .receipt || kind == .customer ? [] : word.amounts
        let text = word.key.isEmpty ? [] : [FindReference.needle(word.key, kind)]
        return text + amounts.map(SearchLine.needle)
    }

    /// Those in which every word has its place, and one at least its own; best first.
    private func take(
        _ candidates: [FindCandidate], _ payers: [SearchReader.Hits], into page: inout FoundPage
    ) {
        let payers = payers.map { Set($0.ids) }
        var fitting: [Found] = []
        for candidate in candidates {
            var found = candidate.found
            for (place, word) in query.words.enumerated() {
                guard
                    let reason = grading.reason(word, in: candidate)
                        ?? customer(word, candidate, payers, at: place)
                else { break }
                found.reasons.append(reason)
            }
            let isWhole = found.reasons.count == query.words.count
            if isWhole, found.reasons.contains(where: { $0.field != .customer }) {
                fitting.append(found)
            }
        }
        guard let kind = fitting.first?.kind else { return }
        fitting.sort { Self.isBefore($0, $1) }
        if fitting.count > limit { page.more.insert(kind) }
        page.found += fitting.prefix(limit)
    }

    /// A word that is the customer's and not the thing's own.
    private func customer(
        _ word: FindQuery.Word, _ candidate: FindCandidate, _ payers: [Set<String>], at place: Int
    ) -> Found.Reason? {
        if let payer = candidate.payer {
            return grading.text(word, payer).map {
                Found.Reason(word: word.text, field: .customer, grade: $0.grade, value: $0.value)
            }
        }
        // A name, account or number that a customer had: its line of then is still there.
        guard candidate.found.kind == .customer, place < payers.count,
            payers[place].contains(candidate.thing.id)
        else { return nil }
        return Found.Reason(word: word.text, field: .formerly, grade: .part, value: "")
    }

    /// Better words first, then what is open, then the latest.
    static func isBefore(_ one: Found, _ other: Found) -> Bool {
        if one.score != other.score { return one.score > other.score }
        if one.isOpen != other.isOpen { return one.isOpen }
        let (day, otherDay) = (one.day?.number ?? 0, other.day?.number ?? 0)
        return day == otherDay ? one.name < other.name : day > otherDay
    }
}

extension FindQuery.Word {
    var hasDigit: Bool { key.contains { $0 &- 0x30 < 10 } }
}

/// A creditor reference (ISO 11649) that is a number of ours behind its check digits is not stored
/// a second time: the number is searched for, and the reference of the item decides.
enum FindReference {
    static func needle(_ key: [UInt8], _ kind: SearchKind) -> [UInt8] {
        let isReference =
            kind == .item && key.count > 6 && key.starts(with: "RF".utf8)
            && key[2...3].allSatisfy { $0 &- 0x30 < 10 }
        return isReference ? Array(key.dropFirst(4)) : key
    }
}
