import Testing

@testable import Formats

/// Damaged files: whatever happens to a file on its way, it is read without a trap, and a cut one
/// never passes for a whole one.
@Suite struct CamtDamageTests {
    static let samples = [
        CamtSamples.full, CamtSamples.old, CamtSamples.first,
        CamtSamples.newest(remittance: "<Ustrd>1</Ustrd>"),
    ].map { Array($0.utf8) }

    @Test(arguments: samples) func cutAnywhereIsAnError(_ bytes: [UInt8]) {
        for part in 0..<200 {
            let parsed = readCamt(Array(bytes[..<(bytes.count * part / 200)]))
            #expect(!parsed.isClean, "cut at \(part)/200")
        }
    }

    @Test(arguments: samples, [UInt64(1), 2]) func flippedBits(_ bytes: [UInt8], _ seed: UInt64) {
        var random = SeededGenerator(seed)
        for _ in 0..<200 {
            var damaged = bytes
            damaged[Int.random(in: 0..<bytes.count, using: &random)] ^=
                1 << UInt8.random(in: 0..<8, using: &random)
            let parsed = readCamt(damaged)
            // Whole and in pieces it is the same damage.
            let pieces = readCamt(damaged, piece: 97)
            #expect(pieces.document == parsed.document, "seed \(seed)")
            #expect(pieces.findings == parsed.findings, "seed \(seed)")
        }
    }

    @Test(arguments: samples, [UInt64(3)]) func swappedLines(_ bytes: [UInt8], _ seed: UInt64) {
        var random = SeededGenerator(seed)
        let lines = bytes.split(separator: 0x0A)
        for _ in 0..<50 {
            var damaged = lines
            damaged.swapAt(
                Int.random(in: 0..<lines.count, using: &random),
                Int.random(in: 0..<lines.count, using: &random))
            let parsed = readCamt(Array(damaged.joined(separator: [0x0A])))
            // Unless nothing changed its place, something is said or the money is the same.
            if parsed.isClean {
                let total = parsed.entries.reduce(0) { $0 + Int($1.amount.units) }
                let whole = readCamt(bytes).entries.reduce(0) { $0 + Int($1.amount.units) }
                #expect(total == whole, "seed \(seed)")
            }
        }
    }

    @Test(arguments: samples) func byteByByteIsTheSame(_ bytes: [UInt8]) {
        let whole = readCamt(bytes)
        for piece in [1, 2, 7, 64, 1000] {
            let pieces = readCamt(bytes, piece: piece)
            #expect(pieces.document == whole.document)
            #expect(pieces.findings == whole.findings)
        }
    }
}

/// SplitMix64: the same numbers from the same seed everywhere.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
