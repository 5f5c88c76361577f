import Glibc

/// Parts of a long work, made on a thread of their own a few ahead of the one who uses them.
///
/// They are asked for by their place, so that a transaction that runs again from its start gets the
/// same ones again, and are kept until they are let go.
final class PartsAhead<Part: Sendable>: @unchecked Sendable {
    private let monitor = Monitor()
    private let ahead: Int
    private var parts: [Int: Part] = [:]
    private var made = 0
    private var wanted = 0
    private var isStopped = false
    private var isOver = false
    private var failure: (any Error)?

    /// `make` gives each part as it is ready, and ends when it is told that no more are wanted.
    init(ahead: Int, _ make: @escaping @Sendable ((Part) -> Bool) throws -> Void) {
        self.ahead = ahead
        Worker.start { [self] in
            do {
                try make(give)
                end(nil)
            } catch {
                end(error)
            }
        }
    }

    /// The part at `place`, waited for until it is made; nil behind the last one.
    func part(_ place: Int) throws -> Part? {
        monitor.lock()
        defer { monitor.unlock() }
        wanted = max(wanted, place)
        monitor.announce()
        while parts[place] == nil, !isOver { monitor.wait() }
        if let part = parts[place] { return part }
        if let failure { throw failure }
        return nil
    }

    func letGo(before place: Int) {
        monitor.lock()
        defer { monitor.unlock() }
        for old in parts.keys where old < place { parts[old] = nil }
    }

    /// No more parts are wanted. Returns when the thread has ended its work.
    func stop() {
        monitor.lock()
        defer { monitor.unlock() }
        isStopped = true
        monitor.announce()
        while !isOver { monitor.wait() }
    }

    private func give(_ part: Part) -> Bool {
        monitor.lock()
        defer { monitor.unlock() }
        parts[made] = part
        made += 1
        monitor.announce()
        while made > wanted + ahead, !isStopped { monitor.wait() }
        return !isStopped
    }

    private func end(_ error: (any Error)?) {
        monitor.lock()
        defer { monitor.unlock() }
        failure = error
        isOver = true
        monitor.announce()
    }
}

extension PartsAhead<Void> {
    /// Runs the first of some works here and the others beside it, and waits for all.
    static func atOnce(_ works: [@Sendable () -> Void]) {
        let others = works.dropFirst()
        let beside = PartsAhead(ahead: 0) { _ in for work in others { work() } }
        works.first?()
        beside.stop()
    }
}

/// A lock on which threads can wait until another announces a change.
private final class Monitor {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init() {
        mutex.initialize(to: pthread_mutex_t())
        changed.initialize(to: pthread_cond_t())
        precondition(pthread_mutex_init(mutex, nil) == 0 && pthread_cond_init(changed, nil) == 0)
    }

    deinit {
        pthread_cond_destroy(changed)
        pthread_mutex_destroy(mutex)
        changed.deallocate()
        mutex.deallocate()
    }

    func lock() { pthread_mutex_lock(mutex) }
    func unlock() { pthread_mutex_unlock(mutex) }
    func wait() { pthread_cond_wait(changed, mutex) }
    func announce() { pthread_cond_broadcast(changed) }
}

/// A thread that does one work and ends.
private final class Worker {
    private let work: @Sendable () -> Void

    private init(_ work: @escaping @Sendable () -> Void) { self.work = work }

    static func start(_ work: @escaping @Sendable () -> Void) {
        var thread = pthread_t()
        let failure = pthread_create(
            &thread, nil,
            { worker in
                Unmanaged<Worker>.fromOpaque(worker!).takeRetainedValue().work()
                return nil
            }, Unmanaged.passRetained(Worker(work)).toOpaque())
        precondition(failure == 0, "no thread: \(failure)")
        pthread_detach(thread)
    }
}
