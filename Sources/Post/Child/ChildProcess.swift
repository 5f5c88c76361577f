private import CProcess
import Glibc

/// A program that is fed bytes and answers with bytes, within limits of time and output; for what
/// is not trusted enough to run inside of this one.
///
/// It begins in a process group of its own, in `/`, with nothing of the environment and no open
/// file but its three pipes, and the whole group is killed when it is over, however it is over.
/// Limits of memory and processor time are its own affair: see ``ConfinedTask``.
package struct ChildProcess {
    package var path: String
    package var arguments: [String]
    /// Milliseconds until it is killed.
    package var timeLimit: Int32 = 20_000
    /// Bytes of standard output until it is killed.
    package var outputLimit = 64 << 20

    /// Enough for the sentence with which a program says why it failed.
    static let errorLimit = 4 << 10

    package init(path: String, arguments: [String]) {
        self.path = path
        self.arguments = arguments
    }

    package enum Ending: Equatable, Sendable {
        case exited(Int32)
        case killed(signal: Int32)
        case timeLimit, outputLimit
        /// It could not be started; the error number of the system.
        case notStarted(Int32)
    }

    package struct Output: Sendable {
        package var bytes: [UInt8] = []
        package var error: [UInt8] = []
        package var ending: Ending
    }

    /// Runs it to its end, `input` on its standard input.
    package func run(_ input: UnsafeRawBufferPointer) -> Output {
        do throws(StartFailure) {
            var pipes = try ChildPipes()
            let process = try start(pipes)
            pipes.closeFarEnds()
            let descriptor = pidfd_open(process, 0)
            var talk = ChildTalk(
                pipes, end: descriptor, outputLimit: outputLimit, timeLimit: timeLimit)
            let cut = talk.run(input)
            // The group, before its leader's number is given back.
            kill(-process, SIGKILL)
            var status: Int32 = 0
            while waitpid(process, &status, 0) < 0, errno == EINTR {}
            if descriptor >= 0 { close(descriptor) }
            return Output(
                bytes: talk.output, error: talk.error, ending: cut ?? Self.ending(status))
        } catch {
            return Output(ending: .notStarted(error.number))
        }
    }

    private static func ending(_ status: Int32) -> Ending {
        let signal = status & 0x7F
        return signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal: signal)
    }

    private func start(_ pipes: borrowing ChildPipes) throws(StartFailure) -> pid_t {
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        posix_spawn_file_actions_adddup2(&files, pipes.input.far, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&files, pipes.output.far, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&files, pipes.error.far, STDERR_FILENO)
        posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1)
        posix_spawn_file_actions_addchdir_np(&files, "/")

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(
            &attributes,
            Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        var process: pid_t = 0
        let failure = withStrings([path] + arguments) { words in
            withStrings(Self.environment) { environment in
                posix_spawn(&process, path, &files, &attributes, words, environment)
            }
        }
        if failure != 0 { throw StartFailure(number: failure) }
        return process
    }

    /// A crash is told by its signal; the backtracer of Swift would only take its time.
    private static let environment = [
        "PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8", "SWIFT_BACKTRACE=enable=no",
    ]
}

struct StartFailure: Error {
    let number: Int32
}

/// The strings as C has them, with a null at the end.
func withStrings<Result>(
    _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
    var copies = strings.map { strdup($0) } + [nil]
    defer { for copy in copies { free(copy) } }
    return copies.withUnsafeMutableBufferPointer { copies in
        guard let start = copies.baseAddress else {
            preconditionFailure("an array of one at least")
        }
        return body(start)
    }
}
