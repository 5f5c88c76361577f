import Formats
import Testing

/// Mails and PDFs are told from other files by how they begin.
@Suite struct MailBeginningTests {
    @Test(arguments: [
        "From: a@b.example\nTo: c@d.example\n\ntext", "from:a\r\nSUBJECT: b\r\n\r\n",
        "From chen Thu Mar  5 14:30:00 2026\nReceived: from x\n\tby y\nDate: z\n",
        "X-Header: of nobody\nMessage-ID: <1>\nX-Other: 2\nMIME-Version: 1.0\n\n:20:DAY1\n:25:1\n",
        "\n\nReturn-Path: <>\nReceived: a\n", "Date: today\nSubject: {4:\n:20:1\n:25:2\n-}",
    ]) func mails(_ text: String) {
        #expect(recognise(prefix: Array(text.utf8)) == .mail)
    }

    @Test(arguments: [
        "From: a\n", "From: a\n\nTo: b\n", "From: a\nno header\nTo: b\n", "From,To\nSubject: a,b\n",
        "OFXHEADER:100\nDATA:OFXSGML\n", ":20:DAY1\n:25:1\n", "",
        "From: a\nFrom: b\nFrom: c\n", "From ", "http://to.example\n",
    ]) func others(_ text: String) {
        let kind = recognise(prefix: Array(text.utf8))
        #expect(kind != .mail)
    }

    @Test func pdfs() {
        #expect(recognise(prefix: Array("%PDF-1.7\n%\u{FF}\n".utf8)) == .pdf)
        #expect(recognise(prefix: Array("\n%PDF-1.4\n".utf8)) == .pdf)
        #expect(recognise(prefix: Array("see %PDF 1".utf8)) != .pdf)
    }
}
