import Ledger

extension BankBook {
    /// What the business spends; suppliers get the more, the more there is in the account.
    mutating func costs(_ till: Till, _ day: Day) -> [BankLine] {
        let (_, month, date) = day.civil
        let calendar = till.house.workingDays
        let isFirstOnOrAfter = { (wanted: Int) in
            date >= wanted && calendar.before(day) < day.adding(wanted - date)
        }
        var lines: [BankLine] = []
        let spare = (balances[till] ?? 0) - till.opening * 2 / 3
        if till == .dalianCNY || till == .hamburgEUR, spare > 0 {
            for _ in 0..<dice.int(1...4) {
                let amount = min(spare / 3, spare * Int64(dice.int(30...90)) / 1_000 + 31_415)
                if amount > 10_000 { lines.append(supplier(till, amount)) }
            }
        }
        func add(_ purpose: BankLine.Purpose, _ amount: Int64, _ party: String, _ text: String) {
            lines.append(BankLine(purpose: purpose, amount: amount, party: party, text: text))
        }
        switch till {
        case .dalianCNY:
            if dice.chance(350) { add(.fee, -Int64(dice.int(5...60)) * 50, till.bank, "网银转账手续费") }
            if isFirstOnOrAfter(10) {
                add(
                    .payroll, -38_614_273 - Int64(dice.int(0...400_000)), "代发工资",
                    "\(month - 1 == 0 ? 12 : month - 1)月工资")
            }
            if isFirstOnOrAfter(15) {
                add(.tax, -11_208_840 - Int64(dice.int(0...900_000)), "国家金库大连市分库", "税款 增值税 实时扣税")
                add(.tax, -9_044_118, "国家金库大连市分库", "社会保险费")
            }
            if isFirstOnOrAfter(20) {
                add(.taxRefund, 21_077_300 + Int64(dice.int(0...3_000_000)), "国家金库大连市分库", "出口退税")
            }
            if month % 3 == 0, isFirstOnOrAfter(21) {
                add(.interest, Int64(dice.int(310_000...520_000)), till.bank, "存款利息")
            }
        case .dalianUSD:
            if dice.chance(250) {
                add(.fee, -Int64(dice.int(10...40)) * 100, till.bank, "INWARD REMITTANCE FEE")
            }
            if month % 3 == 0, isFirstOnOrAfter(21) {
                add(.interest, Int64(dice.int(9_000...41_000)), till.bank, "CREDIT INTEREST")
            }
        case .hamburgEUR:
            if isFirstOnOrAfter(1) {
                add(.fee, -8_640 - Int64(dice.int(0...2_000)), till.bank, "ENTGELT KONTOFUEHRUNG")
            }
            if isFirstOnOrAfter(10) {
                add(.tax, -4_388_207, "FINANZAMT HAMBURG", "LOHNSTEUER USTVA STNR 2248044711")
            }
            if isFirstOnOrAfter(27) {
                add(
                    .payroll, -11_204_600 - Int64(dice.int(0...90_000)), "LOHN UND GEHALT",
                    "LOHN/GEHALT \(padded(month, 2))/26")
            }
        case .dalianSecond: if dice.chance(90) { add(.fee, -1_500, till.bank, "账户管理费") }
        case .ohio:
            if isFirstOnOrAfter(15) {
                add(.payroll, -9_418_250, "PAYDAY SERVICES", "PAYROLL \(padded(month, 2))/26")
            }
            if month == 4, isFirstOnOrAfter(22) {
                add(.taxRefund, 1_862_340, "IRS TREAS 310", "TAX REF CORPORATE 2025")
            }
            if isFirstOnOrAfter(28) {
                add(.interest, Int64(dice.int(4_000...21_000)), till.bank, "SWEEP INTEREST")
            }
        case .hamburgUSD:
            if isFirstOnOrAfter(1) { add(.fee, -2_500, till.bank, "FEE ACCOUNT MAINTENANCE USD") }
        }
        return lines
    }

    private mutating func supplier(_ till: Till, _ amount: Int64) -> BankLine {
        if till == .dalianCNY {
            let to = Strays.chinese(&dice)
            return BankLine(
                purpose: .supplier, amount: -amount, party: to.0, partyAccount: to.1,
                text: dice.pick(["材料款", "铸件款", "加工费", "运费", "电费"]) + " " + dice.digits(8))
        }
        let name = ForeignName.company(ForeignName.brand("DE", &dice), in: "DE", &dice).name
        return BankLine(
            purpose: .supplier, amount: -amount, party: name.wired,
            partyAccount: ForeignAccounts.account("DE", &dice), text: "RG " + dice.digits(8))
    }
}
