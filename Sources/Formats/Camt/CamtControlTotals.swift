import Ledger

/// What the bank says of number and sum of the entries (`TxsSummry`), and what they are.
///
/// Sums are of magnitudes. Some banks count pending entries and some do not; a total that agrees
/// with either count is right.
struct CamtControlTotals {
    private struct Total {
        var name: String
        var count: Int?
        var sum: Amount?
        /// Of all entries, and of the booked ones.
        var all = Tally()
        var booked = Tally()
    }

    private struct Tally {
        var count = 0
        /// In units of 10^-12, as an amount has at most twelve decimals.
        var sum: Int128 = 0
    }

    private var entries = Total(name: "TtlNtries")
    private var credits = Total(name: "TtlCdtNtries")
    private var debits = Total(name: "TtlDbtNtries")
    private var netSum: Amount?
    private var netIsDebit: Bool?
    private var currency: Currency?
    private var hasManyCurrencies = false

    mutating func take(_ element: CamtElement, _ text: XMLText) {
        switch element {
        case .entriesCount: entries.count = text.count
        case .entriesSum: entries.sum = text.amount
        case .creditsCount: credits.count = text.count
        case .creditsSum: credits.sum = text.amount
        case .debitsCount: debits.count = text.count
        case .debitsSum: debits.sum = text.amount
        case .netSum: netSum = text.amount
        case .netDirection: netIsDebit = text.is("DBIT")
        default: break
        }
    }

    mutating func add(_ entry: StatementEntry) {
        if currency == nil { currency = entry.currency }
        if currency != entry.currency { hasManyCurrencies = true }
        let size = Footing.scaled(entry.amount)
        let magnitude = size < 0 ? -size : size
        let isBooked = entry.status == .booked
        Self.add(magnitude, isBooked, to: &entries)
        if entry.amount.units < 0 {
            Self.add(magnitude, isBooked, to: &debits)
        } else {
            Self.add(magnitude, isBooked, to: &credits)
        }
    }

    /// The totals that agree with neither count, each with what was said and what was found.
    func differences() -> [(path: String, detail: String)] {
        var differences: [(String, String)] = []
        for total in [entries, credits, debits] {
            if let count = total.count, count != total.all.count, count != total.booked.count {
                differences.append((total.name + "/NbOfNtries", "\(count) ≠ \(total.all.count)"))
            }
            if !hasManyCurrencies, let sum = total.sum {
                let said = Footing.scaled(sum)
                if said != total.all.sum, said != total.booked.sum {
                    let found = Footing.text(total.all.sum)
                    differences.append((total.name + "/Sum", "\(sum) ≠ \(found)"))
                }
            }
        }
        if !hasManyCurrencies, let netSum, let netIsDebit {
            let said = netIsDebit ? -Footing.scaled(netSum) : Footing.scaled(netSum)
            let all = credits.all.sum - debits.all.sum
            if said != all, said != credits.booked.sum - debits.booked.sum {
                differences.append(
                    (entries.name + "/TtlNetNtry", "\(Footing.text(said)) ≠ \(Footing.text(all))"))
            }
        }
        return differences
    }

    private static func add(_ magnitude: Int128, _ isBooked: Bool, to total: inout Total) {
        total.all.count += 1
        total.all.sum &+= magnitude
        if isBooked {
            total.booked.count += 1
            total.booked.sum &+= magnitude
        }
    }
}
