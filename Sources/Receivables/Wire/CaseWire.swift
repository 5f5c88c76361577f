import Ledger

extension Booking {
    func write(to out: inout FieldWriter) {
        out.text(kind.rawValue)
        out.int(amount)
        out.int(functional)
        out.currency(currency)
        out.rate(rate)
    }

    init(from: inout FieldReader) throws(WireError) {
        self.init(
            try from.raw(), try from.int(), functional: try from.int(), try from.currency(),
            try from.rate())
    }
}

extension CaseFile {
    func write(to out: inout FieldWriter) {
        out.id(id)
        out.id(entity)
        out.day(openedOn)
        out.int(revision)
        out.text(kind.rawValue)
        content.body.write(to: &out)
    }

    init(from: inout FieldReader) throws(WireError) {
        let (id, entity): (ID, Entity.ID) = (try from.id(), try from.id())
        let (openedOn, revision) = (try from.day(), try from.int())
        self.init(
            id: id, entity: entity, openedOn: openedOn,
            try Content(try from.raw(), from: &from))
        self.revision = revision
    }
}

extension WireText {
    /// What a case holds, as its row keeps it.
    public static func of(_ content: CaseFile.Content) -> String {
        var out = FieldWriter()
        content.body.write(to: &out)
        return String(decoding: out.bytes, as: UTF8.self)
    }

    public static func content(
        _ kind: CaseFile.Kind, _ bytes: UnsafeBufferPointer<UInt8>
    ) throws(WireError) -> CaseFile.Content {
        var reader = FieldReader(bytes)
        return try CaseFile.Content(kind, from: &reader)
    }
}
