import Ledger
import Receivables

/// Reads the small tables that every decision may need.
public struct MasterReader {
    let connection: any Connection

    public init(connection: any Connection) { self.connection = connection }

    public func entities() throws -> [(Entity, closedThrough: Day?)] {
        var found: [(Entity, closedThrough: Day?)] = []
        try connection.rows(
            "SELECT id, code, name, country, currency, closedThrough FROM entity ORDER BY id"
        ) { row in
            let entity = Entity(
                id: row.id(0), code: row.text(1), name: row.text(2), country: row.text(3),
                currency: try row.currency(4))
            found.append((entity, row.dayOrNil(5)))
        }
        return found
    }

    public func ownAccounts() throws -> [OwnAccount] {
        var found: [OwnAccount] = []
        try connection.rows(
            """
            SELECT entity, number, bank, currency, glAccount, aliases FROM ownAccount ORDER BY number
            """
        ) { row in
            var account = OwnAccount(
                entity: row.id(0), number: row.text(1), bank: row.textOrNil(2),
                currency: try row.currency(3), glAccount: row.textOrNil(4))
            account.aliases = row.list(5)
            found.append(account)
        }
        return found
    }

    public func holidays() throws -> [Holiday] {
        var found: [Holiday] = []
        try connection.rows(
            "SELECT calendar, day, kind FROM holiday ORDER BY calendar, day"
        ) { row in
            guard let kind = Holiday.Kind(rawValue: row.text(2)) else {
                throw RowError(description: "not a kind of day: \(row.text(2))")
            }
            found.append(Holiday(calendar: row.text(0), day: row.day(1), kind: kind))
        }
        return found
    }

    public func rates() throws -> [ExchangeRate] {
        var found: [ExchangeRate] = []
        try connection.rows(
            """
            SELECT fromCurrency, toCurrency, day, rate, type FROM exchangeRate
            ORDER BY fromCurrency, toCurrency, day
            """
        ) { row in
            found.append(
                ExchangeRate(
                    from: try row.currency(0), to: try row.currency(1), day: row.day(2),
                    rate: try row.rate(3), type: row.text(4)))
        }
        return found
    }
}
