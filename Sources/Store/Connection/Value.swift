/// A value bound to a placeholder of a statement: what SQLite and PostgreSQL both hold.
///
/// Days, moments, money and hashes are stored as these; the schema says which is which.
public enum Value: Sendable, Hashable {
    case null
    case int(Int64)
    case text(String)
    case blob([UInt8])

    public init(_ int: Int64?) { self = int.map(Value.int) ?? .null }
    public init(_ text: String?) { self = text.map(Value.text) ?? .null }
    public init(_ blob: [UInt8]?) { self = blob.map(Value.blob) ?? .null }
}

extension Value: ExpressibleByIntegerLiteral, ExpressibleByStringInterpolation,
    ExpressibleByNilLiteral, ExpressibleByArrayLiteral
{
    public init(integerLiteral value: Int64) { self = .int(value) }
    public init(stringLiteral value: String) { self = .text(value) }
    public init(nilLiteral: ()) { self = .null }
    public init(arrayLiteral elements: UInt8...) { self = .blob(elements) }
}
