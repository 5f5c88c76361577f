import Glibc

/// Shows people that long work goes on: one line on standard error that rewrites itself, only on a
/// terminal.
public struct Progress: Sendable {
    private let shows: Bool

    public static let silent = Progress(shows: false)
    public static var terminal: Progress { Progress(shows: isatty(2) == 1) }

    public func step(_ what: String, _ done: Int, of all: Int, _ detail: String = "") {
        if !shows { return }
        let width = 24
        let filled = all == 0 ? width : done * width / all
        let bar =
            String(repeating: "█", count: filled) + String(repeating: "·", count: width - filled)
        write("\r\u{1B}[K\(what) \(bar) \(done)/\(all) \(detail.prefix(40))")
    }

    public func say(_ what: String) {
        if shows { write("\r\u{1B}[K\(what)") }
    }

    public func end() {
        if shows { write("\r\u{1B}[K") }
    }

    private func write(_ text: String) {
        var text = text
        text.withUTF8 { _ = Glibc.write(2, $0.baseAddress, $0.count) }
    }
}
