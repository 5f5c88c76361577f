import Ledger
import Receivables
import Store

/// The roll-forward of receivables (1122 and 1122R, domain.md §1.9): opening + everything that
/// happened = closing, per entity and currency, in transaction and functional currency.
public struct RollForward {
    public enum Kind: String, CaseIterable, Sendable {
        case opening, invoices
        case debitNotes = "debit notes"
        case creditNotes = "credit notes"
        case cash = "cash applied"
        case discounts
        case charges = "bank charges absorbed"
        case writeOffs = "small write-offs"
        case exchange = "exchange differences"
        case reversals = "documents reversed"
        case other, closing
    }

    /// One month or any other span, ends included.
    public let from: Day
    public let to: Day

    public init(from: Day, to: Day) {
        self.from = from
        self.to = to
    }

    public func table(_ connection: any Connection) throws -> Table {
        var table = Table(
            "Roll-forward of receivables, \(from) to \(to)",
            [
                Table.Column("entity"), Table.Column("currency"), Table.Column("movement"),
                Table.Column("amount", number: true), Table.Column("functional", number: true),
            ])
        for (entity, _) in try MasterReader(connection: connection).entities() {
            let sums = try sums(connection, entity)
            for currency in sums.keys.sorted() {
                for kind in Kind.allCases {
                    let sum = sums[currency]?[kind] ?? (0, 0)
                    if sum == (0, 0), kind != .opening, kind != .closing { continue }
                    table.rows.append([
                        .text(entity.code), .text(currency.code), .text(kind.rawValue),
                        .money(Money(minor: sum.0, currency)),
                        .money(Money(minor: sum.1, entity.currency)),
                    ])
                }
            }
        }
        return table
    }

    private typealias Sums = [Currency: [Kind: (Int64, Int64)]]

    private func sums(_ connection: any Connection, _ entity: Entity) throws -> Sums {
        var sums: Sums = [:]
        let debitNotes = try self.debitNotes(connection, entity)
        try connection.rows(
            """
            SELECT currency, postedOn, debit, credit, amount, functional, kind FROM flow
            WHERE entity = $1 AND postedOn <= $2
                AND (debit IN ('1122', '1122R') OR credit IN ('1122', '1122R'))
            """, [.int(entity.id.raw), .int(Int64(to.number))]
        ) { row in
            guard let currency = Currency(utf8: row.utf8(0)) else { return }
            let day = Day(number: Int32(clamping: row.int(1)))
            let (debit, credit) = (row.text(2), row.text(3))
            let raises = Self.receivables.contains(debit)
            if raises, Self.receivables.contains(credit) { return }
            let sign: Int64 = raises ? 1 : -1
            let sum = (sign * row.int(4), sign * row.int(5))
            let kind =
                day < from
                ? Kind.opening
                : Self.kind(EventKind(rawValue: row.int(6)), other: raises ? credit : debit, raises)
            sums[currency, default: [:]][kind, default: (0, 0)].0 += sum.0
            sums[currency, default: [:]][kind, default: (0, 0)].1 += sum.1
            sums[currency, default: [:]][.closing, default: (0, 0)].0 += sum.0
            sums[currency, default: [:]][.closing, default: (0, 0)].1 += sum.1
        }
        for (currency, sum) in debitNotes {
            sums[currency, default: [:]][.debitNotes] = sum
            sums[currency, default: [:]][.invoices, default: (0, 0)].0 -= sum.0
            sums[currency, default: [:]][.invoices, default: (0, 0)].1 -= sum.1
        }
        return sums
    }

    /// Debit notes post as invoices do; their sums come from the documents.
    private func debitNotes(
        _ connection: any Connection, _ entity: Entity
    ) throws -> [Currency: (Int64, Int64)] {
        var sums: [Currency: (Int64, Int64)] = [:]
        try connection.rows(
            """
            SELECT currency, CAST(SUM(original) AS BIGINT),
                CAST(SUM(originalFunctional) AS BIGINT)
            FROM item
            WHERE entity = $1 AND kind = 383 AND postedOn BETWEEN $2 AND $3 GROUP BY currency
            """,
            [.int(entity.id.raw), .int(Int64(from.number)), .int(Int64(to.number))]
        ) { row in
            if let currency = Currency(utf8: row.utf8(0)) {
                sums[currency] = (row.int(1), row.int(2))
            }
        }
        return sums
    }

    private static let receivables: Set<String> = ["1122", "1122R"]

    private static func kind(_ event: EventKind?, other account: String, _ raises: Bool) -> Kind {
        if event == .itemPosted { return raises ? .invoices : .creditNotes }
        if event == .itemReversed { return .reversals }
        return switch Account(rawValue: account) {
        case .unapplied, .unidentified, .onAccount: .cash
        case .cashDiscounts, .outputVAT: .discounts
        case .bankCharges: .charges
        case .smallBalances: .writeOffs
        case .fxRealised: .exchange
        default: .other
        }
    }
}
