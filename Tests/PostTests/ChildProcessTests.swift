import Post
import Testing

/// Programs that misbehave: each ends, and it is said how.
@Suite struct ChildProcessTests {
    private func run(
        _ script: String, input: [UInt8] = [], seconds: Int32 = 10, output: Int = 1 << 20
    ) -> ChildProcess.Output {
        var process = ChildProcess(path: "/bin/sh", arguments: ["-c", script])
        process.timeLimit = seconds * 1000
        process.outputLimit = output
        return input.withUnsafeBytes { process.run($0) }
    }

    @Test func bytesGoThrough() {
        let input = [UInt8](repeating: 0x61, count: 8 << 20)
        let output = run("cat", input: input, output: 16 << 20)
        #expect(output.ending == .exited(0) && output.bytes == input)
    }

    @Test func whatItSaysOfItsFailure() {
        let output = run("echo why >&2; yes | head -c 100000 >&2; exit 7")
        #expect(output.ending == .exited(7) && output.bytes == [])
        #expect(output.error.starts(with: Array("why\n".utf8)) && output.error.count <= 4096)
    }

    /// It neither reads nor ends its output, so that waiting for either would be for ever.
    @Test func timeLimit() {
        let input = [UInt8](repeating: 0, count: 4 << 20)
        #expect(run("sleep 60", input: input, seconds: 1).ending == .timeLimit)
        #expect(run("exec >&- 2>&-; sleep 60", seconds: 1).ending == .timeLimit)
    }

    @Test func itsChildrenEndWithIt() {
        #expect(run("sleep 60 & sleep 60 & echo here; wait", seconds: 1).ending == .timeLimit)
        #expect(run("(exec >&- 2>&-; sleep 60) & exit 3").ending == .exited(3))
    }

    @Test func outputLimit() {
        let output = run("yes", output: 100_000)
        #expect(output.ending == .outputLimit)
    }

    @Test func aReaderThatGoesIsNoEndOfOurs() {
        let output = run("exit 0", input: [UInt8](repeating: 0, count: 4 << 20))
        #expect(output.ending == .exited(0))
    }

    @Test func signals() {
        #expect(run("kill -SEGV $$").ending == .killed(signal: 11))
    }

    @Test func whatIsNotThere() {
        let process = ChildProcess(path: "/nowhere/acquit", arguments: [])
        let output = [UInt8]().withUnsafeBytes { process.run($0) }
        #expect(output.ending == .notStarted(2))
    }

    /// Nothing of this process is left to it.
    @Test func environmentAndFiles() {
        let output = run("env | cut -d= -f1 | sort; pwd; ls /proc/self/fd | wc -l")
        let lines = String(decoding: output.bytes, as: UTF8.self).split(separator: "\n")
        #expect(lines == ["LANG", "PATH", "PWD", "SWIFT_BACKTRACE", "/", "4"])
    }
}
