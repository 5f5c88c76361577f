import Ledger

/// One payment of the benchmark: what it is in truth.
public struct WorkloadPayment: Sendable {
    /// The mix of performance.md §4.
    public enum Kind: String, CaseIterable, Sendable {
        /// One invoice, number as printed, paid in full.
        case exact
        /// One invoice, its number with other separators or cut to its end.
        case fuzzy
        /// Two to five invoices, all named.
        case multi
        /// Two to four invoices, none named.
        case subset
        /// One invoice named, paid less a bank charge.
        case short
        /// One invoice paid in full, no reference.
        case payerOnly = "payer-only"
        /// A payer that is no customer.
        case noise

        /// Of a thousand.
        public var share: Int {
            switch self {
            case .exact: 563
            case .fuzzy: 120
            case .multi: 119
            case .subset: 60
            case .short: 60
            case .payerOnly: 49
            case .noise: 29
            }
        }
    }

    public let index: Int
    public let kind: Kind
    /// -1 for noise.
    public let customer: Int
    /// The invoices that it pays; empty for noise.
    public let invoices: [Int]
    /// In cents, what arrives.
    public let amount: Int64
    /// In cents, what the bank kept.
    public let charge: Int64

    /// As the bank file has it; unique.
    public var bankReference: String { "WB" + padded(index, 9) }
}

extension Workload {
    /// Payment `index` of `entries`. No invoice is paid twice; at most every invoice once.
    public func payment(_ index: Int, of entries: Int) -> WorkloadPayment {
        let rounds = (entries + customers - 1) / customers
        let room = invoicesEach / max(rounds, 1)
        precondition(room > 0, "\(entries) payments of \(invoices) invoices")
        // A prime above any number of customers, so that each comes once a round, in no order.
        let customer = (index % customers * 1_031_267 + 17) % customers
        let kind = kind(index)
        let dice = chance(index, 4)
        if kind == .noise {
            return WorkloadPayment(
                index: index, kind: kind, customer: -1, invoices: [],
                amount: 500 + Int64(dice % 4_999_501), charge: 0)
        }
        let count =
            switch kind {
            case .multi: 2 + Int(dice % 4)
            case .subset: 2 + Int(dice % 3)
            default: 1
            }
        let first = index / customers * room
        let invoices = (0..<min(count, room)).map { (first + $0) * customers + customer }
        let owed = invoices.reduce(Int64(0)) { $0 + gross($1) }
        // Five to fifteen euros, of no small invoice more than half.
        let charge = kind == .short ? min(owed / 2, 500 + Int64(dice % 1_001)) : 0
        return WorkloadPayment(
            index: index, kind: kind, customer: customer, invoices: invoices,
            amount: owed - charge, charge: charge)
    }

    private func kind(_ index: Int) -> WorkloadPayment.Kind {
        var rest = Int(chance(index, 3) % 1_000)
        for kind in WorkloadPayment.Kind.allCases {
            rest -= kind.share
            if rest < 0 { return kind }
        }
        return .exact
    }

    /// What the payer writes.
    func text(_ payment: WorkloadPayment) -> String {
        let dice = chance(payment.index, 5)
        let numbers = payment.invoices.map(Self.number)
        switch payment.kind {
        case .exact, .short:
            let words = ["Rechnung ", "RG-NR ", "INVOICE ", "", "Rechnungsnr. "]
            return words[Int(dice % 5)] + numbers[0]
        case .fuzzy:
            let digits = numbers[0].dropFirst(3)
            switch dice % 5 {
            case 0: return "RE BM\(digits)"
            case 1: return "RE BM \(digits.prefix(4)) \(digits.dropFirst(4))"
            case 2: return "Rechnung \(digits)"
            case 3: return "RG \(digits.suffix(7))"
            default: return "bm/\(digits)"
            }
        case .multi: return "RG " + numbers.joined(separator: dice % 2 == 0 ? ", " : "/")
        case .subset: return "Sammelzahlung lt. Avis"
        case .payerOnly: return "Zahlung"
        case .noise: return "Ueberweisung \(dice % 90_000 + 10_000)"
        }
    }

    /// Name and account of the payer.
    func payer(_ payment: WorkloadPayment) -> (name: String, account: String) {
        if payment.kind == .noise {
            let other = Int(chance(payment.index, 6) % 64_000)
            return ("Fremd \(name(ofCustomer: other))", Self.iban(9_000_000_000 + payment.index))
        }
        return (name(ofCustomer: payment.customer), iban(ofCustomer: payment.customer))
    }
}
