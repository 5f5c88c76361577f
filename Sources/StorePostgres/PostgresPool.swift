import Dispatch
import Store
import Synchronization

/// A few connections to the server, each lent to one thread at a time.
final class PostgresPool: Sendable {
    let address: PostgresAddress
    private let places: DispatchSemaphore
    private let idle = Mutex<[PostgresSession]?>([])

    init(_ address: PostgresAddress, size: Int) {
        self.address = address
        places = DispatchSemaphore(value: size)
    }

    /// Lends a connection for one transaction, which `begin` opens. A connection that lay idle
    /// while the server restarted fails there, before anything was asked of it, and another is
    /// taken.
    func lend<T>(_ begin: String, _ body: (PostgresSession) throws -> T) throws -> T {
        guard places.wait(timeout: .now() + 30) == .success else {
            throw Fault.busy(address: address.shown, holder: "our own connections")
        }
        defer { places.signal() }
        let session = try begun(begin)
        defer { giveBack(session) }
        return try body(session)
    }

    private func begun(_ begin: String) throws(Fault) -> PostgresSession {
        while let session = try takeIdle() {
            do {
                try session.execute(begin)
                return session
            } catch .unreachable {
                continue
            }
        }
        let session = try PostgresSession(address)
        try session.execute(begin)
        return session
    }

    private func takeIdle() throws(Fault) -> PostgresSession? {
        let (session, isClosed) = idle.withLock { ($0?.popLast(), $0 == nil) }
        if isClosed {
            throw Fault.unreachable(address: address.shown, reason: "the books are closed")
        }
        return session
    }

    private func giveBack(_ session: PostgresSession) {
        guard session.isUsable else { return }
        idle.withLock { $0?.append(session) }
    }

    func close() { idle.withLock { $0 = nil } }
}
