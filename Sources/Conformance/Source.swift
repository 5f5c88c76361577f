import Formats
import Foundation
import Post

/// One collection of third-party files with what others read in them.
protocol Source: Sendable {
    /// The folder's last name: `camt_genkgo`.
    static var folder: String { get }
    /// Where we read otherwise with good reason.
    static var accepted: [Accepted] { get }
    /// Reads every file of the folder, and holds it against its expectation.
    static func check(_ folder: Folder, _ result: inout Sum) throws
}

/// A difference that is right: what must hold of the two values, and why.
struct Accepted: Sendable {
    /// A file's name, or nil for any.
    let file: String?
    let field: String
    let reason: String
    let holds: @Sendable (_ ours: String, _ theirs: String) -> Bool

    init(
        _ file: String? = nil, _ field: String, _ reason: String,
        holds: @escaping @Sendable (_ ours: String, _ theirs: String) -> Bool
    ) {
        (self.file, self.field, self.reason, self.holds) = (file, field, reason, holds)
    }
}

/// What is the same in nothing but its reason.
extension Accepted {
    static func always(_ file: String, _ field: String, _ reason: String) -> Accepted {
        Accepted(file, field, reason) { _, _ in true }
    }
}

/// A folder of the corpus.
struct Folder: Sendable {
    let path: String
    /// What takes mails apart.
    var program = Program.itself

    /// Paths below the folder whose names end so, in their order.
    func files(_ endings: String...) -> [String] {
        guard let walk = FileManager.default.enumerator(atPath: path) else { return [] }
        var found: [String] = []
        while let name = walk.nextObject() as? String {
            if endings.contains(where: { name.hasSuffix($0) }) { found.append(name) }
        }
        return found.sorted()
    }

    func isFile(_ name: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path + "/" + name, isDirectory: &isFolder)
            && !isFolder.boolValue
    }

    func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)))
    }

    func json(_ name: String) throws -> Any {
        try JSONSerialization.jsonObject(with: Data(try bytes(name)))
    }
}

/// What has been found of one source so far.
struct Sum {
    private(set) var files = 0
    private(set) var read = 0
    /// Facts that an expectation names, and how many of them are read the same.
    private(set) var facts = 0
    private(set) var agreeing = 0
    private(set) var differences: [Difference] = []
    private let accepted: [Accepted]
    private var needed: Set<Int> = []

    init(_ accepted: [Accepted]) { self.accepted = accepted }

    /// A file, and whether it could be read; where not, why.
    mutating func file(_ name: String, _ findings: [Finding], isRead: Bool) {
        files += 1
        if isRead { read += 1 }
        if !isRead {
            let said = findings.first.map { "\($0.code) \($0.place): \($0.en)" } ?? "not read"
            differ(name, "file", said, "a file that others read")
        }
    }

    /// A fact, as we read it and as the expectation has it.
    mutating func fact(_ file: String, _ field: String, _ ours: String?, _ theirs: String?) {
        facts += 1
        if ours ?? "" == theirs ?? "" {
            agreeing += 1
            return
        }
        differ(file, field, ours ?? "", theirs ?? "")
    }

    private mutating func differ(_ file: String, _ field: String, _ ours: String, _ theirs: String)
    {
        let base = String(file.split(separator: "/").last ?? "")
        let name = String(field.split(separator: ".").last ?? "")
        let index = accepted.firstIndex {
            ($0.file == nil || $0.file == base) && ($0.field == field || $0.field == name)
                && $0.holds(ours, theirs)
        }
        if let index { needed.insert(index) }
        differences.append(
            Difference(
                file: file, field: field, ours: ours, theirs: theirs,
                reason: index.map { accepted[$0].reason }))
    }

    /// Reasons that no difference needs any more.
    var unneeded: [String] {
        accepted.indices.filter { !needed.contains($0) }.map { accepted[$0].reason }
    }
}

/// Where we read otherwise than expected.
public struct Difference: Sendable {
    public let file: String
    public let field: String
    public let ours: String
    public let theirs: String
    /// Why that is right; nil where it is a fault.
    public let reason: String?
}
