import Formats
import Ledger
import Receivables
import Store

/// Registers the rows of `customers.csv`, and what the extract changed about those already known.
struct CustomerImport {
    let context: ImportContext

    init(_ context: ImportContext) { self.context = context }

    func put(_ rows: [ExtractRow]) throws {
        var byEntity: [Entity.ID: [CustomerRow]] = [:]
        for case .customer(let row) in rows {
            guard let entity = context.entity(row.entity, at: "row \(row.line), entity") else {
                continue
            }
            byEntity[entity.id, default: []].append(row)
        }
        for (entity, rows) in byEntity.sorted(by: { $0.key < $1.key }) {
            let session = try context.session(entity)
            var names = Names()
            names.customerCodes = Set(rows.map(\.customer))
            try session.load(names)
            for row in rows { put(row, session) }
        }
    }

    private func put(_ row: CustomerRow, _ session: Session) {
        let known = session.books.customer(session.entity, code: row.customer)
        var customer = Customer(
            id: known?.id ?? session.books.fresh(session.entity), entity: session.entity,
            code: row.customer, name: row.name)
        customer.nameLocal = row.nameLocal
        customer.country = row.country
        customer.currency = row.currency
        customer.taxId = row.taxId
        customer.terms = row.terms?.description
        customer.parent = row.parent
        customer.email = row.email
        customer.language = row.language
        customer.accounts = row.accounts.map(AccountNumber.normalised)
        customer.aliases = row.aliases
        customer.riskClass = row.riskClass
        customer.collector = row.collector
        if let limit = row.creditLimit {
            let currency = row.currency ?? session.books.entities[session.entity]?.currency
            guard let currency, let money = limit.money(currency) else {
                context.note(
                    .amountBeyondCurrency, at: "row \(row.line), creditLimit", value: "\(limit)")
                return
            }
            customer.creditLimit = money.minor
        }
        if customer == known { return }
        context.new += 1
        if context.failed { return }
        session.take(known == nil ? .customerRegistered(customer) : .customerChanged(customer))
    }
}

/// How account numbers are compared: without spaces and hyphens, in capitals.
enum AccountNumber {
    static func normalised(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x20, 0x2D, 0x3000, 0xA0: continue
            case 0x61...0x7A: out.append(Unicode.Scalar(scalar.value - 0x20)!)
            default: out.append(scalar)
            }
        }
        return String(out)
    }
}
