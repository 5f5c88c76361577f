import TestKit
import Testing

@testable import Formats

/// Whatever happens to a file on its way, it is read without a trap, and a cut one never passes for
/// a whole one.
@Suite struct PainBrokenTests {
    static let samples = [PainSamples.full, PainSamples.collection, PainSamples.status].map {
        Array($0.utf8)
    }

    @Test(arguments: samples) func cutAnywhereIsAnError(_ bytes: [UInt8]) {
        for part in 0..<100 {
            let parsed = readPain(Array(bytes[..<(bytes.count * part / 100)]))
            #expect(!parsed.isClean, "cut at \(part)/100")
        }
    }

    @Test(arguments: samples) func piecesAreTheSame(_ bytes: [UInt8]) {
        let whole = readPain(bytes)
        for piece in [1, 2, 7, 64, 1000] {
            let pieces = readPain(bytes, piece: piece)
            #expect(pieces.document == whole.document)
            #expect(pieces.findings == whole.findings)
        }
    }

    @Test(arguments: samples) func flippedBits(_ bytes: [UInt8]) {
        var random = Seeded(7)
        for round in 0..<200 {
            var damaged = bytes
            damaged[random.below(bytes.count)] ^= 1 << UInt8(random.below(8))
            let whole = readPain(damaged)
            let pieces = readPain(damaged, piece: 97)
            #expect(pieces.document == whole.document, "seed 7, round \(round)")
            #expect(pieces.findings == whole.findings, "seed 7, round \(round)")
        }
    }
}
