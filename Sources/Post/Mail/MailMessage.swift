import Ledger

/// A mail taken apart (RFC 5322, MIME): who, when, what about, what it says, what came with it.
///
/// Header values are decoded (RFC 2047, RFC 2231), text is UTF-8 whatever it was, and nothing of it
/// is trusted: names, dates and addresses are what the sender wrote.
public struct MailMessage: Sendable, Equatable {
    /// Message-ID, without its angle brackets.
    public var id: String?
    public var inReplyTo: String?
    /// The thread, oldest first.
    public var references: [String] = []
    public var from: [MailAddress] = []
    public var to: [MailAddress] = []
    public var cc: [MailAddress] = []
    public var subject: String?
    public var date: MailDate?
    /// What the mail says: one body, or several where text and attachments alternate.
    public var bodies: [MailBody] = []
    public var attachments: [MailAttachment] = []
    /// Mails that came inside (message/rfc822), each taken apart as well.
    public var messages: [MailMessage] = []

    public init() {}

    /// Whether there is anything in it that makes it a mail.
    var saysAnything: Bool {
        id != nil || subject != nil || date != nil || !(from + to + cc).isEmpty
            || !attachments.isEmpty || !messages.isEmpty
            || bodies.contains { $0.text.utf8.contains { $0 > 0x20 } }
    }

    /// The bodies as text, with quotations as the sender's program marks them.
    public var text: String? {
        let texts = bodies.map(\.text).filter { !$0.isEmpty }
        return texts.isEmpty ? nil : texts.joined(separator: "\n")
    }
}

public struct MailAddress: Sendable, Equatable {
    /// What people see: a word of the sender, no proof of anything.
    public var name: String?
    public var address: String

    public init(name: String?, address: String) {
        self.name = name
        self.address = address
    }
}

/// The Date header.
public struct MailDate: Sendable, Equatable, CustomStringConvertible {
    /// Milliseconds since 1970, UTC.
    public var at: Int64
    /// Minutes by which the sender's clock is ahead of UTC.
    public var offset: Int

    public init(at: Int64, offset: Int) {
        self.at = at
        self.offset = offset
    }

    private var localSeconds: Int64 { at / 1000 + Int64(offset) * 60 }

    /// The day that the sender's calendar shows.
    public var day: Day {
        let (days, rest) = localSeconds.quotientAndRemainder(dividingBy: 86_400)
        return Day(number: Int32(clamping: rest < 0 ? days - 1 : days))
    }

    /// `2026-03-05T14:30:00+08:00` (RFC 3339).
    public var description: String {
        let second = Int((localSeconds % 86_400 + 86_400) % 86_400)
        let away = abs(offset)
        let time = [second / 3600, second / 60 % 60, second % 60].map(Self.two)
        let zone = [away / 60, away % 60].map(Self.two).joined(separator: ":")
        return "\(day)T\(time.joined(separator: ":"))\(offset < 0 ? "-" : "+")\(zone)"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// One body, in the forms in which it was sent.
public struct MailBody: Sendable, Equatable {
    /// The form that is text.
    public var plain: String?
    /// The form that is HTML.
    public var page: Page?

    public init(plain: String? = nil, page: Page? = nil) {
        self.plain = plain
        self.page = page
    }

    public var text: String { plain ?? page?.text ?? "" }
}

/// A part of a mail that is no body.
public struct MailAttachment: Sendable, Equatable {
    /// As the sender wrote it: data, never a path.
    public var name: String?
    /// `application/pdf`, in lower case, as the sender says.
    public var type: String
    /// Bytes, decoded.
    public var size: Int
    /// Empty where the part is beyond the limits.
    public var bytes: [UInt8] = []
    /// Where the part is HTML.
    public var page: Page?

    public init(name: String?, type: String, size: Int) {
        self.name = name
        self.type = type
        self.size = size
    }
}
