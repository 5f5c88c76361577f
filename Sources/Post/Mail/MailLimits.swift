/// What is read of a mail, at most.
enum MailLimits {
    /// Bytes of the whole mail, encoded as it is sent.
    static let mail = 64 << 20
    /// Bytes of one part, decoded.
    static let part = 32 << 20
    static let parts = 200
    /// Parts within parts, mails within mails.
    static let depth = 20
    /// Bytes of a header value, decoded.
    static let header = 8 << 10
    /// Addresses in one header, and mails that one refers to.
    static let names = 500
    /// Bytes of a text, decoded.
    static let text = 8 << 20
    /// Findings of one mail.
    static let findings = 100
}
