import Ledger
import Receivables

/// A random order-to-cash history: commands that make sense most of the time, and are refused the
/// rest. The same seed in the same world gives the same history.
public struct RandomHistory {
    public internal(set) var ledger: Ledgered
    /// The books as they were before the first step, and the steps since.
    public let start: Ledgered
    public private(set) var steps: [Step] = []

    let entity = Entity.ID(1)
    let world: RandomWorld
    var seeded: Seeded
    private(set) var count = 0

    public init(seed: UInt64, in world: RandomWorld = .china) {
        self.world = world
        seeded = Seeded(seed)
        var ledger = Ledgered(today: Day("2026-01-05") ?? .first, actor: "a")
        ledger.take(
            .entityOpened(
                Entity(
                    id: entity, code: "DL", name: "DL", country: world.country,
                    currency: world.functional)))
        for number in 1...5 {
            var customer = Customer(
                id: ledger.books.fresh(entity), entity: entity, code: "C\(number)",
                name: "C\(number)")
            customer.parent = number == 2 || number == 3 ? "C1" : nil
            ledger.take(.customerRegistered(customer))
        }
        start = ledger
        self.ledger = ledger
        moveRates()
    }

    /// One random command; nil where it was done, else why it was refused.
    public mutating func step() -> Refusal? {
        count += 1
        if seeded.chance(10) { tomorrow() }
        let command = command(seeded.below(100))
        return live(.command(command, after: ledger.books.counters[entity] ?? 0))
    }

    private mutating func live(_ step: Step) -> Refusal? {
        steps.append(step)
        return ledger.live(step)
    }

    private mutating func tomorrow() {
        let today = ledger.desk.today.adding(1 + seeded.below(6))
        _ = live(.desk(Desk(actor: ["a", "b", "c"][seeded.below(3)], today: today, at: 0)))
        moveRates()
    }

    /// Each rate goes up to three per cent to either side of where it began.
    private mutating func moveRates() {
        for foreign in world.foreign {
            let units = foreign.units * Int64(970 + seeded.below(61)) / 1_000
            guard let rate = Rate(units: units, decimals: foreign.decimals) else { continue }
            let exchange = ExchangeRate(
                from: foreign.currency, to: world.functional, day: ledger.desk.today, rate: rate,
                type: "spot")
            _ = live(.event(.rateRecorded(exchange)))
        }
    }

    private mutating func command(_ dice: Int) -> any Command {
        switch dice {
        case 0..<21: document()
        case 21..<36: receipt()
        case 36..<41: move(.identify(anyCustomer()))
        case 41..<64: application()
        case 64..<70: UnapplyReceipt(receipt: anyReceipt(), why: "x")
        case 70..<74: move(.putOnAccount(someOf(\.unapplied)))
        case 74..<76: move(.takeOffAccount(someOf(\.onAccount)))
        case 76: move(.putToAdvance(someOf(\.unapplied)))
        case 77: move(.releaseAdvance(someOf(\.advance)))
        case 78..<81: credit()
        case 81..<83: UnapplyCredit(application: anyApplication(), why: "x")
        case 83..<85: WriteOffItem(entity: entity, number: anyItem(), amount: nil, why: "x")
        case 85..<87: ReverseWriteOff(application: anyApplication(), why: "x")
        case 87..<89: move(.writeOffCredit(nil))
        case 89: move(.reverseCreditWriteOff)
        case 90: MarkDispute(entity: entity, number: anyItem(), disputed: seeded.chance(50))
        case 91..<93: ReverseItem(entity: entity, number: anyItem(), why: "x")
        case 93: move(.reverse)
        case 94: move(.withdrawPayer)
        case 95..<98: refund()
        case 98: ClosePeriod(entity: entity, through: dayAgo(20))
        default: ReopenPeriod(entity: entity, from: dayAgo(30))
        }
    }
}
