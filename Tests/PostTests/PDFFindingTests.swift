import Formats
import Post
import Testing

/// PDFs that are none, are closed, or want too much.
@Suite(.enabled(if: MailProgram.isBuilt, "skipped: the product is not built"))
struct PDFFindingTests {
    private func codes(_ bytes: [UInt8]) -> [String] {
        readPDF(bytes, name: "a.pdf", by: MailProgram.program).findings.map(\.code)
    }

    @Test func unreadable() {
        #expect(codes(Array("%PDF-1.4 and nothing".utf8)) == ["pdf-unreadable"])
        #expect(codes([]) == ["pdf-unreadable"])
    }

    @Test func noText() {
        #expect(codes(PDFSample.pdf([[]])) == ["pdf-no-text"])
    }

    @Test func tooLarge() {
        #expect(codes([UInt8](repeating: 0x20, count: 33 << 20)) == ["pdf-too-large"])
    }

    /// Half a PDF is read as far as it goes; that is its reader's business, which must end.
    @Test func cut() {
        let whole = PDFSample.advice
        for length in stride(from: 20, to: whole.count, by: 301) {
            _ = codes(Array(whole.prefix(length)))
        }
    }

    /// A page that shows itself ten times, five levels deep and more: the time ends it.
    @Test func aBomb() {
        let depth = 12
        var objects = [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 5 0 R/Resources<</XObject<</X 6 0 R>>>>>>",
            "<</Type/Font/Subtype/Type1/BaseFont/Courier>>",
            "<</Length 5>>stream\n/X Do\nendstream",
        ]
        for level in 0..<depth {
            let shows = String(repeating: "/X Do ", count: 10)
            let content = level == depth - 1 ? "BT /F 9 Tf (x) Tj ET" : shows
            objects.append(
                "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F 4 0 R>>"
                    + "/XObject<</X \(objects.count + 2) 0 R>>>>/Length \(content.utf8.count)>>"
                    + "stream\n\(content)\nendstream")
        }
        let found = codes(PDFSample.file(objects))
        #expect(found == ["pdf-time-limit"])
    }

    @Test func noProgram() {
        let parsed = readPDF(PDFSample.advice, name: "a.pdf", by: Program(path: "/nowhere/acquit"))
        #expect(parsed.findings.map(\.code) == ["pdf-process-failed"])
    }
}
