import Ledger
import Receivables
import Store

/// What one decision of a person did to the books: its events in words, and the entry lines.
public struct Deed: Sendable {
    public let key: String
    /// The same decision had been taken under the same key before.
    public let repeated: Bool
    public let events: ClosedRange<Int64>?
    /// In English and Chinese, one for each event.
    public let sentences: [(en: String, zh: String)]
    public let lines: Table

    /// The key of a decision that was given none: what it says, the day, and why. Said twice by
    /// accident it happens once.
    public static func key(
        _ verb: String, _ command: some Command, on day: Day, why: String
    ) -> String {
        let digest = SHA256.digest("\(why) \(command.wording)").prefix(12)
        let hex = digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        // A key is the cause of its events in the journal, and short enough for an index.
        let reason = String(String.UnicodeScalarView(why.unicodeScalars.prefix(200)))
        return "\(verb) \(day) \(hex)" + (why.isEmpty ? "" : ": \(reason)")
    }

    /// Performs `command` once for `key` and tells what it did.
    public static func perform(
        _ command: some Command, key: String, on database: any Database, at desk: Desk
    ) throws -> Deed {
        let outcome = try Office(database).perform(command, key: key, at: desk)
        return try database.read { connection in
            let record = DeedRecord(connection)
            return Deed(
                key: key, repeated: outcome.repeated, events: outcome.events,
                sentences: try record.sentences(outcome.events),
                lines: try record.lines(outcome.events))
        }
    }

    public func text(_ language: Language) -> String {
        var text = ""
        let numbers = events.map { events in
            events.count == 1
                ? language(" (event \(events.lowerBound))", "（事件 \(events.lowerBound)）")
                : language(
                    " (events \(events.lowerBound) to \(events.upperBound))",
                    "（事件 \(events.lowerBound) 至 \(events.upperBound)）")
        }
        let what = sentences.map { language($0.en, $0.zh) }
            .joined(separator: language("; ", "；"))
        if repeated {
            text += language(
                "already done under the key \"\(key)\": ", "已按键“\(key)”办理过：")
        }
        text += events == nil ? language("nothing changed", "无变化") : what + (numbers ?? "")
        text += "\n"
        if !lines.rows.isEmpty { lines.print(.text) { text += $0 } }
        if repeated {
            text += language(
                "To do it once more, give a new --key.\n", "如需再办一次，请用 --key 给出新键。\n")
        }
        return text
    }

    public var json: String {
        var rows = ""
        lines.print(.json) { rows += $0 }
        let numbers = events.map { "[\($0.lowerBound), \($0.upperBound)]" } ?? "null"
        let what = sentences.map { JSONText.quoted($0.en) }.joined(separator: ", ")
        return """
            {"key": \(JSONText.quoted(key)), "repeated": \(repeated), "events": \(numbers), \
            "did": [\(what)],
            "lines": \(rows.trimmingEnd)}

            """
    }
}
