/// The names under which one payer's money comes.
enum PayerNames {
    /// The usual one first in weight; what a SWIFT line has after 35 letters is lost.
    static func all(
        _ customer: Customer, _ dice: inout Dice
    ) -> [(name: String, trouble: Trouble?, weight: Int)] {
        var all: [(name: String, trouble: Trouble?, weight: Int)] = []
        let isChinese = customer.till == .dalianCNY
        all.append((customer.wireName, usual(customer), 70))
        if customer.isWire, let pinyin = customer.pinyin {
            all.append((cut(pinyin, 35), .pinyinName, 30))
            all.append((cut(customer.name.wired, 35), .payerName, 25))
        }
        if let trading = customer.trading { all.append((trading, .payerName, 14)) }
        if let former = customer.former { all.append((cut(former, 35), .payerName, 12)) }
        if !isChinese, customer.wireName.count > 28 {
            all.append((cut(customer.wireName, 35), nil, 20))
            all.append((cut(customer.wireName + " " + dice.pick(streets), 35), .payerName, 10))
        }
        return all
    }

    private static func usual(_ customer: Customer) -> Trouble? {
        customer.isWire && customer.wireName == customer.pinyin ? .pinyinName : nil
    }

    static func cut(_ name: String, _ width: Int) -> String { String(name.prefix(width)) }

    private static let streets = ["12 HARBOUR RD", "PO BOX 4410", "UNIT 7", "AV. 9 DE MARCO 88"]

    /// A payer that is no customer of ours.
    static func stranger(
        _ kind: Payer.Kind, for customer: Customer, _ dice: inout Dice
    ) -> String {
        let isChinese = customer.till == .dalianCNY
        switch kind {
        case .factor:
            return isChinese
                ? ChineseName.brand(&dice).zh + "商业保理有限公司"
                : ForeignName.brand("AE", &dice).name.wired
                    + dice.pick([" FACTORING", " TRADE FINANCE", " SUPPLY CHAIN FUNDING"])
        case .headOffice:
            // The brand is all that branch and head office share.
            return isChinese
                ? (customer.local ?? "").prefix(4) + "连锁控股有限公司"
                : customer.name.wired.split(separator: " ").prefix(2).joined(separator: " ")
                    + " HOLDINGS"
        default: return Strays.agent(for: customer, &dice).0
        }
    }
}
