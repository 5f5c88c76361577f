import Formats
import Post
import Testing

/// Remittance advices in bodies and attachments: each found once, with its place.
@Suite(.enabled(if: MailProgram.isBuilt, "skipped: the product is not built"))
struct MailAdviceTests {
    static let table = """
        <table class=MsoNormalTable border=1><tr><td><p class=MsoNormal><b>Invoice<o:p></o:p></b></p></td>
        <td><p>Date</p></td><td><p>Amount paid</p></td></tr>
        <tr><td><p>INV-2026-1</p></td><td><p>2026-02-01</p></td><td><p align=right>1,000.00</p></td></tr>
        <tr><td><p>INV-2026-2</p></td><td><p>2026-02-02</p></td><td><p align=right>250.00</p></td></tr>
        <tr><td colspan=2><p>Total</p></td><td><p>1,250.00</p></td></tr></table>
        """
    static let said = "Remittance advice: we paid 1,250.00 EUR on 2026-03-05."
    static let plain = """
        \(said)

        Invoice      Date         Amount paid
        INV-2026-1   2026-02-01      1,000.00
        INV-2026-2   2026-02-02        250.00
        Total                        1,250.00
        """

    private func check(_ mail: MailReading, _ place: String) throws {
        #expect(mail.advices.count == 1, "\(mail.advices) \(mail.findings)")
        let found = try #require(mail.advices.first)
        #expect(found.place == place)
        #expect(found.advice.lines.map(\.number) == ["INV-2026-1", "INV-2026-2"])
        #expect(found.advice.lines.map { $0.net?.description } == ["1000.00", "250.00"])
    }

    @Test func inTheText() throws {
        try check(MailReading(MailSample.mail(Self.plain)), "body")
    }

    @Test func inATableAsOutlookWritesIt() throws {
        let mail = MailReading(MailSample.html("<p>\(Self.said)</p>\(Self.table)"))
        try check(mail, "body table 1")
    }

    @Test func inATableWithinLayout() throws {
        let page =
            "<table><tr><td><p>\(Self.said)</p></td></tr><tr><td>\(Self.table)</td></tr></table>"
        try check(MailReading(MailSample.html(page)), "body table 1")
    }

    /// Text and HTML that say the same are one advice.
    @Test func inBothFormsOfABody() throws {
        let both = MailSample.alternative(
            plain: Self.plain, html: "<p>\(Self.said)</p>\(Self.table)")
        let mail = MailReading("From: a@b.example\nTo: c@d.example\nMIME-Version: 1.0\n" + both)
        try check(mail, "body table 1")
        #expect(mail.message?.bodies.count == 1)
        #expect(mail.message?.text == Self.plain + "\n")
    }

    @Test func inACSV() throws {
        let rows =
            "Invoice;Date;Amount paid\nINV-2026-1;2026-02-01;1000.00\nINV-2026-2;2026-02-02;250.00\n"
        let mail = MailReading(
            MailSample.mixed(
                MailSample.text("Payment advice attached."),
                MailSample.attached("remittance.csv", rows, type: "text/csv")))
        try check(mail, "remittance.csv")
    }

    @Test func inAPDF() throws {
        let mail = MailReading(
            MailSample.mixed(
                MailSample.text("Attached."),
                MailSample.attached("Avis.pdf", PDFSample.advice, type: "application/pdf")))
        #expect(mail.advices.count == 1, "\(mail.findings)")
        #expect(mail.lines.map(\.number) == ["INV-2026-1", "INV-2026-2"])
        #expect(mail.advices.first?.advice.amount?.description == "1250.00")
    }

    @Test func inAMailThatIsForwarded() throws {
        let mail = MailReading(
            MailSample.mixed(
                MailSample.text("fyi"),
                "Content-Type: message/rfc822\n\n" + MailSample.mail(Self.plain)))
        try check(mail, "message 1, body")
    }

    @Test func aPDFByItself() {
        let parsed = readPDF(PDFSample.advice, name: "a.pdf", by: MailProgram.program)
        #expect(parsed.document.format == "pdf")
        #expect(
            parsed.document.advices.flatMap(\.lines).map(\.number) == ["INV-2026-1", "INV-2026-2"])
    }

    @Test func nothingIsMadeOfAnOrdinaryMail() {
        let mail = MailReading(MailSample.mail("Dear all,\nplease send a copy of invoice INV-1.\n"))
        #expect(mail.advices == [] && mail.findings == [])
    }
}
