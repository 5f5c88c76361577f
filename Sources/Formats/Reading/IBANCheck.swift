/// The check digits of an international bank account number (ISO 13616, ISO 7064 mod 97-10).
enum IBANCheck {
    /// Two letters, two digits and up to thirty signs, without spaces, whose remainder by 97 is 1.
    static func holds(_ iban: some Collection<UInt8>) -> Bool {
        guard (15...34).contains(iban.count), iban.prefix(2).allSatisfy(\.isCapital),
            iban.dropFirst(2).prefix(2).allSatisfy(\.isDigit)
        else { return false }
        guard let head = rest(iban.dropFirst(4), after: 0),
            let whole = rest(iban.prefix(4), after: head)
        else { return false }
        return whole == 1
    }

    /// The remainder by 97 of what stands `before` and the signs behind it, letters counting
    /// 10…35; nil where one is neither.
    private static func rest(_ signs: some Collection<UInt8>, after before: Int) -> Int? {
        var rest = before
        for sign in signs {
            switch sign {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): rest = (rest * 10 + Int(sign) - 48) % 97
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): rest = (rest * 100 + Int(sign) - 55) % 97
            case UInt8(ascii: "a")...UInt8(ascii: "z"): rest = (rest * 100 + Int(sign) - 87) % 97
            default: return nil
            }
        }
        return rest
    }
}
