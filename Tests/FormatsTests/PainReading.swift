import Foundation
import Testing

@testable import Formats

/// A file of payments read whole, or in pieces of a given size.
func readPain(
    _ bytes: [UInt8], piece: Int = .max, limits: PainLimits = PainLimits()
) -> Parsed<PaymentFile> {
    var reader = PainReader(limits: limits)
    var collector = PaymentCollector()
    inPieces(bytes, of: piece) { part in reader.feed(part) { collector.add($0) } }
    reader.finish { collector.add($0) }
    return collector.finish(format: reader.format)
}

func readPain(
    _ text: String, piece: Int = .max, limits: PainLimits = PainLimits()
) -> Parsed<PaymentFile> {
    readPain(Array(text.utf8), piece: piece, limits: limits)
}

extension Parsed<PaymentFile> {
    var codes: [String] { findings.map(\.code) }
    var transfers: [PaymentTransfer] { document.order?.groups.flatMap(\.transfers) ?? [] }
}

/// The schemas of the corpus, and xmllint that knows them.
enum PainSchemas {
    static let corpus = ProcessInfo.processInfo.environment["ACQUIT_CORPUS"] ?? "../shared/corpus"
    static let folder = corpus + "/schemas/iso20022/pain"
    static let xmllint = ["/usr/bin/xmllint", "/usr/local/bin/xmllint"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }
    static var isThere: Bool {
        xmllint != nil && FileManager.default.fileExists(atPath: folder)
    }

    /// What xmllint says against the files, each of the schema of `message`; empty where nothing.
    static func faults(_ files: [[UInt8]], message: String) throws -> String {
        let xmllint = try #require(xmllint)
        let place = FileManager.default.temporaryDirectory.appendingPathComponent(
            "pain-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: place) }
        var paths: [String] = []
        for (number, bytes) in files.enumerated() {
            let path = place.appendingPathComponent("\(number).xml")
            try Data(bytes).write(to: path)
            paths.append(path.path)
        }
        let process = Process()
        process.executableURL = URL(filePath: xmllint)
        process.arguments = ["--nonet", "--noout", "--schema", "\(folder)/\(message).xsd"] + paths
        let pipe = Pipe()
        process.standardError = pipe
        try process.run()
        let said = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        if process.terminationStatus == 0 { return "" }
        let lines = String(decoding: said, as: UTF8.self).split(separator: "\n")
        return lines.filter { !$0.hasSuffix(" validates") }.prefix(8).joined(separator: "\n")
    }
}
