import Glibc

/// The places of cells as spreadsheets name them: `AB12`.
enum CellReference {
    /// The column, from 0; nil where the text names no cell.
    static func column(_ text: ByteRun) -> Int? {
        var column = 0
        var place = 0
        while text[place].isLetter {
            guard place < 4 else { return nil }
            column = column * 26 + Int((text[place] | 0x20) - 0x60)
            place += 1
        }
        guard column > 0, text.from(place).isDigits else { return nil }
        return column - 1
    }

    static func name(column: Int, row: Int) -> String {
        var letters: [UInt8] = []
        var rest = column + 1
        while rest > 0 {
            letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
            rest = (rest - 1) / 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self) + "\(row)"
    }
}

extension ByteRun {
    init(cString: UnsafePointer<CChar>) {
        let count = strlen(cString)
        self = cString.withMemoryRebound(to: UInt8.self, capacity: count) {
            ByteRun(UnsafeBufferPointer(start: $0, count: count))
        }
    }

    /// Up to eight digits; nil for anything else.
    var smallNumber: Int? {
        guard count <= 8, isDigits else { return nil }
        var number = 0
        for byte in buffer { number = number * 10 + Int(byte & 0xF) }
        return number
    }
}
