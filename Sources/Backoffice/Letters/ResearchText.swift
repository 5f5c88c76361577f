import Ledger
import Receivables

/// The research log of a receipt as people read it: a note after the other, nothing cut off.
public enum ResearchText {
    public static func of(_ notes: [ResearchNote], _ language: Language) -> String {
        notes.map { text($0, language) }.joined(separator: "\n")
    }

    private static func text(_ note: ResearchNote, _ language: Language) -> String {
        let fields: [(String, String?)] = [
            (language("letter", "信函"), note.letter?.rawValue),
            (language("question", "问题"), note.question),
            (language("reference", "编号"), note.reference),
            (language("answer", "答复"), note.answer),
            (language("again on", "再次询问"), note.againOn?.description),
            (language("in place of", "取代"), note.supersedes.map { "\($0.raw)" }),
            (language("superseded by", "已被取代"), note.supersededBy.map { "\($0.raw)" }),
        ]
        let head = language(
            "\(note.notedOn)  note \(note.id.raw) on receipt \(note.receipt.raw): "
                + "\(note.asked), by \(note.channel.rawValue)",
            "\(note.notedOn)  收款 \(note.receipt.raw) 的查询记录 \(note.id.raw)："
                + "\(note.asked)，\(way(note.channel))")
        return fields.reduce(head + "\n") { text, field in
            guard let value = field.1 else { return text }
            return text + "  " + TextWidth.padded(field.0, to: 14, right: false) + value + "\n"
        }
    }

    private static func way(_ channel: ResearchNote.Channel) -> String {
        switch channel {
        case .mail: "邮件"
        case .phone: "电话"
        case .portal: "门户"
        case .bank: "银行"
        }
    }
}
