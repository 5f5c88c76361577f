import Formats
import Profiles
import Testing

/// An example of every finding, each of which gives that finding alone.
@Suite struct ProfileFindingTests {
    private struct Example {
        var table: String
        var yaml = plainProfile()
        var bytes: [UInt8] { Array(table.utf8) }
    }

    private static let state = plainProfile("status: { column: State, booked: ok }")
    private static let words = plainProfile("direction: { column: C/D, credit: C, debit: D }")

    private static let examples: [ProfileFinding: Example] = [
        .noneFits: Example(table: "Day,Sum\n2026-03-02,5\n"),
        .manyFit: Example(
            table: "Date,Amount\n2026-03-02,5\n",
            yaml: plainProfile() + "\n---\n"
                + plainProfile().split(separator: "\n").map {
                    $0 == "name: plain" ? "name: twin" : $0
                }
                .joined(separator: "\n")),
        .dateUnreadable: Example(table: "Date,Amount\n2026-02-30,5\n"),
        .amountUnreadable: Example(table: "Date,Amount\n2026-03-02,5x\n"),
        .amountMissing: Example(table: "Date,Amount\n2026-03-02,\n"),
        .debitAndCredit: Example(
            table: "Date,Debit,Credit\n2026-03-02,5,6\n", yaml: ProfileTests.twoColumns),
        .signUnclear: Example(
            table: "Date,Debit,Credit\n2026-03-02,-5,\n", yaml: ProfileTests.twoColumns),
        .directionUnknown: Example(table: "Date,Amount,C/D\n2026-03-02,5,X\n", yaml: words),
        .statusUnknown: Example(table: "Date,Amount,State\n2026-03-02,5,odd\n", yaml: state),
        .currencyUnknown: Example(table: "Date,Amount,Currency\n2026-03-02,5,dollars\n"),
        .accountMangled: Example(
            table: "Date,Amount,Account\n2026-03-02,5,6.2E+17\n",
            yaml: plainProfile(columns: "account: Account\n")),
        .accountsMixed: Example(
            table: "Date,Amount,Account\n2026-03-02,5,A\n2026-03-02,5,B\n2026-03-02,5,A\n",
            yaml: plainProfile(columns: "account: Account\n")),
        .balancesBreak: Example(
            table: "Date,Amount,Balance\n2026-03-02,5,10\n2026-03-02,5,11\n"),
        .rowsAfterEnd: Example(
            table: "Date,Amount\nTotal,0\n2026-03-02,5\n", yaml: plainProfile("ends: Total")),
        .tooManyFindings: Example(
            table: "Date,Amount\n" + String(repeating: "x,1\n", count: 10_001)),
        .accountMissing: Example(
            table: "Date,Debit,Credit\n2026-03-02,5,\n",
            yaml: ProfileTests.twoColumns.split(separator: "\n")
                .filter { !$0.hasPrefix("account") }.joined(separator: "\n")),
        .numberMangled: Example(table: "Date,Amount,IBAN\n2026-03-02,5,6.2E+17\n"),
        .valueDate: Example(
            table: "Date,Amount,Value\n2026-03-02,5,soon\n",
            yaml: plainProfile(columns: "valueDate: Value\n")),
        .chargeUnreadable: Example(
            table: "Date,Amount,Fee\n2026-03-02,5,some\n",
            yaml: plainProfile(columns: "charge: Fee\n")),
        .balanceUnreadable: Example(table: "Date,Amount,Balance\n2026-03-02,5,x\n"),
    ]

    private static let company: [ProfileFinding: Set<String>] = [
        .tooManyFindings: ["profile-date-unreadable"]
    ]

    @Test(arguments: ProfileFinding.allCases) func everyFindingHasAnExample(
        _ kind: ProfileFinding
    ) throws {
        let reading: ProfileReading
        switch kind {
        case .textAssumed:
            let bytes = Array("Date,Amount,Name\n2026-03-02,5,M".utf8) + [0xFC, 0x0A]
            reading = ProfileReading(bytes, by: plainProfile())
        case .textUnreadable:
            let bytes = Array("Date,Amount,Name\n2026-03-02,5,ü".utf8) + [0xFC, 0x0A]
            reading = ProfileReading(bytes, by: plainProfile())
        default:
            let example = try #require(Self.examples[kind])
            reading = ProfileReading(example.bytes, by: example.yaml)
        }
        let others = Set(reading.codes).subtracting([kind.rawValue])
        #expect(others == Self.company[kind] ?? [])
        let finding = try #require(reading.findings.first { $0.code == kind.rawValue })
        #expect(finding.severity == kind.severity && finding.place.hasPrefix("row "))
        #expect(finding.en.hasPrefix(kind.en) && finding.zh.hasPrefix(kind.zh))
        #expect(!kind.en.isEmpty && kind.zh.unicodeScalars.contains { $0.value >= 0x4E00 })
    }

    @Test func theHeaderThatNoProfileKnowsIsShown() {
        let reading = ProfileReading("Bank of the North\n\nDay,Sum,What\n2026-03-02,5,A\n")
        #expect(reading.codes == ["profile-none-fits"])
        #expect(reading.findings.first?.place == "row 3")
        #expect(reading.findings.first?.value == "Day, Sum, What")
        #expect(reading.findings.first?.en.contains("acquit profile try") == true)
        #expect(ProfileReading("").codes == ["csv-file-empty"])
        #expect(ProfileReading("Dear colleagues\n").codes == ["profile-none-fits"])
    }

    @Test func theFormOfTheFileIsSaidAsInExtracts() {
        let open = ProfileReading("Date,Amount\n2026-03-02,\"5\n", by: plainProfile())
        #expect(open.codes == ["csv-quote-not-closed"])
        let cut = ProfileReading("Date,Amount\n2026-03-02,5", by: plainProfile())
        #expect(cut.codes == ["csv-last-line-not-ended"] && cut.entries.count == 1)
    }
}

/// An example of everything that can be wrong with the text of a profile.
@Suite struct ProfileTextTests {
    private static func without(_ key: String) -> String {
        plainProfile().split(separator: "\n").filter { !$0.hasPrefix(key + ":") }
            .joined(separator: "\n")
    }

    private static let examples: [ProfileTextFinding: (yaml: String, place: String)] = [
        .notYAML: ("name: [", "test"),
        .tooLong: (String(repeating: "#", count: 300_000), "test"),
        .keyUnknown: (plainProfile("colour: red"), "test, plain, colour"),
        .keyMissing: (without("dates"), "test, plain, dates"),
        .valueWrong: (plainProfile("signs: sometimes"), "test, plain, signs"),
    ]

    @Test(arguments: ProfileTextFinding.allCases) func everyFindingHasAnExample(
        _ kind: ProfileTextFinding
    ) throws {
        // Two of a name are told where profiles are put together.
        if kind == .nameTwice {
            #expect(kind.severity == .error && !kind.en.isEmpty && !kind.zh.isEmpty)
            return
        }
        let example = try #require(Self.examples[kind])
        let parsed = ProfileText.read(example.yaml, file: "test")
        #expect(parsed.document == [])
        #expect(parsed.findings.map(\.code) == [kind.rawValue])
        #expect(parsed.findings.map(\.place) == [example.place])
    }

    @Test(arguments: [
        "- a list", "name: Capital", "name: a b", "columns: {}", "dates: [yyyy]", "dates: [MM]",
        "dates: [QQ]", "decimal: x", "order: some", "balances: maybe", "currency: yen",
        "direction: { credit: C }", "direction: { column: X, booked: C }",
        "status: { column: X, credit: C }", "account: [1, 2]", "account: { colour: red }",
        "title: { fr: Banque }", "header: []", "header: { a: b }",
        "columns: { bookedOn: Date }", "columns: { when: Date }", "skips: [[a]]",
    ]) func whatIsWrongIsSaid(_ more: String) {
        let key = more.prefix { $0 != ":" }
        let yaml = more.hasPrefix("-") ? more : Self.without(String(key)) + "\n" + more
        let lines = yaml.split(separator: "\n")
        // The columns of the plain profile go with their key.
        let text = key == "columns" ? lines.filter { !$0.hasPrefix("  ") } : lines
        let parsed = ProfileText.read(text.joined(separator: "\n"), file: "test")
        #expect(!parsed.findings.isEmpty && parsed.document == [], "\(more)")
    }

    /// Anchors that would unfold to a billion words are one word too few deep.
    @Test func anchorsCannotMakeASmallTextLarge() {
        var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let inner = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            yaml += "a\(level): &a\(level) [\(inner)]\n"
        }
        let parsed = ProfileText.read(plainProfile() + "\n" + yaml + "skips: *a9\n", file: "test")
        #expect(parsed.document == [] && parsed.findings.count < 1_000)
    }

    @Test func theBuiltInProfilesAreSound() {
        let shelf = ProfileShelf.builtIn
        #expect(shelf.findings.map { "\($0.place): \($0.en)" } == [])
        #expect(shelf.profiles.count >= 28)
        for profile in shelf.profiles {
            #expect(!profile.title.en.isEmpty && !profile.title.zh.isEmpty && profile.source != nil)
            #expect(profile.title.zh.utf8.count > 0 && profile.name.utf8.count <= 30)
        }
    }

    /// No two built-in profiles can fit the same header equally: each finds its own.
    @Test(arguments: ProfileShelf.builtIn.profiles.map(\.name))
    func eachBuiltInProfileFindsItsOwnHeader(_ name: String) throws {
        let profile = try #require(ProfileShelf.builtIn.profile(named: name))
        var names: [String] = []
        for columns in [profile.header] + ProfileField.allCases.map({ profile.columns[$0] ?? [] }) {
            for column in columns where !column.contains(where: names.contains) {
                names.append(column[0])
            }
        }
        for rule in profile.direction + profile.status where !names.contains(rule.columns[0]) {
            names.append(rule.columns[0])
        }
        let table = names.map { "\"\($0)\"" }.joined(separator: ",") + "\n"
        let reading = ProfileReading(table)
        #expect(reading.format == "csv:\(name)", "\(reading.findings)")
    }
}
