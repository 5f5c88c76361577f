import Ledger

/// Makes the statements of all accounts, day by day, with everything that is no receipt: fees,
/// interest, suppliers, payroll, taxes, and transfers between own accounts, which appear on both.
struct BankBook {
    var dice: Dice
    let rates: Rates
    private(set) var balances = Dictionary(
        uniqueKeysWithValues: Till.allCases.map { ($0, $0.opening) })
    private var sequences: [Till: Int] = [:]
    private(set) var days: [BankDay] = []
    /// All receipts, with their bank references.
    private(set) var receipts: [Receipt] = []

    init(
        _ receipts: [Receipt], tills: [Till] = Till.ordinary, rates: Rates, until bankDay: Day,
        seed: UInt64
    ) {
        dice = Dice(seed, "bank")
        self.rates = rates
        var incoming: [Till: [Day: [Receipt]]] = [:]
        for receipt in receipts {
            incoming[receipt.till, default: [:]][receipt.bookedOn, default: []].append(receipt)
        }
        var day = Billing.opened
        while day <= bankDay {
            var lines: [Till: [BankLine]] = [:]
            let open = tills.filter { $0.house.workingDays.contains(day) }
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
                lines[at].receipts[part].reference =
                    lines[at].purpose == .lockbox
                    ? LockboxWriter.reference(day, part) : Self.reference(till, day, count)
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
        case .dalianSecond: "B\(compact(day))" + padded(count, 7)
        case .ohio: "F\(compact(day))C" + padded(count, 5)
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
        let checks = receipts.filter { $0.check != nil }
        if !checks.isEmpty {
            receipts.removeAll { $0.check != nil }
            lines.append(
                BankLine(
                    purpose: .lockbox, amount: checks.reduce(0) { $0 + $1.amount },
                    receipts: checks, text: "LOCKBOX DEPOSIT \(Till.lockbox)"))
        }
        return lines
            + receipts.map { BankLine(purpose: .receipt, amount: $0.amount, receipts: [$0]) }
    }
}
