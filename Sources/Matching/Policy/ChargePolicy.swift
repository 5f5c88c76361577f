import Ledger

/// What banks on the way may keep of a wire, by who was to bear it and where it came from
/// (domain.md §3.1 R6).
public struct ChargePolicy: Sendable, Equatable {
    /// The country of the payer's bank, and the currency of the wire.
    public struct Corridor: Hashable, Sendable {
        public var country: String
        public var currency: Currency

        public init(_ country: String, _ currency: Currency) {
            self.country = country
            self.currency = currency
        }
    }

    /// The most by currency, wherever the wire comes from; minor units.
    public var limits: [Currency: Int64] = [
        .usd: 50_00, .eur: 50_00, .gbp: 50_00, .cny: 350_00,
    ]
    /// The most in a corridor that is known better.
    public var corridors: [Corridor: Int64] = [:]

    public init() {}

    /// The most that a charge on this receipt may be: 0 where it came by no wire.
    public func limit(_ receipt: Remittance) -> Int64 {
        guard receipt.channel == .wire else { return 0 }
        let corridor = receipt.payerCountry.flatMap {
            corridors[Corridor($0, receipt.currency)]
        }
        return corridor ?? limits[receipt.currency] ?? 0
    }
}

extension Remittance {
    /// `OUR`: the payer was to bear every charge, so none of it is ours.
    var payerBearsCharges: Bool { chargeBearer == "DEBT" || chargeBearer == "OUR" }

    /// The country of the payer's bank: of its BIC, or of the account where that is an IBAN.
    public var payerCountry: String? {
        if let bank = payerBank.map({ ASCII.compact($0) }), bank.count == 8 || bank.count == 11,
            bank.prefix(6).allSatisfy(ASCII.isCapital)
        {
            return String(decoding: bank[4..<6], as: UTF8.self)
        }
        guard let account = payerAccount.map({ ASCII.compact($0) }), account.count > 14,
            account.prefix(2).allSatisfy(ASCII.isCapital),
            account[2..<4].allSatisfy(ASCII.isDigit)
        else { return nil }
        return String(decoding: account[..<2], as: UTF8.self)
    }
}
