/// The Norwegian customer identification KID, 2…25 digits, checked by mod 10 or mod 11 as agreed.
public enum NorwegianKID {
    public static func isValid(_ text: some StringProtocol) -> Bool {
        guard let signs = CheckDigits.signs(text.replacingDash()) else { return false }
        return isValid(digits: signs) || isValidMod11(signs)
    }

    /// The digits with their mod 10 check digit.
    public static func mod10(for text: some StringProtocol) -> String? {
        guard let digits = CheckDigits.digits(text), digits.count < 25 else { return nil }
        return CheckDigits.text(digits + [ASCII.zero + UInt8(CheckDigits.luhn(digits))])
    }

    /// The digits with their mod 11 check sign; a remainder of ten is written as a dash.
    public static func mod11(for text: some StringProtocol) -> String? {
        guard let digits = CheckDigits.digits(text), digits.count < 25 else { return nil }
        let check = remainder(digits)
        return CheckDigits.text(digits + [check == 10 ? ASCII.dash : ASCII.zero + UInt8(check)])
    }

    static func isValid(digits: [UInt8]) -> Bool {
        guard (2...25).contains(digits.count), let last = digits.last,
            digits.allSatisfy(ASCII.isDigit)
        else { return false }
        let base = Array(digits.dropLast())
        let check = Int(last - ASCII.zero)
        return CheckDigits.luhn(base) == check || remainder(base) == check
    }

    /// `6X` stands for `6-`.
    private static func isValidMod11(_ signs: [UInt8]) -> Bool {
        guard (2...25).contains(signs.count), signs.last == UInt8(ascii: "X"),
            signs.dropLast().allSatisfy(ASCII.isDigit)
        else { return false }
        return remainder(Array(signs.dropLast())) == 10
    }

    private static func remainder(_ digits: [UInt8]) -> Int {
        var sum = 0
        for (place, digit) in digits.reversed().enumerated() {
            sum += Int(digit - ASCII.zero) * (2 + place % 6)
        }
        return (11 - sum % 11) % 11
    }
}

extension StringProtocol {
    /// The dash at the end of a mod 11 reference is a check sign, not a separator.
    fileprivate func replacingDash() -> String {
        hasSuffix("-") ? String(dropLast()) + "X" : String(self)
    }
}
