import Formats
import Foundation
import Ledger
import Testing

/// Statements of the corpus that foot; what another library reads in them is held against ours by
/// the conformance tests.
@Suite struct MT940CorpusTests {
    static let folder: String = {
        let environment = ProcessInfo.processInfo.environment
        let root = environment["ACQUIT_CORPUS"] ?? "../shared/corpus"
        return root + "/bank/mt940_wolph"
    }()
    static var isThere: Bool { FileManager.default.fileExists(atPath: folder) }

    /// 26 statements with returns, reversals and pages: opening + entries = closing in each.
    @Test(.enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"))
    func everyStatementFoots() throws {
        let path = Self.folder + "/betterplace/sepa_mt9401.sta"
        let reading = MT940Reading(
            [UInt8](try #require(FileManager.default.contents(atPath: path))))
        #expect(reading.findings == [])
        #expect(reading.statements.count == 26)
        for statement in reading.statements {
            let amounts = try
                ([try #require(statement.opening).amount] + statement.entries.map(\.amount))
                .map { try #require($0.money(.eur)) }
            let closing = try #require(statement.closing?.amount.money(.eur))
            #expect(amounts.reduce(.zero(.eur), +) == closing)
        }
    }
}
