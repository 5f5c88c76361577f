import Formats
import Foundation
import Ledger
import Testing

/// The files of a library of another project (in the corpus), with what its own tests expect.
@Suite struct LockboxCorpusTests {
    static let folder: String = {
        let root = ProcessInfo.processInfo.environment["ACQUIT_CORPUS"] ?? "../shared/corpus"
        return root + "/bank/lockbox_bai"
    }()
    static var isThere: Bool { FileManager.default.fileExists(atPath: folder) }

    private struct Expected: Decodable {
        struct Check: Decodable, Equatable {
            var sender: String
            var recipient: String
            var date: String
            var number: Int
            var amount: String
            var memo: String
        }
        var checks: [Check]
    }

    private func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try #require(FileManager.default.contents(atPath: Self.folder + "/" + name)))
    }

    @Test(.enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"))
    func everyExpectation() throws {
        let all = try JSONDecoder().decode(
            [String: Expected].self, from: Data(try bytes("expected.json")))
        #expect(all.count == 2)
        for (name, expected) in all {
            let file = try bytes(name)
            #expect(recognise(prefix: file) == .lockbox)
            let reading = LockboxReading(file)
            #expect(reading.findings == [], "\(name)")
            #expect(reading.statements.map(\.account) == ["0022222"])
            let checks = reading.entries.map { entry in
                Expected.Check(
                    sender: entry.detail.payer?.name ?? "",
                    recipient: entry.detail.payee?.name ?? "",
                    date: entry.detail.checkDate?.description ?? "",
                    number: entry.detail.checkNumber.flatMap { Int($0) } ?? 0,
                    amount: entry.amount.description,
                    memo: entry.detail.remittance.joined(separator: "\n"))
            }
            #expect(checks == expected.checks, "\(name)")
        }
    }
}
