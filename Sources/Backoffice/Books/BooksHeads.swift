import Receivables
import Store

/// The heads of the chains: what to write down outside of the books, so that a cut-off tail is
/// found.
public enum BooksHeads {
    public static func text(_ connection: any Connection) throws -> String {
        var text = ""
        for (entity, head) in try JournalReader(connection).heads().sorted(by: { $0.key < $1.key })
        {
            let hash = head.hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            text += "entity \(entity): \(head.event) events, head \(hash)\n"
        }
        return text
    }
}
