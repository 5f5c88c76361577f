import Receivables

/// Writes a note of who was asked, and at the one whose place it takes that it has been.
struct ResearchWriter {
    let connection: any Connection

    func write(_ note: ResearchNote) throws {
        try connection.insert([note], ResearchNoteTable.name, ResearchNoteTable.columns) {
            (note, out) throws(Fault) in try ResearchNoteTable.write(note, out)
        }
        guard let earlier = note.supersedes else { return }
        let written = try connection.run(
            "UPDATE researchNote SET supersededBy = $1 WHERE id = $2 AND supersededBy IS NULL",
            [.int(note.id.raw), .int(earlier.raw)])
        try connection.expect(written, 1, ResearchNoteTable.name)
    }
}
