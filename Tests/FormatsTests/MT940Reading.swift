import Formats
import Ledger

/// A file read whole.
struct MT940Reading: Equatable {
    var format = ""
    var statements: [Statement] = []
    var findings: [Finding] = []

    var entries: [StatementEntry] { statements.flatMap(\.entries) }
    var codes: [String] { findings.map(\.code) }

    init(_ text: String, piece: Int = .max) { self.init(Array(text.utf8), piece: piece) }

    init(_ bytes: [UInt8], piece: Int = .max) {
        var reader = MT940Reader()
        var current: Statement?
        func take(_ event: StatementEvent) {
            switch event {
            case .opened(let statement): current = statement
            case .entry(let entry): current?.entries.append(entry)
            case .closed(var statement):
                statement.entries = current?.entries ?? []
                statements.append(statement)
                current = nil
            case .finding(let finding): findings.append(finding)
            }
        }
        bytes.withUnsafeBytes { all in
            var at = 0
            while at < all.count {
                let end = piece > all.count - at ? all.count : at + piece
                reader.feed(UnsafeRawBufferPointer(rebasing: all[at..<end]), emit: take)
                at = end
            }
        }
        reader.finish(emit: take)
        format = reader.format
    }
}

extension StatementEntry {
    var detail: PaymentDetail { details.first ?? PaymentDetail() }
    var other: PaymentDetail.Party { detail.payer ?? detail.payee ?? PaymentDetail.Party() }
    func references(_ type: String) -> [String] {
        detail.references.filter { $0.type == type }.map(\.value)
    }
}
