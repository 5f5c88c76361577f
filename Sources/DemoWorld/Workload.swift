import Ledger

/// The one benchmark input by which every figure is measured: a million open invoices of fifty
/// thousand customers, and payments of them in a fixed mix (performance.md §4).
///
/// Everything about customer, invoice and payment `n` is computed from `n` and the seed, so any
/// size is written in constant memory and the truth of a payment is known without a table.
public struct Workload: Sendable {
    public let customers: Int
    public let invoices: Int
    public let seed: UInt64

    /// The entity, its currency and its bank account.
    public static let entity = "BM"
    public static let currency = Currency.eur
    public static let account = CheckDigits.iban("DE", "209904440000990010")
    public static let bookedOn = day(2026, 6, 29)

    /// Every customer has as many invoices as the others; `invoices` is a multiple of `customers`.
    public init(customers: Int = 50_000, invoices: Int = 1_000_000, seed: UInt64 = 1_122) {
        precondition(
            (1...Self.names * Self.places.count).contains(customers)
                && (1...89_999_999).contains(invoices)
                && invoices % customers == 0,
            "\(invoices) invoices of \(customers) customers")
        self.customers = customers
        self.invoices = invoices
        self.seed = seed
    }

    var invoicesEach: Int { invoices / customers }

    public func customer(of invoice: Int) -> Int { invoice % customers }

    /// `BM-10000000` for the first.
    public static func number(_ invoice: Int) -> String { "BM-\(10_000_000 + invoice)" }

    /// `W00001` for the first.
    public static func id(ofCustomer customer: Int) -> String { "W" + padded(customer + 1, 5) }

    /// 5.00 to 50,000.00, uniform, in cents.
    public func gross(_ invoice: Int) -> Int64 { 500 + Int64(chance(invoice, 1) % 4_999_501) }

    func chance(_ number: Int, _ stream: UInt64) -> UInt64 {
        Dice.mix(Dice.mix(seed &+ stream &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(number))
    }

    /// `Norvika Pumpen GmbH`: three syllables, and beyond 64,000 a place, no two customers alike.
    public func name(ofCustomer customer: Int) -> String {
        let index = customer * 7_919 % Self.names
        let syllables = Self.syllables
        let brand =
            syllables[index / 1_600] + syllables[index / 40 % 40] + syllables[index % 40]
        let trade = Self.trades[Int(chance(customer, 2) % UInt64(Self.trades.count))]
        let place = Self.places[customer / Self.names]
        return brand.prefix(1).uppercased() + brand.dropFirst() + " " + trade + place + " GmbH"
    }

    /// The IBAN of account number `number` at one German bank.
    static func iban(_ number: Int) -> String {
        let bban = 209_904_440_000_000_000 + UInt64(number)
        let check = 98 - (bban % 97 * 1_000_000 + 131_400) % 97
        return "DE" + padded(Int(check), 2) + "\(bban)"
    }

    public func iban(ofCustomer customer: Int) -> String { Self.iban(1_000_000_000 + customer) }

    private static let names = 64_000
    private static let places = [
        "", " Bremen", " Kassel", " Dresden", " Aachen", " Bochum", " Lübeck", " Passau", " Jena",
        " Siegen",
    ]
    private static let syllables = [
        "nor", "vi", "ka", "bal", "de", "ra", "tol", "mi", "ver", "zen", "lu", "dor", "fes", "sta",
        "go", "ro", "hel", "ar", "vo", "tri", "sil", "mer", "na", "ku", "pel", "ta", "bo", "ri",
        "xan", "le", "gra", "pi", "sor", "wen", "du", "cal", "ne", "jo", "fa", "ul",
    ]
    private static let trades = [
        "Antriebstechnik", "Fördertechnik", "Maschinenbau", "Pumpen", "Getriebebau", "Hydraulik",
        "Anlagentechnik", "Industriebedarf", "Stahlhandel", "Verpackungstechnik",
    ]
}

extension Workload {
    /// customers.csv.
    public func writeCustomers(to path: String) throws(FileFailed) {
        let file = try TextFile(path)
        file.write("customer,entity,name,country,currency,terms,creditLimit,language,accounts\n")
        for customer in 0..<customers {
            file.write(Self.id(ofCustomer: customer))
            file.write(",BM,")
            file.write(name(ofCustomer: customer))
            file.write(",DE,EUR,net30,500000.00,de,")
            file.write(iban(ofCustomer: customer))
            file.write("\n")
            try file.rowEnds()
        }
        try file.close()
    }

    /// invoices.csv, in the order of issue, with creditor references.
    public func writeInvoices(to path: String) throws(FileFailed) {
        let file = try TextFile(path)
        file.write(
            """
            invoice,entity,type,customer,issued,due,currency,net,tax,gross,po,order,contract,\
            delivery,reference,precedes

            """)
        let first = day(2026, 1, 2)
        let days = (0..<190).map { Array("\(first.adding($0))".utf8) }
        for invoice in 0..<invoices {
            let gross = gross(invoice)
            let net = (gross * 100 + 59) / 119
            let issued = invoice * 150 / invoices
            let number = Int64(10_000_000 + invoice)
            file.write("BM-")
            file.write(number)
            file.write(",BM,380,W")
            file.write(Int64(customer(of: invoice) + 1), width: 5)
            file.write(UInt8(ascii: ","))
            file.write(days[issued])
            file.write(UInt8(ascii: ","))
            file.write(days[issued + 30])
            file.write(",EUR,")
            file.write(cents: net)
            file.write(UInt8(ascii: ","))
            file.write(cents: gross - net)
            file.write(UInt8(ascii: ","))
            file.write(cents: gross)
            file.write(",,,,,RF")
            file.write(Self.referenceCheck(number), width: 2)
            file.write("BM")
            file.write(number)
            file.write(",\n")
            try file.rowEnds()
        }
        try file.close()
    }

    /// bank-accounts.csv.
    public func writeBankAccounts(to path: String) throws(FileFailed) {
        try TextFile.write(
            """
            account,entity,bank,currency,glAccount
            \(Self.account),BM,Alsterkontor Bank AG,EUR,1002

            """, to: path)
    }

    /// The check digits of `RF..BM<number>` (ISO 11649), B and M counting 11 and 22, RF 27 and 15.
    static func referenceCheck(_ number: Int64) -> Int64 {
        98 - ((112_200_000_000 + number) % 97 * 1_000_000 + 271_500) % 97
    }
}
