import Glibc

/// Writes to a child and reads from it, whatever it does first, until it has ended or a limit is
/// passed. It waits for all of them at once, so that neither side can stop the other.
struct ChildTalk: ~Copyable {
    private(set) var output: [UInt8] = []
    private(set) var error: [UInt8] = []
    private var pipes: ChildPipes
    private let end: Int32
    private let outputLimit: Int
    private let deadline: Int64
    private var sent = 0
    private var isOpen = (output: true, error: true)
    private var isRunning: Bool
    private let room: UnsafeMutableRawBufferPointer

    /// - Parameter end: a descriptor that can be read once the child has ended.
    init(_ pipes: consuming ChildPipes, end: Int32, outputLimit: Int, timeLimit: Int32) {
        self.pipes = pipes
        self.end = end
        self.outputLimit = outputLimit
        deadline = Self.now + Int64(timeLimit)
        room = .allocate(byteCount: 64 << 10, alignment: 16)
        isRunning = end >= 0
    }

    deinit { room.deallocate() }

    private var isOver: Bool { !isRunning && !isOpen.output && !isOpen.error }

    /// The limit that was passed; nil where the child ended by itself.
    mutating func run(_ input: UnsafeRawBufferPointer) -> ChildProcess.Ending? {
        if input.isEmpty { pipes.closeInput() }
        while !isOver {
            let left = deadline - Self.now
            guard left > 0 else { return .timeLimit }
            // A descriptor below zero is passed over.
            var waiting = [
                pollfd(fd: pipes.input.near, events: Int16(POLLOUT), revents: 0),
                pollfd(
                    fd: isOpen.output ? pipes.output.near : -1, events: Int16(POLLIN), revents: 0),
                pollfd(fd: isOpen.error ? pipes.error.near : -1, events: Int16(POLLIN), revents: 0),
                pollfd(fd: isRunning ? end : -1, events: Int16(POLLIN), revents: 0),
            ]
            if poll(&waiting, nfds_t(waiting.count), Int32(clamping: left)) < 0, errno != EINTR {
                return .timeLimit
            }
            if waiting[0].revents != 0 { write(input) }
            if waiting[1].revents != 0 {
                isOpen.output = Self.read(pipes.output.near, room, into: &output)
            }
            if waiting[2].revents != 0 {
                isOpen.error = Self.read(pipes.error.near, room, into: &error)
                if error.count > ChildProcess.errorLimit {
                    error.removeLast(error.count - ChildProcess.errorLimit)
                }
            }
            if output.count > outputLimit { return .outputLimit }
            if waiting[3].revents != 0 { isRunning = false }
        }
        return nil
    }

    private mutating func write(_ input: UnsafeRawBufferPointer) {
        let rest = UnsafeRawBufferPointer(rebasing: input[sent...])
        let count = send(pipes.input.near, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
        if count > 0 { sent += count }
        let isBroken = count < 0 && errno != EAGAIN && errno != EINTR
        if sent == input.count || isBroken { pipes.closeInput() }
    }

    /// False at the end.
    private static func read(
        _ descriptor: Int32, _ room: UnsafeMutableRawBufferPointer, into bytes: inout [UInt8]
    ) -> Bool {
        let count = Glibc.read(descriptor, room.baseAddress, room.count)
        if count > 0 { bytes.append(contentsOf: room[..<count]) }
        return count > 0 || count < 0 && (errno == EAGAIN || errno == EINTR)
    }

    /// Milliseconds of a clock that nobody sets.
    private static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
