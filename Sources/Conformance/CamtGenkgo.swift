import Formats
import Foundation

/// camt files against what the library genkgo/camt reads in them.
enum CamtGenkgo: Source {
    static let folder = "camt_genkgo"

    static let accepted = [
        Accepted(nil, "payment.amount", "a payment has a direction of its own, not its entry's") {
            $1 == "-" + $0
        },
        Accepted(nil, "entry.batch", "the other library does not look for the batch of .001.01") {
            $0 == "FINP-0055-001" && $1.isEmpty
        },
        Accepted(
            nil, "payment.agents", "the other library reads only BIC; we also clearing numbers"
        ) {
            $0 == "100|" + $1
        },
    ]

    static func check(_ folder: Folder, _ sum: inout Sum) throws {
        for name in folder.files(".xml") {
            let (file, findings) = readStatements(try folder.bytes(name), with: CamtReader())
            sum.file(name, findings, isRead: !findings.hasErrors)
            let theirs = CamtOracle(try folder.json(name.dropLast(4) + ".json")).facts
            let ours = CamtFacts(file).facts
            sum.fact(name, "facts", "\(ours.map(\.field))", "\(theirs.map(\.field))")
            for (our, their) in zip(ours, theirs) where our.field == their.field {
                sum.fact(name, our.field, our.value, their.value)
            }
        }
    }
}
