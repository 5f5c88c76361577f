import Foundation
import Ledger
import Testing

@testable import Formats

/// Every camt file of the corpus against what another library reads in it (genkgo/camt, in the
/// corpus).
@Suite struct CamtCorpusTests {
    static let folder: String = {
        let root = ProcessInfo.processInfo.environment["ACQUIT_CORPUS"] ?? "../shared/corpus"
        return root + "/bank/camt_genkgo"
    }()
    static var isThere: Bool { FileManager.default.fileExists(atPath: folder) }

    /// Where we read otherwise, and why: field (without its numbers) and what must hold of the two
    /// values. A difference that is not here fails; so does a line here that no difference needs
    /// any more.
    static let accepted: [Accepted] = [
        Accepted("payment.amount", "a payment has a direction of its own, not its entry's") {
            $1 == "-" + $0
        },
        Accepted("entry.batch", "the other library does not look for the batch of .001.01") {
            $0 == "FINP-0055-001" && $1.isEmpty
        },
        Accepted("payment.agents", "the other library reads only BIC; we also clearing numbers") {
            $0 == "100|" + $1
        },
    ]

    struct Accepted: Sendable {
        let field: String
        let reason: String
        let holds: @Sendable (_ ours: String, _ theirs: String) -> Bool

        init(
            _ field: String, _ reason: String,
            _ holds: @escaping @Sendable (_ ours: String, _ theirs: String) -> Bool
        ) {
            (self.field, self.reason, self.holds) = (field, reason, holds)
        }
    }

    @Test(.enabled(if: isThere, "the corpus is not there: ACQUIT_CORPUS"))
    func readsWhatAnotherLibraryReads() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
            .filter { $0.hasPrefix("camt") && $0.hasSuffix(".xml") }.sorted()
        #expect(names.count >= 14)
        var needed = Set<Int>()
        var compared = 0
        for name in names {
            let path = Self.folder + "/" + name
            let parsed = readCamt([UInt8](try Data(contentsOf: URL(filePath: path))))
            #expect(parsed.isClean, "\(name): \(parsed.findings)")
            let theirs = try CamtOracle(json: path.dropLast(4) + ".json").facts
            let ours = CamtFacts(parsed.document).facts
            #expect(ours.map(\.field) == theirs.map(\.field), "\(name)")
            for (our, their) in zip(ours, theirs) where our.value != their.value {
                let index = Self.accepted.firstIndex {
                    $0.field == our.field && $0.holds(our.value, their.value)
                }
                #expect(index != nil, "\(name) \(our.field): \(our.value), theirs \(their.value)")
                if let index { needed.insert(index) }
            }
            compared += ours.count
        }
        #expect(compared > 300)
        #expect(needed.count == Self.accepted.count, "an accepted difference is none any more")
    }

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
