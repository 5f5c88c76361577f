import Ledger

/// A sales order as the extract gives it.
public struct SalesOrder: Sendable, Equatable {
    public let entity: Entity.ID
    public let number: String
    public let customer: Customer.ID
    public let day: Day
    public let amount: Money
    public let po: String?
    public let status: String?

    public init(
        entity: Entity.ID, number: String, customer: Customer.ID, day: Day, amount: Money,
        po: String?, status: String?
    ) {
        self.entity = entity
        self.number = number
        self.customer = customer
        self.day = day
        self.amount = amount
        self.po = po
        self.status = status
    }
}

/// A delivery against an order.
public struct Delivery: Sendable, Equatable {
    public let entity: Entity.ID
    public let number: String
    public let order: String
    public let day: Day
    /// In minor units of the order's currency.
    public let amount: Int64?

    public init(entity: Entity.ID, number: String, order: String, day: Day, amount: Int64?) {
        self.entity = entity
        self.number = number
        self.order = order
        self.day = day
        self.amount = amount
    }
}

/// What the general ledger says an account's balance is, to tie out to.
public struct GLBalance: Sendable, Equatable {
    public let entity: Entity.ID
    public let account: String
    public let day: Day
    /// Debit positive.
    public let balance: Money

    public init(entity: Entity.ID, account: String, day: Day, balance: Money) {
        self.entity = entity
        self.account = account
        self.day = day
        self.balance = balance
    }
}

/// One line of an invoice.
public struct InvoiceLine: Sendable, Equatable {
    public let line: String
    public let item: String?
    public let description: String?
    public let quantity: String?
    public let unit: String?
    public let price: String?
    /// In minor units of the invoice's currency.
    public let net: Int64
    public let taxCategory: String?
    public let taxRate: String?

    public init(
        line: String, item: String?, description: String?, quantity: String?, unit: String?,
        price: String?, net: Int64, taxCategory: String?, taxRate: String?
    ) {
        self.line = line
        self.item = item
        self.description = description
        self.quantity = quantity
        self.unit = unit
        self.price = price
        self.net = net
        self.taxCategory = taxCategory
        self.taxRate = taxRate
    }
}
