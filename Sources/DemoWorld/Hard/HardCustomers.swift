import Ledger

extension CustomerMaker {
    /// The customers of the hard world: as many countries, more groups, chains whose head office
    /// pays for every branch, and names that the papers have in several ways.
    static func hard(seed: UInt64) -> [Customer] {
        var maker = CustomerMaker(dice: Dice(seed, "hard customers"))
        maker.makeHard()
        return maker.made
    }

    private mutating func makeHard() {
        chineseGroups(6, .dalian, .cny)
        chineseChain(16, office: 1)
        chineseChain(9, office: nil)
        for _ in 0..<54 { add(chinese(.dalian, .cny)) }
        for _ in 0..<16 { add(chinese(.dalian, .usd)) }
        foreignGroups(2, .dalian, "KR", .usd)
        for (country, count) in [
            ("JP", 6), ("BR", 6), ("IN", 8), ("AU", 4), ("TR", 4), ("VN", 3), ("AE", 3), ("GB", 3),
        ] {
            for _ in 0..<count { add(foreign(.dalian, country, .usd)) }
        }
        foreignGroups(5, .hamburg, "DE", .eur)
        for (country, count) in [
            ("DE", 30), ("AT", 5), ("NL", 6), ("FR", 5), ("IT", 5), ("PL", 4), ("SE", 3),
        ] {
            for _ in 0..<count { add(foreign(.hamburg, country, .eur)) }
        }
        for _ in 0..<6 { add(chinese(.hamburg, .usd)) }
        for _ in 0..<6 { add(foreign(.hamburg, "TR", .usd)) }
        foreignGroups(4, .ohio, "US", .usd)
        americanChain(22, office: 2)
        for _ in 0..<42 { add(foreign(.ohio, "US", .usd)) }
        for at in made.indices { rename(at) }
        number()
    }

    /// Branches in as many cities. With `office`, their head office is no customer; without, it is
    /// one, and their parent.
    private mutating func chineseChain(_ count: Int, office: Int?) {
        let brand = ChineseName.brand(&dice)
        let parent = made.count
        if office == nil { add(chinese(.dalian, .cny, brand: brand, form: ChineseName.group)) }
        for _ in 0..<count {
            let place = dice.pick(ChineseName.places).0
            var branch = chinese(.dalian, .cny, brand: brand)
            branch.local = (branch.local ?? "") + place.zh + "分公司"
            branch.name += " " + place.english + " Branch"
            branch.headOffice = office
            if office == nil { branch.parent = parent }
            branch.paidByParent = office == nil
            add(branch)
        }
    }

    private mutating func americanChain(_ count: Int, office: Int) {
        let brand = ForeignName.brand("US", &dice)
        for _ in 0..<count {
            var branch = foreign(.ohio, "US", .usd, brand: brand)
            branch.name += " #" + dice.digits(3)
            branch.headOffice = office
            add(branch)
        }
    }

    /// Half of them have a name beside the registered one that nobody has told us; more than in the
    /// ordinary world pay by the week.
    private mutating func rename(_ at: Int) {
        let customer = made[at]
        made[at].pace = customer.pace * 3 / 2
        if case .eachInvoice = customer.habit.rhythm, dice.chance(400) {
            made[at].habit.rhythm = .weekly(dice.int(1...5))
        }
        made[at].accountListed = customer.accountListed && dice.chance(720)
        if dice.chance(300) {
            made[at].trading =
                customer.till == .dalianCNY
                ? ChineseName.brand(&dice).zh + dice.pick(ChineseName.trades).zh + "经营部"
                : dice.pick(ForeignName.brand("AE", &dice).name.wired.split(separator: " "))
                    + dice.pick([" DIRECT", " SUPPLY", " SHOP", " DRIVES"])
        }
        if dice.chance(200) {
            made[at].former =
                customer.till == .dalianCNY
                ? (customer.local ?? "").replacingForm
                : ForeignName.company(
                    ForeignName.brand(customer.country, &dice), in: customer.country, &dice
                ).name.wired
        }
    }
}

extension String {
    /// A limited company before it became one by shares, or the other way round.
    fileprivate var replacingForm: String {
        let (old, new) = ("有限公司", "实业有限公司")
        return hasSuffix(old) ? dropLast(old.count) + new : self + "（筹）"
    }
}
