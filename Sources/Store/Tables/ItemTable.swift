import Ledger
import Receivables

/// An item lies in `item`, which never changes, and in `openItem` or `clearedItem`; `itemInFull` is
/// all of it.
enum ItemTable {
    static let name = "item"
    static let columns = [
        "id", "entity", "customer", "kind", "number", "issuedOn", "postedOn", "dueOn",
        "currency", "rate", "original", "originalFunctional", "tax", "taxFunctional",
        "reference", "discountUntil", "discount", "reason", "po", "orderNumber", "contract",
        "delivery", "precedes",
    ]

    static func write(_ row: OpenItem, _ out: any Loader) throws(Fault) {
        out.int(row.id.raw)
        out.int(row.entity.raw)
        out.int(row.customer.raw)
        out.int(row.kind.rawValue)
        out.text(row.number)
        out.day(row.issuedOn)
        out.day(row.postedOn)
        out.day(row.dueOn)
        out.text(row.currency.code)
        out.text(row.rate.description)
        out.int(row.original)
        out.int(row.originalFunctional)
        out.int(row.tax)
        out.int(row.taxFunctional)
        out.text(row.reference)
        out.day(row.discountUntil)
        out.int(row.discount)
        out.text(row.reason)
        out.text(row.links.po)
        out.text(row.links.order)
        out.text(row.links.contract)
        out.text(row.links.delivery)
        out.text(row.links.precedes)
        try out.end()
    }

    /// Of an item with something open.
    enum Open {
        static let name = "openItem"
        static let columns = [
            "id", "customer", "currency", "kind", "dueOn", "issuedOn", "postedOn", "open",
            "openFunctional", "original", "disputed", "revision",
        ]

        static func write(_ row: OpenItem, _ out: any Loader) throws(Fault) {
            out.int(row.id.raw)
            out.int(row.customer.raw)
            out.text(row.currency.code)
            out.int(row.kind.rawValue)
            out.day(row.dueOn)
            out.day(row.issuedOn)
            out.day(row.postedOn)
            out.int(row.open)
            out.int(row.openFunctional)
            out.int(row.original)
            out.int(row.disputed ? 1 : 0)
            out.int(row.revision)
            try out.end()
        }

        /// What changes while it stays open.
        static let changing = ["open", "openFunctional", "disputed", "revision"]

        static func writeChanging(_ row: OpenItem, _ out: any Loader) throws(Fault) {
            out.int(row.id.raw)
            out.int(row.open)
            out.int(row.openFunctional)
            out.int(row.disputed ? 1 : 0)
            out.int(row.revision)
            try out.end()
        }
    }

    /// Of an item with nothing open.
    enum Cleared {
        static let name = "clearedItem"
        static let columns = ["id", "entity", "clearedOn", "status", "disputed", "revision"]

        static func write(_ row: OpenItem, _ out: any Loader) throws(Fault) {
            out.int(row.id.raw)
            out.int(row.entity.raw)
            out.day(row.clearedOn)
            out.int(row.status.rawValue)
            out.int(row.disputed ? 1 : 0)
            out.int(row.revision)
            try out.end()
        }

        /// What changes while it stays cleared.
        static let changing = ["clearedOn", "status", "disputed", "revision"]

        static func writeChanging(_ row: OpenItem, _ out: any Loader) throws(Fault) {
            out.int(row.id.raw)
            out.day(row.clearedOn)
            out.int(row.status.rawValue)
            out.int(row.disputed ? 1 : 0)
            out.int(row.revision)
            try out.end()
        }
    }

    static let view = "itemInFull"
    static let viewColumns = [
        "id", "entity", "customer", "kind", "number", "issuedOn", "postedOn", "dueOn",
        "currency", "rate", "original", "originalFunctional", "tax", "taxFunctional",
        "open", "openFunctional", "status", "clearedOn", "reference", "discountUntil",
        "discount", "disputed", "reason", "po", "orderNumber", "contract", "delivery",
        "precedes", "revision",
    ]

    static func read(_ row: any Row) throws -> OpenItem {
        var value = OpenItem(
            id: row.id(0), entity: row.id(1), customer: row.id(2), kind: try row.raw(3),
            number: row.text(4), issuedOn: row.day(5), postedOn: row.day(6), dueOn: row.day(7),
            currency: try row.currency(8), rate: try row.rate(9), original: row.int(10),
            originalFunctional: row.int(11), tax: row.int(12), taxFunctional: row.int(13))
        value.open = row.int(14)
        value.openFunctional = row.int(15)
        value.status = try row.raw(16)
        value.clearedOn = row.dayOrNil(17)
        value.reference = row.textOrNil(18)
        value.discountUntil = row.dayOrNil(19)
        value.discount = row.int(20)
        value.disputed = row.int(21) != 0
        value.reason = row.textOrNil(22)
        value.links.po = row.textOrNil(23)
        value.links.order = row.textOrNil(24)
        value.links.contract = row.textOrNil(25)
        value.links.delivery = row.textOrNil(26)
        value.links.precedes = row.textOrNil(27)
        value.revision = row.int(28)
        return value
    }
}
