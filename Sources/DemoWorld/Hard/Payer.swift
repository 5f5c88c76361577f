import Ledger

/// Who sends the money: the customer itself, or somebody for one or many customers.
struct Payer: Sendable {
    enum Kind: Sendable { case itself, parent, agent, factor, headOffice }

    var kind: Kind
    /// The customers whose items it pays, all of one account of ours.
    var customers: [Int]
    /// The customer whose language and channel are its own.
    let lead: Int
    /// As its bank prints it, usually and now and then.
    var names: [(name: String, trouble: Trouble?, weight: Int)]
    var account: String
    /// A second account, which customers.csv never lists.
    let otherAccount: String
    var bank: String
    /// How it usually refers to what it pays.
    let style: Citing
    let paysByCheck: Bool
    /// Whether customers.csv leads to it by its usual account or name.
    var isKnown: Bool

    /// All payers, every customer with exactly one.
    static func all(of customers: [Customer], _ dice: inout Dice) -> [Payer] {
        var payers: [Payer] = []
        var byParent: [Int: Int] = [:]
        var byOffice: [Int: Int] = [:]
        var open: [Till: [Kind: Int]] = [:]
        for at in customers.indices {
            let customer = customers[at]
            if let parent = customer.parent, customer.paidByParent {
                if let payer = byParent[parent] {
                    payers[payer].customers.append(at)
                } else {
                    byParent[parent] = payers.count
                    payers.append(of(parent, .parent, [at], customers, &dice))
                }
            } else if let office = customer.headOffice {
                if let payer = byOffice[office] {
                    payers[payer].customers.append(at)
                } else {
                    byOffice[office] = payers.count
                    payers.append(stranger(at, .headOffice, customers, &dice))
                }
            } else if let kind = helper(&dice) {
                // A few customers share an agent, some more a factor.
                if let payer = open[customer.till]?[kind],
                    payers[payer].customers.count < (kind == .agent ? 3 : 9)
                {
                    payers[payer].customers.append(at)
                } else {
                    open[customer.till, default: [:]][kind] = payers.count
                    payers.append(stranger(at, kind, customers, &dice))
                }
            } else {
                payers.append(of(at, .itself, [at], customers, &dice))
            }
        }
        return payers
    }

    private static func helper(_ dice: inout Dice) -> Kind? {
        dice.pick(weighted: [(nil, 885), (.agent, 65), (.factor, 50)])
    }

    private static func of(
        _ at: Int, _ kind: Kind, _ paid: [Int], _ customers: [Customer], _ dice: inout Dice
    ) -> Payer {
        let customer = customers[at]
        let isAmerican = customer.house == .ohio
        let paysByCheck = isAmerican && dice.chance(480)
        let bank =
            paysByCheck
            ? CheckDigits.routing("0" + dice.digits(7))
            : isAmerican ? "1" + customer.taxId.filter(\.isNumber) : customer.bank
        return Payer(
            kind: kind, customers: paid, lead: at, names: PayerNames.all(customer, &dice),
            account: customer.account, otherAccount: account(customer, &dice),
            bank: bank, style: .drawn(&dice), paysByCheck: paysByCheck,
            isKnown: customer.isKnownPayer)
    }

    private static func stranger(
        _ lead: Int, _ kind: Kind, _ customers: [Customer], _ dice: inout Dice
    ) -> Payer {
        let customer = customers[lead]
        let made = PayerNames.stranger(kind, for: customer, &dice)
        return Payer(
            kind: kind, customers: [lead], lead: lead, names: [(made, nil, 1)],
            account: account(customer, &dice), otherAccount: account(customer, &dice),
            bank: customer.house == .ohio ? "9" + dice.digits(9) : customer.bank,
            style: kind == .agent ? .drawn(&dice) : .advice, paysByCheck: false, isKnown: false)
    }

    private static func account(_ customer: Customer, _ dice: inout Dice) -> String {
        customer.till == .dalianCNY
            ? "62" + dice.digits(17) : ForeignAccounts.account(customer.country, &dice)
    }
}
