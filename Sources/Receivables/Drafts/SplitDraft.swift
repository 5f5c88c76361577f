import Ledger

/// Divides a draft of the divisible kind: each part is a range of its cents and goes its own way;
/// and joins the parts again, as long as nothing was done with them.
public struct SplitDraft: Command {
    public let file: CaseFile.ID
    /// The parts in the order of their cents; empty to join.
    public let parts: [Money]
    /// To join: all parts.
    public var others: [CaseFile.ID] = []

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case caseNotFound = "case-not-found"
        case draftNotHeld = "draft-not-held"
        case notDivisible = "draft-not-divisible"
        case currenciesDiffer = "currencies-differ"
        case amountNotPositive = "amount-not-positive"
        case partsDoNotSum = "parts-do-not-sum"
        case nothingDone = "draft-nothing-done"
    }

    public init(file: CaseFile.ID, parts: [Money]) {
        self.file = file
        self.parts = parts
    }

    public var entity: Entity.ID { file.entity }

    public var names: Names {
        var names = Names()
        names.cases = Set([file] + others)
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let file = books.cases[file], case .draft(var whole) = file.content else {
            throw refusal(.caseNotFound, "\(file)")
        }
        guard let range = whole.range else { throw refusal(.notDivisible, whole.number) }
        if parts.isEmpty { return try join(file, whole, range, books, desk) }
        if whole.state != .held { throw refusal(.draftNotHeld, whole.state.rawValue) }
        var from = range.lowerBound
        var sum: Int64 = 0
        var made: [Event] = []
        for (ahead, part) in parts.enumerated() {
            if part.currency != whole.amount.currency {
                throw refusal(.currenciesDiffer, "\(part) of \(whole.amount)")
            }
            if !part.isPositive { throw refusal(.amountNotPositive, "\(part)") }
            sum += part.minor
            if sum > whole.amount.minor { break }
            let piece = whole.part(from...from + part.minor - 1, part)
            made.append(
                .caseChanged(
                    CaseFile(
                        id: books.fresh(entity, ahead: ahead), entity: entity,
                        openedOn: desk.today, .draft(piece)), [], on: desk.today))
            from += part.minor
        }
        if sum != whole.amount.minor || parts.count < 2 {
            throw refusal(
                .partsDoNotSum, "\(Money(minor: sum, whole.amount.currency)) of \(whole.amount)")
        }
        whole.state = .split
        return made + [.caseChanged(file.changed(to: .draft(whole)), [], on: desk.today)]
    }

    private func join(
        _ file: CaseFile, _ whole: Draft, _ range: ClosedRange<Int64>, _ books: Books,
        _ desk: Desk
    ) throws(Refusal) -> [Event] {
        if whole.state != .split { throw refusal(.nothingDone, whole.state.rawValue) }
        var events: [Event] = []
        var sum: Int64 = 0
        for id in others {
            guard let one = books.cases[id], case .draft(var part) = one.content,
                part.number == whole.number, let inner = part.range,
                range.contains(inner.lowerBound), range.contains(inner.upperBound)
            else { throw refusal(.caseNotFound, "\(id)") }
            if part.state != .held { throw refusal(.draftNotHeld, part.state.rawValue) }
            part.state = .withdrawn
            sum += part.amount.minor
            events.append(.caseChanged(one.changed(to: .draft(part)), [], on: desk.today))
        }
        if sum != whole.amount.minor {
            throw refusal(
                .partsDoNotSum, "\(Money(minor: sum, whole.amount.currency)) of \(whole.amount)")
        }
        var again = whole
        again.state = .held
        return events + [.caseChanged(file.changed(to: .draft(again)), [], on: desk.today)]
    }
}

extension Draft {
    fileprivate func part(_ range: ClosedRange<Int64>, _ amount: Money) -> Draft {
        var part = Draft(
            number: number, range: range, kind: kind, issuedOn: issuedOn, maturesOn: maturesOn,
            amount: amount, drawer: drawer, acceptor: acceptor, payee: payee, customer: customer,
            receipt: receipt)
        part.endorsements = endorsements
        part.isTransferable = isTransferable
        return part
    }
}
