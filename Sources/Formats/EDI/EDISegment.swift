import Ledger

/// One segment of X12 or EDIFACT, without its separators and releases.
struct EDISegment {
    /// A segment is at most 64 KiB, its separators counted.
    static let limit = 64 << 10
    /// What a value keeps of its bytes: no element of either standard is as long.
    static let longestValue = 512

    /// Which in the file, from 1.
    var number = 0
    /// It was longer than ``limit``; the rest is lost.
    private(set) var isCut = false
    private(set) var bytes: [UInt8] = []
    private var cuts: [Cut] = []

    /// Where an element or a component of one ends.
    private struct Cut {
        let place: Int
        let isElement: Bool
    }

    /// Only of a tag so far.
    var isTag: Bool { cuts.isEmpty }
    var isEmpty: Bool { cuts.isEmpty && bytes.isEmpty }

    mutating func append(_ byte: UInt8) {
        if hasRoom { bytes.append(byte) }
    }

    mutating func cut(isElement: Bool) {
        if hasRoom { cuts.append(Cut(place: bytes.count, isElement: isElement)) }
    }

    mutating func clear() {
        isCut = false
        bytes.removeAll(keepingCapacity: true)
        cuts.removeAll(keepingCapacity: true)
    }

    private var hasRoom: Bool {
        mutating get {
            if bytes.count + cuts.count < Self.limit { return true }
            isCut = true
            return false
        }
    }

    var tag: String { self[0] ?? "" }
    var place: String { tag.isEmpty ? "segment \(number)" : "segment \(number), \(tag)" }

    /// The trimmed value of an element, or of its component, both from 0; the tag is element 0. Nil
    /// where there is none.
    subscript(_ element: Int, _ component: Int = 0) -> String? {
        guard let range = range(element, component) else { return nil }
        return bytes.withUnsafeBufferPointer { buffer in
            let value = ByteRun(buffer).part(range.lowerBound, range.upperBound).trimmed
                .upTo(Self.longestValue)
            if value.isASCII { return value.text }
            var copy = Array(value.buffer)
            UndeclaredText.normalise(&copy)
            return copy.withUnsafeBufferPointer { ByteRun($0).text }
        }
    }

    /// The values of all components of an element, those that are empty left out.
    func components(_ element: Int) -> [String] {
        var found: [String] = []
        var component = 0
        while component < 8, range(element, component) != nil {
            if let value = self[element, component] { found.append(value) }
            component += 1
        }
        return found
    }

    private func range(_ element: Int, _ component: Int) -> Range<Int>? {
        var at = (element: 0, component: 0)
        var start = 0
        for cut in cuts {
            if at == (element, component) { return start..<cut.place }
            start = cut.place
            if cut.isElement {
                at = (at.element + 1, 0)
                if at.element > element { return nil }
            } else {
                at.component += 1
            }
        }
        return at == (element, component) ? start..<bytes.count : nil
    }
}

/// Values that are more than text.
enum EDIValue {
    /// A number with a point or, as ISO 9735 allows, a comma; nil for anything else.
    static func amount(_ text: String, allowsComma: Bool) -> Amount? {
        // One that was cut is not the number that was written.
        guard text.utf8.count < EDISegment.longestValue else { return nil }
        if let amount = Amount(text) { return amount }
        return allowsComma ? Amount(utf8: text.utf8, point: UInt8(ascii: ",")) : nil
    }

    /// `CCYYMMDD` or `YYMMDD`, perhaps with a time behind; nil for anything else.
    static func day(_ text: String) -> Day? {
        let digits = Array(text.utf8)
        guard digits.allSatisfy(\.isDigit) else { return nil }
        switch digits.count {
        case 6, 10:
            return digits.withUnsafeBufferPointer { ShortDate.full(ByteRun($0)).day }
        case 8, 12, 14:
            let number = digits[..<8].reduce(0) { $0 * 10 + Int($1 - 0x30) }
            return Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
        default: return nil
        }
    }

    /// Nil where it is no count; ten digits are beyond any.
    static func count(_ text: String) -> Int? {
        guard text.utf8.count < 10, !text.isEmpty, text.utf8.allSatisfy(\.isDigit) else {
            return nil
        }
        return text.utf8.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
