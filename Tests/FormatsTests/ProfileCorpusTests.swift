import Formats
import Foundation
import Profiles
import Testing

/// Tables of banks, wallets and programs (in the corpus). What other programs made of them is held
/// against ours by the conformance tests.
@Suite struct ProfileCorpusTests {
    static let root =
        (ProcessInfo.processInfo.environment["ACQUIT_CORPUS"] ?? "../shared/corpus") + "/bank"
    static let folders = ["csv_cn_double_entry_generator", "csv_csv2ofx/test"]
    static let files: [String] = folders.flatMap { folder in
        let all = FileManager.default.enumerator(atPath: root + "/" + folder)?
            .compactMap { $0 as? String }
        return (all ?? []).filter { $0.hasSuffix(".csv") }.sorted().map { folder + "/" + $0 }
    }
    static var isThere: Bool { FileManager.default.fileExists(atPath: root + "/" + folders[0]) }

    private func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try #require(FileManager.default.contents(atPath: Self.root + "/" + name)))
    }

    private func read(_ name: String) throws -> ProfileReading {
        ProfileReading(try bytes(name + ".csv"))
    }

    @Test(.enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"))
    func wholeIsPieces() throws {
        #expect(Self.files.count >= 32)
        for name in Self.files {
            let bytes = try bytes(name)
            #expect(ProfileReading(bytes, piece: 7) == ProfileReading(bytes), "\(name)")
        }
    }

    @Test(.enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"))
    func capitalOne() throws {
        // No conversion of it is in the corpus; the file itself says what it is.
        let reading = try read("csv_csv2ofx/test/capitalone")
        #expect(reading.codes == [] && reading.statements.map(\.account) == ["1234"])
        #expect(
            reading.lines == [
                "2016-01-02 · -1000.00 · USD · Airplanes R Us",
                "2016-01-02 · 1000.00 · USD · CAPITAL ONE AUTOPAY PYMT",
            ])
    }

    /// A journal has every account and is not a statement of one: the file waits, and its signs are
    /// the journal's.
    @Test(.enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"))
    func xeroJournal() throws {
        let reading = try read("csv_csv2ofx/test/xero")
        #expect(reading.errors == ["profile-accounts-mixed"] && reading.entries.count == 13)
        #expect(reading.entries.reduce(Int64(0)) { $0 + $1.amount.units } == 0)
    }
}
