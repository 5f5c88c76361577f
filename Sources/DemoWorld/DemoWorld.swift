import Ledger

/// A company one would believe: an exporter of drive technology with a house in Dalian and one in
/// Hamburg, its customers, half a year of invoices and bank files, and the files of one morning.
///
/// The generator knows what each receipt pays and shares nothing with the rules that find it out,
/// so precision and recall measured against its `truth.csv` are figures of the product.
public enum DemoWorld {
    /// The morning on which the files of `today/` arrive.
    public static let today = day(2026, 6, 30)
    /// The bank day that the morning's statements are of.
    public static let bankDay = day(2026, 6, 29)

    public static let entities:
        [(code: String, name: String, nameLocal: String, country: String, currency: Currency)] =
            House.allCases.map { ($0.rawValue, $0.name, $0.nameLocal, $0.country, $0.functional) }

    /// Writes `history/`, `today/` and `truth.csv` into `folder`, which is made if need be; the
    /// same bytes for the same seed.
    @discardableResult
    public static func write(to folder: String, seed: UInt64 = 2_028) throws(FileFailed)
        -> DemoSummary
    {
        let customers = CustomerMaker.customers(seed: seed)
        let billed = Billing.documents(of: customers, until: bankDay, payDay: bankDay, seed: seed)
        let paid = Paying.receipts(for: billed, of: customers, until: bankDay, seed: seed)
        let rates = Rates(from: day(2025, 9, 30), to: today, seed: seed)
        let book = BankBook(paid.receipts, rates: rates, until: bankDay, seed: seed)
        let extracts = Extracts(customers: customers, documents: billed)
        let truth = extracts.truth(of: book.receipts)

        let (history, morning) = (folder + "/history", folder + "/today")
        for path in [folder, history, morning] { try TextFile.makeFolder(path) }
        try TextFile.write(Extracts.bankAccountsCSV(), to: history + "/bank-accounts.csv")
        try TextFile.write(extracts.customersCSV(), to: history + "/customers.csv")
        try TextFile.write(
            Extracts.ratesCSV(rates) { $0 < bankDay }, to: history + "/rates.csv")
        try TextFile.write(
            Extracts.ratesCSV(rates) { $0 >= bankDay }, to: morning + "/rates-\(today).csv")
        var month = day(2025, 10, 1)
        while month <= bankDay {
            try TextFile.write(
                extracts.invoicesCSV {
                    $0.issued.firstOfMonth == month && $0.issued < bankDay
                }, to: history + "/invoices-\("\(month)".prefix(7)).csv")
            month = month.lastOfMonth.adding(1)
        }
        try TextFile.write(
            extracts.invoicesCSV { $0.issued == bankDay }, to: morning + "/invoices-\(bankDay).csv")
        for statement in book.days {
            try write(statement, to: statement.day < bankDay ? history : morning)
        }
        try TextFile.write(TruthLine.text(truth), to: folder + "/truth.csv")
        return DemoSummary(
            customers: customers.count, invoices: billed.count, statements: book.days.count,
            truth: truth)
    }

    private static func write(_ statement: BankDay, to folder: String) throws(FileFailed) {
        let path = "\(folder)/\(statement.till.label)-\(statement.day)"
        switch statement.till {
        case .dalianCNY, .hamburgUSD:
            try TextFile.write(MT940Writer.bytes(of: statement), to: path + ".sta")
        case .dalianUSD, .hamburgEUR:
            try TextFile.write(CamtWriter.text(of: statement), to: path + ".xml")
        }
    }
}

/// What was written.
public struct DemoSummary: Sendable, CustomStringConvertible {
    public let customers: Int
    public let invoices: Int
    public let statements: Int
    public let receipts: Int
    public let receiptsToday: Int
    /// Receipts by what is in them, all days.
    public let troubles: [Trouble: Int]
    public let troublesToday: [Trouble: Int]

    init(customers: Int, invoices: Int, statements: Int, truth: [TruthLine]) {
        self.customers = customers
        self.invoices = invoices
        self.statements = statements
        var seen: Set<String> = []
        let first = truth.filter { seen.insert($0.bankReference).inserted }
        receipts = first.count
        let latest = first.filter { $0.bookedOn == DemoWorld.bankDay }
        receiptsToday = latest.count
        troubles = Dictionary(grouping: first, by: \.trouble).mapValues(\.count)
        troublesToday = Dictionary(grouping: latest, by: \.trouble).mapValues(\.count)
    }

    public var description: String {
        var text = """
            \(customers) customers, \(invoices) invoices, \(statements) bank statements, \
            \(receipts) receipts, \(receiptsToday) of them this morning

            """
        for trouble in Trouble.allCases {
            let (all, now) = (troubles[trouble] ?? 0, troublesToday[trouble] ?? 0)
            let name = trouble.rawValue + String(repeating: " ", count: 28 - trouble.rawValue.count)
            text += "\(name)\(all)\t\(now)\n"
        }
        return text
    }
}
