/// The fields of MT940 and MT942 (SWIFT User Handbook, category 9) by their tags.
enum MT940Tag {
    case reference, relatedReference, account, number, dateTime, floorLimit
    case opening, line, details, closing, available, forward
    case debitTotal, creditTotal
    /// `:NS:`, of German banks: lines of text behind a number of two digits.
    case nonSwift
    /// `:940:`, `:942:`: some banks put the message type in the place of a field.
    case type940, type942
    case unknown

    /// The tag at the start of a line and how long it is; nil where the line starts otherwise.
    static func read(_ line: ByteRun) -> (tag: MT940Tag, length: Int)? {
        guard line[0] == UInt8(ascii: ":"), line[1].isDigit, line[2].isDigit else {
            return line.has(":NS:") ? (.nonSwift, 4) : nil
        }
        if line.has(":940:") { return (.type940, 5) }
        if line.has(":942:") { return (.type942, 5) }
        let letter = line[3] == UInt8(ascii: ":") ? 0 : line[3]
        if letter != 0, !letter.isCapital || line[4] != UInt8(ascii: ":") { return nil }
        let number = (line[1] &- 0x30) &* 10 &+ (line[2] &- 0x30)
        let length = letter == 0 ? 4 : 5
        let tag: MT940Tag =
            switch (number, letter) {
            case (20, 0): .reference
            case (21, 0): .relatedReference
            case (25, 0), (25, UInt8(ascii: "P")): .account
            case (28, 0), (28, UInt8(ascii: "C")): .number
            case (13, UInt8(ascii: "D")), (13, 0): .dateTime
            case (34, UInt8(ascii: "F")): .floorLimit
            case (60, UInt8(ascii: "F")), (60, UInt8(ascii: "M")), (60, 0): .opening
            case (61, 0): .line
            case (62, UInt8(ascii: "F")), (62, UInt8(ascii: "M")), (62, 0): .closing
            case (64, 0): .available
            case (65, 0): .forward
            case (86, 0): .details
            case (90, UInt8(ascii: "D")): .debitTotal
            case (90, UInt8(ascii: "C")): .creditTotal
            default: .unknown
            }
        return (tag, length)
    }

    /// Whether the field may stand after the closing balance of the same statement.
    var followsClosing: Bool {
        switch self {
        case .details, .available, .forward, .debitTotal, .creditTotal, .nonSwift, .unknown: true
        default: false
        }
    }
}
