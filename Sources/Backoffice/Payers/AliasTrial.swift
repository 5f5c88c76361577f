import Ledger
import Matching
import Receivables
import Store

/// What an alias would have said of the receipts of its days: each that was written so, beside the
/// customer that the books have it of now.
public struct AliasTrial {
    public enum Verdict: String, Sendable {
        /// Of the same customer.
        case right
        /// Of another.
        case wrong
        /// Of nobody yet.
        case found
    }

    public struct Past: Sendable {
        public let receipt: Receipt.ID
        public let valueDate: Day
        public let amount: Money
        public let customer: Customer.ID?
        public let verdict: Verdict
    }

    public let alias: PayerAlias
    public private(set) var pasts: [Past] = []

    public init(_ connection: any Connection, _ id: CaseFile.ID) throws {
        guard case .alias(let alias)? = try CaseReader(connection).file(id)?.content else {
            throw Refusal(code: "alias-not-found", "\(id.raw)")
        }
        self.alias = alias
        let key = Folding.key(alias.text)
        // A column of two, by the kind: what is written there is compared as the matcher does.
        let isAccount = alias.kind == .account
        try connection.rows(
            """
            SELECT id, payer, payerAccount, valueDate, amount, currency, customer FROM receipt
            WHERE entity = $1 AND replacedOn IS NULL ORDER BY id
            """, [.int(id.entity.raw)]
        ) { row in
            guard let text = row.textOrNil(isAccount ? 2 : 1) else { return }
            let fits =
                isAccount
                ? Folding.key(text) == key
                : text == alias.text || NameComparison(text, alias.text).isSame
            let day = Day(number: Int32(clamping: row.int(3)))
            guard fits, alias.from.map({ $0 <= day }) ?? true,
                alias.until.map({ day <= $0 }) ?? true
            else { return }
            let customer = row.isNull(6) ? nil : Customer.ID(row.int(6))
            pasts.append(
                Past(
                    receipt: Receipt.ID(row.int(0)), valueDate: day,
                    amount: Money(minor: row.int(4), row.currencyCode(5)), customer: customer,
                    verdict: customer == nil
                        ? .found : customer == alias.customer ? .right : .wrong))
        }
    }

    public func count(_ verdict: Verdict) -> Int { pasts.count { $0.verdict == verdict } }

    public func table(_ connection: any Connection, _ language: Language) throws -> Table {
        var table = Table(
            alias.text,
            [
                Table.Column("receipt"), Table.Column("value date"),
                Table.Column("amount", number: true), Table.Column("currency"),
                Table.Column("is of"), Table.Column("would be of"), Table.Column("verdict"),
            ])
        let names = try CustomerNames(connection)
        for past in pasts {
            table.rows.append([
                .text("\(past.receipt.raw)"), .day(past.valueDate), .money(past.amount),
                .text(past.amount.currency.code), Table.Cell(past.customer.map { names[$0].code }),
                .text(names[alias.customer].code), .text(past.verdict.rawValue),
            ])
        }
        let (right, wrong, found) = (count(.right), count(.wrong), count(.found))
        table.notes = [
            language(
                "right on \(right), wrong on \(wrong), and \(found) that nobody has identified",
                "正确 \(right) 笔，错误 \(wrong) 笔，另有 \(found) 笔尚未识别")
        ]
        return table
    }
}

extension NameComparison {
    fileprivate var isSame: Bool {
        if case .same = self { true } else { false }
    }
}
