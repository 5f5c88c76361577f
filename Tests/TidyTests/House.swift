import Foundation

/// The tree that the rules are held against: its files, read once, with their lines.
struct House {
    struct File {
        /// From the root of the package: `Sources/Ledger/Money.swift`.
        let path: String
        let text: String
        let lines: [Substring]

        /// `Ledger` of `Sources/Ledger/Money.swift`.
        var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
    }

    /// Where something is said that a rule forbids.
    struct Place: CustomStringConvertible {
        let file: File
        let line: Int

        var description: String {
            "\(file.path):\(line): "
                + file.lines[line - 1].trimmingCharacters(in: .whitespaces).prefix(90)
        }
    }

    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    static let sources = files(under: ["Sources"], ending: ".swift")
    static let tests = files(under: ["Tests"], ending: ".swift")
    static let fuzz = files(under: ["Fuzz"], ending: ".swift")
    /// The rules name what they forbid, so they are not held against themselves.
    static let swift = (sources + tests + fuzz).filter { $0.target != "TidyTests" }
    static let documents = files(under: ["docs", "."], ending: ".md")

    static func read(_ path: String) -> String? {
        try? String(contentsOfFile: root + "/" + path, encoding: .utf8)
    }

    /// Folders are searched through, but `.` names the files of the root alone.
    private static func files(under folders: [String], ending: String) -> [File] {
        var paths: [String] = []
        for folder in folders {
            let here = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
            let deep = FileManager.default.enumerator(atPath: root + "/" + folder)
            let names = folder == "." ? here : (deep?.compactMap { $0 as? String } ?? [])
            for name in names where name.hasSuffix(ending) {
                paths.append(folder == "." ? name : folder + "/" + name)
            }
        }
        return paths.sorted().compactMap { path in
            read(path).map { text in
                File(
                    path: path, text: text,
                    lines: text.split(separator: "\n", omittingEmptySubsequences: false))
            }
        }
    }
}

extension House.File {
    /// A line without its comment: `//` ends the code unless it stands in a text (`postgres://`).
    func code(_ line: Int) -> Substring {
        let whole = lines[line - 1]
        var inText = false
        var last: UInt8 = 0
        for index in whole.utf8.indices {
            let byte = whole.utf8[index]
            if byte == UInt8(ascii: "\""), last != UInt8(ascii: "\\") { inText.toggle() }
            if byte == UInt8(ascii: "/"), last == byte, !inText {
                return whole[..<whole.utf8.index(before: index)]
            }
            last = byte
        }
        return whole
    }

    /// The lines where `pattern` is found, in what is code or, `inComments`, anywhere.
    func places(of pattern: NSRegularExpression, inComments: Bool = false) -> [House.Place] {
        let whole = NSRange(location: 0, length: text.utf16.count)
        if pattern.firstMatch(in: text, range: whole) == nil { return [] }
        return lines.indices.compactMap { index in
            let said = String(inComments ? lines[index] : code(index + 1))
            let range = NSRange(location: 0, length: said.utf16.count)
            let found = pattern.firstMatch(in: said, range: range) != nil
            return found ? House.Place(file: self, line: index + 1) : nil
        }
    }
}

/// One fact to a line, under the reason of the rule.
func report(_ reason: String, _ breaches: [String]) -> String {
    reason + breaches.map { "\n  " + $0 }.joined()
}
