import Backoffice
import DemoWorld
import Foundation

/// `acquit find` on the workload's books, each search as a process of its own, as people start it:
/// the middle of the runs, in milliseconds.
struct BenchFind {
    private let workload: Workload
    private let address: String
    private static let runs = 11

    init(_ workload: Workload, _ address: String) {
        self.workload = workload
        self.address = address
    }

    func run() throws {
        let middle = workload.invoices / 2
        let number = Workload.number(middle)
        let searches: [(name: String, words: [String])] = [
            ("an amount", [Self.amount(workload.gross(middle))]),
            ("the end of a number", [String(number.suffix(6))]),
            ("the middle of a number", [String(number.dropFirst(4).prefix(5))]),
            ("a name", [String(workload.name(ofCustomer: 7).split(separator: " ")[0])]),
            ("digits of an account", [String(workload.iban(ofCustomer: 7).suffix(6))]),
            ("words of the text", ["Rechnung", String(number.suffix(5))]),
            ("a name and an amount", ["GmbH", Self.amount(workload.gross(middle))]),
            ("nothing", ["ZZZZ9999"]),
        ]
        for search in searches {
            var milliseconds: [UInt64] = []
            for _ in 0..<Self.runs { milliseconds.append(try self.milliseconds(search.words)) }
            milliseconds.sort()
            let name = "find \(search.name), p50 and worst (ms)"
            Out.print(
                name.padding(toLength: 52, withPad: " ", startingAt: 0)
                    + "\(milliseconds[Self.runs / 2])  \(milliseconds[Self.runs - 1])\n")
        }
    }

    private func milliseconds(_ words: [String]) throws -> UInt64 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = ["find", "--books", address] + words
        process.standardOutput = FileHandle.nullDevice
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        let started = DispatchTime.now().uptimeNanoseconds
        try process.run()
        ended.wait()
        let taken = DispatchTime.now().uptimeNanoseconds - started
        if process.terminationStatus != 0 { throw Failure(message: "find \(words)", code: 1) }
        return taken / 1_000_000
    }

    private static func amount(_ cents: Int64) -> String {
        "\(cents / 100)." + (cents % 100 < 10 ? "0" : "") + "\(cents % 100)"
    }
}
