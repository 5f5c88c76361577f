/// Reads a bank's export of account movements as a table, by the profile whose header it has
/// (docs/formats/profiles.md).
///
/// Text comes in pieces through ``feed(_:emit:)``, rows of a workbook one by one through
/// ``take(_:emit:)``; a reader reads one of the two. Each account is one ``Statement``, its entries
/// are in the order of the file. Memory does not grow with the file.
public struct ProfileReader: StatementReader {
    private let csv = CSVReader(preamble: 63)
    private var table: ProfileTable
    private var hasText = false

    public init(_ profiles: [BankProfile]) { table = ProfileTable(profiles) }

    /// `csv:<profile>`; empty until the header is found.
    public var format: String { table.fit.map { "csv:" + $0.profile.name } ?? "" }

    /// The profile that is used, with the columns it has found.
    public var fit: ProfileFit? { table.fit }
    /// The header, or where no profile fits the row that looks most like one.
    public var header: [String] { table.header }
    /// The rows before it.
    public var preamble: [[String]] { table.preamble.rows }

    /// Whether a file that begins so is a table which a profile fits.
    public static func fits(
        start bytes: UnsafeRawBufferPointer, _ profiles: [BankProfile]
    ) -> Bool {
        var reader = ProfileReader(profiles)
        reader.feed(UnsafeRawBufferPointer(rebasing: bytes.prefix(pieceLength))) { _ in }
        if reader.fit == nil { reader.finish { _ in } }
        return reader.fit != nil
    }

    private static let pieceLength = 1 << 16

    public mutating func feed(_ bytes: UnsafeRawBufferPointer, emit: (StatementEvent) -> Void) {
        hasText = true
        var start = 0
        while start < bytes.count {
            let end = min(start + Self.pieceLength, bytes.count)
            csv.feed(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
            drain(emit)
            start = end
        }
    }

    public mutating func take(_ row: TableRow, emit: (StatementEvent) -> Void) {
        table.take(row, emit)
    }

    public mutating func finish(emit: (StatementEvent) -> Void) {
        if hasText {
            csv.finish()
            drain(emit)
        }
        table.finish(emit)
    }

    private mutating func drain(_ emit: (StatementEvent) -> Void) {
        while let next = csv.next() {
            switch next {
            case .row(let row):
                let isGuessed = csv.encoding == nil || csv.encoding == .utf8
                table.take(row, isGuessed: isGuessed, emit)
            case .broken(let kind, let line):
                table.say(Finding(kind, at: "row \(line)"), emit)
            case .unendedLine(let line):
                // Exports of a bank often lack the last line end.
                table.unended = line
            }
        }
    }
}
