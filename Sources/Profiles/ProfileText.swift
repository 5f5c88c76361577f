import Formats
import Ledger
internal import Yams

/// Reads profiles from their text form, YAML 1.1: one profile a document, several behind each other
/// parted by `---`. docs/formats/profiles.md has every key.
///
/// The keys are a closed list, none nests deeper than three, and lists are bounded, so that no
/// anchor can make a small text large.
public enum ProfileText {
    /// The profiles of `text`, without those that anything is wrong with. `name` is the file's.
    public static func read(_ text: String, file name: String) -> Parsed<[BankProfile]> {
        guard text.utf8.count <= 256 << 10 else {
            return Parsed([], findings: [Finding(ProfileTextFinding.tooLong, at: name)])
        }
        var profiles: [BankProfile] = []
        var findings: [Finding] = []
        do {
            var documents = try Yams.compose_all(yaml: text)
            var number = 0
            while let node = documents.next() {
                number += 1
                var draft = ProfileDraft(file: name, number: number)
                let profile = draft.read(node)
                findings += draft.findings
                if let profile, draft.findings.isEmpty { profiles.append(profile) }
            }
            // Where the text breaks off being YAML, the documents end.
            if let error = documents.error { throw error }
        } catch {
            findings.append(
                Finding(
                    ProfileTextFinding.notYAML, at: name,
                    detail: "\(error)".split(separator: "\n").joined(separator: " ")))
        }
        return Parsed(profiles, findings: findings)
    }
}

/// One profile in the making: what was read, and all that is wrong.
struct ProfileDraft {
    let file: String
    let number: Int
    private(set) var findings: [Finding] = []
    private var name: String?

    init(file: String, number: Int) {
        self.file = file
        self.number = number
    }

    mutating func read(_ node: Node) -> BankProfile? {
        guard let keys = mapping(node, "") else { return nil }
        let known: Set = [
            "name", "title", "source", "header", "preamble", "columns", "account", "currency",
            "direction", "status", "dates", "decimal", "signs", "order", "balances", "ends",
            "skips",
        ]
        name = keys["name"].flatMap { text($0, "name") }
        for key in keys.keys.sorted() where !known.contains(key) { note(.keyUnknown, key) }
        for key in ["name", "title", "header", "columns", "dates"] where keys[key] == nil {
            note(.keyMissing, key)
        }
        guard let name, isName(name) else {
            if let name { note(.valueWrong, "name", name) }
            return nil
        }
        var profile = BankProfile(name: name, title: title(keys["title"]))
        profile.source = keys["source"].flatMap { text($0, "source") }
        profile.header = list(keys["header"], "header").map(alternatives)
        if keys["header"] != nil, profile.header.isEmpty { note(.valueWrong, "header") }
        profile.preamble = list(keys["preamble"], "preamble")
        profile.ends = list(keys["ends"], "ends").filter { !$0.isEmpty }
        profile.skips = list(keys["skips"], "skips").filter { !$0.isEmpty }
        readColumns(keys["columns"], &profile)
        profile.account = given(keys["account"], "account", .account, &profile)
        profile.currency = given(keys["currency"], "currency", .currency, &profile)
        profile.direction = rules(keys["direction"], "direction", [.credit, .debit, .info, .pass])
        profile.status = rules(keys["status"], "status", [.booked, .pending, .info, .pass])
        for form in list(keys["dates"], "dates") {
            if let form = DateForm(form) {
                profile.dates.append(form)
            } else {
                note(.valueWrong, "dates", form)
            }
        }
        if let sign = keys["decimal"].flatMap({ text($0, "decimal") }) {
            guard sign == "." || sign == "," else {
                note(.valueWrong, "decimal", sign)
                return nil
            }
            profile.amounts = AmountForm(decimal: sign == "." ? 0x2E : 0x2C)
        }
        profile.signs = choice(keys["signs"], "signs") ?? .plain
        profile.order = choice(keys["order"], "order")
        if let balances = keys["balances"].flatMap({ text($0, "balances") }) {
            if !["checked", "unchecked"].contains(balances) {
                note(.valueWrong, "balances", balances)
            }
            profile.checksBalances = balances == "checked"
        }
        return profile
    }

    private mutating func readColumns(_ node: Node?, _ profile: inout BankProfile) {
        guard let node, let columns = mapping(node, "columns") else { return }
        for (key, value) in columns.sorted(by: { $0.key < $1.key }) {
            guard let field = ProfileField(name: key) else {
                note(.keyUnknown, "columns.\(key)")
                continue
            }
            profile.columns[field] = list(value, "columns.\(key)").map(alternatives)
        }
        if profile.columns[.bookedOn] == nil { note(.keyMissing, "columns.bookedOn") }
        if profile.columns[.amount] == nil, profile.columns[.debit] == nil,
            profile.columns[.credit] == nil
        {
            note(.keyMissing, "columns.amount")
        }
    }

    /// A text is what counts in every file; `column`, `preamble` and `fixed` say more.
    private mutating func given(
        _ node: Node?, _ key: String, _ field: ProfileField, _ profile: inout BankProfile
    ) -> BankProfile.Given {
        var given = BankProfile.Given()
        guard let node else { return given }
        if node.scalar != nil {
            given.fixed = text(node, key)
        } else if let parts = mapping(node, key) {
            for part in parts.keys.sorted()
            where !["column", "preamble", "fixed"].contains(part) {
                note(.keyUnknown, "\(key).\(part)")
            }
            given.fixed = parts["fixed"].flatMap { text($0, "\(key).fixed") }
            given.preamble = list(parts["preamble"], "\(key).preamble")
            if let column = parts["column"] {
                profile.columns[field] = list(column, "\(key).column").map(alternatives)
            }
        }
        if key == "currency", let fixed = given.fixed, Currency(fixed) == nil {
            note(.valueWrong, key, fixed)
        }
        return given
    }

    /// A rule, or a list of them: `{ column: 收/支, credit: 收入, debit: [支出, 付款] }`.
    private mutating func rules(
        _ node: Node?, _ key: String, _ outcomes: [BankProfile.Outcome]
    ) -> [BankProfile.WordRule] {
        guard let node else { return [] }
        let nodes = node.sequence.map { Array($0.prefix(Self.mostItems)) } ?? [node]
        return nodes.compactMap { node in
            guard let parts = mapping(node, key) else { return nil }
            guard let column = parts["column"].flatMap({ text($0, "\(key).column") }) else {
                note(.keyMissing, "\(key).column")
                return nil
            }
            var words: [(word: String, outcome: BankProfile.Outcome)] = []
            for part in parts.keys.sorted() where part != "column" {
                guard let outcome = BankProfile.Outcome(rawValue: part),
                    outcomes.contains(outcome)
                else {
                    note(.keyUnknown, "\(key).\(part)")
                    continue
                }
                for word in list(parts[part], "\(key).\(part)") { words.append((word, outcome)) }
            }
            // A whole word before a beginning, a longer beginning before a shorter one.
            words.sort {
                let isBeginning = ($0.word.hasSuffix("*"), $1.word.hasSuffix("*"))
                if isBeginning.0 != isBeginning.1 { return isBeginning.1 }
                return $0.word.utf8.count > $1.word.utf8.count
            }
            return BankProfile.WordRule(columns: alternatives(column), words: words)
        }
    }

    private mutating func title(_ node: Node?) -> BankProfile.Title {
        guard let node else { return BankProfile.Title(en: "", zh: "") }
        if node.scalar != nil, let same = text(node, "title") {
            return BankProfile.Title(en: same, zh: same)
        }
        let parts = mapping(node, "title") ?? [:]
        for part in parts.keys.sorted() where part != "en" && part != "zh" {
            note(.keyUnknown, "title.\(part)")
        }
        let en = parts["en"].flatMap { text($0, "title.en") }
        let zh = parts["zh"].flatMap { text($0, "title.zh") }
        return BankProfile.Title(en: en ?? zh ?? "", zh: zh ?? en ?? "")
    }

    private mutating func choice<Choice: RawRepresentable<String>>(
        _ node: Node?, _ key: String
    ) -> Choice? {
        guard let word = node.flatMap({ text($0, key) }) else { return nil }
        guard let choice = Choice(rawValue: word) else {
            note(.valueWrong, key, word)
            return nil
        }
        return choice
    }
}

extension ProfileDraft {
    private static let mostItems = 100

    /// `账号|帐户`: other names of the same column.
    private func alternatives(_ column: String) -> [String] {
        column.split(separator: "|").map(String.init)
    }

    /// Small letters, digits and hyphens: a name is part of `csv:<name>`.
    private func isName(_ name: String) -> Bool {
        (1...60).contains(name.utf8.count)
            && name.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
            }
    }

    private mutating func mapping(_ node: Node, _ key: String) -> [String: Node]? {
        guard let mapping = node.mapping, mapping.count <= Self.mostItems else {
            note(.valueWrong, key)
            return nil
        }
        var found: [String: Node] = [:]
        for (name, value) in mapping {
            guard let name = name.scalar?.string else {
                note(.valueWrong, key)
                continue
            }
            found[name] = value
        }
        return found
    }

    /// A scalar as it is written: 0123 stays 0123, and no is not false.
    private mutating func text(_ node: Node, _ key: String) -> String? {
        guard let text = node.scalar?.string, text.utf8.count <= 1_000 else {
            note(.valueWrong, key)
            return nil
        }
        return text
    }

    /// One scalar, or a list of them.
    private mutating func list(_ node: Node?, _ key: String) -> [String] {
        guard let node else { return [] }
        guard let sequence = node.sequence else { return text(node, key).map { [$0] } ?? [] }
        guard sequence.count <= Self.mostItems else {
            note(.valueWrong, key)
            return []
        }
        return sequence.compactMap { text($0, key) }
    }

    private mutating func note(
        _ kind: ProfileTextFinding, _ key: String, _ value: String? = nil
    ) {
        let place = [file, name ?? (number > 1 ? "profile \(number)" : nil), key]
            .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
        findings.append(Finding(kind, at: place, value: value))
    }
}
