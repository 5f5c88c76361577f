import Formats
import Foundation
import Testing

/// Mails that are no advices (the parsers' samples in the corpus): read as text, whole and line by
/// line as they are, none gives an advice.
@Suite struct AdviceTableCorpusTests {
    static let folder: String = {
        let root = ProcessInfo.processInfo.environment["ACQUIT_CORPUS"] ?? "../shared/corpus"
        return root + "/email"
    }()
    static var isThere: Bool { FileManager.default.fileExists(atPath: folder) }

    @Test(.enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"))
    func noMailIsAnAdvice() throws {
        let paths = FileManager.default.enumerator(atPath: Self.folder)?.compactMap {
            $0 as? String
        }
        var read = 0
        for path in (paths ?? []).sorted() {
            let isMail = ["eml", "txt"].contains { path.hasSuffix("." + $0) }
            let file = Self.folder + "/" + path
            guard isMail, let bytes = FileManager.default.contents(atPath: file) else { continue }
            let reading = AdviceReading(String(decoding: bytes, as: UTF8.self))
            #expect(reading.advices == [], "\(path)")
            read += 1
        }
        #expect(read >= 100)
    }
}
