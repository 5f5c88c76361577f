import Foundation

/// Not what is read, but that reading ends: files of the sources, damaged.
extension Conformance {
    public struct Mutations: Sendable {
        public let source: String
        /// Files that a reader of this process recognises.
        public let files: Int
        /// Damaged files that were read.
        public let mutations: Int
        /// The longest that one of them took.
        public let slowest: Duration
        /// Those that took longer than the limit: `file, mutation 7: 2300 ms`.
        public let slow: [String]
        /// The most memory that this process has had until then, in bytes.
        public let peak: Int
        public let time: Duration
    }

    /// What a damaged file may take.
    public static let mutationLimit = Duration.seconds(1)

    /// Each file of the sources found at `path` and below, damaged in `count` ways that are the
    /// same each time; read by the reader that recognises the file, and where another recognises
    /// what became of it by that one as well. `progress` is told each file before it is read, since
    /// one that stops the reader stops this process.
    public static func mutate(
        _ path: String, count: Int, limit: Duration = mutationLimit,
        progress: (String) -> Void = { _ in }
    ) throws -> [Mutations] {
        var results: [Mutations] = []
        for source in sources {
            for place in find(source.folder, below: path) {
                let folder = Folder(path: place)
                results.append(
                    try mutate(source.folder, folder, count, limit, progress))
            }
        }
        return results
    }

    private static func mutate(
        _ source: String, _ folder: Folder, _ count: Int, _ limit: Duration,
        _ progress: (String) -> Void
    ) throws -> Mutations {
        let clock = ContinuousClock()
        let start = clock.now
        var (files, mutations, slowest, slow) = (0, 0, Duration.zero, [String]())
        for name in folder.files("") where folder.isFile(name) {
            progress("\(source)/\(name)")
            let bytes = try folder.bytes(name)
            let own = bytes.withUnsafeBytes { DamagedReading(recognising: $0) }
            if own != nil { files += 1 }
            for number in 0..<count {
                let damaged = Mutation(number: number).damage(bytes)
                let time = clock.measure {
                    mutations += damaged.withUnsafeBytes { damaged in
                        let readers = Set([own, DamagedReading(recognising: damaged)])
                        for reader in readers { reader?.read(damaged) }
                        return readers == [nil] ? 0 : 1
                    }
                }
                slowest = max(slowest, time)
                if time > limit {
                    slow.append("\(name), mutation \(number): \(Int(time / .milliseconds(1))) ms")
                }
            }
        }
        return Mutations(
            source: source, files: files, mutations: mutations, slowest: slowest, slow: slow,
            peak: peakMemory, time: clock.now - start)
    }

    private static var peakMemory: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss << 10
    }
}
