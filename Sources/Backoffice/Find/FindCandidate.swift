import Ledger
import Matching
import Receivables
import Store

/// A thing that may be what is searched for, with what it is held against.
struct FindCandidate {
    var found: Found
    let thing: SearchThing
    var customer: Customer.ID?
    let currency: Currency?
    /// The customer itself, whose words are the thing's too.
    var payer: SearchThing?
}

/// Holds words against a thing: pure, so that the order of what is found can be tried on values.
struct FindGrading {
    /// The most a bank may have taken on the way (R6), by currency.
    var nearness = MatchingPolicy().charges.limits

    /// Where the word stands in the thing, and how well it fits there; nil where it does not.
    func reason(_ word: FindQuery.Word, in candidate: FindCandidate) -> Found.Reason? {
        let thing = candidate.thing
        if let currency = word.currency {
            guard currency == candidate.currency else { return nil }
            return Found.Reason(
                word: word.text, field: .currency, grade: .part, value: currency.code)
        }
        if let day = word.day {
            return thing.days.first { $0.day == day }.map {
                Found.Reason(
                    word: word.text, field: $0.field, grade: .exact, value: day.description)
            }
        }
        return [text(word, thing), amount(word, candidate)].compactMap { $0 }
            .max { $0.grade < $1.grade }
    }

    func text(_ word: FindQuery.Word, _ thing: SearchThing) -> Found.Reason? {
        if word.key.isEmpty { return nil }
        var best: Found.Reason?
        for (field, value) in thing.texts {
            guard let grade = Self.grade(word.key, in: Folding.key(value)) else { continue }
            if best.map({ $0.grade < grade }) ?? true {
                best = Found.Reason(word: word.text, field: field, grade: grade, value: value)
            }
        }
        return best
    }

    static func grade(_ key: [UInt8], in text: [UInt8]) -> FindGrade? {
        if text.count == key.count { return text == key ? .exact : nil }
        if text.count < key.count { return nil }
        if text.suffix(key.count).elementsEqual(key) { return .ends }
        if text.starts(with: key) { return .begins }
        return text.firstRange(of: key) == nil ? nil : .part
    }

    private func amount(_ word: FindQuery.Word, _ candidate: FindCandidate) -> Found.Reason? {
        var best: Found.Reason?
        for wanted in word.amounts {
            for (field, amount) in candidate.thing.amounts {
                guard
                    let grade = grade(wanted, amount, candidate.currency, candidate.thing.kind)
                else { continue }
                if best.map({ $0.grade < grade }) ?? true {
                    let value =
                        candidate.currency.flatMap { amount.money($0)?.description }
                        ?? amount.description
                    best = Found.Reason(word: word.text, field: field, grade: grade, value: value)
                }
            }
        }
        return best
    }

    private func grade(
        _ wanted: Amount, _ amount: Amount, _ currency: Currency?, _ kind: SearchKind
    ) -> FindGrade? {
        guard let currency, let one = wanted.money(currency), let other = amount.money(currency)
        else { return SearchLine.needle(wanted) == SearchLine.needle(amount) ? .exact : nil }
        let difference = abs(one.magnitude.minor - other.magnitude.minor)
        if difference == 0 { return .exact }
        guard kind == .item || kind == .receipt else { return nil }
        return difference <= nearness[currency] ?? 0 ? .near : nil
    }
}
