import Formats
import Post
import Testing

/// Mails that are broken, by accident or on purpose: something is said, and nothing falls.
@Suite(.enabled(if: MailProgram.isBuilt, "skipped: the product is not built"))
struct MailBrokenTests {
    @Test func aBoundaryThatIsNotSaid() {
        let mail = MailReading(
            MailSample.mail("--x\n\ntext\n--x--", "Content-Type: multipart/mixed"))
        #expect(mail.message != nil)
        #expect(mail.codes == ["mail-boundary-missing"])
    }

    @Test func aBoundaryThatDoesNotStand() {
        let mail = MailReading(
            MailSample.mail("text\n", "Content-Type: multipart/mixed; boundary=never"))
        #expect(mail.message != nil && mail.message?.attachments == [])
    }

    @Test func anEndThatIsMissing() {
        let whole = MailSample.mixed(
            MailSample.text("hello"),
            MailSample.attached("a.bin", [UInt8](repeating: 7, count: 900)))
        for length in stride(from: 60, to: whole.utf8.count, by: 97) {
            let mail = MailReading(Array(whole.utf8.prefix(length)))
            #expect(mail.message != nil, "\(length)")
        }
        let mail = MailReading(Array(whole.utf8.prefix(whole.utf8.count - 300)))
        #expect(mail.message?.text == "hello\n")
        #expect(mail.message?.attachments.first?.name == "a.bin")
    }

    @Test func tenThousandPartsInParts() {
        var text = MailSample.mail("", "MIME-Version: 1.0").dropLast()
        for number in 0..<10_000 {
            text += "Content-Type: multipart/mixed; boundary=\"b\(number)\"\n\n--b\(number)\n"
        }
        let mail = MailReading(String(text) + "\ndeep")
        #expect(mail.codes.contains("mail-too-deep") || mail.codes.contains("mail-process-failed"))
    }

    @Test func tenThousandMailsInMails() {
        let text =
            MailSample.mail("", "MIME-Version: 1.0").dropLast()
            + String(repeating: "Content-Type: message/rfc822\n\n", count: 10_000) + "\ndeep"
        let mail = MailReading(String(text))
        #expect(mail.codes.contains("mail-too-deep") || mail.codes.contains("mail-process-failed"))
    }

    @Test func tenThousandParts() throws {
        let parts = [String](repeating: MailSample.text("x"), count: 10_000)
        let mail = MailReading(
            "From: a@b.example\nTo: c@d.example\n" + MailSample.multipart("mixed", parts))
        #expect(mail.codes == ["mail-too-many-parts"])
        #expect(try #require(mail.message).bodies.count < 200)
    }

    @Test func aHeaderOfTenMegabytes() throws {
        let mail = MailReading(
            MailSample.mail("text", "Subject: " + String(repeating: "付款 ", count: 1_500_000)))
        #expect(mail.codes == ["mail-header-cut"])
        let subject = try #require(mail.message?.subject)
        #expect(subject.hasPrefix("付款 付款") && subject.utf8.count <= 8 << 10)
        #expect(mail.message?.text == "text")
    }

    @Test func manyAddresses() throws {
        let many = String(repeating: "a@b.example, ", count: 200_000)
        let message = try #require(MailReading("To: \(many)\nFrom: x@y.example\n\n.").message)
        #expect(message.to.count <= 1000 && message.from.count == 1)
    }

    @Test func bytesOfZero() throws {
        let mail = MailReading("From: a\0b@c.example\nSubject: x\0y\n\nte\0xt\n")
        #expect(mail.message != nil)
        #expect(mail.message?.text?.utf8.contains(0) == false)
    }

    @Test func noMailAtAll() {
        for bytes in [[], [0x0A], [0xFF, 0xFE, 0], Array("hello".utf8)] {
            let mail = MailReading(bytes)
            #expect(mail.advices == [])
        }
    }

    /// Whatever the limits of the process are, they hold: a mail of 60 MiB is read within them.
    @Test func aLargeMail() throws {
        let content = [UInt8](repeating: 0x41, count: 30 << 20)
        let mail = MailReading(MailSample.mixed(MailSample.attached("large.bin", content)))
        #expect(mail.codes == [])
        #expect(try #require(mail.message?.attachments.first).bytes.count == 30 << 20)
    }
}
