import Formats
import Post
import Testing

/// An example of every finding.
@Suite(.enabled(if: MailProgram.isBuilt, "skipped: the product is not built"))
struct MailFindingTests {
    static let parts = "From: a@b.example\nTo: c@d.example\nMIME-Version: 1.0\n"
    static let examples: [(MailFinding, String)] = [
        (.tooLarge, MailSample.mail(String(repeating: "x", count: 65 << 20))),
        (.unreadable, ""),
        (
            .tooDeep,
            MailSample.mail("", "MIME-Version: 1.0").dropLast()
                + String(repeating: "Content-Type: message/rfc822\n\n", count: 30) + "\n."
        ),
        (.tooManyParts, parts + MailSample.multipart("mixed", .init(repeating: "\n.", count: 300))),
        (
            .partTooLarge,
            MailSample.mixed(MailSample.attached("x", [UInt8](repeating: 0, count: 33 << 20)))
        ),
        (.textCut, MailSample.mail(String(repeating: "x\n", count: 5 << 20))),
        (
            .encrypted,
            parts
                + "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=e\n\n"
                + "--e\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--e\n"
                + "Content-Type: application/octet-stream\n\n.\n--e--\n"
        ),
        (.encrypted, MailSample.mail("-----BEGIN PGP MESSAGE-----\n\nhQ\n")),
        (
            .encrypted,
            MailSample.mixed(MailSample.attached("smime.p7m", "x", type: "application/pkcs7-mime"))
        ),
        (
            .tooManyFindings,
            parts
                + MailSample.multipart(
                    "mixed",
                    .init(
                        repeating: "Content-Type: text/plain; charset=of-nobody\n\n\u{FC}",
                        count: 30))
        ),
        (
            .signed,
            parts
                + "Content-Type: multipart/signed; protocol=\"application/pgp-signature\"; boundary=s\n\n"
                + "--s\n\ntext\n--s\nContent-Type: application/pgp-signature\n\n.\n--s--\n"
        ),
        (.tnef, MailSample.mixed(MailSample.attached("winmail.dat", [0x78, 0x9F, 0x3E, 0x22, 1]))),
        (.archive, MailSample.mixed(MailSample.attached("a.zip", [0x50, 0x4B, 3, 4, 20, 0]))),
        (.image, MailSample.mixed(MailSample.attached("a.png", "x", type: "image/png"))),
        (.partial, MailSample.mail(".", "Content-Type: message/partial; id=x; number=1; total=3")),
        (
            .otherFile,
            MailSample.mixed(
                MailSample.attached(
                    "bank.sta", ":20:DAY1\n:25:DE1\n:28C:1/1\n:60F:C260609EUR0,00\n"))
        ),
        (.headerCut, MailSample.mail(".", "Subject: " + String(repeating: "x", count: 9000))),
        (.dateUnreadable, MailSample.mail(".", "Date: the other day")),
        (.boundaryMissing, MailSample.mail(".", "Content-Type: multipart/mixed")),
        (.encodingUnknown, MailSample.mail(".", "Content-Type: text/plain; charset=of-nobody")),
        (
            .textDamaged,
            MailSample.mail(
                "=FC", "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: quoted-printable")
        ),
    ]

    @Test(arguments: examples.indices) func example(_ index: Int) {
        let (finding, mail) = Self.examples[index]
        let codes = Set(MailReading(mail).codes)
        #expect(codes.contains(finding.rawValue), "\(finding): \(codes)")
    }

    @Test func eachHasAnExample() {
        // A crash and a time limit have tests of the process.
        let apart: Set<MailFinding> = [.processFailed, .timeLimit]
        let shown = Set(Self.examples.map(\.0)).union(apart)
        #expect(MailFinding.allCases.filter { !shown.contains($0) } == [])
    }

    @Test func aProcessThatFailsIsAFinding() {
        for path in ["/bin/false", "/nowhere/acquit", "/bin/cat"] {
            let parsed = readMail(Array(MailSample.mail(".").utf8), by: Program(path: path))
            #expect(parsed.findings.map(\.code) == ["mail-process-failed"], "\(path)")
            #expect(parsed.document.message == nil)
        }
    }

    @Test func textsAreThere() {
        for finding in MailFinding.allCases { #expect(!finding.en.isEmpty && !finding.zh.isEmpty) }
        for finding in PDFFinding.allCases { #expect(!finding.en.isEmpty && !finding.zh.isEmpty) }
    }
}
