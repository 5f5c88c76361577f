import Foundation

/// Mails made for the tests.
enum MailSample {
    /// A text of ASCII, with headers besides the usual ones.
    static func mail(_ text: String, _ headers: String...) -> String {
        let usual = ["From: Chen <chen@kaiyuan.example>", "To: ar@nordwind.example"]
        return (usual + headers).joined(separator: "\n") + "\n\n" + text
    }

    static func multipart(_ kind: String, _ parts: [String], boundary: String = "=-part") -> String
    {
        "Content-Type: multipart/\(kind); boundary=\"\(boundary)\"\n\n"
            + parts.map { "--\(boundary)\n\($0)\n" }.joined() + "--\(boundary)--\n"
    }

    static func mixed(_ parts: String...) -> String {
        "From: chen@kaiyuan.example\nTo: ar@nordwind.example\nMIME-Version: 1.0\n"
            + multipart("mixed", parts)
    }

    static func alternative(plain: String, html: String) -> String {
        multipart(
            "alternative",
            [text(plain), "Content-Type: text/html; charset=utf-8\n\n\(html)"], boundary: "=-form")
    }

    static func text(_ text: String) -> String {
        "Content-Type: text/plain; charset=utf-8\n\n\(text)\n"
    }

    static func attached(
        _ name: String, _ content: some StringProtocol, type: String = "application/octet-stream",
        encoded: String? = nil
    ) -> String {
        attached(name, Array(content.utf8), type: type, encoded: encoded)
    }

    static func attached(
        _ name: String, _ content: [UInt8], type: String = "application/octet-stream",
        encoded: String? = nil
    ) -> String {
        let file = encoded.map { "filename*=\($0)" } ?? "filename=\"\(name)\""
        let base64 = Data(content).base64EncodedString(options: .lineLength76Characters)
        return """
            Content-Type: \(type)
            Content-Disposition: attachment; \(file)
            Content-Transfer-Encoding: base64

            \(base64)
            """
    }

    static func html(_ page: String) -> String {
        mail(page, "Content-Type: text/html; charset=utf-8")
    }

    /// `Subject: 三月份货款付款通知`, and `我司已付款` in the text, with nothing said of GBK.
    static let undeclared: [UInt8] =
        Array("Subject: ".utf8)
        + [
            0xC8, 0xFD, 0xD4, 0xC2, 0xB7, 0xDD, 0xBB, 0xF5, 0xBF, 0xEE, 0xB8, 0xB6, 0xBF, 0xEE,
            0xCD,
            0xA8, 0xD6, 0xAA,
        ] + Array("\nTo: a@b.example\n\n".utf8)
        + [0xCE, 0xD2, 0xCB, 0xBE, 0xD2, 0xD1, 0xB8, 0xB6, 0xBF, 0xEE] + Array("\n".utf8)

    /// Headers in GB18030 and under the name of its forerunner, the text in quoted-printable.
    static let chinese = """
        Return-Path: <chen@kaiyuan.example>
        Message-ID: <20260305.1@kaiyuan.example>
        In-Reply-To: <reminder-77@nordwind.example>
        References: <first@nordwind.example>
         <reminder-77@nordwind.example>
        From: =?gb2312?B?s8LpRg==?= <chen@kaiyuan.example>
        To: "Doe, Jane" <ar@nordwind.example>, Team: cash@nordwind.example;
        Subject: =?GB18030?B?uLa/7s2o1qo=?= =?GB18030?B?IMj91MI=?=
        Date: Fri, 06 Mar 2026 01:30:00 +0800
        MIME-Version: 1.0
        Content-Type: text/plain; charset="gb18030"; format=flowed
        Content-Transfer-Encoding: quoted-printable

        =CE=D2=CB=BE=D2=D1=D3=DA2026=C4=EA3=D4=C25=C8=D5=B8=B6=BF=EE=A1=A3
        > =C7=EB=BE=A1=BF=EC=B8=B6=BF=EE

        """
}
