/// Runs works that do not depend on each other, in their order or at once: which, is for the caller
/// to say, who has the threads. Returns when all are done.
public typealias AtOnce = ([@Sendable () -> Void]) -> Void

/// A value that one of several works makes, and that is taken when all are done.
final class Later<Value>: @unchecked Sendable {
    private let making: @Sendable () -> Value
    private var value: Value?

    init(_ making: @escaping @Sendable () -> Value) { self.making = making }

    func make() { value = making() }

    func take() -> Value {
        guard let value else { preconditionFailure("a work that was to be done was not") }
        self.value = nil
        return value
    }
}
