import Ledger

extension Letter {
    /// The letter as a PDF of A4 pages, its fonts embedded as far as they are used. The same letter
    /// gives the same bytes; its creation date is the day of the letter.
    ///
    /// The address stands where the window of an envelope is, as DIN 5008 form B has it (address
    /// field 20 mm from the left and 45 mm from the top).
    public func pdf() throws(PaperFault) -> [UInt8] {
        let press = try Press(title: subject, author: sender, day: date, language: language)
        let pages = try LetterSetting(self, press).pages()
        for (number, page) in pages.enumerated() {
            if number > 0 { press.nextPage() }
            for (y, mark) in page {
                switch mark {
                case .line(let text, let line, let x): press.draw(text, line: line, x: x, y: y)
                case .rule(let x, let length, let thickness, let isGrey):
                    press.rule(x: x, y: y, length: length, thickness: thickness, isGrey: isGrey)
                }
            }
        }
        return try press.finish()
    }
}

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
    static let subject = millimetres(94)

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

/// Sets a letter: head, address, references, subject, body, closing; enclosures; footers.
struct LetterSetting {
    let letter: Letter
    let press: Press

    init(_ letter: Letter, _ press: Press) {
        self.letter = letter
        self.press = press
    }

    func pages() throws(PaperFault) -> [[(y: Length, mark: Galley.Mark)]] {
        var galley = Galley(first: Form.letterhead, top: Form.top, bottom: Form.bottom)
        try head(&galley)
        try body(letter.body, &galley)
        try closing(&galley)
        for enclosure in letter.enclosures {
            galley.turn()
            galley.put(
                try press.set(enclosure.title, Form.head, width: Form.width), x: Form.left)
            galley.skip(points(14))
            try body(enclosure.body, &galley)
        }
        var pages = galley.pages
        for number in pages.indices {
            pages[number] += try footer(page: number + 1, of: pages.count)
        }
        return pages
    }

    private func head(_ galley: inout Galley) throws(PaperFault) {
        let sender = try press.set(letter.sender, Form.head, width: Form.width)
        galley.put(sender, x: Form.left)
        galley.y += points(5)
        galley.rule(
            x: Form.left, length: Form.width, thickness: points(1) * 3 / 4, isGrey: false)

        galley.y = max(galley.y + points(14), Form.address)
        let start = galley.y
        for line in letter.recipient {
            let width = Form.references - Form.left - Form.gutter
            galley.put(try press.set(line, Form.text, width: width), x: Form.left)
        }
        let address = galley.y
        galley.y = start
        for field in letter.references {
            let width = Form.right - Form.references
            galley.put(try press.set(field.label, Form.small, width: width), x: Form.references)
            galley.put(try press.set(field.value, Form.value, width: width), x: Form.references)
            galley.y += points(3)
        }
        galley.y = max(galley.y + points(10), address + points(20), Form.subject)
        galley.put(
            try press.set(letter.subject, Form.subjectLine, width: Form.width), x: Form.left)
        galley.y += points(10)
    }

    private func body(
        _ blocks: [Letter.Block], _ galley: inout Galley
    ) throws(PaperFault) {
        for block in blocks {
            switch block {
            case .paragraph(let text):
                galley.flow(try press.set(text, Form.text, width: Form.width), x: Form.left)
                galley.skip(Form.paragraph)
            case .facts(let fields): try facts(fields, &galley)
            case .table(let table): try TableSetting(table, press).put(&galley)
            case .signatures(let names): try signatures(names, &galley)
            }
        }
    }

    /// Labels in one column, values beside them.
    private func facts(_ fields: [Letter.Field], _ galley: inout Galley) throws(PaperFault) {
        var labels: [SetText] = []
        for field in fields {
            labels.append(try press.set(field.label, Form.label, width: Form.width / 3))
        }
        let indent = points(8)
        let column = (labels.map(\.width).max() ?? 0) + indent + points(16)
        for (field, label) in zip(fields, labels) {
            let value = try press.set(field.value, Form.value, width: Form.width - column)
            galley.turnUnless(max(label.height, value.height))
            let start = galley.y
            galley.put(label, x: Form.left + indent)
            let end = galley.y
            galley.y = start
            galley.flow(value, x: Form.left + column)
            galley.y = max(galley.y, end) + points(2)
        }
        galley.skip(Form.paragraph)
    }

    private func signatures(
        _ names: [String], _ galley: inout Galley
    ) throws(PaperFault) {
        if names.isEmpty { return }
        let count = Length(names.count)
        let width = (Form.width - Form.gutter * 2 * (count - 1)) / count
        var places: [SetText] = []
        for name in names { places.append(try press.set(name, Form.value, width: width)) }
        let room = points(54)
        galley.turnUnless(room + (places.map(\.height).max() ?? 0) + points(30))
        galley.y += room
        let start = galley.y
        var end = start
        for (place, text) in places.enumerated() {
            let x = Form.left + Length(place) * (width + Form.gutter * 2)
            galley.y = start
            galley.rule(x: x, length: width, thickness: points(1) / 2, isGrey: false)
            galley.y += points(4)
            galley.put(text, x: x)
            end = max(end, galley.y)
        }
        galley.y = end + Form.paragraph
    }

    /// The courtesy, room for a signature, and who signs: never on two pages.
    private func closing(_ galley: inout Galley) throws(PaperFault) {
        let courtesy = try press.set(letter.closing, Form.text, width: Form.width)
        var signed: [SetText] = []
        for (place, line) in letter.signedBy.enumerated() {
            let style = place == 0 ? Form.bold : Form.text
            signed.append(try press.set(line, style, width: Form.width))
        }
        let room = points(40)
        galley.turnUnless(signed.reduce(courtesy.height + room) { $0 + $1.height })
        galley.put(courtesy, x: Form.left)
        galley.y += room
        for line in signed { galley.put(line, x: Form.left) }
    }

    private func footer(
        page: Int, of count: Int
    ) throws(PaperFault) -> [(y: Length, mark: Galley.Mark)] {
        let number = letter.language("page \(page) of \(count)", "第 \(page) 页，共 \(count) 页")
        let right = try press.set(number, Form.small)
        let reference = letter.references.first.map { " · \($0.value)" } ?? ""
        let left = try press.set(letter.sender + reference, Form.small, width: Form.width * 3 / 4)
        return [
            (
                Form.footer - points(4),
                .rule(
                    x: Form.left, length: Form.width, thickness: points(1) / 2, isGrey: true)
            ),
            (Form.footer, .line(left, 0, x: Form.left)),
            (Form.footer, .line(right, 0, x: Form.right - right.width)),
        ]
    }
}
