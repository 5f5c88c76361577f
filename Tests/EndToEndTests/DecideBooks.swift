import Foundation
import Testing

/// Small books of two entities, made by the program itself from files, and what it says when it is
/// told to do something with them.
final class DecideBooks {
    private let folder: String
    /// The subcommands that did something, and those that were refused.
    private(set) var done: Set<String> = []
    private(set) var refused: Set<String> = []

    /// `$ACQUIT_BINARY`, else the release build.
    static let binary: String =
        ProcessInfo.processInfo.environment["ACQUIT_BINARY"]
        ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent(".build/release/acquit").path
    static let isBuilt = FileManager.default.isExecutableFile(atPath: binary)

    struct Answer {
        let status: Int32
        let out: String
        let error: String
    }

    init() throws {
        folder = NSTemporaryDirectory() + "acquit-decide-" + UUID().uuidString
        try FileManager.default.createDirectory(
            atPath: folder + "/in", withIntermediateDirectories: true)
        for (name, text) in Self.files {
            try text.write(toFile: folder + "/in/" + name, atomically: true, encoding: .utf8)
        }
        for line in [
            "init --entity HH --name Muster --country DE --currency EUR",
            "init --entity DL --name Dalian --country CN --currency CNY", "run in",
        ] {
            let answer = try run(line)
            #expect(answer.status == 0, "\(line): \(answer.out)\(answer.error)")
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func run(_ line: String, today: String = "2026-06-11") throws -> Answer {
        try run(line.split(separator: " ").map(String.init), today: today)
    }

    private func run(_ words: [String], today: String) throws -> Answer {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Self.binary)
        process.arguments = words + ["--today", today]
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = [
            "ACQUIT_BOOKS": "books.db", "ACQUIT_LANG": "en", "ACQUIT_ACTOR": "ann",
        ]
        let (out, error) = (folder + "/out", folder + "/error")
        for path in [out, error] { FileManager.default.createFile(atPath: path, contents: nil) }
        process.standardOutput = FileHandle(forWritingAtPath: out)
        process.standardError = FileHandle(forWritingAtPath: error)
        try process.run()
        process.waitUntilExit()
        return Answer(
            status: process.terminationStatus,
            out: try String(contentsOfFile: out, encoding: .utf8),
            error: try String(contentsOfFile: error, encoding: .utf8))
    }

    /// It is done, and the answer holds each of `words`.
    @discardableResult
    func does(
        _ line: String, _ words: String..., today: String = "2026-06-11",
        at place: SourceLocation = #_sourceLocation
    ) throws -> String {
        try does(
            line.split(separator: " ").map(String.init), says: words, today: today, at: place)
    }

    /// The same of words that have spaces in them.
    @discardableResult
    func does(
        _ line: [String], _ words: String..., today: String = "2026-06-11",
        at place: SourceLocation = #_sourceLocation
    ) throws -> String {
        try does(line, says: words, today: today, at: place)
    }

    private func does(
        _ line: [String], says words: [String], today: String, at place: SourceLocation
    ) throws -> String {
        let answer = try run(line, today: today)
        #expect(answer.status == 0, "\(line): \(answer.error)", sourceLocation: place)
        for word in words {
            let isSaid = answer.out.contains(word)
            #expect(isSaid, "\(line): no \(word) in: \(answer.out)", sourceLocation: place)
        }
        done.insert(line[0])
        return answer.out
    }

    /// It is refused for `code`, and nothing is printed as done.
    func refuses(
        _ line: String, _ code: String, today: String = "2026-06-11",
        at place: SourceLocation = #_sourceLocation
    ) throws {
        let answer = try run(line, today: today)
        #expect(answer.status == 1, "\(line): \(answer.out)", sourceLocation: place)
        let isSaid = answer.error.contains("refused: \(code): ")
        #expect(isSaid, "\(line): not \(code): \(answer.error)", sourceLocation: place)
        #expect(answer.out == "", sourceLocation: place)
        refused.insert(String(line.prefix { $0 != " " }))
    }

    /// The number behind `word` in what was printed.
    func number(after word: String, in text: String) throws -> String {
        let range = try #require(text.range(of: word + " "), "no \(word) in: \(text)")
        return String(text[range.upperBound...].prefix { $0.isNumber })
    }

    private static let files = [
        "customers.csv": """
        customer,entity,name,country,currency,accounts
        C1,HH,Nordwind AG,DE,EUR,DE02120300000000202051
        C2,HH,Contoso GmbH,DE,EUR,
        C1,DL,Kaiyuan,CN,CNY,
        C2,DL,Xinghai,CN,CNY,

        """,
        "invoices.csv": """
        invoice,entity,type,customer,issued,due,currency,net,tax,gross
        INV-1,HH,380,C1,2026-05-04,2026-06-03,EUR,1000.00,190.00,1190.00
        INV-2,HH,380,C1,2026-05-11,2026-06-10,EUR,500.00,95.00,595.00
        INV-3,HH,380,C2,2026-05-18,2026-06-17,EUR,100.00,19.00,119.00
        CN-1,HH,381,C2,2026-05-20,2026-05-20,EUR,50.00,9.50,59.50
        INV-1,DL,380,C1,2026-05-04,2026-06-03,CNY,100.00,13.00,113.00
        INV-8,DL,380,C1,2026-05-04,2026-06-03,CNY,9000.00,1170.00,10170.00

        """,
        "rates.csv": """
        from,to,date,rate
        EUR,CNY,2026-06-01,7.80
        EUR,CNY,2026-06-10,7.90

        """,
        "own-accounts.csv": """
        account,entity,bank,currency,glAccount
        DE89370400440532013000,HH,COBADEFF,EUR,1002
        6222021001116245702,DL,ICBKCNBJ,CNY,1002

        """,
        "bank.sta": """
        :20:DAY1
        :25:DE89370400440532013000
        :28C:00001/001
        :60F:C260609EUR0,00
        :61:2606100610CR595,00NTRFNONREF//BANK-1
        :86:166?00GUTSCHRIFT?20ZAHLUNG?31DE02120300000000202051?32NORDWIND AG
        :61:2606100610CR300,00NTRFNONREF//BANK-2
        :86:166?00GUTSCHRIFT?20DANKE?31DE21500500009876543210?32FREMDE LEUTE
        :61:2606100610CR1300,00NTRFNONREF//BANK-3
        :86:166?00GUTSCHRIFT?20VORAUS?31DE02120300000000202051?32NORDWIND AG
        :61:2606100610CR40,00NTRFNONREF//BANK-4
        :86:166?00GUTSCHRIFT?20BAR?32FREMDE LEUTE
        :62F:C260610EUR2235,00
        -

        """,
        // As many receipts that some have the number of one of the other entity.
        "dalian.sta": """
        :20:DAY1
        :25:6222021001116245702
        :28C:00001/001
        :60F:C260609CNY0,00
        :61:2606100610CR17,01NTRFNONREF//DALIAN-1
        :61:2606100610CR17,02NTRFNONREF//DALIAN-2
        :61:2606100610CR17,03NTRFNONREF//DALIAN-3
        :61:2606100610CR17,04NTRFNONREF//DALIAN-4
        :62F:C260610CNY68,10
        -

        """,
    ]
}
