import Testing

@testable import Formats

/// Files made to hurt: each is refused with one error, soon, and nothing is expanded or fetched.
@Suite struct CamtHostileTests {
    private func codes(_ text: String) -> [String] {
        let parsed = readCamt(text)
        #expect(!parsed.isClean)
        return parsed.codes
    }

    @Test func billionLaughs() {
        var entities = "<!ENTITY a0 \"ha\">"
        for level in 1..<10 {
            let more = String(repeating: "&a\(level - 1);", count: 10)
            entities += "<!ENTITY a\(level) \"\(more)\">"
        }
        #expect(
            codes("<?xml version=\"1.0\"?><!DOCTYPE d [\(entities)]><Document>&a9;</Document>")
                == ["camt-doctype"])
    }

    @Test func externalEntitiesAndDefinitions() {
        #expect(
            codes(
                "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Document>&x;</Document>")
                == ["camt-doctype"])
        #expect(
            codes("<!DOCTYPE d SYSTEM \"http://127.0.0.1/x.dtd\"><Document/>") == ["camt-doctype"])
        #expect(codes("<Document>&undeclared;</Document>") == ["camt-xml-broken"])
    }

    @Test func deep() {
        #expect(codes(String(repeating: "<a>", count: 300_000)) == ["camt-too-deep"])
        let (begin, end) = ("<Purp>", "</Purp>")
        let inside = String(repeating: begin, count: 80) + String(repeating: end, count: 80)
        #expect(codes(CamtSamples.statement(inside)) == ["camt-too-deep"])
    }

    @Test func hugeText() {
        let text = String(repeating: "x", count: 4_000_000)
        #expect(codes(CamtSamples.statement("<Id>\(text)</Id>")) == ["camt-text-too-long"])
        #expect(
            codes(CamtSamples.statement("<Id><![CDATA[\(text)]]></Id>")) == ["camt-text-too-long"])
        // Where nobody wants it, text costs nothing.
        #expect(readCamt(CamtSamples.statement("<Purp>\(text)</Purp>")).codes == [])
    }

    @Test func hugeMarkup() {
        let attributes = (0..<200_000).map { "a\($0)=\"\"" }.joined(separator: " ")
        #expect(codes(CamtSamples.statement("<Ntry \(attributes)/>")) == ["camt-tag-too-long"])
        let filler = String(repeating: "x", count: 4_000_000)
        #expect(codes(CamtSamples.statement("<!--\(filler)-->")) == ["camt-tag-too-long"])
        #expect(codes(CamtSamples.statement("<?p \(filler)?>")) == ["camt-tag-too-long"])
        // Between the bound and the pieces in which the file is taken.
        let middling = String(repeating: "x", count: 70_000)
        #expect(codes(CamtSamples.statement("<!--\(middling)-->")) == ["camt-tag-too-long"])
        #expect(codes(CamtSamples.statement("<?p \(middling)?>")) == ["camt-tag-too-long"])
        #expect(codes("<Document \(filler)") == ["camt-tag-too-long"])
    }

    @Test func notOneDocument() {
        #expect(codes(CamtSamples.statement("") + "<Document/>") == ["camt-xml-broken"])
        #expect(codes(CamtSamples.statement("") + "more") == ["camt-xml-broken"])
        #expect(codes("") == ["camt-truncated"])
        #expect(codes("   ") == ["camt-truncated"])
        #expect(codes("<Document>") == ["camt-truncated"])
    }

    @Test func badCharacters() {
        for bytes in [[0xFF], [0xC3], [0xE2, 0x82], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0x00]]
            as [[UInt8]]
        {
            let parts = CamtSamples.statement("<Id>@</Id>").split(separator: "@")
            let parsed = readCamt(Array(parts[0].utf8) + bytes + Array(parts[1].utf8))
            #expect(parsed.codes == ["camt-xml-broken"], "\(bytes)")
        }
    }

    @Test func nothingAfterTheRefusal() {
        let parsed = readCamt(CamtSamples.full + CamtSamples.full)
        #expect(parsed.codes == ["camt-xml-broken"])
        #expect(parsed.entries.count == 3)
    }
}
