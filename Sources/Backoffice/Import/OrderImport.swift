import Formats
import Ledger
import Receivables
import Store

/// Records sales orders and deliveries.
struct OrderImport {
    let context: ImportContext

    init(_ context: ImportContext) { self.context = context }

    func put(_ rows: [ExtractRow]) throws {
        for row in rows {
            switch row {
            case .order(let row): try put(row)
            case .delivery(let row): try put(row)
            default: break
            }
        }
    }

    private func put(_ row: OrderRow) throws {
        guard let entity = context.entity(row.entity, at: "row \(row.line), entity") else { return }
        let session = try context.session(entity.id)
        var names = Names()
        names.customerCodes = [row.customer]
        try session.load(names)
        guard let customer = session.books.customer(entity.id, code: row.customer) else {
            context.note(.customerUnknown, at: "row \(row.line), customer", value: row.customer)
            return
        }
        let order = SalesOrder(
            entity: entity.id, number: row.order, customer: customer.id, day: row.orderedOn,
            amount: row.amount, po: row.po, status: row.status)
        if try known(order) { return }
        context.new += 1
        if !context.failed { session.take(.orderRecorded(order)) }
    }

    private func known(_ order: SalesOrder) throws -> Bool {
        var same = false
        try context.connection.rows(
            """
            SELECT customer, day, currency, amount, po, status FROM salesOrder
            WHERE entity = $1 AND number = $2
            """, [.int(order.entity.raw), .text(order.number)]
        ) { row in
            same =
                row.int(0) == order.customer.raw && row.int(1) == Int64(order.day.number)
                && row.text(2) == order.amount.currency.code && row.int(3) == order.amount.minor
                && row.textOrNil(4) == order.po && row.textOrNil(5) == order.status
        }
        return same
    }

    /// A delivery belongs to the entity of its order.
    private func put(_ row: DeliveryRow) throws {
        var found: (entity: Int64, currency: String)?
        try context.connection.rows(
            "SELECT entity, currency FROM salesOrder WHERE number = $1 ORDER BY entity",
            [.text(row.order)]
        ) { row in found = found ?? (row.int(0), row.text(1)) }
        guard let found, let currency = Currency(found.currency) else {
            context.note(.orderUnknown, at: "row \(row.line), order", value: row.order)
            return
        }
        var amount: Int64?
        if let given = row.amount {
            guard let money = given.money(currency) else {
                context.note(
                    .amountBeyondCurrency, at: "row \(row.line), amount", value: "\(given)")
                return
            }
            amount = money.minor
        }
        let session = try context.session(Entity.ID(found.entity))
        let delivery = Delivery(
            entity: session.entity, number: row.delivery, order: row.order, day: row.deliveredOn,
            amount: amount)
        var same = false
        try context.connection.rows(
            "SELECT orderNumber, day, amount FROM delivery WHERE entity = $1 AND number = $2",
            [.int(found.entity), .text(row.delivery)]
        ) { row in
            same =
                row.text(0) == delivery.order && row.int(1) == Int64(delivery.day.number)
                && row.intOrNil(2) == delivery.amount
        }
        if same { return }
        context.new += 1
        if !context.failed { session.take(.deliveryRecorded(delivery)) }
    }
}
