import Formats
import Foundation
import Post

/// Holds what Acquit reads of third-party files against what is known of them.
public enum Conformance {
    /// What was found of one source.
    public struct Result: Sendable {
        public let source: String
        public let files: Int
        public let read: Int
        /// Facts that expectations name; 0 where the source has none.
        public let facts: Int
        public let agreeing: Int
        public let differences: [Difference]
        /// Reasons for differences that are none any more.
        public let unneeded: [String]
        public let time: Duration

        public var faults: [Difference] { differences.filter { $0.reason == nil } }
    }

    static let sources: [any Source.Type] = [
        BAI2Samples.self,
        CamtGenkgo.self,
        TablesChina.self,
        OFXConverted.self,
        TablesWest.self,
        LockboxBAI.self,
        MT940Wolph.self,
        NACHAMoov.self,
        OFXParse.self,
        PainCorpus.self,
        MailPython.self,
        MailStalwart.self,
    ]

    /// The sources found at `path` and below, each in turn; `progress` is told its name. Mails are
    /// taken apart by `program`.
    public static func run(
        _ path: String, program: Program = .itself, progress: (String) -> Void = { _ in }
    ) throws -> [Result] {
        try run(path, sources, program, progress)
    }

    static func run(
        _ path: String, _ sources: [any Source.Type], _ program: Program,
        _ progress: (String) -> Void = { _ in }
    ) throws -> [Result] {
        var results: [Result] = []
        for source in sources {
            for folder in find(source.folder, below: path) {
                progress(source.folder)
                results.append(try run(source, Folder(path: folder, program: program)))
            }
        }
        return results
    }

    private static func run(_ source: any Source.Type, _ folder: Folder) throws -> Result {
        var sum = Sum(source.accepted)
        let clock = ContinuousClock()
        let start = clock.now
        try source.check(folder, &sum)
        return Result(
            source: source.folder, files: sum.files, read: sum.read, facts: sum.facts,
            agreeing: sum.agreeing, differences: sum.differences, unneeded: sum.unneeded,
            time: clock.now - start)
    }

    /// The folder itself, or those of that name up to three levels below.
    static func find(_ name: String, below path: String, depth: Int = 0) -> [String] {
        if path.hasSuffix(name),
            path.split(separator: "/").suffix(name.split(separator: "/").count)
                .joined(separator: "/") == name
        {
            return [path]
        }
        var isFolder: ObjCBool = false
        let there = FileManager.default.fileExists(
            atPath: path + "/" + name, isDirectory: &isFolder)
        if there, isFolder.boolValue { return [path + "/" + name] }
        guard depth < 3,
            let inside = try? FileManager.default.contentsOfDirectory(atPath: path)
        else { return [] }
        return inside.sorted().flatMap { child -> [String] in
            let below = path + "/" + child
            guard FileManager.default.fileExists(atPath: below, isDirectory: &isFolder),
                isFolder.boolValue
            else { return [] }
            return find(name, below: below, depth: depth + 1)
        }
    }
}

/// Reads a bank file whole, and says whether it could be read without an error.
func readStatements(
    _ bytes: [UInt8], with reader: some StatementReader
) -> (file: BankFile, findings: [Finding]) {
    let parsed = readBankFile(bytes, with: reader)
    return (parsed.document, parsed.findings)
}

extension [Finding] {
    var hasErrors: Bool { contains { $0.severity == .error } }
}
