import Foundation
import Testing

@testable import Formats

/// Every payment message of the corpus: read without a finding, whole and in pieces, and written
/// anew. What is read of it, the target Conformance holds against its twin in JSON.
@Suite struct PainCorpusTests {
    static let folder = PainSchemas.corpus + "/payments/pain001_corpus/market"
    static var isThere: Bool { FileManager.default.fileExists(atPath: folder) }

    static func files() throws -> [String] {
        let walk = try #require(FileManager.default.enumerator(atPath: folder))
        return walk.compactMap { $0 as? String }.filter { $0.hasSuffix(".xml") }.sorted()
            .map { folder + "/" + $0 }
    }

    static func read(_ path: String) throws -> Parsed<PaymentFile> {
        readPain([UInt8](try Data(contentsOf: URL(filePath: path))))
    }

    @Test(.enabled(if: isThere, "the corpus is not there: ACQUIT_CORPUS"))
    func everyFileIsRead() throws {
        let files = try Self.files()
        #expect(files.count >= 84)
        for path in files {
            let read = try Self.read(path)
            // Made up by the rulebooks: the numbers of accounts and reports are sound.
            #expect(read.codes == [], "\(path)")
            let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
            #expect(recognise(prefix: bytes) == .pain)
            #expect(readPain(bytes, piece: 13).document == read.document)
        }
    }

    /// What is written of what was read is valid, and says the same.
    @Test(
        .enabled(if: isThere && PainSchemas.isThere, "no corpus (ACQUIT_CORPUS) or no xmllint"),
        arguments: PaymentOrderWriter.Version.allCases)
    func writtenAnewItIsTheSame(_ version: PaymentOrderWriter.Version) throws {
        var files: [[UInt8]] = []
        for path in try Self.files() where path.contains("pain.001") {
            let order = try #require(try Self.read(path).document.order)
            let written = PaymentOrderWriter(version).write(order)
            let bytes = try #require(written.bytes, "\(path): \(written.findings)")
            files.append(bytes)
            let again = try #require(readPain(bytes).document.order)
            if written.findings.isEmpty {
                #expect(again == order, "\(path)")
            } else {
                #expect(version == .v03)
                #expect(Set(written.findings.map(\.code)) == ["payment-left-out"], "\(path)")
                #expect(again.groups.map(\.transfers.count) == order.groups.map(\.transfers.count))
            }
        }
        #expect(files.count >= 69)
        #expect(try PainSchemas.faults(files, message: version.rawValue) == "")
    }
}
