import Ledger

/// Puts a receipt whose payer is unknown into the claim pool, for some units or for all; a receipt
/// whose claims were refused is put there again (domain.md §1.10 step 4, §3.9).
public struct PublishReceipt: Command {
    public let receipt: Receipt.ID
    public let units: [String]

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case receiptNotFound = "receipt-not-found"
        case alreadyIdentified = "already-identified"
        case alreadyPublished = "already-published"
    }

    public init(receipt: Receipt.ID, units: [String] = []) {
        self.receipt = receipt
        self.units = units
    }

    public var entity: Entity.ID { receipt.entity }

    public var names: Names {
        var names = Names()
        names.receipts = [receipt]
        names.casesOfReceipts = [receipt]
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let receipt = books.receipts[receipt], let company = books.entities[entity] else {
            throw refusal(.receiptNotFound, "\(receipt)")
        }
        let money = Money(minor: receipt.holdings.unidentified.amount, receipt.currency)
        if !money.isPositive { throw refusal(.alreadyIdentified, "\(receipt.id)") }
        let calendar = books.calendar(of: entity)
        guard let folder = ClaimFolder(of: receipt, in: books) else {
            let isDeclared = company.country == "CN" && receipt.isFromAbroad(of: company)
            let pooled = PooledReceipt(
                receipt: receipt.id, valueDate: receipt.valueDate,
                declareBy: isDeclared ? calendar.day(5, after: receipt.valueDate) : nil,
                amount: money, units: units, publishedBy: desk.actor, publishedOn: desk.today,
                stage: .published
            ).followed(to: desk.today, calendar)
            let file = CaseFile(
                id: books.fresh(entity), entity: entity, openedOn: desk.today, .pooled(pooled))
            return [.caseChanged(file, [], on: desk.today)]
        }
        if folder.pooled.state == .open {
            throw refusal(
                .alreadyPublished, "\(receipt.id), since \(folder.pooled.publishedOn)")
        }
        var again = folder.pooled
        again.state = .open
        again.amount = money
        again.units = units
        again.publishedBy = desk.actor
        again.publishedOn = desk.today
        again.round += 1
        return [
            folder.pool.change(
                to: .pooled(again.followed(to: desk.today, calendar)), on: desk.today)
        ]
    }
}

extension Receipt {
    /// Whether the money came over a border: by the country in the payer's BIC or IBAN, else
    /// because it is not in the entity's own currency.
    func isFromAbroad(of company: Entity) -> Bool {
        let isLetters = { (text: Substring) in
            text.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
        }
        if let bic = source.payerBank, bic.utf8.count == 8 || bic.utf8.count == 11 {
            let country = bic.dropFirst(4).prefix(2)
            if isLetters(bic.prefix(6)) { return country != company.country }
        }
        if let iban = source.payerAccount, iban.utf8.count >= 15, isLetters(iban.prefix(2)),
            iban.utf8.dropFirst(2).prefix(2).allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
        {
            return iban.prefix(2) != company.country
        }
        return currency != company.currency
    }
}
