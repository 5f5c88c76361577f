/// The Belgian structured communication `+++010/8068/17183+++` (OGM, VCS).
public enum BelgianOGM {
    public static func isValid(_ text: some StringProtocol) -> Bool {
        CheckDigits.digits(text).map { isValid(digits: $0) } ?? false
    }

    /// The two check digits of ten digits: their remainder by 97, and 97 for none.
    public static func checkDigits(for text: some StringProtocol) -> String? {
        guard let digits = CheckDigits.digits(text), digits.count == 10 else { return nil }
        return CheckDigits.text(CheckDigits.pair(check(digits)))
    }

    static func isValid(digits: [UInt8]) -> Bool {
        digits.count == 12 && CheckDigits.pair(check(digits.prefix(10))) == Array(digits.suffix(2))
    }

    private static func check(_ digits: some Sequence<UInt8>) -> Int {
        let rest = CheckDigits.mod97(digits) ?? 0
        return rest == 0 ? 97 : rest
    }
}
