import Ledger

/// Money that pays no item: advances, payers never seen, and what is not for us; and the agents who
/// pay for customers.
enum Strays {
    /// A forwarder or trading house that is no customer of ours: name, account, bank.
    static func agent(
        for customer: Customer, _ dice: inout Dice
    ) -> (String, String, String) {
        if customer.till == .dalianCNY { return chinese(&dice) }
        if customer.till == .hamburgEUR {
            let name = ForeignName.brand("DE", &dice).name + " Zahlungsdienste GmbH"
            return (name.wired, ForeignAccounts.account("DE", &dice), "WEKODE2HXXX")
        }
        let brand = ForeignName.brand("US", &dice).name
        let name = dice.chance(500) ? brand + " (HK) TRADING LIMITED" : brand + " SHIPPING PTE LTD"
        return (name.wired, dice.digits(12), dice.letters(4) + "HKHHXXX")
    }

    static func chinese(_ dice: inout Dice) -> (String, String, String) {
        let place = dice.pick(ChineseName.places)
        let name = ChineseName(
            place: place.0, brand: ChineseName.brand(&dice), trade: dice.pick(ChineseName.trades),
            form: ChineseName.forms[0].0)
        return (name.characters, place.region + dice.digits(13), dice.digits(12))
    }

    static func unknown(
        _ till: Till, from country: String, _ dice: inout Dice
    ) -> (String, String, String) {
        if till == .dalianCNY { return chinese(&dice) }
        let made = ForeignName.company(ForeignName.brand(country, &dice), in: country, &dice)
        return (
            made.name.wired, ForeignAccounts.account(country, &dice),
            dice.letters(4) + country + dice.letters(1) + "2XXX"
        )
    }

    static func notOurs(_ till: Till, _ dice: inout Dice) -> (payer: String, text: String) {
        switch till {
        case .dalianCNY:
            dice.pick([
                ("大连峤泽物业管理有限公司", "6号楼租金"), ("大连衡舟餐饮服务有限公司", "餐饮押金退回"),
                ("营口湛航物流有限公司", "运费 运单YK2026"),
            ])
        case .hamburgEUR:
            dice.pick([
                ("HAUSVERWALTUNG ELLERNBROOK GMBH", "MIETE HALLE 3 WANDSBEK"),
                ("TIELENKAMP LOGISTIK KG", "FRACHT SENDUNG 88213 TIELENMOOR"),
                ("WULFSWEDE VERSICHERUNGSMAKLER GMBH", "SCHADEN KFZ BEITRAGSRUECKERSTATTUNG"),
            ])
        default:
            dice.pick([
                ("BALKOVA TEXTILES LLC", "PROFORMA BT 77 COTTON YARN"),
                ("ZALDERA FOODS FZE", "FROZEN SQUID CONTAINER 2 OF 3"),
            ])
        }
    }
}

extension Paying {
    /// A stray or two a week on every account, and one of each kind on the last day.
    mutating func strays() {
        for till in Till.ordinary {
            let calendar = till.house.workingDays
            for day in calendar.days(Billing.opened, bankDay) {
                let last = day == bankDay
                if last && till != .hamburgUSD || dice.chance(90) { prepayment(till, day) }
                if last && till != .dalianUSD || dice.chance(75) { unknown(till, day) }
                if last && till == .hamburgEUR || dice.chance(30) { notOurs(till, day) }
            }
        }
    }

    private mutating func prepayment(_ till: Till, _ day: Day) {
        let candidates = customers.indices.filter {
            customers[$0].till == till && customers[$0].since <= day && !customers[$0].paidByParent
        }
        guard !candidates.isEmpty else { return }
        let at = dice.pick(candidates)
        let customer = customers[at]
        let contract =
            customer.country == "CN" ? "SLJ-HT-26" + dice.digits(4) : "PI" + dice.digits(5)
        let amount = max(50_000, customer.size * Int64(dice.int(20...60)) / 10_000 * 100)
        receipts.append(
            Receipt(
                till: till, bookedOn: day, valueDate: day, amount: amount, payer: customer.wireName,
                payerAccount: customer.account, payerBank: customer.bank,
                text: Wording(customer).advance(contract, &dice),
                endToEndId: dice.chance(500) ? dice.digits(10) : nil,
                bearer: customer.isWire ? "SHAR" : nil, trouble: .prepayment,
                parts: [Receipt.Part(customer: at, amount: amount, expected: .onAccount)]))
    }

    private mutating func unknown(_ till: Till, _ day: Day) {
        let countries =
            till == .dalianCNY
            ? ["CN"] : till == .hamburgEUR ? ["DE", "NL", "FR"] : ["US", "IN", "AE"]
        let country = dice.pick(countries)
        let payer = stranger { Strays.unknown(till, from: country, &$0) }
        let amount = Int64(dice.int(180_000...7_900_000))
        let sample = Customer(house: till.house, country: country, currency: till.currency)
        receipts.append(
            Receipt(
                till: till, bookedOn: day, valueDate: day, amount: amount, payer: payer.0,
                payerAccount: payer.1, payerBank: payer.2,
                text: Wording(sample).nothing(&dice), bearer: sample.isWire ? "SHAR" : nil,
                trouble: .unknownPayer,
                parts: [Receipt.Part(amount: amount, expected: .unidentified)]))
    }

    private mutating func notOurs(_ till: Till, _ day: Day) {
        let (payer, text) = Strays.notOurs(till, &dice)
        let amount = Int64(dice.int(40_000...990_000))
        let account =
            till == .hamburgEUR ? ForeignAccounts.account("DE", &dice) : dice.digits(19)
        receipts.append(
            Receipt(
                till: till, bookedOn: day, valueDate: day, amount: amount, payer: payer,
                payerAccount: account,
                payerBank: till == .dalianCNY ? dice.digits(12) : dice.letters(4) + "DEFFXXX",
                text: text, bearer: till == .dalianUSD || till == .hamburgUSD ? "SHAR" : nil,
                trouble: .notOurs, parts: [Receipt.Part(amount: amount, expected: .unidentified)]))
    }
}
