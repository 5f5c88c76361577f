internal import CPaper
import Ledger

/// 1/1024 of a point, as pango counts.
typealias Length = Int32

func points(_ count: Length) -> Length { count * 1024 }
func millimetres(_ count: Length) -> Length { count * 29_027 / 10 }

/// A PDF being made, page by page. The same calls give the same bytes on machines with the same
/// fonts: nothing in it depends on the clock.
final class Press {
    /// Latin letters and all of Chinese in one hand; of Debian's fonts-noto-cjk. Of its sister
    /// without serifs, cairo 1.16 embeds 870 KB that no letter uses as soon as some words of both
    /// scripts are on a page.
    static let family = "Noto Serif CJK SC"

    private let paper: OpaquePointer

    init(title: String, author: String, day: Day, language: Language) throws(PaperFault) {
        var ending = PAPER_FAILED
        var why: UnsafePointer<CChar>?
        let begun = Strings(
            [
                title, author, "Acquit", "\(day)T00:00:00Z", Self.family,
                language == .zh ? "zh-cn" : "en",
            ])
        var facts = begun.facts
        guard let paper = withExtendedLifetime(begun, { paper_begin(&facts, &ending, &why) }) else {
            let reason = why.map { String(cString: $0) } ?? ""
            switch ending {
            case PAPER_NO_LIBRARY: throw .libraryMissing(reason)
            case PAPER_NO_FONT: throw .fontMissing(Self.family)
            default: throw .failed(reason)
            }
        }
        self.paper = paper
    }

    deinit { paper_free(paper) }

    /// A hand that text is set in.
    struct Style: Hashable {
        var size: Length
        var isBold = false
        /// Between lines.
        var spacing: Length = 0
        var isGrey = false
    }

    /// Sets text in lines of at most `width`, or in one.
    func set(_ text: String, _ style: Style, width: Length? = nil) throws(PaperFault) -> SetText {
        var text = text
        let set = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { bytes in
                paper_set(
                    paper, bytes.baseAddress, Int32(clamping: bytes.count), style.size,
                    style.isBold ? 1 : 0, width ?? -1)
            }
        }
        guard let set else { throw .failed("out of memory") }
        let result = SetText(set, style, on: self)
        if paper_text_unknown(set) > 0 {
            throw .unshowable(String(String.UnicodeScalarView(text.unicodeScalars.prefix(80))))
        }
        return result
    }

    func draw(_ text: SetText, line: Int, x: Length, y: Length) {
        _ = paper_draw(paper, text.text, Int32(line), x, y, text.style.isGrey ? 1 : 0)
    }

    func rule(x: Length, y: Length, length: Length, thickness: Length, isGrey: Bool) {
        paper_rule(paper, x, y, length, thickness, isGrey ? 1 : 0)
    }

    func nextPage() { paper_next_page(paper) }

    func finish() throws(PaperFault) -> [UInt8] {
        var bytes: UnsafePointer<UInt8>?
        var count = 0
        var why: UnsafePointer<CChar>?
        guard paper_end(paper, &bytes, &count, &why) == PAPER_DONE else {
            throw .failed(why.map { String(cString: $0) } ?? "")
        }
        return Array(UnsafeBufferPointer(start: bytes, count: count))
    }
}

/// Text in lines, measured. It keeps its press.
final class SetText {
    fileprivate let text: OpaquePointer
    let style: Press.Style
    private let press: Press
    let lines: Int
    let width: Length

    fileprivate init(_ text: OpaquePointer, _ style: Press.Style, on press: Press) {
        self.text = text
        self.style = style
        self.press = press
        lines = Int(paper_text_lines(text))
        width = paper_text_width(text)
    }

    deinit { paper_text_free(text) }

    func height(ofLine line: Int) -> Length {
        paper_line_height(text, Int32(line)) + style.spacing
    }

    var height: Length { (0..<lines).reduce(0) { $0 + height(ofLine: $1) } }
}

/// C strings that live as long as this does.
private final class Strings {
    private let copies: [UnsafeMutablePointer<CChar>]

    init(_ strings: [String]) {
        copies = strings.map { string in
            // What follows a zero would be lost in C.
            let bytes = string.utf8.filter { $0 != 0 }.map { CChar(bitPattern: $0) } + [0]
            let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
            copy.initialize(from: bytes, count: bytes.count)
            return copy
        }
    }

    deinit { for copy in copies { copy.deallocate() } }

    var facts: paper_facts {
        paper_facts(
            title: copies[0], author: copies[1], creator: copies[2], created: copies[3],
            family: copies[4], language: copies[5])
    }
}
