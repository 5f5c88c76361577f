/// A business rule says no: which, about which value, and who can lift it.
public struct Refusal: Error, Sendable, Equatable, CustomStringConvertible {
    /// The stable code: `exceeds-open`.
    public let code: String
    /// The offending value in words: `1,000.01 EUR, but 1,000.00 EUR is open`.
    public let value: String

    public init(code: String, _ value: String) {
        self.code = code
        self.value = value
    }

    public var en: String { "\(Self.text(code).en): \(value)" }
    public var zh: String { "\(Self.text(code).zh)：\(value)" }
    /// Who can lift it; nil where nobody can, and the request itself must change.
    public var liftedBy: Lifter? { Self.text(code).lift }

    public var description: String {
        "\(code): \(en)" + (liftedBy.map { " (can be lifted by: \($0.en))" } ?? "")
    }

    public enum Lifter: Sendable, CaseIterable {
        case masterData, treasury, controller, anotherPerson, billing

        public var en: String {
            switch self {
            case .masterData: "master data"
            case .treasury: "treasury"
            case .controller: "the controller"
            case .anotherPerson: "another person"
            case .billing: "billing"
            }
        }

        public var zh: String {
            switch self {
            case .masterData: "主数据"
            case .treasury: "资金部"
            case .controller: "财务主管"
            case .anotherPerson: "另一人"
            case .billing: "开票组"
            }
        }
    }
}

extension Command {
    /// The refusal for one of the command's own reasons.
    public func refusal(_ reason: Reason, _ value: String) -> Refusal {
        Refusal(code: reason.rawValue, value)
    }
}
