import Formats
import Ledger
import Receivables
import Store

/// Posts the rows of `invoices.csv`. A number that the books have with the same contents is passed
/// over; with other contents the file waits.
struct InvoiceImport {
    let context: ImportContext

    init(_ context: ImportContext) { self.context = context }

    func put(_ rows: [ExtractRow]) throws {
        var byEntity: [Entity.ID: [InvoiceRow]] = [:]
        for case .invoice(let row) in rows {
            guard let entity = context.entity(row.entity, at: "row \(row.line), entity") else {
                continue
            }
            byEntity[entity.id, default: []].append(row)
        }
        for (entity, rows) in byEntity.sorted(by: { $0.key < $1.key }) {
            let session = try context.session(entity)
            var names = Names()
            for row in rows {
                names.customerCodes.insert(row.customer)
                names.itemNumbers.insert(row.invoice)
            }
            try session.load(names)
            for row in rows { try put(row, session) }
        }
    }

    private func put(_ row: InvoiceRow, _ session: Session) throws {
        guard let customer = session.books.customer(session.entity, code: row.customer) else {
            context.note(
                .customerUnknown, at: "row \(row.line), customer", value: row.customer)
            return
        }
        let command = command(for: row, of: customer, session.entity)
        if let posted = session.books.item(session.entity, number: row.invoice),
            posted.status != .reversed
        {
            if let difference = difference(posted, command, customer) {
                context.note(
                    .invoiceDiffers, at: "row \(row.line), invoice", value: row.invoice,
                    detail: difference)
            }
            return
        }
        do {
            let events = try command.decide(on: session.books, at: session.desk)
            context.new += 1
            if context.failed { return }
            for event in events { session.take(event) }
        } catch {
            context.note(error, at: "row \(row.line), invoice \(row.invoice)")
        }
    }

    private func command(
        for row: InvoiceRow, of customer: Customer, _ entity: Entity.ID
    ) -> PostItem {
        let terms = customer.terms.flatMap { PaymentTerms($0) }
        let isInvoice = row.type == .invoice
        var due = row.dueOn ?? terms?.dueOn(from: row.issuedOn)
        if due == nil {
            due = row.issuedOn
            if isInvoice { context.note(.dueMissing, at: "row \(row.line), due") }
        }
        var command = PostItem(
            entity: entity, kind: row.type.kind, number: row.invoice,
            customerCode: row.customer, issuedOn: row.issuedOn, dueOn: due ?? row.issuedOn,
            gross: row.gross, tax: row.tax?.minor ?? 0)
        command.reference = row.reference
        command.links.po = row.po
        command.links.order = row.order
        command.links.contract = row.contract
        command.links.delivery = row.delivery
        command.links.precedes = row.precedes
        if isInvoice, let terms, terms.discountPercent > 0 {
            command.discountUntil = terms.discountUntil(from: row.issuedOn)
            command.discount = Int64(
                Decimals.rounded(
                    Int128(row.gross.minor) * Int128(terms.discountPercent), over: 10_000))
        }
        return command
    }

    /// In which field what is posted differs from what comes now; nil where it is the same
    /// document.
    private func difference(
        _ posted: OpenItem, _ command: PostItem, _ customer: Customer
    ) -> String? {
        let gross = Money(minor: abs(posted.original), posted.currency)
        if posted.customer != customer.id { return "customer" }
        if posted.kind != command.kind { return "type \(posted.kind.rawValue)" }
        if gross != command.gross { return "gross \(gross)" }
        if abs(posted.tax) != command.tax { return "tax" }
        if posted.issuedOn != command.issuedOn { return "issued \(posted.issuedOn)" }
        if posted.dueOn != command.dueOn { return "due \(posted.dueOn)" }
        return nil
    }
}

extension InvoiceType {
    var kind: OpenItem.Kind {
        switch self {
        case .invoice: .invoice
        case .creditNote: .creditNote
        case .debitNote: .debitNote
        }
    }
}
