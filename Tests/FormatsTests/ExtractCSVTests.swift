import Testing

@testable import Formats

/// The form of the file: quotes, separators, line ends, bounds.
@Suite struct ExtractCSVTests {
    private func rows(_ text: String) -> [String] {
        let csv = CSVReader()
        var seen: [String] = []
        func drain() {
            while let next = csv.next() {
                switch next {
                case .row(let row):
                    let fields = (0..<row.count).map { row[$0].text }
                    seen.append("\(row.line): " + fields.joined(separator: "¦"))
                case .broken(let kind, let line): seen.append("\(line)! \(kind.rawValue)")
                case .unendedLine(let line): seen.append("\(line)? unended")
                }
            }
        }
        Array(text.utf8).withUnsafeBytes { csv.feed($0) }
        drain()
        csv.finish()
        drain()
        return seen
    }

    @Test(arguments: [
        ("a,b\n1,2\n", ["1: a¦b", "2: 1¦2"]),
        ("a,b\r\n1,2\r\n", ["1: a¦b", "2: 1¦2"]),
        ("a,b\r1,2\r", ["1: a¦b", "2: 1¦2"]),
        ("a,b\r\r\n1,\n", ["1: a¦b", "2: ", "3: 1¦"]),
        ("a;b,c;d\n1;2;3\n", ["1: a¦b,c¦d", "2: 1¦2¦3"]),
        ("a\tb\n1,5\t2\n", ["1: a¦b", "2: 1,5¦2"]),
        ("\"a;x\",\"b;;;y\",c\n", ["1: a;x¦b;;;y¦c"]),
        ("a,b\n\"x\ny\",2\n3,4\n", ["1: a¦b", "2: x\ny¦2", "4: 3¦4"]),
        ("a,b\n\"x\r\ny\rz\",2\n3,4\n", ["1: a¦b", "2: x\r\ny\rz¦2", "5: 3¦4"]),
        ("a,b\n\"say \"\"no\"\"\",\"\"\"\"\n", ["1: a¦b", "2: say \"no\"¦\""]),
        ("a,b\n17\" rack,x\"\"y\n", ["1: a¦b", "2: 17\" rack¦x\"\"y"]),
        ("a,b\n\"x\" ,2\n", ["1: a¦b", "2: x¦2"]),
        ("a,b\n\"x\"y,2\n3,4\n", ["1: a¦b", "2! csv-quote-misplaced", "3: 3¦4"]),
        ("a,b\n1,2\n\"x,3\n4,5\n", ["1: a¦b", "2: 1¦2", "3! csv-quote-not-closed"]),
        ("a,b\n1,2", ["1: a¦b", "2? unended", "2: 1¦2"]),
        ("a,b\n1,", ["1: a¦b", "2? unended", "2: 1¦"]),
        ("a,b\n1,\"2\"", ["1: a¦b", "2? unended", "2: 1¦2"]),
        ("", []),
        ("\n\n", ["1: ", "2: "]),
        ("\u{FEFF}a,b\n", ["1: a¦b"]),
    ])
    func split(text: String, expected: [String]) {
        #expect(rows(text) == expected)
    }

    @Test func boundsAreExact() {
        let longest = String(repeating: "x", count: CSVReader.longestField)
        #expect(rows("a,b\n1,\(longest)\n").count == 2)
        #expect(
            rows("a,b\n1,\(longest)x\n2,3\n").dropFirst() == ["2! csv-field-too-long", "3: 2¦3"])
        #expect(
            rows("a,b\n1,\"\(longest)x\n2,3\n").dropFirst() == ["2! csv-field-too-long", "3: 2¦3"])
        // Sixteen fields and their commas are a byte too long.
        let wide = Array(repeating: longest, count: 16).joined(separator: ",")
        #expect(rows("a,b\n\(wide)\n2,3\n").dropFirst() == ["2! csv-row-too-long", "3: 2¦3"])
        let most = Array(repeating: "c", count: CSVReader.mostColumns).joined(separator: ",")
        #expect(rows(most + "\n").count == 1)
        #expect(rows(most + ",c\n1,2\n") == ["1! csv-too-many-columns", "2: 1¦2"])
        #expect(rows(most + ",c") == ["1? unended", "1! csv-too-many-columns"])
    }

    @Test func oneEndlessLineStaysSmall() {
        let csv = CSVReader()
        let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 16)
        var broken = 0
        for _ in 0..<100 {
            piece.withUnsafeBytes { csv.feed($0) }
            while let next = csv.next() { if case .broken = next { broken += 1 } }
            #expect(csv.buffer.count <= 1 << 18)
        }
        #expect(broken == 1)
    }
}
