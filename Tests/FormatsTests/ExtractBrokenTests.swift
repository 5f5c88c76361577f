import Formats
import Testing

/// Files cut, bent and shuffled: never a trap, and never a row that the whole file does not have.
@Suite struct ExtractBrokenTests {
    /// xorshift, so that a failure can be seen again.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }
    }

    @Test(arguments: ExtractSample.all)
    func piecesDoNotMatter(sample: String) {
        let broken = sample + "\"x\"y\nz,\"unclosed\nand more"
        for text in [
            sample, broken, sample.replacing("\n", with: "\r\n"),
            sample.replacing("\n", with: "\r"),
        ] {
            let bytes = Array(text.utf8)
            let whole = Extract.read(bytes)
            for length in [1, 2, 3, 7, 64] {
                let pieces = readInPieces(bytes, of: length)
                #expect(pieces.document.rows == whole.document.rows)
                #expect(pieces.findings == whole.findings)
            }
        }
    }

    @Test func longFieldsBreakAtTheSameByte() {
        let long = String(repeating: "\"\"y\n", count: 40_000)
        let bytes = Array("order,delivery,date\n\"\(long)\",D,2026-01-01\nO,D,2026-01-01\n".utf8)
        let whole = Extract.read(bytes)
        #expect(whole.codes.contains("csv-field-too-long"))
        for length in [1, 4093] {
            let pieces = readInPieces(bytes, of: length)
            #expect(pieces.findings == whole.findings)
            #expect(pieces.document.rows == whole.document.rows)
        }
    }

    @Test(arguments: ExtractSample.all)
    func cut(sample: String) {
        let bytes = Array(sample.utf8)
        let rows = Extract.read(bytes).document.rows
        for step in 0..<200 {
            let place = bytes.count * step / 200
            let parsed = Extract.read(bytes[..<place])
            // What a cut file gives are whole rows; the last may lack letters of its last value,
            // and that is said.
            let isEnded = place == 0 || !parsed.codes.contains("csv-last-line-not-ended")
            let sure = isEnded ? parsed.document.rows[...] : parsed.document.rows.dropLast()
            #expect(rows.starts(with: sure), "cut at \(place)")
        }
    }

    @Test(arguments: ExtractSample.all)
    func bent(sample: String) {
        var dice = Dice(state: 20_260_331)
        let bytes = Array(sample.utf8)
        for _ in 0..<200 {
            var bent = bytes
            bent[Int.random(in: 0..<bytes.count, using: &dice)] ^=
                1 << UInt8.random(in: 0...7, using: &dice)
            let whole = Extract.read(bent)
            #expect(whole.findings == readInPieces(bent, of: 5).findings)
            #expect(whole.document.rows.count <= 4)
        }
    }

    @Test(arguments: ExtractSample.all)
    func shuffled(sample: String) {
        var dice = Dice(state: 7)
        let lines = sample.split(separator: "\n", omittingEmptySubsequences: false)
        for _ in 0..<50 {
            var swapped = lines
            swapped.swapAt(
                Int.random(in: 0..<lines.count, using: &dice),
                Int.random(in: 0..<lines.count, using: &dice))
            let parsed = Extract.read(swapped.joined(separator: "\n").utf8)
            #expect(parsed.document.rows.count <= 4)
        }
    }

    @Test func anyBytes() {
        var dice = Dice(state: 99)
        let letters: [UInt8] =
            Array("\",;\t\r\n a1".utf8) + [0, 0xFF, 0xFE, 0x81, 0x30, 0xE4, 0xB8, 0xAD]
        for _ in 0..<500 {
            let bytes = (0..<Int.random(in: 0...300, using: &dice)).map { _ in
                letters[Int.random(in: 0..<letters.count, using: &dice)]
            }
            let whole = Extract.read(bytes)
            #expect(whole.document.rows == [])
            #expect(whole.findings == readInPieces(bytes, of: 1).findings)
        }
    }
}
