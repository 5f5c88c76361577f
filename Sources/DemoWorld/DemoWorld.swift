import Ledger

/// A company one would believe: an exporter of drive technology with a house in Dalian and one in
/// Hamburg, its customers, half a year of invoices and bank files, and the files of one morning.
///
/// The generator knows what each receipt pays and shares nothing with the rules that find it out,
/// so precision and recall measured against its `truth.csv` are figures of the product.
public enum DemoWorld {
    /// The company as most know theirs; or what payers really do, at its worst, with a third house
    /// in Ohio: a measure that nothing was built to.
    public enum Kind: String, CaseIterable, Sendable { case ordinary, hard }

    public typealias Entity = (
        code: String, name: String, nameLocal: String, country: String, currency: Currency
    )

    /// The morning on which the files of `today/` arrive.
    public static let today = day(2026, 6, 30)
    /// The bank day that the morning's statements are of.
    public static let bankDay = day(2026, 6, 29)

    public static func entities(_ kind: Kind = .ordinary) -> [Entity] {
        House.allCases.filter { kind == .hard || $0 != .ohio }
            .map { ($0.rawValue, $0.name, $0.nameLocal, $0.country, $0.functional) }
    }

    /// Writes `history/`, `today/` and `truth.csv` into `folder`, which is made if need be; the
    /// same bytes for the same seed.
    @discardableResult
    public static func write(
        to folder: String, seed: UInt64 = 2_028, kind: Kind = .ordinary
    ) throws(FileFailed) -> DemoSummary {
        let files = kind == .ordinary ? ordinary(seed) : hard(seed)
        return try files.write(to: folder)
    }

    private static func ordinary(_ seed: UInt64) -> WorldFiles {
        let customers = CustomerMaker.customers(seed: seed)
        let billed = Billing.documents(of: customers, until: bankDay, payDay: bankDay, seed: seed)
        let paid = Paying.receipts(for: billed, of: customers, until: bankDay, seed: seed)
        let rates = Rates(from: day(2025, 9, 30), to: today, seed: seed)
        let book = BankBook(paid.receipts, rates: rates, until: bankDay, seed: seed)
        return WorldFiles(
            extracts: Extracts(customers: customers, documents: billed), rates: rates, book: book)
    }

    private static func hard(_ seed: UInt64) -> WorldFiles {
        let customers = CustomerMaker.hard(seed: seed)
        let billed = Billing.documents(
            of: customers, until: bankDay, payDay: bankDay, seed: seed ^ 0x5A5A)
        let rates = Rates(from: day(2025, 9, 30), to: today, seed: seed)
        var paying = HardPaying(customers, billed, rates: rates, until: bankDay, seed: seed)
        paying.run()
        let book = BankBook(
            paying.receipts, tills: Till.allCases, rates: rates, until: bankDay, seed: seed)
        return WorldFiles(
            extracts: Extracts(customers: customers, documents: billed), rates: rates, book: book,
            tills: Till.allCases, advices: paying.advices)
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
        troubles = Self.count(first)
        troublesToday = Self.count(latest)
    }

    /// A receipt with two kinds counts under both.
    private static func count(_ lines: [TruthLine]) -> [Trouble: Int] {
        Dictionary(lines.flatMap(\.troubles).map { ($0, 1) }, uniquingKeysWith: +)
    }

    public var description: String {
        var text = """
            \(customers) customers, \(invoices) invoices, \(statements) bank statements, \
            \(receipts) receipts, \(receiptsToday) of them this morning

            """
        for trouble in Trouble.allCases {
            let (all, now) = (troubles[trouble] ?? 0, troublesToday[trouble] ?? 0)
            if all == 0 { continue }
            let name = trouble.rawValue + String(repeating: " ", count: 28 - trouble.rawValue.count)
            text += "\(name)\(all)\t\(now)\n"
        }
        return text
    }
}
