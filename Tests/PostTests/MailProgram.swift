import Formats
import Foundation
import Post
import Testing

/// The built product, which takes mails apart: `$ACQUIT_BINARY`, else the release build.
enum MailProgram {
    static let path: String =
        ProcessInfo.processInfo.environment["ACQUIT_BINARY"]
        ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent(".build/release/acquit").path
    static let isBuilt = FileManager.default.isExecutableFile(atPath: path)
    static var program: Program { Program(path: path) }
}

/// A mail read whole.
struct MailReading {
    let message: MailMessage?
    let advices: [MailFile.FoundAdvice]
    let findings: [Finding]

    var codes: [String] { findings.map(\.code) }
    var lines: [AdviceLine] { advices.flatMap(\.advice.lines) }

    init(_ text: String) { self.init(Array(text.utf8)) }

    init(_ bytes: [UInt8]) {
        let parsed = readMail(bytes, by: MailProgram.program)
        message = parsed.document.message
        advices = parsed.document.advices
        findings = parsed.findings
    }
}
