import Formats
import Testing

/// Broken files (reliability T9): cut, bits flipped, lines swapped. Nothing traps, it comes to an
/// end, and a cut file never passes for a whole one.
@Suite struct OFXBrokenTests {
    static let samples = [
        OFXSamples.sgml, OFXSamples.xml,
        OFXSamples.xml.replacing("UTF-8", with: "GB18030"),
    ].enumerated().map { place, text in
        // The third declares what its one Chinese name then is not: it is given up there.
        place == 2 ? Array(text.replacing("大连", with: "").utf8) : Array(text.utf8)
    }

    @Test func theSamplesAreSound() {
        #expect(Self.samples.map { OFXReading($0).findings } == [[], [], []])
        #expect(Self.samples.map { OFXReading($0).entries.count } == [2, 2, 2])
    }

    @Test(arguments: samples.indices) func cutAtEachByte(_ index: Int) {
        let bytes = Self.samples[index]
        let whole = OFXReading(bytes)
        // White space behind the last tag is no loss.
        let end = bytes.lastIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? 0
        for length in 0..<bytes.count {
            let reading = OFXReading(Array(bytes[..<length]))
            if length < end {
                #expect(reading.hasErrors, "cut at byte \(length)")
            } else {
                #expect(reading == whole)
            }
        }
    }

    @Test(arguments: samples.indices) func piecesSayTheSame(_ index: Int) {
        let whole = OFXReading(Self.samples[index])
        for piece in 1...17 {
            #expect(OFXReading(Self.samples[index], piece: piece) == whole, "pieces of \(piece)")
        }
    }

    @Test(arguments: samples.indices) func eachByteFlipped(_ index: Int) {
        var random = SeededGenerator(UInt64(index) &+ 102)
        var different = 0
        let sound = OFXReading(Self.samples[index])
        for place in Self.samples[index].indices {
            var bytes = Self.samples[index]
            bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            let reading = OFXReading(bytes)
            let piece = Int.random(in: 1...17, using: &random)
            #expect(OFXReading(bytes, piece: piece) == reading, "byte \(place), \(piece)")
            if reading != sound { different += 1 }
        }
        #expect(different > 500)
    }

    @Test(arguments: samples.indices) func linesSwapped(_ index: Int) {
        var random = SeededGenerator(UInt64(index) &+ 103)
        for _ in 0..<100 {
            var lines = Self.samples[index].split(
                separator: 0x0A, omittingEmptySubsequences: false)
            lines.swapAt(
                Int.random(in: 0..<lines.count, using: &random),
                Int.random(in: 0..<lines.count, using: &random))
            let bytes = Array(lines.joined(separator: [0x0A]))
            #expect(OFXReading(bytes, piece: 5) == OFXReading(bytes))
        }
    }

    @Test func hostileSizes() {
        let head = Array(
            OFXSamples.file("|").utf8.split(separator: UInt8(ascii: "|"))[0]
                + "<STMTTRN><TRNAMT>1<DTPOSTED>20260402<FITID>1<MEMO>".utf8)
        for filler in [
            "<", "<a", "<a ", "</", "<!", "<!-", "<!--", "<![CDATA[", "]]>", "<?", "&", "&#",
            "&amp;", "<STATUS>", "</STATUS>", "<STMTTRN>", "</STMTTRN>", "<FI>", "<MEMO>",
            "<MEMO>x", "\u{0}", "\r", "é", "大", "<a>", "<FITID>",
        ] {
            let many = Array(String(repeating: filler, count: 50_000).utf8)
            let reading = OFXReading(head + many)
            #expect(reading.hasErrors, "\(filler)")
            #expect(reading.findings.count <= 10_001)
            #expect(OFXReading(head + many, piece: 4_099) == reading, "\(filler)")
        }
    }
}
