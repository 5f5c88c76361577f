import Ledger
import Receivables

/// Writes the state that events changed back to the read models, in the transaction that appends
/// the events.
struct Projection {
    let connection: any Connection
    let entity: Entity.ID

    func write(_ books: Books) throws {
        let changes = books.changes
        try customers(books, changes)
        let search = SearchWriter(connection: connection, entity: entity)
        try ItemProjection(connection: connection, search: search).write(books)
        try connection.insert(
            changes.newReceipts.map { books.receipts[$0]! }, ReceiptTable.name,
            ReceiptTable.columns
        ) { (receipt, out) throws(Fault) in try ReceiptTable.write(receipt, out) }
        // In the order of their numbers, so that rows of one page are changed together.
        try changed(
            changes.receipts.subtracting(changes.newReceipts).sorted().map { books.receipts[$0]! })
        try completed(
            changes.completedReceipts.subtracting(changes.newReceipts).sorted()
                .map { books.receipts[$0]! })
        try connection.insert(
            changes.newApplications.map { books.applications[$0]! }, ApplicationTable.name,
            ApplicationTable.columns + ApplicationTable.ofItem
        ) { (application, out) throws(Fault) in
            try ApplicationTable.write(application, of: books.items[application.item]!, out)
        }
        let new = Set(changes.newApplications)
        for (original, reversal) in changes.reversedApplications where !new.contains(original) {
            try connection.run(
                "UPDATE application SET reversedBy = $1 WHERE id = $2",
                [.int(reversal.raw), .int(original.raw)])
        }
        try refunds(books, changes)
        try cases(books, changes)
        try proposals(changes)
        try search.write(books)
    }

    private func cases(_ books: Books, _ changes: Changes) throws {
        if changes.cases.isEmpty { return }
        try connection.insert(
            changes.newCases.sorted().map { books.cases[$0]! }, CaseTable.name, CaseTable.columns
        ) { (file, out) throws(Fault) in try CaseTable.write(file, out) }
        let changed = changes.cases.subtracting(changes.newCases).sorted().map { books.cases[$0]! }
        if changed.isEmpty { return }
        let written = try connection.change(CaseTable.name, columns: CaseTable.changing) { out in
            for file in changed { try CaseTable.writeChange(file, out) }
        }
        try connection.expect(written, changed.count, "case")
    }

    private func customers(_ books: Books, _ changes: Changes) throws {
        try connection.insert(
            changes.newCustomers.sorted().map { books.customers[$0]! }, CustomerTable.name,
            CustomerTable.columns
        ) { (customer, out) throws(Fault) in try CustomerTable.write(customer, out) }
        for id in changes.customers.sorted() {
            let customer = books.customers[id]!
            try connection.run(
                """
                UPDATE customer SET name = $1, nameLocal = $2, country = $3, currency = $4,
                    taxId = $5, terms = $6, creditLimit = $7, parent = $8, email = $9,
                    language = $10, accounts = $11, aliases = $12, riskClass = $13,
                    collector = $14
                WHERE id = $15
                """,
                [
                    .text(customer.name), Value(customer.nameLocal), Value(customer.country),
                    Value(customer.currency?.code), Value(customer.taxId), Value(customer.terms),
                    Value(customer.creditLimit), Value(customer.parent), Value(customer.email),
                    Value(customer.language),
                    .text(customer.accounts.joined(separator: "\n")),
                    .text(customer.aliases.joined(separator: "\n")), Value(customer.riskClass),
                    Value(customer.collector), .int(id.raw),
                ])
        }
    }

    /// The columns of a receipt that change after it was recorded.
    private func changed(_ receipts: [Receipt]) throws {
        if receipts.isEmpty { return }
        let places = Receipt.Place.allCases.map { "\($0)" }
        let columns =
            ["customer", "state"] + places + places.map { "\($0)Functional" }
            + [
                "turnedTo", "advanceTax", "advanceTaxFunctional", "advanceOrder", "revalued",
                "completions",
                "replacedOn", "revision",
            ]
        let written = try connection.change(ReceiptTable.name, columns: columns) { out in
            for receipt in receipts {
                out.int(receipt.id.raw)
                out.int(receipt.customer?.raw)
                out.text(receipt.state.rawValue)
                for place in Receipt.Place.allCases { out.int(receipt.holdings[place].amount) }
                for place in Receipt.Place.allCases { out.int(receipt.holdings[place].functional) }
                out.text(receipt.turnedTo?.rawValue)
                out.int(receipt.advanceTax.amount)
                out.int(receipt.advanceTax.functional)
                out.text(receipt.advanceOrder)
                out.int(receipt.revalued)
                out.int(receipt.completions)
                out.day(receipt.replacedOn)
                out.int(receipt.revision)
                try out.end()
            }
        }
        try connection.expect(written, receipts.count, "receipt")
    }

    /// What is known of receipts now.
    private func completed(_ receipts: [Receipt]) throws {
        for receipt in receipts {
            let source = receipt.source
            let list = { (lines: [String]) in Value.text(lines.joined(separator: "\n")) }
            try connection.run(
                """
                UPDATE receipt SET bankReference = $1, endToEndId = $2, payer = $3,
                    payerAccount = $4, payerBank = $5, code = $6, text = $7, refs = $8,
                    documents = $9, advice = $10, checkNumber = $11, chargeBearer = $12,
                    charges = $13
                WHERE id = $14
                """,
                [
                    Value(source.bankReference), Value(source.endToEndId), Value(source.payer),
                    Value(source.payerAccount), Value(source.payerBank), Value(source.code),
                    list(source.text), list(source.references), list(source.documents),
                    list(source.advice), Value(source.checkNumber), Value(source.chargeBearer),
                    .int(source.charges), .int(receipt.id.raw),
                ])
        }
    }

    private func refunds(_ books: Books, _ changes: Changes) throws {
        for id in changes.refunds.sorted() {
            let refund = books.refunds[id]!
            try connection.run("DELETE FROM refund WHERE id = $1", [.int(id.raw)])
            try connection.insert([refund], RefundTable.name, RefundTable.columns) {
                (refund, out) throws(Fault) in try RefundTable.write(refund, out)
            }
        }
    }

    private func proposals(_ changes: Changes) throws {
        if changes.proposals.isEmpty { return }
        try connection.temporary("oldProposal", columns: "id BIGINT PRIMARY KEY")
        try connection.load(into: "oldProposal", columns: ["id"]) { out in
            for id in changes.proposals.keys {
                out.int(id.raw)
                try out.end()
            }
        }
        for table in ["proposal", "proposalLine"] {
            try connection.run(
                "DELETE FROM \(table) WHERE receipt IN (SELECT id FROM oldProposal)")
        }
        let now = changes.proposals.values.compactMap { $0 }.sorted { $0.receipt < $1.receipt }
        try connection.insert(now, ProposalTable.name, ProposalTable.columns) {
            (proposed, out) throws(Fault) in try ProposalTable.write(proposed, out)
        }
        try connection.insert(now, ProposalTable.lineName, ProposalTable.lineColumns) {
            (proposed, out) throws(Fault) in try ProposalTable.writeLines(proposed, out)
        }
    }
}

extension Connection {
    func insert<Value>(
        _ values: [Value], _ table: String, _ columns: [String],
        _ write: (Value, any Loader) throws(Fault) -> Void
    ) throws {
        if values.isEmpty { return }
        try load(into: table, columns: columns) { out in
            for value in values { try write(value, out) }
        }
    }

    /// Every changed row was there, and older than the change: otherwise another writer came
    /// between.
    func expect(_ written: Int, _ count: Int, _ what: String) throws {
        if written != count {
            throw Fault.other(
                code: "lost-update", reason: "\(count - written) \(what) rows changed meanwhile")
        }
    }
}
