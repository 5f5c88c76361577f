import Foundation

/// A golden file: lines of text that a test must come to again, sorted, without clocks.
///
/// `GOLDEN=record swift test` writes them anew, to be read in the diff; never where `CI` is set.
public enum Golden {
    /// Nil where `lines` are those of the file; else what differs. The files of `MatchingTests` lie
    /// in `Tests/Golden/MatchingTests`.
    public static func difference(
        _ lines: [String], _ name: String, testFile: String = #filePath
    ) -> String? {
        let target = URL(fileURLWithPath: testFile).deletingLastPathComponent()
        let folder = target.deletingLastPathComponent().appendingPathComponent("Golden")
            .appendingPathComponent(target.lastPathComponent)
        let file = folder.appendingPathComponent(name)
        let found = lines.sorted()
        let environment = ProcessInfo.processInfo.environment
        if environment["GOLDEN"] == "record", environment["CI"] == nil {
            do {
                try FileManager.default.createDirectory(
                    at: folder, withIntermediateDirectories: true)
                let text = found.map { $0 + "\n" }.joined()
                try Data(text.utf8).write(to: file)
                return nil
            } catch { return "\(name) cannot be written: \(error)" }
        }
        guard let data = FileManager.default.contents(atPath: file.path) else {
            return "\(name) is not there; GOLDEN=record writes it"
        }
        let wanted = String(decoding: data, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
        return difference(found, wanted: wanted)
    }

    /// The lines that are there too often (`+`) or too seldom (`-`).
    public static func difference(_ found: [String], wanted: [String]) -> String? {
        if found == wanted { return nil }
        let changes = found.difference(from: wanted)
        let lines = changes.map { change in
            switch change {
            case .insert(_, let line, _): "+ " + line
            case .remove(_, let line, _): "- " + line
            }
        }
        return lines.joined(separator: "\n")
    }
}
