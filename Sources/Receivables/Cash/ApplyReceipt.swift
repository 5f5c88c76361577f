import Ledger

/// Puts money of one receipt on open items, of as many customers as it pays for (P08, P09, P10,
/// P12).
public struct ApplyReceipt: Command {
    public let receipt: Receipt.ID
    public let lines: [Line]
    /// The customer that paid; nil to leave the receipt's own.
    public let customer: Customer.ID?
    public let basis: Application.Basis
    /// Take the money from the on-account holding instead of the unapplied one.
    public var fromOnAccount = false
    /// It was an advance: what rates differ by is revenue (IFRIC 22).
    public var wasAdvance = false

    /// How one item is cleared, in minor units, signed like the item: negative for a credit note.
    public struct Line: Sendable, Equatable {
        public let item: OpenItem.ID
        public var cash: Int64
        public var discount: Int64 = 0
        public var bankCharge: Int64 = 0
        public var writeOff: Int64 = 0
        public var residual: Int64 = 0
        public var reason: String?

        public init(item: OpenItem.ID, cash: Int64) {
            self.item = item
            self.cash = cash
        }

        var total: Int64 { cash + discount + bankCharge + writeOff + residual }
    }

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case receiptNotFound = "receipt-not-found"
        case receiptReversed = "receipt-reversed"
        case payerUnknown = "payer-unknown"
        case customerNotFound = "customer-not-found"
        case nothingToApply = "nothing-to-apply"
        case itemNotFound = "item-not-found"
        case itemReversed = "item-reversed"
        case itemNamedTwice = "item-named-twice"
        case entitiesDiffer = "entities-differ"
        case currenciesDiffer = "currencies-differ"
        case amountNotPositive = "amount-not-positive"
        case exceedsUnapplied = "exceeds-unapplied"
        case exceedsOpen = "exceeds-open"
        case reasonMissing = "reason-missing"
        case reasonUnknown = "reason-unknown"
        case itemDisputed = "item-disputed"
        case unclaimedProperty = "unclaimed-property"
        case exceedsSmallBalance = "exceeds-small-balance"
    }

    public init(
        receipt: Receipt.ID, lines: [Line], customer: Customer.ID? = nil,
        basis: Application.Basis = .hand("")
    ) {
        self.receipt = receipt
        self.lines = lines
        self.customer = customer
        self.basis = basis
    }

    public var entity: Entity.ID { Entity.ID(receipt.raw / Identifiers.perEntity) }

    public var names: Names {
        var names = Names()
        names.receipts = [receipt]
        names.items = Set(lines.map(\.item))
        if let customer { names.customers = [customer] }
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let receipt = books.receipts[receipt] else {
            throw refusal(.receiptNotFound, "\(receipt)")
        }
        if receipt.state == .reversed { throw refusal(.receiptReversed, "\(receipt.id)") }
        guard let payer = customer ?? receipt.customer else {
            throw refusal(.payerUnknown, "\(receipt.id)")
        }
        if payer != receipt.customer, books.customers[payer]?.entity != receipt.entity {
            throw refusal(.customerNotFound, "\(payer)")
        }
        if lines.isEmpty { throw refusal(.nothingToApply, "\(receipt.id)") }
        let unidentified = receipt.holdings.unidentified.amount > 0
        let place: Receipt.Place =
            fromOnAccount ? .onAccount : unidentified ? .unidentified : .unapplied
        var cleared: [(OpenItem, Cleared)] = []
        var seen: Set<OpenItem.ID> = []
        for line in lines {
            guard let item = books.items[line.item] else {
                throw refusal(.itemNotFound, "\(line.item)")
            }
            if !seen.insert(item.id).inserted { throw refusal(.itemNamedTwice, item.number) }
            cleared.append((item, try clear(item, by: line, of: receipt, books)))
        }
        let cash = lines.reduce(Int128(0)) { $0 + Int128($1.cash) }
        let held = Int128(receipt.holdings[place].amount)
        if cash > held {
            throw refusal(
                .exceedsUnapplied,
                "\(Decimals.text(cash, exponent: receipt.currency.exponent, grouping: true)), but "
                    + "\(Money(minor: Int64(held), receipt.currency)) is unapplied")
        }
        if cash < 0 { throw refusal(.amountNotPositive, "the credit notes exceed the items") }
        return events(
            receipt, payer: payer, cash: Int64(cash), from: place, cleared, books, desk)
    }

    private func clear(
        _ item: OpenItem, by line: Line, of receipt: Receipt, _ books: Books
    ) throws(Refusal) -> Cleared {
        if item.status == .reversed { throw refusal(.itemReversed, item.number) }
        if item.entity != receipt.entity { throw refusal(.entitiesDiffer, item.number) }
        if item.currency != receipt.currency {
            throw refusal(
                .currenciesDiffer,
                "the receipt is in \(receipt.currency), \(item.number) in \(item.currency)")
        }
        let parts = [line.cash, line.discount, line.bankCharge, line.writeOff, line.residual]
        if let part = parts.first(where: { $0.magnitude > UInt64(Money.limit) }) {
            throw refusal(.exceedsOpen, "\(Money(minor: part, item.currency)) on \(item.number)")
        }
        let total = Money(minor: line.total, item.currency)
        if total.isZero || parts.contains(where: { $0 != 0 && ($0 < 0) != (item.original < 0) }) {
            throw refusal(.amountNotPositive, "\(total) on \(item.number)")
        }
        if total.magnitude.minor > abs(item.open) {
            throw refusal(
                .exceedsOpen,
                "\(total), but \(Money(minor: item.open, item.currency)) of \(item.number) is open")
        }
        if line.residual != 0 {
            guard let reason = line.reason else { throw refusal(.reasonMissing, item.number) }
            if ReasonCode(written: reason) == nil { throw refusal(.reasonUnknown, reason) }
        }
        if line.writeOff != 0 { try mayWriteOff(item, line, books) }
        // Cash is the part that takes the rounding, so that the parts sum to the whole.
        var cleared = Cleared()
        cleared.cash = line.cash
        cleared.discount = line.discount
        cleared.bankCharge = line.bankCharge
        cleared.writeOff = line.writeOff
        cleared.residual = line.residual
        let whole = item.functional(of: line.total)
        cleared.discountFunctional = share(of: whole, line.discount, of: line.total)
        cleared.bankChargeFunctional = share(of: whole, line.bankCharge, of: line.total)
        cleared.writeOffFunctional = share(of: whole, line.writeOff, of: line.total)
        cleared.residualFunctional = share(of: whole, line.residual, of: line.total)
        cleared.cashFunctional =
            whole - cleared.discountFunctional - cleared.bankChargeFunctional
            - cleared.writeOffFunctional - cleared.residualFunctional
        return cleared
    }

    /// A small balance is what is left once all else is taken, and the same limits hold for it as
    /// for one that is written off alone (P15).
    private func mayWriteOff(
        _ item: OpenItem, _ line: Line, _ books: Books
    ) throws(Refusal) {
        if item.disputed { throw refusal(.itemDisputed, item.number) }
        let left = item.open - (line.total - line.writeOff)
        if item.original < 0, books.entities[entity]?.mayKeepSmallCredits != true {
            throw refusal(.unclaimedProperty, "\(Money(minor: left, item.currency))")
        }
        if item.functional(of: left).magnitude > UInt64(smallBalance) {
            throw refusal(
                .exceedsSmallBalance,
                "\(Money(minor: left, item.currency)) of \(item.number) is left")
        }
    }

    private func events(
        _ receipt: Receipt, payer: Customer.ID, cash: Int64, from place: Receipt.Place,
        _ clearings: [(OpenItem, Cleared)], _ books: Books, _ desk: Desk
    ) -> [Event] {
        let earliest = receipt.isUntouched ? receipt.postedOn : max(receipt.postedOn, desk.today)
        let reopened = clearings.contains { $0.0.mayHaveReopened }
        let latest = clearings.reduce(earliest) { max($0, $1.0.postedOn) }
        let day = books.postingDay(reopened ? max(latest, desk.today) : latest, entity)
        var events: [Event] = []
        var from = place
        // What is not applied of a receipt just identified waits as unapplied (P06).
        let unidentified = receipt.holdings.unidentified.amount
        if place == .unidentified, cash < unidentified {
            events.append(
                .receiptMoved(
                    ReceiptMove(
                        .payerIdentified, receipt: receipt, customer: payer,
                        amount: unidentified, from: .unidentified, to: .unapplied,
                        postedOn: books.postingDay(earliest, entity),
                        reason: basis.evidence)))
            from = .unapplied
        }
        let held = Receipt.Held(cash, functional: receipt.functional(of: cash, at: place))
        let shares = functionalShares(of: held, receipt, over: clearings)
        let vat = books.entities[entity]?.discountVAT ?? .none
        var ahead = 0
        var applications: [Application] = []
        var residuals: [OpenItem] = []
        for (place, clearing) in clearings.enumerated() {
            var (item, cleared) = clearing
            cleared.receiptFunctional = shares[place]
            if vat == .reduced, cleared.discount != 0 {
                cleared.discountTax = share(of: cleared.discount, item.tax, of: item.original)
                cleared.discountTaxFunctional = share(
                    of: cleared.discountFunctional, item.tax, of: item.original)
            }
            var application = Application(
                id: books.fresh(entity, ahead: ahead), item: item, receipt: receipt.id,
                postedOn: day, cleared: cleared, basis: basis)
            if wasAdvance { application.difference = .revenue }
            applications.append(application)
            ahead += 1
            if cleared.residual != 0 {
                residuals.append(
                    residual(
                        of: &item, cleared, id: books.fresh(entity, ahead: ahead), on: day,
                        reason: lines[place].reason.flatMap(ReasonCode.init(written:))?.rawValue))
                ahead += 1
            }
        }
        events.append(
            .receiptApplied(
                ReceiptApplied(
                    receipt: receipt.id, entity: entity, customer: payer,
                    currency: receipt.currency, rate: receipt.rate, place: from, held: held,
                    postedOn: day, applications: applications, residuals: residuals)))
        for residual in residuals {
            events.append(deduction(residual, of: receipt, books, ahead: ahead, desk))
            ahead += 1
        }
        return events
    }

    /// What was paid short is worked on from the day it is known (P12).
    private func deduction(
        _ residual: OpenItem, of receipt: Receipt, _ books: Books, ahead: Int, _ desk: Desk
    ) -> Event {
        let reason = residual.reason.flatMap(ReasonCode.init(written:)) ?? .unknown
        let deduction = Deduction(
            item: residual.id, customer: residual.customer, receipt: receipt.id,
            amount: Money(minor: residual.original, residual.currency), reason: reason,
            dueOn: Deduction.due(reason, from: desk.today))
        return .caseChanged(
            CaseFile(
                id: books.fresh(entity, ahead: ahead), entity: entity, openedOn: desk.today,
                .deduction(deduction)), [], on: desk.today)
    }

    /// The receipt's functional value over its lines: each at the receipt's rate, the last one with
    /// cash takes the rest, so that nothing is lost where lines net to little or nothing.
    private func functionalShares(
        of held: Receipt.Held, _ receipt: Receipt, over clearings: [(OpenItem, Cleared)]
    ) -> [Int64] {
        var shares = clearings.map { item, cleared in
            share(of: receipt.functional, cleared.cash, of: receipt.amount)
        }
        if let last = clearings.lastIndex(where: { $0.1.cash != 0 }) {
            shares[last] += held.functional - shares.reduce(0, +)
        }
        return shares
    }

    /// The residual inherits the due date, so that a deduction does not become younger (P12).
    private func residual(
        of item: inout OpenItem, _ cleared: Cleared, id: OpenItem.ID, on day: Day, reason: String?
    ) -> OpenItem {
        var residual = OpenItem(
            id: id, entity: entity, customer: item.customer, kind: .residual,
            number: "\(item.number)/R\(id)", issuedOn: day, postedOn: day,
            dueOn: item.dueOn, currency: item.currency, rate: item.rate,
            original: cleared.residual, originalFunctional: cleared.residualFunctional, tax: 0,
            taxFunctional: 0)
        residual.reason = reason
        residual.links.precedes = item.number
        return residual
    }
}
