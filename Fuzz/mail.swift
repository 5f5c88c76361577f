import Formats
import Ledger

/// What is done with a mail besides GMime's part: the answer of the process, headers, text, pages.
/// Whatever the bytes are, each comes to an end within its bounds.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMail(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0 else { return 0 }
    let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    switch start[0] % 4 {
    case 0:
        let answer = MailAnswer(bytes, place: "mail")
        precondition((answer?.findings.count ?? 0) <= MailLimits.findings * 2)
        _ = answer?.message?.text
    case 1:
        let page = HTMLReader.page(Array(MailText.decode(bytes, nil).text.utf8))
        for table in page.tables {
            precondition(table.range.upperBound <= page.text.utf8.count, "a table beyond the text")
            precondition(table.rows.allSatisfy { $0.count <= 256 }, "a row of too many cells")
        }
        _ = page.sources(named: "body")
    case 2:
        let text = HeaderBytes.text(bytes)
        precondition(MailText.oneLine(text)?.utf8.allSatisfy { $0 >= 0x20 } != false)
        _ = MailStart.mail(bytes).count
        _ = MailBeginning.isMail(bytes)
    default:
        let name = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
        let text = MailText.decode(Array(bytes.dropFirst(name.utf8.count + 1)), name).text
        precondition(text.utf8.count <= 6 * bytes.count, "text out of nothing")
        let encoded = Base64.encode(bytes)
        precondition(Base64.decode(encoded) == bytes, "base64 is not its own inverse")
    }
    return 0
}
