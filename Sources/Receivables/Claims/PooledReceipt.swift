import Ledger

/// A receipt in the claim pool (认领池): published to units until its money is claimed.
public struct PooledReceipt: Sendable, Equatable {
    public enum State: String, Sendable, CaseIterable {
        /// 待认领.
        case open
        /// 已驳回: its claims were refused; not claimable until it is published again.
        case held
        /// 认领完毕: the confirmed claims summed to the money, and are posted.
        case settled
        /// Identified, returned or reversed without a claim.
        case elsewhere
    }

    public let receipt: Receipt.ID
    public let valueDate: Day
    /// Money from abroad of a Chinese entity, and the day it must be declared by.
    public let declareBy: Day?
    /// What nobody claims yet, when it was published.
    public var amount: Money
    /// The units and roles it is published to; none for all.
    public var units: [String]
    public var publishedBy: String
    public var publishedOn: Day
    /// How often it was published.
    public var round: Int64 = 1
    public var state = State.open
    public var stage: ClaimStage
    /// The day of the next step.
    public var nextOn: Day?

    public init(
        receipt: Receipt.ID, valueDate: Day, declareBy: Day?, amount: Money, units: [String],
        publishedBy: String, publishedOn: Day, stage: ClaimStage
    ) {
        self.receipt = receipt
        self.valueDate = valueDate
        self.declareBy = declareBy
        self.amount = amount
        self.units = units
        self.publishedBy = publishedBy
        self.publishedOn = publishedOn
        self.stage = stage
    }

    public var isAbroad: Bool { declareBy != nil }

    /// Whether it is published to a unit.
    public func reaches(_ unit: String) -> Bool { units.isEmpty || units.contains(unit) }

    /// The day by which it is to be claimed.
    public func deadline(_ calendar: BusinessCalendar) -> Day? {
        ClaimStage.financeManager.dueOn(valueDate, calendar, abroad: isAbroad)
    }

    /// The same at the step that `today` has come to.
    func followed(to today: Day, _ calendar: BusinessCalendar) -> PooledReceipt {
        var next = self
        next.stage = max(
            stage, ClaimStage.reached(on: today, valueDate, calendar, abroad: isAbroad))
        next.nextOn = next.stage.next(valueDate, calendar, abroad: isAbroad)?.day
        return next
    }
}

extension PooledReceipt: CaseContent {
    var head: CaseFile.Head {
        let isClosed = state == .settled || state == .elsewhere
        var head = CaseFile.Head(state: state.rawValue, isClosed: isClosed)
        head.receipt = receipt
        head.amount = amount
        if !isClosed {
            head.dueOn = nextOn
            head.owner = state == .held ? "cash-application" : stage.owner
        }
        return head
    }

    var sentence: (en: String, zh: String) {
        let units = units.joined(separator: ", ")
        switch state {
        case .open:
            return (
                "receipt \(receipt.raw): \(amount) may be claimed by "
                    + "\(units.isEmpty ? "all units" : units); \(stage.en)",
                "收款 \(receipt.raw)：\(amount) 待认领（\(units.isEmpty ? "全部部门" : units)）；\(stage.zh)"
            )
        case .held:
            return (
                "receipt \(receipt.raw) cannot be claimed until it is published again",
                "收款 \(receipt.raw) 已停止认领，需重新发布"
            )
        case .settled:
            return ("receipt \(receipt.raw) is claimed in full", "收款 \(receipt.raw) 认领完毕")
        case .elsewhere:
            return (
                "receipt \(receipt.raw) has left the claim pool", "收款 \(receipt.raw) 已移出认领池"
            )
        }
    }

    func write(to out: inout FieldWriter) {
        out.id(receipt)
        out.day(valueDate)
        out.optional(declareBy)
        out.money(amount)
        out.list(units)
        out.text(publishedBy)
        out.day(publishedOn)
        out.int(stage.rawValue)
        out.int(round)
        out.text(state.rawValue)
        out.optional(nextOn)
    }

    init(from reader: inout FieldReader) throws(WireError) {
        self.init(
            receipt: try reader.id(), valueDate: try reader.day(),
            declareBy: try reader.optionalDay(), amount: try reader.money(),
            units: try reader.list(), publishedBy: try reader.text(),
            publishedOn: try reader.day(), stage: try reader.raw())
        round = try reader.int()
        state = try reader.raw()
        nextOn = try reader.optionalDay()
    }
}
