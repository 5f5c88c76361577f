/// 统一社会信用代码, the unified social credit code of a Chinese organisation (GB 32100-2015).
public enum USCC {
    public static func isValid(_ text: some StringProtocol) -> Bool {
        CheckDigits.signs(text).map { isValid(signs: $0) } ?? false
    }

    /// The check sign of the first 17; nil where a sign is not of the alphabet (I, O, S, V and Z
    /// are not).
    public static func checkSign(for text: some StringProtocol) -> Character? {
        guard let signs = CheckDigits.signs(text), signs.count == 17, let value = check(signs)
        else { return nil }
        return Character(UnicodeScalar(alphabet[value]))
    }

    static func isValid(signs: [UInt8]) -> Bool {
        signs.count == 18 && signs[2..<8].allSatisfy(ASCII.isDigit)
            && check(signs.dropLast()).map { alphabet[$0] == signs[17] } ?? false
    }

    private static func check(_ signs: some Sequence<UInt8>) -> Int? {
        var sum = 0
        var weight = 1
        for sign in signs {
            guard let value = alphabet.firstIndex(of: sign) else { return nil }
            sum += value * weight
            weight = weight * 3 % 31
        }
        // 31 wraps to 0: published code that forgets it fails one code in 31.
        return (31 - sum % 31) % 31
    }

    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
}
