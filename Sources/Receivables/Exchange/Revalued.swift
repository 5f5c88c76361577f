import Ledger

/// Documents that carry another functional value from now on (method B of domain.md §1.6): a fact
/// about each, so that every balance is still the sum of its documents.
public struct Revalued: Sendable, Equatable {
    public let entity: Entity.ID
    public let currency: Currency
    public let rate: Rate
    public let postedOn: Day
    public let items: [Item]
    public let receipts: [Receipt]

    public struct Item: Sendable, Equatable {
        public let id: OpenItem.ID
        public let account: Account
        /// What it is worth more, functional.
        public let gain: Int64
        /// How often the item had changed when this was done with it; it changes nothing else.
        public let revision: Int64

        public init(id: OpenItem.ID, account: Account, gain: Int64, revision: Int64) {
            self.id = id
            self.account = account
            self.gain = gain
            self.revision = revision
        }
    }

    public struct Receipt: Sendable, Equatable {
        public let id: Receivables.Receipt.ID
        public let place: Receivables.Receipt.Place
        /// What we owe less, functional.
        public let gain: Int64
        public let revision: Int64

        public init(
            id: Receivables.Receipt.ID, place: Receivables.Receipt.Place, gain: Int64,
            revision: Int64
        ) {
            self.id = id
            self.place = place
            self.gain = gain
            self.revision = revision
        }
    }

    public init(
        entity: Entity.ID, currency: Currency, rate: Rate, postedOn: Day, items: [Item],
        receipts: [Receipt]
    ) {
        self.entity = entity
        self.currency = currency
        self.rate = rate
        self.postedOn = postedOn
        self.items = items
        self.receipts = receipts
    }
}

extension Revalued {
    func write(to out: inout FieldWriter) {
        out.id(entity)
        out.currency(currency)
        out.rate(rate)
        out.day(postedOn)
        out.int(Int64(items.count))
        for item in items {
            out.id(item.id)
            out.text(item.account.rawValue)
            out.int(item.gain)
            out.int(item.revision)
        }
        out.int(Int64(receipts.count))
        for receipt in receipts {
            out.id(receipt.id)
            out.int(receipt.place.rawValue)
            out.int(receipt.gain)
            out.int(receipt.revision)
        }
    }

    init(from: inout FieldReader) throws(WireError) {
        let (entity, currency): (Entity.ID, Currency) = (try from.id(), try from.currency())
        let (rate, day) = (try from.rate(), try from.day())
        var items: [Item] = []
        for _ in 0..<(try from.count()) {
            items.append(
                Item(
                    id: try from.id(), account: try from.raw(), gain: try from.int(),
                    revision: try from.int()))
        }
        var receipts: [Receipt] = []
        for _ in 0..<(try from.count()) {
            receipts.append(
                Receipt(
                    id: try from.id(), place: try from.raw(), gain: try from.int(),
                    revision: try from.int()))
        }
        self.init(
            entity: entity, currency: currency, rate: rate, postedOn: day, items: items,
            receipts: receipts)
    }
}
