import Ledger

/// What happens to a payment file after it was built: sent, answered by the bank (pain.002), or
/// cancelled before the bank has it.
public struct AnswerRefundFile: Command {
    public enum Step: Sendable, Equatable {
        case sent
        /// What the bank says of each refund: nil where it takes it, else why not.
        case answer([Refund.ID: String?])
        case cancel
    }

    public let file: CaseFile.ID
    public let refunds: [Refund.ID]
    public let step: Step

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case fileNotFound = "refund-file-not-found"
        case fileNotReleased = "refund-file-not-released"
        case fileReleased = "refund-file-released"
    }

    public init(file: CaseFile.ID, refunds: [Refund.ID], _ step: Step) {
        self.file = file
        self.refunds = refunds
        self.step = step
    }

    public var entity: Entity.ID { Entity.ID(file.raw / Identifiers.perEntity) }

    public var names: Names {
        var names = Names()
        names.cases = [file]
        names.refunds = Set(refunds)
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let opened = books.cases[file], case .refundFile(var file) = opened.content,
            file.refunds == refunds
        else { throw refusal(.fileNotFound, "\(file.raw)") }
        let named = "\(file.number) is \(file.state.rawValue)"
        var changes: [Event] = []
        let live = refunds.compactMap { books.refunds[$0] }.filter { $0.file == opened.id }
        switch step {
        case .sent:
            if file.state != .released { throw refusal(.fileNotReleased, named) }
            file.state = .sent
            file.sentOn = desk.today
        case .cancel:
            if file.state != .built { throw refusal(.fileReleased, named) }
            file.state = .cancelled
            changes = live.map { refund in
                var refund = refund
                refund.state = .approved
                refund.file = nil
                return .refundChanged(refund)
            }
        case .answer(let answers):
            if !file.state.isOut { throw refusal(.fileNotReleased, named) }
            changes = live.compactMap { change($0, by: answers) }
            let rejected = answers.values.count { $0 != nil }
            if rejected == file.refunds.count {
                file.state = .rejected
            } else if rejected > 0 {
                file.state = .answered
            } else if answers.count == file.refunds.count {
                file.state = .accepted
            }
        }
        return [.caseChanged(opened.changed(to: .refundFile(file)), [], on: desk.today)] + changes
    }

    /// Rejected: owed again, with the bank's reason. What is paid already is not asked any more.
    private func change(_ refund: Refund, by answers: [Refund.ID: String?]) -> Event? {
        guard refund.state == .released || refund.state == .accepted,
            let answer = answers[refund.id]
        else { return nil }
        var refund = refund
        refund.state = answer == nil ? .accepted : .approved
        if let answer {
            refund.file = nil
            refund.bankReason = answer
        }
        return .refundChanged(refund)
    }
}
