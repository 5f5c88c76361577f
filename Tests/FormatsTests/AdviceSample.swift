import Formats
import Testing

/// An advice as it is sent, and what must be read of it.
struct AdviceSample: CustomTestStringConvertible, Sendable {
    enum Form: Sendable { case text, rows, textAndRows }

    let title: String
    let form: Form
    let text: String
    let golden: String

    init(_ title: String, _ form: Form, _ text: String, _ golden: String = "") {
        self.title = title
        self.form = form
        self.text = text
        self.golden = golden
    }

    var testDescription: String { title }

    /// A text is the body of a mail, rows are those of a file beside it, whose name says nothing.
    var reading: AdviceReading {
        switch form {
        case .text: AdviceReading(text)
        case .rows: AdviceReading(rows: text, name: Self.sheet)
        case .textAndRows:
            AdviceReading(
                zip(text.split(separator: "=====\n"), [true, false]).map { part, isText in
                    isText
                        ? AdviceSource(name: "body", content: .text(String(part)))
                        : AdviceSource(
                            name: Self.sheet, content: .rows(AdviceReading.cells(String(part))))
                })
        }
    }

    private static let sheet = "list.xlsx Sheet1"
}
