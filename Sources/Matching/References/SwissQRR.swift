/// The 27-digit reference of the Swiss QR-bill (QRR): recursive mod 10.
public enum SwissQRR {
    public static func isValid(_ text: some StringProtocol) -> Bool {
        CheckDigits.digits(text).map { isValid(digits: $0) } ?? false
    }

    /// The check digit of 26 digits.
    public static func checkDigit(for text: some StringProtocol) -> Int? {
        guard let digits = CheckDigits.digits(text), digits.count == 26 else { return nil }
        return check(digits)
    }

    static func isValid(digits: [UInt8]) -> Bool {
        digits.count == 27 && check(digits.prefix(26)) == Int(digits[26] - ASCII.zero)
    }

    private static func check(_ digits: some Sequence<UInt8>) -> Int {
        var carry = 0
        for digit in digits { carry = row[(carry + Int(digit - ASCII.zero)) % 10] }
        return (10 - carry) % 10
    }

    private static let row = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5]
}
