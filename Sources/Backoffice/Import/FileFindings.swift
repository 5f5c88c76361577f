import Formats
import Store

/// The findings of a file, kept where people see them: of one that waits, why; of one that was
/// imported, what was odd.
struct FileFindings {
    private let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    func keep(_ findings: [Finding], of hash: String) throws {
        try connection.run("DELETE FROM fileFinding WHERE hash = $1", [.text(hash)])
        if findings.isEmpty { return }
        try connection.load(
            into: "fileFinding",
            columns: ["hash", "place", "code", "severity", "location", "value", "en", "zh"]
        ) { out in
            for (place, finding) in findings.enumerated() {
                out.text(hash)
                out.int(Int64(place))
                out.text(finding.code)
                out.text(finding.severity.rawValue)
                out.text(finding.place.printable)
                out.text(finding.value?.printable)
                out.text(finding.en.printable)
                out.text(finding.zh.printable)
                try out.end()
            }
        }
    }
}
