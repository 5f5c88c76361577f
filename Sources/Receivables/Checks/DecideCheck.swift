import Ledger

/// Decides a check that legal stopped, or sends one back; never by who opened the envelope.
public struct DecideCheck: Command {
    public enum Step: String, Sendable { case release, reject, takeBack = "take-back" }

    public let file: CaseFile.ID
    public let step: Step
    public let why: String

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case caseNotFound = "case-not-found"
        case checkDeposited = "check-deposited"
        case checkDefective = "check-defective"
        case checkNotStopped = "check-not-stopped"
        case makerIsChecker = "maker-is-checker"
    }

    public init(file: CaseFile.ID, _ step: Step, why: String) {
        self.file = file
        self.step = step
        self.why = why
    }

    public var entity: Entity.ID { file.entity }

    public var names: Names {
        var names = Names()
        names.cases = [file]
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let file = books.cases[file], case .check(var check) = file.content else {
            throw refusal(.caseNotFound, "\(file)")
        }
        if check.state == .deposited { throw refusal(.checkDeposited, check.slip ?? "") }
        switch step {
        case .release:
            if let defect = check.defects.first {
                throw refusal(.checkDefective, defect.rawValue)
            }
            if check.state != .legal { throw refusal(.checkNotStopped, check.state.rawValue) }
            if check.openedBy == desk.actor { throw refusal(.makerIsChecker, desk.actor) }
            check.decidedBy = desk.actor
            check.state = check.stateOnPaper(today: desk.today)
        case .reject: check.state = .rejected
        case .takeBack:
            // As it was when it was logged.
            check.decidedBy = nil
            check.state = check.stateOnPaper(today: desk.today)
        }
        return [.caseChanged(file.changed(to: .check(check)), [], on: desk.today)]
    }
}
