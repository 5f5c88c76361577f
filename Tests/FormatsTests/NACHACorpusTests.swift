import Formats
import Foundation
import Testing

/// Files of every entry class (those of the library moov-io/ach, in the corpus). What they come to
/// and what is wrong in them is held against their control records and names by the conformance
/// tests.
@Suite struct NACHACorpusTests {
    static let folder: String = {
        let root = ProcessInfo.processInfo.environment["ACQUIT_CORPUS"] ?? "../shared/corpus"
        return root + "/bank/nacha_moov_ach"
    }()
    static var isThere: Bool { FileManager.default.fileExists(atPath: folder) }
    static let files: [String] = {
        let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return all.filter { $0.hasSuffix(".ach") || $0.hasSuffix(".ach.fix.expected") }.sorted()
    }()

    private func bytes(_ name: String) throws -> [UInt8] {
        let path = Self.folder + "/" + name
        return [UInt8](try #require(FileManager.default.contents(atPath: path)))
    }

    @Test(.enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"))
    func thereAreManyFiles() {
        #expect(Self.files.count >= 79)
    }

    @Test(
        .enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"),
        arguments: files)
    func recognisedAndReadInPieces(_ file: String) throws {
        let bytes = try bytes(file)
        #expect(NACHAReading(bytes, piece: 7) == NACHAReading(bytes))
        // A digit too many at its beginning, on purpose.
        let isShifted = file.hasSuffix("/ppd-debit-fixedLengthInvalid.ach")
        #expect(recognise(prefix: bytes) == (isShifted ? nil : .nacha))
    }

    @Test(.enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"))
    func returnsAndChanges() throws {
        func details(_ name: String) throws -> [StatementEntry] {
            NACHAReading(try bytes("examples/testdata/" + name)).entries
        }
        let change = try #require(try details("cor-read.ach").first)
        #expect(change.status == .info && change.detail.returnReason == "C01")
        #expect(change.detail.remittance == ["corrected account number 1918171614"])
        let dishonoured = try details("dishonored-return.ach")
        #expect(dishonoured.map(\.detail.returnReason) == ["R68", "R68"])
        #expect(dishonoured.map(\.amount.description) == ["-250.00", "-230.00"])
        #expect(dishonoured.allSatisfy { $0.customerReference == "059999990000301" })
        let contested = try #require(try details("contested-return.ach").first)
        #expect(contested.reversal && contested.detail.returnReason == "R71")
    }
}
