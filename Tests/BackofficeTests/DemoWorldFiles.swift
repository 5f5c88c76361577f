import DemoWorld
import Foundation
import Ledger

/// A demo folder made for the tests; the shared one is removed when the process ends.
final class DemoWorldFiles: Sendable {
    let folder: String
    let summary: DemoSummary

    static let shared: Result<DemoWorldFiles, any Error> = Result {
        atexit {
            guard let demo = try? DemoWorldFiles.shared.get() else { return }
            try? FileManager.default.removeItem(atPath: demo.folder)
        }
        return try DemoWorldFiles()
    }

    init(seed: UInt64 = 2_028, kind: DemoWorld.Kind = .ordinary) throws {
        let folder = NSTemporaryDirectory() + "demo-world-" + UUID().uuidString
        self.folder = folder
        summary = try DemoWorld.write(to: folder, seed: seed, kind: kind)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Paths below the folder, sorted.
    func paths() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder)
            .filter { $0.contains(".") }.sorted()
    }

    func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + path)))
    }

    func text(_ path: String) throws -> String {
        String(decoding: try bytes(path), as: UTF8.self)
    }

    /// FNV-1a over every path and every byte.
    func fingerprint() throws -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for path in try paths() {
            for byte in Array(path.utf8) + (try bytes(path)) {
                hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
            }
        }
        return hash
    }

    /// The rows of a CSV file by column, quotation marks observed.
    func rows(_ path: String) throws -> [[String: String]] {
        let lines = try text(path).split(separator: "\n").map(Self.fields)
        guard let header = lines.first else { return [] }
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }

    private static func fields(_ line: Substring) -> [String] {
        var fields = [""]
        var quoted = false
        for character in line {
            switch character {
            case "\"": quoted.toggle()
            case "," where !quoted: fields.append("")
            default: fields[fields.count - 1].append(character)
            }
        }
        return fields
    }

    func invoices() throws -> [[String: String]] {
        try paths().filter { $0.contains("/invoices-") }.flatMap { try rows($0) }
    }
}

/// A bank file as the tests read it: by hand, for they do not trust the readers they help to
/// measure.
struct PlainStatement {
    var account = ""
    var sequence = 0
    var opening: Int64 = 0
    var closing: Int64 = 0
    /// Signed amounts, and the references that stand in the file.
    var amounts: [Int64] = []
    var references: [String] = []

    init(_ text: String) {
        if text.hasPrefix("<?xml") { readCamt(text) } else { readMT940(text) }
    }

    private mutating func readMT940(_ text: String) {
        for line in text.split(whereSeparator: \.isNewline) {
            if line.hasPrefix(":25:") { account = String(line.dropFirst(4)) }
            if line.hasPrefix(":28C:") { sequence = Int(line.dropFirst(5).prefix(5)) ?? 0 }
            if line.hasPrefix(":60F:") { opening = Self.cents(line.dropFirst(15)) }
            if line.hasPrefix(":62F:") { closing = Self.cents(line.dropFirst(15)) }
            guard line.hasPrefix(":61:") else { continue }
            let rest = line.dropFirst(14)
            let amount = Self.cents(rest.dropFirst().prefix { $0 != "N" })
            amounts.append(rest.hasPrefix("D") ? -amount : amount)
            references.append(line.components(separatedBy: "//").last ?? "")
        }
    }

    private mutating func readCamt(_ text: String) {
        let entries = text.components(separatedBy: "<Ntry>")
        let head = entries[0]
        account = Self.between("<IBAN>", "<", head) ?? Self.between("<Othr><Id>", "<", head) ?? ""
        sequence = Int(Self.between("<ElctrncSeqNb>", "<", head) ?? "") ?? 0
        let balances = head.components(separatedBy: "<Bal>").dropFirst().map(Self.signed)
        (opening, closing) = (balances.first ?? 0, balances.last ?? 0)
        for entry in entries.dropFirst() {
            amounts.append(Self.signed(entry))
            references += entry.components(separatedBy: "<AcctSvcrRef>").dropFirst()
                .map { String($0.prefix { $0 != "<" }) }
        }
    }

    private static func signed(_ xml: String) -> Int64 {
        let amount = cents((between("<Amt Ccy=", "<", xml) ?? "").dropFirst(6))
        return between("<CdtDbtInd>", "<", xml) == "DBIT" ? -amount : amount
    }

    private static func between(_ start: String, _ end: Character, _ text: String) -> String? {
        guard let range = text.range(of: start) else { return nil }
        return String(text[range.upperBound...].prefix { $0 != end })
    }

    private static func cents(_ text: some StringProtocol) -> Int64 {
        let plain = text.replacingOccurrences(of: ",", with: ".")
        return Amount(plain)?.money(.eur)?.minor ?? .min / 4
    }
}
