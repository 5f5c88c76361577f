/// What must be known to decide one receipt by itself.
extension Matcher {
    /// The customers whose items the receipt may pay: those of the payer, known or resembling,
    /// itself first; at most so many.
    public func customers(for receipt: Remittance, atMost limit: Int = 400) -> [Int64] {
        guard let payer = read(receipt).payer.payer else { return [] }
        return book.group(of: payer, on: receipt.valueDate).prefix(limit)
            .compactMap { book.customer($0) }
    }
}

/// The words by which a company's name is looked for: the longest of what is left without its
/// legal form and places.
public enum NameWords {
    public static func of(_ name: String) -> [String] {
        let tokens = CompanyName(name).tokens.filter { $0.count > 2 }
        return tokens.sorted { $0.count > $1.count }.prefix(4)
            .map { String(decoding: $0, as: UTF8.self) }
    }
}
