import Ledger

/// What a receipt with free money looks like that came by mistake (domain.md P13; field.md row k).
public enum RefundCause: String, Sendable, CaseIterable {
    case repeated = "paid-again"
    case secondAccount = "paid-from-two-accounts"
    case advanceAndInvoice = "advance-and-invoice"
    case groupSister = "for-a-group-sister"
    case closedCustomer = "closed-customer"
    case otherCurrency = "other-currency"
    case overpaid = "overpaid"

    public var en: String { texts.en }
    public var zh: String { texts.zh }

    private var texts: (en: String, zh: String) {
        switch self {
        case .repeated: ("same payer, amount and reference again", "同一付款人、金额、附言重复付款")
        case .secondAccount: ("the same invoice was paid from another account", "同一发票已由另一账户支付")
        case .advanceAndInvoice:
            ("the advance for it was paid before", "此前已预付（形式发票与发票重复付款）")
        case .groupSister: ("the account is a group sister's", "付款账户属于集团内另一公司")
        case .closedCustomer: ("the customer is closed", "客户已停用")
        case .otherCurrency: ("not in the customer's currency", "币种与客户结算币种不符")
        case .overpaid: ("left over after the invoices were paid", "支付发票后的余款")
        }
    }
}

/// A receipt whose free money may have to go back, with what speaks for it, and what should be done
/// with it first.
public struct RefundProposal: Sendable, Equatable {
    /// What to do, the first that applies.
    public enum Advice: String, Sendable, CaseIterable {
        /// On credit hold: credit decides.
        case askCredit = "ask-credit"
        /// The customer, or the sister whose account it is, owes as well.
        case apply, transfer
        case refund
    }

    public let receipt: Receipt.ID
    public let customer: Customer.ID
    public let free: Money
    /// Never empty; in the order of ``RefundCause``.
    public let causes: [RefundCause]
    /// The other receipt, where the cause is one.
    public let other: Receipt.ID?
    /// What the customer, and the rest of its group, owe in this currency and do not dispute, and
    /// what the customer disputes.
    public let owed: Money
    public let owedByGroup: Money
    public let disputed: Money
    /// What is left of the free money once the customer's own debits are paid.
    public let net: Money
    public let advice: Advice
}

/// Finds such receipts among those at hand.
public struct RefundDetection: Sendable {
    /// What is known of a customer beside its record.
    public struct Debits: Sendable {
        public var owed: [Currency: Int64] = [:]
        public var disputed: [Currency: Int64] = [:]

        public init() {}
    }

    public var customers: [Customer.ID: Customer] = [:]
    public var debits: [Customer.ID: Debits] = [:]
    /// Who paid an item lately: the receipts by the number of the item.
    public var payments: [String: [Receipt.ID]] = [:]
    /// Receipts of the last weeks, free or used, by number.
    public var receipts: [Receipt.ID: Receipt] = [:]
    /// A second payment comes within so many days of the first.
    public var days = 120
    private var byPayment: [Payment: [Receipt.ID]] = [:]
    private var advances: [Payment: [Receipt.ID]] = [:]
    private var byAccount: [String: [Customer.ID]] = [:]
    private var owedByGroup: [String: [Currency: Int64]] = [:]

    private struct Payment: Hashable {
        let payer: String
        let amount: Int64
        let currency: Currency
    }

    public init() {}

    /// Proposals for every receipt with free money and a known payer, in the order of receipts.
    public mutating func proposals() -> [RefundProposal] {
        let sorted = receipts.values.sorted { $0.id < $1.id }
        index(sorted)
        return sorted.compactMap { proposal($0) }
    }

    private mutating func index(_ sorted: [Receipt]) {
        (byPayment, advances, byAccount, owedByGroup) = ([:], [:], [:], [:])
        for receipt in sorted {
            if let payment = payment(receipt) { byPayment[payment, default: []].append(receipt.id) }
            let advance = receipt.holdings.advance.amount
            if advance > 0, let customer = receipt.customer {
                let payment = Payment(
                    payer: "\(customer.raw)", amount: advance, currency: receipt.currency)
                advances[payment, default: []].append(receipt.id)
            }
        }
        for customer in customers.values.sorted(by: { $0.id < $1.id }) {
            for account in customer.accounts { byAccount[account, default: []].append(customer.id) }
            for (currency, owed) in debits[customer.id]?.owed ?? [:] {
                let sum = owedByGroup[customer.group]?[currency] ?? 0
                owedByGroup[customer.group, default: [:]][currency] = min(sum + owed, Money.limit)
            }
        }
    }

    private func payment(_ receipt: Receipt) -> Payment? {
        guard let payer = receipt.source.payerAccount ?? receipt.customer.map({ "\($0.raw)" })
        else { return nil }
        return Payment(payer: payer, amount: receipt.amount, currency: receipt.currency)
    }

    private func proposal(_ receipt: Receipt) -> RefundProposal? {
        let free = receipt.holdings.unapplied.amount + receipt.holdings.onAccount.amount
        guard free > 0, let id = receipt.customer, let customer = customers[id] else { return nil }
        var causes: [RefundCause] = []
        var other: Receipt.ID?
        if let first = earlier(receipt, free) {
            causes.append(.repeated)
            other = first
        }
        if let first = sameItem(receipt) {
            causes.append(.secondAccount)
            other = other ?? first
        }
        if let first = advance(receipt, of: id) {
            causes.append(.advanceAndInvoice)
            other = other ?? first
        }
        let sister = sister(receipt, of: customer)
        if sister != nil { causes.append(.groupSister) }
        if customer.isClosed { causes.append(.closedCustomer) }
        if let currency = customer.currency, currency != receipt.currency {
            causes.append(.otherCurrency)
        }
        if receipt.holdings.applied.amount > 0 { causes.append(.overpaid) }
        if causes.isEmpty { return nil }
        let money = { Money(minor: $0, receipt.currency) }
        let own = debits[id] ?? Debits()
        let owed = own.owed[receipt.currency] ?? 0
        let group = max(0, (owedByGroup[customer.group]?[receipt.currency] ?? 0) - owed)
        let advice: RefundProposal.Advice =
            customer.isOnHold
            ? .askCredit : owed > 0 ? .apply : group > 0 ? .transfer : .refund
        return RefundProposal(
            receipt: receipt.id, customer: id, free: money(free), causes: causes, other: other,
            owed: money(owed), owedByGroup: money(group),
            disputed: money(own.disputed[receipt.currency] ?? 0),
            net: money(max(0, free - owed)), advice: advice)
    }

    /// An earlier payment of the same payer, amount and reference. Without a word in either, amount
    /// and payer alone are the rent of two months.
    private func earlier(_ receipt: Receipt, _ free: Int64) -> Receipt.ID? {
        guard free == receipt.amount, let payment = payment(receipt) else { return nil }
        let words = Self.words(receipt)
        return (byPayment[payment] ?? []).first { id in
            guard id < receipt.id, let first = receipts[id] else { return false }
            let isNear = abs(first.valueDate - receipt.valueDate) <= days
            return isNear && !words.isEmpty && Self.words(first) == words
        }
    }

    /// Another receipt, from another account, that paid an item which this one names.
    private func sameItem(_ receipt: Receipt) -> Receipt.ID? {
        guard let account = receipt.source.payerAccount else { return nil }
        for number in Self.words(receipt) {
            for id in payments[number] ?? [] where id != receipt.id {
                if let first = receipts[id]?.source.payerAccount, first != account { return id }
            }
        }
        return nil
    }

    /// An advance of the same customer and amount: pro forma and invoice paid both.
    private func advance(_ receipt: Receipt, of customer: Customer.ID) -> Receipt.ID? {
        let payment = Payment(
            payer: "\(customer.raw)", amount: receipt.amount, currency: receipt.currency)
        return advances[payment]?.first { $0 != receipt.id }
    }

    private func sister(_ receipt: Receipt, of customer: Customer) -> Customer.ID? {
        guard let account = receipt.source.payerAccount, !customer.accounts.contains(account)
        else { return nil }
        return byAccount[account]?.first {
            $0 != customer.id && customers[$0]?.group == customer.group
        }
    }

    /// The words with a digit of everything the payment says.
    static func words(_ receipt: Receipt) -> Set<String> {
        let source = receipt.source
        let documents = source.documents.map {
            $0.split(separator: "=").first.map(String.init) ?? ""
        }
        var words: Set<String> = []
        for text in source.text + source.references + documents {
            for word in text.split(whereSeparator: { " ,;:\t\n".contains($0) })
            where word.utf8.contains(where: { (48...57).contains($0) }) {
                words.insert(String(word))
            }
        }
        return words
    }
}

extension Customer {
    /// As its risk class says.
    fileprivate var isClosed: Bool {
        ["closed", "inactive", "insolvent", "停用", "破产"].contains(riskClass?.lowercased() ?? "")
    }
    fileprivate var isOnHold: Bool {
        ["hold", "blocked", "credit-hold", "冻结"].contains(riskClass?.lowercased() ?? "")
    }

    /// The code of the parent of its group.
    fileprivate var group: String { parent ?? code }
}
