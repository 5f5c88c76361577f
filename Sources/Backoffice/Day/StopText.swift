import Matching

/// Why a receipt was not applied by itself, in words, by the matcher's own texts.
public enum StopText {
    public static func of(_ code: String, _ language: Language) -> String {
        guard let stop = Stop(rawValue: code) else { return code }
        return language(stop.en, stop.zh)
    }
}
