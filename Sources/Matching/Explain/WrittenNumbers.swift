import Ledger

/// The numbers that a receipt may mean, as the books write them: what must be looked up to decide
/// one receipt without holding every item in memory.
///
/// The company's numbering is learned from some of its numbers, separators and all. Every place of
/// the text where one of its forms can stand gives a number; lists and ranges give those that they
/// may go on to. Far more is asked for than is there, and what is there is judged by the rules.
public struct WrittenNumbers: Sendable {
    /// `INV-2026/000`: a digit stands for any digit.
    private struct Form: Hashable, Sendable {
        let written: [UInt8]

        /// Its letters and digits, capitals.
        var signs: [UInt8] { ASCII.compact(String(decoding: written, as: UTF8.self)) }
        /// How many digits stand at its end.
        var tail: Int { signs.reversed().prefix(while: ASCII.isDigit).count }

        func number(_ signs: ArraySlice<UInt8>) -> [UInt8] {
            var out = written
            var next = signs.startIndex
            for place in out.indices where ASCII.isSign(ASCII.upper(out[place])) {
                if ASCII.isDigit(out[place]) { out[place] = signs[next] }
                next += 1
            }
            return out
        }
    }

    private let forms: [Form]

    /// Of one company no more are learned, the most frequent first.
    private static let formsAtMost = 64
    /// The most that is asked for.
    public static let limit = 4_000
    private static let rangeAtMost: Int64 = 400

    /// - Parameter numbers: some of the company's, of every kind and age.
    public init(learnedFrom numbers: some Sequence<String>) {
        var counts: [Form: Int] = [:]
        for number in numbers {
            let bytes = Array(number.utf8)
            let isPlain = bytes.allSatisfy { $0 < 0x80 }
            guard isPlain, (4..<40).contains(ASCII.compact(number).count) else { continue }
            let form = Form(written: bytes.map { ASCII.isDigit($0) ? ASCII.zero : $0 })
            counts[form, default: 0] += 1
        }
        forms = counts.sorted {
            $0.value != $1.value
                ? $0.value > $1.value : $0.key.written.lexicographicallyPrecedes($1.key.written)
        }.prefix(Self.formsAtMost).map(\.key)
    }

    /// Sorted, each once.
    public func mayMean(_ receipt: Remittance) -> [String] {
        var found: Set<[UInt8]> = []
        let named = (receipt.advice + receipt.documents).map(\.document) + receipt.references
        for text in named + [receipt.endToEndId ?? "", receipt.text.joined(separator: " ")] {
            read(Array(Folding.fold(text).prefix(8_192)), &found)
        }
        return found.map { String(decoding: $0, as: UTF8.self) }.sorted()
    }

    private func read(_ text: [UInt8], _ found: inout Set<[UInt8]>) {
        var signs: [UInt8] = []
        var begins: [Bool] = []
        var isInside = false
        for byte in text {
            let isSign = ASCII.isSign(byte)
            if isSign {
                let isDigit = ASCII.isDigit(byte)
                let follows = isInside && (signs.last.map(ASCII.isDigit) ?? false) == isDigit
                signs.append(byte)
                begins.append(!follows)
            }
            isInside = isSign
        }
        let runs = digits(text)
        for form in forms {
            let shape = form.signs
            for start in signs.indices where found.count < Self.limit {
                // Digits begin where a word begins; letters may follow a word written together.
                if ASCII.isDigit(shape[0]), !begins[start] { continue }
                guard let number = match(shape, signs[start...]) else { continue }
                found.insert(form.number(number[...]))
                goOn(form, number, runs, &found)
            }
        }
    }

    /// The signs of a number of the shape at the front; with zeros before it where digits are left
    /// out behind the letters.
    private func match(_ shape: [UInt8], _ signs: ArraySlice<UInt8>) -> [UInt8]? {
        var number: [UInt8] = []
        number.reserveCapacity(shape.count)
        for (expected, sign) in zip(shape, signs) {
            let fits = ASCII.isDigit(expected) ? ASCII.isDigit(sign) : expected == sign
            if !fits { break }
            number.append(sign)
        }
        if number.count == shape.count { return number }
        let letters = shape.prefix { !ASCII.isDigit($0) }.count
        let isRegular = shape[letters...].allSatisfy(ASCII.isDigit)
        guard letters > 0, isRegular, number.count > letters else { return nil }
        let zeros = repeatElement(ASCII.zero, count: shape.count - number.count)
        return Array(number[..<letters]) + zeros + Array(number[letters...])
    }

    /// `1001/1002`, `-04`: digits that take the place of the last ones, and what lies between.
    private func goOn(
        _ form: Form, _ number: [UInt8], _ runs: [ArraySlice<UInt8>],
        _ found: inout Set<[UInt8]>
    ) {
        let tail = form.tail
        let first = value(number.suffix(tail))
        for run in runs where run.count <= tail {
            if found.count >= Self.limit { return }
            var next = number
            next.replaceSubrange((next.count - run.count)..., with: run)
            found.insert(form.number(next[...]))
            guard let first, let last = value(next.suffix(tail)), last > first,
                last - first <= Self.rangeAtMost
            else { continue }
            for between in first..<last {
                let digits = Array(String(between).utf8)
                var one = number
                one.replaceSubrange((one.count - digits.count)..., with: digits)
                found.insert(form.number(one[...]))
            }
        }
    }

    private func digits(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
        Array(text.split { !ASCII.isDigit($0) }.prefix(400))
    }

    private func value(_ digits: ArraySlice<UInt8>) -> Int64? {
        digits.count > 18
            ? nil : digits.reduce(Int64(0)) { $0 * 10 + Int64($1 - ASCII.zero) }
    }
}
