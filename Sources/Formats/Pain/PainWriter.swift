import Ledger

/// A payment message being written: checks each value against its field as it goes.
///
/// Once an error is found the file is refused as a whole; writing goes on, so that all findings
/// come at once.
struct PainWriter {
    var xml = XMLWriter()
    let writing: PaymentWriting
    /// Whether the message is one of those of 2009, whose banks are `BIC` and whose day is bare.
    let isOld: Bool
    private(set) var findings: [Finding] = []
    var group = 0
    var transfer = 0

    init(_ writing: PaymentWriting, isOld: Bool) {
        self.writing = writing
        self.isOld = isOld
    }

    consuming func finish() -> WrittenPayments {
        let refused = findings.contains { $0.severity == .error }
        let findings = findings
        return WrittenPayments(bytes: refused ? nil : xml.finish(), findings: findings)
    }

    mutating func report(
        _ kind: PaymentWriteFinding, _ name: StaticString, _ value: (some CustomStringConvertible)?
    ) {
        guard findings.count < 10_000 else { return }
        var place = group > 0 ? "group \(group), " : ""
        if transfer > 0 { place += "transfer \(transfer), " }
        findings.append(Finding(kind, at: place + "\(name)", value: value?.description))
    }

    mutating func report(_ kind: PaymentWriteFinding, _ name: StaticString) {
        report(kind, name, nil as String?)
    }

    /// An id: never cut and never changed.
    mutating func id(_ name: StaticString, _ value: String?, isNeeded: Bool = true, max: Int = 35) {
        guard let value, !value.isEmpty else {
            if isNeeded || value != nil { report(.idMissing, name, value) }
            return
        }
        guard value.unicodeScalars.count <= max else { return report(.idTooLong, name, value) }
        guard value == Self.plain(value), value.utf8.contains(where: { $0 > 0x20 }) else {
            return report(.codeWrong, name, value)
        }
        if writing.signs != .kept, !LatinSigns.holds(value) {
            return report(.signsRefused, name, value)
        }
        xml.element(name, value)
    }

    /// Text, cut where it is too long; nothing where it is blank.
    mutating func text(_ name: StaticString, _ value: String?, max: Int) {
        guard let value, value.utf8.contains(where: { $0 > 0x20 }) else { return }
        var text = value
        if text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
            text = Self.plain(text)
            report(.signsReplaced, name, value)
        }
        if writing.signs != .kept, !LatinSigns.holds(text) {
            guard writing.signs == .latin else { return report(.signsRefused, name, value) }
            text = LatinSigns.text(text)
            report(.signsReplaced, name, value)
        }
        if text.utf8.count > max, text.unicodeScalars.count > max {
            text = String(String.UnicodeScalarView(text.unicodeScalars.prefix(max)))
            report(.textCut, name, value)
        }
        xml.element(name, text)
    }

    mutating func texts(_ name: StaticString, _ values: [String], max: Int, most: Int = .max) {
        for (place, value) in values.enumerated() {
            guard place < most else { return report(.textCut, name, value) }
            text(name, value, max: max)
        }
    }

    /// A value of a closed list.
    mutating func choice(_ name: StaticString, _ value: String?, of words: Set<String>) {
        guard let value else { return }
        guard words.contains(value) else { return report(.codeWrong, name, value) }
        xml.element(name, value)
    }

    /// A value of a pattern.
    mutating func pattern(
        _ name: StaticString, _ value: String?, _ holds: (String.UTF8View) -> Bool
    ) {
        guard let value else { return }
        guard holds(value.utf8) else { return report(.codeWrong, name, value) }
        xml.element(name, value)
    }

    /// `Cd` of an external list, at most `max` signs, or `Prtry`.
    mutating func code(_ name: StaticString, _ code: PaymentCode?, max: Int = 4) {
        guard let code else { return }
        let limit = code.isProprietary ? 35 : max
        guard (1...limit).contains(code.value.unicodeScalars.count),
            code.value == Self.plain(code.value)
        else { return report(.codeWrong, name, code) }
        xml.begin(name)
        xml.element(code.isProprietary ? "Prtry" : "Cd", code.value)
        xml.end()
    }

    mutating func element(_ name: StaticString, _ body: (inout PainWriter) -> Void) {
        xml.begin(name)
        body(&self)
        xml.end()
    }

    /// With a space for each control character.
    static func plain(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return text }
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            out.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar)
        }
        return String(out)
    }
}
