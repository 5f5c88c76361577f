/// What payers write on a transfer, by language and channel.
struct Wording {
    /// The channel's limits: a Chinese transfer has a short 附言, a wire 4×35, a SEPA transfer 140.
    static func limit(_ till: Till) -> Int { till == .dalianCNY ? 60 : 140 }

    let language: String
    let till: Till

    init(_ customer: Customer) {
        till = customer.till
        language =
            customer.till == .dalianCNY
            ? "zh" : customer.till == .hamburgEUR && customer.language == "de" ? "de" : "en"
    }

    /// The number in one of the ways that still are the whole number.
    func whole(_ number: String, _ dice: inout Dice) -> String {
        let text = dice.pick(weighted: [
            (number, 62), (number.filter { $0 != "-" }, 20),
            (String(number.map { $0 == "-" ? " " : $0 }), 10), (number.lowercased(), 3),
            (String(number.map { $0 == "-" ? "/" : $0 }), 5),
        ])
        return text
    }

    /// The last digits, as people type them.
    func tail(_ number: String, _ dice: inout Dice) -> String {
        let digits = number.filter(\.isNumber)
        return String(digits.suffix(dice.pick([4, 4, 5, 6])))
    }

    /// Letter O for zero, or the number run together with the word before it.
    func misread(_ number: String, _ dice: inout Dice) -> String {
        let letters = number.filter { $0 != "-" }
        if dice.chance(600) {
            return String(letters.prefix(3))
                + String(letters.dropFirst(3).map { $0 == "0" ? "O" : $0 })
        }
        return "INV" + String(letters.map { $0 == "1" ? "I" : $0 })
    }

    func invoice(_ cited: String, _ date: String, _ dice: inout Dice) -> String {
        switch language {
        case "zh":
            dice.pick(["货款\(cited)", "付货款 \(cited)", "发票号\(cited)", "\(cited)", "货款,发票\(cited)"])
        case "de":
            dice.pick([
                "Rechnung \(cited)", "RG-NR \(cited)", "Re. \(cited) vom \(date)", "\(cited)",
                "RNR \(cited)", "Rechnungsnummer \(cited)",
            ])
        default:
            if till == .hamburgEUR {
                dice.pick(["Invoice \(cited)", "\(cited)", "INV. \(cited) dd \(date)"])
            } else {
                dice.pick([
                    "/INV/\(cited)", "INVOICE \(cited)", "INV NO \(cited)", "PAYMENT FOR \(cited)",
                    "\(cited)", "/RFB/\(cited)",
                ])
            }
        }
    }

    func list(_ cited: [String], _ dice: inout Dice) -> String {
        let joined = cited.joined(separator: dice.pick([", ", "/", " ", ";", "+"]))
        switch language {
        case "zh": return dice.pick(["货款", "付货款", "发票", ""]) + joined
        case "de": return dice.pick(["Rechnungen ", "RE ", "Sammelzahlung ", ""]) + joined
        default: return dice.pick(["INV ", "INVOICES ", "/INV/", ""]) + joined
        }
    }

    func nothing(_ dice: inout Dice) -> String {
        switch language {
        case "zh": dice.pick(["货款", "付货款", "往来款", "设备款", "配件款", "转账"])
        case "de": dice.pick(["Zahlung", "Ihre Lieferung", "", "Warenlieferung", "Ueberweisung"])
        default: dice.pick(["PAYMENT", "GOODS PAYMENT", "", "SPARE PARTS", "TRADE PAYMENT"])
        }
    }

    func advice(_ date: String, _ dice: inout Dice) -> String {
        switch language {
        case "zh": dice.pick(["货款,明细见邮件", "货款 明细另发", "付款明细\(date)"])
        case "de": dice.pick(["lt. Avis vom \(date)", "siehe Zahlungsavis", "Avis folgt per Mail"])
        default: dice.pick(["AS PER ADVICE \(date)", "SEE REMITTANCE ADVICE", "DETAILS BY EMAIL"])
        }
    }

    func balance(_ month: Int, _ dice: inout Dice) -> String {
        switch language {
        case "zh": dice.pick(["结清货款", "\(month)月对账单货款", "付清欠款"])
        case "de": dice.pick(["Kontoausgleich", "Saldo lt. Kontoauszug", "Offene Posten"])
        default: dice.pick(["STATEMENT BALANCE", "ACCOUNT BALANCE", "SETTLEMENT OF ACCOUNT"])
        }
    }

    func order(_ order: String, _ contract: String, _ dice: inout Dice) -> String {
        switch language {
        case "zh": contract.isEmpty ? "订单\(order)货款" : "合同\(contract)货款"
        case "de": "Best.-Nr. \(order)"
        default: dice.pick(["PO \(order)", "YOUR DELIVERY ON \(order)", "ORDER \(order)"])
        }
    }

    func credited(_ note: String, _ dice: inout Dice) -> String {
        switch language {
        case "zh": dice.pick([" 扣红字\(note)", " 减\(note)", " 冲\(note)"])
        case "de": dice.pick([" abzgl. GS \(note)", " ./. Gutschrift \(note)", " - \(note)"])
        default: dice.pick([" LESS CN \(note)", " MINUS CREDIT NOTE \(note)", " LESS \(note)"])
        }
    }

    func short(_ difference: String, _ dice: inout Dice) -> String {
        switch language {
        case "zh": dice.pick([" 缺货扣\(difference)", " 质量扣款\(difference)", " 扣少件\(difference)"])
        case "de":
            dice.pick([
                " abzgl. Fehlmenge \(difference)", " Kuerzung Maengelruege",
                " abz. Preisdiff. \(difference)",
            ])
        default:
            dice.pick([
                " LESS \(difference) SHORT SHIPPED", " LESS DAMAGED PCS \(difference)",
                " PRICE DIFF \(difference) DEDUCTED",
            ])
        }
    }

    func part(_ percent: Int, _ dice: inout Dice) -> String {
        switch language {
        case "zh": dice.pick([" \(percent)%进度款", " 部分货款", " 首笔\(percent)%"])
        case "de": dice.pick([" 1. Rate", " Teilzahlung", " Abschlag \(percent)%"])
        default: dice.pick([" PART PAYMENT", " 1ST INSTALMENT", " \(percent) PCT"])
        }
    }

    func discount(_ dice: inout Dice) -> String {
        switch language {
        case "zh": " 扣2%折扣"
        case "de": dice.pick([" abzgl. 2% Skonto", " ./. 2% SK", " 2 v.H. Skonto"])
        default: dice.pick([" LESS 2 PCT", " 2% DISC TAKEN", ""])
        }
    }

    func advance(_ contract: String, _ dice: inout Dice) -> String {
        switch language {
        case "zh": dice.pick(["预付款 合同\(contract)", "定金 \(contract)", "合同\(contract)预付30%"])
        case "de": dice.pick(["Anzahlung Auftrag \(contract)", "Vorkasse \(contract)"])
        default: dice.pick(["30 PCT DEPOSIT \(contract)", "ADVANCE PAYMENT \(contract)"])
        }
    }
}
