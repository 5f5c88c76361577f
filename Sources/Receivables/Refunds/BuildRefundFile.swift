import Ledger

/// Puts approved refunds into a payment file. A refund is in one file at a time (F9).
public struct BuildRefundFile: Command {
    public let entity: Entity.ID
    /// As it was written: state, releaser and days are still empty.
    public let file: RefundFile

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case nothingToPay = "nothing-to-pay"
        case ownAccountUnknown = "own-account-unknown"
        case refundNotFound = "refund-not-found"
        case refundInFile = "refund-in-file"
        case refundNotApproved = "refund-not-approved"
        case totalsDiffer = "totals-differ"
    }

    public init(entity: Entity.ID, file: RefundFile) {
        self.entity = entity
        self.file = file
    }

    public var names: Names {
        var names = Names()
        names.refunds = Set(file.refunds)
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        if file.refunds.isEmpty { throw refusal(.nothingToPay, file.number) }
        guard books.accounts[file.account]?.entity == entity else {
            throw refusal(.ownAccountUnknown, file.account)
        }
        let id: CaseFile.ID = books.fresh(entity)
        var sum = Int64(0)
        var changes: [Event] = []
        for number in file.refunds {
            guard var refund = books.refunds[number] else {
                throw refusal(.refundNotFound, "\(number)")
            }
            if refund.file != nil { throw refusal(.refundInFile, refund.number) }
            if refund.state != .approved {
                throw refusal(.refundNotApproved, "\(refund.number) is \(refund.status)")
            }
            if refund.currency != file.total.currency {
                throw refusal(.totalsDiffer, "\(refund.number) is in \(refund.currency)")
            }
            sum = min(sum + refund.amount, Money.limit)
            refund.state = .inFile
            refund.file = id
            changes.append(.refundChanged(refund))
        }
        if sum != file.total.minor || Set(file.refunds).count != file.refunds.count {
            let found = Money(minor: sum, file.total.currency)
            throw refusal(.totalsDiffer, "\(file.total), but the refunds sum to \(found)")
        }
        var own = file
        own.builtBy = desk.actor
        let built = CaseFile(id: id, entity: entity, openedOn: desk.today, .refundFile(own))
        return [.caseChanged(built, [], on: desk.today)] + changes
    }
}
