import Ledger

/// Makes the four hundred customers: who they are, from where, in which groups, and how they
/// behave.
struct CustomerMaker {
    var dice: Dice
    private var names: Set<String> = []
    var made: [Customer] = []

    static func customers(seed: UInt64) -> [Customer] {
        var maker = CustomerMaker(dice: Dice(seed, "customers"))
        maker.make()
        return maker.made
    }

    init(dice: Dice) { self.dice = dice }

    private static let overseas: [(String, Int)] = [
        ("US", 24), ("JP", 13), ("KR", 11), ("BR", 8), ("IN", 7), ("AU", 6), ("GB", 4), ("TR", 4),
        ("VN", 4), ("AE", 3), ("MX", 2), ("CL", 2),
    ]
    private static let europe: [(String, Int)] = [
        ("AT", 6), ("NL", 7), ("BE", 4), ("FR", 5), ("IT", 5), ("PL", 4), ("DK", 3), ("SE", 3),
        ("ES", 3),
    ]

    private mutating func make() {
        chineseGroups(6, .dalian, .cny)
        for _ in made.count..<158 { add(chinese(.dalian, .cny)) }
        for _ in 0..<14 { add(chinese(.dalian, .usd)) }
        foreignGroups(3, .dalian, "US", .usd)
        foreignGroups(1, .dalian, "KR", .usd)
        for (country, count) in Self.overseas {
            let have = made.count { $0.country == country && $0.house == .dalian }
            for _ in have..<max(have, count) { add(foreign(.dalian, country, .usd)) }
        }
        foreignGroups(4, .hamburg, "DE", .eur)
        let german = made.count { $0.country == "DE" }
        for _ in german..<82 { add(foreign(.hamburg, "DE", .eur)) }
        for (country, count) in Self.europe {
            for _ in 0..<count { add(foreign(.hamburg, country, .eur)) }
        }
        for _ in 0..<8 { add(chinese(.hamburg, .usd)) }
        for country in ["US", "TR"] {
            for _ in 0..<6 { add(foreign(.hamburg, country, .usd)) }
        }
        number()
    }

    mutating func number() {
        var count = [House.dalian: 10_000, .hamburg: 20_000, .ohio: 30_000]
        for at in made.indices {
            count[made[at].house, default: 0] += dice.int(1...3)
            made[at].id = made[at].house.rawValue.prefix(1) + "\(count[made[at].house] ?? 0)"
        }
    }

    mutating func add(_ customer: Customer) { made.append(behaved(customer)) }

    // A group shares its brand; the parent pays for about two subsidiaries in three.
    mutating func chineseGroups(_ count: Int, _ house: House, _ currency: Currency) {
        for _ in 0..<count {
            let brand = ChineseName.brand(&dice)
            let parent = made.count
            add(chinese(house, currency, brand: brand, form: ChineseName.group))
            for _ in 0..<dice.int(2...4) {
                addChild(chinese(house, currency, brand: brand), of: parent)
            }
        }
    }

    mutating func foreignGroups(
        _ count: Int, _ house: House, _ country: String, _ currency: Currency
    ) {
        for _ in 0..<count {
            let brand = ForeignName.brand(country, &dice)
            let parent = made.count
            var head = foreign(house, country, currency, brand: brand)
            let forms = ["DE": " Holding GmbH", "KR": " Holdings Co., Ltd."]
            head.name = brand.name + forms[country, default: " Group, Inc."]
            if country == "KR" { head.local = (brand.local ?? "") + "홀딩스 주식회사" }
            head.wireName = head.name.wired
            head.aliases = []
            add(head)
            for _ in 0..<dice.int(2...3) {
                addChild(foreign(house, country, currency, brand: brand), of: parent)
            }
        }
    }

    mutating func addChild(_ customer: Customer, of parent: Int) {
        var child = customer
        child.parent = parent
        child.paidByParent = dice.chance(680)
        add(child)
    }

    mutating func chinese(
        _ house: House, _ currency: Currency, brand: ChineseName.Word? = nil,
        form: ChineseName.Word? = nil
    ) -> Customer {
        var name: ChineseName
        var region: String
        repeat {
            let place = dice.pick(ChineseName.places)
            region = place.region
            name = ChineseName(
                place: place.0, brand: brand ?? ChineseName.brand(&dice),
                trade: dice.pick(ChineseName.trades),
                form: form ?? dice.pick(weighted: ChineseName.forms))
        } while !names.insert(name.characters).inserted
        var customer = Customer(house: house, country: "CN", currency: currency)
        customer.local = name.characters
        customer.pinyin = name.pinyin
        // The registered English name where the company has one; the pinyin of its seal where not.
        customer.name = dice.chance(720) ? name.english : name.pinyin
        let organisation = CheckDigits.organisation("MA" + dice.digits(6))
        customer.taxId = CheckDigits.uscc("91" + region + organisation)
        customer.account = region + dice.digits(13)
        customer.bank = currency == .cny ? dice.digits(12) : bic("CN")
        customer.wireName =
            currency == .cny
            ? name.characters : dice.chance(250) ? customer.name.wired : name.pinyin
        customer.email = "finance@\(plain(name.brand.english)).example"
        if dice.chance(180) { customer.aliases.append(name.short) }
        if currency != .cny, dice.chance(400) { customer.aliases.append(name.pinyin) }
        return customer
    }

    mutating func foreign(
        _ house: House, _ country: String, _ currency: Currency, brand: ForeignName.Made? = nil
    ) -> Customer {
        var (mark, name): (ForeignName.Made, ForeignName.Made)
        repeat {
            mark = brand ?? ForeignName.brand(country, &dice)
            name = ForeignName.company(mark, in: country, &dice)
        } while !names.insert(name.name).inserted
        var customer = Customer(house: house, country: country, currency: currency)
        customer.name = name.name
        customer.local = name.local
        customer.taxId = ForeignAccounts.taxId(country, &dice)
        customer.account = ForeignAccounts.account(country, &dice)
        customer.bank = bic(country)
        customer.wireName =
            customer.country == "DE" && dice.chance(500) ? name.name : name.name.wired
        customer.email = "ap@\(plain(name.name)).example"
        if dice.chance(60) {
            // Renamed years ago; its bank still prints the old name.
            let former = ForeignName.company(mark, in: country, &dice).name
            if former != name.name, names.insert(former).inserted {
                customer.aliases.append(former)
                customer.wireName = former.wired
            }
        }
        return customer
    }

    private mutating func bic(_ country: String) -> String {
        dice.letters(4) + country + dice.letters(1) + String(dice.int(2...9)) + "XXX"
    }

    private func plain(_ name: String) -> String {
        let words = name.wired.lowercased().split(separator: " ")
        return words.prefix(2).map { $0.filter { $0.isLetter } }.joined(separator: "-")
    }

    private mutating func behaved(_ customer: Customer) -> Customer {
        var customer = customer
        customer.pace = dice.pick(weighted: [
            (dice.int(75...120), 9), (dice.int(20...40), 30), (dice.int(5...15), 61),
        ])
        switch customer.currency {
        case .cny: customer.size = Int64(dice.int(600...9_000)) * 1_000
        case .usd: customer.size = Int64(dice.int(250...5_200)) * 1_000
        default: customer.size = Int64(dice.int(60...1_900)) * 1_000
        }
        customer.terms = dice.pick(weighted: terms(customer))
        customer.habit = habit(customer)
        customer.accountListed = dice.chance(800)
        if customer.parent == nil, dice.chance(45) {
            customer.since = day(2026, dice.int(3...6), dice.int(1...20))
            customer.accountListed = false
        } else {
            customer.since = day(dice.int(2012...2025), dice.int(1...9), dice.int(1...28))
        }
        let month = customer.size * Int64(customer.pace) / 10
        customer.creditLimit = max(5_000_000, (month * 3 + 499_999) / 1_000_000 * 1_000_000)
        customer.risk = dice.pick(weighted: [("A", 30), ("B", 50), ("C", 17), ("D", 3)])
        if customer.habit.late > 15 { customer.risk = dice.chance(500) ? "C" : "D" }
        customer.collector = dice.pick(
            customer.house == .dalian
                ? ["DL-AR1", "DL-AR2", "DL-AR3"]
                : customer.house == .hamburg ? ["HH-AR1", "HH-AR2"] : ["OH-AR1", "OH-AR2"])
        return customer
    }

    private func terms(_ customer: Customer) -> [(Terms, Int)] {
        switch customer.country {
        case "CN": [(.net(30), 45), (.net(60), 35), (.endOfMonth, 20)]
        case "DE", "AT": [(.net(30), 45), (.twoTen, 35), (.net(14), 20)]
        case "US": [(.net(30), 40), (.net(60), 25), (.twoTen, 35)]
        default: [(.net(30), 50), (.net(60), 35), (.endOfMonth, 15)]
        }
    }

    private mutating func habit(_ customer: Customer) -> Habit {
        var habit = Habit()
        habit.citing = dice.pick(weighted: [
            (.full, 740), (.tail, 85), (.nothing, 65), (.advice, 40), (.order, 30), (.balance, 40),
        ])
        // The more invoices, the sooner a payment run is worth it.
        let run = customer.pace > 60 ? 60 : 0
        habit.rhythm = dice.pick(weighted: [
            (.eachInvoice, 55), (.weekly(dice.int(1...5)), 30 + run), (.twiceAMonth, 15 + run),
        ])
        habit.late = dice.pick(weighted: [
            (dice.int(-6...0), 40), (dice.int(1...7), 38), (dice.int(8...20), 17),
            (dice.int(25...50), 5),
        ])
        habit.spread = dice.int(1...6)
        habit.takesDiscount = customer.terms == .twoTen && dice.chance(700)
        habit.chargesTaken = customer.isWire && dice.chance(280)
        habit.creditorReference = customer.till == .hamburgEUR && dice.chance(280)
        return habit
    }
}
