/// The extracts that an ERP delivers, named as their files are (docs/formats/extracts.md).
public enum ExtractKind: String, CaseIterable, Sendable {
    case customers, invoices
    case invoiceLines = "invoice-lines"
    case orders, deliveries
    case bankAccounts = "bank-accounts"
    case rates, balances, holidays

    /// The kind whose required columns are all in `header`: where there are several, the one that
    /// asks for the most, and then the one that knows the most of the header's columns.
    ///
    /// Nil with the finding that says which required columns the nearest kind lacks.
    public static func recognise(header: [String]) -> Parsed<ExtractKind?> {
        let names = Set(header.map { HeaderName.plain($0) })
        let fits = allCases.map { Fit(of: names, to: $0) }
        if let best = fits.filter(\.lacking.isEmpty).max(by: {
            ($0.required, $0.known) < ($1.required, $1.known)
        }) {
            return Parsed(best.kind)
        }
        // Found ÷ required, compared crosswise; ties go to the kind that is named first.
        var nearest = fits[0]
        for fit in fits.dropFirst() {
            let (its, best) = (fit.found * nearest.required, nearest.found * fit.required)
            if its > best || its == best && fit.known > nearest.known { nearest = fit }
        }
        let isNear = nearest.found * 2 >= nearest.required
        let columns = nearest.lacking.map(\.name).joined(separator: ", ")
        return Parsed(
            nil,
            findings: [
                Finding(
                    isNear ? ExtractFinding.columnMissing : .notRecognised, at: "header",
                    value: header.joined(separator: ", "),
                    detail: "\(nearest.kind.rawValue): \(columns)")
            ])
    }

    /// Which kind a file is, by its first bytes; nil where no header of an extract is found in
    /// them.
    public static func recognise(start bytes: UnsafeRawBufferPointer) -> ExtractKind? {
        var reader = ExtractReader()
        reader.feed(bytes) { _ in }
        if reader.kind == nil { reader.finish { _ in } }
        return reader.kind
    }

    var rules: [ExtractColumnRule] {
        switch self {
        case .customers: CustomerRow.columns
        case .invoices: InvoiceRow.columns
        case .invoiceLines: InvoiceLineRow.columns
        case .orders: OrderRow.columns
        case .deliveries: DeliveryRow.columns
        case .bankAccounts: BankAccountRow.columns
        case .rates: RateRow.columns
        case .balances: BalanceRow.columns
        case .holidays: HolidayRow.columns
        }
    }

    /// The columns that name the document, so that no two rows may have them alike; the first is
    /// its number.
    var key: [ExtractColumn] {
        switch self {
        case .customers: [.customer, .entity]
        case .invoices: [.invoice, .entity]
        case .invoiceLines: [.invoice, .line]
        case .orders: [.order, .entity]
        case .deliveries: [.delivery, .order]
        case .bankAccounts: [.account, .currency]
        case .rates: [.from, .to, .date, .type]
        case .balances: [.account, .entity, .date, .currency]
        case .holidays: [.calendar, .date]
        }
    }

    private struct Fit {
        let kind: ExtractKind
        var required = 0
        var found = 0
        var known = 0
        var lacking: [ExtractColumn] = []

        init(of names: Set<String>, to kind: ExtractKind) {
            self.kind = kind
            for rule in kind.rules {
                let isThere = rule.names.contains { names.contains($0) }
                if isThere { known += 1 }
                guard rule.isRequired else { continue }
                required += 1
                if isThere { found += 1 } else { lacking.append(rule.column) }
            }
        }
    }
}
