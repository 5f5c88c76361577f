import Ledger

/// Lets a payment file go to the bank: by a person who has not touched its refunds, who types count
/// and total again, and on the very bytes that were built (F1, F3, F7, F9).
public struct ReleaseRefundFile: Command {
    public let file: CaseFile.ID
    /// The refunds of the file, as its case has them.
    public let refunds: [Refund.ID]
    /// SHA-256 of the bytes at hand, in hexadecimal.
    public let hash: String
    /// As the releaser has typed them.
    public let count: Int
    public let total: Money

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case fileNotFound = "refund-file-not-found"
        case fileReleased = "refund-file-released"
        case fileChanged = "refund-file-changed"
        case totalsDiffer = "totals-differ"
        case makerIsChecker = "maker-is-checker"
        case callbackDue = "callback-due"
        case accountNotConfirmed = "account-not-confirmed"
        case accountInQuarantine = "account-in-quarantine"
    }

    public init(
        file: CaseFile.ID, refunds: [Refund.ID], hash: String, count: Int, total: Money
    ) {
        self.file = file
        self.refunds = refunds
        self.hash = hash
        self.count = count
        self.total = total
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
        if file.state != .built {
            throw refusal(.fileReleased, "\(file.number) is \(file.state.rawValue)")
        }
        if hash != file.hash {
            throw refusal(.fileChanged, "\(hash.prefix(16)), built as \(file.hash.prefix(16))")
        }
        if count != file.refunds.count || total != file.total {
            throw refusal(
                .totalsDiffer,
                "\(count) with \(total), but \(file.refunds.count) with \(file.total)")
        }
        if file.builtBy == desk.actor { throw refusal(.makerIsChecker, desk.actor) }
        var changes: [Event] = []
        for number in refunds {
            guard var refund = books.refunds[number] else { continue }
            if refund.hands.contains(desk.actor) || refund.caller(in: books) == desk.actor {
                throw refusal(.makerIsChecker, "\(desk.actor), \(refund.number)")
            }
            try refund.mustBeConfirmed(in: books, on: desk.today)
            refund.state = .released
            changes.append(.refundChanged(refund))
        }
        file.state = .released
        file.releasedBy = desk.actor
        return [.caseChanged(opened.changed(to: .refundFile(file)), [], on: desk.today)] + changes
    }
}
