/// The routing number of a bank in the USA: nine digits, weights 3, 7, 1.
public enum ABARouting {
    public static func isValid(_ text: some StringProtocol) -> Bool {
        guard let digits = CheckDigits.digits(text), digits.count == 9 else { return false }
        var sum = 0
        for (place, digit) in digits.enumerated() {
            sum += Int(digit - ASCII.zero) * [3, 7, 1][place % 3]
        }
        return sum % 10 == 0
    }
}
