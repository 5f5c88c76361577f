/// The international bank account number (ISO 13616): mod 97-10. China, the USA and Canada have
/// none.
public enum IBAN {
    public static func isValid(_ text: some StringProtocol) -> Bool {
        CheckDigits.signs(text).map { isValid(signs: $0) } ?? false
    }

    /// The check digits for a country and its basic account number.
    public static func checkDigits(
        country: some StringProtocol, account: some StringProtocol
    ) -> String? {
        guard let country = CheckDigits.signs(country), country.count == 2,
            country.allSatisfy(ASCII.isCapital), let account = CheckDigits.signs(account),
            let rest = CheckDigits.mod97(account + country + Array("00".utf8))
        else { return nil }
        return CheckDigits.text(CheckDigits.pair(98 - rest))
    }

    static func isValid(signs: some RandomAccessCollection<UInt8>) -> Bool {
        guard (15...34).contains(signs.count), signs.prefix(2).allSatisfy(ASCII.isCapital),
            signs.dropFirst(2).prefix(2).allSatisfy(ASCII.isDigit)
        else { return false }
        return CheckDigits.mod97([signs.dropFirst(4), signs.prefix(4)].joined()) == 1
    }
}
