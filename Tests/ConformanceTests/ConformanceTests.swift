import Foundation
import Testing

@testable import Conformance

/// Every source of the corpus agrees, but for differences that are right and say why.
@Suite struct ConformanceTests {
    static let corpus = ProcessInfo.processInfo.environment["ACQUIT_CORPUS"] ?? "../shared/corpus"
    static var isThere: Bool { FileManager.default.fileExists(atPath: corpus) }

    @Test(.enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"))
    func everySourceAgrees() throws {
        let results = try Conformance.run(Self.corpus)
        #expect(results.map(\.source) == Conformance.sources.map { $0.folder })
        for result in results {
            #expect(result.files > 0, "\(result.source)")
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
