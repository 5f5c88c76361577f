import Formats

/// A file read whole, or in pieces of `piece` bytes.
struct EDIReading: Equatable {
    var format: String
    var advices: [RemittanceAdvice]
    var findings: [Finding]

    var lines: [AdviceLine] { advices.flatMap(\.lines) }
    var codes: [String] { findings.map(\.code) }
    var hasErrors: Bool { findings.contains { $0.severity == .error } }

    init(_ text: String, piece: Int = .max) { self.init(Array(text.utf8), piece: piece) }

    init(_ bytes: [UInt8], piece: Int = .max) {
        var reader = EDIReader()
        var collector = AdviceCollector()
        inPieces(bytes, of: piece) { part in reader.feed(part) { collector.add($0) } }
        reader.finish { collector.add($0) }
        let parsed = collector.finish(format: reader.format)
        format = parsed.document.format
        advices = parsed.document.advices
        findings = parsed.findings
    }
}

/// Interchanges of one message, whose trailers hold.
enum EDISample {
    static let isa =
        "ISA*00*          *00*          *01*123456789      *ZZ*OURCOMPANY     "
        + "*260302*0915*U*00401*000000905*0*P*>~"

    static func x12(
        _ content: String..., isa: String = isa, set: String = "820", segments: Int? = nil,
        control: String = "0001", sets: String = "1"
    ) -> String {
        let body = content.joined(separator: "~\n")
        let count = segments ?? body.utf8.count { $0 == UInt8(ascii: "~") } + 3
        return """
            \(isa)
            GS*RA*123456789*OURCOMPANY*20260302*0915*77*X*004010~
            ST*\(set)*0001~
            \(body)~
            SE*\(count)*\(control)~
            GE*\(sets)*77~
            IEA*1*000000905~

            """
    }

    static let unb = "UNB+UNOC:3+4012345000009:14+5412345000013:14+260302:0915+REF905'"

    static func remadv(
        _ content: String..., unb: String = unb, message: String = "REMADV:D:96A:UN",
        segments: Int? = nil, control: String = "1", messages: String = "1"
    ) -> String {
        let body = content.joined(separator: "'\n")
        // A released one ends nothing.
        let ends = body.replacing("?'", with: "").utf8.count { $0 == UInt8(ascii: "'") }
        let count = segments ?? ends + 3
        return """
            \(unb)
            UNH+1+\(message)'
            \(body)'
            UNT+\(count)+\(control)'
            UNZ+\(messages)+REF905'

            """
    }
}
