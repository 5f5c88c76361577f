import Formats

/// A line of an account: as a table of a bank has it, or as another program wrote it from that.
struct Booking: Hashable, CustomStringConvertible {
    var day: String
    /// Behind an amount that is only for information stands `(info)`.
    var amount: String
    /// The other side.
    var name = ""
    var text = ""

    /// 2026-03-02 -12.50 Northwind: rent
    var description: String {
        "\(day) \(amount) \(name)" + (text.isEmpty ? "" : ": \(text)")
    }

    /// Without a sign, which lines for information have not.
    var size: String {
        let size: Substring = amount.hasPrefix("-") ? amount.dropFirst() : amount[...]
        return String(size).replacing(" (info)", with: "")
    }
}

extension Booking {
    /// An entry as others write it, with the day it was booked on.
    init(_ entry: StatementEntry) {
        day = entry.bookedOn?.description ?? ""
        amount = entry.amount.money(entry.currency ?? .usd)?.plain ?? "\(entry.amount)"
        if entry.status == .info { amount += " (info)" }
        name = entry.other.name ?? ""
        text = entry.detail.remittance.joined(separator: "\n")
    }
}

extension Sum {
    /// Two lists of the same lines in whatever order. Equal ones belong together, then those of a
    /// day and an amount, then those of a day that differ in the sign or have a name; what is left
    /// stands alone.
    mutating func bookings(_ file: String, _ ours: [Booking], _ theirs: [Booking]) {
        let ways: [(Booking, Booking) -> Bool] = [
            { $0 == $1 },
            { $0.day == $1.day && $0.amount == $1.amount },
            { $0.day == $1.day && $0.size == $1.size },
            { $0.day == $1.day && $0.name == $1.name && $0.name != "" },
        ]
        var (rest, left) = (ours, theirs)
        for belong in ways {
            rest = rest.filter { our in
                guard let index = left.firstIndex(where: { belong(our, $0) }) else { return true }
                pair(file, our, left.remove(at: index))
                return false
            }
        }
        for our in rest { fact(file, "line", "\(our)", nil) }
        for their in left { fact(file, "line", nil, "\(their)") }
    }

    private mutating func pair(_ file: String, _ ours: Booking, _ theirs: Booking) {
        let at = "[\(theirs.day)]."
        fact(file, at + "amount", ours.amount, theirs.amount)
        fact(file, at + "name", ours.name, theirs.name)
        fact(file, at + "text", ours.text, theirs.text)
    }
}
