import Testing

@testable import Formats

/// Archives made to harm whoever unpacks them (reliability: hostile archives).
@Suite struct XLSXHostileTests {
    static let findings: Set<WorkbookFinding> = [
        .fileTooLarge, .archiveBroken, .entriesTooMany, .entriesOverlap, .entryRepeated, .entryLink,
        .entryEncrypted, .entryMethod, .entryName, .unpackedTooLarge, .packedTooTightly,
    ]
    private static let sheet = "xl/worksheets/sheet1.xml"
    static let lies: [UInt32] = [0, 1, 100, 2_000, .max / 2, .max - 1]

    private var good: ZipSample { XLSXSample(XLSXFindingTests.cell, strings: ["a"]).archive }

    /// A workbook with one entry changed.
    private func changed(
        _ name: String = sheet, _ change: (inout ZipSample.Entry) -> Void
    ) -> ZipSample {
        var archive = good
        for index in archive.entries.indices where archive.entries[index].name == name {
            change(&archive.entries[index])
        }
        return archive
    }

    private func codes(_ archive: ZipSample) -> [String] { XLSXReading(archive).codes }

    @Test func theWorkbookThatIsChangedIsGood() { #expect(codes(good) == []) }

    /// As 42.zip: sixteen archives in each of sixteen archives, the innermost of blanks. None is
    /// opened.
    @Test func archivesInTheArchive() {
        var blanks = ZipSample.Entry("0.dll", ZipSample.blanks(100))
        blanks.method = 8
        var inner = ZipSample(entries: [blanks]).bytes
        for level in 0..<2 {
            inner = ZipSample(entries: (0..<16).map { .init("\(level)-\($0).zip", inner) }).bytes
        }
        #expect(codes(ZipSample(entries: [.init("lib.zip", inner)])) == ["xlsx-not-a-workbook"])
        var workbook = good
        workbook.entries.append(.init("xl/embeddings/a.zip", inner))
        #expect(codes(workbook) == [])
    }

    /// A quine unpacks to itself; a part that is the archive's own bytes is not XML.
    @Test func anArchiveThatHoldsItself() {
        let itself = good.bytes
        #expect(codes(changed { $0.data = itself }) == ["xlsx-xml-broken"])
    }

    /// One kernel of data, pointed to by many entries.
    @Test func entriesThatOverlap() {
        var archive = good
        archive.entries.append(.init("kernel", [UInt8](repeating: 0x20, count: 4_000)))
        let kernel = archive.entries.count - 1
        for index in 0..<50 {
            var entry = archive.entries[kernel]
            entry.name = "copy\(index)"
            entry.sharing = kernel
            archive.entries.append(entry)
        }
        #expect(codes(archive) == ["xlsx-entries-overlap"])
    }

    @Test(arguments: lies)
    func sizesThatLie(_ size: UInt32) {
        let codes = codes(changed { $0.size = size })
        #expect(codes == [size > 200_000_000 ? "xlsx-unpacked-too-large" : "xlsx-archive-broken"])
    }

    @Test(arguments: lies)
    func packedSizesThatLie(_ size: UInt32) {
        let reading = XLSXReading(changed { $0.packed = size })
        #expect(reading.findings.count == 1)
        #expect(reading.findings.contains { $0.severity == .error })
    }

    @Test(arguments: [1_001, 65_536]) func moreEntriesThanAWorkbookHas(_ count: Int) {
        let entries = (0..<count).map { ZipSample.Entry("\($0)", "") }
        #expect(codes(ZipSample(entries: entries)) == ["xlsx-entries-too-many"])
    }

    /// The directory of a large archive is lawful; the room that it asks for is not given.
    @Test func directoriesOf64Bits() {
        var archive = good
        archive.zip64 = UInt64(archive.entries.count)
        #expect(codes(archive) == [])
        for lie: UInt64 in [1_001, 1 << 32, 1 << 62, .max] {
            archive.zip64 = lie
            #expect(codes(archive) == ["xlsx-entries-too-many"])
        }
        archive.zip64 = UInt64(archive.entries.count + 1)
        #expect(codes(archive) == ["xlsx-archive-broken"])
    }

    /// A gigabyte in seven megabytes, said to be a thousand bytes: the sum counts what comes out.
    @Test func aGigabyteOfBlanks() {
        #expect(codes(blanks(520_200)) == ["xlsx-unpacked-too-large"])
    }

    /// Twenty megabytes are less than the sum, but 158 bytes for each are more than text gives.
    @Test func moreTightlyThanTextCanBe() {
        #expect(codes(blanks(10_000)) == ["xlsx-packed-too-tightly"])
    }

    private func blanks(_ count: Int) -> ZipSample {
        changed {
            $0.data = ZipSample.blanks(count)
            $0.method = 8
            $0.size = 1_000
            $0.crc = 0
        }
    }

    /// The sum counts also where each part is packed no more tightly than it may be.
    @Test func moreThanTheSumOfAllParts() {
        var limits = WorkbookLimits()
        limits.unpacked = 2_000_000
        limits.ratio = 1_000
        #expect(XLSXReading(blanks(1_000), limits: limits).codes == ["xlsx-unpacked-too-large"])
    }

    /// One sheet that is named a thousand times is unpacked as often.
    @Test func oneSheetOverAndOver() {
        var limits = WorkbookLimits()
        limits.unpacked = 100_000
        let archive = changed("xl/workbook.xml") { entry in
            let text = String(decoding: entry.data, as: UTF8.self)
            let more = String(repeating: "<sheet name=\"S\" r:id=\"rId1\"/>", count: 999)
            entry.data = Array(text.replacing("<sheets>", with: "<sheets>" + more).utf8)
        }
        #expect(XLSXReading(archive, limits: limits).codes == ["xlsx-unpacked-too-large"])
    }

    @Test(arguments: ["../../etc/passwd", "..\\..\\boot.ini", "xl/../../x"])
    func namesThatLeadOut(_ name: String) {
        var archive = good
        archive.entries.append(.init(name, "x"))
        let reading = XLSXReading(archive)
        #expect(reading.codes == ["xlsx-entry-name"])
        #expect(reading.findings.first?.value == name)
        #expect(reading.texts == [["1"]])
    }

    @Test func twoEntriesOfOneName() {
        var archive = good
        archive.entries.append(.init("XL\\Workbook.xml", "<workbook/>"))
        #expect(codes(archive) == ["xlsx-entry-repeated"])
    }

    @Test func aSymbolicLink() {
        let archive = changed {
            $0.data = Array("/etc/passwd".utf8)
            $0.attributes = 0o120777 << 16
        }
        #expect(codes(archive) == ["xlsx-entry-link"])
        #expect(codes(changed { $0.attributes = 0o100644 << 16 }) == [])
    }

    @Test func wrongChecksum() {
        #expect(codes(changed { $0.crc = 1 }) == ["xlsx-archive-broken"])
    }

    @Test func anEncryptedEntry() {
        #expect(codes(changed { $0.flags = 1 }) == ["xlsx-entry-encrypted"])
    }

    @Test(arguments: [9, 12, 14, 95]) func methodsThatAreNotRead(_ method: UInt16) {
        #expect(codes(changed { $0.method = method }) == ["xlsx-entry-method"])
    }

    @Test func whatIsNoDeflateStream() {
        #expect(codes(changed { $0.method = 8 }) == ["xlsx-archive-broken"])
    }

    @Test func tooLargeAFile() {
        let file = good.bytes + [UInt8](repeating: 0, count: 32 << 20)
        #expect(XLSXReading(file).codes == ["xlsx-file-too-large"])
    }

    /// Cut anywhere, in its directory too: an error, and never a trap.
    @Test func cutAnywhere() {
        let file = good.bytes
        for length in 2..<file.count {
            let reading = XLSXReading(Array(file.prefix(length)))
            #expect(reading.codes == ["xlsx-archive-broken"])
        }
    }

    /// One byte changed anywhere: whatever is said, it ends; and what is read without an error is
    /// what was written, but for names and looks.
    @Test func oneByteChanged() {
        let file = good.bytes
        for place in file.indices {
            for bit: UInt8 in [0x01, 0x20, 0x80] {
                var other = file
                other[place] ^= bit
                let reading = XLSXReading(other)
                if reading.findings.isEmpty { #expect(reading.texts == [["1"]]) }
            }
        }
    }
}
