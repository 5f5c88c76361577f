/// The measures of a letter.
enum Form {
    static let left = millimetres(25)
    static let width = millimetres(165)
    static let right = left + width
    static let top = millimetres(22)
    static let bottom = millimetres(275)
    static let footer = millimetres(282)
    static let letterhead = millimetres(18)
    static let address = millimetres(50)
    static let references = millimetres(125)
    static let subject = millimetres(88)

    static let text = Press.Style(size: points(10) + points(1) / 4, spacing: points(2))
    static let bold = Press.Style(size: text.size, isBold: true, spacing: points(2))
    static let subjectLine = Press.Style(size: points(12), isBold: true, spacing: points(2))
    static let head = Press.Style(size: points(14), isBold: true)
    static let small = Press.Style(size: points(8), isGrey: true)
    static let label = Press.Style(size: points(9), spacing: points(1), isGrey: true)
    static let value = Press.Style(size: points(9), spacing: points(1))

    static let paragraph = points(9)
    static let gutter = points(10)
}
