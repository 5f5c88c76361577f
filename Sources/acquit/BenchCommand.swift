import ArgumentParser
import Backoffice
import DemoWorld
import Foundation
import Ledger
import Receivables
import Store

/// `acquit bench`: the canonical workload, with the figures and peak memory of each phase. Each
/// phase is a process of its own, so that its memory is its own.
struct BenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Run the canonical workload and print figures and peak memory.")

    enum Phase: String, CaseIterable {
        case make, camt, mt940, bai2, ofx, nacha, lockbox, table, workbook, edi, pain, invoices,
            receipts, match, aging, pastAging =
            "past-aging", find, verify
        case help
    }

    @Option(help: "Open items.") var items = 1_000_000
    @Option(help: "Receipts.") var receipts = 100_000
    @Option(help: "Folder for the files (default: a temporary one, removed afterwards).")
    var folder: String?
    @Option(help: "Books: an empty postgres://… database (default: an SQLite file in the folder).")
    var books: String?
    @Option(help: ArgumentHelp("Run one phase.", visibility: .hidden)) var phase: String?

    func validate() throws {
        guard items % 20 == 0, (20...12_800_000).contains(items) else {
            throw ValidationError("--items is a multiple of 20, at most 12800000")
        }
        guard (1...items / 2).contains(receipts) else {
            throw ValidationError("--receipts is at least 1 and at most half of --items")
        }
    }

    func run() throws {
        try answering {
            if let phase {
                guard let named = Phase(rawValue: phase) else {
                    throw ValidationError("no phase \(phase)")
                }
                try BenchPhase(self, folder: folder ?? ".").run(named)
                return
            }
            try runAll()
        }
    }

    private func runAll() throws {
        let folder = self.folder ?? NSTemporaryDirectory() + "acquit-bench-\(getpid())"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        defer { if self.folder == nil { try? FileManager.default.removeItem(atPath: folder) } }
        Out.print(
            "workload: \(items) open items, \(receipts) receipts, seeds fixed; "
                + "books: \(books.map { _ in "PostgreSQL" } ?? "SQLite")\n\n")
        Out.print(
            "phase                                        count     seconds        /s   peak MB\n")
        for phase in Phase.allCases {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
            process.arguments =
                [
                    "bench", "--phase", phase.rawValue, "--folder", folder, "--items", "\(items)",
                    "--receipts", "\(receipts)",
                ] + (books.map { ["--books", $0] } ?? [])
            try process.run()
            process.waitUntilExit()
            if process.terminationStatus != 0 { throw ExitCode(process.terminationStatus) }
        }
    }
}

/// One phase, in a process of its own.
struct BenchPhase {
    private let command: BenchCommand
    private let folder: String
    private let workload: Workload

    init(_ command: BenchCommand, folder: String) {
        self.command = command
        self.folder = folder
        workload = Workload(customers: command.items / 20, invoices: command.items)
    }

    private var address: String { command.books ?? folder + "/bench.db" }
    private var desk: Desk {
        Desk(actor: "bench", today: Workload.bookedOn, at: 1_782_000_000_000)
    }

    func run(_ phase: BenchCommand.Phase) throws {
        switch phase {
        case .make: try make()
        case .camt: try parse("camt.053 entries read", "receipts.xml")
        case .mt940: try parse("MT940 entries read", "receipts.sta")
        case .bai2: try parse("BAI2 entries read", "receipts.bai")
        case .ofx: try parse("OFX entries read", "receipts.ofx")
        case .nacha: try parse("NACHA entries read", "receipts.ach")
        case .lockbox: try parse("lockbox checks read", "receipts.lbx")
        case .table: try parse("rows of a bank's table (CSV) read", "receipts.csv")
        case .workbook: try parse("rows of a bank's table (XLSX) read", "receipts.xlsx")
        case .edi: try parse("X12 820 advices read", "advices.edi")
        case .pain: try parse("pain.001 transfers read", "payments.xml")
        case .invoices: try invoices()
        case .receipts:
            try importing("receipts from camt.053, posted", "receipts.xml", command.receipts)
        case .match: try match()
        case .aging: try aging("aging, today", asOf: Workload.bookedOn)
        case .pastAging: try aging("aging, 60 days ago", asOf: Workload.bookedOn.adding(-60))
        case .find: try BenchFind(workload, address).run()
        case .verify: try verify()
        case .help: try help()
        }
    }

    private func make() throws {
        do {
            try workload.writeCustomers(to: folder + "/customers.csv")
            try workload.writeInvoices(to: folder + "/invoices.csv")
            try workload.writeBankAccounts(to: folder + "/bank-accounts.csv")
            try workload.writeCamt(to: folder + "/receipts.xml", entries: command.receipts)
            try workload.writeMT940(to: folder + "/receipts.sta", entries: command.receipts)
            try workload.writeBAI2(to: folder + "/receipts.bai", entries: command.receipts)
            try workload.writeOFX(to: folder + "/receipts.ofx", entries: command.receipts)
            try workload.writeNACHA(to: folder + "/receipts.ach", entries: command.receipts)
            try workload.writeLockbox(to: folder + "/receipts.lbx", entries: command.receipts)
            try workload.writeTable(to: folder + "/receipts.csv", entries: command.receipts)
            try workload.writeWorkbook(to: folder + "/receipts.xlsx", entries: command.receipts)
            try workload.writeEDI(to: folder + "/advices.edi", entries: command.receipts)
            try workload.writePain(to: folder + "/payments.xml", entries: command.receipts)
        } catch {
            throw Failure(message: "\(error)")
        }
    }

    private func parse(_ name: String, _ file: String) throws {
        let count = try FileReading.entryCount(folder + "/" + file)
        try Figure.measure(name) { Int(try count()) }
    }

    private func invoices() throws {
        let database = try openBooks(address, create: true)
        _ = try Office(database).perform(
            OpenEntity(
                number: 1, code: Workload.entity, name: "Bench", country: "DE",
                currency: Workload.currency), key: "init", at: desk)
        try put(database, "bank-accounts.csv")
        try Figure.measure("customers from CSV, registered") {
            try put(database, "customers.csv")
            return workload.customers
        }
        try Figure.measure("invoices from CSV, posted, durable") {
            try put(database, "invoices.csv")
            return workload.invoices
        }
    }

    private func importing(_ name: String, _ file: String, _ count: Int) throws {
        let database = try openBooks(address)
        try Figure.measure(name) {
            try put(database, file)
            return count
        }
    }

    private func put(_ database: any Database, _ file: String) throws {
        let outcomes = try Importer(database, desk: desk).run([folder + "/" + file])
        if let held = outcomes.first(where: { $0.state == .held }) {
            throw Failure(message: "\(held.name) waits: \(held.findings.first?.en ?? "")")
        }
    }

    private func match() throws {
        let database = try openBooks(address)
        var result: MatchRun.Result?
        try Figure.measure("receipts matched and posted, durable") {
            result = try MatchRun(database, desk: desk).run()
            return result?.receipts ?? 0
        }
        guard let result else { return }
        Out.print(
            "  applied \(result.applied), proposed \(result.proposed), to research "
                + "\(result.unmatched), refused \(result.refused.count); "
                + "read \(Figure.seconds(result.reading)), matched \(Figure.seconds(result.matching)), "
                + "posted \(Figure.seconds(result.posting))\n")
    }

    private func aging(_ name: String, asOf day: Day) throws {
        let database = try openBooks(address)
        try Figure.measure(name) {
            _ = try database.read { try AgingReport(asOf: day).rows($0) }
            return workload.invoices
        }
    }

    private func verify() throws {
        let database = try openBooks(address)
        var failures: [String] = []
        try Figure.measure("verify, full rebuild, events") {
            let checks = try database.read { try Verification($0).run() }
            failures = checks.compactMap { check in check.failure.map { "\(check.name): \($0)" } }
            return Int(checks.first?.count ?? 0)
        }
        if let failure = failures.first { throw Failure(message: failure, code: 1) }
    }

    /// Start-up: `acquit --help`, a process for each.
    private func help() throws {
        let process = { () -> Process in
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
            process.arguments = ["--help"]
            process.standardOutput = FileHandle.nullDevice
            return process
        }
        try Figure.measure("acquit --help, processes") {
            for _ in 0..<20 {
                // Foundation's `waitUntilExit` looks only every 50 ms.
                let ended = DispatchSemaphore(value: 0)
                let each = process()
                each.terminationHandler = { _ in ended.signal() }
                try each.run()
                ended.wait()
            }
            return 20
        }
    }
}

/// One line of figures: count, wall seconds, rate, peak resident memory of this process.
enum Figure {
    static func measure(_ name: String, _ body: () throws -> Int) throws {
        let started = DispatchTime.now().uptimeNanoseconds
        let count = try body()
        let seconds = Double(DispatchTime.now().uptimeNanoseconds - started) / 1e9
        let rate = Double(count) / max(seconds, 1e-9)
        let line =
            name.padding(toLength: 40, withPad: " ", startingAt: 0)
            + String(format: "%10d  %10.3f  %8.0f  %8d\n", count, seconds, rate, peak())
        Out.print(line)
    }

    static func seconds(_ duration: Duration) -> String {
        String(format: "%.1f s", duration / .seconds(1))
    }

    /// VmHWM of /proc/self/status, in MB.
    private static func peak() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        let kilobytes = line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return kilobytes / 1024
    }
}
