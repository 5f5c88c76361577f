/// The arithmetic that the reference schemes share (domain.md §3.4).
enum CheckDigits {
    /// ISO 7064 mod 97-10 of letters and digits, A = 10 … Z = 35, left to right. Nil for another
    /// character.
    static func mod97(_ signs: some Sequence<UInt8>) -> Int? {
        var rest = 0
        for sign in signs {
            if ASCII.isDigit(sign) {
                rest = (rest * 10 + Int(sign - ASCII.zero)) % 97
            } else if ASCII.isCapital(sign) {
                rest = (rest * 100 + Int(sign) - 55) % 97
            } else {
                return nil
            }
        }
        return rest
    }

    /// The Luhn check digit (mod 10, weights 2, 1 from the right).
    static func luhn(_ digits: [UInt8]) -> Int {
        var sum = 0
        for (place, digit) in digits.reversed().enumerated() {
            let product = Int(digit - ASCII.zero) * (place % 2 == 0 ? 2 : 1)
            sum += product > 9 ? product - 9 : product
        }
        return (10 - sum % 10) % 10
    }

    /// The digits of `text`; nil where it has anything but digits and the separators people write.
    static func digits(_ text: some StringProtocol) -> [UInt8]? {
        var digits: [UInt8] = []
        for byte in text.utf8 {
            if ASCII.isDigit(byte) {
                digits.append(byte)
                if digits.count > 64 { return nil }
            } else if !separators.contains(byte) {
                return nil
            }
        }
        return digits.isEmpty ? nil : digits
    }

    /// Letters and digits in capitals without the separators; nil where anything else stands in
    /// `text`.
    static func signs(_ text: some StringProtocol) -> [UInt8]? {
        var signs: [UInt8] = []
        for byte in text.utf8 {
            let capital = ASCII.upper(byte)
            if ASCII.isSign(capital) {
                signs.append(capital)
                if signs.count > 64 { return nil }
            } else if !separators.contains(byte) {
                return nil
            }
        }
        return signs.isEmpty ? nil : signs
    }

    static func text(_ bytes: some Collection<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self)
    }

    /// Two digits with a leading zero.
    static func pair(_ number: Int) -> [UInt8] {
        [ASCII.zero + UInt8(number / 10), ASCII.zero + UInt8(number % 10)]
    }

    private static let separators = Array(" -/.+*".utf8)
}
