/// Two names as they are written, compared as companies' (domain.md §3.6).
public enum NameComparison: Sendable {
    case same
    /// They share a word that is more than a legal form.
    case alike
    case different

    public init(_ one: String, _ other: String) {
        let (one, other) = (CompanyName(one), CompanyName(other))
        if let hash = one.hash, hash == other.hash {
            self = .same
        } else if one.tokens.contains(where: { $0.count > 2 && other.tokens.contains($0) }) {
            self = .alike
        } else {
            self = .different
        }
    }
}
