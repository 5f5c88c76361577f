import Ledger

/// One line of a bank statement, credits positive: a receipt, a batch of receipts, or something else.
struct BankLine: Sendable {
    enum Purpose: Sendable {
        case receipt, batch, fee, interest, supplier, payroll, tax, taxRefund, ownTransfer, group
    }

    let purpose: Purpose
    let amount: Int64
    var reference = ""
    var receipts: [Receipt] = []
    /// The other side and the words, where the line is no receipt.
    var party = ""
    var partyAccount = ""
    var text = ""
}

/// The statement of one account for one bank day.
struct BankDay: Sendable {
    let till: Till
    let day: Day
    let sequence: Int
    let opening: Int64
    let lines: [BankLine]
    var closing: Int64 { opening + lines.reduce(0) { $0 + $1.amount } }
}

/// Makes the statements of all accounts, day by day, with everything that is no receipt: fees, interest,
/// suppliers, payroll, taxes, and transfers between own accounts, which appear on both.
struct BankBook {
    private var dice: Dice
    private let rates: Rates
    private var balances = Dictionary(uniqueKeysWithValues: Till.allCases.map { ($0, $0.opening) })
    private var sequences: [Till: Int] = [:]
    private(set) var days: [BankDay] = []
    /// All receipts, with their bank references.
    private(set) var receipts: [Receipt] = []

    init(_ receipts: [Receipt], rates: Rates, until bankDay: Day, seed: UInt64) {
        dice = Dice(seed, "bank")
        self.rates = rates
        var incoming: [Till: [Day: [Receipt]]] = [:]
        for receipt in receipts {
            incoming[receipt.till, default: [:]][receipt.bookedOn, default: []].append(receipt)
        }
        var day = Billing.opened
        while day <= bankDay {
            var lines: [Till: [BankLine]] = [:]
            let open = Till.allCases.filter { $0.house.workingDays.contains(day) }
            for till in open {
                let all = incoming[till]?[day] ?? []
                lines[till] = booked(all, till, mustBatch: day == bankDay) + costs(till, day)
            }
            transfers(open, day, &lines)
            for till in open { close(till, day, lines[till] ?? []) }
            day = day.adding(1)
        }
    }

    private mutating func close(_ till: Till, _ day: Day, _ lines: [BankLine]) {
        var lines = lines
        dice.shuffle(&lines)
        var count = 0
        for at in lines.indices {
            count += dice.int(1...9)
            lines[at].reference = Self.reference(till, day, count)
            for part in lines[at].receipts.indices {
                if lines[at].purpose == .batch { count += 1 }
                lines[at].receipts[part].reference = Self.reference(till, day, count)
                lines[at].receipts[part].entryReference = lines[at].reference
            }
            receipts += lines[at].receipts
        }
        sequences[till, default: 0] += 1
        let statement = BankDay(
            till: till, day: day, sequence: sequences[till] ?? 1, opening: balances[till] ?? 0,
            lines: lines)
        balances[till] = statement.closing
        days.append(statement)
    }

    /// At most sixteen characters, and no two alike on any account.
    private static func reference(_ till: Till, _ day: Day, _ count: Int) -> String {
        switch till {
        case .dalianCNY: "L\(compact(day))" + padded(count, 6)
        case .dalianUSD: "IR\(compact(day))" + padded(count, 5)
        case .hamburgEUR: "E\(compact(day))A" + padded(count, 6)
        case .hamburgUSD: "AZ\(compact(day))-" + padded(count, 4)
        }
    }

    /// The German bank books some transfers of a day as one entry with its transactions.
    private mutating func booked(_ all: [Receipt], _ till: Till, mustBatch: Bool) -> [BankLine] {
        var receipts = all
        dice.shuffle(&receipts)
        var lines: [BankLine] = []
        if till == .hamburgEUR, receipts.count >= 5, mustBatch || dice.chance(160) {
            let size = dice.int(2...4)
            let batch = Array(receipts.prefix(size))
            receipts.removeFirst(size)
            lines.append(
                BankLine(
                    purpose: .batch, amount: batch.reduce(0) { $0 + $1.amount }, receipts: batch,
                    text: "SAMMELGUTSCHRIFT"))
        }
        return lines
            + receipts.map { BankLine(purpose: .receipt, amount: $0.amount, receipts: [$0]) }
    }

    /// What the business spends; suppliers get the more, the more there is in the account.
    private mutating func costs(_ till: Till, _ day: Day) -> [BankLine] {
        let (_, month, date) = day.civil
        let calendar = till.house.workingDays
        let isFirstOnOrAfter = { (wanted: Int) in
            date >= wanted && calendar.before(day) < day.adding(wanted - date)
        }
        var lines: [BankLine] = []
        let spare = (balances[till] ?? 0) - till.opening * 2 / 3
        if till == .dalianCNY || till == .hamburgEUR, spare > 0 {
            for _ in 0..<dice.int(1...4) {
                let amount = min(spare / 3, spare * Int64(dice.int(30...90)) / 1_000 + 31_415)
                if amount > 10_000 { lines.append(supplier(till, amount)) }
            }
        }
        func add(_ purpose: BankLine.Purpose, _ amount: Int64, _ party: String, _ text: String) {
            lines.append(BankLine(purpose: purpose, amount: amount, party: party, text: text))
        }
        switch till {
        case .dalianCNY:
            if dice.chance(350) { add(.fee, -Int64(dice.int(5...60)) * 50, till.bank, "网银转账手续费") }
            if isFirstOnOrAfter(10) {
                add(
                    .payroll, -38_614_273 - Int64(dice.int(0...400_000)), "代发工资",
                    "\(month - 1 == 0 ? 12 : month - 1)月工资")
            }
            if isFirstOnOrAfter(15) {
                add(.tax, -11_208_840 - Int64(dice.int(0...900_000)), "国家金库大连市分库", "税款 增值税 实时扣税")
                add(.tax, -9_044_118, "国家金库大连市分库", "社会保险费")
            }
            if isFirstOnOrAfter(20) {
                add(.taxRefund, 21_077_300 + Int64(dice.int(0...3_000_000)), "国家金库大连市分库", "出口退税")
            }
            if month % 3 == 0, isFirstOnOrAfter(21) {
                add(.interest, Int64(dice.int(310_000...520_000)), till.bank, "存款利息")
            }
        case .dalianUSD:
            if dice.chance(250) {
                add(.fee, -Int64(dice.int(10...40)) * 100, till.bank, "INWARD REMITTANCE FEE")
            }
            if month % 3 == 0, isFirstOnOrAfter(21) {
                add(.interest, Int64(dice.int(9_000...41_000)), till.bank, "CREDIT INTEREST")
            }
        case .hamburgEUR:
            if isFirstOnOrAfter(1) {
                add(.fee, -8_640 - Int64(dice.int(0...2_000)), till.bank, "ENTGELT KONTOFUEHRUNG")
            }
            if isFirstOnOrAfter(10) {
                add(.tax, -4_388_207, "FINANZAMT HAMBURG", "LOHNSTEUER USTVA STNR 2248044711")
            }
            if isFirstOnOrAfter(27) {
                add(
                    .payroll, -11_204_600 - Int64(dice.int(0...90_000)), "LOHN UND GEHALT",
                    "LOHN/GEHALT \(padded(month, 2))/26")
            }
        case .hamburgUSD:
            if isFirstOnOrAfter(1) { add(.fee, -2_500, till.bank, "FEE ACCOUNT MAINTENANCE USD") }
        }
        return lines
    }

    private mutating func supplier(_ till: Till, _ amount: Int64) -> BankLine {
        if till == .dalianCNY {
            let to = Strays.chinese(&dice)
            return BankLine(
                purpose: .supplier, amount: -amount, party: to.0, partyAccount: to.1,
                text: dice.pick(["材料款", "铸件款", "加工费", "运费", "电费"]) + " " + dice.digits(8))
        }
        let name = ForeignName.company(ForeignName.brand("DE", &dice), in: "DE", &dice).name
        return BankLine(
            purpose: .supplier, amount: -amount, party: name.wired,
            partyAccount: ForeignAccounts.account("DE", &dice), text: "RG " + dice.digits(8))
    }

    /// Dollars sold for yuan weekly; euros sold for dollars and the Hamburg house paying Dalian monthly.
    private mutating func transfers(_ open: [Till], _ day: Day, _ lines: inout [Till: [BankLine]]) {
        func both(
            _ from: Till, _ out: Int64, _ to: Till, _ into: Int64, _ purpose: BankLine.Purpose,
            _ text: String
        ) {
            let (payer, payee) = (from.house, to.house)
            lines[from, default: []].append(
                BankLine(
                    purpose: purpose, amount: -out,
                    party: from == .dalianUSD ? payee.nameLocal : payee.name.wired,
                    partyAccount: to.account, text: text))
            lines[to, default: []].append(
                BankLine(
                    purpose: purpose, amount: into,
                    party: to == .dalianCNY ? payer.nameLocal : payer.name.wired,
                    partyAccount: from.account, text: text))
        }
        if open.contains(.dalianUSD), day.weekday == 3, let have = balances[.dalianUSD] {
            let sold = (have - Till.dalianUSD.opening / 2) / 100_000 * 100_000
            if sold > 5_000_000,
                let yuan = rates.rate(.usd, .cny, day)?.convert(
                    Money(minor: sold, .usd), to: .cny)
            {
                both(.dalianUSD, sold, .dalianCNY, yuan.minor, .ownTransfer, "结汇 USD/CNY")
            }
        }
        if open.count == 4, day == House.hamburg.workingDays.onOrAfter(day.firstOfMonth.adding(17))
        {
            let have = balances[.hamburgUSD] ?? 0
            let dollars = max(0, have - 10_000_000) / 100_000 * 100_000 + 18_000_000
            if let euros = rates.rate(.usd, .eur, day)?.convert(
                Money(minor: 18_000_000, .usd), to: .eur)
            {
                both(.hamburgEUR, euros.minor, .hamburgUSD, 18_000_000, .ownTransfer, "FX EUR/USD")
                both(.hamburgUSD, dollars, .dalianUSD, dollars, .group, "IC SETTLEMENT \(day)")
            }
        }
    }
}
