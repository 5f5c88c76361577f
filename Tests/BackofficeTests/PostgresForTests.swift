import Foundation
import Store
import StorePostgres

/// What the tests read of the environment.
enum ProcessEnvironment {
    /// The address of a private server, which `./test` starts.
    static var postgres: String? { ProcessInfo.processInfo.environment["ACQUIT_TEST_POSTGRES"] }
}

/// Databases of the private server, a new one for each test.
enum PostgresForTests {
    private static let counter = Counter()

    static func fresh() throws -> String {
        let server = ProcessEnvironment.postgres ?? ""
        let name = "acquit_\(ProcessInfo.processInfo.processIdentifier)_\(counter.next())"
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["psql", server, "-qc", "CREATE DATABASE \(name)"]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard let slash = server.lastIndex(of: "/") else { return server }
        return server[...slash] + name
    }

    private final class Counter: @unchecked Sendable {
        private let lock = NSLock()
        private var count = 0

        func next() -> Int {
            lock.lock()
            defer { lock.unlock() }
            count += 1
            return count
        }
    }
}
