/// What payers of the hard world write beside what those of the ordinary one do.
extension Wording {
    func ownNumber(_ dice: inout Dice) -> String {
        switch language {
        case "zh": dice.pick(["付款单号FK2026", "报销单BX26"]) + dice.digits(6)
        case "de":
            dice.pick(["Beleg 51000", "Unser Zeichen KR ", "BELEGNR 19000"]) + dice.digits(5)
        default: dice.pick(["OUR DOC 51000", "VOUCHER ", "PMT REF 19000"]) + dice.digits(5)
        }
    }

    func range(_ first: String, _ last: String, _ dice: inout Dice) -> String {
        switch language {
        case "zh": dice.pick(["发票\(first)-\(last)", "货款\(first)至\(last)"])
        case "de": dice.pick(["RE \(first) bis \(last)", "Rechnungen \(first)-\(last)"])
        default:
            dice.pick([
                "INV \(first) THRU \(last)", "\(first)-\(last)", "INVOICES \(first) TO \(last)",
            ])
        }
    }

    func retention(_ percent: Int, _ dice: inout Dice) -> String {
        switch language {
        case "zh": dice.pick([" 扣\(percent)%质保金", " 留质保金", ""])
        case "de":
            dice.pick([" abzgl. \(percent)% Sicherheitseinbehalt", " Einbehalt \(percent)%", ""])
        default: dice.pick([" LESS \(percent) PCT RETENTION", " RETENTION HELD", ""])
        }
    }

    func released(_ number: String, _ contract: String, _ dice: inout Dice) -> String {
        switch language {
        case "zh": dice.pick(["质保金\(contract)", "质保金 \(number)", "支付质保金"])
        case "de": dice.pick(["Auszahlung Einbehalt \(number)", "Sicherheitseinbehalt"])
        default: dice.pick(["RETENTION RELEASE \(number)", "RETENTION MONEY"])
        }
    }

    func contra(_ amount: String, _ dice: inout Dice) -> String {
        switch language {
        case "zh": dice.pick([" 抵扣我司货款\(amount)", " 互抵\(amount)", " 对冲后净额"])
        case "de":
            dice.pick([" verrechnet mit Ihrer GS-Schuld \(amount)", " Aufrechnung \(amount)"])
        default: dice.pick([" NET OF CONTRA \(amount)", " LESS OUR INV \(amount)", " SET OFF"])
        }
    }

    func rest(_ contract: String, _ dice: inout Dice) -> String {
        switch language {
        case "zh": dice.pick([" 尾款", " 合同\(contract)尾款", ""])
        case "de": dice.pick([" Restzahlung", " abzgl. Anzahlung", ""])
        default: dice.pick([" BALANCE", " LESS DEPOSIT", " FINAL PAYMENT", ""])
        }
    }

    func withheld(_ dice: inout Dice) -> String { dice.pick([" LESS TDS", " NET OF WHT", ""]) }

    /// What a paying platform puts before the words.
    func onBehalf(_ name: String, _ dice: inout Dice) -> String {
        switch language {
        case "zh": dice.pick(["代付 \(name) ", "受托支付 ", ""])
        case "de": dice.pick(["i.A. \(name) ", "FUER \(name) ", ""])
        default: dice.pick(["O/B \(name) ", "ON BEHALF OF \(name) ", ""])
        }
    }

    /// Money that looks like a customer's and is none.
    func notOurs(_ dice: inout Dice) -> (payer: String, text: String) {
        switch till {
        case .dalianCNY, .dalianSecond:
            dice.pick([
                ("大连峤泽物业管理有限公司", "6号楼租金"), ("营口湛航物流有限公司", "退运费"),
                ("大连市失业保险基金", "稳岗补贴"), ("辽宁衡岳招标代理有限公司", "退投标保证金"),
                ("大连曜泽电力设备有限公司", "退货款"),
            ])
        case .hamburgEUR:
            dice.pick([
                ("HAUSVERWALTUNG ELLERNBROOK GMBH", "NK-ABRECHNUNG 2025 GUTHABEN"),
                ("TIELENKAMP STAHL KG", "GUTSCHRIFT ZU IHRER ZAHLUNG 4471"),
                ("WULFSWEDE VERSICHERUNG AG", "SCHADEN 26-88213"),
            ])
        case .ohio:
            dice.pick([
                ("GRANITE MESA INSURANCE CO", "CLAIM 8821347"),
                ("HERON GATE UTILITIES", "DEPOSIT REFUND"),
                ("FLINT BEND PAYROLL INC", "PAYROLL TAX RETURN"),
            ])
        default:
            dice.pick([
                ("BALKOVA TEXTILES LLC", "PROFORMA BT 77 COTTON YARN"),
                ("ZALDERA FOODS FZE", "FROZEN SQUID CONTAINER 2 OF 3"),
                ("TOLVIKA STEEL FZE", "REFUND OVERPAID PO 4711"),
            ])
        }
    }
}
