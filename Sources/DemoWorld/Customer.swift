import Ledger

/// Terms of payment, in the notation of customers.csv.
enum Terms: Sendable, Equatable {
    case net(Int)
    /// 2 % within ten days, thirty net.
    case twoTen
    /// Fifteen days after the end of the month.
    case endOfMonth

    var code: String {
        switch self {
        case .net(let days): "net\(days)"
        case .twoTen: "2/10net30"
        case .endOfMonth: "eom15"
        }
    }

    func due(_ issued: Day) -> Day {
        switch self {
        case .net(let days): issued.adding(days)
        case .twoTen: issued.adding(30)
        case .endOfMonth: issued.lastOfMonth.adding(15)
        }
    }
}

/// How a customer pays: what it writes, when, and what the banks on the way keep.
struct Habit: Sendable {
    enum Citing: Sendable { case full, tail, nothing, advice, order, balance }
    enum Rhythm: Sendable {
        case eachInvoice
        /// A payment run every week on this weekday.
        case weekly(Int)
        /// Payment runs on the 14th and the 28th.
        case twiceAMonth
    }

    var citing = Citing.full
    var rhythm = Rhythm.eachInvoice
    /// Days after the due date, before the payment run.
    var late = 0
    var spread = 3
    var takesDiscount = false
    /// Whether its wires come with the charges taken off (SHA or BEN).
    var chargesTaken = false
    /// Whether it puts the creditor reference in its SEPA transfers.
    var creditorReference = false
}

/// A customer as the company knows it, and how it really behaves.
struct Customer: Sendable {
    var id = ""
    let house: House
    let country: String
    let currency: Currency
    var name = ""
    var local: String?
    var pinyin: String?
    var taxId = ""
    var terms = Terms.net(30)
    var creditLimit: Int64 = 0
    var parent: Int?
    /// Whether the parent pays its invoices.
    var paidByParent = false
    var email = ""
    var risk = "B"
    var collector = ""
    /// The account it pays from, and whether customers.csv lists it.
    var account = ""
    var accountListed = true
    var bank = ""
    var aliases: [String] = []
    /// As its bank prints it on a transfer.
    var wireName = ""
    /// Names that other papers of its bear: of its shop sign, and of before it was renamed.
    var trading: String?
    var former: String?
    /// The head office that pays for it and is no customer itself.
    var headOffice: Int?
    /// Invoices a month, in tenths.
    var pace = 10
    var since = day(2019, 1, 1)
    /// A usual invoice, in minor units before tax.
    var size: Int64 = 1_000_000
    var habit = Habit()

    /// Whether the bank line leads to it: its account or the name that its bank prints is in
    /// customers.csv.
    var isKnownPayer: Bool {
        accountListed || wireName == local || wireName == name.wired || wireName == name
            || aliases.contains { $0.wired == wireName }
    }

    var till: Till { Till.of(house, currency) }
    var isWire: Bool { till == .dalianUSD || till == .hamburgUSD }
    var language: String {
        country == "CN" ? "zh" : country == "DE" || country == "AT" ? "de" : "en"
    }
}
