import Foundation
import Testing

/// Transcripts of the product at work: `$ acquit …` and what it prints, in a folder of its own.
///
/// A line `> name` begins a file, which ends at a line `<`. Below a command stands what it prints,
/// and `[exit 1]` where it does not end with 0. `GOLDEN=record` writes the transcripts anew; where
/// `$CI` is set it never does.
@Suite struct TranscriptTests {
    @Test(arguments: Transcript.all) func printsWhatIsWritten(name: String) throws {
        let transcript = try Transcript(name)
        let played = try transcript.play()
        if Environment.records {
            try transcript.write(played)
        } else {
            #expect(played == transcript.text, "\(name)")
        }
    }

    @Test func thereAreTranscripts() { #expect(Transcript.all.count >= 4) }
}

enum Environment {
    static let variables = ProcessInfo.processInfo.environment
    static var records: Bool { variables["GOLDEN"] == "record" && variables["CI"] == nil }

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static var binary: String {
        variables["ACQUIT_BINARY"] ?? root.appendingPathComponent(".build/release/acquit").path
    }
}

struct Transcript {
    static let folder = Environment.root.appendingPathComponent("Tests/EndToEndTests/Transcripts")

    static var all: [String] {
        let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        return (files ?? []).filter { $0.hasSuffix(".txt") }.sorted()
    }

    let name: String
    let text: String

    init(_ name: String) throws {
        self.name = name
        text = try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
    }

    func write(_ played: String) throws {
        try played.write(
            to: Self.folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }

    /// The transcript with what the product prints now.
    func play() throws -> String {
        guard FileManager.default.isExecutableFile(atPath: Environment.binary) else {
            throw Missing(description: "no product at \(Environment.binary): run ./test")
        }
        let place = FileManager.default.temporaryDirectory
            .appendingPathComponent("acquit-transcript-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: place) }
        var out: [String] = []
        var file: (name: String, lines: [String])?
        var isOutput = false
        for line in text.components(separatedBy: "\n") {
            if let open = file {
                out.append(line)
                if line == "<" {
                    let content = open.lines.joined(separator: "\n") + "\n"
                    try content.write(
                        to: place.appendingPathComponent(open.name), atomically: true,
                        encoding: .utf8)
                    file = nil
                } else {
                    file?.lines.append(line)
                }
            } else if line.hasPrefix("> ") {
                isOutput = false
                file = (String(line.dropFirst(2)), [])
                out.append(line)
            } else if line.hasPrefix("$ ") {
                isOutput = true
                out.append(line)
                out += try run(String(line.dropFirst(2)), in: place)
            } else if line.isEmpty || line.hasPrefix("#") || !isOutput {
                if line.isEmpty, isOutput, out.last == "" { continue }
                if line.hasPrefix("#") { isOutput = false }
                out.append(line)
            }
        }
        return out.joined(separator: "\n")
    }

    private func run(_ command: String, in place: URL) throws -> [String] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = [
            "-c", "acquit() { \"\(Environment.binary)\" \"$@\"; }; \(command) 2>&1",
        ]
        process.currentDirectoryURL = place
        process.environment = [
            "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "TZ": "UTC", "ACQUIT_ACTOR": "li",
            "ACQUIT_BOOKS": "acquit.db",
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        var lines = String(decoding: data, as: UTF8.self).components(separatedBy: "\n")
        // Blank lines part steps here, so those of the output are marked.
        while lines.last == "" { lines.removeLast() }
        lines = lines.map { $0.isEmpty ? "·" : $0 }
        if process.terminationStatus != 0 { lines.append("[exit \(process.terminationStatus)]") }
        return lines
    }

    struct Missing: Error, CustomStringConvertible { let description: String }
}
