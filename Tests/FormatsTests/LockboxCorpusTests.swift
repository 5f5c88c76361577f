import Formats
import Foundation
import Testing

/// The files of a library of another project (in the corpus); what its own tests expect is held
/// against ours by the conformance tests.
@Suite struct LockboxCorpusTests {
    static let folder: String = {
        let root = ProcessInfo.processInfo.environment["ACQUIT_CORPUS"] ?? "../shared/corpus"
        return root + "/bank/lockbox_bai"
    }()
    static var isThere: Bool { FileManager.default.fileExists(atPath: folder) }

    @Test(
        .enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"),
        arguments: ["test_lockbox.bai", "test_empty_lockbox.bai"])
    func nothingIsFound(_ name: String) throws {
        let file = [UInt8](
            try #require(FileManager.default.contents(atPath: Self.folder + "/" + name)))
        #expect(recognise(prefix: file) == .lockbox)
        let reading = LockboxReading(file)
        #expect(reading.findings == [])
        #expect(reading.statements.map(\.account) == ["0022222"])
        #expect(LockboxReading(file, piece: 7) == reading)
    }
}
