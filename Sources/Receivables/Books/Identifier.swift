/// The number of one kind of thing in the books, unique in all of them: the entity's own number
/// times 10^12, plus a count that the entity never uses twice.
public struct Identifier<Of>: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let raw: Int64

    public init(_ raw: Int64) { self.raw = raw }

    /// Whose it is; 0 is the books as a whole.
    public var entity: Identifier<Entity> { Identifier<Entity>(raw / Identifiers.perEntity) }

    public static func < (a: Self, b: Self) -> Bool { a.raw < b.raw }
    public var description: String { "\(raw % Identifiers.perEntity)" }
}

/// How identifiers are made up.
public enum Identifiers {
    public static let perEntity: Int64 = 1_000_000_000_000
}
