import Ledger

/// The value of what was applied, money by money.
struct ScoredValues {
    private let rates: Rates?
    private var byCurrency: [Currency: Score.Share] = [:]
    private var byHouse: [House: Score.Share] = [:]

    init(_ rates: Rates?) { self.rates = rates }

    mutating func add(_ line: TruthLine, _ isRight: Bool) {
        byCurrency[line.currency, default: .init()].add(abs(line.amount), isRight)
        guard let house = Till.allCases.first(where: { $0.account == line.account })?.house,
            let rates,
            let worth = rates.value(
                Money(minor: abs(line.amount), line.currency), in: house.functional,
                on: line.bookedOn)
        else { return }
        byHouse[house, default: .init()].add(worth, isRight)
    }

    var own: [Score.Value] {
        byCurrency.sorted { $0.key.code < $1.key.code }
            .map { Score.Value(entity: nil, currency: $0.key, share: $0.value) }
    }

    var functional: [Score.Value] {
        byHouse.sorted { $0.key.rawValue < $1.key.rawValue }
            .map {
                Score.Value(
                    entity: $0.key.rawValue, currency: $0.key.functional, share: $0.value)
            }
    }
}

extension Rates {
    /// The rates of a demo folder's extracts; rows that are none are left out.
    init(from folder: String) throws(FileFailed) {
        self.init()
        for path in ["/history/rates.csv", "/today/rates-\(DemoWorld.today).csv"] {
            let text = String(decoding: try TextFile.read(folder + path), as: UTF8.self)
            for line in text.split(separator: "\n").dropFirst() {
                let fields = line.split(separator: ",")
                guard fields.count >= 4, let from = Currency(String(fields[0])),
                    let to = Currency(String(fields[1])), let day = Day(fields[2]),
                    let rate = Rate(fields[3])
                else { continue }
                add(from, to, day, rate)
            }
        }
    }

    /// In minor units; nil without a rate.
    func value(_ money: Money, in currency: Currency, on day: Day) -> Int64? {
        if money.currency == currency { return money.minor }
        return rate(money.currency, currency, day)?.convert(money, to: currency)?.minor
    }
}
