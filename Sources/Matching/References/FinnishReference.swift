/// The Finnish reference number: weights 7, 3, 1 from the right; 4…20 digits; leading zeros do not
/// count.
public enum FinnishReference {
    public static func isValid(_ text: some StringProtocol) -> Bool {
        CheckDigits.digits(text).map { isValid(digits: $0) } ?? false
    }

    /// The digits with their check digit; nil unless there are 3…19.
    public static func reference(for text: some StringProtocol) -> String? {
        guard let digits = CheckDigits.digits(text) else { return nil }
        let base = Array(digits.drop { $0 == ASCII.zero })
        guard (3...19).contains(base.count) else { return nil }
        return CheckDigits.text(base + [ASCII.zero + UInt8(check(base))])
    }

    static func isValid(digits: [UInt8]) -> Bool {
        let digits = Array(digits.drop { $0 == ASCII.zero })
        guard (4...20).contains(digits.count), let last = digits.last else { return false }
        return check(digits.dropLast()) == Int(last - ASCII.zero)
    }

    private static func check(_ digits: some BidirectionalCollection<UInt8>) -> Int {
        var sum = 0
        for (place, digit) in digits.reversed().enumerated() {
            sum += Int(digit - ASCII.zero) * [7, 3, 1][place % 3]
        }
        return (10 - sum % 10) % 10
    }
}
