import Foundation
import Testing

/// Files that tell one story, in lines that fit. The exceptions are a ratchet: they only shrink.
@Suite struct LengthRules {
    static let longest = 300

    /// Files that are longer, with the lines they may have at most, and why.
    static let longer: [String: (lines: Int, why: String)] = [:]

    @Test func filesAreShort() {
        var breaches: [String] = []
        for file in House.swift {
            let count = file.lines.count - (file.lines.last == "" ? 1 : 0)
            let limit = Self.longer[file.path]?.lines ?? Self.longest
            if count > limit { breaches.append("\(file.path): \(count) lines, at most \(limit)") }
            if let long = Self.longer[file.path], count <= Self.longest {
                breaches.append("\(file.path): \(count) lines; no exception (\(long.lines)) needed")
            }
        }
        let there = Set(House.swift.map(\.path))
        breaches += Self.longer.keys.filter { !there.contains($0) }.map { "\($0) is not there" }
        let reason = "A file tells one story, read from top to bottom once; make two of it."
        #expect(breaches.isEmpty, "\(report(reason, breaches.sorted()))")
    }

    static let widest = 100

    /// Comment lines beyond a hundred columns, by target: they only become
    /// fewer, and then so do these.
    static let wide: [String: Int] = [:]

    /// `swift format` sees to the code; comments and texts it leaves as they are.
    @Test func commentsFit() {
        var found: [String: [String]] = [:]
        for file in House.swift {
            for (index, line) in file.lines.enumerated() where line.count > Self.widest {
                guard line.drop(while: { $0 == " " }).hasPrefix("//") else { continue }
                let target = file.path.hasPrefix("Fuzz/") ? "Fuzz" : file.target
                found[target, default: []].append("\(file.path):\(index + 1): \(line.count)")
            }
        }
        for (target, places) in found.sorted(by: { $0.key < $1.key }) {
            let limit = Self.wide[target] ?? 0
            let reason = "\(target): a comment has 100 columns; at most \(limit) lines are wider."
            #expect(places.count <= limit, "\(report(reason, places))")
        }
    }

    @Test func linesEndClean() {
        var breaches: [String] = []
        for file in House.swift + House.documents {
            for (index, line) in file.lines.enumerated() {
                if line.hasSuffix(" ") || line.contains("\t") && file.path.hasSuffix(".swift") {
                    breaches.append("\(file.path):\(index + 1)")
                }
            }
            if !file.text.hasSuffix("\n") { breaches.append("\(file.path): no last line end") }
        }
        #expect(breaches.isEmpty, "\(report("No spaces at the end, no tabs.", breaches))")
    }
}
