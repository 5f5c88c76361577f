import Glibc

/// The three pipes to a child, each with the end that stays here and the one that goes to it.
///
/// They are pairs of sockets, since writing to one whose reader has gone can be told by an error
/// alone: a pipe would send a signal to the whole process.
struct ChildPipes: ~Copyable {
    struct Pair {
        var near: Int32
        var far: Int32
    }

    private(set) var input: Pair
    private(set) var output: Pair
    private(set) var error: Pair

    init() throws(StartFailure) {
        var made: [Pair] = []
        for _ in 0..<3 {
            var ends: [Int32] = [-1, -1]
            let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
            guard socketpair(AF_UNIX, type, 0, &ends) == 0 else {
                let number = errno
                for pair in made { Self.close(pair) }
                throw StartFailure(number: number)
            }
            // The near end never waits; the far end is an ordinary one.
            _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
            made.append(Pair(near: ends[0], far: ends[1]))
        }
        (input, output, error) = (made[0], made[1], made[2])
    }

    deinit {
        for pair in [input, output, error] { Self.close(pair) }
    }

    /// They are the child's now.
    mutating func closeFarEnds() {
        for pair in [input, output, error] where pair.far >= 0 { Glibc.close(pair.far) }
        (input.far, output.far, error.far) = (-1, -1, -1)
    }

    mutating func closeInput() {
        if input.near >= 0 { Glibc.close(input.near) }
        input.near = -1
    }

    private static func close(_ pair: Pair) {
        if pair.near >= 0 { Glibc.close(pair.near) }
        if pair.far >= 0 { Glibc.close(pair.far) }
    }
}
