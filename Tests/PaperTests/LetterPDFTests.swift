import Foundation
import Ledger
import Receivables
import Testing

@testable import Paper

/// Letters as PDF, looked at with the tools of poppler.
@Suite struct LetterPDFTests {
    @Test(arguments: LetterKind.allCases, Language.allCases) func textComesBack(
        _ kind: LetterKind, _ language: Language
    ) throws {
        let letter = try Sample.letter(kind, language)
        let bytes = try letter.pdf()
        try Self.keep(bytes, "\(kind.rawValue).\(language.rawValue).pdf")
        let text = Self.squeezed(try Poppler.run("pdftotext", ["-layout"], bytes))
        var wanted = letter.recipient + letter.signedBy + [letter.subject, letter.closing]
        for block in letter.body {
            switch block {
            case .paragraph(let paragraph): wanted += paragraph.components(separatedBy: "\n")
            case .facts(let fields): wanted += fields.map(\.label)
            case .table(let table): wanted += table.rows.flatMap { $0 } + table.total
            case .signatures(let names): wanted += names
            }
        }
        for piece in wanted where !piece.isEmpty {
            #expect(text.contains(Self.squeezed(piece)), "\(piece)")
        }
    }

    /// What a viewer elsewhere needs is in the file.
    @Test(arguments: Language.allCases) func fontsAreEmbeddedAsFarAsTheyAreUsed(
        _ language: Language
    ) throws {
        let bytes = try Sample.letter(.remittanceRequest, language).pdf()
        let fonts = try Poppler.run("pdffonts", [], bytes).split(separator: "\n").dropFirst(2)
        #expect(!fonts.isEmpty)
        for font in fonts {
            let cells = font.split(separator: " ").suffix(5)
            #expect(cells.prefix(3) == ["yes", "yes", "yes"], "\(font)")
        }
        #expect(bytes.count < 200_000)
    }

    @Test func saysWhatItIsAndWhen() throws {
        let info = try Poppler.run(
            "pdfinfo", ["-isodates"], try Sample.letter(.overpayment, .zh).pdf())
        #expect(info.contains("CreationDate:    2026-04-07T00:00:00Z"))
        #expect(info.contains("Author:          大连汉莎机械有限公司"))
        #expect(info.contains("Page size:       595.28 x 841.89 pts (A4)"))
    }

    @Test(arguments: Language.allCases) func sameLetterSameBytes(_ language: Language) throws {
        let letter = try Sample.letter(.thirdPartyPayment, language)
        let first = try letter.pdf()
        #expect(try letter.pdf() == first)
        var other = letter
        other.subject += "."
        #expect(try other.pdf() != first)
    }

    /// Two hundred documents: header on every page, the sum at the end, pages counted.
    @Test func tableGoesOverPages() throws {
        var letter = try Sample.letter(.shortPayment, .en)
        letter.body = [.table(Sample.table(.en, rows: 200))]
        let bytes = try letter.pdf()
        let pages = try Poppler.run("pdftotext", ["-layout"], bytes)
            .components(separatedBy: "\u{C}").filter { !$0.isEmpty }
        #expect(pages.count == 7)
        for (place, page) in pages.enumerated() {
            #expect(page.contains("page \(place + 1) of \(pages.count)"))
            let hasRows = page.contains("INV-2026-")
            #expect(page.contains("Amount EUR") == hasRows, "page \(place + 1)")
        }
        let rows = pages.map { $0.components(separatedBy: "INV-2026-").count - 1 }
        #expect(rows.reduce(0, +) == 200)
        #expect(pages.last?.contains("25,690.00") == true)
    }

    /// Long names give way, amounts do not.
    @Test func longNamesAreBrokenAmountsAreNot() throws {
        var letter = try Sample.letter(.shortPayment, .zh)
        let name =
            "大连石化有限公司销售分公司东北区第一营业部结算中心 "
            + "Dalian Petrochemical Sales Company North East Settlement Centre No 1 "
        let amount = "-1,000,000,000,000.00"
        letter.body = [
            .table(
                Letter.Table(
                    columns: [
                        .init("客户"), .init("说明"), .init("金额", isAmount: true),
                        .init("已付", isAmount: true), .init("未付", isAmount: true),
                    ],
                    rows: [
                        [name + name, String(repeating: "X", count: 120), amount, amount, amount]
                    ]
                ))
        ]
        let text = try Poppler.run("pdftotext", ["-layout"], try letter.pdf())
        #expect(text.components(separatedBy: amount).count == 4)
        let one = try Poppler.run("pdftotext", ["-raw"], try letter.pdf())
        #expect(one.filter { $0 == "X" }.count == 120)
    }

    /// A letter never ends with a closing torn in two.
    @Test func closingStaysTogether() throws {
        var letter = try Sample.letter(.remittanceRequest, .en)
        for lines in 20..<50 {
            letter.body = (0..<lines).map { .paragraph("Line \($0)") }
            let pages = try Poppler.run("pdftotext", ["-layout"], try letter.pdf())
                .components(separatedBy: "\u{C}")
            let with = pages.filter { $0.contains("Yours faithfully") }
            #expect(with.count == 1)
            #expect(with.first?.contains("Accounts receivable") == true, "\(lines) lines")
        }
    }

    @Test func whatNoFontHasIsSaid() throws {
        var letter = try Sample.letter(.remittanceRequest, .en)
        letter.recipient = ["\u{1200A}\u{1200B} Trading"]
        #expect(throws: PaperFault.unshowable("\u{1200A}\u{1200B} Trading")) { try letter.pdf() }
    }

    @Test func faultsHaveASentence() {
        let faults: [PaperFault] = [
            .libraryMissing("libcairo.so.2"), .fontMissing("Noto"), .unshowable("x"), .failed("y"),
        ]
        #expect(Set(faults.map(\.code)).count == faults.count)
        for fault in faults { #expect(!fault.en.isEmpty && !fault.zh.isEmpty) }
    }

    private static func squeezed(_ text: String) -> String {
        text.filter { !$0.isWhitespace && $0 != "\u{A0}" }
    }

    /// For looking at: `ACQUIT_LETTERS=folder` keeps what the tests make.
    private static func keep(_ bytes: [UInt8], _ name: String) throws {
        guard let folder = ProcessInfo.processInfo.environment["ACQUIT_LETTERS"] else { return }
        try Data(bytes).write(to: URL(fileURLWithPath: folder).appendingPathComponent(name))
    }
}

/// The tools of poppler-utils on a PDF in memory.
enum Poppler {
    static func run(_ tool: String, _ arguments: [String], _ pdf: [UInt8]) throws -> String {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("acquit-letter-\(UUID().uuidString).pdf")
        try Data(pdf).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/\(tool)")
        process.arguments = arguments + [file.path] + (tool == "pdftotext" ? ["-"] : [])
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
