import ArgumentParser
import Backoffice
import DemoWorld
import Foundation
import Ledger
import Receivables
import Store

/// `acquit demo`: a whole company's day, from files to the summary.
struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Make demo books with a whole company's day, run the day, print what happened.")

    @OptionGroup var options: BooksOptions
    @Argument(help: "Folder for the files and books of the demo.") var folder = "acquit-demo"
    @Flag(help: "Measure the applications against what the generator knows to be true.")
    var score = false
    @Flag(help: "Stop before the workbench (there is none yet).") var noServe = false
    @Option(help: "Another company of the same kind.") var seed: UInt64 = 2_028
    @Option(help: "ordinary; or hard: what payers do at their worst, nothing built to it.")
    var world = DemoWorld.Kind.ordinary

    func run() throws {
        let started = Date()
        let language = try options.language()
        try answering {
            try clear()
            let made = try making {
                try DemoWorld.write(to: folder, seed: seed, kind: world)
            }
            let address = options.books ?? folder + "/acquit.db"
            let database = try openBooks(address, create: true)
            try openEntities(database)
            tell(opening(made, address, language))

            // What came before the demo day, then the day itself.
            let yesterday = DemoWorld.today.adding(-1)
            let history = try DailyRun(
                database, desk: desk(yesterday), progress: .terminal
            ).run([folder + "/history"])
            tell(historyLine(history, language))
            let summary = try DailyRun(
                database, desk: desk(DemoWorld.today), progress: .terminal
            ).run([folder + "/today"])
            let scored = score ? try scored(database) : nil
            Out.print(options.json ? json(summary, scored) : "\n" + summary.text(language))
            if let scored {
                let text = scored.text(isChinese: language == .zh) { StopText.of($0, language) }
                tell("\n" + text)
            }
            let seconds = Int(Date().timeIntervalSince(started).rounded(.up))
            tell(closing(address, seconds, language))
            if !summary.isClean || !history.isClean { throw ExitCode(1) }
        }
    }

    /// What only people read.
    private func tell(_ text: String) { if !options.json { Out.print(text) } }

    private func json(_ summary: DaySummary, _ score: Score?) -> String {
        guard let score else { return summary.json }
        return "{\"day\": \(summary.json), \"score\": \(score.json)}\n"
    }

    private func desk(_ day: Day) -> Desk {
        Desk(actor: "demo", today: day, at: Int64(day.number) * 86_400_000 + 28_800_000)
    }

    /// Makes room for a new demo; a folder that something else made is left alone.
    private func clear() throws {
        let files = FileManager.default
        guard files.fileExists(atPath: folder) else { return }
        let isDemo = files.fileExists(atPath: folder + "/truth.csv")
        if !isDemo, let names = try? files.contentsOfDirectory(atPath: folder), !names.isEmpty {
            throw Failure(
                message: "\(folder) holds something other than a demo; name another folder")
        }
        for name in [
            "history", "today", "truth.csv", "acquit.db", "acquit.db-wal", "acquit.db-shm",
        ] {
            try? files.removeItem(atPath: folder + "/" + name)
        }
    }

    private func making<T>(_ body: () throws -> T) throws -> T {
        do { return try body() } catch let failed as FileFailed {
            throw Failure(message: "\(failed)")
        }
    }

    private func openEntities(_ database: any Database) throws {
        for (place, entity) in DemoWorld.entities(world).enumerated() {
            let command = OpenEntity(
                number: Int64(place + 1), code: entity.code, name: entity.name,
                country: entity.country, currency: entity.currency)
            _ = try Office(database).perform(
                command, key: "init:\(entity.code)", at: desk(DemoWorld.today))
        }
    }

    private func opening(_ made: DemoSummary, _ address: String, _ language: Language) -> String {
        let names = DemoWorld.entities(world).map {
            "\($0.code) \(language($0.name, $0.nameLocal)), \($0.currency)"
        }
        return language(
            "A company: \(names.joined(separator: "; "))\n"
                + "\(made.customers) customers, \(made.invoices) invoices, "
                + "\(made.statements) bank statements, \(made.receipts) receipts "
                + "since January, \(made.receiptsToday) of them this morning\n",
            "公司：\(names.joined(separator: "；"))\n客户 \(made.customers) 家，发票 \(made.invoices) 张，"
                + "对账单 \(made.statements) 份，一月以来收款 \(made.receipts) 笔，今晨 "
                + "\(made.receiptsToday) 笔\n")
    }

    private func historyLine(_ history: DaySummary, _ language: Language) -> String {
        let receipts = history.entities.reduce(Int64(0)) { $0 + $1.receipts }
        let touchless = history.entities.reduce(Int64(0)) { $0 + $1.touchless }
        let held = history.held.count
        return language(
            "Half a year, through yesterday: \(receipts) receipts, \(touchless) applied without "
                + "touch, \(held) files waiting\n",
            "截至昨日半年：收款 \(receipts) 笔，自动核销 \(touchless) 笔，待处理文件 \(held) 个\n")
    }

    private func closing(_ address: String, _ seconds: Int, _ language: Language) -> String {
        let books = "--books \(address)"
        return language(
            """

            Made and run in \(seconds) s. Look further:
              ./acquit report aging \(books) --as-of \(DemoWorld.today)
              ./acquit export proposals \(books)
              ./acquit verify \(books)
              ./acquit run \(folder)/today \(books) --today \(DemoWorld.today)   (again: nothing changes)

            """,
            """

            共用时 \(seconds) 秒。继续查看：
              ./acquit report aging \(books) --as-of \(DemoWorld.today)
              ./acquit export proposals \(books)
              ./acquit verify \(books)
              ./acquit run \(folder)/today \(books) --today \(DemoWorld.today)   （重复运行不会改变任何内容）

            """)
    }

    private func scored(_ database: any Database) throws -> Score {
        let outcome = try database.read { try Outcomes.lines($0) }
            .map { line in
                OutcomeLine(
                    account: line.account, bankReference: line.bankReference,
                    endToEndId: line.endToEndId, customer: line.customer, item: line.item,
                    amount: line.amount, relief: line.relief, status: line.status,
                    stop: line.stop, rule: line.rule, evidence: line.evidence)
            }
        return try making { try Score.compare(folder: folder, outcome: outcome) }
    }
}

extension DemoWorld.Kind: ExpressibleByArgument {}
