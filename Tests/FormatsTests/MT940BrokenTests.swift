import Formats
import Testing

/// Broken files (reliability T9): cut, bits flipped, lines swapped. Nothing traps, and it comes to
/// an end.
@Suite struct MT940BrokenTests {
    static let samples = [
        """
        {1:F01DRESDEFFAXXX0000000000}{2:O9401200260302DRESDEFFAXXX00000000002603021200N}{4:\r
        :20:DAY1\r
        :25:DE89370400440532013000\r
        :28C:00042/001\r
        :60F:C260301EUR100,00\r
        :61:2603020302CR50,05NTRFNONREF//BANK1\r
        :86:166?00GUTSCHRIFT?20EREF+E2E-1?21SVWZ+Rechnung 4711 vom 1.?22 März\r
        ?30DRESDEFF508?31DE12508800500194785000?32Nordwind Handels?33AG\r
        :61:2603020302RDR1,NRTIX//BANK2\r
        :62F:C260302EUR151,05\r
        -}
        """,
        """
        :940:
        :20:940S260301
        :25:NL20RABO0123456789 EUR
        :28C:0
        :60F:C260301EUR000000001000,00
        :61:260301D000000000025,00N102EREF
        NL70ABNA0987654321
        :86:/EREF/A-1/BENM//NAME/CONTRA ACCOUN
        T HOLDER/REMI/USTD//INV 1/ISDT/2026-03-01
        :61:260301C25,N030NONREF          TOMTE TUMMETOT
        :86:REK: NL65INGB0123456789/NAAM: 大连海润
        :86:SECOND
        :62F:C260301EUR000000001000,00
        """,
        """
        :20:INTERIM
        :25:1
        :28C:1/1
        :34F:EUR0,
        :13D:2603021200+0100
        :61:260302ED1.50NMSCREF
        /OCMT/USD2,/CHGS/EUR0,10/
        :86:020^00X^20PIECE^32NAME
        :61:260230C1,NTRF
        :90D:1EUR1,50
        :90C:1EUR1,
        -
        """,
    ]

    /// SplitMix64.
    struct Dice {
        var state: UInt64
        mutating func roll(_ sides: Int) -> Int {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
            return Int((z ^ z >> 31) % UInt64(max(sides, 1)))
        }
    }

    @Test func theSamplesAreSound() {
        #expect(Self.samples.map { MT940Reading($0).entries.count } == [2, 2, 2])
        let errors = Self.samples.map { MT940Reading($0).findings.filter { $0.severity == .error } }
        #expect(errors == [[], [], []])
    }

    /// A file cut before its closing balance never passes for a whole one.
    @Test(arguments: samples.indices) func cutAtTwoHundredPlaces(_ index: Int) throws {
        let bytes = Array(Self.samples[index].utf8)
        for place in 0..<200 {
            let length = bytes.count * place / 200
            let reading = MT940Reading(Array(bytes[..<length]))
            let hasEnd = reading.statements.allSatisfy { $0.closing != nil }
            let error = reading.findings.contains { $0.severity == .error }
            if index < 2 { #expect(error || hasEnd, "cut at byte \(length)") }
        }
    }

    @Test(arguments: samples.indices) func twoHundredBitsFlipped(_ index: Int) {
        let sound = MT940Reading(Self.samples[index])
        var dice = Dice(state: UInt64(index) &+ 940)
        var different = 0
        for _ in 0..<200 {
            var bytes = Array(Self.samples[index].utf8)
            bytes[dice.roll(bytes.count)] ^= 1 << UInt8(dice.roll(8))
            let reading = MT940Reading(bytes)
            #expect(MT940Reading(bytes, piece: 1) == reading)
            if reading != sound { different += 1 }
        }
        #expect(different > 50)
    }

    @Test(arguments: samples.indices) func fiftyLinesSwapped(_ index: Int) {
        var dice = Dice(state: UInt64(index) &+ 942)
        for _ in 0..<50 {
            // By bytes: to a String, CRLF is one character.
            var lines = Array(Self.samples[index].utf8)
                .split(separator: 0x0A, omittingEmptySubsequences: false)
            #expect(lines.count > 3)
            lines.swapAt(dice.roll(lines.count), dice.roll(lines.count))
            let text = Array(lines.joined(separator: [0x0A]))
            #expect(MT940Reading(text, piece: 5) == MT940Reading(text))
        }
    }

    @Test func hostileSizes() {
        let megabyte = [UInt8](repeating: UInt8(ascii: "?"), count: 1 << 20)
        #expect(MT940Reading(megabyte).codes.contains("mt940-line-too-long"))
        for filler in ["{4:", "-}{4:", "{1:{2:O940", "\n-\n:20:"] {
            let many = String(repeating: filler, count: 20_000)
            #expect(!MT940Reading(many).findings.isEmpty)
        }
        let head = Array(":20:A\n:25:1\n:60F:C260301EUR0,\n:61:260302C1,NTRFX\n:86:166".utf8)
        for filler in ["?20", "?32A", "SVWZ+", "/NAME/", "od: ", "\n", ":", "\u{0}", "\u{1F}?21"] {
            let rest = Array(String(repeating: filler, count: 30_000).utf8)
            #expect(MT940Reading(head + rest).entries.count == 1)
        }
    }
}
