import Ledger

/// How far a receipt that nobody knows has been asked after: the timers of domain.md §3.9 [P], in
/// business days from the value date, and in calendar days once it is a month.
public enum ClaimStage: Int64, Sendable, CaseIterable, Comparable {
    case published = 0
    case reminder, unitHead, financeManager, senderQuery, returnReview, controller

    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

    /// The day on which it is due. Money from abroad must be declared five business days after it
    /// was credited, so there the end is D+3; nil for a step that is then left out.
    public func dueOn(_ valueDate: Day, _ calendar: BusinessCalendar, abroad: Bool) -> Day? {
        switch self {
        case .published: calendar.day(1, after: valueDate)
        case .reminder: abroad ? nil : calendar.day(3, after: valueDate)
        case .unitHead: abroad ? nil : calendar.day(5, after: valueDate)
        case .financeManager: calendar.day(abroad ? 3 : 10, after: valueDate)
        case .senderQuery: valueDate.adding(31)
        case .returnReview: valueDate.adding(91)
        case .controller: valueDate.adding(181)
        }
    }

    /// The last step whose day has come; publishing is the first in any case.
    public static func reached(
        on today: Day, _ valueDate: Day, _ calendar: BusinessCalendar, abroad: Bool
    ) -> ClaimStage {
        allCases.last {
            $0.dueOn(valueDate, calendar, abroad: abroad).map { $0 <= today } ?? false
        } ?? .published
    }

    /// The step after this one, with its day.
    public func next(
        _ valueDate: Day, _ calendar: BusinessCalendar, abroad: Bool
    ) -> (stage: ClaimStage, day: Day)? {
        for stage in Self.allCases where stage > self {
            if let day = stage.dueOn(valueDate, calendar, abroad: abroad) { return (stage, day) }
        }
        return nil
    }

    /// Whom it is put to.
    public var owner: String {
        switch self {
        case .published, .reminder: "claimants"
        case .unitHead: "unit-head"
        case .financeManager: "finance-manager"
        case .senderQuery: "treasury"
        case .returnReview: "ar-lead"
        case .controller: "controller"
        }
    }

    /// What is to be done.
    public var en: String {
        switch self {
        case .published: "claim it"
        case .reminder: "claim it: reminder"
        case .unitHead: "ask the unit's people"
        case .financeManager: "decide whom to ask"
        case .senderQuery: "ask the sender through the bank"
        case .returnReview: "review a return of the money"
        case .controller: "decide by the country's rules of unclaimed money"
        }
    }

    public var zh: String {
        switch self {
        case .published: "请认领"
        case .reminder: "催促认领"
        case .unitHead: "部门负责人催办"
        case .financeManager: "财务经理处理"
        case .senderQuery: "通过银行查询汇款人"
        case .returnReview: "评估退款"
        case .controller: "按当地无主款项规定决定"
        }
    }
}

/// Numbers of the claim desk that are policy [P].
public enum ClaimPolicy {
    /// Business days in which AR looks at a claim, and the lead at a conflict.
    public static let review = 1
    /// Business days after which a claim that nobody decided no longer keeps others from the money.
    public static let expiry = 10
    /// Business days after which the bank is asked again.
    public static let bankAnswer = 10
}
