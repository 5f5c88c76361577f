import Ledger

/// What makes a refund look wrong without making it so: the requester goes on with a word
/// (reliability: F1, F5, F6, F8; domain.md P14).
public enum RefundWarning: String, Sendable, CaseIterable {
    case receiptAgain = "receipt-refunded-before"
    case amountAgain = "same-amount-again"
    case credited = "credited-as-well"
    case otherAccount = "other-account"
    case payeeName = "payee-name-differs"
    case country = "country-differs"
    case revocable = "payer-may-take-it-back"
    case openDebits = "open-debits"
    case bopCode = "bop-code-missing"

    public var en: String { texts.en }
    public var zh: String { texts.zh }

    private var texts: (en: String, zh: String) {
        switch self {
        case .receiptAgain: ("money of this receipt was refunded before", "该收款已有退款")
        case .amountAgain:
            ("about the same amount went to this customer lately", "近期已向该客户退过相近金额")
        case .credited: ("a credit note of this amount was issued as well", "同额贷项通知单已开出")
        case .otherAccount:
            ("not to the account that the money came from", "非原付款账户")
        case .payeeName: ("PAYEE NAME DIFFERS from the payer's", "收款人名称与付款人不一致")
        case .country: ("the account is in another country", "账户所在国家不同")
        case .revocable: ("the payer may still take the money back", "付款人仍可撤回款项")
        case .openDebits: ("the customer owes something itself", "客户尚有未清欠款")
        case .bopCode:
            ("money that came over the border, and no code of its declaration", "跨境退汇缺少原申报代码")
        }
    }
}

/// What is known beside the receipt when a refund is asked for: looked up by the back office.
public struct RefundFacts: Sendable, Equatable {
    /// What the customer owes in the refund's currency, minor units.
    public var openDebits: Int64 = 0
    /// Whether a credit note of the amount was issued to it lately.
    public var isCredited = false
    /// Whether payee and payer are one name, compared as company names are; nil where there is
    /// nothing to compare.
    public var nameAgrees: Bool?
    /// The sanction list, by name and hash, and what of it the payee fits.
    public var screenedBy: String?
    public var listed: String?

    public init() {}
}

extension RefundPolicy {
    /// Everything that stands against `refund`, always in the same order.
    func warnings(
        _ refund: Refund, of receipt: Receipt, _ facts: RefundFacts, in books: Books
    ) -> [RefundWarning] {
        let others = books.refunds.values.filter {
            $0.customer == refund.customer && $0.state != .cancelled && $0.id != refund.id
        }
        let isAgain = others.contains { other in
            other.receipt != refund.receipt && other.currency == refund.currency
                && abs(other.requestedOn - refund.requestedOn) <= duplicateDays
                && Int128(abs(other.amount - refund.amount)) * 10_000
                    <= Int128(refund.amount) * Int128(duplicateTolerance)
        }
        let isForeign =
            books.entities[refund.entity].map {
                $0.country == "CN" && refund.currency != $0.currency
            } ?? false
        let isAbroad = refund.cameFrom.map {
            Self.country(refund.toAccount) != Self.country($0)
        }
        let found: [(RefundWarning, Bool)] = [
            (.receiptAgain, others.contains { $0.receipt == refund.receipt }),
            (.amountAgain, isAgain), (.credited, facts.isCredited),
            (.otherAccount, refund.isElsewhere),
            (.payeeName, facts.nameAgrees == false),
            (.country, isAbroad == true),
            (.revocable, isRevocable(receipt, on: refund.requestedOn)),
            (.openDebits, facts.openDebits > 0), (.bopCode, isForeign && refund.bopCode == nil),
        ]
        return found.filter(\.1).map(\.0)
    }

    /// The country of an IBAN; nil of other numbers.
    private static func country(_ account: String) -> String? {
        guard account.utf8.count >= 15 else { return nil }
        let head = account.prefix(2)
        return head.utf8.allSatisfy { (65...90).contains($0) } ? String(head) : nil
    }
}
