import Glibc
import Store

/// A program of PostgreSQL's own, run to its end.
enum Child {
    /// The exit status, and what the program said on both of its outputs, up to 1 MiB.
    static func run(
        _ program: String, _ arguments: [String], _ settings: [String: String]
    ) throws(Fault) -> (status: Int32, words: String) {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw Files.fault(program) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[0]) }

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO)

        var words = ([program] + arguments).map { strdup($0) } + [nil]
        var environment = inherited(except: settings).map { strdup($0) } + [nil]
        environment.insert(contentsOf: settings.map { strdup("\($0)=\($1)") }, at: 0)
        defer { (words + environment).forEach { free($0) } }

        var child: pid_t = 0
        let spawned = posix_spawnp(&child, program, &actions, nil, &words, &environment)
        close(ends[1])
        guard spawned == 0 else {
            throw Fault.other(code: program, reason: String(cString: strerror(spawned)))
        }
        let said = read(to: ends[0])
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 && errno == EINTR {}
        let isExit = status & 0x7f == 0
        return (isExit ? status >> 8 & 0xff : 128 + status & 0x7f, said)
    }

    private static func inherited(except settings: [String: String]) -> [String] {
        var lines: [String] = []
        var entry = environ
        while let line = entry.pointee {
            let text = String(cString: line)
            if settings[String(text.prefix { $0 != "=" })] == nil { lines.append(text) }
            entry += 1
        }
        return lines
    }

    private static func read(to end: Int32) -> String {
        var all: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 4096)
        while true {
            let got = Glibc.read(end, &block, block.count)
            if got < 0 && errno == EINTR { continue }
            if got <= 0 { return String(decoding: all, as: UTF8.self) }
            if all.count < 1 << 20 { all += block[..<got] }
        }
    }
}
