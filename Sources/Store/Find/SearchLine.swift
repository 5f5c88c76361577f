import Ledger
import Receivables

/// How the words of a thing are stored: one line a thing, each field folded to its letters, digits
/// and other signs (``Folding/key(_:limit:)``) and ended by a tab; a day as `@20260402`, an amount
/// as `=11300`. No field holds a tab, an `@` or a `=` itself.
public enum SearchLine {
    /// Of one field, and of a line: what a document says beyond is not searched.
    static let fieldLimit = 1_024
    static let limit = 8_192

    /// Items and receipts have indexes on their amounts, and items are too many for their days.
    static func append(_ thing: SearchThing, to out: inout [UInt8]) {
        let start = out.count
        for (_, text) in thing.texts where out.count - start < limit { add(text, to: &out) }
        for (_, day) in thing.days {
            out += needle(day)
            out.append(tab)
        }
        if thing.kind != .receipt {
            for (_, amount) in thing.amounts { out += needle(amount) }
        }
        out.append(end)
    }

    /// An item has a line of its own making, because there are millions.
    static func append(_ item: OpenItem, to out: inout [UInt8]) {
        let start = out.count
        add(item.number, to: &out)
        let number = max(start, out.count - 1)
        if let reference = item.reference {
            let from = out.count
            add(reference, to: &out)
            // A creditor reference that is the number with check digits before it says no more.
            let same = number - start
            if same > 0, out.count - from - 5 == same,
                out[(from + 4)..<(out.count - 1)] == out[start..<number]
            {
                out.removeLast(out.count - from)
            }
        }
        if let po = item.links.po { add(po, to: &out) }
        if let order = item.links.order { add(order, to: &out) }
        if let contract = item.links.contract { add(contract, to: &out) }
        if let delivery = item.links.delivery { add(delivery, to: &out) }
        out.append(end)
    }

    private static func add(_ text: String, to out: inout [UInt8]) {
        let start = out.count
        Folding.appendKey(text, to: &out, limit: fieldLimit)
        if out.count > start { out.append(tab) }
    }

    public static func needle(_ day: Day) -> [UInt8] {
        [at] + day.description.utf8.filter { $0 != UInt8(ascii: "-") }
    }

    /// The whole field, so that 113 is not found in 11300.
    public static func needle(_ amount: Amount) -> [UInt8] {
        var units = amount.units.magnitude
        var decimals = Int(amount.decimals)
        while decimals > 0, units % 10 == 0 {
            units /= 10
            decimals -= 1
        }
        return [equals] + Array("\(units).\(decimals)".utf8) + [tab]
    }

    static let tab = UInt8(ascii: "\t")
    static let end = UInt8(ascii: "\n")
    private static let at = UInt8(ascii: "@")
    private static let equals = UInt8(ascii: "=")
}
