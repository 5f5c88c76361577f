/// The Swedish OCR number: Luhn, optionally with a digit for the length before the check digit.
public enum SwedishOCR {
    public static func isValid(_ text: some StringProtocol, lengthDigit: Bool = false) -> Bool {
        guard let digits = CheckDigits.digits(text), isValid(digits: digits) else { return false }
        return !lengthDigit
            || digits.count > 2
                && Int(digits[digits.count - 2] - ASCII.zero) == digits.count % 10
    }

    /// The digits with their check digit, and before it the length of the whole where asked for.
    public static func reference(
        for text: some StringProtocol, lengthDigit: Bool = false
    ) -> String? {
        guard var digits = CheckDigits.digits(text), digits.count <= 23 else { return nil }
        if lengthDigit { digits.append(ASCII.zero + UInt8((digits.count + 2) % 10)) }
        return CheckDigits.text(digits + [ASCII.zero + UInt8(CheckDigits.luhn(digits))])
    }

    static func isValid(digits: [UInt8]) -> Bool {
        guard (2...25).contains(digits.count), let last = digits.last else { return false }
        return CheckDigits.luhn(Array(digits.dropLast())) == Int(last - ASCII.zero)
    }
}
