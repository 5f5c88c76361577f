import ArgumentParser
import Post

/// The command line: one file a subcommand, each parses, calls the back office, and prints.
@main
struct Acquit: ParsableCommand {
    /// A process that reads what is not trusted does nothing else, not even parse its arguments.
    static func main() {
        ConfinedTask.runIfNamed(in: CommandLine.arguments)
        main(nil)
    }

    static let configuration = CommandConfiguration(
        commandName: "acquit",
        abstract: "Order-to-cash operations: bill, apply cash, reconcile. 结清",
        discussion: """
            Books are a file (SQLite) or a postgres:// address, named by --books or $ACQUIT_BOOKS.
            Exit codes: 0 done, 1 refused or findings, 64 usage, 69 the world failed.
            """,
        version: "0.1.0",
        subcommands: [
            DemoCommand.self, InitCommand.self, ImportCommand.self, RunCommand.self,
            MatchCommand.self, ReadCommand.self, FindCommand.self, ProfileCommand.self,
            ExportCommand.self,
            ReportCommand.self, VerifyCommand.self, ImportsCommand.self, AdvicesCommand.self,
            RefundsCommand.self, AliasesCommand.self, RulesCommand.self, ClaimsCommand.self,
            DeductionsCommand.self,
            LetterCommand.self,
            ResearchCommand.self,
            BackupCommand.self, RestoreCommand.self, BenchCommand.self, ConformanceCommand.self,
            CalibrationCommand.self,
        ],
        groupedSubcommands: [
            CommandGroup(
                name: "Receipt",
                subcommands: [
                    AcceptCommand.self, ApplyCommand.self, UnapplyCommand.self,
                    IdentifyCommand.self, WithdrawCommand.self, OnAccountCommand.self,
                    OffAccountCommand.self, AdvanceCommand.self, WriteOffCreditCommand.self,
                    RefundCommand.self, RefundFileCommand.self,
                    BankDataCommand.self, SplitCommand.self, JoinCommand.self,
                    TransferCommand.self, ReceiptCommand.self, ElsewhereCommand.self,
                    ClearAdvanceCommand.self, PaidForCommand.self, ConvertCommand.self,
                ]),
            CommandGroup(
                name: "Paper",
                subcommands: [
                    ReturnedCommand.self, RecallCommand.self, CheckCommand.self,
                    DraftCommand.self, CollectionCommand.self,
                ]),
            CommandGroup(
                name: "Item and period",
                subcommands: [
                    PostCommand.self, UseCreditCommand.self, UnuseCreditCommand.self,
                    WriteOffCommand.self, ReverseWriteOffCommand.self, ReverseCommand.self,
                    DisputeCommand.self, RevalueCommand.self, CloseCommand.self, ReopenCommand.self,
                ]),
        ])
}
