/// A value that most documents leave as it begins: one pointer for all of it until something is
/// said, so that what is copied by the million stays small.
public struct Rare<Value: Blank>: Sendable, Equatable {
    /// Nil as long as nothing is said; else the one value.
    private var said: [Value]?

    public init() {}

    public var value: Value {
        get { said?.first ?? Value() }
        _modify {
            var values = said ?? [Value()]
            said = nil
            defer { said = values }
            yield &values[0]
        }
    }

    public static func == (a: Self, b: Self) -> Bool {
        a.said == nil && b.said == nil || a.value == b.value
    }
}

/// What can begin with nothing said.
public protocol Blank: Sendable, Equatable { init() }
