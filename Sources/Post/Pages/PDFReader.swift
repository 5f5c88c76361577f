import Formats
import Glibc

/// Reads the text of a PDF page by page with pdftotext (poppler), in a process of its own: lines
/// and columns stand where they stand on the page.
enum PDFReader {
    private static let mostPages = 500
    private static let size = 32 << 20

    static func pages(_ bytes: [UInt8], place: String, by program: Program) -> Parsed<[String]> {
        if bytes.count > size {
            return Parsed([], findings: [Finding(PDFFinding.tooLarge, at: place)])
        }
        let output = bytes.withUnsafeBytes { program.run(.readPDF, on: $0) }
        if let (problem, value) = problem(output) {
            return Parsed([], findings: [Finding(problem, at: place, value: value)])
        }
        // Each page ends in a form feed.
        let pages = output.bytes.split(separator: 0x0C, omittingEmptySubsequences: false)
            .dropLast().map { String(decoding: $0, as: UTF8.self) }
        let hasText = pages.contains { page in page.utf8.contains { $0 > 0x20 } }
        let findings = hasText ? [] : [Finding(PDFFinding.noText, at: place)]
        return Parsed(pages, findings: findings)
    }

    private static func problem(_ output: ChildProcess.Output) -> (PDFFinding, String?)? {
        let error = String(decoding: output.error, as: UTF8.self)
        switch output.ending {
        case .exited(0): return nil
        case .exited(127): return (.readerMissing, nil)
        case .exited(let code):
            let line = error.split(separator: "\n").first.map(String.init)
            return (error.contains("password") ? .locked : .unreadable, line ?? "exit \(code)")
        case .timeLimit, .killed(SIGXCPU): return (.timeLimit, nil)
        case .killed(let signal): return (.processFailed, "signal \(signal)")
        case .outputLimit: return (.tooLarge, nil)
        case .notStarted(let number): return (.processFailed, String(cString: strerror(number)))
        }
    }

    /// Makes this process pdftotext; returns a status for the shell where that cannot be.
    static func becomePDFToText() -> Int32 {
        let words = ["pdftotext", "-layout", "-enc", "UTF-8", "-l", "\(mostPages)", "-q", "-", "-"]
        withStrings(words) { _ = execvp("pdftotext", $0) }
        return errno == ENOENT ? 127 : 126
    }
}

/// Reads a PDF that is a file by itself: one source, with the advices in it.
public func readPDF(
    _ bytes: [UInt8], name: String, by program: Program = .itself
) -> Parsed<AdviceFile> {
    let pages = PDFReader.pages(bytes, place: name, by: program)
    let sources = pages.document.enumerated().map { number, page in
        AdviceSource(name: "\(name) page \(number + 1)", content: .text(page))
    }
    let found = findAdvices(in: sources)
    var file = AdviceFile(format: "pdf")
    file.advices = found.document
    return Parsed(file, findings: pages.findings + found.findings)
}
