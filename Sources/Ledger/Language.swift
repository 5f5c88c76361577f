/// The language people read: English or Chinese.
public enum Language: String, Sendable, CaseIterable {
    case en, zh

    /// `en` or `zh` in its own words.
    public func callAsFunction(_ en: String, _ zh: String) -> String { self == .en ? en : zh }
}
