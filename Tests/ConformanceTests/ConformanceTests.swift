import Foundation
import Post
import Testing

@testable import Conformance

/// Every source of the corpus agrees, but for differences that are right and say why.
@Suite struct ConformanceTests {
    static let corpus = ProcessInfo.processInfo.environment["ACQUIT_CORPUS"] ?? "../shared/corpus"
    static var isThere: Bool { FileManager.default.fileExists(atPath: corpus) }

    /// The built product, which takes mails apart: `$ACQUIT_BINARY`, else the release build.
    static let product: String =
        ProcessInfo.processInfo.environment["ACQUIT_BINARY"]
        ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent(".build/release/acquit").path
    static var isBuilt: Bool { FileManager.default.isExecutableFile(atPath: product) }

    /// Sources that need the product.
    static let mails = [MailPython.folder, MailStalwart.folder]

    /// What there is of a source at least: files, and facts that are compared.
    static let least: [String: (files: Int, facts: Int)] = [
        PainCorpus.folder: (84, 2_800), MailPython.folder: (48, 0), MailStalwart.folder: (64, 400),
    ]

    @Test(.enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"))
    func everySourceAgrees() throws {
        try agree(Conformance.sources.filter { !Self.mails.contains($0.folder) })
    }

    @Test(
        .enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"),
        .enabled(if: isBuilt, "skipped: the product is not built"))
    func everySourceOfMailsAgrees() throws {
        try agree(Conformance.sources.filter { Self.mails.contains($0.folder) })
    }

    private func agree(_ sources: [any Source.Type]) throws {
        let results = try Conformance.run(Self.corpus, sources, Program(path: Self.product))
        #expect(results.map(\.source) == sources.map { $0.folder })
        for result in results {
            let least = Self.least[result.source] ?? (files: 1, facts: 0)
            #expect(result.files >= least.files, "\(result.source)")
            #expect(result.facts >= least.facts, "\(result.source)")
            for fault in result.faults.prefix(20) {
                Issue.record(
                    "\(result.source) \(fault.file) \(fault.field): \(fault.ours), not \(fault.theirs)"
                )
            }
            #expect(result.unneeded == [], "\(result.source)")
        }
    }

    /// A difference is counted, one with a reason is none of the faults.
    @Test func aDifferenceIsSeen() {
        var sum = Sum([Accepted("a.txt", "amount", "why") { ours, _ in ours == "1" }])
        sum.file("a.txt", [], isRead: true)
        sum.fact("a.txt", "[0].amount", "1", "2")
        sum.fact("a.txt", "[0].amount", "3", "2")
        sum.fact("a.txt", "[1].amount", "2", "2")
        sum.fact("a.txt", "[1].text", nil, "")
        #expect(sum.facts == 4 && sum.agreeing == 2)
        #expect(sum.differences.map(\.reason) == ["why", nil])
        #expect(sum.unneeded.isEmpty)
        #expect(Sum([.always("a", "b", "never")]).unneeded == ["never"])
    }
}
