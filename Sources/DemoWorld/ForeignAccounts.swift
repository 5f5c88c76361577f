/// Bank accounts and tax numbers by country, with the check digits that their standards ask for.
enum ForeignAccounts {
    static func account(_ country: String, _ dice: inout Dice) -> String {
        switch country {
        case "DE": return CheckDigits.iban("DE", dice.digits(8) + dice.digits(10))
        case "AT": return CheckDigits.iban("AT", dice.digits(16))
        case "NL": return CheckDigits.iban("NL", dice.letters(4) + "0" + dice.digits(9))
        case "BE":
            let head = dice.digits(10)
            let check = CheckDigits.mod97(head)
            return CheckDigits.iban("BE", head + padded(check == 0 ? 97 : check, 2))
        case "FR":
            let (bank, branch, number) = (dice.digits(5), dice.digits(5), dice.digits(11))
            let sum = 89 * (Int(bank) ?? 0) + 15 * (Int(branch) ?? 0) + 3 * (Int(number) ?? 0)
            return CheckDigits.iban("FR", bank + branch + number + padded(97 - sum % 97, 2))
        case "IT":
            return CheckDigits.iban("IT", dice.letters(1) + dice.digits(10) + dice.digits(12))
        case "PL": return CheckDigits.iban("PL", dice.digits(24))
        case "DK": return CheckDigits.iban("DK", dice.digits(14))
        case "SE": return CheckDigits.iban("SE", dice.digits(20))
        case "ES": return CheckDigits.iban("ES", dice.digits(20))
        case "GB": return CheckDigits.iban("GB", dice.letters(4) + dice.digits(14))
        case "TR": return CheckDigits.iban("TR", dice.digits(5) + "0" + dice.digits(16))
        case "AE": return CheckDigits.iban("AE", "0" + dice.digits(18))
        case "BR": return CheckDigits.iban("BR", dice.digits(23) + "C1")
        case "KR": return dice.digits(14)
        case "JP": return dice.digits(7)
        default: return dice.digits(dice.int(9...12))
        }
    }

    static func taxId(_ country: String, _ dice: inout Dice) -> String {
        switch country {
        case "DE": return CheckDigits.germanVAT(dice.digits(8))
        case "AT":
            let head = dice.digits(7)
            var sum = 4
            for (place, byte) in head.utf8.enumerated() {
                let digit = Int(byte) - 48
                sum += place % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10
            }
            return "ATU" + head + "\((10 - sum % 10) % 10)"
        case "NL":
            let head = dice.digits(9)
            return "NL" + head + "B" + padded(98 - CheckDigits.mod97("NL" + head + "B00"), 2)
        case "BE":
            let head = "0" + dice.digits(7)
            return "BE" + head + padded(97 - CheckDigits.mod97(head), 2)
        case "FR":
            let siren = CheckDigits.luhn(dice.digits(8))
            return "FR" + padded((12 + 3 * CheckDigits.mod97(siren)) % 97, 2) + siren
        case "IT": return "IT" + CheckDigits.luhn("0" + dice.digits(6) + "015")
        case "PL":
            var (head, check) = ("", 10)
            while check == 10 {
                head = dice.digits(9)
                check = CheckDigits.weighed(head, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11
            }
            return "PL" + head + "\(check)"
        case "DK":
            var (head, check) = ("", 10)
            while check == 10 {
                head = dice.digits(7)
                check = (11 - CheckDigits.weighed(head, [2, 7, 6, 5, 4, 3, 2]) % 11) % 11
            }
            return "DK" + head + "\(check)"
        case "SE": return "SE" + CheckDigits.luhn("556" + dice.digits(6)) + "01"
        case "ES":
            // The letter of a limited company, seven digits, and their Luhn digit.
            return "ESB" + CheckDigits.luhn(dice.digits(7))
        case "GB":
            // 97 less the weighted sum (HMRC's old scheme).
            let head = dice.digits(7)
            var rest = CheckDigits.weighed(head, [8, 7, 6, 5, 4, 3, 2])
            while rest > 0 { rest -= 97 }
            return "GB" + head + padded(-rest, 2)
        case "BR": return CheckDigits.cnpj(dice.digits(8) + "0001")
        case "US": return dice.digits(2) + "-" + dice.digits(7)
        case "JP": return "T" + dice.digits(13)
        case "KR": return dice.digits(3) + "-" + dice.digits(2) + "-" + dice.digits(5)
        default: return ""
        }
    }
}
