import Ledger
import Testing

@testable import Matching

/// The company of domain.md's G-MAT table, and short words to write receipts with.
enum Desk {
    static let today = Day("2026-03-02")!
    static let hairun: Int64 = 100
    static let account = "3400200109004212345"

    static var payer: Payer {
        var payer = Payer(customer: hairun, name: "大连海润贸易有限公司")
        payer.accounts = [account]
        return payer
    }

    static var items: [Item] {
        [
            item(1, "INV-1001", 11_300_00), item(2, "INV-1002", 30_000_00),
            item(3, "INV-1003", 8_700_00, flags: .disputed),
            item(4, "CM-77", -1_130_00, kind: .creditNote),
            item(5, "INV-2001", 20_000_00, .usd),
            item(6, "INV20260001", 5_000_00, customer: 200),
        ]
    }

    static func item(
        _ id: Int64, _ number: String, _ open: Int64, _ currency: Currency = .cny,
        customer: Int64 = hairun, kind: Item.Kind = .invoice, reference: String? = nil,
        issued: String = "2026-01-15", due: String = "2026-02-14", discount: Int64 = 0,
        until: String? = nil, flags: Item.Flags = []
    ) -> Item {
        Item(
            id: id, customer: customer, kind: kind, number: number, reference: reference,
            currency: currency, open: open, issuedOn: Day(issued)!, dueOn: Day(due)!,
            discountUntil: until.map { Day($0)! }, discount: discount, flags: flags)
    }

    static func receipt(
        _ amount: Int64, _ text: String..., id: Int64 = 1, currency: Currency = .cny,
        on day: Day = today, account: String? = account, name: String? = nil
    ) -> Remittance {
        var receipt = Remittance(id: id, currency: currency, amount: amount, valueDate: day)
        receipt.text = text
        receipt.payerAccount = account
        receipt.payerName = name
        return receipt
    }

    static func matcher(
        _ items: [Item] = items, _ payers: [Payer] = [payer], _ policy: MatchingPolicy = .init()
    ) -> Matcher {
        Matcher(policy: policy, payers: payers, items: items)
    }

    static func match(
        _ receipt: Remittance, _ items: [Item] = items, _ payers: [Payer] = [payer]
    ) -> Proposal {
        var matcher = matcher(items, payers)
        return matcher.match(receipt)
    }
}

extension Proposal {
    /// The lines by item: cash, and what else the line clears.
    var cash: [Int64: Int64] {
        Dictionary(lines.map { ($0.item, $0.amount) }, uniquingKeysWith: +)
    }
}
