import ArgumentParser
import Backoffice
import Ledger
import Receivables
import Store

/// `acquit check`: single checks, from the envelope to the bank's credit.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Single checks: log, decide, deposit, clear.",
        subcommands: [
            CheckListCommand.self, CheckLogCommand.self, CheckReleaseCommand.self,
            CheckRejectCommand.self, CheckDepositCommand.self, CheckCreditedCommand.self,
            CheckCorrectedCommand.self, CheckUndoCommand.self,
        ],
        defaultSubcommand: CheckListCommand.self)
}

struct CheckListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Checks and deposits that wait (the default).")

    @OptionGroup var options: PaperListOptions
    @Flag(help: "Those that are done as well.") var all = false

    func run() throws {
        try options.show {
            try PaperList($1).table([.check, .depositSlip], of: $0.inQuestion, all: all, $2)
        }
    }
}

struct CheckLogCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Log a check as it came out of the envelope.",
        discussion: """
            --micr is the line at its foot, with T for transit, U for on-us, A for amount:
            "U001001U T021000021T 123456789U". A check dated later is kept; one that is not signed,
            altered, or made out to others goes back; “paid in full” waits for legal.
            """)
    static let keepsWhy = false

    @OptionGroup var decide: DecideOptions
    @Argument(help: "Who pays, as written.") var payer: String
    @Argument(help: "Amount in figures, 1234.50.") var amount: String
    @Argument(help: "Currency, USD.") var currency: String
    @Option(help: "The day it bears, YYYY-MM-DD.") var dated: String
    @Option(help: "Number of the check (default: of the MICR line).") var number: String?
    @Option(help: "The MICR line.") var micr: String?
    @Option(help: "Amount in words, where it is another: it counts.") var words: String?
    @Option(help: "Code of the customer.") var customer: String?
    @Option(help: "An invoice that it names; may be repeated.") var invoice: [String] = []
    @Option(help: "third-party, two-party, signature-missing or altered; may be repeated.")
    var defect: [String] = []
    @Option(help: "What stands on it that may bind us: \"PAID IN FULL\".") var legend: String?
    @Option(help: "Where its picture is kept.") var image: String?

    func command(_ naming: Naming) throws -> any Command {
        guard let currency = Currency(currency) else {
            throw ValidationError("\(currency) is not a code of three capital letters")
        }
        let ink = try micr.map { text in
            guard let ink = LogCheck.Ink(text) else {
                throw ValidationError("--micr: \(text) is no MICR line")
            }
            return ink
        }
        var log = LogCheck(
            entity: try naming.entity().id, number: number ?? ink?.serial ?? "",
            datedOn: try day(dated, "--dated"), payer: payer, figures: try money(amount, currency))
        log.words = try words.map { try money($0, currency) }
        // A line whose routing number cannot be read names no account.
        log.routing = ink.map { $0.routing ?? "?" }
        log.account = ink?.account
        log.customerCode = customer
        log.invoices = invoice
        log.defects = try defect.map { name in
            guard let defect = Check.Defect(rawValue: name) else {
                throw ValidationError("--defect: \(name) is none of those")
            }
            return defect
        }
        log.legend = legend
        log.image = image
        return log
    }
}

struct CheckReleaseCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "Legal lets a check be deposited.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "The check, by its number or that of its case.") var check: String

    func command(_ naming: Naming) throws -> any Command {
        DecideCheck(file: try naming.paper(check, .check).id, .release, why: why)
    }
}

struct CheckRejectCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject", abstract: "Send a check back with a letter.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "The check, by its number or that of its case.") var check: String

    func command(_ naming: Naming) throws -> any Command {
        DecideCheck(file: try naming.paper(check, .check).id, .reject, why: why)
    }
}

struct CheckDepositCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "deposit", abstract: "Take checks to the bank on one slip.",
        discussion: "Not by who opened the envelopes. Each is a receipt, in transit.")
    static let keepsWhy = false

    @OptionGroup var decide: DecideOptions
    @Argument(help: "Number of the slip.") var slip: String
    @Argument(help: "The checks, by their numbers or those of their cases.") var checks: [String]

    func command(_ naming: Naming) throws -> any Command {
        let files = try checks.map { try naming.paper($0, .check) }
        return DepositChecks(
            entity: try files.first?.entity ?? naming.entity().id, slip: slip,
            checks: files.map(\.id))
    }
}

struct CheckCreditedCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "credited", abstract: "The bank's line of a deposit has come.",
        discussion: "What it differs by is the bank's error until it corrects that.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "Number of the slip, or of its case.") var slip: String
    @Argument(help: "The receipt as which the line came.") var receipt: String

    func command(_ naming: Naming) throws -> any Command {
        let receipt = try naming.receipt(receipt).id
        return try naming.deposit(slip, .credited(receipt), why)
    }
}

struct CheckCorrectedCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "corrected", abstract: "The bank has corrected a deposit.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "Number of the slip, or of its case.") var slip: String
    @Option(help: "The bank's line that takes the surplus back, by its number.") var line: String?
    @Option(help: "The receipt as which what lacked came.") var receipt: String?

    func command(_ naming: Naming) throws -> any Command {
        if let line, receipt == nil {
            return try naming.deposit(slip, .corrected(try naming.bankLine(line)), why)
        }
        guard let receipt, line == nil else {
            throw ValidationError("give --line or --receipt")
        }
        return try naming.deposit(slip, .completed(try naming.receipt(receipt).id), why)
    }
}

struct CheckUndoCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Take the last step of a deposit back, or the decision on a check.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "Number of the slip or the check, or of its case.") var paper: String

    func command(_ naming: Naming) throws -> any Command {
        if let file = try? naming.paper(paper, .check) {
            return DecideCheck(file: file.id, .takeBack, why: why)
        }
        let file = try naming.paper(paper, .depositSlip)
        return try naming.deposit(
            paper, file.head.state == "in-transit" ? .withdrawn : .takenBack, why)
    }
}

extension Naming {
    fileprivate func deposit(
        _ slip: String, _ step: ClearDeposit.Step, _ why: String
    ) throws -> ClearDeposit {
        let file = try paper(slip, .depositSlip)
        var command = ClearDeposit(file: file.id, step, why: why)
        if case .depositSlip(let slip) = file.content { command.slip = slip }
        return command
    }
}
