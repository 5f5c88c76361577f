import Glibc

/// The executable that does the confined tasks: this one, unless a test names the built product.
public struct Program: Sendable {
    public let path: String

    public init(path: String) { self.path = path }

    public static let itself = Program(path: "/proc/self/exe")

    /// Does `task` on `bytes`.
    func run(_ task: ConfinedTask, on bytes: UnsafeRawBufferPointer) -> ChildProcess.Output {
        task.process(path).run(bytes)
    }
}
