import Ledger

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
        try body(letter.body.dropLast(), &galley)
        // The closing is not alone on its page.
        let closing = try self.closing()
        if case .paragraph(let last)? = letter.body.last {
            let height = try press.set(last, Form.text, width: Form.width).height
            galley.turnUnless(height + Form.paragraph + closing.height)
        }
        try body(letter.body.suffix(1), &galley)
        put(closing, &galley)
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
        _ blocks: some Sequence<Letter.Block>, _ galley: inout Galley
    ) throws(PaperFault) {
        for block in blocks {
            switch block {
            case .paragraph(let text): try paragraph(text, &galley)
            case .facts(let fields): try facts(fields, &galley)
            case .table(let table): try TableSetting(table, press).put(&galley)
            case .signatures(let names): try signatures(names, &galley)
            }
        }
    }

    /// Marks of a list stand before its text.
    private func paragraph(_ text: String, _ galley: inout Galley) throws(PaperFault) {
        let items = ListItem.items(text)
        var marks: [SetText] = []
        for item in items { marks.append(try press.set(item.mark, Form.text)) }
        let indent = marks.map(\.width).max().map { $0 > 0 ? $0 + points(5) : 0 } ?? 0
        for (item, mark) in zip(items, marks) {
            let text = try press.set(item.text, Form.text, width: Form.width - indent)
            if indent > 0 {
                // The mark is on the page of the first line beside it.
                galley.turnUnless(text.lines < 4 ? text.height : mark.height * 2)
                galley.put(.line(mark, 0, x: Form.left), at: galley.y)
            }
            galley.flow(text, x: Form.left + indent)
        }
        galley.skip(Form.paragraph)
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

    private struct Closing {
        let courtesy: SetText
        let signed: [SetText]
        let room = points(40)

        var height: Length { signed.reduce(courtesy.height + room) { $0 + $1.height } }
    }

    private func closing() throws(PaperFault) -> Closing {
        var signed: [SetText] = []
        for (place, line) in letter.signedBy.enumerated() {
            let style = place == 0 ? Form.bold : Form.text
            signed.append(try press.set(line, style, width: Form.width))
        }
        return Closing(
            courtesy: try press.set(letter.closing, Form.text, width: Form.width), signed: signed)
    }

    /// The courtesy, room for a signature, and who signs: never on two pages.
    private func put(_ closing: Closing, _ galley: inout Galley) {
        galley.turnUnless(closing.height)
        galley.put(closing.courtesy, x: Form.left)
        galley.y += closing.room
        for line in closing.signed { galley.put(line, x: Form.left) }
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
