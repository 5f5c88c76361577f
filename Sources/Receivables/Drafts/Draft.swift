import Ledger

/// A bank or commercial acceptance draft 银承、商承 that a customer pays with: a receivable from
/// its acceptor until maturity, endorsement or discount (domain.md §3.11, P30). A draft of the
/// divisible kind is a range of cents, which can be split.
public struct Draft: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        case bankAcceptance = "bank"
        case commercialAcceptance = "commercial"
    }

    public enum State: String, Sendable {
        case held, presented, collected, endorsed, discounted
        /// The acceptor did not pay: the recourse clock runs.
        case refused
        /// Its parts took its place.
        case split
        /// Never ours: the receipt was taken back.
        case withdrawn
    }

    /// 30 digits.
    public let number: String
    /// The cents of the package it is, both ends included; nil for one that cannot be divided.
    public var range: ClosedRange<Int64>?
    public let kind: Kind
    public let issuedOn: Day
    public let maturesOn: Day
    public let amount: Money
    public let drawer: String
    public let acceptor: String
    public let payee: String
    /// Whom each holder in turn endorsed it to, after the payee; the last is us.
    public var endorsements: [String] = []
    public var isTransferable = true
    public let customer: Customer.ID
    /// As which it came in; its parts share it.
    public let receipt: Receipt.ID
    public var state = State.held
    /// We still answer for it after passing it on: it stays as borrowing (P30).
    public var hasRecourse = false
    /// To whom it was endorsed, or with which bank discounted.
    public var passedTo: String?
    /// Until when endorsers before us, and the acceptor, can be claimed on.
    public var recourseUntil: Day?
    public var acceptorUntil: Day?
    public var steps: [Step] = []

    /// What was done with it, so that the last can be taken back exactly.
    public struct Step: Sendable, Equatable {
        public let from: State
        public let hadRecourse: Bool
        /// The receipt as which the bank's line of the proceeds came.
        public var proceeds: Receipt.ID?
        /// What it booked besides.
        public var bookings: [Booking] = []
        /// What left the receipt it came in as.
        public var returned: Int64 = 0

        public init(from: State, hadRecourse: Bool) {
            self.from = from
            self.hadRecourse = hadRecourse
        }
    }

    public init(
        number: String, range: ClosedRange<Int64>?, kind: Kind, issuedOn: Day, maturesOn: Day,
        amount: Money, drawer: String, acceptor: String, payee: String, customer: Customer.ID,
        receipt: Receipt.ID
    ) {
        self.number = number
        self.range = range
        self.kind = kind
        self.issuedOn = issuedOn
        self.maturesOn = maturesOn
        self.amount = amount
        self.drawer = drawer
        self.acceptor = acceptor
        self.payee = payee
        self.customer = customer
        self.receipt = receipt
    }

    /// Ten days after maturity are for presenting it; later the endorsers are free.
    public var presentBy: Day { maturesOn.adding(10) }

    /// What a buyer keeps of it: the days to maturity at a yearly rate in 1/10000, on 360 days,
    /// rounded half up.
    public func discount(from day: Day, rate: Int64) -> Int64 {
        let days = Int128(max(0, maturesOn - day))
        return Int64(
            Decimals.rounded(Int128(amount.minor) * days * Int128(rate), over: 10_000 * 360))
    }
}

extension Draft: CaseContent {
    var head: CaseFile.Head {
        let ends: [State] = [.collected, .endorsed, .discounted, .split, .withdrawn]
        var head = CaseFile.Head(
            state: state.rawValue, isClosed: ends.contains(state) && !hasRecourse)
        head.customer = customer
        head.receipt = receipt
        head.amount = amount
        head.number = number
        head.dueOn =
            switch state {
            case .held, .presented: maturesOn
            case .endorsed, .discounted: hasRecourse ? maturesOn : nil
            case .refused: recourseUntil
            case .collected, .split, .withdrawn: nil
            }
        return head
    }

    var sentence: (en: String, zh: String) {
        let (en, zh) =
            switch state {
            case .held: ("held until \(maturesOn)", "持有至 \(maturesOn)")
            case .presented: ("presented for payment", "已提示付款")
            case .collected: ("collected", "已托收到账")
            case .endorsed:
                ("endorsed to \(passedTo ?? "")", "已背书转让给 \(passedTo ?? "")")
            case .discounted:
                ("discounted with \(passedTo ?? "")", "已向 \(passedTo ?? "") 贴现")
            case .refused:
                (
                    "refused: recourse until \(recourseUntil.map { "\($0)" } ?? "")",
                    "被拒付：追索期至 \(recourseUntil.map { "\($0)" } ?? "")"
                )
            case .split: ("split", "已拆分")
            case .withdrawn: ("withdrawn", "已撤回")
            }
        let recourse = hasRecourse ? (", with recourse", "（附追索权）") : ("", "")
        let part = range.map { " \($0.lowerBound)-\($0.upperBound)" } ?? ""
        return (
            "draft \(number)\(part) of \(amount) on \(acceptor) \(en)\(recourse.0)",
            "票据 \(number)\(part)（\(amount)，承兑人 \(acceptor)）\(zh)\(recourse.1)"
        )
    }

    func write(to out: inout FieldWriter) {
        out.text(number)
        out.optional(range?.lowerBound)
        out.optional(range?.upperBound)
        out.text(kind.rawValue)
        out.day(issuedOn)
        out.day(maturesOn)
        out.money(amount)
        out.text(drawer)
        out.text(acceptor)
        out.text(payee)
        out.id(customer)
        out.id(receipt)
        out.list(endorsements)
        out.bool(isTransferable)
        out.text(state.rawValue)
        out.bool(hasRecourse)
        out.optional(passedTo)
        out.optional(recourseUntil)
        out.optional(acceptorUntil)
        out.int(Int64(steps.count))
        for step in steps { step.write(to: &out) }
    }

    init(from reader: inout FieldReader) throws(WireError) {
        let number = try reader.text()
        let (low, high) = (try reader.optionalInt(), try reader.optionalInt())
        var range: ClosedRange<Int64>?
        if let low, let high {
            if low > high { throw WireError(message: "range \(low) to \(high)") }
            range = low...high
        }
        self.init(
            number: number, range: range, kind: try reader.raw(), issuedOn: try reader.day(),
            maturesOn: try reader.day(), amount: try reader.money(), drawer: try reader.text(),
            acceptor: try reader.text(), payee: try reader.text(), customer: try reader.id(),
            receipt: try reader.id())
        endorsements = try reader.list()
        isTransferable = try reader.bool()
        state = try reader.raw()
        hasRecourse = try reader.bool()
        passedTo = try reader.optionalText()
        recourseUntil = try reader.optionalDay()
        acceptorUntil = try reader.optionalDay()
        for _ in 0..<(try reader.count()) { steps.append(try Step(from: &reader)) }
    }
}

extension Draft.Step {
    func write(to out: inout FieldWriter) {
        out.text(from.rawValue)
        out.bool(hadRecourse)
        out.optional(proceeds)
        out.int(Int64(bookings.count))
        for booking in bookings { booking.write(to: &out) }
        out.int(returned)
    }

    init(from reader: inout FieldReader) throws(WireError) {
        self.init(from: try reader.raw(), hadRecourse: try reader.bool())
        proceeds = try reader.optionalID()
        for _ in 0..<(try reader.count()) { bookings.append(try Booking(from: &reader)) }
        returned = try reader.int()
    }
}
