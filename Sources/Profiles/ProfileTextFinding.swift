import Formats

/// What is wrong with the text of a profile. All of it is an error: a profile that is half
/// understood reads money wrongly.
public enum ProfileTextFinding: String, FindingKind {
    case notYAML = "profile-text-not-yaml"
    case tooLong = "profile-text-too-long"
    case keyUnknown = "profile-text-key-unknown"
    case keyMissing = "profile-text-key-missing"
    case valueWrong = "profile-text-value-wrong"
    case nameTwice = "profile-text-name-twice"

    public var severity: Finding.Severity { .error }
    public var en: String { texts.en }
    public var zh: String { texts.zh }

    private var texts: (en: String, zh: String) {
        switch self {
        case .notYAML: ("the text is no YAML", "文本不是有效的 YAML")
        case .tooLong: ("a profile has at most 256 KiB", "配置文件不得超过 256 KiB")
        case .keyUnknown: ("a profile has no such key", "配置中没有这个键")
        case .keyMissing: ("the profile lacks this key", "配置缺少这个键")
        case .valueWrong: ("this cannot be the value of the key", "该键不能取此值")
        case .nameTwice: ("two profiles have this name", "两个配置同名")
        }
    }
}
