/// Check digits that the demo company's papers carry (domain.md §3.4 and §5.6), computed here from
/// the standards and not by the code that later checks them.
enum CheckDigits {
    /// The remainder by 97 of `text`, letters counting 10…35 (ISO 7064 mod 97-10).
    static func mod97(_ text: some StringProtocol) -> Int {
        var rest = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): rest = (rest * 10 + Int(byte) - 48) % 97
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): rest = (rest * 100 + Int(byte) - 55) % 97
            default: break
            }
        }
        return rest
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// The creditor reference of an invoice number (ISO 11649): `RF18539007547034`.
    static func creditorReference(_ number: String) -> String {
        let plain = number.filter { $0 != "-" }
        return "RF" + two(98 - mod97(plain + "RF00")) + plain
    }

    /// An IBAN with its check digits (ISO 13616).
    static func iban(_ country: String, _ bban: String) -> String {
        country + two(98 - mod97(bban + country + "00")) + bban
    }

    static let usccAlphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")

    /// The unified social credit code (GB 32100-2015) of 17 characters, with its check character.
    static func uscc(_ head: String) -> String {
        var sum = 0
        var weight = 1
        for character in head {
            sum += (usccAlphabet.firstIndex(of: character) ?? 0) * weight
            weight = weight * 3 % 31
        }
        return head + String(usccAlphabet[(31 - sum % 31) % 31])
    }

    /// The organisation code (GB 11714) of 8 characters with its check character, without a hyphen.
    static func organisation(_ head: String) -> String {
        let weights = [3, 7, 9, 10, 5, 8, 4, 2]
        var sum = 0
        for (place, byte) in head.utf8.enumerated() {
            sum += weights[place] * Int(byte < 58 ? byte - 48 : byte - 55)
        }
        let check = 11 - sum % 11
        return head + (check == 10 ? "X" : check == 11 ? "0" : "\(check)")
    }

    /// The last digit that makes Σ wᵢ·dᵢ ≡ 0, by Luhn.
    static func luhn(_ head: String) -> String {
        var sum = 0
        for (place, byte) in head.utf8.reversed().enumerated() {
            let digit = Int(byte) - 48
            sum += place % 2 == 0 ? (digit * 2 > 9 ? digit * 2 - 9 : digit * 2) : digit
        }
        return head + "\((10 - sum % 10) % 10)"
    }

    /// Σ wᵢ·dᵢ.
    static func weighed(_ digits: String, _ weights: [Int]) -> Int {
        zip(digits.utf8, weights).reduce(0) { $0 + (Int($1.0) - 48) * $1.1 }
    }

    /// An American routing number of eight digits with its ninth (weights 3, 7, 1).
    static func routing(_ head: String) -> String {
        head + "\((10 - weighed(head, [3, 7, 1, 3, 7, 1, 3, 7]) % 10) % 10)"
    }

    /// A German VAT number of eight digits with its ninth (ISO 7064 mod 11,10).
    static func germanVAT(_ head: String) -> String {
        var product = 10
        for byte in head.utf8 {
            let sum = (Int(byte) - 48 + product) % 10
            product = (sum == 0 ? 10 : sum) * 2 % 11
        }
        return "DE" + head + "\((11 - product) % 10)"
    }

    /// A Brazilian CNPJ of twelve digits with its two.
    static func cnpj(_ head: String) -> String {
        var digits = head
        for weights in [
            [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2], [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2],
        ] {
            let rest = weighed(digits, weights) % 11
            digits += "\(rest < 2 ? 0 : 11 - rest)"
        }
        return digits
    }
}
