/// The international creditor reference `RF18539007547034` (ISO 11649).
public enum ISO11649 {
    public static func isValid(_ text: some StringProtocol) -> Bool {
        CheckDigits.signs(text).map { isValid(signs: $0) } ?? false
    }

    /// `RF`, two check digits and `body`; nil unless the body is 1…21 letters and digits.
    public static func reference(for body: some StringProtocol) -> String? {
        guard let body = CheckDigits.signs(body), body.count <= 21,
            let rest = CheckDigits.mod97(body + Array("RF00".utf8))
        else { return nil }
        return "RF" + CheckDigits.text(CheckDigits.pair(98 - rest) + body)
    }

    static func isValid(signs: some RandomAccessCollection<UInt8>) -> Bool {
        guard (5...25).contains(signs.count), signs.starts(with: "RF".utf8),
            signs.dropFirst(2).prefix(2).allSatisfy(ASCII.isDigit)
        else { return false }
        return CheckDigits.mod97([signs.dropFirst(4), signs.prefix(4)].joined()) == 1
    }
}
