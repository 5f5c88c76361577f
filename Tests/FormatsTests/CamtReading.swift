@testable import Formats

/// A camt file read whole, or in pieces of a given size.
func readCamt(
    _ bytes: [UInt8], piece: Int = .max, limits: CamtLimits = CamtLimits()
) -> Parsed<BankFile> {
    var reader = CamtReader(limits: limits)
    var collector = BankFileCollector()
    inPieces(bytes, of: piece) { part in reader.feed(part) { collector.add($0) } }
    reader.finish { collector.add($0) }
    return collector.finish(format: reader.format)
}

func readCamt(
    _ text: String, piece: Int = .max, limits: CamtLimits = CamtLimits()
) -> Parsed<BankFile> {
    readCamt(Array(text.utf8), piece: piece, limits: limits)
}

extension Parsed<BankFile> {
    var codes: [String] { findings.map(\.code) }
    var entries: [StatementEntry] { document.statements.flatMap(\.entries) }
}
