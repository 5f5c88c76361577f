import Ledger

/// A call to a customer before its money goes to another account than it came from (reliability:
/// F2).
public struct Callback: Sendable, Equatable {
    public enum Outcome: String, Sendable, CaseIterable {
        case confirmed, denied
        case notReached = "not-reached"
    }

    public let refund: Refund.ID
    public let customer: Customer.ID
    /// The number that was called, and since when it had been on record.
    public let number: String
    public let onRecordSince: Day
    public let calledBy: String
    public let spokeTo: String
    public let outcome: Outcome
    public let words: String

    public init(
        refund: Refund.ID, customer: Customer.ID, number: String, onRecordSince: Day,
        calledBy: String, spokeTo: String, outcome: Outcome, words: String
    ) {
        self.refund = refund
        self.customer = customer
        self.number = number
        self.onRecordSince = onRecordSince
        self.calledBy = calledBy
        self.spokeTo = spokeTo
        self.outcome = outcome
        self.words = words
    }
}

extension Callback: CaseContent {
    var head: CaseFile.Head {
        var head = CaseFile.Head(state: outcome.rawValue, isClosed: true)
        head.customer = customer
        head.number = "\(refund.raw)"
        return head
    }

    var sentence: (en: String, zh: String) {
        let chinese =
            switch outcome {
            case .confirmed: "已确认"
            case .denied: "已否认"
            case .notReached: "未接通"
            }
        return (
            "callback for refund \(refund.raw) to \(number): \(outcome.rawValue) by \(spokeTo)",
            "退款 \(refund.raw) 回拨 \(number)：\(spokeTo) \(chinese)"
        )
    }

    func write(to out: inout FieldWriter) {
        out.id(refund)
        out.id(customer)
        out.text(number)
        out.day(onRecordSince)
        out.text(calledBy)
        out.text(spokeTo)
        out.text(outcome.rawValue)
        out.text(words)
    }

    init(from reader: inout FieldReader) throws(WireError) {
        self.init(
            refund: try reader.id(), customer: try reader.id(), number: try reader.text(),
            onRecordSince: try reader.day(), calledBy: try reader.text(),
            spokeTo: try reader.text(), outcome: try reader.raw(), words: try reader.text())
    }
}

/// Records such a call. The number is the one on record at least 30 days before the refund was
/// asked for, never one that came with the request.
public struct RecordCallback: Command {
    public let refund: Refund.ID
    public let number: String
    public let spokeTo: String
    public let outcome: Callback.Outcome
    public let words: String

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case refundNotFound = "refund-not-found"
        case refundUnderWay = "refund-under-way"
        case makerIsChecker = "maker-is-checker"
        case numberNotOnRecord = "number-not-on-record"
        case numberTooNew = "number-too-new"
    }

    public init(
        refund: Refund.ID, number: String, spokeTo: String, _ outcome: Callback.Outcome,
        words: String
    ) {
        self.refund = refund
        self.number = BankDataChange.plain(number)
        self.spokeTo = spokeTo
        self.outcome = outcome
        self.words = words
    }

    public var entity: Entity.ID { Entity.ID(refund.raw / Identifiers.perEntity) }

    public var names: Names {
        var names = Names()
        names.refunds = [refund]
        names.caseNumbers = [number]
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard var refund = books.refunds[refund] else {
            throw refusal(.refundNotFound, "\(refund)")
        }
        if refund.state != .requested, refund.state != .approved {
            throw refusal(.refundUnderWay, "\(refund.number) is \(refund.status)")
        }
        if refund.hands.contains(desk.actor) { throw refusal(.makerIsChecker, desk.actor) }
        let onRecord = books.cases.values.compactMap { file -> BankDataChange? in
            guard case .bankData(let change) = file.content, change.field == .phone,
                change.customer == refund.customer, change.new == number,
                change.inForceFrom != nil
            else { return nil }
            return change
        }
        let asOf = refund.requestedOn.adding(-RefundPolicy.standard.numberDays)
        guard let since = onRecord.compactMap(\.inForceFrom).min() else {
            throw refusal(.numberNotOnRecord, number)
        }
        guard onRecord.contains(where: { $0.isInForce(on: asOf) }) else {
            throw refusal(.numberTooNew, "\(number) since \(since), asked for on \(asOf)")
        }
        let call = Callback(
            refund: refund.id, customer: refund.customer, number: number, onRecordSince: since,
            calledBy: desk.actor, spokeTo: spokeTo, outcome: outcome, words: words)
        let file = CaseFile(
            id: books.fresh(entity), entity: entity, openedOn: desk.today, .callback(call))
        let recorded = Event.caseChanged(file, [], on: desk.today)
        refund.callback = outcome == .confirmed ? file.id : nil
        return [recorded, .refundChanged(refund)]
    }
}
