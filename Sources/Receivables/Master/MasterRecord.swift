import Ledger

/// A record of master data, or of what stands beside the documents, as an import brings it.
public enum MasterRecord: Sendable, Equatable {
    case customer(Customer)
    case ownAccount(OwnAccount)
    case rate(ExchangeRate)
    case holiday(Holiday)
    case order(SalesOrder)
    case delivery(Delivery)
    case balance(GLBalance)
    case invoiceLines(Entity.ID, OpenItem.ID)

    /// Whose it is: its chain.
    public var entity: Entity.ID {
        switch self {
        case .customer(let customer): customer.entity
        case .ownAccount(let account): account.entity
        case .rate, .holiday: Entity.ID(0)
        case .order(let order): order.entity
        case .delivery(let delivery): delivery.entity
        case .balance(let balance): balance.entity
        case .invoiceLines(let entity, _): entity
        }
    }

    /// What there is one record of.
    public var key: String {
        switch self {
        case .customer(let customer): "customer \(customer.code)"
        case .ownAccount(let account): "account \(account.number)"
        case .rate(let rate): "rate \(rate.from) to \(rate.to) on \(rate.day), \(rate.type)"
        case .holiday(let holiday): "day \(holiday.day) of \(holiday.calendar)"
        case .order(let order): "order \(order.number)"
        case .delivery(let delivery): "delivery \(delivery.number)"
        case .balance(let balance):
            "balance \(balance.account) \(balance.balance.currency) on \(balance.day)"
        case .invoiceLines(_, let item): "lines of \(item.raw)"
        }
    }
}

extension Event {
    /// The record that the event brings or changes.
    public var record: MasterRecord? {
        switch self {
        case .customerRegistered(let customer), .customerChanged(let customer):
            .customer(customer)
        case .ownAccountRegistered(let account): .ownAccount(account)
        case .rateRecorded(let rate): .rate(rate)
        case .holidayRecorded(let holiday): .holiday(holiday)
        case .orderRecorded(let order): .order(order)
        case .deliveryRecorded(let delivery): .delivery(delivery)
        case .glBalanceRecorded(let balance): .balance(balance)
        case .invoiceLinesRecorded(let entity, let item, _): .invoiceLines(entity, item)
        default: nil
        }
    }
}
