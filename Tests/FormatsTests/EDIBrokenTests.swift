import Formats
import Testing

/// Broken files (reliability T9): cut, bits flipped, segments swapped. Nothing traps, and it comes
/// to an end.
@Suite struct EDIBrokenTests {
    static let samples = [
        EDITests.full820, "UNA:+.? '\r\n" + EDITests.fullREMADV,
        EDITests.full820.replacing("\n", with: "").replacing("~", with: "\r\n"),
    ]

    private typealias Dice = MT940BrokenTests.Dice

    @Test func theSamplesAreSound() {
        #expect(Self.samples.map { EDIReading($0).advices.count } == [1, 1, 1])
        #expect(Self.samples.map { EDIReading($0).findings } == [[], [], []])
    }

    /// A file cut anywhere never passes for a whole one, unless all that is lost is behind the
    /// control number of its last trailer.
    @Test(arguments: samples.indices) func cutAtEveryByte(_ index: Int) {
        let bytes = Array(Self.samples[index].utf8)
        let whole = EDIReading(bytes)
        for length in bytes.indices {
            let reading = EDIReading(Array(bytes[..<length]))
            #expect(reading.hasErrors || reading.advices == whole.advices, "cut at byte \(length)")
            if length < bytes.count - 4 { #expect(reading.hasErrors, "cut at byte \(length)") }
        }
    }

    @Test(arguments: samples.indices) func piecesSayTheSame(_ index: Int) {
        let whole = EDIReading(Self.samples[index])
        for piece in 1...17 { #expect(EDIReading(Self.samples[index], piece: piece) == whole) }
    }

    @Test(arguments: samples.indices) func aBitFlippedInEveryByte(_ index: Int) {
        let sound = EDIReading(Self.samples[index])
        var dice = Dice(state: UInt64(index) &+ 820)
        var different = 0
        let whole = Array(Self.samples[index].utf8)
        for place in whole.indices {
            var bytes = whole
            bytes[place] ^= 1 << UInt8(dice.roll(8))
            let reading = EDIReading(bytes)
            #expect(EDIReading(bytes, piece: 1 + place % 17) == reading)
            if reading != sound { different += 1 }
        }
        #expect(different > 100)
    }

    @Test func fiftySegmentsSwapped() {
        var dice = Dice(state: 77)
        for _ in 0..<50 {
            for sample in Self.samples.prefix(2) {
                var lines = sample.split(whereSeparator: \.isNewline)
                lines.swapAt(dice.roll(lines.count), dice.roll(lines.count))
                let text = lines.joined(separator: "\n")
                #expect(EDIReading(text, piece: 5) == EDIReading(text))
            }
        }
    }

    /// A digit of an amount paid that changes is seen.
    @Test func noAmountChangesUnseen() {
        for amount in ["*9800.00", "*-150.00", "*9650.00"] {
            let changed = EDITests.full820.replacing(amount, with: amount.dropLast() + "7")
            #expect(EDIReading(changed).codes == ["advice-out-of-balance"])
        }
        for amount in ["12:9800.00", "12:9600"] {
            let changed = EDITests.fullREMADV.replacing(amount, with: amount.dropLast() + "7")
            #expect(EDIReading(changed).codes == ["advice-out-of-balance"])
        }
    }

    @Test func hostileSizes() {
        let megabyte = [UInt8](repeating: UInt8(ascii: "1"), count: 1 << 20)
        for start in ["ISA*", EDISample.isa, EDISample.unb, "UNB", EDISample.isa + "ST*820*1~RMR*"]
        {
            #expect(EDIReading(Array(start.utf8) + megabyte).hasErrors)
            for filler in ["*", "+", ":", "~", "'", "?", "?'", "ISA*", "UNA", "UNB+", "ST*820~"] {
                let many = start + String(repeating: filler, count: 30_000)
                #expect(EDIReading(many).hasErrors)
            }
        }
        let most = "999999999999999999"
        for amount in [most, "-" + most, "0.000000000001", "99999999999999999999"] {
            let lines =
                Array(repeating: "RMR*IV*A**\(amount)*\(amount)", count: 500)
                + Array(repeating: "ADX*\(amount)*01", count: 500)
            let text = EDISample.x12("BPR*C*1*C*CHK", lines.joined(separator: "~"))
            #expect(EDIReading(text).hasErrors)
        }
        let counts = EDISample.x12("BPR*C*1*C*CHK", "RMR*IV*A**1", sets: "9223372036854775808")
        #expect(EDIReading(counts).codes == ["edi-count-unreadable"])
    }
}
