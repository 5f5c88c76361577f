import Ledger
import Receivables
import Store

/// The claim pool of one entity in one line of the day's summary.
public struct ClaimsInBrief: Sendable {
    public let entity: String
    public let currency: Currency
    public var receipts: Int64 = 0
    /// In functional currency.
    public var value: Int64 = 0
    public var toReview: Int64 = 0
    public var conflicts: Int64 = 0
    /// Steps that are due, to whomever.
    public var due: Int64 = 0

    static func all(_ connection: any Connection, on today: Day) throws -> [ClaimsInBrief] {
        var found: [String: ClaimsInBrief] = [:]
        for entry in try ClaimPool(connection).entries {
            let code = entry.entity.code
            var sum =
                found[code] ?? ClaimsInBrief(entity: code, currency: entry.entity.currency)
            sum.receipts += 1
            sum.value += entry.unidentifiedFunctional
            let states = entry.claims.map(\.claim.state)
            sum.toReview += Int64(states.filter { $0 == .pending }.count)
            sum.conflicts += Int64(states.filter { $0 == .conflict }.count / 2)
            found[code] = sum
        }
        for step in try ClaimsDue(connection, on: today).steps { found[step.entity]?.due += 1 }
        return found.values.sorted { $0.entity < $1.entity }
    }

    func line(_ language: Language) -> String {
        let money = Money(minor: value, currency)
        return language(
            "\(entity): claim pool \(receipts) receipts, \(money); \(toReview) claims to review, "
                + "\(conflicts) in conflict, \(due) steps due: acquit claims due",
            "\(entity)：认领池 \(receipts) 笔 \(money)；待审核 \(toReview)，争议 \(conflicts)，到期事项 "
                + "\(due)：acquit claims due")
    }

    var json: String {
        """
        {"entity": \(JSONText.quoted(entity)), "receipts": \(receipts), \
        "value": \(JSONText.quoted(Money(minor: value, currency).plain)), \
        "currency": "\(currency)", "toReview": \(toReview), "conflicts": \(conflicts), \
        "due": \(due)}
        """
    }
}
