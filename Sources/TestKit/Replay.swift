import Ledger
import Receivables

/// One step of a history, kept so that it can be lived again.
public enum Step: Sendable {
    case desk(Desk)
    case event(Event)
    /// With the count of the last identifier before it, so that identifiers are what they were
    /// where steps before it are left out.
    case command(any Command, after: Int64)
}

/// A history lived again: all of it, or without the steps that a failure does not need.
public struct Replay: Sendable {
    /// Looks at the books before and after a step; says what is broken. The refusal is that of a
    /// command which was not done.
    public typealias Check = (_ before: Books, _ after: Ledgered, Step, Refusal?) -> String?

    public struct Failure: Sendable {
        /// The step after which it is broken, from 0.
        public let at: Int
        public let what: String
    }

    /// The first failure of the steps; nil where there is none.
    public static func failure(
        of steps: [Step], from start: Ledgered, _ check: Check
    ) -> Failure? {
        var ledger = start
        for (place, step) in steps.enumerated() {
            let before = ledger.books
            let refusal = ledger.live(step)
            if let what = check(before, ledger, step, refusal) {
                return Failure(at: place, what: what)
            }
        }
        return nil
    }

    /// As few steps as still fail, found by leaving out ever smaller runs of them.
    public static func shrunk(
        _ steps: [Step], from start: Ledgered, _ check: Check
    ) -> [Step] {
        guard let first = failure(of: steps, from: start, check) else { return [] }
        var steps = Array(steps[...first.at])
        var size = steps.count / 2
        while size > 0 {
            var place = 0
            while place < steps.count {
                var fewer = steps
                fewer.removeSubrange(place..<min(place + size, steps.count))
                if let failure = failure(of: fewer, from: start, check) {
                    steps = Array(fewer[...failure.at])
                } else {
                    place += size
                }
            }
            size /= 2
        }
        return steps
    }

    /// What to print of a history that fails: what is broken, and the shortest way to it.
    public static func report(
        _ steps: [Step], from start: Ledgered, _ check: Check
    ) -> String? {
        let short = shrunk(steps, from: start, check)
        guard let failure = failure(of: short, from: start, check) else { return nil }
        return ([failure.what] + short.map { "\($0)" }).joined(separator: "\n  ")
    }
}

extension Ledgered {
    /// Nil where the step was done.
    public mutating func live(_ step: Step) -> Refusal? {
        switch step {
        case .desk(let desk): self.desk = desk
        case .event(let event): take(event)
        case .command(let command, let count):
            skip(to: count, command.entity)
            do { _ = try perform(command) } catch { return error }
        }
        return nil
    }
}
