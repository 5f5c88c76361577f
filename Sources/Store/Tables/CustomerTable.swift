import Ledger
import Receivables

/// The rows of `customer`.
enum CustomerTable {
    static let name = "customer"
    static let columns = [
        "id", "entity", "code", "name", "nameLocal", "country", "currency", "taxId",
        "terms", "creditLimit", "parent", "email", "language", "accounts", "aliases",
        "riskClass", "collector",
    ]

    static func write(_ row: Customer, _ out: any Loader) throws(Fault) {
        out.int(row.id.raw)
        out.int(row.entity.raw)
        out.text(row.code)
        out.text(row.name)
        out.text(row.nameLocal)
        out.text(row.country)
        out.text(row.currency?.code)
        out.text(row.taxId)
        out.text(row.terms)
        out.int(row.creditLimit)
        out.text(row.parent)
        out.text(row.email)
        out.text(row.language)
        out.list(row.accounts)
        out.list(row.aliases)
        out.text(row.riskClass)
        out.text(row.collector)
        try out.end()
    }

    static func read(_ row: any Row) throws -> Customer {
        var value = Customer(
            id: row.id(0), entity: row.id(1), code: row.text(2), name: row.text(3))
        value.nameLocal = row.textOrNil(4)
        value.country = row.textOrNil(5)
        value.currency = try row.currencyOrNil(6)
        value.taxId = row.textOrNil(7)
        value.terms = row.textOrNil(8)
        value.creditLimit = row.intOrNil(9)
        value.parent = row.textOrNil(10)
        value.email = row.textOrNil(11)
        value.language = row.textOrNil(12)
        value.accounts = row.list(13)
        value.aliases = row.list(14)
        value.riskClass = row.textOrNil(15)
        value.collector = row.textOrNil(16)
        return value
    }
}
