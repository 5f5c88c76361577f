import Formats
import Ledger
import Post
import Testing

/// Mails as payers write them, and what an advice reader gets of them.
@Suite(.enabled(if: MailProgram.isBuilt, "skipped: the product is not built"))
struct MailTests {
    @Test func chineseHeadersAndText() throws {
        let mail = MailReading(MailSample.chinese)
        let message = try #require(mail.message)
        #expect(message.id == "20260305.1@kaiyuan.example")
        #expect(message.inReplyTo == "reminder-77@nordwind.example")
        #expect(message.references == ["first@nordwind.example", "reminder-77@nordwind.example"])
        #expect(
            message.from == [MailAddress(name: "陈镕", address: "chen@kaiyuan.example")])
        #expect(
            message.to == [
                MailAddress(name: "Doe, Jane", address: "ar@nordwind.example"),
                MailAddress(name: nil, address: "cash@nordwind.example"),
            ])
        #expect(message.subject == "付款通知 三月")
        #expect(message.date?.description == "2026-03-06T01:30:00+08:00")
        #expect(message.date?.day == Day("2026-03-06"))
        #expect(message.date?.at == 1_772_731_800_000)
        #expect(message.text == "我司已于2026年3月5日付款。\n> 请尽快付款\n")
        #expect(mail.findings == [])
    }

    @Test func charactersThatNobodyDeclared() throws {
        let mail = MailReading(MailSample.undeclared)
        #expect(mail.message?.subject == "三月份货款付款通知")
        #expect(mail.message?.text == "我司已付款\n")
    }

    @Test(arguments: [
        ("iso-8859-1", "=FC", "ü"), ("windows-1252", "=80", "€"), ("big5", "=A5I", "付"),
        ("iso-2022-jp", "=1B$B;YJ'=1B(B", "支払"), ("utf-7", "+ZS9iVQ-", "支払"),
        ("gb2312", "=E9F", "镕"), ("utf-8", "=C3=BC", "ü"), ("us-ascii", "=C3=BC", "ü"),
        ("x-of-nobody", "=C3=BC", "ü"), ("koi8-r", "=C4=C1", "да"),
    ]) func characterSets(_ name: String, _ sent: String, _ read: String) {
        let mail = MailReading(
            MailSample.mail(
                sent, "Content-Type: text/plain; charset=\(name)",
                "Content-Transfer-Encoding: quoted-printable"))
        #expect(mail.message?.text == read)
        #expect(mail.codes == (name == "x-of-nobody" ? ["mail-encoding-unknown"] : []))
    }

    @Test func attachmentsAreNamed() throws {
        let mail = MailReading(
            MailSample.mixed(
                MailSample.text("Please see attached."),
                MailSample.attached(
                    "Überweisung 3.txt", "hello", encoded: "UTF-8''%C3%9Cberweisung%203.txt"),
                MailSample.attached("plain.bin", "\u{1}\u{2}")))
        let attachments = try #require(mail.message?.attachments)
        #expect(attachments.map(\.name) == ["Überweisung 3.txt", "plain.bin"])
        #expect(
            attachments.map(\.type) == ["application/octet-stream", "application/octet-stream"])
        #expect(attachments.map(\.size) == [5, 2])
        #expect(attachments.first?.bytes == Array("hello".utf8))
        #expect(mail.message?.text == "Please see attached.\n")
    }

    @Test func aMailInAMailIsTakenApartToo() throws {
        let inner = MailSample.mail("paid", "Subject: inner")
        let mail = MailReading(
            MailSample.mixed(
                MailSample.text("fwd"), "Content-Type: message/rfc822\n\n" + inner))
        let message = try #require(mail.message?.messages.first)
        #expect(message.subject == "inner" && message.text == "paid")
        #expect(mail.message?.text == "fwd\n")
    }

    @Test func whatStandsBeforeTheHeaders() {
        for before in ["From chen@kaiyuan.example Thu Mar  5 14:30:00 2026\n", "\u{FEFF}", "\n\n"] {
            let mail = MailReading(before + MailSample.mail("text"))
            #expect(mail.message?.text == "text" && mail.message?.from.first != nil)
        }
    }
}
