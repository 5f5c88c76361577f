import Receivables

/// Writes what happens to files and to what came with them: imported, taken back, tied to money.
struct ImportWriter {
    let connection: any Connection

    func write(_ event: Event, at moment: Int64) throws {
        switch event {
        case .fileImported(let file): try imported(file, at: moment)
        case .importUndone(let hash, _):
            try connection.run(
                "UPDATE importedFile SET undone = 1 WHERE hash = $1", [.text(hash)])
        case .statementWithdrawn(let id):
            try connection.run(
                "UPDATE bankStatement SET withdrawn = 1 WHERE id = $1", [.int(id.raw)])
        case .bankLineReversed(let line, let day):
            try connection.run(
                "UPDATE bankLine SET reversedOn = $1 WHERE id = $2",
                [.int(Int64(day.number)), .int(line.id.raw)])
        case .noticeTied(let notice, let line):
            try connection.run(
                "UPDATE notice SET line = $1 WHERE id = $2", [Value(line?.raw), .int(notice.raw)])
        case .noticeWithdrawn(let notice):
            try connection.run(
                "UPDATE notice SET withdrawn = 1 WHERE id = $1", [.int(notice.raw)])
        case .adviceTied(let advice, let receipt, let byHand):
            try connection.run(
                "UPDATE advice SET receipt = $1, byHand = $2 WHERE id = $3",
                [Value(receipt?.raw), .int(byHand ? 1 : 0), .int(advice.raw)])
        case .adviceWithdrawn(let advice):
            try connection.run(
                "UPDATE advice SET withdrawn = 1 WHERE id = $1", [.int(advice.raw)])
        default: break
        }
    }

    /// A file that was taken back may come again.
    private func imported(_ file: ImportedFile, at moment: Int64) throws {
        for table in ["importedTotal", "importedEvents", "importedFile"] {
            try connection.run("DELETE FROM \(table) WHERE hash = $1", [.text(file.hash)])
        }
        try connection.run(
            """
            INSERT INTO importedFile (hash, name, format, rowCount, newCount, at, undone)
            VALUES ($1, $2, $3, $4, $5, $6, 0)
            """,
            [
                .text(file.hash), .text(file.name), .text(file.format), .int(file.rows),
                .int(file.new), .int(moment),
            ])
        for total in file.totals {
            try connection.run(
                """
                INSERT INTO importedTotal (hash, currency, credits, debits)
                VALUES ($1, $2, $3, $4)
                """,
                [
                    .text(file.hash), .text(total.currency.code), .int(total.credits),
                    .int(total.debits),
                ])
        }
        for made in file.made {
            try connection.run(
                "INSERT INTO importedEvents (hash, firstEvent, lastEvent) VALUES ($1, $2, $3)",
                [.text(file.hash), .int(made.first), .int(made.last)])
        }
    }
}
