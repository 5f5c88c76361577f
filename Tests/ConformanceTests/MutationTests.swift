import Foundation
import Testing

@testable import Conformance

/// Files are damaged the same way each time, and what is read of them is counted.
@Suite struct MutationTests {
    static let file = Array("Datum;Text;Betrag\n03.03.2026;Müller 有限公司;1,00\n".utf8)

    private func damaged(_ numbers: some Sequence<Int>) -> [[UInt8]] {
        numbers.map { Mutation(number: $0).damage(Self.file) }
    }

    @Test func theSameNumberDamagesTheSame() {
        #expect(damaged(0..<60) == damaged(0..<60))
        #expect(Set(damaged(0..<20)).count == 20)
    }

    @Test func cutsFlipsAndSwaps() {
        for cut in damaged([0, 4, 8, 12]) {
            #expect(cut.count < Self.file.count && Self.file.starts(with: cut))
        }
        for flipped in damaged([1, 5, 9]) {
            let count = zip(flipped, Self.file).count { $0 != $1 }
            #expect(flipped.count == Self.file.count && (1...8).contains(count))
        }
        for swapped in damaged([2, 6, 10]) { #expect(swapped.sorted() == Self.file.sorted()) }
    }

    @Test func recodes() throws {
        let text = String(decoding: Self.file, as: UTF8.self)
        let all = damaged([3, 7, 11, 15, 19])
        #expect(all[0].starts(with: [0xFF, 0xFE]))
        #expect(String(data: Data(all[0]), encoding: .utf16) == text)
        // 有 and ü in GB18030; what Latin-1 has not.
        #expect(Data(all[1]).range(of: Data([0xD3, 0xD0])) != nil)
        #expect(Data(all[1]).range(of: Data([0xA8, 0xB9])) != nil)
        let latin1 = text.replacing("有限公司", with: "????")
        #expect(String(data: Data(all[2]), encoding: .isoLatin1) == latin1)
        #expect(String(data: Data(all[3]), encoding: .utf16BigEndian) == text)
        #expect(String(data: Data(all[4]), encoding: .utf16LittleEndian) == text)
        // What is no UTF-8 is taken for Latin-1.
        #expect(Mutation(number: 11).damage([0xE9, 0x41]) == [0xE9, 0x41])
        #expect(Mutation(number: 3).damage([0xE9, 0x41]) == [0xFF, 0xFE, 0xE9, 0, 0x41, 0])
    }

    @Test(arguments: 0..<20) func damagesNothingAsWell(_ number: Int) {
        let damaged = Mutation(number: number).damage([])
        #expect(damaged.count <= 2)
    }

    /// A file of a source, one that no reader knows and one that a process of its own reads.
    @Test func countsWhatIsRead() throws {
        let place = FileManager.default.temporaryDirectory.appendingPathComponent(
            "mutations-\(UUID().uuidString)")
        let folder = place.appendingPathComponent("mt940_wolph")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: place) }
        let statement = ":20:DAY1\n:25:100/200\n:28C:1\n:60F:C260302EUR0,\n:62F:C260302EUR0,\n"
        let mail = "From: a@b.example\nTo: c@d.example\nSubject: x\nDate: y\n\ntext"
        for (name, text) in [("a.sta", statement), ("b.bin", "\u{0}\u{1}"), ("c.eml", mail)] {
            try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        }
        var seen: [String] = []
        let results = try Conformance.mutate(place.path, count: 8) { seen.append($0) }
        #expect(seen == ["mt940_wolph/a.sta", "mt940_wolph/b.bin", "mt940_wolph/c.eml"])
        let result = try #require(results.first)
        #expect(results.count == 1 && result.source == "mt940_wolph" && result.files == 1)
        #expect((8..<24).contains(result.mutations))
        #expect(result.slow == [] && result.peak > 1 << 20)

        let slow = try Conformance.mutate(place.path, count: 8, limit: .zero)
        #expect(slow.first?.slow.contains { $0.hasPrefix("a.sta, mutation 7: ") } == true)
    }
}
