import Ledger

/// What one item was cleared by: cash, a credit note, a discount, a charge, a write-off, a
/// residual; or the reversal of one of those, with the opposite signs.
public struct Application: Sendable, Equatable {
    public typealias ID = Identifier<Application>

    public let id: ID
    public let entity: Entity.ID
    public let item: OpenItem.ID
    /// The control account the item stands in.
    public let account: Account
    /// Nil where no money is involved: a credit note used up, a small balance written off.
    public let receipt: Receipt.ID?
    public let postedOn: Day
    public let currency: Currency
    /// The item's carrying rate.
    public let rate: Rate
    public let cleared: Cleared
    /// Why and by whom.
    public let basis: Basis
    /// Where an exchange difference goes: to gain or loss, with an advance to revenue (IFRIC 22).
    public var difference = Account.fxRealised
    /// The application that this one takes back.
    public let reverses: ID?
    /// Set once it has been taken back.
    public var reversedBy: ID?

    public init(
        id: ID, item: OpenItem, receipt: Receipt.ID?, postedOn: Day, cleared: Cleared, basis: Basis
    ) {
        self.init(
            id: id, entity: item.entity, item: item.id, account: item.account, receipt: receipt,
            postedOn: postedOn, currency: item.currency, rate: item.rate, cleared: cleared,
            basis: basis, reverses: nil)
    }

    /// The application that takes `original` back.
    public init(id: ID, reversing original: Application, postedOn: Day, basis: Basis) {
        self.init(
            id: id, entity: original.entity, item: original.item, account: original.account,
            receipt: original.receipt, postedOn: postedOn, currency: original.currency,
            rate: original.rate, cleared: original.cleared.reversed, basis: basis,
            reverses: original.id)
        difference = original.difference
    }

    public init(
        id: ID, entity: Entity.ID, item: OpenItem.ID, account: Account, receipt: Receipt.ID?,
        postedOn: Day, currency: Currency, rate: Rate, cleared: Cleared, basis: Basis,
        reverses: ID?
    ) {
        self.id = id
        self.entity = entity
        self.item = item
        self.account = account
        self.receipt = receipt
        self.postedOn = postedOn
        self.currency = currency
        self.rate = rate
        self.cleared = cleared
        self.basis = basis
        self.reverses = reverses
    }

    /// The rule and the evidence an application stands on.
    public struct Basis: Sendable, Equatable {
        /// `R3`, …; `by-hand` where a person applied it.
        public let rule: String
        /// 0…100.
        public let score: Int64
        public let evidence: String
        public let evidenceZh: String
        public let byHand: Bool

        public init(
            rule: String, score: Int64, evidence: String, evidenceZh: String, byHand: Bool
        ) {
            self.rule = rule
            self.score = score
            self.evidence = evidence
            self.evidenceZh = evidenceZh
            self.byHand = byHand
        }

        public static func hand(_ why: String) -> Basis {
            Basis(rule: "by-hand", score: 100, evidence: why, evidenceZh: why, byHand: true)
        }
    }
}

/// How an item is cleared, part by part, in the item's currency and the functional currency. For a
/// credit note all parts are negative.
public struct Cleared: Sendable, Equatable {
    /// Cash, or the credit note's own amount; its functional value is at the item's carrying rate.
    public var cash: Int64
    public var cashFunctional: Int64
    /// The functional value of the same cash at the receipt's rate; the difference is realised
    /// (P23).
    public var receiptFunctional: Int64
    public var discount: Int64 = 0
    public var discountFunctional: Int64 = 0
    /// The VAT inside the discount, where it falls with the price (P10).
    public var discountTax: Int64 = 0
    public var discountTaxFunctional: Int64 = 0
    public var bankCharge: Int64 = 0
    public var bankChargeFunctional: Int64 = 0
    public var writeOff: Int64 = 0
    public var writeOffFunctional: Int64 = 0
    public var residual: Int64 = 0
    public var residualFunctional: Int64 = 0
    /// The document's own reversal.
    public var reversal: Int64 = 0
    public var reversalFunctional: Int64 = 0

    public init(cash: Int64 = 0, cashFunctional: Int64 = 0, receiptFunctional: Int64 = 0) {
        self.cash = cash
        self.cashFunctional = cashFunctional
        self.receiptFunctional = receiptFunctional
    }

    public var total: Int64 { cash + discount + bankCharge + writeOff + residual + reversal }

    public var totalFunctional: Int64 {
        cashFunctional + discountFunctional + bankChargeFunctional + writeOffFunctional
            + residualFunctional + reversalFunctional
    }

    /// The same, taken back.
    public var reversed: Cleared {
        var back = Cleared(
            cash: -cash, cashFunctional: -cashFunctional, receiptFunctional: -receiptFunctional)
        back.discount = -discount
        back.discountFunctional = -discountFunctional
        back.discountTax = -discountTax
        back.discountTaxFunctional = -discountTaxFunctional
        back.bankCharge = -bankCharge
        back.bankChargeFunctional = -bankChargeFunctional
        back.writeOff = -writeOff
        back.writeOffFunctional = -writeOffFunctional
        back.residual = -residual
        back.residualFunctional = -residualFunctional
        back.reversal = -reversal
        back.reversalFunctional = -reversalFunctional
        return back
    }
}
