import Ledger
import Receivables

/// Takes the row of a withdrawn record out of the read models.
struct RecordRemoval {
    let connection: any Connection

    func remove(_ record: MasterRecord) throws {
        switch record {
        case .customer(let customer):
            try connection.run("DELETE FROM customer WHERE id = $1", [.int(customer.id.raw)])
        case .ownAccount(let account):
            try connection.run(
                "DELETE FROM ownAccount WHERE number = $1", [.text(account.number)])
        case .rate(let rate):
            try connection.run(
                """
                DELETE FROM exchangeRate
                WHERE fromCurrency = $1 AND toCurrency = $2 AND day = $3 AND type = $4
                """,
                [
                    .text(rate.from.code), .text(rate.to.code), .int(Int64(rate.day.number)),
                    .text(rate.type),
                ])
        case .holiday(let holiday):
            try connection.run(
                "DELETE FROM holiday WHERE calendar = $1 AND day = $2",
                [.text(holiday.calendar), .int(Int64(holiday.day.number))])
        case .order(let order):
            try connection.run(
                "DELETE FROM salesOrder WHERE entity = $1 AND number = $2",
                [.int(order.entity.raw), .text(order.number)])
        case .delivery(let delivery):
            try connection.run(
                "DELETE FROM delivery WHERE entity = $1 AND number = $2",
                [.int(delivery.entity.raw), .text(delivery.number)])
        case .balance(let balance):
            try connection.run(
                """
                DELETE FROM glBalance
                WHERE entity = $1 AND account = $2 AND day = $3 AND currency = $4
                """,
                [
                    .int(balance.entity.raw), .text(balance.account),
                    .int(Int64(balance.day.number)), .text(balance.balance.currency.code),
                ])
        case .invoiceLines(_, let item):
            try connection.run("DELETE FROM invoiceLine WHERE item = $1", [.int(item.raw)])
        }
    }
}

/// What stands on a record of master data, so that it cannot be withdrawn.
public struct RecordUse {
    private let connection: any Connection

    public init(_ connection: any Connection) { self.connection = connection }

    /// In words, such as `an item`; nil where nothing does.
    public func of(_ record: MasterRecord) throws -> String? {
        switch record {
        case .customer(let customer):
            let id: [Value] = [.int(customer.id.raw)]
            if try connection.int("SELECT 1 FROM item WHERE customer = $1 LIMIT 1", id) != nil {
                return "an item"
            }
            if try connection.int("SELECT 1 FROM receipt WHERE customer = $1 LIMIT 1", id) != nil {
                return "a receipt"
            }
            if try connection.int("SELECT 1 FROM salesOrder WHERE customer = $1 LIMIT 1", id)
                != nil
            {
                return "an order"
            }
            return nil
        case .ownAccount(let account):
            let number: [Value] = [.text(account.number)]
            if try connection.int("SELECT 1 FROM bankStatement WHERE account = $1 LIMIT 1", number)
                != nil
            {
                return "a statement"
            }
            return try connection.int("SELECT 1 FROM notice WHERE account = $1 LIMIT 1", number)
                == nil ? nil : "a notice"
        case .order(let order):
            return try connection.int(
                "SELECT 1 FROM delivery WHERE entity = $1 AND orderNumber = $2 LIMIT 1",
                [.int(order.entity.raw), .text(order.number)]) == nil ? nil : "a delivery"
        case .rate, .holiday, .delivery, .balance, .invoiceLines: return nil
        }
    }
}
