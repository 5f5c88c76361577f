import Ledger

// Fields in the order of the wire; a new field goes to the end, with a new wire version.

extension ResearchNote {
    func write(to out: inout FieldWriter) {
        out.id(id)
        out.id(entity)
        out.id(receipt)
        out.text(asked)
        out.text(channel.rawValue)
        out.optional(letter?.rawValue)
        out.optional(question)
        out.optional(reference)
        out.optional(answer)
        out.optional(againOn)
        out.day(notedOn)
        out.optional(supersedes)
    }

    init(from: inout FieldReader) throws(WireError) {
        let (id, entity, receipt): (ID, Entity.ID, Receipt.ID) =
            (try from.id(), try from.id(), try from.id())
        let asked = try from.text()
        let channel: Channel = try from.raw()
        var letter: LetterKind?
        if let name = try from.optionalText() {
            guard let kind = LetterKind(rawValue: name) else {
                throw WireError(message: "letter \(name) is not of this version")
            }
            letter = kind
        }
        self.init(
            id: id, entity: entity, receipt: receipt, asked: asked, channel: channel,
            letter: letter, question: try from.optionalText(), reference: try from.optionalText(),
            answer: try from.optionalText(), againOn: try from.optionalDay(),
            notedOn: try from.day(), supersedes: try from.optionalID())
    }
}
