/// What a row says in the columns that are not known, by the names that the file gives them.
public struct ExtractExtras: Hashable, Sendable {
    public let names: [String]
    /// One a name; empty where all are.
    public let values: [String]

    static let none = ExtractExtras(names: [], values: [])

    /// Nil where there is no such column, or nothing in it.
    public subscript(name: String) -> String? {
        guard let place = names.firstIndex(of: name), place < values.count else { return nil }
        return values[place].isEmpty ? nil : values[place]
    }
}
