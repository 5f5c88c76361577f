import Foundation
import Ledger
import Testing

@testable import Formats

/// Every camt file of the corpus is read without a finding, however it is cut; what another library
/// reads in it is held against ours by the conformance tests.
@Suite struct CamtCorpusTests {
    static let folder: String = {
        let root = ProcessInfo.processInfo.environment["ACQUIT_CORPUS"] ?? "../shared/corpus"
        return root + "/bank/camt_genkgo"
    }()
    static var isThere: Bool { FileManager.default.fileExists(atPath: folder) }

    /// What the two libraries do not share has no oracle: it is only seen to be read.
    @Test(.enabled(if: isThere, "the corpus is not there: ACQUIT_CORPUS"))
    func findingsOfTheCorpus() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
            .filter { $0.hasPrefix("camt") && $0.hasSuffix(".xml") }.sorted()
        for name in names {
            let bytes = [UInt8](try Data(contentsOf: URL(filePath: Self.folder + "/" + name)))
            let parsed = readCamt(bytes)
            // Their batch of two has three payments.
            let isOdd = name == "camt054.v4.xml" || name == "camt054.v8.xml"
            #expect(parsed.codes == (isOdd ? ["camt-batch-differs"] : []), "\(name)")
            #expect(
                parsed.document.format.hasPrefix(
                    String(name.prefix(4)) + "." + name.dropFirst(4).prefix(3)))
            #expect(readCamt(bytes, piece: 1).document == parsed.document)
        }
    }
}
