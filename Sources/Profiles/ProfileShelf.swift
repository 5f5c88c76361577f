import Formats
import Glibc

/// The profiles that are there: those built in, those of the folder `$ACQUIT_PROFILES`, those of
/// files that are named. A later one takes the place of an earlier one of the same name.
public struct ProfileShelf: Sendable {
    public private(set) var profiles: [BankProfile]
    public private(set) var findings: [Finding] = []
    private var texts: [String: String] = [:]

    /// The built-in profiles alone.
    public static let builtIn: ProfileShelf = {
        var shelf = ProfileShelf(profiles: [])
        for text in BuiltInProfiles.texts { shelf.add(text, file: "built in") }
        return shelf
    }()

    /// Also those of `files` and of the folder that the environment names. A file that cannot be
    /// read throws what the system says.
    public static func standard(files: [String] = []) throws(Unreadable) -> ProfileShelf {
        var shelf = builtIn
        var paths: [String] = []
        if let folder = getenv("ACQUIT_PROFILES") {
            paths = try list(String(cString: folder))
        }
        for path in paths + files { shelf.add(try text(path), file: path) }
        return shelf
    }

    public func profile(named name: String) -> BankProfile? {
        profiles.first { $0.name == name }
    }

    /// The text that a profile was read from.
    public func text(of name: String) -> String? { texts[name] }

    public struct Unreadable: Error {
        public let path: String
        public let reason: String
    }

    init(profiles: [BankProfile]) { self.profiles = profiles }

    private mutating func add(_ text: String, file: String) {
        let parsed = ProfileText.read(text, file: file)
        findings += parsed.findings
        let documents = text.split(separator: "\n---\n").map(String.init)
        var names: Set<String> = []
        for profile in parsed.document {
            guard names.insert(profile.name).inserted else {
                findings.append(
                    Finding(ProfileTextFinding.nameTwice, at: profile.name, value: profile.name))
                continue
            }
            let line = "name: " + profile.name
            texts[profile.name] =
                documents.first { $0.split(separator: "\n").contains { $0 == line } } ?? text
            if let same = profiles.firstIndex(where: { $0.name == profile.name }) {
                profiles[same] = profile
            } else {
                profiles.append(profile)
            }
        }
    }

    /// The profiles of a folder, by name; hidden files and others are passed over.
    private static func list(_ folder: String) throws(Unreadable) -> [String] {
        guard let handle = opendir(folder) else { throw unreadable(folder) }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasPrefix(".") { continue }
            if name.hasSuffix(".yaml") || name.hasSuffix(".yml") { names.append(name) }
        }
        return names.sorted().map { folder + "/" + $0 }
    }

    /// At most a byte more than a profile may have, for that to be said.
    private static func text(_ path: String) throws(Unreadable) -> String {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw unreadable(path) }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 256 << 10 + 1)
        var count = 0
        while count < bytes.count {
            let more = bytes.withUnsafeMutableBytes { buffer in
                Glibc.read(file, buffer.baseAddress.map { $0 + count }, buffer.count - count)
            }
            if more < 0 { throw unreadable(path) }
            if more == 0 { break }
            count += more
        }
        return String(decoding: bytes[..<count], as: UTF8.self)
    }

    private static func unreadable(_ path: String) -> Unreadable {
        Unreadable(path: path, reason: String(cString: strerror(errno)))
    }
}
