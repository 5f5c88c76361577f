/// The legal entity identifier (ISO 17442): 20 letters and digits, mod 97-10.
public enum LEI {
    public static func isValid(_ text: some StringProtocol) -> Bool {
        CheckDigits.signs(text).map { isValid(signs: $0) } ?? false
    }

    static func isValid(signs: some RandomAccessCollection<UInt8>) -> Bool {
        signs.count == 20 && signs.suffix(2).allSatisfy(ASCII.isDigit)
            && CheckDigits.mod97(signs) == 1
    }
}
